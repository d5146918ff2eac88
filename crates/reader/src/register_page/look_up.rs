//! Finding an entry by what was typed: fragments in any order, in any of its names.

use crate::order;
use crate::place_of;
use bundle::RegisterRow;
use index::NameKey;

/// How well a name fits what was typed; the smaller the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The name to sort by, or the preferred one, begins with it.
    NameStart,
    /// Every fragment begins a word of one name, each another word.
    WordStarts,
    /// Every fragment begins a word of some name, each another word.
    SeveralNames,
    /// Every fragment is somewhere in a word.
    Inside,
}

/// A hit: how well it fits, and the name by which it was found where that is not one of the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit<'r> {
    pub(super) fit: Fit,
    pub(super) by: Option<&'r str>,
}

/// Looks for folded fragments in the names of an entry. Without any fragment everything fits.
pub(super) fn look_up<'r>(record: &'r RegisterRow, fragments: &[&str]) -> Option<Hit<'r>> {
    let names = &record.names;
    // The preferred name and the name to sort by stand first.
    let (own, other) = names.split_at(names.len().min(2));
    let whole = fragments.join(" ");
    if own.iter().any(|name| name.folded.starts_with(&whole)) {
        return Some(Hit { fit: Fit::NameStart, by: None });
    }
    if own.iter().any(|name| each_fits_a_word(words(name).collect(), fragments, begins)) {
        return Some(Hit { fit: Fit::WordStarts, by: None });
    }
    if let Some(name) = other.iter().find(|name| each_fits_a_word(words(name).collect(), fragments, begins)) {
        let fit = if name.folded.starts_with(&whole) { Fit::NameStart } else { Fit::WordStarts };
        return Some(Hit { fit, by: (!name.shown.is_empty()).then_some(&*name.shown) });
    }
    // Initials written together repeat the words of the name, so they are left out here.
    let mut all: Vec<&str> = names.iter().filter(|name| !name.shown.is_empty()).flat_map(words).collect();
    order::by(&mut all, Ord::cmp);
    all.dedup();
    // The name to be shown is the first that has a fragment which the entry's own names lack.
    let by = |fits: fn(&str, &str) -> bool| {
        let has = |name: &NameKey, fragment: &str| words(name).any(|word| fits(word, fragment));
        let foreign = fragments.iter().find(|fragment| !own.iter().any(|name| has(name, fragment)))?;
        other.iter().find(|name| has(name, foreign)).map(|name| &*name.shown).filter(|name| !name.is_empty())
    };
    if each_fits_a_word(all.clone(), fragments, begins) {
        return Some(Hit { fit: Fit::SeveralNames, by: by(begins) });
    }
    each_fits_a_word(all, fragments, is_inside).then(|| Hit { fit: Fit::Inside, by: by(is_inside) })
}

fn words(name: &NameKey) -> impl Iterator<Item = &str> {
    name.folded.split(' ')
}

fn begins(word: &str, fragment: &str) -> bool {
    word.starts_with(fragment)
}

/// One or two letters are no more than the beginning of a word.
fn is_inside(word: &str, fragment: &str) -> bool {
    begins(word, fragment) || (fragment.len() > 2 && place_of(word, fragment).is_some())
}

/// Whether each fragment fits a word of its own. The longest choose first: of two fragments that begin one word, the
/// shorter fits wherever the longer does.
fn each_fits_a_word(mut words: Vec<&str>, fragments: &[&str], fits: fn(&str, &str) -> bool) -> bool {
    let mut fragments = fragments.to_vec();
    order::by_key(&mut fragments, |fragment| usize::MAX - fragment.len());
    fragments.into_iter().all(|fragment| match words.iter().position(|word| fits(word, fragment)) {
        Some(at) => {
            words.swap_remove(at);
            true
        }
        None => false,
    })
}
