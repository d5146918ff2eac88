//! All letters in a line each: what lists, facets and neighbours say of a letter without opening it.

#[cfg(feature = "build")]
mod build;
mod columns;
#[cfg(feature = "build")]
mod neighbors;
#[cfg(all(test, feature = "build"))]
mod tests;

#[cfg(feature = "build")]
pub(crate) use build::build;
#[cfg(feature = "build")]
pub(crate) use columns::{number, shared};
#[cfg(feature = "build")]
pub(crate) use neighbors::neighbors;

use crate::years;
use dates::{DateForm, Edtf, Names, bounds, display};
use edition::{EntryId, EntryKind, LetterId, Origin};
use serde::{Deserialize, Serialize, Serializer};

/// A line for each letter, in the order of the edition. What many letters share stands once, and is named by its
/// place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "columns::Columns")]
pub struct Catalogue {
    /// Everyone who sent or received a letter, by the collation of the edition's language; those without an entry
    /// last.
    pub parties: Vec<Party>,
    /// Every place a letter was sent from, likewise.
    pub places: Vec<Party>,
    /// The languages of the letters (BCP 47).
    pub languages: Vec<Box<str>>,
    /// The letters.
    pub letters: Vec<LetterRow>,
    /// What was read is no catalogue, and nothing is in it: its columns do not belong together.
    pub uneven: bool,
}

impl Catalogue {
    /// Those who sent or received a letter.
    pub fn parties_of<'c>(&'c self, who: &[(u32, Origin)]) -> impl Iterator<Item = &'c Party> {
        who.iter().filter_map(|(party, _)| self.parties.get(*party as usize))
    }

    /// Their names, apart by commas.
    #[must_use]
    pub fn names_of(&self, who: &[(u32, Origin)]) -> String {
        self.parties_of(who).map(|party| &*party.name).collect::<Vec<_>>().join(", ")
    }

    /// The language of a letter (BCP 47).
    #[must_use]
    pub fn language_of(&self, row: &LetterRow) -> &str {
        self.languages.get(row.language as usize).map_or("", |language| language)
    }
}

impl Serialize for Catalogue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        columns::Columns::from(self).serialize(serializer)
    }
}

/// A correspondent or a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The name: that of the entry, else as written.
    pub name: Box<str>,
    /// The name to sort by: `Joffe, Adolf Abramovich`.
    pub sort_name: Box<str>,
    /// The entry, where one is known.
    pub entry: Option<(EntryKind, EntryId)>,
}

/// What is said of a letter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterRow {
    /// The letter.
    pub id: LetterId,
    /// When it was sent, else received; none for an undated letter.
    pub date: Option<RowDate>,
    /// The earliest day on which it can have been sent, else the latest, as number of days since 1970.
    pub day: Option<i32>,
    /// First and last year it can be of.
    pub years: Option<(i32, i32)>,
    /// Who sent it, with who says so, as places in [`Catalogue::parties`].
    pub senders: Vec<(u32, Origin)>,
    /// Who received it.
    pub recipients: Vec<(u32, Origin)>,
    /// Where it was sent from, as place in [`Catalogue::places`].
    pub place: Option<u32>,
    /// Its language, as place in [`Catalogue::languages`].
    pub language: u32,
    /// What it is known by where nobody is known who sent or received it ([`edition::known_by`]); else empty.
    pub known_by: Box<str>,
}

/// The date of a letter in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDate {
    /// The value; none for words that have none.
    pub meaning: Option<Edtf>,
    /// The words, where they have no value; else empty.
    pub as_written: Box<str>,
    /// Who says so.
    pub origin: Origin,
}

impl RowDate {
    /// The date as it stands in a line.
    #[must_use]
    pub fn words(&self, names: &Names) -> String {
        match &self.meaning {
            Some(meaning) => display(meaning, names, DateForm::Long),
            None => self.as_written.to_string(),
        }
    }

    /// The day that letters are sorted by, and the years they are of.
    fn when(&self) -> (Option<i32>, Option<(i32, i32)>) {
        let Some(meaning) = &self.meaning else { return (None, None) };
        let bounds = bounds(meaning);
        (bounds.earliest.or(bounds.latest).map(|day| day.0), years(meaning))
    }
}

/// The letters before and after a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Neighbors {
    /// In the edition.
    pub edition: [Option<Neighbor>; 2],
    /// Between the same two parties; none where nobody is known on a side.
    pub correspondence: [Option<Neighbor>; 2],
    /// The two parties, where they have entries.
    pub between: Option<(EntryId, EntryId)>,
}

/// A letter that another leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbor {
    /// The letter.
    pub letter: LetterId,
    /// When it was sent.
    pub date: Option<Edtf>,
    /// Who sent it; empty where nobody is known.
    pub from: Box<str>,
    /// Who received it.
    pub to: Box<str>,
    /// As [`LetterRow::known_by`].
    pub known_by: Box<str>,
}
