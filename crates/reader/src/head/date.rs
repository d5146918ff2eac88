//! What a date says for certain, and how the rest is said without adding to it.

use dates::{Calendar, Certainty, Date, Edtf, Endpoint, Qualifier, Recognized, bounds, print_edtf};

/// How many days the Julian calendar can be behind: a date of open style may be so much later.
const OPEN_STYLE: i32 = 13;

/// The value, with a mark of doubt on every part where its reading is doubtful or its style is open, so that it can
/// stand without the reading. None where the words have no value.
pub(super) fn marked(reading: &Recognized) -> Option<Edtf> {
    let value = reading.meaning.as_ref()?;
    Some(if is_sure(reading) { value.clone() } else { doubted(value) })
}

/// A day, month or year in ISO 8601 (`1921-03-17`, `1921-03`, `1921`), where the reading leaves no doubt.
pub(super) fn certain(reading: &Recognized) -> Option<String> {
    reading.meaning.as_ref().filter(|_| is_sure(reading)).and_then(certain_value)
}

/// The same of a date that nobody had to read. None for seasons, spans, open digits, marks of doubt, and for years
/// that ISO 8601 has no four digits for.
pub(super) fn certain_value(value: &Edtf) -> Option<String> {
    let Edtf::Date(date) = value else { return None };
    let year = plain_year(date)?;
    let mut iso = format!("{year:04}");
    if let Some(month) = date.month {
        let value = month.value.filter(|value| (1..=12).contains(value) && month.qualifier.is_none())?;
        iso.push_str(&format!("-{value:02}"));
    }
    if let Some(day) = date.day {
        let value = day.value.filter(|_| day.qualifier.is_none())?;
        iso.push_str(&format!("-{value:02}"));
    }
    Some(iso)
}

/// For a citation: the day (`1921/03/17`) where it is known for certain, else the year where that is. A month alone is
/// no form that citations have.
pub(super) fn cited(reading: &Recognized) -> Option<String> {
    let day = certain(reading).filter(|iso| iso.len() == "1921-03-17".len());
    day.map(|iso| iso.replace('-', "/")).or_else(|| certain_year(reading))
}

/// For machines that read EDTF, the extension of ISO 8601: whatever is known, doubt included.
pub(super) fn in_full(reading: &Recognized) -> Option<String> {
    marked(reading).map(|value| print_edtf(&value))
}

/// As good as said, and in a calendar that is known.
fn is_sure(reading: &Recognized) -> bool {
    reading.certainty == Certainty::High && reading.calendar != Calendar::NotStated
}

/// The year that a letter is of, whichever of the days it can mean is right.
fn certain_year(reading: &Recognized) -> Option<String> {
    let value = reading.meaning.as_ref().filter(|_| reading.certainty == Certainty::High)?;
    if !years_are_plain(value) {
        return None;
    }
    let days = bounds(value);
    let (first, mut last) = (days.earliest?, days.latest?);
    if reading.calendar == Calendar::NotStated {
        last = last.plus(OPEN_STYLE);
    }
    let year = first.gregorian().0;
    (year == last.gregorian().0 && (1..=9999).contains(&year)).then(|| format!("{year:04}"))
}

fn years_are_plain(value: &Edtf) -> bool {
    let plain = |end: &Endpoint| matches!(end, Endpoint::Date(date) if plain_year(date).is_some());
    match value {
        Edtf::Date(date) => plain_year(date).is_some(),
        Edtf::Interval { from, to } => plain(from) && plain(to),
        Edtf::OneOf(members) | Edtf::AllOf(members) => members.iter().all(years_are_plain),
    }
}

fn plain_year(date: &Date) -> Option<i32> {
    let year = date.year;
    (year.unspecified == 0 && year.qualifier.is_none() && (1..=9999).contains(&year.value))
        .then_some(year.value)
}

