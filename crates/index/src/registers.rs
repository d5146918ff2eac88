//! Where each entry of the register occurs, and by which names it is found.

#[cfg(feature = "build")]
mod build;
#[cfg(feature = "build")]
mod names;
mod years;

use edition::Origin;
use serde::{Deserialize, Serialize};

#[cfg(feature = "build")]
pub(crate) use build::{Pass, arrange, records};
pub use years::{letter_years, years};

/// What the index knows of one entry of the register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryRecord {
    /// Its place among the headings of its kind (names to sort by and see-references) by the collation of the
    /// edition's language, from 0.
    pub collation: u32,
    /// The initial it stands under, a capital (`J`; `#` for a name that begins with no letter).
    pub initial: Box<str>,
    /// All names it can be looked up by: first the preferred name, second the name to sort by, then the other
    /// forms.
    pub names: Vec<NameKey>,
    /// Names of it that stand in the register on their own and point to it.
    pub sees: Vec<SeeReference>,
    /// Letters it sent; of a place, those sent from there.
    pub sent: Vec<Share>,
    /// Letters it received; of a place, those received there.
    pub received: Vec<Share>,
    /// Every mention, in text, notes and imprint, in the order of the source.
    pub occurrences: Vec<Occurrence>,
    /// Year of the first letter it has to do with (sent, received or mentioned), astronomical.
    pub first_year: Option<i32>,
    /// Year of the last.
    pub last_year: Option<i32>,
}

/// The part of an entry in a letter: that it sent or received it, or is the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The letter, as position in the edition.
    pub letter: u32,
    /// Who says so.
    pub origin: Origin,
    /// Why, where that is said.
    pub reason: Option<Box<str>>,
}

/// A name folded for look-up, and as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameKey {
    /// As shown: `Ioffe`. Empty for a form that nobody writes and that serves look-up only (`aa joffe`).
    pub shown: Box<str>,
    /// Folded as [`crate::fold_lowered`] says: words in lower case with one blank between them.
    pub folded: Box<str>,
}

/// A name that points to another: `Ioffe, A. A., see Joffe`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeeReference {
    /// The heading: `Ioffe, A. A.`
    pub shown: Box<str>,
    /// Its place among the headings of its kind.
    pub collation: u32,
    /// The initial it stands under.
    pub initial: Box<str>,
}

/// One mention of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// The letter, as position in the edition.
    pub letter: u32,
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

#[cfg(all(test, feature = "build"))]
mod tests;
