//! Dates from attributes (TEI `att.datable`), to EDTF.

use super::{Context, xml};
use dates::{
    Calendar, Certainty, DateHints, Edtf, Language, Recognized, Rule, bounds, parse_edtf, recognize_dateline,
};
use edition::{Dating, Origin};
use roxmltree::Node;
use source::Severity;

/// The date of an element; none where it has no attribute that says one and no words either.
pub(super) fn dating(context: &mut Context<'_>, node: Node<'_, '_>) -> Option<Dating> {
    let words = xml::reading_words(node);
    let written = expression(node);
    if words.is_empty() && written.is_none() {
        return None;
    }
    let bare = words.is_empty();
    let mut unread = None;
    let meaning = written.and_then(|expression| match parse(&expression) {
        Some(meaning) => Some(meaning),
        None => {
            let (message, advice) = match reversed(node) {
                Some((first, last)) => (
                    format!("the date ends before it begins: {last} is before {first}"),
                    "exchange the two, or mend the one that is wrong",
                ),
                None => (
                    format!("{expression} is no date that can be read"),
                    "write 1921-03-17, 1921-03 or 1921; the words are kept",
                ),
            };
            let finding = context.say("tei/bad-date", Severity::Warning, node, message);
            *finding = finding.clone().advise(advice);
            unread = Some(expression);
            None
        }
    });
    // Where there are no words, a reader sees what could not be read.
    let words = if words.is_empty() { unread.unwrap_or_default() } else { words };
    let doubtful = words.contains(['[', '?']);
    let certainty = match super::names::certainty(node) {
        _ if meaning.is_none() => Certainty::Unknown,
        // What the words put in brackets is less sure than the attribute has it.
        Certainty::High if doubtful => Certainty::Medium,
        said => said,
    };
    let julian =
        node.attribute("calendar").is_some_and(|calendar| calendar.to_lowercase().contains("julian"));
    let evidence = node.attribute("evidence");
    let inferred = evidence.is_some_and(|evidence| evidence != "internal") || bare;
    Some(Dating {
        id: "".into(),
        as_written: words.into(),
        reading: Recognized {
            meaning,
            // The attribute counts in the Gregorian calendar, whatever the words do.
            calendar: if julian { Calendar::Julian } else { Calendar::Gregorian },
            certainty,
            ..Recognized::nothing(Rule::Encoded)
        },
        origin: if inferred { Origin::Editor } else { Origin::Source },
        reason: evidence.map(|evidence| format!("evidence: {evidence}").into()),
        span: xml::span(node),
    })
}

/// The two ends of a stretch of which the second is before the first.
fn reversed(node: Node<'_, '_>) -> Option<(String, String)> {
    [("notBefore", "notAfter"), ("from", "to")].into_iter().find_map(|(first, last)| {
        let (first, last) = (attribute(node, first)?, attribute(node, last)?);
        let (begin, end) = (parse(&first)?, parse(&last)?);
        (bounds(&end).latest? < bounds(&begin).earliest?).then_some((first, last))
    })
}

/// The years that the attributes of an element say: `1895–1904`, `1904–`, `1909`.
pub(super) fn years(node: Node<'_, '_>) -> Option<String> {
    let year = |name: &str| {
        let value = attribute(node, name)?;
        let year: String = value.chars().take_while(char::is_ascii_digit).collect();
        (!year.is_empty()).then_some(year)
    };
    let begins = year("from").or_else(|| year("notBefore"));
    let ends = year("to").or_else(|| year("notAfter"));
    match (year("when"), begins, ends) {
        (Some(year), ..) => Some(year),
        (_, Some(begins), Some(ends)) if begins == ends => Some(begins),
        (_, None, None) => None,
        (_, begins, ends) => Some([&begins.unwrap_or_default(), "–", &ends.unwrap_or_default()].concat()),
    }
}

/// Whether an element says a date in its attributes.
pub(super) fn is_dated(node: Node<'_, '_>) -> bool {
    expression(node).is_some()
}

fn attribute(node: Node<'_, '_>, name: &str) -> Option<String> {
    let day = |value: &str| {
        let day = value.trim().split('T').next().unwrap_or_default();
        (!day.is_empty()).then(|| compact(day))
    };
    if let Some(value) = node.attribute(name) {
        return day(value).map(|day| counted_from_nought(&day).unwrap_or(day));
    }
    let others = [format!("{name}-iso"), format!("{name}-custom")];
    day(others.iter().find_map(|name| node.attribute(name.as_str()))?)
}

/// A year before Christ as EDTF counts it, where the year before the first is 0. In TEI's attributes that are no `-iso` there is
/// no year 0: `-0106` is 106 before Christ.
///
/// # Source
/// XML Schema 1.0, part 2, 3.2.7; TEI P5, `teidata.temporal.w3c`.
fn counted_from_nought(value: &str) -> Option<String> {
    let rest = value.strip_prefix('-').filter(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))?;
    let (year, after) = rest.split_at(rest.find('-').unwrap_or(rest.len()));
    let before: u32 = year.parse().ok().filter(|year| *year > 0)?;
    let sign = if before == 1 { "" } else { "-" };
    Some(format!("{sign}{:04}{after}", before - 1))
}

