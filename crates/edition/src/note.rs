//! Notes to a letter.

use crate::{Block, NoteId};
use serde::{Deserialize, Serialize};
use source::Span;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its fragment: `n84`.
    pub id: NoteId,
    /// Its number or sign without brackets: `84`.
    pub label: Box<str>,
    /// Whose note it is.
    pub kind: NoteKind,
    /// Its text: the first block carries the id of the note.
    pub blocks: Vec<Block>,
    /// The page it says it belongs to: `[p. 99]`.
    pub back_reference: Option<BackReference>,
    /// How many calls the text has. 0: no call was found.
    pub calls: u16,
    /// Label, text and back reference. Not packed.
    #[serde(skip)]
    pub span: Span,
}

/// Whose note it is, and about what; each kind is a series of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NoteKind {
    /// By the writer of the letter.
    Authorial,
    /// About the state of the text.
    Textual,
    /// About what the text speaks of.
    Explanatory,
    /// About the letter as a whole (TEI `div type="comment"`): nothing calls it.
    Commentary,
}

/// The page that a note names as that of its call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackReference {
    /// The page: `99`.
    pub page: Box<str>,
    /// As printed: `[p. 99]`.
    pub as_written: Box<str>,
    /// Where it stands. Not packed.
    #[serde(skip)]
    pub span: Span,
}
