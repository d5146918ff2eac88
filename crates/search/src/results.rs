//! What a search comes to.

use crate::index::ShardId;
use crate::snippet::Marks;

/// What a search comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// These files are to be brought, or lost, and it is to be searched again.
    Needs(Vec<ShardId>),
    /// What was found.
    Ready(Results),
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Results {
    /// The documents, the best first; of equals, the one taken in first.
    pub hits: Vec<Hit>,
    /// Words that stand in no document, and what was looked for in their place.
    pub meanings: Vec<Meaning>,
    /// Words that stand in few documents, and those like them that stand in many more: one may have been meant. Nobody looked for
    /// them.
    pub offers: Vec<Meaning>,
    /// How many files would have been searched but could not be had.
    pub lost: usize,
    /// What was found, for marking it in a text.
    pub marks: Marks,
}

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Its number.
    pub document: u32,
    /// How well it fits; larger is better, nothing else is meant by it.
    pub score: f32,
}

/// What was looked for, or may be, in place of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The word, folded.
    pub typed: String,
    /// What stands in its place, folded.
    pub found: Vec<String>,
}
