//! A sender or addressee that leads to no entry, with a name that differs from that of one entry by a letter.
//!
//! The letter is then missing from the page of that person, and the list of letters has two of them. Only what cannot be
//! somebody else is reported: the name is of seven letters at least, one letter is another, missing or too much, or two
//! neighbours are exchanged, and no other entry has a name that is as near.
//!
//! Example: `to: Ada Brok`, and an entry whose name is Ada Brook.

use crate::names::{folded, names};
use crate::{Checked, Rule, at};
use edition::EntryId;
use source::{Code, Diagnostic, Severity};
use std::collections::BTreeSet;

pub(crate) const RULE: Rule = Rule { code: Code("check/nearly-named"), run };

/// Shorter names differ by a letter because they are others.
const SHORTEST: usize = 7;
/// Most bytes of a letter in UTF-8.
const LETTER: usize = 4;

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let register = &checked.edition.register;
    let names = names(&register.entries);
    let mut said = BTreeSet::new();
    for (letter, place) in checked.letters() {
        let parties = letter.corresp.actions.iter().flat_map(|action| &action.correspondents);
        for party in parties.filter(|party| party.targets.is_empty() && !party.implied) {
            let name = folded(&party.as_written);
            // One that has the very name is not told apart from others; that is another matter.
            if name.chars().count() < SHORTEST || names.contains_key(&name) || !said.insert(name.clone()) {
                continue;
            }
            let near = names.iter().filter(|(other, _)| {
                other.len().abs_diff(name.len()) <= LETTER && strsim::damerau_levenshtein(&name, other) == 1
            });
            let near: BTreeSet<&EntryId> = near.flat_map(|(_, ids)| ids).copied().collect();
            let (Some(id), 1) = (near.first(), near.len()) else { continue };
            let Some(entry) = register.entry(id) else { continue };
            let message =
                format!("{} is no name of an entry; {} is nearly the same", party.as_written, entry.name);
            let finding = at(&RULE, Severity::Note, (place.source, Some(party.span)), message);
            found.push(finding.advise(format!(
                "if it is {id}, write the name as the register has it, or add this one to its forms"
            )));
        }
    }
}
