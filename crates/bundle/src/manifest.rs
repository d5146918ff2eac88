//! The manifest: what the edition is, and which part holds what.

use crate::decode::decode;
use crate::seal::{OpenError, unseal};
use edition::{EntryId, EntryKind, Header, LetterId};
use serde::{Deserialize, Serialize};

/// What a viewer knows of an edition before it has asked for anything else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Title, language and the like. The rights are those of the edition and of all its letters.
    pub header: Header,
    /// How many letters there are.
    pub letters: u32,
    /// How many dates there are.
    pub moments: u32,
    /// The first letter.
    pub first: Option<LetterId>,
    /// The part that lists all letters.
    pub catalogue: PartName,
    /// The parts with letters, by identifier.
    pub letter_parts: Vec<Range<LetterId>>,
    /// The parts with entries, by identifier.
    pub entry_parts: Vec<Range<EntryId>>,
    /// The part that lists the entries of a kind, for kinds that have any, and how many there are.
    pub registers: Vec<(EntryKind, PartName, u32)>,
    /// The part with all dates.
    pub chronology: PartName,
    /// The parts with the sentences around the dates, each for [`Manifest::EXCERPTS`] of them.
    pub excerpt_parts: Vec<PartName>,
}

impl Manifest {
    /// How many dates a part with sentences is for.
    pub const EXCERPTS: usize = 250;

    /// The part that a letter is in, if the edition has it.
    #[must_use]
    pub fn letter_part(&self, id: &LetterId) -> Option<&PartName> {
        part_of(&self.letter_parts, id)
    }

    /// The part that an entry is in, if the edition has it.
    #[must_use]
    pub fn entry_part(&self, id: &EntryId) -> Option<&PartName> {
        part_of(&self.entry_parts, id)
    }
}

/// A part that holds what begins with an identifier, up to the beginning of the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range<I> {
    /// The first identifier in it.
    pub first: I,
    /// The part.
    pub part: PartName,
}

/// The name of a part: what it holds, and its checksum (`letters-3f09a1c2`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct PartName {
    /// The CRC-32 of its body. First, because names are told apart by it.
    pub checksum: u32,
    /// What it holds.
    pub kind: Box<str>,
}

impl PartName {
    /// The name of its file: `letters-3f09a1c2.ltb`.
    #[must_use]
    pub fn file(&self) -> String {
        [&*numbered(&self.kind, self.checksum), ".ltb"].concat()
    }

    /// Where that is in the edition.
    #[must_use]
    pub fn path(&self) -> String {
        [FOLDER, &*self.file()].concat()
    }
}

/// The folder of an edition in which its parts lie.
pub(crate) const FOLDER: &str = "data/";

/// A name that tells one state of what it is from another: `letters-3f09a1c2`.
pub(crate) fn numbered(kind: &str, number: u32) -> String {
    let mut name = String::from(kind);
    name.push('-');
    for shift in (0..8).rev() {
        name.push(char::from_digit((number >> (shift * 4)) & 15, 16).unwrap_or('0'));
    }
    name
}

fn part_of<'m, I: Ord>(parts: &'m [Range<I>], id: &I) -> Option<&'m PartName> {
    let after = parts.partition_point(|range| range.first <= *id);
    Some(&parts.get(after.checked_sub(1)?)?.part)
}

/// Parts with their bodies.
pub type Bodies<'b> = Vec<(PartName, &'b [u8])>;

/// Opens a manifest, with the bodies of the parts that stand behind it: of an edition in one piece, all of them.
///
/// # Errors
/// See [`OpenError`]; nothing is returned in part.
pub fn open_manifest(bytes: &[u8]) -> Result<(Manifest, Bodies<'_>), OpenError> {
    let (body, _) = unseal(bytes)?;
    decode(body).ok_or(OpenError::Damaged)
}
