//! Where findings stand, as lines and columns; the lines of a file are counted once.

use source::{LineColumn, Lines, SourceFile, SourceId, Span};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The files of a report.
pub(crate) struct Places<'f>(BTreeMap<SourceId, (&'f SourceFile, OnceCell<Lines<'f>>)>);

impl<'f> Places<'f> {
    pub(crate) fn of(files: &'f [SourceFile]) -> Self {
        Self(files.iter().map(|file| (file.id, (file, OnceCell::new()))).collect())
    }

    /// The file of a number; what is said of the whole edition has a number that is none's.
    pub(crate) fn file(&self, source: SourceId) -> Option<&'f SourceFile> {
        self.0.get(&source).map(|(file, _)| *file)
    }

    /// A file with its lines.
    pub(crate) fn lines(&self, source: SourceId) -> Option<(&'f SourceFile, &Lines<'f>)> {
        let (file, lines) = self.0.get(&source)?;
        Some((file, lines.get_or_init(|| Lines::of(&file.text))))
    }

    /// First character, and the one after the last.
    pub(crate) fn range(&self, source: SourceId, span: Span) -> Option<(LineColumn, LineColumn)> {
        let (_, lines) = self.lines(source)?;
        Some((lines.line_column(span.start), lines.line_column(span.end)))
    }
}