/// The date that words alone say, all of them.
pub(super) fn in_words(words: &str) -> Option<Edtf> {
    let whole = || all_words(words, &DateHints::default())?.meaning;
    parse_edtf(words).ok().or_else(whole)
}

/// What words say, where all of them are of one date.
pub(super) fn all_words(words: &str, hints: &DateHints) -> Option<Recognized> {
    Language::ALL.into_iter().find_map(|language| {
        let mut read = recognize_dateline(words, language, hints);
        let one = read.pop().filter(|_| read.is_empty())?;
        let left = [words.get(..one.range.start)?, words.get(one.range.end..)?].concat();
        let whole = one.dating.meaning.is_some() && !left.contains(char::is_alphanumeric);
        whole.then_some(one.dating)
    })
}

/// `19210317` as `1921-03-17`; all else as it is.
fn compact(value: &str) -> String {
    let figures = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    if figures { format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..]) } else { value.to_owned() }
}

/// The attributes as an EDTF expression, unchecked.
fn expression(node: Node<'_, '_>) -> Option<String> {
    let of = |name: &str| attribute(node, name);
    let vague = match (node.attribute("cert"), node.attribute("precision")) {
        (Some("low" | "unknown"), Some("low" | "medium")) => "%",
        (Some("low" | "unknown"), _) => "?",
        (_, Some("low" | "medium")) => "~",
        _ => "",
    };
    if let Some(when) = of("when") {
        // An interval in one attribute, as ISO 8601 has it.
        return Some(match when.split_once('/') {
            Some((from, to)) => format!("{from}/{}", whole_end(from, to)),
            None => when + vague,
        });
    }
    match (of("notBefore"), of("notAfter")) {
        (Some(first), Some(last)) if first == last => return Some(first + vague),
        (Some(first), Some(last)) => return Some(format!("[{first}..{last}]")),
        (Some(first), None) => return Some(format!("[{first}..]")),
        (None, Some(last)) => return Some(format!("[..{last}]")),
        (None, None) => {}
    }
    match (of("from"), of("to")) {
        (Some(from), Some(to)) => Some(format!("{from}/{to}")),
        (Some(from), None) => Some(format!("{from}/..")),
        (None, Some(to)) => Some(format!("../{to}")),
        (None, None) => None,
    }
}

/// The end of an interval in full: what it does not say is that of its beginning, year first (`1919-07-28/08-06`,
/// `1918-12-16/31`).
///
/// # Source
/// ISO 8601-1:2019, 5.5.2.
fn whole_end(from: &str, to: &str) -> String {
    let begins = to.split('-').next().unwrap_or_default();
    let says_year = begins.len() > 2 || !begins.bytes().all(|byte| byte.is_ascii_digit());
    let kept = from.len().checked_sub(to.len()).and_then(|length| from.get(..length));
    match kept {
        Some(kept) if !says_year && kept.ends_with('-') => [kept, to].concat(),
        _ => to.to_owned(),
    }
}

fn parse(expression: &str) -> Option<Edtf> {
    // TEI writes a day without its year as `--05-29`.
    let whole = match expression.strip_prefix("--") {
        Some(rest) => format!("XXXX-{rest}"),
        None => expression.to_owned(),
    };
    parse_edtf(&whole).ok()
}

#[cfg(test)]
mod tests {
    use super::{counted_from_nought, in_words, parse, whole_end};

    #[test]
    fn years_before_christ_are_counted_from_nought() {
        let rows = [
            ("-0106", Some("-0105")),
            ("-0043-12-07", Some("-0042-12-07")),
            ("-0001", Some("0000")),
            ("-12000", Some("-11999")),
            ("--05-29", None),
            ("1921", None),
            ("-0000", None),
        ];
        for (value, expected) in rows {
            assert_eq!(counted_from_nought(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn dates_in_words_alone() {
        let rows = [
            ("1801", Some("1801")),
            ("21. 3. 1763", Some("1763-03-21")),
            ("17 March 1801", Some("1801-03-17")),
            ("1801 in Riga", None),
            ("unknown", None),
            ("", None),
        ];
        for (words, expected) in rows {
            assert_eq!(in_words(words), expected.and_then(parse), "{words}");
        }
    }

    #[test]
    fn the_end_of_an_interval_says_what_is_new() {
        let rows = [
            ("1918-12-16", "31", "1918-12-31"),
            ("1919-07-28", "08-06", "1919-08-06"),
            ("1815-03", "09", "1815-09"),
            ("1814-10", "1815-02", "1815-02"),
            ("1814-10-02", "1815", "1815"),
            ("1817", "1819", "1819"),
            ("1817", "-0003", "-0003"),
            ("1817-05", "..", ".."),
            ("1817", "", ""),
        ];
        for (from, to, expected) in rows {
            assert_eq!(whole_end(from, to), expected, "{from}/{to}");
        }
    }
}
