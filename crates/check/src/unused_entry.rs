//! Entries of the register that no letter names.
//!
//! They may wait for letters that are still to come; said once, with their number, since a register of many editions has
//! thousands.
//!
//! Example: a `person` that no `ref` leads to.

use crate::{Checked, Rule, at};
use edition::{EntryId, Inline, each_inline};
use source::{Code, Diagnostic, Severity};
use std::collections::BTreeSet;

pub(crate) const RULE: Rule = Rule { code: Code("check/unused-entry"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let mut used: BTreeSet<&EntryId> = BTreeSet::new();
    for (letter, _) in checked.letters() {
        for action in &letter.corresp.actions {
            used.extend(action.correspondents.iter().flat_map(|who| &who.targets));
            used.extend(action.place.iter().filter_map(|place| place.target.as_ref()));
        }
        used.extend(letter.corresp.replies_to.iter().filter_map(|reply| reply.work.as_ref()));
        let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
        let lines = letter.witness.imprint.iter().map(|line| &line.inlines);
        for inlines in blocks.map(|block| &block.inlines).chain(lines) {
            each_inline(inlines, &mut |inline| {
                if let Inline::Mention(mention, _) = inline {
                    used.extend(&mention.targets);
                }
            });
        }
    }
    let entries = &checked.edition.register.entries;
    // What an entry that is used belongs to is used with it.
    let related: Vec<&EntryId> =
        entries.iter().filter(|entry| used.contains(&entry.id)).flat_map(|entry| &entry.related).collect();
    used.extend(related);
    let unused: Vec<&EntryId> =
        entries.iter().map(|entry| &entry.id).filter(|id| !used.contains(id)).collect();
    if let [first, ..] = unused[..] {
        let message = match unused.len() {
            1 => format!("the entry {first} is named nowhere"),
            more => format!("{more} entries are named nowhere, {first} the first of them"),
        };
        let finding = at(&RULE, Severity::Note, checked.entry(first), message);
        found.push(finding.advise("they stand in the index only for who asks for all"));
    }
}
