//! A letter as read from its source, names and dates not yet marked, and the proof that nothing was lost.

use edition::{Inline, Letter, Note, Origin, each_inline};
use source::{SourceFile, Span};
use std::collections::BTreeSet;
use std::fmt;

/// A letter as an importer leaves it: its text, what was consumed as structure, and where the parts of the heading
/// stand that say who wrote to whom from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The letter. Its inlines hold text, set-off words, calls, labels, page breaks and supplied words only.
    pub letter: Letter,
    /// What of the source is not text of the letter, in its order.
    pub consumed: Vec<Consumed>,
    /// The manner of printing that the file was read in.
    pub manner: Manner,
    /// The author, where the header block or the heading names one.
    pub author: Option<Span>,
    /// Those the letter is addressed to, from its heading.
    pub addressees: Vec<Addressee>,
    /// The place the heading gives for the addressee.
    pub addressee_place: Option<Span>,
    /// The place in the dateline.
    pub dateline_place: Option<Span>,
    /// The words of the signature.
    pub signature: Option<Span>,
    /// The running number of the letter in its volume.
    pub number: Option<Span>,
    /// The pages of the print, in the order of the source; the first is there only if the imprint names it.
    pub pages: Vec<PageStart>,
}

impl Draft {
    /// The page on which a place of the letter stands, where that is known.
    #[must_use]
    pub fn page_at(&self, offset: u32) -> Option<&PageStart> {
        let known = self.pages.partition_point(|page| page.start <= offset);
        self.pages.get(known.checked_sub(1)?)
    }
}

/// How a file is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Manner {
    /// A header block flush left, everything after it indented, a paragraph one line that is indented deeper.
    Indented,
    /// Paragraphs of several lines, blank lines between.
    Flush,
    /// A paragraph on each line.
    LinePerParagraph,
}

/// One addressee of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Where the name stands.
    pub span: Span,
    /// As printed: `A. A. JOFFE`.
    pub as_written: Box<str>,
    /// For display, in ordinary letters: `A. A. Joffe`.
    pub display: Box<str>,
}

/// Where a page of the print begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageStart {
    /// Its number or name: `100`.
    pub page: Box<str>,
    /// Offset of the first text on it.
    pub start: u32,
    /// Whether a marker says so, or it follows from the imprint.
    pub origin: Origin,
    /// The marker; none where it follows from the imprint.
    pub marker: Option<Span>,
}

/// A stretch of the source that is structure, not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Consumed {
    /// Where.
    pub span: Span,
    /// As what.
    pub role: Structure,
}

/// What a consumed stretch was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Structure {
    /// Blanks at the beginning of a line.
    Indent,
    /// Blanks at the end of a line or of the file.
    TrailingBlanks,
    /// Blanks between two parts of one line.
    Spacing,
    /// The end of a line that holds something.
    LineEnd,
    /// Lines that hold nothing, with their ends.
    BlankLine,
    /// The no-break spaces where a signature stood.
    MissingSignature,
    /// `page 100` on a line of its own, a running head with its figure, `[Pg 100]` in a paragraph.
    PageMarker,
    /// `[84]` before a note, `[Footnote 1:`, `* `, `1. `.
    NoteLabel,
    /// The strokes between the letter and its notes.
    Rule,
    /// The bracket that ends `[Footnote 1: …]`.
    FootnoteBracket,
    /// `[Sidenote:` and the bracket that ends it.
    SidenoteBracket,
    /// The `_` before and after italic words.
    ItalicMark,
}

impl Structure {
    /// Whether these characters can have been that; so no word can pass for structure.
    fn admits(self, characters: &str) -> bool {
        let inner = characters.trim_start_matches('[').trim_end_matches([']', ':']);
        match self {
            Self::Indent | Self::TrailingBlanks | Self::Spacing | Self::BlankLine => {
                characters.chars().all(crate::plain::blank)
            }
            Self::LineEnd => matches!(characters, "\n" | "\r\n" | "\r"),
            Self::MissingSignature => characters.chars().all(|c| c == '\u{a0}'),
            Self::PageMarker => {
                let word = inner.len() <= 24 && inner.to_lowercase().starts_with('p');
                word || crate::plain::running_head(characters).is_some()
            }
            Self::NoteLabel => {
                let sign = |c: char| {
                    crate::plain::blank(c) || c.is_numeric() || matches!(c, '*' | '†' | '‡' | '§' | '.' | ')')
                };
                inner.len() <= 24 && characters.starts_with('[') || characters.chars().all(sign)
            }
            Self::Rule => crate::plain::is_rule(characters),
            Self::FootnoteBracket => characters == "]",
            Self::SidenoteBracket => characters == "]" || inner == "Sidenote",
            Self::ItalicMark => characters == "_",
        }
    }
}

