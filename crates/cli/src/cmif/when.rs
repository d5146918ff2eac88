//! A dating as CMIF has it: whole years, months or days, and a mark where they are in doubt.

use dates::{Calendar, Certainty, Date, DayNumber, Edtf, Endpoint, bounds};
use edition::{Dating, Origin};

/// What stands in a `date`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct When {
    /// `when`, or `from` and `to`, or `notBefore` and `notAfter`; each with a value.
    pub(super) values: Vec<(&'static str, String)>,
    /// It may be another.
    pub(super) doubtful: bool,
    /// It is not in the letter: editors put it in.
    pub(super) conjectured: bool,
}

/// A dating in these attributes; none where no day can be the first or the last of it: a `date` without any is no CMIF.
///
/// A stretch of days of which one is meant is `notBefore` and `notAfter`, one over which the letter was written `from` and `to`.
/// What has no form here (one of two days, a season) is the stretch that all of it lies in.
///
/// # Source
/// TEI P5, `att.datable.w3c`; CMIF 1, `correspAction/date`; CMIF 1.1, "Encoding uncertainty".
pub(super) fn when(dating: &Dating) -> Option<When> {
    let reading = &dating.reading;
    let meaning = reading.meaning.as_ref()?;
    let mut values = Vec::new();
    let mut say = |attribute, value: Option<String>| {
        if let Some(value) = value {
            values.push((attribute, value));
        }
    };
    let days = bounds(meaning);
    let (first, last) = (days.earliest.and_then(iso), days.latest.and_then(iso));
    match meaning {
        Edtf::Date(date) => match whole(date) {
            Some(value) => say("when", Some(value)),
            None => {
                say("notBefore", first);
                say("notAfter", last);
            }
        },
        Edtf::Interval { from, to } => {
            say("from", end(from).or(first));
            say("to", end(to).or(last));
        }
        Edtf::AllOf(_) => {
            say("from", first);
            say("to", last);
        }
        Edtf::OneOf(_) => {
            say("notBefore", first);
            say("notAfter", last);
        }
    }
    let open_style = reading.calendar == Calendar::NotStated;
    let doubtful = reading.certainty != Certainty::High || open_style || !is_unmarked(meaning);
    // A bare attribute has no words that could be in the letter or not.
    let inferred = dating.origin == Origin::Machine && !dating.as_written.is_empty();
    let conjectured = inferred || dating.as_written.starts_with('[') || given(dating.reason.as_deref());
    (!values.is_empty()).then_some(When { values, doubtful, conjectured })
}

/// Whether an editor says why it is taken so: what the letter says itself needs no reason.
pub(super) fn given(reason: Option<&str>) -> bool {
    reason.is_some_and(|reason| reason != "evidence: internal")
}

/// `1921`, `1921-03`, `1921-03-17`; none where digits are open, or it is a season. A day or month of which all is open is
/// none: `1921-03-XX` is March.
fn whole(date: &Date) -> Option<String> {
    let year = date.year;
    if year.unspecified > 0 || !(1..=9999).contains(&year.value) {
        return None;
    }
    let mut iso = format!("{:04}", year.value);
    let Some(month) = date.month else { return Some(iso) };
    let month_value = match month.value {
        Some(value) if (1..=12).contains(&value) => value,
        None if month.tens.is_none() && date.day.is_none_or(|day| day.value.is_none()) => return Some(iso),
        _ => return None,
    };
    iso.push_str(&format!("-{month_value:02}"));
    match date.day {
        None => Some(iso),
        Some(day) => match day.value {
            Some(day) => Some(format!("{iso}-{day:02}")),
            None => day.tens.is_none().then_some(iso),
        },
    }
}

fn end(end: &Endpoint) -> Option<String> {
    match end {
        Endpoint::Date(date) => whole(date),
        Endpoint::Open | Endpoint::Unknown => None,
    }
}

