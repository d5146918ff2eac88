//! Two entries with one identifier in an authority file.
//!
//! They are one person or place, and the index shows them as two.
//!
//! Example: `brook` and `brook-ada` both with GND 118629662.

use crate::{Checked, Rule, about};
use source::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule { code: Code("check/same-authority"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let mut known = BTreeMap::new();
    for entry in &checked.edition.register.entries {
        for authority in &entry.authorities {
            let key = (entry.kind, &authority.name, &authority.id);
            if let Some(other) = known.insert(key, &entry.id).filter(|other| **other != entry.id) {
                let message =
                    format!("{other} and {} both have {} {}", entry.id, authority.name, authority.id);
                let finding = about(&RULE, Severity::Warning, checked.register, message);
                found.push(finding.advise("they are one: keep one entry, or mend the identifier"));
            }
        }
    }
}
