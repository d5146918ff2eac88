//! A letter that was sent before its sender was born, or after he died.
//!
//! One of the two dates is wrong, or the wrong person is named. Only what cannot be is reported: the latest day the
//! letter can have before the earliest day of birth, and the other way round.
//!
//! Example: `when="1801-05-03"` where 1901 is meant.

use crate::datings::wholly_before;
use crate::{Checked, Rule, at};
use edition::{ActionKind, EntryKind};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/date-outside-life"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let entries: std::collections::BTreeMap<_, _> =
        checked.edition.register.entries.iter().map(|entry| (&entry.id, entry)).collect();
    for (letter, place) in checked.letters() {
        for action in letter.corresp.actions.iter().filter(|action| action.kind == ActionKind::Sent) {
            let Some(dating) = &action.dating else { continue };
            let Some(sent) = &dating.reading.meaning else { continue };
            let persons = action.correspondents.iter().flat_map(|who| &who.targets);
            let persons = persons.filter_map(|id| entries.get(id));
            for entry in persons.filter(|entry| entry.kind == EntryKind::Person) {
                let message = match (&entry.begin, &entry.end) {
                    (Some(begin), _) if wholly_before(sent, begin) => "was not born",
                    (_, Some(end)) if wholly_before(end, sent) => "was dead",
                    _ => continue,
                };
                let message = format!("{} {message} when {} was sent", entry.name, letter.id);
                let finding = at(&RULE, Severity::Warning, (place.source, Some(dating.span)), message);
                found.push(
                    finding.advise("mend the date of the letter, the dates of the person, or the reference"),
                );
            }
        }
    }
}
