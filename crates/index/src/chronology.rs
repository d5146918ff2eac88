//! The days that letters speak of.

use dates::{Bounds, Certainty, Edtf};
use edition::{LetterId, Origin};
use serde::{Deserialize, Serialize};

use crate::Excerpt;

/// One date of one letter, as the timeline shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Which kind of date.
    pub kind: MomentKind,
    /// The letter.
    pub letter: LetterId,
    /// The fragment of the words in the letter view (`d3`).
    pub fragment: Box<str>,
    /// The words as printed.
    pub as_written: Box<str>,
    /// The sentence they stand in, with the words marked.
    pub excerpt: Excerpt,
    /// The value; none for an undated letter or words without a value.
    pub meaning: Option<Edtf>,
    /// First and last day of it.
    pub bounds: Bounds,
    /// Who says so.
    pub origin: Origin,
    /// How sure.
    pub certainty: Certainty,
}

/// What kind of date a moment is; each has a shape and a word of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MomentKind {
    /// The letter was written or sent.
    Sent,
    /// The letter was received.
    Received,
    /// Mentioned in a letter's text.
    Mentioned,
    /// Mentioned in a note.
    InNote,
    /// The printing history of the source.
    Printing,
}

#[cfg(feature = "build")]
pub(crate) fn build(_edition: &edition::Edition) -> Vec<Moment> {
    Vec::new()
}
