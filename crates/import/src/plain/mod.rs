//! Letters as printed in volumes of collected works, as plain text.
//!
//! Two manners are read: that of the seed letter (a flush-left header block, everything else indented, one line a
//! paragraph, `page 100` lines, notes with `[p. 99]`), and that of transcribed volumes (paragraphs of several lines,
//! `[Footnote 1: …]`). What is certain is read; the rest stays text and is reported. See `README.md` beside this file.

mod cover;
mod dateline;
mod findings;
mod header;
mod heading;
mod indented;
mod inlines;
mod notes;
mod parts;
mod volume;

pub use parts::{block_name, imprint_name};

use crate::draft::Draft;
use parts::Parts;
use source::{Lines, Report, SourceFile, Span};

/// Reads a letter. Whatever the text, there is a letter: what is not understood becomes blocks of text.
#[must_use]
pub fn read_plain(file: &SourceFile) -> Report<Draft> {
    let lines: Vec<Line<'_>> = Lines::of(&file.text)
        .iter()
        .map(|span| Line { span, text: file.slice(span) })
        .filter(|line| !line.content().is_empty())
        .collect();
    let mut parts = Parts::new(file);
    if indented::claims(&lines) {
        indented::read(&mut parts, &lines);
    } else {
        volume::read(&mut parts, &lines, &file.text);
    }
    parts.finish()
}

/// A line that holds something, without its end.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    span: Span,
    text: &'t str,
}

/// Blanks of every kind that typists and converters leave at the ends of a line.
fn blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{a0}' | '\u{202f}' | '\u{feff}' | '\u{200b}')
}

impl<'t> Line<'t> {
    /// The line without blanks at its ends.
    fn content(&self) -> &'t str {
        self.text.trim_matches(blank)
    }

    /// Where that stands.
    fn content_span(&self) -> Span {
        let start = self.span.start as usize + (self.text.len() - self.text.trim_start_matches(blank).len());
        Span::new(start, start + self.content().len())
    }

    /// The blanks before it.
    fn indent(&self) -> &'t str {
        self.text.get(..self.text.len() - self.text.trim_start_matches(blank).len()).unwrap_or_default()
    }

    /// The blanks after it.
    fn tail(&self) -> &'t str {
        self.text.get(self.text.trim_end_matches(blank).len()..).unwrap_or_default()
    }
}

/// A stretch of text with its place.
#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    start: usize,
    text: &'t str,
}

impl<'t> Piece<'t> {
    fn of(text: &'t str, span: Span) -> Self {
        Self { start: span.start as usize, text: text.get(span.range()).unwrap_or_default() }
    }

    fn part(&self, from: usize, to: usize) -> Span {
        Span::new(self.start + from, self.start + to)
    }

    fn span(&self) -> Span {
        self.part(0, self.text.len())
    }
}
