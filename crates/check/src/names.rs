//! Names, as rules compare them.

use edition::{Entry, EntryId, EntryKind};
use std::collections::{BTreeMap, BTreeSet};

/// The entries that have a name, by the name folded.
pub(crate) type Names<'e> = BTreeMap<String, BTreeSet<&'e EntryId>>;

/// Who sends and receives letters.
pub(crate) const PARTIES: [EntryKind; 2] = [EntryKind::Person, EntryKind::Organisation];

/// All names of entries of some kinds.
pub(crate) fn names_of<'e>(entries: &'e [Entry], kinds: &[EntryKind]) -> Names<'e> {
    let mut names = Names::new();
    for entry in entries.iter().filter(|entry| kinds.contains(&entry.kind)) {
        let forms = entry.forms.iter().map(|form| &form.text);
        for name in [&entry.name, &entry.sort_name].into_iter().chain(forms) {
            names.entry(folded(name)).or_default().insert(&entry.id);
        }
    }
    names
}

/// Letters alone: whether a name is written with a comma or points tells nothing.
pub(crate) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
