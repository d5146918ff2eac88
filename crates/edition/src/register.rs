//! Who and what is named in an edition.

use crate::{EntryId, Facts};
use dates::Edtf;
use serde::{Deserialize, Serialize};

/// The registers of an edition in one: persons, organisations, places, works, events, offices.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Register {
    /// All entries, in the order of the editor's file.
    pub entries: Vec<Entry>,
    /// All abbreviations.
    pub abbreviations: Vec<Abbreviation>,
}

impl Register {
    /// The entry with this identifier.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }
}

/// One person, organisation, place, work, event or office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its identifier, in addresses too.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// The preferred name, as on a card: `Adolf Abramovich Joffe`.
    pub name: Box<str>,
    /// The name to sort by: `Joffe, Adolf Abramovich`.
    pub sort_name: Box<str>,
    /// The forms that occur or may be looked up, the preferred name not repeated.
    pub forms: Vec<Form>,
    /// Who or what, in one line.
    pub about: Option<Box<str>>,
    /// Birth, foundation, first day of an event.
    pub begin: Option<Edtf>,
    /// Death, dissolution, last day.
    pub end: Option<Edtf>,
    /// Identifiers in authority files.
    pub authorities: Vec<Authority>,
    /// What else the register says of it.
    pub facts: Facts,
    /// Entries it belongs to: the holder and organisation of an office, the whole of a part, the author of a work.
    pub related: Vec<EntryId>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntryKind {
    /// A person.
    Person,
    /// A body of persons.
    Organisation,
    /// A place.
    Place,
    /// A book, article, letter or document.
    Work,
    /// Something that happened.
    Event,
    /// An office that persons hold.
    Office,
    /// An abbreviation that stands for no entry.
    Abbreviation,
}

impl EntryKind {
    /// The kinds that have a register of their own, in the order in which they are shown.
    pub const REGISTERS: [Self; 6] =
        [Self::Person, Self::Place, Self::Organisation, Self::Work, Self::Event, Self::Office];

    /// The kind as a word, for style sheets and other programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Work => "work",
            Self::Event => "event",
            Self::Office => "office",
            Self::Abbreviation => "abbreviation",
        }
    }
}

/// A form of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The form: `A. A. Joffe`.
    pub text: Box<str>,
    /// Whether it is looked for in running text; else it serves look-up in the index only.
    pub recognized: bool,
}

/// An identifier in an authority file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// Which file: `wikidata`, `gnd`, `geonames`, `viaf`.
    pub name: Box<str>,
    /// The identifier there.
    pub id: Box<str>,
}

/// An abbreviation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abbreviation {
    /// As printed: `C.C.`
    pub short: Box<str>,
    /// What it stands for: `Central Committee`.
    pub long: Box<str>,
    /// The entry that is meant, where there is one.
    pub entry: Option<EntryId>,
}
