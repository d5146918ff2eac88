//! An edition and its indexes cut into parts.

mod entries;
mod letters;

use crate::manifest::{Manifest, PartName};
use crate::part::Part;
use crate::seal::{OpenError, checksum, seal};
use edition::{Edition, EntryKind};
use index::{Excerpt, Indexes, Moment};
use std::collections::BTreeSet;

/// Bytes of a part before compression, which makes about a third of them. What one letter or entry takes is not cut.
const PART: usize = 96 * 1024;

/// An edition in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// What the edition is, and which part holds what.
    pub manifest: Manifest,
    /// The bodies of the parts, by name.
    parts: Vec<(PartName, Vec<u8>)>,
}

/// Cuts an edition into parts. The same input gives the same bytes.
///
/// # Errors
/// [`OpenError::Damaged`] where the values cannot be encoded; with the types of this workspace that does not happen.
pub fn pack(edition: &Edition, indexes: &Indexes) -> Result<Packed, OpenError> {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let mut parts = Parts::default();
    let heads = entries::heads(edition, indexes);
    let letter_parts = letters::letters(&mut parts, edition, indexes, &heads)?;
    let entry_parts = entries::entries(&mut parts, edition, indexes, &heads)?;
    let mut registers = Vec::new();
    for kind in EntryKind::REGISTERS {
        let rows = entries::register(edition, indexes, &heads, kind);
        if !rows.is_empty() {
            let entries = count(rows.len());
            registers.push((kind, parts.add(&Part::Register(rows))?, entries));
        }
    }
    let catalogue = parts.add(&Part::Catalogue(indexes.catalogue.clone()))?;
    let without = |moment: &Moment| Moment { excerpt: Excerpt::default(), ..moment.clone() };
    let chronology = parts.add(&Part::Chronology(indexes.chronology.iter().map(without).collect()))?;
    let mut excerpt_parts = Vec::new();
    for moments in indexes.chronology.chunks(Manifest::EXCERPTS) {
        let excerpts = moments.iter().map(|moment| moment.excerpt.clone()).collect();
        excerpt_parts.push(parts.add(&Part::Excerpts(excerpts))?);
    }
    let mut header = edition.header.clone();
    let mut known: BTreeSet<Box<str>> = header.rights.iter().cloned().collect();
    for line in edition.letters.iter().flat_map(|letter| &letter.witness.rights) {
        if known.insert(line.clone()) {
            header.rights.push(line.clone());
        }
    }
    let manifest = Manifest {
        header,
        letters: count(edition.letters.len()),
        moments: count(indexes.chronology.len()),
        first: edition.letters.first().map(|letter| letter.id.clone()),
        catalogue,
        letter_parts,
        entry_parts,
        registers,
        chronology,
        excerpt_parts,
    };
    Ok(Packed { manifest, parts: parts.bodies })
}

impl Packed {
    /// The edition in one piece.
    ///
    /// # Errors
    /// As [`pack`].
    pub fn one_piece(&self) -> Result<Vec<u8>, OpenError> {
        encode(&(&self.manifest, &self.parts)).map(|body| seal(&body))
    }

    /// The edition in one piece, without the letters and entries themselves: what the views need that live.
    ///
    /// # Errors
    /// As [`pack`].
    pub fn live_piece(&self) -> Result<Vec<u8>, OpenError> {
        let live = |(name, _): &&(PartName, Vec<u8>)| !matches!(&*name.kind, "letters" | "entries");
        encode(&(&self.manifest, self.parts.iter().filter(live).collect::<Vec<_>>())).map(|body| seal(&body))
    }

    /// The manifest alone, as a file.
    ///
    /// # Errors
    /// As [`pack`].
    pub fn manifest_file(&self) -> Result<Vec<u8>, OpenError> {
        let none: &[(PartName, Vec<u8>)] = &[];
        encode(&(&self.manifest, none)).map(|body| seal(&body))
    }

    /// Each part as a file, not yet compressed.
    pub fn files(&self) -> impl Iterator<Item = (&PartName, Vec<u8>)> {
        self.parts.iter().map(|(name, body)| (name, seal(body)))
    }
}

/// Parts on their way into an edition; of two that are alike one is kept.
#[derive(Default)]
struct Parts {
    bodies: Vec<(PartName, Vec<u8>)>,
}

impl Parts {
    fn add(&mut self, part: &Part) -> Result<PartName, OpenError> {
        let body = encode(part)?;
        let name = PartName { kind: part.kind().into(), checksum: checksum(&body) };
        if !self.bodies.iter().any(|(known, _)| *known == name) {
            self.bodies.push((name.clone(), body));
        }
        Ok(name)
    }
}

/// How many bytes a value takes.
fn size<T: serde::Serialize>(value: &T) -> usize {
    postcard::experimental::serialized_size(value).unwrap_or_default()
}

fn encode<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, OpenError> {
    postcard::to_allocvec(value).map_err(|_| OpenError::Damaged)
}
