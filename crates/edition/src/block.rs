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
    /// At which side of the page its lines stand.
    pub align: Alignment,
    /// What it says. Empty for a page break.
    pub inlines: Vec<Inline>,
    /// Where it stands. Not packed.
    #[serde(skip)]
    pub span: Span,
}

/// At which side of the page the lines of a block stand (TEI `rend`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Alignment {
    /// Nothing says it: where lines of their kind stand.
    #[default]
    Unsaid,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

impl Alignment {
    /// The side as a word (`left`, `center`, `right`); none where it is not said.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Unsaid => None,
            Self::Left => Some("left"),
            Self::Center => Some("center"),
            Self::Right => Some("right"),
        }
    }
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
    /// A line of verse; lines of a stanza follow each other, the first of a stanza says so.
    Verse {
        /// Whether a stanza begins with it.
        stanza: bool,
    },
    /// A point of a list.
    Item,
    /// A row of a table, made of cells.
    Row,
    /// A paragraph of a quotation.
    Quote,
    /// The words that belong to a picture, and its address.
    Figure(Option<Box<str>>),
    /// Words of the editor of the print inside the letter's body: side notes, head notes.
    Editorial,
    /// Lines kept as text though it is not understood what they are.
    Other,
}

impl BlockKind {
    /// What stands above or around the words of a letter: letterhead, address, place and day, what editors put in.
    #[must_use]
    pub fn stands_above(&self) -> bool {
        use BlockKind::{Address, Dateline, Editorial, Heading, Number, PageBreak};
        matches!(self, Heading | Number | Dateline | Address | Editorial | PageBreak(_))
    }
}
