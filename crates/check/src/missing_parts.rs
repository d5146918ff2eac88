//! A letter without text, sender, addressee or date.
//!
//! Readers look for letters by who wrote to whom and when; a letter without one of these is found by nobody. It may be
//! that nobody knows: then "unknown" in the header says so, and stops this finding for a party.
//!
//! Example: a `correspDesc` without a `received` action.

use crate::{Checked, Rule, about};
use edition::{ActionKind, BlockKind, Letter};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/missing-part"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    for (letter, source) in checked.letters() {
        let missing: Vec<&str> = missing(letter).collect();
        if !missing.is_empty() {
            let message = format!("{} has no {}", letter.id, missing.join(", no "));
            let finding = about(&RULE, Severity::Note, source, message);
            found.push(finding.advise("readers look for letters by these; say that it is unknown, if it is"));
        }
        if !letter.text.iter().any(|block| !matches!(block.kind, BlockKind::PageBreak(_))) {
            found.push(about(&RULE, Severity::Warning, source, format!("{} has no text", letter.id)));
        }
    }
}

fn missing(letter: &Letter) -> impl Iterator<Item = &'static str> {
    let of = |kind: ActionKind| letter.corresp.actions.iter().filter(move |action| action.kind == kind);
    let party = |kind: ActionKind| of(kind).any(|action| !action.correspondents.is_empty());
    let date = letter.corresp.actions.iter().any(|action| action.dating.is_some());
    [(party(ActionKind::Sent), "sender"), (party(ActionKind::Received), "addressee"), (date, "date")]
        .into_iter()
        .filter(|(there, _)| !there)
        .map(|(_, name)| name)
}
