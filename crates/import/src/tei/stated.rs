//! The date that a header gives, in the editor's words. What they put in doubt stays so, and where they say less than the
//! attribute, they stand: the attribute of "Anfang September 1890" is a day that nobody meant.

use super::doubt::{Doubted, LONGEST, doubt, doubts, numbers};
use super::{Context, dates};
use ::dates::{
    Bounds, Calendar, Certainty, Date, DateHints, Edtf, Endpoint, Qualifier, Recognized, Rule, bounds,
    print_edtf,
};
use edition::{Dating, Origin};
use roxmltree::Node;
use source::Severity;

/// A date of the life of an entry: what its words put in doubt stays so (`<date when="1892-02-02">[2. 2. 1892?]</date>`).
pub(super) fn stated(context: &mut Context<'_>, node: Node<'_, '_>) -> Option<Dating> {
    let mut dating = dates::dating(context, node)?;
    if dating.as_written.starts_with('[') {
        dating.origin = Origin::Editor;
    }
    if let Some(Edtf::Date(date)) = &mut dating.reading.meaning {
        doubted(date, &dating.as_written);
    }
    Some(dating)
}

/// A date of a letter's way: what its words leave open stays so too (`<date when="1928-06-15">Mitte Juni 1928</date>`), and is
/// reported; unless `cert` or `evidence` says that the day is inferred.
pub(super) fn of_letter(context: &mut Context<'_>, node: Node<'_, '_>) -> Option<Dating> {
    let mut dating = stated(context, node)?;
    let inferred = node.attribute("cert").or_else(|| node.attribute("evidence")).is_some();
    if let Some(Edtf::Date(date)) = dating.reading.meaning
        && !inferred
        && dating.reading.calendar == Calendar::Gregorian
        && let Some(mut wider) = wider(&date, &dating.as_written)
    {
        each_date(&mut wider.meaning, &mut |date| doubted(date, &dating.as_written));
        report(context, node, &date, &dating.as_written);
        dating.reading = Recognized { certainty: dating.reading.certainty.max(wider.certainty), ..wider };
    }
    Some(dating)
}

fn report(context: &mut Context<'_>, node: Node<'_, '_>, date: &Date, words: &str) {
    // An editor who sets brackets has said that there is a doubt.
    let severity = if words.contains(MARKS) { Severity::Note } else { Severity::Warning };
    let value = print_edtf(&Edtf::Date(plain(*date)));
    let message = format!("the words “{words}” leave open what the attribute says, {value}; the words stand");
    let finding = context.say("tei/date-less-exact", severity, node, message);
    *finding = finding.clone().advise(
        "write 1854-03, 1854, or notBefore and notAfter; or say by cert or evidence that the day is inferred",
    );
}

fn plain(date: Date) -> Date {
    date.qualified(Qualifier::default())
}

fn doubted(date: &mut Date, words: &str) {
    doubt(date, words);
    if is_about(words) {
        *date = date.qualified(date.year.qualifier.and(Qualifier::APPROXIMATE));
    }
}

/// Calls for a date, and for the ends of the span in which it is. Days of which it is one are doubtful enough.
fn each_date(meaning: &mut Option<Edtf>, call: &mut dyn FnMut(&mut Date)) {
    match meaning {
        Some(Edtf::Date(date)) => call(date),
        Some(Edtf::OneOf(members)) => {
            for member in members {
                if let Edtf::Interval { from, to } = member {
                    for end in [from, to] {
                        if let Endpoint::Date(date) = end {
                            call(date);
                        }
                    }
                }
            }
        }
        _ => {}
    }
}

/// Whether words say that a date is only about right.
fn is_about(words: &str) -> bool {
    let first = words.trim_start_matches(['[', '(']).split([' ', '.']).next().unwrap_or_default();
    ["ca", "c", "circa", "about", "around", "approximately", "um", "etwa", "gegen", "vers", "env", "около"]
        .contains(&first.to_lowercase().as_str())
}

/// What words say, all of them, that are true of more days than an attribute has, and of its days.
fn wider(date: &Date, words: &str) -> Option<Recognized> {
    if words.len() > LONGEST {
        return None;
    }
    if let Some(days) = alternatives(date, words) {
        return Some(days);
    }
    let bare: String = words.chars().filter(|sign| !MARKS.contains(sign)).collect();
    let hints = DateHints { letter_date: Some(Edtf::Date(*date)), ..DateHints::default() };
    let mut said = dates::all_words(&bare, &hints).filter(|said| said.calendar == Calendar::Gregorian)?;
    let counted = matches!(said.rule, Rule::Relative | Rule::Duration | Rule::Feast);
    let meaning = said.meaning.as_mut().filter(|_| !counted)?;
    let (days, day) = (bounds(meaning), bounds(&Edtf::Date(*date)));
    if !holds_more(days, day) || (matches!(meaning, Edtf::Date(_)) && is_found_out(date, days, day)) {
        return None;
    }
    // "Mitte? August": August it is.
    if let Edtf::OneOf(members) = meaning
        && let [Edtf::Interval { from: Endpoint::Date(from), .. }] = members.as_slice()
        && doubts(from, words).contains(&Doubted::Other)
        && let Some(month) = from.month.and_then(|month| month.value)
    {
        *meaning = Edtf::Date(Date::month(from.year.value, month));
    }
    said.anchor = None;
    said.certainty = if words.contains(MARKS) { Certainty::Medium } else { said.certainty };
    Some(said)
}

