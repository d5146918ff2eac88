//! What can be thrown away and rebuilt from an edition: which letters an entry of the register is in, and
//! which days they speak of.
//!
//! The types are read by the viewer; building them (feature `build`) needs collation and Unicode tables and
//! happens where the edition is made, so that server and browser agree and the browser stays small.
#![forbid(unsafe_code)]

mod catalogue;
mod chronology;
#[cfg(feature = "build")]
mod collation;
#[cfg(feature = "build")]
mod excerpt;
mod fold;
#[cfg(feature = "build")]
mod full_text;
mod lines;
#[cfg(feature = "build")]
mod record;
mod registers;
pub mod sign;

pub use catalogue::{Catalogue, LetterRow, Neighbor, Neighbors, Party, RowDate};
pub use chronology::{Moment, MomentKind};
#[cfg(feature = "build")]
pub use fold::fold;
pub use fold::fold_lowered;
#[cfg(feature = "build")]
pub use full_text::full_text;
pub use lines::{LineDate, Lines, leaf, leaf_size};
#[cfg(feature = "build")]
pub use lines::{leaves, lines};
#[cfg(feature = "build")]
pub use record::{Record, RecordEntry, records};
pub use registers::{
    EntryRecord, Excerpt, NameKey, Occurrence, SeeReference, Setting, Share, letter_years, years,
};

/// All indexes of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Indexes {
    /// Every date of every letter, by earliest day, then latest day, then order of the source; undated last.
    pub chronology: Vec<Moment>,
    /// One record for each entry of the register, in the same order as the register.
    pub entries: Vec<EntryRecord>,
    /// A line for each letter.
    pub catalogue: Catalogue,
    /// What stands before and after each letter, in the order of the edition.
    pub neighbors: Vec<Neighbors>,
}

/// Builds all indexes.
#[cfg(feature = "build")]
#[must_use]
pub fn build(edition: &edition::Edition) -> Indexes {
    let catalogue = catalogue::build(edition);
    let (chronology, entries) = letters(edition);
    Indexes { chronology, entries, neighbors: catalogue::neighbors(edition, &catalogue), catalogue }
}

/// What the words of the letters say of dates and entries, each letter read once.
#[cfg(feature = "build")]
fn letters(edition: &edition::Edition) -> (Vec<Moment>, Vec<EntryRecord>) {
    let mut moments = Vec::new();
    let (known, mut records) = registers::records(&edition.register);
    for (number, letter) in (0..).zip(&edition.letters) {
        let mut dates = chronology::Pass::new(&mut moments, letter);
        let mut names = registers::Pass::new(&known, &mut records, letter, number);
        excerpt::each(letter, &mut |found| match found.words {
            excerpt::Words::Mention(mention) => names.mention(mention, found),
            excerpt::Words::Dating(dating) => dates.date(dating, found),
        });
        dates.end();
        names.end();
    }
    chronology::arrange(&mut moments);
    registers::arrange(edition, &mut records);
    (moments, records)
}
