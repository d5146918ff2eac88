//! The parts of an edition. Each holds all that a page needs of it, so that a page asks for few.

use crate::decode::decode;
use crate::manifest::PartName;
use crate::seal::{OpenError, checksum, unseal};
#[cfg(feature = "pages")]
use dates::{Anchor, Edtf};
use edition::Entry;
#[cfg(feature = "pages")]
use edition::{DatingId, EntryId, EntryKind, Letter};
use index::{Catalogue, Excerpt, Moment, NameKey, SeeReference};
#[cfg(feature = "pages")]
use index::{Neighbors, Occurrence, Share};
use serde::{Deserialize, Serialize};

/// A part of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// All letters in a line each.
    Catalogue(Catalogue),
    /// The entries of a kind in a line each, in the order of the register.
    Register(Vec<RegisterRow>),
    /// All dates, without the sentences around them.
    Chronology(Vec<Moment>),
    /// The sentences around some dates.
    Excerpts(Vec<Excerpt>),
    /// Some letters, with what their pages say of the entries in them.
    #[cfg(feature = "pages")]
    Letters(Letters),
    /// Some entries, by identifier.
    #[cfg(feature = "pages")]
    Entries(Vec<EntryBody>),
}

/// Some letters.
#[cfg(feature = "pages")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Letters {
    /// The letters, by identifier.
    pub letters: Vec<LetterBody>,
    /// The entries that occur in them, by identifier.
    pub entries: Vec<EntryHead>,
}

/// A letter with what its page says beside its own words.
#[cfg(feature = "pages")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterBody {
    /// The letter.
    pub letter: Letter,
    /// The letters before and after it.
    pub neighbors: Neighbors,
    /// Lengths of time that were counted back from the letter's date.
    pub spans: Vec<SpanOfDate>,
}

/// A length of time, counted back.
#[cfg(feature = "pages")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanOfDate {
    /// The date whose words are a length of time.
    pub dating: DatingId,
    /// The days it comes to.
    pub meaning: Option<Edtf>,
    /// What it was counted from.
    pub anchor: Option<Anchor>,
}

/// What a card or a line says of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryHead {
    /// The entry.
    pub entry: Entry,
    /// Abbreviations for it, with what they stand for.
    pub abbreviations: Vec<(Box<str>, Box<str>)>,
    /// Its place among the headings of its kind.
    pub collation: u32,
    /// Letters it sent.
    pub sent: u32,
    /// Letters it received.
    pub received: u32,
    /// Mentions in the text of letters, in notes, in lines about the print.
    pub mentioned: [u32; 3],
    /// Years of the first and last letter it has to do with.
    pub years: Option<(i32, i32)>,
}

impl EntryHead {
    /// Mentions in all.
    #[must_use]
    pub fn mentions(&self) -> u32 {
        self.mentioned.iter().sum()
    }

    /// Whether any letter has to do with it.
    #[must_use]
    pub fn occurs(&self) -> bool {
        self.sent + self.received + self.mentions() > 0
    }
}

/// A line of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterRow {
    /// The entry, without the forms of its name: they are in `names`.
    pub head: EntryHead,
    /// The initial it stands under.
    pub initial: Box<str>,
    /// All names it can be looked up by.
    pub names: Vec<NameKey>,
    /// Names that stand in the register on their own and point to it.
    pub sees: Vec<SeeReference>,
    /// First years of the decades that its letters can be of.
    pub decades: Vec<i32>,
}

/// An entry with everything that is known of it.
#[cfg(feature = "pages")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryBody {
    /// The entry.
    pub head: EntryHead,
    /// Entries that belong with it, in the order of names.
    pub related: Vec<Related>,
    /// Letters it sent.
    pub sent: Vec<Share>,
    /// Letters it received.
    pub received: Vec<Share>,
    /// Every mention.
    pub occurrences: Vec<Occurrence>,
}

/// An entry that belongs with another.
#[cfg(feature = "pages")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Which.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// Its name.
    pub name: Box<str>,
    /// Whether the other names this one, rather than this one the other.
    pub forth: bool,
}

/// Opens the part with this name.
///
/// # Errors
/// See [`OpenError`]; a part of another edition is [`OpenError::Damaged`], as is one that holds something else.
pub fn open_part(name: &PartName, bytes: &[u8]) -> Result<Part, OpenError> {
    let (body, found) = unseal(bytes)?;
    if found != name.checksum {
        return Err(OpenError::Damaged);
    }
    read(name, body)
}

impl Part {
    /// Opens the body of a part that came with its manifest.
    ///
    /// # Errors
    /// As [`open_part`].
    pub fn of_body(name: &PartName, body: &[u8]) -> Result<Self, OpenError> {
        if checksum(body) != name.checksum {
            return Err(OpenError::Damaged);
        }
        read(name, body)
    }

    /// What it holds, as in its name.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Catalogue(_) => "catalogue",
            #[cfg(feature = "pages")]
            Self::Letters(_) => "letters",
            Self::Register(_) => "register",
            #[cfg(feature = "pages")]
            Self::Entries(_) => "entries",
            Self::Chronology(_) => "chronology",
            Self::Excerpts(_) => "excerpts",
        }
    }
}

fn read(name: &PartName, body: &[u8]) -> Result<Part, OpenError> {
    let part: Part = decode(body).ok_or(OpenError::Damaged)?;
    let uneven = matches!(&part, Part::Catalogue(catalogue) if catalogue.uneven);
    if part.kind() == &*name.kind && !uneven { Ok(part) } else { Err(OpenError::Damaged) }
}
