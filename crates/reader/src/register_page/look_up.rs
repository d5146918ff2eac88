//! Finding an entry by what was typed: fragments in any order, in any of its names.

use index::{EntryRecord, NameKey};

/// How well a name fits what was typed; the smaller the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The name to sort by, or the preferred one, begins with it.
    NameStart,
    /// Every fragment begins a word of one name, each another word.
    WordStarts,
    /// Every fragment begins a word of some name.
    SeveralNames,
    /// Every fragment is somewhere in a name.
    Inside,
}

/// A hit: how well it fits, and the name by which it was found where that is not one of the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit<'r> {
    pub(super) fit: Fit,
    pub(super) by: Option<&'r str>,
}

/// Looks for folded fragments in the names of an entry. Without any fragment everything fits.
pub(super) fn look_up<'r>(record: &'r EntryRecord, fragments: &[&str]) -> Option<Hit<'r>> {
    let names = &record.names;
    // The preferred name and the name to sort by stand first.
    let (own, other) = names.split_at(names.len().min(2));
    let whole = fragments.join(" ");
    if own.iter().any(|name| name.folded.starts_with(&whole)) {
        return Some(Hit { fit: Fit::NameStart, by: None });
    }
    if own.iter().any(|name| each_begins_a_word(name, fragments)) {
        return Some(Hit { fit: Fit::WordStarts, by: None });
    }
    if let Some(name) = other.iter().find(|name| each_begins_a_word(name, fragments)) {
        let fit = if name.folded.starts_with(&whole) { Fit::NameStart } else { Fit::WordStarts };
        return Some(Hit { fit, by: (!name.shown.is_empty()).then_some(&*name.shown) });
    }
    let everywhere = |fits: fn(&NameKey, &str) -> bool| {
        fragments.iter().all(|fragment| names.iter().any(|name| fits(name, fragment)))
    };
    // The name to be shown is the first that has a fragment which the entry's own names lack.
    let by = |fits: fn(&NameKey, &str) -> bool| {
        let foreign = fragments.iter().find(|fragment| !own.iter().any(|name| fits(name, fragment)))?;
        other.iter().find(|name| fits(name, foreign)).map(|name| &*name.shown).filter(|name| !name.is_empty())
    };
    if everywhere(begins_a_word) {
        return Some(Hit { fit: Fit::SeveralNames, by: by(begins_a_word) });
    }
    everywhere(is_inside).then(|| Hit { fit: Fit::Inside, by: by(is_inside) })
}

fn begins_a_word(name: &NameKey, fragment: &str) -> bool {
    name.folded.split(' ').any(|word| word.starts_with(fragment))
}

fn is_inside(name: &NameKey, fragment: &str) -> bool {
    name.folded.contains(fragment)
}

/// Whether each fragment begins a word of its own. The longest choose first: of two fragments the shorter fits
/// wherever the longer does.
fn each_begins_a_word(name: &NameKey, fragments: &[&str]) -> bool {
    let mut words: Vec<&str> = name.folded.split(' ').collect();
    let mut fragments = fragments.to_vec();
    fragments.sort_unstable_by_key(|fragment| usize::MAX - fragment.len());
    fragments.into_iter().all(|fragment| match words.iter().position(|word| word.starts_with(fragment)) {
        Some(at) => {
            words.swap_remove(at);
            true
        }
        None => false,
    })
}
