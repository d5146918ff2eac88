//! A date whose words say less than its value, and that nobody marked as inferred.
//!
//! Readers see the words, lists and timelines use the value: "March 1854" then stands on a day as if that were known.
//! Where the day was found out, `cert` or `evidence` says so, and nothing is reported; words in brackets are counted by
//! `check/date-in-doubt`. Of a day in TEI that only stands for the month, the first or last of it, the words are the
//! value, which `tei/date-less-exact` reports.
//!
//! Example: `<date when="1854-03-19">March 1854</date>`.

use crate::datings::{day, language, of_actions};
use crate::{Checked, Rule, at};
use dates::{Certainty, DateHints, Edtf, bounds, recognize};
use edition::{Dating, Letter, Origin};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/date-less-exact"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    for (letter, place) in checked.letters() {
        for (_, dating) in of_actions(letter).filter(|(_, dating)| says_less(letter, dating)) {
            let message = format!("the words “{}” say no day, the value does", dating.as_written);
            let finding = at(&RULE, Severity::Warning, (place.source, Some(dating.span)), message);
            found.push(finding.advise(
                "write the value as 1854-03 or 1854; or say by cert or evidence that the day is inferred",
            ));
        }
    }
}

/// Whether the words are a month or a year that the day lies in, and nothing else.
fn says_less(letter: &Letter, dating: &Dating) -> bool {
    if dating.origin != Origin::Source || dating.reading.certainty != Certainty::High || day(dating).is_none()
    {
        return false;
    }
    let words = dating.as_written.trim().trim_end_matches(['.', ',']);
    let read = recognize(words, language(letter), &DateHints::default());
    let [one] = &read[..] else { return false };
    let whole = words.get(one.range.clone()).is_some_and(|read| read.trim_end_matches('.') == words);
    let Some(Edtf::Date(said)) = &one.dating.meaning else { return false };
    let Some(value) = &dating.reading.meaning else { return false };
    let (wide, narrow) = (bounds(&Edtf::Date(*said)), bounds(value));
    whole
        && said.day.is_none()
        && wide.earliest.zip(narrow.earliest).is_some_and(|(wide, narrow)| wide <= narrow)
        && wide.latest.zip(narrow.latest).is_some_and(|(wide, narrow)| narrow <= wide)
}
