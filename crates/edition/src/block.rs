//! The parts of a letter's text.

use crate::{BlockId, Inline, PageBreak};
use serde::{Deserialize, Serialize};
use source::Span;

/// A part of a letter that stands by itself on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its fragment.
    pub id: BlockId,
    /// What it is.
    pub kind: BlockKind,
    /// What it says. Empty for a page break.
    pub inlines: Vec<Inline>,
    /// Where it stands. Not packed.
    #[serde(skip)]
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The heading of the print: `TO A. A. JOFFE`.
    Heading,
    /// The running number of the letter in its volume.
    Number,
    /// Place and date.
    Dateline,
    /// `Dear Comrade Joffe:`
    Salute,
    /// The addressee's address inside the letter.
    Address,
    /// A paragraph.
    Paragraph,
    /// A paragraph that goes on after a page break; the one before it is its first half.
    Continuation,
    /// A page begins between two blocks.
    PageBreak(PageBreak),
    /// `With best wishes,`
    Closer,
    /// The signature.
    Signed,
    /// What follows the signature.
    Postscript,
    /// Words of the editor of the print inside the letter's body: side notes, head notes.
    Editorial,
    /// Lines kept as text though it is not understood what they are.
    Other,
}
