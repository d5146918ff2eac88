//! Two entries with one identifier in an authority file.
//!
//! They are one person or place, and the index shows them as two. An entry that only says "see" another is meant so.
//!
//! Example: `brook` and `brook-ada` both with GND 118629662.

use crate::{Checked, Rule, at};
use edition::Entry;
use source::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule { code: Code("check/same-authority"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let mut known = BTreeMap::new();
    let entries = &checked.edition.register.entries;
    for entry in entries.iter().filter(|entry| !refers(entry)) {
        for authority in &entry.authorities {
            let key = (entry.kind, &authority.name, &authority.id);
            let first = *known.entry(key).or_insert(&entry.id);
            if *first != entry.id {
                let message =
                    format!("{first} and {} both have {} {}", entry.id, authority.name, authority.id);
                let finding = at(&RULE, Severity::Warning, checked.entry(&entry.id), message);
                found.push(finding.advise("they are one: keep one entry, or mend the identifier"));
            }
        }
    }
}

fn refers(entry: &Entry) -> bool {
    let about = entry.about.as_deref().unwrap_or_default().to_lowercase();
    ["siehe ", "see ", "voir ", "см. "].iter().any(|word| about.starts_with(word))
}
