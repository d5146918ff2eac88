//! Where the parts of an edition stand in its files, for what is said to editors. Never packed.

use crate::EntryId;
use source::{SourceId, Span};
use std::collections::BTreeMap;

/// Where letters and entries stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// Of each letter, in the order of the edition.
    pub letters: Vec<LetterPlace>,
    /// Of each entry that a register has; an entry made of a name in a header has none.
    pub entries: BTreeMap<EntryId, (SourceId, Span)>,
}

/// Where a letter stands, and where its file says what is said of it as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LetterPlace {
    /// The file.
    pub source: SourceId,
    /// Where it says who wrote to whom and when; none where the letter is all there is.
    pub head: Option<Span>,
    /// Its title.
    pub title: Option<Span>,
    /// Its language.
    pub language: Option<Span>,
}
