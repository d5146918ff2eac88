//! What a date says for certain, and how the rest is said without adding to it.

use dates::{Calendar, Certainty, Date, Edtf, Endpoint, Qualifier, Recognized, bounds};

/// How many days the Julian calendar can be behind: a date of open style may be so much later.
const OPEN_STYLE: i32 = 13;
/// By how many days a date in doubt may be another one, for all that is said of its year.
const DOUBT: i32 = 7;

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

/// As much of a date as is certain, in ISO 8601: the day, the month or the year that all days lie in which it can mean.
pub(super) fn certain_part(reading: &Recognized) -> Option<String> {
    certain(reading).or_else(|| certain_month(reading)).or_else(|| certain_year(reading))
}

/// For a citation: the day (`1921/03/17`) where it is known for certain, else the year where that is. A month alone is
/// no form that citations have.
pub(super) fn cited(reading: &Recognized) -> Option<String> {
    let day = certain(reading).filter(|iso| iso.len() == "1921-03-17".len());
    day.map(|iso| iso.replace('-', "/")).or_else(|| certain_year(reading))
}

/// As good as said, and in a calendar that is known.
fn is_sure(reading: &Recognized) -> bool {
    reading.certainty == Certainty::High && reading.calendar != Calendar::NotStated
}

/// The month that a letter is of, whichever of the days it can mean is right.
fn certain_month(reading: &Recognized) -> Option<String> {
    let value =
        reading.meaning.as_ref().filter(|value| is_sure(reading) && each_date(value, &Date::is_unmarked))?;
    let days = bounds(value);
    let ((year, month, _), last) = (days.earliest?.gregorian(), days.latest?.gregorian());
    ((year, month) == (last.0, last.1) && (1..=9999).contains(&year)).then(|| format!("{year:04}-{month:02}"))
}

/// The year that a letter is of, whichever of the days it can mean is right. Where a date is in doubt as a whole, its last
/// part is: a day may be another, and the year is the same but about its turn. A year that is marked by itself is none.
fn certain_year(reading: &Recognized) -> Option<String> {
    let value = reading.meaning.as_ref()?;
    if !each_date(value, &year_is_told) {
        return None;
    }
    let days = bounds(value);
    let (mut first, mut last) = (days.earliest?, days.latest?);
    if reading.certainty != Certainty::High || !each_date(value, &|date| date.year.qualifier.is_none()) {
        (first, last) = (first.plus(-DOUBT), last.plus(DOUBT));
    }
    if reading.calendar == Calendar::NotStated {
        last = last.plus(OPEN_STYLE);
    }
    let year = first.gregorian().0;
    (year == last.gregorian().0 && (1..=9999).contains(&year)).then(|| format!("{year:04}"))
}

/// Whether something holds of each date in a value, of which none is open.
fn each_date(value: &Edtf, holds: &dyn Fn(&Date) -> bool) -> bool {
    let end = |end: &Endpoint| matches!(end, Endpoint::Date(date) if holds(date));
    match value {
        Edtf::Date(date) => holds(date),
        Edtf::Interval { from, to } => end(from) && end(to),
        Edtf::OneOf(members) | Edtf::AllOf(members) => members.iter().all(|member| each_date(member, holds)),
    }
}

