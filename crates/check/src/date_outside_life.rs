//! A letter that was sent before its sender was born, or after he died.
//!
//! One of the two dates is wrong, or the wrong person is named. Only what cannot be is reported: the latest day the
//! letter can have before the earliest day of birth, and the other way round.
//!
//! Example: `when="1801-05-03"` where 1901 is meant.

use crate::{Checked, Rule, about};
use dates::{Edtf, bounds};
use edition::ActionKind;
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/date-outside-life"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let entries: std::collections::BTreeMap<_, _> =
        checked.edition.register.entries.iter().map(|entry| (&entry.id, entry)).collect();
    for (letter, source) in checked.letters() {
        for action in letter.corresp.actions.iter().filter(|action| action.kind == ActionKind::Sent) {
            let Some(sent) = action.dating.as_ref().and_then(|dating| dating.reading.meaning.as_ref()) else {
                continue;
            };
            for entry in
                action.correspondents.iter().flat_map(|who| &who.targets).filter_map(|id| entries.get(id))
            {
                let message = match (&entry.begin, &entry.end) {
                    (Some(begin), _) if before(sent, begin) => "was not born",
                    (_, Some(end)) if before(end, sent) => "was dead",
                    _ => continue,
                };
                let message = format!("{} {message} when {} was sent", entry.name, letter.id);
                let finding = about(&RULE, Severity::Warning, source, message);
                found.push(
                    finding.advise("mend the date of the letter, the dates of the person, or the reference"),
                );
            }
        }
    }
}

/// Whether one date lies wholly before another.
fn before(one: &Edtf, other: &Edtf) -> bool {
    bounds(one).latest.zip(bounds(other).earliest).is_some_and(|(latest, earliest)| latest < earliest)
}
