//! Where each entry of the register occurs.

use edition::{LetterId, Origin};
use serde::{Deserialize, Serialize};

/// What the index knows of one entry of the register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EntryRecord {
    /// Its place among the entries of its kind by the collation of the edition's language, from 0.
    pub collation: u32,
    /// The initial it stands under, folded (`J`, `#` for none).
    pub initial: Box<str>,
    /// All names it can be looked up by, folded.
    pub names: Vec<NameKey>,
    /// Letters it sent, as positions in the edition.
    pub sent: Vec<u32>,
    /// Letters it received.
    pub received: Vec<u32>,
    /// Every mention, in text, notes and imprint, in the order of the source.
    pub occurrences: Vec<Occurrence>,
    /// Year of the first letter it has to do with (sent, received or mentioned), astronomical.
    pub first_year: Option<i32>,
    /// Year of the last.
    pub last_year: Option<i32>,
}

/// A name folded for look-up, and as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameKey {
    /// As shown: `Ioffe`.
    pub shown: Box<str>,
    /// Folded: lower case, without diacritics, ß as ss, ſ as s.
    pub folded: Box<str>,
}

/// One mention of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// The letter, as position in the edition.
    pub letter: u32,
    /// The same letter, as in its address.
    pub letter_id: LetterId,
    /// The fragment of the mention (`m12`).
    pub fragment: Box<str>,
    /// Where it stands.
    pub setting: Setting,
    /// The sentence with the name marked.
    pub excerpt: Excerpt,
    /// Who says that this is meant.
    pub origin: Origin,
}

/// In which part of a letter a mention stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Setting {
    /// In the letter's text, with heading and dateline.
    Text,
    /// In the note with this label.
    Note(Box<str>),
    /// In the lines about the print.
    Imprint,
}

/// A sentence with words marked in it: `before`, the words, `after`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Excerpt {
    /// Before the words.
    pub before: Box<str>,
    /// The words.
    pub words: Box<str>,
    /// After them.
    pub after: Box<str>,
}

#[cfg(feature = "build")]
pub(crate) fn build(edition: &edition::Edition) -> Vec<EntryRecord> {
    edition.register.entries.iter().map(|_| EntryRecord::default()).collect()
}
