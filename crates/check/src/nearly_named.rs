//! A sender, an addressee or a place that leads to no entry, with a name that differs from that of one entry, or from its
//! identifier, by a letter.
//!
//! The letter is then missing from the page of that person or place, and the list of letters has two of them. Only what cannot
//! be somebody else is reported: the name is of seven letters at least, one letter is another, missing or too much, or two
//! neighbours are exchanged, and no other entry has a name that is as near. What is one word in small letters is an identifier,
//! and four letters are enough.
//!
//! Example: `to: Ada Brok`, and an entry whose name is Ada Brook.

use crate::names::{Names, PARTIES, folded, names_of};
use crate::{Checked, Rule, at};
use edition::{Entry, EntryId, EntryKind};
use source::{Code, Diagnostic, Severity, SourceId, Span};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const RULE: Rule = Rule { code: Code("check/nearly-named"), run };

/// Shorter names differ by a letter because they are others.
const SHORTEST: usize = 7;
/// Shorter words may be names in small letters.
const SHORTEST_ID: usize = 4;
/// Most bytes of a letter in UTF-8.
const LETTER: usize = 4;

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let entries = &checked.edition.register.entries;
    let parties = Known::of(entries, &PARTIES);
    let places = Known::of(entries, &[EntryKind::Place]);
    let mut said = BTreeSet::new();
    for (letter, place) in checked.letters() {
        for action in &letter.corresp.actions {
            for party in
                action.correspondents.iter().filter(|party| party.targets.is_empty() && !party.implied)
            {
                parties.report(&party.as_written, (place.source, Some(party.span)), &mut said, found);
            }
            for named in action.place.iter().filter(|named| named.target.is_none()) {
                places.report(&named.as_written, (place.source, place.head), &mut said, found);
            }
        }
    }
}

/// Entries by names and identifiers.
struct Known<'e> {
    names: Names<'e>,
    ids: Names<'e>,
    entries: BTreeMap<&'e EntryId, &'e Entry>,
}

impl<'e> Known<'e> {
    fn of(entries: &'e [Entry], kinds: &[EntryKind]) -> Self {
        let names = names_of(entries, kinds);
        let entries = entries.iter().filter(|entry| kinds.contains(&entry.kind));
        let entries: BTreeMap<&EntryId, &Entry> = entries.map(|entry| (&entry.id, entry)).collect();
        let ids = entries.keys().map(|id| (id.as_str().to_owned(), BTreeSet::from([*id]))).collect();
        Self { names, ids, entries }
    }

    fn report(
        &self,
        written: &str,
        place: (SourceId, Option<Span>),
        said: &mut BTreeSet<String>,
        found: &mut Vec<Diagnostic>,
    ) {
        let name = folded(written);
        let is_id =
            written.chars().all(|sign| sign.is_lowercase() || sign.is_ascii_digit() || "-_".contains(sign));
        let length = name.chars().count();
        // One that has the very name is not told apart from others; that is another matter.
        if self.names.contains_key(&name) || !said.insert(written.to_owned()) {
            return;
        }
        let by_name = if length < SHORTEST { BTreeSet::new() } else { near(&name, &self.names) };
        let by_id = if is_id && length >= SHORTEST_ID { near(written, &self.ids) } else { BTreeSet::new() };
        let near: BTreeSet<&EntryId> = by_name.union(&by_id).copied().collect();
        let (Some(id), 1) = (near.first(), near.len()) else { return };
        let Some(entry) = self.entries.get(id) else { return };
        let message = format!("{written} is no name of an entry; {} is nearly the same", entry.name);
        let finding = at(&RULE, Severity::Note, place, message);
        found.push(finding.advise(format!(
            "if it is {id}, write the name as the register has it, or add this one to its forms"
        )));
    }
}

/// The entries that are called by a letter otherwise.
fn near<'e>(name: &str, names: &Names<'e>) -> BTreeSet<&'e EntryId> {
    let near = names.iter().filter(|(other, _)| {
        other.len().abs_diff(name.len()) <= LETTER && strsim::damerau_levenshtein(name, other) == 1
    });
    near.flat_map(|(_, ids)| ids).copied().collect()
}
