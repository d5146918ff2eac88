//! A day of the week that does not fit the date it stands with.
//!
//! One of the two is wrong: a slip of the writer, of the editor, or a date of the other calendar. Looked at are the dates
//! of a letter's way and its dateline, where they name one day of the week and one full day.
//!
//! Example: `<date when="1921-03-17">Monday, 17 March 1921</date>`; it was a Thursday.

use crate::datings::{day, of_letter};
use crate::{Checked, Rule, at};
use dates::{Calendar, DayNumber, Language, names};
use source::{Code, Diagnostic, Severity};
use std::sync::LazyLock;

pub(crate) const RULE: Rule = Rule { code: Code("check/weekday"), run };

/// The days of the week in the languages that are known, in small letters, each with its number.
static DAYS: LazyLock<Vec<(String, u8)>> = LazyLock::new(|| {
    let days = |language| (1..).zip(names(language).weekdays.all());
    let known = Language::ALL.into_iter().flat_map(days).map(|(number, name)| (name.to_lowercase(), number));
    known.chain([("sonnabend".to_owned(), 6)]).collect()
});

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    for (letter, place) in checked.letters() {
        for dating in of_letter(letter) {
            // A year or day that was inferred can be inferred wrongly; words of the other style name another day.
            if dating.reading.anchor.is_some() || dating.reading.calendar != Calendar::Gregorian {
                continue;
            }
            let Some((year, month, day)) = day(dating) else { continue };
            let Some(said) = said(&dating.as_written) else { continue };
            let Some(number) = DayNumber::from_gregorian(year, month, day) else { continue };
            if number.weekday() == said {
                continue;
            }
            let days = names(Language::En).weekdays;
            let message = format!(
                "{year:04}-{month:02}-{day:02} was a {}; the words say “{}”",
                days.at(usize::from(number.weekday()) - 1),
                dating.as_written
            );
            let finding = at(&RULE, Severity::Warning, (place.source, Some(dating.span)), message);
            found.push(finding.advise("mend the date; if the writer erred, a note can say so"));
        }
    }
}

/// The one day of the week that words name, 1 (Monday) to 7.
fn said(words: &str) -> Option<u8> {
    let mut days = words.split(|c: char| !c.is_alphabetic()).filter_map(number);
    let first = days.next()?;
    days.all(|other| other == first).then_some(first)
}

fn number(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    DAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}
