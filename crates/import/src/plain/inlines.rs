//! What stands inside a block: calls (R8), italic words, supplied words, enumerations, footnotes in the sentence.

use super::notes::{self, Body, Part};
use super::{blank, marks, pages};
use crate::draft::{Consumed, Structure};
use edition::{Inline, NoteCall, NoteId, Origin, PageBreak, Rend, Text};
use marks::Marks;
use source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What reading the blocks of a letter needs and finds.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    /// Labels that have a body somewhere.
    pub(super) labels: BTreeSet<Box<str>>,
    /// Labels that are called somewhere.
    pub(super) called: BTreeSet<Box<str>>,
    /// Calls without brackets by their place: how long they are, and their label.
    pub(super) calls: BTreeMap<usize, (usize, Box<str>)>,
    pub(super) consumed: Vec<Consumed>,
    /// Footnotes found inside sentences.
    pub(super) bodies: Vec<Body>,
    /// How many notes without a number there have been.
    pub(super) unnumbered: usize,
}

/// Brackets and italics deeper than this are text.
const DEEPEST: usize = 16;

/// The longest words in brackets that an editor supplied, in bytes.
const LONGEST_SUPPLIED: usize = 400;

impl Reader<'_> {
    /// The characters as they are.
    pub(super) fn verbatim(&self, span: Span) -> Vec<Inline> {
        let mut out = Vec::new();
        self.push(&mut out, span.start as usize, span.end as usize);
        out
    }

    /// The inlines of a block.
    pub(super) fn read(&mut self, span: Span) -> Vec<Inline> {
        let marks = Marks::of(self.text, span);
        self.stretch(&marks, span.start as usize, span.start as usize, span.end as usize, 0)
    }

    /// A label for a note that has none.
    pub(super) fn unnumbered(&mut self) -> Box<str> {
        self.unnumbered += 1;
        format!("*{}", self.unnumbered).into()
    }

    fn push(&self, out: &mut Vec<Inline>, from: usize, to: usize) {
        if from < to {
            let text = self.text.get(from..to).unwrap_or_default().into();
            out.push(Inline::Text(Text { text, span: Span::new(from, to) }));
        }
    }

    /// Reads from `at`; the text before it from `done` on belongs to the first piece.
    fn stretch(&mut self, marks: &Marks, done: usize, at: usize, to: usize, depth: usize) -> Vec<Inline> {
        let (mut done, mut at) = (done, at);
        let mut out = Vec::new();
        let bytes = self.text.as_bytes();
        let sign = |at: usize| {
            let rest = bytes.get(at..to)?;
            Some(at + rest.iter().position(|byte| matches!(byte, b'[' | b'_' | b'('))?)
        };
        let mut next = sign(at);
        loop {
            if next.is_some_and(|next| next < at) {
                next = sign(at);
            }
            if let Some((length, start, call)) = self.bare_call(at, next.unwrap_or(to), to) {
                self.push(&mut out, done, start);
                out.push(call);
                (at, done) = (start + length, start + length);
                continue;
            }
            let Some(found) = next else { break };
            at = found;
            let end = match bytes.get(at) {
                Some(b'[') => marks.bracket(at),
                Some(b'_') => marks.italic(at),
                _ => marks.label(at),
            };
            let taken = end.filter(|end| *end < to && depth < DEEPEST);
            match taken.and_then(|end| Some((end, self.item(marks, at, end, depth)?))) {
                Some((end, item)) => {
                    // What stands before a note without a call has no blank after it: the call touches the word.
                    let touching = matches!(&item, Inline::NoteCall(call) if call.span.is_empty());
                    let before = self.text.get(done..at).unwrap_or_default();
                    let length = if touching { before.trim_end_matches(blank).len() } else { before.len() };
                    self.push(&mut out, done, done + length);
                    out.push(if touching { moved(item, done + length) } else { item });
                    at = end + 1;
                    done = at;
                }
                None => at += 1,
            }
        }
        self.push(&mut out, done, to);
        out.retain(
            |inline| !matches!(inline, Inline::Other(name, inner) if name.is_empty() && inner.is_empty()),
        );
        out
    }

    /// The first call without brackets from `at` on that stands before the next sign: its length, its place, the call.
    fn bare_call(&self, at: usize, next: usize, to: usize) -> Option<(usize, usize, Inline)> {
        let (start, (length, label)) = self.calls.range(at..next.max(at)).next()?;
        let as_written = self.text.get(*start..start + length).filter(|_| start + length <= to)?;
        Some((*length, *start, call(label, as_written, Span::new(*start, start + length))))
    }

    /// What stands between a sign at `at` and its end (inclusive); none where it is text.
    fn item(&mut self, marks: &Marks, at: usize, end: usize, depth: usize) -> Option<Inline> {
        let whole = self.text.get(at..=end)?;
        match whole.as_bytes().first()? {
            b'_' => {
                let inner = self.stretch(marks, at + 1, at + 1, end, depth + 1);
                self.consume(at, at + 1, Structure::ItalicMark);
                self.consume(end, end + 1, Structure::ItalicMark);
                Some(Inline::Hi(Rend::Italic, inner))
            }
            b'(' => Some(Inline::Label(self.verbatim(Span::new(at, end + 1)))),
            _ => self.bracketed(marks, whole, at, end, depth),
        }
    }

    fn bracketed(
        &mut self,
        marks: &Marks,
        whole: &str,
        at: usize,
        end: usize,
        depth: usize,
    ) -> Option<Inline> {
        let span = Span::new(at, end + 1);
        if let Some(page) = pages::bracketed(whole) {
            let page =
                PageBreak { page: page.into(), origin: Origin::Source, facs: None, inside_word: false, span };
            self.consume(at, end + 1, Structure::PageMarker);
            return Some(Inline::PageBreak(Box::new(page)));
        }
        if let Some((label, length)) = notes::footnote(whole) {
            return Some(self.footnote(label, at, length, end));
        }
        if let Some(length) = notes::sidenote(whole) {
            self.consume(at, at + length, Structure::SidenoteBracket);
            self.consume(end, end + 1, Structure::SidenoteBracket);
            let inner = self.stretch(marks, at + length, at + length, end, depth + 1);
            return Some(Inline::Other("sidenote".into(), inner));
        }
        let inner = whole.get(1..whole.len() - 1)?;
        if notes::is_label(inner) && self.is_call(inner, at) {
            return Some(call(inner, whole, span));
        }
        let supplied = inner.len() <= LONGEST_SUPPLIED && !inner.trim_matches(blank).is_empty();
        supplied.then(|| Inline::Supplied(self.stretch(marks, at, at + 1, end + 1, depth + 1)))
    }

    /// R8. A label that has a body is a call; one that has none is a call where it touches a word. Four figures that
    /// touch nothing are a year.
    fn is_call(&self, label: &str, at: usize) -> bool {
        let touches = notes::touches(self.text, at);
        if self.labels.contains(label) {
            touches || !notes::like_a_year(label)
        } else {
            touches && !notes::like_a_year(label)
        }
    }

    /// A footnote inside a sentence; its call stands there unless the text calls its number elsewhere.
    fn footnote(&mut self, label: &str, at: usize, length: usize, end: usize) -> Inline {
        let called = !label.is_empty() && self.called.contains(label);
        let label: Box<str> = if label.is_empty() { self.unnumbered() } else { label.into() };
        let inner = self.text.get(at + length..end).unwrap_or_default();
        let words = inner.trim_matches(blank);
        let from = at + length + inner.len() - inner.trim_start_matches(blank).len();
        self.bodies.push(Body {
            label: label.clone(),
            label_span: Span::new(at, at + length),
            parts: vec![Part::Paragraph(Span::new(from, from + words.len()))],
            back_reference: None,
            close: Some(Span::new(end, end + 1)),
        });
        if called { Inline::Other("".into(), Vec::new()) } else { call(&label, "", Span::new(at, at)) }
    }

    fn consume(&mut self, from: usize, to: usize, role: Structure) {
        self.consumed.push(Consumed { span: Span::new(from, to), role });
    }
}

/// A call; which note it calls and for which time is known when all are read.
pub(super) fn call(label: &str, as_written: &str, span: Span) -> Inline {
    Inline::NoteCall(Box::new(NoteCall {
        note: NoteId("".into()),
        nth: 1,
        label: label.into(),
        as_written: as_written.into(),
        resolved: false,
        span,
    }))
}

fn moved(item: Inline, to: usize) -> Inline {
    match item {
        Inline::NoteCall(mut call) => {
            call.span = Span::new(to, to);
            Inline::NoteCall(call)
        }
        other => other,
    }
}