/// Whether four digits of the year are there, and no mark of doubt is on them alone.
fn year_is_told(date: &Date) -> bool {
    let (month, day) = (date.month.map(|month| month.qualifier), date.day.map(|day| day.qualifier));
    let last = day.or(month).unwrap_or(date.year.qualifier);
    date.year.unspecified == 0 && (date.year.qualifier.is_none() || !last.is_none())
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
    use super::{certain_part, cited, marked};
    use dates::{Calendar, Certainty, Recognized, Rule, parse_edtf, print_edtf};

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
            // EDTF, certainty, calendar: for certain | cited | with all doubt
            ("1921-03-17", High, Gregorian, "1921-03-17 | 1921/03/17 | 1921-03-17"),
            ("1921-03", High, Gregorian, "1921-03 | 1921 | 1921-03"),
            ("1921", High, Gregorian, "1921 | 1921 | 1921"),
            ("0987", High, Gregorian, "0987 | 0987 | 0987"),
            // The day is in doubt; its year is not, but about its turn.
            ("1921-03-17", Low, Gregorian, "1921 | 1921 | 1921-03-17?"),
            ("1921-03-17~", Low, Gregorian, "1921 | 1921 | 1921-03-17%"),
            ("1921-03-17?", High, Gregorian, "1921 | 1921 | 1921-03-17?"),
            ("1921-12-28?", High, Gregorian, "- | - | 1921-12-28?"),
            ("1921-01-02", Low, Gregorian, "- | - | 1921-01-02?"),
            ("1921-03?", High, Gregorian, "1921 | 1921 | 1921-03?"),
            ("1921-12?", High, Gregorian, "- | - | 1921-12?"),
            ("[1897-07-17?..1897-07-18?]", High, Gregorian, "1897 | 1897 | [1897-07-17?..1897-07-18?]"),
            // The year is.
            ("1921?", High, Gregorian, "- | - | 1921?"),
            ("1921", Low, Gregorian, "- | - | 1921?"),
            ("?1921-03-17", High, Gregorian, "- | - | 1921?-03-17"),
            ("[1921-01-01?..1921-12-31?]", High, Gregorian, "- | - | [1921-01-01?..1921-12-31?]"),
            ("192X", High, Gregorian, "- | - | 192X"),
            // A part of it is.
            ("1921-?03-?17", High, Gregorian, "1921 | 1921 | 1921-?03-?17"),
            ("1921-03-?17", High, Gregorian, "1921 | 1921 | 1921-03-?17"),
            ("1921-03-XX", High, Gregorian, "1921-03 | 1921 | 1921-03-XX"),
            ("1921-23", High, Gregorian, "1921 | 1921 | 1921-23"),
            // A winter belongs to two years.
            ("1921-24", High, Gregorian, "- | - | 1921-24"),
            // All days that it can be of lie in one month or year.
            ("1921-03-17/1921-03-19", High, Gregorian, "1921-03 | 1921 | 1921-03-17/1921-03-19"),
            ("[1921-03-17..1921-03-19]", High, Gregorian, "1921-03 | 1921 | [1921-03-17..1921-03-19]"),
            ("[1921-01-01..1921-12-31]", High, Gregorian, "1921 | 1921 | [1921-01-01..1921-12-31]"),
            ("1921-12-31/1922-01-01", High, Gregorian, "- | - | 1921-12-31/1922-01-01"),
            ("1921/..", High, Gregorian, "- | - | 1921/.."),
            ("[1921-03,1921-05]", High, Gregorian, "1921 | 1921 | [1921-03,1921-05]"),
            ("[1921-03,1921-05]", Low, Gregorian, "1921 | 1921 | [1921-03?,1921-05?]"),
            // Style open: the day may be another, the year may be another at its end.
            ("1917-04-05", High, NotStated, "1917 | 1917 | 1917-04-05?"),
            ("1916-12-18", High, NotStated, "1916 | 1916 | 1916-12-18?"),
            ("1916-12-19", High, NotStated, "- | - | 1916-12-19?"),
            ("-0043", High, Gregorian, "- | - | -0043"),
        ];
        for (edtf, certainty, calendar, expected) in rows {
            let reading = reading(edtf, certainty, calendar);
            assert!(reading.meaning.is_some(), "{edtf} is EDTF");
            let show = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
            let full = marked(&reading).map(|value| print_edtf(&value));
            let found = [certain_part(&reading), cited(&reading), full].map(show).join(" | ");
            assert_eq!(found, expected, "{edtf}");
        }
    }
}
