//! A sender or addressee that leads to no entry, with a name that differs from that of one entry by a letter.
//!
//! The letter is then missing from the page of that person, and the list of letters has two of them. Only what cannot be
//! somebody else is reported: the name is of seven letters at least, one letter is another, missing or too much, or two
//! neighbours are exchanged, and no other entry has a name that is as near.
//!
//! Example: `to: Ada Brok`, and an entry whose name is Ada Brook.

use crate::{Checked, Rule, at};
use edition::{EntryId, EntryKind};
use source::{Code, Diagnostic, Severity};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const RULE: Rule = Rule { code: Code("check/nearly-named"), run };

/// Shorter names differ by a letter because they are others.
const SHORTEST: usize = 7;

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let mut known: BTreeMap<usize, Vec<(String, &str, &EntryId)>> = BTreeMap::new();
    let kinds = [EntryKind::Person, EntryKind::Organisation];
    for entry in checked.edition.register.entries.iter().filter(|entry| kinds.contains(&entry.kind)) {
        let forms = entry.forms.iter().map(|form| &*form.text);
        for name in forms.chain([&*entry.name, &*entry.sort_name]) {
            let folded = folded(name);
            known.entry(folded.len()).or_default().push((folded, &entry.name, &entry.id));
        }
    }
    let mut said = BTreeSet::new();
    for (letter, place) in checked.letters() {
        let parties = letter.corresp.actions.iter().flat_map(|action| &action.correspondents);
        for party in parties.filter(|party| party.targets.is_empty() && !party.implied) {
            let name = folded(&party.as_written);
            if name.chars().count() < SHORTEST || !said.insert(name.clone()) {
                continue;
            }
            // A letter is at most four bytes long.
            let near = known.range(name.len().saturating_sub(4)..=name.len() + 4).flat_map(|(_, near)| near);
            let mut near = near.filter(|(other, ..)| strsim::damerau_levenshtein(&name, other) == 1);
            let Some((_, entry, id)) = near.next() else { continue };
            if near.any(|(.., other)| other != id) {
                continue;
            }
            let message = format!("{} is no name of an entry; {entry} is nearly the same", party.as_written);
            let finding = at(&RULE, Severity::Note, (place.source, Some(party.span)), message);
            found.push(finding.advise(format!(
                "if it is {id}, write the name as the register has it, or add this one to its forms"
            )));
        }
    }
}

/// Letters alone: whether a name is written with a comma or points tells nothing.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
