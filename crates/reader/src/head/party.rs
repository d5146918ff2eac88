//! Who sent and received a letter, as far as it is certain, and entries as things of schema.org.

use super::json::{Node, Thing};
use super::{Site, Target};
use crate::{Library, entry_page};
use dates::Certainty;
use edition::{CorrespAction, Entry, EntryKind, Mention};

/// A sender or recipient who can be named to machines.
pub(super) enum Party<'l> {
    /// An entry of the register: it is certain that it is meant.
    Known(&'l Entry),
    /// A name in the letter that leads to no entry for certain.
    Named(EntryKind, &'l str),
}

/// Those who can be named. Nobody, where it was one of several: each of them may not have been it.
pub(super) fn certain<'l>(library: &'l Library, action: Option<&'l CorrespAction>) -> Vec<Party<'l>> {
    let Some(action) = action else { return Vec::new() };
    if action.is_one_of() {
        return Vec::new();
    }
    action.correspondents.iter().flat_map(|mention| named_by(library, mention)).collect()
}

fn named_by<'l>(library: &'l Library, mention: &'l Mention) -> Vec<Party<'l>> {
    let identified = mention.certainty == Certainty::High && !mention.is_one_of();
    let targets = mention.targets.iter().filter(|_| identified);
    let known: Vec<Party<'_>> = targets.filter_map(|id| library.entry(id)).map(Party::Known).collect();
    if known.is_empty() && !mention.as_written.is_empty() {
        return vec![Party::Named(mention.kind, &mention.as_written)];
    }
    known
}

impl<'l> Party<'l> {
    /// As a thing.
    pub(super) fn thing(&self, site: &Site<'_>) -> Node {
        Node::Thing(match self {
            Self::Known(entry) => reference(entry, site),
            Self::Named(kind, name) => named(*kind, name),
        })
    }

    /// For a citation: `Joffe, Adolf Abramovich`, so that a reference manager need not guess which is the family name.
    pub(super) fn cited(&self) -> &'l str {
        match self {
            Self::Known(entry) if entry.kind == EntryKind::Person && is_inverted(&entry.sort_name) => {
                &entry.sort_name
            }
            Self::Known(entry) => &entry.name,
            Self::Named(_, name) => name,
        }
    }
}

/// Whether a name is family name, comma, given names. Where both sides have a blank, Zotero takes it for two authors.
fn is_inverted(name: &str) -> bool {
    let Some((family, given)) = name.split_once(", ") else { return false };
    let two_authors = family.contains(' ') && given.contains(' ');
    !(family.is_empty() || given.contains(',') || two_authors)
}

/// An entry as another thing names it: who it is, where its page is, what authority files call it.
pub(super) fn reference(entry: &Entry, site: &Site<'_>) -> Thing {
    let mut thing = Thing::new(&[type_of(entry.kind)]);
    // An abbreviation has no page.
    if EntryKind::REGISTERS.contains(&entry.kind) {
        thing = thing.at(site.address_of(Target::Entry(entry.kind, &entry.id)));
    }
    same_as(thing.with_text("name", [&entry.name]), entry)
}

/// Something of which the name is all that is known.
pub(super) fn named(kind: EntryKind, name: &str) -> Thing {
    Thing::new(&[type_of(kind)]).with_text("name", [name])
}

/// The pages of an entry in authority files.
fn same_as(thing: Thing, entry: &Entry) -> Thing {
    let links = entry.authorities.iter().map(entry_page::link).filter(|link| !link.is_address());
    thing.with("sameAs", links.filter_map(|link| link.href).map(Node::Text))
}

/// What schema.org calls it. For an office it has no word that says neither more nor less: a term of this edition.
fn type_of(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Person => "Person",
        EntryKind::Organisation => "Organization",
        EntryKind::Place => "Place",
        EntryKind::Work => "CreativeWork",
        EntryKind::Event => "Event",
        EntryKind::Office | EntryKind::Abbreviation => "DefinedTerm",
    }
}

#[cfg(test)]
mod tests {
    use super::is_inverted;

    #[test]
    fn names_that_a_reference_manager_takes_for_one_author() {
        for name in ["Joffe, Adolf Abramovich", "Weber, Carl Maria von", "de Staël, Germaine"] {
            assert!(is_inverted(name), "{name}");
        }
        for name in ["Madame X", "de Staël, Germaine Louise", "Coburg, Ernst, Duke of", ", Ernst"] {
            assert!(!is_inverted(name), "{name}");
        }
    }
}
