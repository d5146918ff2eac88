//! An edition and its letters.

use crate::{Block, BlockId, CorrespDesc, Inline, LetterId, Note, Register};
use serde::{Deserialize, Serialize};
use source::Span;

/// Letters that belong together, with their registers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edition {
    /// Title and the like.
    pub header: Header,
    /// The letters, in the order of the edition.
    pub letters: Vec<Letter>,
    /// Who and what is named.
    pub register: Register,
}

/// What is to be said of the whole edition.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Header {
    /// Its title.
    pub title: Box<str>,
    /// Its language (BCP 47).
    pub language: Box<str>,
    /// What it is, in a sentence or two.
    pub description: Box<str>,
    /// Who edits it.
    pub editors: Vec<Box<str>>,
    /// Source and rights, one statement a line.
    pub rights: Vec<Box<str>>,
    /// The languages that the interface is offered in (BCP 47); none for all it speaks.
    pub interface: Vec<Box<str>>,
    /// The files that could not be read, so that a reader knows what is missing.
    pub left_out: Vec<Box<str>>,
    /// The source files for whoever wants them: the address of an archive, and how many bytes it takes.
    pub sources: Option<(Box<str>, u32)>,
    /// The views that no list of views leads to, as in their addresses: `chronology`, `search`, `persons` …
    pub hidden: Vec<Box<str>>,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its identifier, in addresses too.
    pub id: LetterId,
    /// Its title, where the source gives one.
    pub title: Option<Box<str>>,
    /// Its number in the edition, where the source gives one.
    pub number: Option<Box<str>>,
    /// The state of the work on it, where the source names one: `draft`, `approved`.
    pub status: Option<Box<str>>,
    /// The language of its text (BCP 47).
    pub language: Box<str>,
    /// Who, whom, when, where.
    pub corresp: CorrespDesc,
    /// Where it was printed.
    pub witness: Witness,
    /// Its text.
    pub text: Vec<Block>,
    /// Its notes, in the order of the source.
    pub notes: Vec<Note>,
    /// The first page of the print, and whether the source says so at that place.
    pub first_page: Option<crate::PageBreak>,
}

/// The print a letter was taken from, line by line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Witness {
    /// The lines of the header block.
    pub imprint: Vec<ImprintLine>,
    /// The volume, where the imprint names it: `45`.
    pub volume: Option<Box<str>>,
    /// The pages, where the imprint names them: `99-100`.
    pub pages: Option<Box<str>>,
    /// Source and rights of the digital text, one statement a line, by the editor.
    pub rights: Vec<Box<str>>,
}

/// A line of the header block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImprintLine {
    /// Its fragment: `h1`, `h2` …
    pub id: BlockId,
    /// What it tells.
    pub kind: ImprintKind,
    /// Its words.
    pub inlines: Vec<Inline>,
    /// Where it stands. Not packed.
    #[serde(skip)]
    pub span: Span,
}

/// What a line of the header block tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ImprintKind {
    /// `V. I. Lenin`
    Author,
    /// `First published in 1959`
    FirstPublished,
    /// `Printed from the original`
    TextSource,
    /// `From V. I. Lenin, Collected Works, 4th English Edition,`
    Edition,
    /// `Vol. 45, pp. 99-100.`
    VolumePages,
    /// `Translated from the Russian`
    Translation,
    /// `Prepared © for the Internet by …`
    Digitisation,
    /// `Sent from Munich to Zurich.`
    SentFromTo,
    /// What the paper, the hands and the additions are like (TEI `physDesc`).
    Description,
    /// Who edited the letter.
    Responsibility,
    /// Not understood.
    Unknown,
}
