//! Lines that hold something, and the groups they stand in.

use super::{blank, footnotes, manner, notes, pages};
use crate::draft::Manner;
use source::Span;

/// A line that holds something: where it begins, where its words begin and end, and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    start: u32,
    from: u32,
    to: u32,
    end: u32,
    /// Lines without anything before it.
    blanks: u32,
}

impl Line {
    /// Its words, without blanks at the ends.
    pub(super) fn words(self) -> Span {
        Span { start: self.from, end: self.to }
    }

    /// How many characters stand before its words.
    pub(super) fn columns(self, text: &str) -> usize {
        text.get(self.start as usize..self.from as usize).map_or(0, |indent| indent.chars().count())
    }

    /// The blanks after its words.
    pub(super) fn tail(self) -> Span {
        Span { start: self.to, end: self.end }
    }
}

/// All lines that hold something. A line ends with LF, CR LF or CR.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let (mut start, mut blanks) = (0, 0);
    while start < bytes.len() {
        let rest = bytes.get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let content = text.get(start..start + length).unwrap_or_default();
        let words = content.trim_matches(blank);
        if words.is_empty() {
            blanks += 1;
        } else {
            let from = start + content.len() - content.trim_start_matches(blank).len();
            let (whole, inner) = (Span::new(start, start + length), Span::new(from, from + words.len()));
            out.push(Line { start: whole.start, from: inner.start, to: inner.end, end: whole.end, blanks });
            blanks = 0;
        }
        let crlf = rest.get(length..length + 2) == Some(b"\r\n");
        start += length + if crlf { 2 } else { 1 };
    }
    out
}

/// Lines that stand together: a heading, a paragraph, a note.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// From the first word to the last.
    pub(super) span: Span,
    /// Which line is its first.
    pub(super) first: usize,
    /// How many lines.
    pub(super) lines: usize,
    /// How far its first line is indented, in characters.
    pub(super) columns: usize,
    /// Whether every line is indented.
    pub(super) set_in: bool,
    /// Lines without anything before it.
    pub(super) blanks: u32,
    /// The blanks after its last line.
    pub(super) tail: Span,
    /// Whether it is a running head between two pieces of one sentence.
    pub(super) head: bool,
}

/// How far back a rule is looked for above a running head.
const LONGEST_FOOT: usize = 60;

/// Whether a line is a running head that parts a sentence; one below a footnote can part the note.
fn is_head(text: &str, lines: &[Line], number: usize) -> bool {
    let words =
        |number: usize| lines.get(number).and_then(|line| text.get(line.words().range())).unwrap_or_default();
    let Some(before) = number.checked_sub(1).filter(|_| pages::running_head(words(number)).is_some()) else {
        return false;
    };
    let together =
        |above: &usize| lines.get(above + 1).is_some_and(|line| *above == before || line.blanks == 0);
    let mut group = (0..=before).rev().take(LONGEST_FOOT).take_while(together);
    pages::parts_sentence(words(before), words(number + 1))
        && !group.any(|above| footnotes::is_rule(words(above)))
}

/// The groups of lines in a manner: a blank line divides; so does a deeper indent where paragraphs have one, each line
/// where each is a paragraph, a page marker, and the label of a note under another.
pub(super) fn units(text: &str, lines: &[Line], manner: &manner::Found) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    let mut labelled = false;
    let mut marker = false;
    for (number, line) in lines.iter().enumerate() {
        let words = text.get(line.words().range()).unwrap_or_default();
        let columns = line.columns(text);
        let head = is_head(text, lines, number);
        let is_marker = pages::marker(words).is_some() || head;
        let is_label = notes::label(words).is_some();
        let divides = number == 0
            || line.blanks > 0
            || marker
            || is_marker
            || (labelled && is_label)
            || manner.manner == Manner::LinePerParagraph
            || (manner.manner == Manner::Indented
                && number >= manner.first
                && (number == manner.first || columns >= manner.base + 2));
        match out.last_mut().filter(|_| !divides) {
            Some(unit) => {
                unit.span = unit.span.to(line.words());
                unit.lines += 1;
                unit.set_in &= columns > 0;
                unit.tail = line.tail();
            }
            None => {
                out.push(Unit {
                    span: line.words(),
                    first: number,
                    lines: 1,
                    columns,
                    set_in: columns > 0,
                    blanks: line.blanks,
                    tail: line.tail(),
                    head,
                });
                labelled = is_label;
            }
        }
        marker = is_marker;
    }
    out
}
