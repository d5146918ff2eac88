//! An entry whose identifier cannot stand in an address.
//!
//! Every entry has a page, and its identifier is the name of it: blanks, slashes, quotation marks and number signs in it
//! lead to another page or to none.
//!
//! Example: `id = "ada brook"`.

use crate::{Checked, Rule, at};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/bad-identifier"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let ids = checked.edition.register.entries.iter().map(|entry| &entry.id);
    for id in ids.filter(|id| id.as_str().is_empty() || id.as_str().contains(bad)) {
        let message = format!("the identifier {:?} cannot stand in an address", id.as_str());
        let finding = at(&RULE, Severity::Warning, checked.entry(id), message);
        found.push(finding.advise("make it of letters, figures, - and _"));
    }
}

fn bad(character: char) -> bool {
    character.is_whitespace() || character.is_control() || "/\\?#%\"'<>^`{|}&".contains(character)
}
