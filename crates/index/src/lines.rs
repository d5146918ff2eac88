//! The letters as the search shows them: a line each, its date in words of one language. A program that has these needs
//! neither the catalogue nor what reads and words its dates.

#[cfg(feature = "build")]
mod build;
#[cfg(all(test, feature = "build"))]
mod tests;

#[cfg(feature = "build")]
pub(crate) use build::body;
#[cfg(feature = "build")]
pub use build::{leaves, lines};

use crate::{Catalogue, LetterRow, Party};
use dates::DayNumber;
use edition::{EntryId, EntryKind, LetterId, Origin};
use search::{Bytes, Damaged, checked};

/// The letters in a line each, in words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// The letters as in the catalogue, in the order of the edition. Their dates are in [`Lines::dates`]; who says who sent
    /// and received them is not told.
    pub catalogue: Catalogue,
    /// When each was sent, else received.
    pub dates: Vec<LineDate>,
}

/// Most letters that stand in one leaf: it comes while the words of a query are looked up.
const ONE_LEAF: usize = 1000;
/// So many stand in each where there are more. Of those that are found first hardly two are in one, and what else is in it
/// comes for nothing.
const LEAF: usize = 16;

/// How many letters stand in each leaf of an edition of so many.
#[must_use]
pub fn leaf_size(letters: usize) -> usize {
    if letters <= ONE_LEAF { letters } else { LEAF }
}

/// Opens a leaf of letters (`leaves`) that belongs to an index of words with a number: a line each.
///
/// # Errors
/// Where it is damaged, or belongs to another index.
pub fn leaf(id: u32, file: &[u8]) -> Result<&str, Damaged> {
    std::str::from_utf8(checked(id, file)?).map_err(|_| Damaged)
}

/// The date of a letter in a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineDate {
    /// In words; empty for an undated letter.
    pub words: Box<str>,
    /// The first day it can be, as number of days since 1970; none where that is open or not known.
    pub first: Option<i32>,
    /// The last day, likewise.
    pub last: Option<i32>,
}

/// What is told of a date, as bits.
mod told {
    pub(super) const WORDS: u32 = 1;
    pub(super) const FIRST: u32 = 2;
    pub(super) const LAST: u32 = 4;
    pub(super) const YEARS: u32 = 8;
    /// One day, worded as all such days are; nothing else is told of it.
    pub(super) const DAY: u32 = 16;
}

impl Lines {
    /// Opens the lines that belong to an index of words with a number ([`search::Index::id`]).
    ///
    /// # Errors
    /// Where they are damaged, or belong to another index.
    pub fn open(id: u32, file: &[u8]) -> Result<Self, Damaged> {
        Reading { bytes: Bytes(checked(id, file)?), last: 0 }.lines()
    }
}

/// Lines that are being read.
struct Reading<'b> {
    bytes: Bytes<'b>,
    /// The day that was read last.
    last: i32,
}

impl Reading<'_> {
    fn lines(&mut self) -> Result<Lines, Damaged> {
        let [parties, places] = [self.parties()?, self.parties()?];
        let languages = self.texts()?;
        let months = self.texts()?;
        let count = self.bytes.size()?;
        let mut letters: Vec<LetterRow> = Vec::new();
        for _ in 0..count {
            let (shared, rest) = (self.bytes.size()?, self.text()?);
            let before = letters.last().map_or("", |row| row.id.as_str());
            let id = [before.get(..shared).ok_or(Damaged)?, &*rest].concat();
            letters.push(LetterRow {
                id: LetterId(id.into()),
                date: None,
                day: None,
                years: None,
                senders: Vec::new(),
                recipients: Vec::new(),
                place: None,
                language: 0,
                known_by: "".into(),
            });
        }
        let mut dates = Vec::new();
        for row in &mut letters {
            let told = self.bytes.number()?;
            dates.push(self.date(told, &months, row)?);
        }
        for row in &mut letters {
            row.senders = self.who()?;
            row.recipients = self.who()?;
            if row.senders.is_empty() && row.recipients.is_empty() {
                row.known_by = self.text()?;
            }
        }
        for row in &mut letters {
            row.place = self.bytes.number()?.checked_sub(1);
            row.language = self.bytes.number()?;
        }
        Ok(Lines { catalogue: Catalogue { parties, places, languages, letters, uneven: false }, dates })
    }

    fn date(&mut self, told: u32, months: &[Box<str>], row: &mut LetterRow) -> Result<LineDate, Damaged> {
        if told == told::DAY {
            let day = self.day()?;
            let (year, month, nth) = DayNumber(day).gregorian();
            let month = months.get(usize::from(month).wrapping_sub(1)).ok_or(Damaged)?;
            (row.day, row.years) = (Some(day), Some((year, year)));
            let words = [&*u32::from(nth).to_string(), month, &*year.to_string()].concat();
            return Ok(LineDate { words: words.into(), first: row.day, last: row.day });
        }
        let mut date = LineDate::default();
        if told & told::WORDS != 0 {
            date.words = self.text()?;
        }
        if told & told::FIRST != 0 {
            date.first = Some(self.day()?);
        }
        if told & told::LAST != 0 {
            date.last = Some(self.day()?);
        }
        if told & told::YEARS != 0 {
            let first = signed(self.bytes.number()?);
            row.years = Some((first, first.wrapping_add(signed(self.bytes.number()?))));
        }
        row.day = date.first.or(date.last);
        Ok(date)
    }

    /// A day, as distance from the last.
    fn day(&mut self) -> Result<i32, Damaged> {
        self.last = self.last.wrapping_add(signed(self.bytes.number()?));
        Ok(self.last)
    }

    fn who(&mut self) -> Result<Vec<(u32, Origin)>, Damaged> {
        let mut who = Vec::new();
        for _ in 0..self.bytes.number()? {
            who.push((self.bytes.number()?, Origin::Source));
        }
        Ok(who)
    }

    fn parties(&mut self) -> Result<Vec<Party>, Damaged> {
        let mut parties = Vec::new();
        for _ in 0..self.bytes.number()? {
            let (name, sort_name) = (self.text()?, self.text()?);
            let entry = match self.bytes.size()?.checked_sub(1) {
                Some(kind) => Some((*EntryKind::REGISTERS.get(kind).ok_or(Damaged)?, EntryId(self.text()?))),
                None => None,
            };
            parties.push(Party { name, sort_name, entry });
        }
        Ok(parties)
    }

    fn texts(&mut self) -> Result<Vec<Box<str>>, Damaged> {
        let mut texts = Vec::new();
        for _ in 0..self.bytes.number()? {
            texts.push(self.text()?);
        }
        Ok(texts)
    }

    fn text(&mut self) -> Result<Box<str>, Damaged> {
        let length = self.bytes.size()?;
        let text = std::str::from_utf8(self.bytes.take(length)?).map_err(|_| Damaged)?;
        Ok(text.into())
    }
}

/// A number with a sign, as it was put: 0, -1, 1, -2 and so on.
fn signed(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}