/// The value with a mark of doubt on every part; marks it has stay.
fn doubted(value: &Edtf) -> Edtf {
    let end = |end: &Endpoint| match end {
        Endpoint::Date(date) => Endpoint::Date(doubted_date(*date)),
        other => other.clone(),
    };
    match value {
        Edtf::Date(date) => Edtf::Date(doubted_date(*date)),
        Edtf::Interval { from, to } => Edtf::Interval { from: end(from), to: end(to) },
        Edtf::OneOf(members) => Edtf::OneOf(members.iter().map(doubted).collect()),
        Edtf::AllOf(members) => Edtf::AllOf(members.iter().map(doubted).collect()),
    }
}

fn doubted_date(mut date: Date) -> Date {
    let doubt = |qualifier: &mut Qualifier| *qualifier = qualifier.and(Qualifier::UNCERTAIN);
    doubt(&mut date.year.qualifier);
    if let Some(month) = &mut date.month {
        doubt(&mut month.qualifier);
    }
    if let Some(day) = &mut date.day {
        doubt(&mut day.qualifier);
    }
    date
}

#[cfg(test)]
mod tests {
    use super::{certain, cited, in_full};
    use dates::{Calendar, Certainty, Recognized, Rule, parse_edtf};

    fn reading(edtf: &str, certainty: Certainty, calendar: Calendar) -> Recognized {
        Recognized {
            meaning: parse_edtf(edtf).ok(),
            calendar,
            original: None,
            duration: None,
            certainty,
            rule: Rule::Iso,
            anchor: None,
        }
    }

    #[test]
    fn what_is_certain_and_what_is_not() {
        use Calendar::{Gregorian, NotStated};
        use Certainty::{High, Low};
        let rows = [
            // EDTF, certainty, calendar: for certain | cited | in full
            ("1921-03-17", High, Gregorian, "1921-03-17 | 1921/03/17 | 1921-03-17"),
            ("1921-03", High, Gregorian, "1921-03 | 1921 | 1921-03"),
            ("1921", High, Gregorian, "1921 | 1921 | 1921"),
            ("0987", High, Gregorian, "0987 | 0987 | 0987"),
            ("1921-03-17", Low, Gregorian, "- | - | 1921-03-17?"),
            ("1921-03-17~", Low, Gregorian, "- | - | 1921-03-17%"),
            ("1921-03-17?", High, Gregorian, "- | - | 1921-03-17?"),
            ("1921-?03-?17", High, Gregorian, "- | 1921 | 1921-?03-?17"),
            ("1921-03-XX", High, Gregorian, "- | 1921 | 1921-03-XX"),
            ("192X", High, Gregorian, "- | - | 192X"),
            ("1921-23", High, Gregorian, "- | 1921 | 1921-23"),
            // A winter belongs to two years.
            ("1921-24", High, Gregorian, "- | - | 1921-24"),
            ("1921-03-17/1921-03-19", High, Gregorian, "- | 1921 | 1921-03-17/1921-03-19"),
            ("1921-12-31/1922-01-01", High, Gregorian, "- | - | 1921-12-31/1922-01-01"),
            ("1921/..", High, Gregorian, "- | - | 1921/.."),
            ("[1921-03,1921-05]", High, Gregorian, "- | 1921 | [1921-03,1921-05]"),
            ("[1921-03,1921-05]", Low, Gregorian, "- | - | [1921-03?,1921-05?]"),
            // Style open: the day may be another, the year may be another at its end.
            ("1917-04-05", High, NotStated, "- | 1917 | 1917-04-05?"),
            ("1916-12-18", High, NotStated, "- | 1916 | 1916-12-18?"),
            ("1916-12-19", High, NotStated, "- | - | 1916-12-19?"),
            ("-0043", High, Gregorian, "- | - | -0043"),
        ];
        for (edtf, certainty, calendar, expected) in rows {
            let reading = reading(edtf, certainty, calendar);
            assert!(reading.meaning.is_some(), "{edtf} is EDTF");
            let show = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
            let found = [certain(&reading), cited(&reading), in_full(&reading)].map(show).join(" | ");
            assert_eq!(found, expected, "{edtf}");
        }
    }
}
