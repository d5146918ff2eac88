//! An edition and its indexes cut into parts.

mod body;
mod dates;
mod entries;
mod letters;

use crate::manifest::{Manifest, PartName};
use crate::seal::{OpenError, checksum, seal};
use body::{Body, Kind, append};
use edition::{Edition, EntryKind};
use entries::Heads;
use index::Indexes;
use std::collections::HashSet;

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
    let heads = Heads::of(edition, indexes)?;
    let letter_parts = letters::letters(&mut parts, edition, indexes, &heads)?;
    let entry_parts = entries::entries(&mut parts, edition, indexes, &heads)?;
    let mut registers = Vec::new();
    for kind in EntryKind::REGISTERS {
        if let Some((rows, entries)) = entries::register(edition, indexes, &heads, kind)? {
            registers.push((kind, parts.add(rows), entries));
        }
    }
    let catalogue = parts.add(Body::of_value(Kind::Catalogue, &indexes.catalogue)?);
    let chronology = parts.add(dates::chronology(&indexes.chronology)?);
    let mut excerpt_parts = Vec::new();
    for moments in indexes.chronology.chunks(Manifest::EXCERPTS) {
        excerpt_parts.push(parts.add(dates::excerpts(moments)?));
    }
    let mut header = edition.header.clone();
    let mut known: HashSet<&str> = edition.header.rights.iter().map(|line| &**line).collect();
    for line in edition.letters.iter().flat_map(|letter| &letter.witness.rights) {
        if known.insert(line) {
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
        file(&(&self.manifest, &self.parts))
    }

    /// The edition in one piece, without the letters and entries themselves: what the views need that live.
    ///
    /// # Errors
    /// As [`pack`].
    pub fn live_piece(&self) -> Result<Vec<u8>, OpenError> {
        let live = |(name, _): &&(PartName, Vec<u8>)| !matches!(&*name.kind, "letters" | "entries");
        file(&(&self.manifest, self.parts.iter().filter(live).collect::<Vec<_>>()))
    }

    /// The manifest alone, as a file.
    ///
    /// # Errors
    /// As [`pack`].
    pub fn manifest_file(&self) -> Result<Vec<u8>, OpenError> {
        let none: &[(PartName, Vec<u8>)] = &[];
        file(&(&self.manifest, none))
    }

    /// Each part that a view needs which lives, as a file, not yet compressed: all but letters and entries.
    pub fn live_files(&self) -> impl Iterator<Item = (&PartName, Vec<u8>)> {
        self.files().filter(|(name, _)| !matches!(&*name.kind, "letters" | "entries"))
    }

    /// Each part as a file, not yet compressed.
    pub fn files(&self) -> impl Iterator<Item = (&PartName, Vec<u8>)> {
        self.parts.iter().map(|(name, body)| (name, seal(body, name.checksum)))
    }

    /// The same, taken out one by one: what was handed on need not be held.
    pub fn take_files(&mut self) -> impl Iterator<Item = (PartName, Vec<u8>)> {
        self.parts.drain(..).map(|(name, body)| {
            let file = seal(&body, name.checksum);
            (name, file)
        })
    }
}

/// Parts on their way into an edition; of two that are alike one is kept.
#[derive(Default)]
struct Parts {
    bodies: Vec<(PartName, Vec<u8>)>,
    /// What they are told apart by.
    known: HashSet<(Kind, u32)>,
}

impl Parts {
    fn add(&mut self, body: Body) -> PartName {
        let Body { kind, mut bytes } = body;
        let name = PartName { kind: kind.name().into(), checksum: checksum(&bytes) };
        if self.known.insert((kind, name.checksum)) {
            bytes.shrink_to_fit();
            self.bodies.push((name.clone(), bytes));
        }
        name
    }
}

fn file<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, OpenError> {
    let body = append(Vec::new(), value)?;
    Ok(seal(&body, checksum(&body)))
}