fn iso(day: DayNumber) -> Option<String> {
    let (year, month, day) = day.gregorian();
    (1..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Whether no part of a value bears a mark of doubt.
fn is_unmarked(value: &Edtf) -> bool {
    let end = |end: &Endpoint| match end {
        Endpoint::Date(known) => known.is_unmarked(),
        Endpoint::Open | Endpoint::Unknown => true,
    };
    match value {
        Edtf::Date(known) => known.is_unmarked(),
        Edtf::Interval { from, to } => end(from) && end(to),
        Edtf::OneOf(members) | Edtf::AllOf(members) => members.iter().all(is_unmarked),
    }
}

#[cfg(test)]
mod tests {
    use super::when;
    use dates::{Calendar, Certainty, Recognized, Rule, parse_edtf};
    use edition::{Dating, Origin};

    #[test]
    fn no_date_is_surer_or_narrower_than_it_is() {
        use Calendar::{Gregorian, NotStated};
        use Certainty::{High, Low};
        for (edtf, certainty, calendar, expected) in [
            ("1921-03-17", High, Gregorian, "when=1921-03-17"),
            ("1921-03", High, Gregorian, "when=1921-03"),
            ("1921", High, Gregorian, "when=1921"),
            ("1921-03-XX", High, Gregorian, "when=1921-03"),
            ("1921-XX-XX", High, Gregorian, "when=1921"),
            ("1921-03-1X", High, Gregorian, "notBefore=1921-03-10 notAfter=1921-03-19"),
            ("192X", High, Gregorian, "notBefore=1920-01-01 notAfter=1929-12-31"),
            ("1921-23", High, Gregorian, "notBefore=1921-09-01 notAfter=1921-11-30"),
            ("1921-03-17", Low, Gregorian, "when=1921-03-17 doubtful"),
            ("1921-03-17?", High, Gregorian, "when=1921-03-17 doubtful"),
            ("1921~", High, Gregorian, "when=1921 doubtful"),
            ("1921-03-?17", High, Gregorian, "when=1921-03-17 doubtful"),
            ("1917-04-05", High, NotStated, "when=1917-04-05 doubtful"),
            ("1921-03-17/1921-03-19", High, Gregorian, "from=1921-03-17 to=1921-03-19"),
            ("1921-03/1921-05", High, Gregorian, "from=1921-03 to=1921-05"),
            ("1921-03/..", High, Gregorian, "from=1921-03"),
            ("/1921-03", High, Gregorian, "to=1921-03"),
            ("[1921-03-17..1921-03-19]", High, Gregorian, "notBefore=1921-03-17 notAfter=1921-03-19"),
            (
                "[1921-03-17?..1921-03-19?]",
                High,
                Gregorian,
                "notBefore=1921-03-17 notAfter=1921-03-19 doubtful",
            ),
            ("[1926..]", High, Gregorian, "notBefore=1926-01-01"),
            ("[..1921-08-18]", High, Gregorian, "notAfter=1921-08-18"),
            ("[1890-09-02,1890-09-06]", High, Gregorian, "notBefore=1890-09-02 notAfter=1890-09-06"),
            ("{1890-09-02,1890-09-06}", High, Gregorian, "from=1890-09-02 to=1890-09-06"),
            ("XXXX-05-12", High, Gregorian, "none"),
            ("-0043", High, Gregorian, "none"),
        ] {
            let dating = Dating {
                id: "".into(),
                as_written: "".into(),
                reading: Recognized {
                    meaning: parse_edtf(edtf).ok(),
                    calendar,
                    original: None,
                    duration: None,
                    certainty,
                    rule: Rule::Iso,
                    anchor: None,
                },
                origin: Origin::Editor,
                reason: None,
                span: source::Span::default(),
            };
            let said = when(&dating).map_or("none".to_owned(), |when| {
                let values = when.values.iter().map(|(attribute, value)| format!("{attribute}={value}"));
                let marks = [(when.doubtful, "doubtful"), (when.conjectured, "conjectured")];
                let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark.to_owned());
                values.chain(marks).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(said, expected, "{edtf}");
        }
    }

    #[test]
    fn what_the_letter_does_not_say_itself_is_conjectured() {
        for (words, origin, reason, conjectured) in [
            ("3. Mai 1901", Origin::Source, None, false),
            ("[3. Mai 1901]", Origin::Editor, None, true),
            ("3. Mai", Origin::Machine, None, true),
            ("", Origin::Editor, None, false),
            ("", Origin::Editor, Some("evidence: conjecture"), true),
            ("3. Mai 1901", Origin::Source, Some("evidence: internal"), false),
        ] {
            let reading = Recognized {
                meaning: parse_edtf("1901-05-03").ok(),
                calendar: Calendar::Gregorian,
                original: None,
                duration: None,
                certainty: Certainty::High,
                rule: Rule::Iso,
                anchor: None,
            };
            let dating = Dating {
                id: "".into(),
                as_written: words.into(),
                reading,
                origin,
                reason: reason.map(Into::into),
                span: source::Span::default(),
            };
            assert_eq!(when(&dating).map(|when| when.conjectured), Some(conjectured), "{words} {reason:?}");
        }
    }
}
