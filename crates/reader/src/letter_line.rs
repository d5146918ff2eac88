//! A letter in a list: its date, and who it went between.

use dates::Names;
use edition::{EntryId, EntryKind, LetterId, Origin};
use index::{Catalogue, LetterRow};

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterLine<'l> {
    /// The letter.
    pub id: &'l LetterId,
    /// Its language (BCP 47).
    pub language: &'l str,
    /// What it is known by where nobody is known who sent or received it; else empty.
    pub known_by: &'l str,
    /// Its date in words. Empty for an undated letter.
    pub date: String,
    /// Whom it came from; empty where that is not asked for.
    pub senders: Vec<Partner<'l>>,
    /// Whom it went to; empty where that is not asked for.
    pub recipients: Vec<Partner<'l>>,
    /// Who says that the entry had this part in it; none in lists of mentions.
    pub part: Option<Part<'l>>,
}

/// Who says that an entry sent or received a letter, or that it is the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'l> {
    /// Who.
    pub origin: Origin,
    /// Why, where that is said.
    pub reason: Option<&'l str>,
}

/// A correspondent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner<'l> {
    /// The name: that of the entry, else as written.
    pub name: &'l str,
    /// The entry, where one is known.
    pub entry: Option<(EntryKind, &'l EntryId)>,
}

/// Which correspondents a line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partners {
    /// Those who sent it.
    Senders,
    /// Those who received it.
    Recipients,
    /// Both.
    Both,
}

/// A letter of the catalogue.
pub(crate) fn line_of<'l>(
    catalogue: &'l Catalogue,
    row: &'l LetterRow,
    partners: Partners,
    words: &'static Names,
) -> LetterLine<'l> {
    let of = |parties: &'l [(u32, Origin)], unwanted: Partners| {
        if partners == unwanted { Vec::new() } else { self::partners(catalogue, parties) }
    };
    LetterLine {
        id: &row.id,
        language: catalogue.language_of(row),
        known_by: &row.known_by,
        date: row.date.as_ref().map(|date| date.words(words)).unwrap_or_default(),
        senders: of(&row.senders, Partners::Recipients),
        recipients: of(&row.recipients, Partners::Senders),
        part: None,
    }
}

fn partners<'l>(catalogue: &'l Catalogue, parties: &[(u32, Origin)]) -> Vec<Partner<'l>> {
    catalogue
        .parties_of(parties)
        .map(|party| Partner { name: &party.name, entry: party.entry.as_ref().map(|(kind, id)| (*kind, id)) })
        .collect()
}