/// The first place that is covered twice or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCovered {
    /// Where the cover goes wrong.
    pub at: u32,
    /// What is wrong there.
    pub problem: &'static str,
}

impl fmt::Display for NotCovered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {}: {}", self.at, self.problem)
    }
}

impl std::error::Error for NotCovered {}

/// Puts the source together again from the letter's text and what was consumed. Works before and after names and
/// dates are marked.
///
/// # Errors
/// [`NotCovered`] names the first byte that is covered twice, not at all, with other characters than the source's, or
/// by structure that such characters cannot be.
pub fn rebuild(file: &SourceFile, letter: &Letter, consumed: &[Consumed]) -> Result<String, NotCovered> {
    let mut pieces: Vec<(Span, Piece<'_>)> =
        consumed.iter().map(|piece| (piece.span, Piece::Structure(piece.role))).collect();
    let breaks = breaks(letter);
    for line in &letter.witness.imprint {
        collect(&line.inlines, &mut pieces);
    }
    for block in &letter.text {
        collect(&block.inlines, &mut pieces);
    }
    for note in &letter.notes {
        collect_note(note, &mut pieces);
    }
    pieces.retain(|(span, _)| !span.is_empty());
    pieces.sort_by_key(|(span, _)| *span);
    let mut whole = String::with_capacity(file.text.len());
    let mut at = 0;
    for (span, piece) in pieces {
        let over = Span { start: at, end: span.start.max(at) };
        if breaks.contains(&at) && is_line_end(file.slice(over)) {
            whole.push_str(file.slice(over));
            at = span.start;
        }
        if span.start != at {
            let problem = if span.start < at { "covered twice" } else { "not covered" };
            return Err(NotCovered { at: at.min(span.start), problem });
        }
        let there = file.slice(span);
        match piece {
            Piece::Text(text) if text != there => {
                return Err(NotCovered { at, problem: "other characters than the source" });
            }
            Piece::Structure(role) if !role.admits(there) => {
                return Err(NotCovered { at, problem: "words consumed as structure" });
            }
            Piece::Text(text) => whole.push_str(text),
            Piece::Structure(_) => whole.push_str(there),
        }
        at = span.end;
    }
    if (at as usize) < file.text.len() {
        return Err(NotCovered { at, problem: "not covered" });
    }
    Ok(whole)
}

/// Where a break inside a word stands for the end of a line, and the blanks at both sides of it.
fn breaks(letter: &Letter) -> BTreeSet<u32> {
    let mut out = BTreeSet::new();
    let notes = letter.notes.iter().flat_map(|note| &note.blocks);
    for block in letter.text.iter().chain(notes) {
        let mut end = None;
        each_inline(&block.inlines, &mut |inline| match inline {
            Inline::Text(text) => end = Some(text.span.end),
            Inline::LineBreak { inside_word: true, .. } => out.extend(end),
            _ => {}
        });
    }
    out
}

/// Whether characters are one end of a line, with blanks around it.
pub(crate) fn is_line_end(characters: &str) -> bool {
    let ends = characters.replace("\r\n", "\n").matches(['\n', '\r']).count();
    ends == 1 && characters.chars().all(crate::plain::blank)
}

/// What covers a stretch of the source.
enum Piece<'t> {
    Text(&'t str),
    Structure(Structure),
}

fn collect_note<'t>(note: &'t Note, pieces: &mut Vec<(Span, Piece<'t>)>) {
    for block in &note.blocks {
        collect(&block.inlines, pieces);
    }
    if let Some(reference) = &note.back_reference {
        pieces.push((reference.span, Piece::Text(&reference.as_written)));
    }
}

fn collect<'t>(inlines: &'t [Inline], pieces: &mut Vec<(Span, Piece<'t>)>) {
    each_inline(inlines, &mut |inline| match inline {
        Inline::Text(text) => pieces.push((text.span, Piece::Text(&text.text))),
        Inline::NoteCall(call) => pieces.push((call.span, Piece::Text(&call.as_written))),
        // Page markers are consumed as structure; of all others only what stands inside covers the source.
        _ => {}
    });
}
