//! The edition that is open.

use bundle::OpenError;
use edition::{Edition, Entry, EntryId, Letter, LetterId};
use index::{EntryRecord, Indexes};

/// The edition that is open, with its indexes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// The edition.
    pub edition: Edition,
    /// Its indexes.
    pub indexes: Indexes,
}

impl Library {
    /// Opens packed bytes.
    ///
    /// # Errors
    /// Those of [`bundle::open`].
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        let (edition, indexes) = bundle::open(bytes)?;
        Ok(Self { edition, indexes })
    }

    /// The letter with this identifier.
    #[must_use]
    pub fn letter(&self, id: &LetterId) -> Option<&Letter> {
        self.edition.letters.iter().find(|letter| letter.id == *id)
    }

    /// The entry with this identifier.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        self.edition.register.entry(id)
    }

    /// All entries of the register with what the index knows of them.
    pub fn entries(&self) -> impl Iterator<Item = (&Entry, &EntryRecord)> {
        self.edition.register.entries.iter().zip(&self.indexes.entries)
    }

    /// What the index knows of the entry with this identifier.
    #[must_use]
    pub fn record(&self, id: &EntryId) -> Option<&EntryRecord> {
        let at = self.edition.register.entries.iter().position(|entry| entry.id == *id)?;
        self.indexes.entries.get(at)
    }
}
