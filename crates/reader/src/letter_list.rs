//! The letters of an edition, year by year.

use crate::entry_page::line;
use crate::{LetterLine, Library, Partners, order};
use dates::{Language, bounds};
use edition::{ActionKind, Letter};

/// The letters of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearOfLetters<'l> {
    /// The year; none for letters without a date.
    pub year: Option<i32>,
    /// The letters, by their earliest day; of one day in the order of the edition.
    pub letters: Vec<LetterLine<'l>>,
}

/// All letters by the day they were sent, those without a date at the end.
#[must_use]
pub fn letter_list(library: &Library, language: Language) -> Vec<YearOfLetters<'_>> {
    let letters = library.edition.letters.iter().enumerate();
    let mut days: Vec<(Option<i32>, usize)> = letters.map(|(at, letter)| (earliest(letter), at)).collect();
    order::by_key(&mut days, |(day, _)| (day.is_none(), *day));
    let mut out: Vec<YearOfLetters<'_>> = Vec::new();
    for (day, at) in days {
        let Some(line) = u32::try_from(at).ok().and_then(|at| line(library, at, Partners::Both, language))
        else {
            continue;
        };
        let year = day.map(|day| dates::DayNumber(day).gregorian().0);
        match out.last_mut() {
            Some(last) if last.year == year => last.letters.push(line),
            _ => out.push(YearOfLetters { year, letters: vec![line] }),
        }
    }
    out
}

/// The earliest day on which a letter can have been sent, else received.
fn earliest(letter: &Letter) -> Option<i32> {
    let sent = letter.corresp.actions.iter().filter(|action| action.kind == ActionKind::Sent);
    let dating = sent.chain(&letter.corresp.actions).find_map(|action| action.dating.as_ref())?;
    let bounds = dating.reading.meaning.as_ref().map(bounds)?;
    bounds.earliest.or(bounds.latest).map(|day| day.0)
}

#[cfg(test)]
mod tests {
    use super::letter_list;
    use crate::fixture;
    use dates::Language;

    #[test]
    fn letters_stand_year_by_year_and_the_undated_last() {
        let library = fixture::library();
        let years = letter_list(&library, Language::En);
        let shown: Vec<(Option<i32>, usize)> =
            years.iter().map(|year| (year.year, year.letters.len())).collect();
        let known: Vec<i32> = shown.iter().filter_map(|(year, _)| *year).collect();
        assert!(known.is_sorted() && !known.is_empty(), "{shown:?}");
        assert_eq!(shown.iter().map(|(_, count)| count).sum::<usize>(), library.edition.letters.len());
        let undated = shown.iter().position(|(year, _)| year.is_none());
        assert!(undated.is_none_or(|at| at == shown.len() - 1), "{shown:?}");
    }
}
