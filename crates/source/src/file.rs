//! A source file in memory.

use crate::{Lines, Span};

/// The path of a source as an editor knows it, for messages only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(pub Box<str>);

/// Which of the files of one run; 0 unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub u32);

/// A place as an editor counts it: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// A decoded text and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Which file of this run it is.
    pub id: SourceId,
    /// Where it came from.
    pub path: SourcePath,
    /// The decoded text. Line ends stay as they were; a byte order mark is not part of it.
    pub text: Box<str>,
    /// The name of the encoding it was decoded from (WHATWG label, like `windows-1252`).
    pub encoding: &'static str,
}

impl SourceFile {
    /// A text that is in memory already.
    #[must_use]
    pub fn from_text(path: &str, text: &str) -> Self {
        Self { id: SourceId::default(), path: SourcePath(path.into()), text: text.into(), encoding: "UTF-8" }
    }

    /// The text of a span; empty where the span does not lie on character borders of this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The line and column of a byte offset. Reads the whole text: for many offsets make [`Lines`] once.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        Lines::of(&self.text).line_column(offset)
    }
}
