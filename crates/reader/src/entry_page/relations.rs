//! Entries that belong with an entry. The register says it on one side only; it is shown on both.

use crate::order;
use bundle::{EntryBody, Related};
use edition::EntryKind;

/// Entries that belong with an entry in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation<'l> {
    /// In which way.
    pub kind: RelationKind,
    /// The entries, in the order of names.
    pub entries: Vec<&'l Related>,
}

/// In which way an entry belongs with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// The author of a work.
    Author,
    /// The holder of an office.
    Holder,
    /// The whole it is a part of.
    PartOf,
    /// Its parts.
    Parts,
    /// Offices it held, or that belong to it.
    Offices,
    /// Organisations.
    Organisations,
    /// Persons.
    Persons,
    /// Works.
    Works,
    /// Events.
    Events,
    /// Places.
    Places,
}

/// All entries that belong with an entry, in the order of [`RelationKind`].
pub(super) fn relations(body: &EntryBody) -> Vec<Relation<'_>> {
    let this = body.head.entry.kind;
    let mut found: Vec<(RelationKind, &Related)> =
        body.related.iter().map(|other| (kind(this, other.kind, other.forth), other)).collect();
    order::by_key(&mut found, |(kind, _)| *kind);
    let mut relations: Vec<Relation<'_>> = Vec::new();
    for (kind, other) in found {
        match relations.last_mut() {
            Some(relation) if relation.kind == kind => relation.entries.push(other),
            _ => relations.push(Relation { kind, entries: vec![other] }),
        }
    }
    relations
}

/// What the other is to this one; `forth` where this one's entry names the other.
fn kind(this: EntryKind, other: EntryKind, forth: bool) -> RelationKind {
    match (this, other) {
        (EntryKind::Office, EntryKind::Person) => RelationKind::Holder,
        (EntryKind::Work, EntryKind::Person) if forth => RelationKind::Author,
        (this, other) if this == other && this != EntryKind::Person => {
            if forth {
                RelationKind::PartOf
            } else {
                RelationKind::Parts
            }
        }
        (_, EntryKind::Person) => RelationKind::Persons,
        (_, EntryKind::Office) => RelationKind::Offices,
        (_, EntryKind::Organisation | EntryKind::Abbreviation) => RelationKind::Organisations,
        (_, EntryKind::Work) => RelationKind::Works,
        (_, EntryKind::Event) => RelationKind::Events,
        (_, EntryKind::Place) => RelationKind::Places,
    }
}