/// Signs of an editor in a date.
const MARKS: [char; 5] = ['[', ']', '?', '(', ')'];

/// Whether the first days are the second and others. Nothing is said of days before and after where a side is open.
fn holds_more(one: Bounds, other: Bounds) -> bool {
    let (Some(first), Some(last)) = (other.earliest, other.latest) else { return false };
    let holds = one.earliest.is_none_or(|day| day <= first) && one.latest.is_none_or(|day| day >= last);
    let says_something = one.earliest.is_some() || one.latest.is_some();
    holds && says_something && one != other
}

/// Whether a day was found out that lies in the month or year of the words; the first, last or fifteenth only stands for it.
fn is_found_out(date: &Date, days: Bounds, day: Bounds) -> bool {
    let stands_for = day.earliest == days.earliest || day.latest == days.latest;
    date.full().is_some_and(|(_, _, day)| !stands_for && day != 1 && day != 15)
}

/// `28./29.?` before the month: one of two days.
fn alternatives(date: &Date, words: &str) -> Option<Recognized> {
    let (year, month, day) = date.full()?;
    let numbers = numbers(words);
    let [(one, first), (other, second)] = numbers.get(..2)? else { return None };
    let between = words.get(one.end..other.start)?;
    let after = words.get(other.end..)?.split(char::is_alphanumeric).next().unwrap_or_default();
    let days = [u8::try_from(*first).ok()?, u8::try_from(*second).ok()?];
    let meant = between.trim_matches(['.', ' ', ']', '[', '?']) == "/" && after.contains('?');
    if !meant || !days.contains(&day) || days[0] == days[1] {
        return None;
    }
    let possible = days.map(|day| Edtf::Date(Date::day(year, month, day)));
    possible.iter().all(|day| bounds(day).earliest.is_some()).then_some(())?;
    Some(Recognized {
        meaning: Some(Edtf::OneOf(possible.to_vec())),
        certainty: Certainty::Medium,
        ..Recognized::nothing(Rule::Range)
    })
}

#[cfg(test)]
mod tests {
    use super::{doubted, each_date, wider};
    use ::dates::{Edtf, parse_edtf, print_edtf};

    #[test]
    fn words_that_say_less_than_the_attribute_stand() {
        let rows = [
            ("1890-09-01", "[Anfang September] 1890", "[1890-09-01..1890-09-10]"),
            ("1892-04-01", "[Anfang April 1892]", "[1892-04-01..1892-04-10]"),
            ("1928-06-15", "Mitte Juni 1928", "[1928-06-11..1928-06-20]"),
            ("1894-02-14", "[Mitte Februar 1894?]", "[1894-02-11?..1894-02-20?]"),
            ("1894-08-16", "[Mitte? August 1894]", "1894-08"),
            ("1895-08-16", "[vor dem 17. 8. 1895]", "[..1895-08-16]"),
            ("1892-12-31", "[vor dem 1. 1. 1893?]", "[..1892-12-31?]"),
            ("1890-05-04", "nach dem 3. Mai 1890", "[1890-05-04..]"),
            ("1899-05-01", "[Mai 1899]", "1899-05"),
            ("1913-05-01", "Mai", "1913-05"),
            ("1797-12-31", "1797", "1797"),
            ("1910-05-15", "Mai 1910", "1910-05"),
            ("1877-02-01", "[Februar 1877?]", "1877-02?"),
            ("1916-07-01", "Sommer 1916", "1916-22"),
            ("1893-12-28", "[28./29.?] 12. 1893", "[1893-12-28,1893-12-29]"),
            // As exact as the attribute
            ("1895-07-30", "[30. 7. 1895]", "1895-07-30"),
            ("1901-08-17", "17. 8. [19]01", "1901-08-17"),
            ("1693-09", "septembre 1693", "1693-09"),
            ("1806-10-08", "8. Oktober 1806, Mittwoch", "1806-10-08"),
            ("1806-03-25", "den 25. März 6", "1806-03-25"),
            ("1893-12-28", "28./29. 12. 1893", "1893-12-28"),
            // Not all of the words are read, or they say something else
            ("1810-03-02", "am Abend des Balls im März 1810", "1810-03-02"),
            ("1795-06-27", "27. Juli 1795", "1795-06-27"),
            ("1795-06-27", "Juli 1795", "1795-06-27"),
            // A day that was found out
            ("1922-04-02", "1922", "1922-04-02"),
            ("1901-05-03", "May 1901", "1901-05-03"),
            ("1795-06-27", "gestern", "1795-06-27"),
        ];
        for (attribute, words, expected) in rows {
            let meaning = parse_edtf(attribute).expect(attribute);
            let Edtf::Date(date) = meaning else { panic!("{attribute}") };
            let mut meaning = wider(&date, words).map_or(Some(meaning), |said| said.meaning);
            each_date(&mut meaning, &mut |date| doubted(date, words));
            assert_eq!(meaning.as_ref().map(print_edtf).as_deref(), Some(expected), "{words}");
        }
    }
}
