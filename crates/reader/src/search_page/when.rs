//! Days as a reader writes them: `March 1921`, `1919-1920`, `before 1905`, `17.3.1921`.

use dates::{Calendar, DayNumber, Language, days_in_month, months};
use search::tokens;

/// First and last day, as numbers.
pub(super) type Days = (i32, i32);

const BEFORE: &[&str] = &["before", "until", "till", "vor", "bis", "avant", "до"];
const AFTER: &[&str] = &["after", "since", "from", "nach", "seit", "ab", "apres", "depuis", "после", "с"];

/// The days that are meant; none where the words mean none. `lowered` is in lower case and decomposed, `lower` makes it so.
pub(super) fn days(lowered: &str, lower: &dyn Fn(&str) -> String) -> Option<Days> {
    let mut words: Vec<String> = tokens(lowered).map(|token| token.text).collect();
    let first = words.first()?.clone();
    let (before, after) = (BEFORE.contains(&&*first), AFTER.contains(&&*first));
    if before || after {
        words.remove(0);
    }
    let dots = lowered.as_bytes().windows(2).any(|pair| pair == b"..");
    let joined = dots || lowered.contains(['–', '—', '/']);
    let (one, other) = sides(&words, joined, lower)?;
    let (from, to) = (one.0.min(other.0), one.1.max(other.1));
    Some(match (before, after) {
        // Up to the day before, or to the end of what is named: `bis 1905` and `before 1905` differ.
        (true, _) if matches!(&*first, "before" | "vor" | "avant" | "до") => (i32::MIN, from - 1),
        (true, _) => (i32::MIN, to),
        (_, true) if matches!(&*first, "after" | "nach" | "apres" | "после") => (to + 1, i32::MAX),
        (_, true) => (from, i32::MAX),
        _ => (from, to),
    })
}

/// One point of time, or the first and last of a span.
fn sides(words: &[String], joined: bool, lower: &dyn Fn(&str) -> String) -> Option<(Days, Days)> {
    let middle =
        words.iter().position(|word| ["to", "bis", "and", "und", "au", "a", "по"].contains(&&**word));
    if let Some(at) = middle {
        return Some((point(&words[..at], lower)?, point(&words[at + 1..], lower)?));
    }
    if let Some(days) = point(words, lower) {
        return Some((days, days));
    }
    // `1919-1920`; with another sign between, any two that can be read.
    let splits = (1..words.len()).filter(|at| joined || words.len() == 2 || at * 2 == words.len());
    splits.into_iter().find_map(|at| Some((point(&words[..at], lower)?, point(&words[at..], lower)?)))
}

/// A year, a month or a day, in any order in which it is plain.
fn point(words: &[String], lower: &dyn Fn(&str) -> String) -> Option<Days> {
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    let mut month = None;
    for word in words {
        if let Ok(number) = word.trim_end_matches(|letter: char| !letter.is_ascii_digit()).parse::<u32>() {
            numbers.push((number, word.len()));
        } else {
            month = Some(month_of(word, lower).filter(|_| month.is_none())?);
        }
    }
    let year = |(number, length): (u32, usize)| (length >= 3).then_some(number);
    let (year, month, day) = match (numbers.as_slice(), month) {
        (&[one], month) => (year(one)?, month, None),
        (&[one, other], Some(month)) => match (year(one), year(other)) {
            (Some(at), None) => (at, Some(month), Some(other.0)),
            (None, Some(at)) => (at, Some(month), Some(one.0)),
            _ => return None,
        },
        (&[one, other], None) => match (year(one), year(other)) {
            (Some(at), None) => (at, Some(other.0), None),
            (None, Some(at)) => (at, Some(one.0), None),
            _ => return None,
        },
        // 1921-03-17, 17.3.1921
        (&[one, two, three], None) => match (year(one), year(three)) {
            (Some(at), None) => (at, Some(two.0), Some(three.0)),
            (None, Some(at)) => (at, Some(two.0), Some(one.0)),
            _ => return None,
        },
        _ => return None,
    };
    let year = i32::try_from(year).ok().filter(|year| *year <= 9999)?;
    let last = |month| days_in_month(year, month, Calendar::Gregorian);
    let number = |month, day| DayNumber::from_gregorian(year, month, day).map(|day| day.0);
    let Some(month) = month else { return Some((number(1, 1)?, number(12, 31)?)) };
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let Some(day) = day else { return Some((number(month, 1)?, number(month, last(month))?)) };
    let day = u8::try_from(day).ok()?;
    Some((number(month, day)?, number(month, day)?))
}

/// The month that a word begins like, of at least three letters.
fn month_of(word: &str, lower: &dyn Fn(&str) -> String) -> Option<u32> {
    word.chars().nth(2)?;
    let begins = |name: &str| {
        let name = lower(name);
        tokens(&name).next().is_some_and(|name| name.text.starts_with(word))
    };
    Language::ALL.into_iter().flat_map(months).find_map(|names| {
        let at = names.all().position(begins)?;
        u32::try_from(at + 1).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::days;
    use dates::DayNumber;
    use search::lowered;

    #[test]
    fn days_are_read_as_they_are_written() {
        let table = [
            ("1921", "1921-01-01 1921-12-31"),
            ("March 1921", "1921-03-01 1921-03-31"),
            ("März 1921", "1921-03-01 1921-03-31"),
            ("févr. 1904", "1904-02-01 1904-02-29"),
            ("марта 1921", "1921-03-01 1921-03-31"),
            ("17 March 1921", "1921-03-17 1921-03-17"),
            ("17. März 1921", "1921-03-17 1921-03-17"),
            ("17.3.1921", "1921-03-17 1921-03-17"),
            ("1921-03-17", "1921-03-17 1921-03-17"),
            ("1921-03", "1921-03-01 1921-03-31"),
            ("1919-1920", "1919-01-01 1920-12-31"),
            ("1919–1920", "1919-01-01 1920-12-31"),
            ("March 1919 to May 1920", "1919-03-01 1920-05-31"),
            ("3/1919 – 5/1920", "1919-03-01 1920-05-31"),
            ("before 1905", "… 1904-12-31"),
            ("bis 1905", "… 1905-12-31"),
            ("nach 1905", "1906-01-01 …"),
            ("since March 1905", "1905-03-01 …"),
            ("31 June 1911", "?"),
            ("yesterday", "?"),
            ("", "?"),
            ("99999", "?"),
        ];
        for (text, expected) in table {
            let day = |number: i32| match number {
                i32::MIN | i32::MAX => "…".to_owned(),
                number => {
                    let (year, month, day) = DayNumber(number).gregorian();
                    format!("{year:04}-{month:02}-{day:02}")
                }
            };
            let lower = |text: &str| lowered(text);
            let read = days(&lowered(text), &lower);
            let read = read.map_or("?".to_owned(), |(from, to)| format!("{} {}", day(from), day(to)));
            assert_eq!(read, expected, "{text}");
        }
    }
}
