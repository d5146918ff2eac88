//! Two entries for one person: the same name, the same dates of birth and death.
//!
//! The index shows them as two, with half of the letters each. Persons of one name and other dates are father and son;
//! those without dates cannot be told apart, and are not reported. Two identifiers in one authority file say that they
//! are two indeed.
//!
//! Example: `brook` and `brook-ada`, both Ada Brook, 1870 to 1930.

use crate::names::folded;
use crate::{Checked, Rule, at};
use edition::{Entry, EntryKind};
use source::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule { code: Code("check/same-person"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let mut known: BTreeMap<_, &Entry> = BTreeMap::new();
    let entries = &checked.edition.register.entries;
    for entry in entries.iter().filter(|entry| entry.kind == EntryKind::Person) {
        let (Some(begin), Some(end)) = (&entry.begin, &entry.end) else { continue };
        let key = (folded(&entry.sort_name), dates::print_edtf(begin), dates::print_edtf(end));
        let first = *known.entry(key).or_insert(entry);
        if first.id != entry.id && !first.authorities.iter().any(|one| settles(one, entry)) {
            let message = format!("{} and {} are both {}, of the same dates", first.id, entry.id, entry.name);
            let finding = at(&RULE, Severity::Warning, checked.entry(&entry.id), message);
            found
                .push(finding.advise("if they are one person, keep one entry and lead all references to it"));
        }
    }
}

/// Whether an authority file tells the two apart, or the same identifier in it is reported already.
fn settles(one: &edition::Authority, entry: &Entry) -> bool {
    entry.authorities.iter().any(|other| other.name == one.name)
}
