//! A letter without sender, addressee or date; without place, where most others have one.
//!
//! Readers look for letters by who wrote to whom, when and where from; a letter without one of these is found by nobody.
//! It may be that nobody knows: then "unknown" in the header says so, and stops this finding.
//!
//! Example: a `correspDesc` without a `received` action.

use crate::{Checked, Rule, at};
use edition::{ActionKind, Letter};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/missing-part"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let letters = &checked.edition.letters;
    // Some editions give no places at all.
    let places = letters.iter().filter(|letter| has_place(letter)).count() * 2 >= letters.len().max(1);
    for (letter, place) in checked.letters() {
        let missing: Vec<&str> = missing(letter, places).collect();
        if !missing.is_empty() {
            let message = format!("{} has no {}", letter.id, missing.join(", no "));
            let finding = at(&RULE, Severity::Note, (place.source, place.head), message);
            found.push(finding.advise("readers look for letters by these; say that it is unknown, if it is"));
        }
    }
}

fn missing(letter: &Letter, places: bool) -> impl Iterator<Item = &'static str> {
    let of = |kind: ActionKind| letter.corresp.actions.iter().filter(move |action| action.kind == kind);
    let party = |kind: ActionKind| of(kind).any(|action| !action.correspondents.is_empty());
    let date = letter.corresp.actions.iter().any(|action| action.dating.is_some());
    [
        (party(ActionKind::Sent), "sender"),
        (party(ActionKind::Received), "addressee"),
        (date, "date"),
        (!places || has_place(letter), "place it was sent from"),
    ]
    .into_iter()
    .filter(|(there, _)| !there)
    .map(|(_, name)| name)
}

fn has_place(letter: &Letter) -> bool {
    letter.corresp.actions.iter().any(|action| action.kind == ActionKind::Sent && action.place.is_some())
}
