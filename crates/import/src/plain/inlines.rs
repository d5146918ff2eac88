//! What stands inside a block: calls (R8), italic words, supplied words, enumerations.

use super::parts::note_id;
use super::{Piece, blank};
use crate::draft::{Consumed, Structure};
use edition::{Inline, NoteCall, NoteId, Rend, Text};
use source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The calls of a letter: which labels have a body, and how often each was called.
#[derive(Debug)]
pub(super) struct Calls {
    labels: BTreeSet<Box<str>>,
    counts: BTreeMap<Box<str>, u16>,
    /// Places of notes without a number, with the label each was given.
    pub(super) unnumbered: BTreeMap<u32, Box<str>>,
    /// Calls for which there is no body.
    pub(super) unanswered: Vec<(Box<str>, Span)>,
}

impl Calls {
    pub(super) fn new(labels: BTreeSet<Box<str>>) -> Self {
        Self { labels, counts: BTreeMap::new(), unnumbered: BTreeMap::new(), unanswered: Vec::new() }
    }

    pub(super) fn count(&self, label: &str) -> u16 {
        self.counts.get(label).copied().unwrap_or_default()
    }

    fn unnumbered_at(&mut self, offset: usize) -> Option<Box<str>> {
        if self.unnumbered.is_empty() {
            return None;
        }
        self.unnumbered.remove(&u32::try_from(offset).ok()?)
    }

    fn call(&mut self, label: &str, as_written: &str, span: Span) -> Inline {
        let nth = self.counts.entry(label.into()).or_default();
        *nth = nth.saturating_add(1);
        let resolved = self.labels.contains(label);
        if !resolved {
            self.unanswered.push((label.into(), span));
        }
        let (nth, note) = (*nth, NoteId(note_id(label)));
        Inline::NoteCall(NoteCall {
            note,
            nth,
            label: label.into(),
            as_written: as_written.into(),
            resolved,
            span,
        })
    }
}

/// The characters as they are.
pub(super) fn verbatim(piece: Piece<'_>) -> Vec<Inline> {
    vec![text(piece, 0, piece.text.len())]
}

fn text(piece: Piece<'_>, from: usize, to: usize) -> Inline {
    let text = piece.text.get(from..to).unwrap_or_default();
    Inline::Text(Text { text: text.into(), span: piece.part(from, to) })
}

/// Reads a block.
pub(super) fn read(piece: Piece<'_>, calls: &mut Calls, consumed: &mut Vec<Consumed>) -> Vec<Inline> {
    let labels = enumeration(piece.text);
    stretch(piece, &labels, calls, consumed)
}

fn stretch(
    piece: Piece<'_>,
    labels: &[usize],
    calls: &mut Calls,
    consumed: &mut Vec<Consumed>,
) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut done = 0;
    let mut at = 0;
    let flush = |out: &mut Vec<Inline>, done: usize, to: usize| {
        if to > done {
            out.push(text(piece, done, to));
        }
    };
    let bytes = piece.text.as_bytes();
    while at < bytes.len() {
        if let Some(label) = calls.unnumbered_at(piece.start + at) {
            flush(&mut out, done, at);
            done = at;
            out.push(calls.call(&label, "", piece.part(at, at)));
        }
        let rest = piece.text.get(at..).unwrap_or_default();
        match bytes[at] {
            b'[' => {
                if let Some(length) = call_length(rest, calls) {
                    flush(&mut out, done, at);
                    let label = rest.get(1..length - 1).unwrap_or_default();
                    let as_written = rest.get(..length).unwrap_or_default();
                    out.push(calls.call(label, as_written, piece.part(at, at + length)));
                    at += length;
                    done = at;
                    continue;
                }
                if let Some(length) = supplied_length(rest) {
                    flush(&mut out, done, at);
                    let inner =
                        Piece { start: piece.start + at, text: rest.get(..length).unwrap_or_default() };
                    out.push(Inline::Supplied(verbatim(inner)));
                    at += length;
                    done = at;
                    continue;
                }
            }
            b'_' => {
                if let Some(length) = italic_length(piece.text, at) {
                    flush(&mut out, done, at);
                    consumed.push(Consumed { span: piece.part(at, at + 1), role: Structure::ItalicMark });
                    let inner = Piece {
                        start: piece.start + at + 1,
                        text: rest.get(1..length - 1).unwrap_or_default(),
                    };
                    out.push(Inline::Hi(Rend::Italic, stretch(inner, &[], calls, consumed)));
                    consumed.push(Consumed {
                        span: piece.part(at + length - 1, at + length),
                        role: Structure::ItalicMark,
                    });
                    at += length;
                    done = at;
                    continue;
                }
            }
            b'(' if labels.contains(&at) => {
                let length = rest.find(')').map_or(1, |end| end + 1);
                flush(&mut out, done, at);
                out.push(Inline::Label(vec![text(piece, at, at + length)]));
                at += length;
                done = at;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    flush(&mut out, done, bytes.len());
    if let Some(label) = calls.unnumbered_at(piece.start + at) {
        out.push(calls.call(&label, "", piece.part(at, at)));
    }
    out
}

/// R8: `[84]`, `[*]`, `[†]`. Four figures are a call only where there is a note of that number: else it is a year.
fn call_length(rest: &str, calls: &Calls) -> Option<usize> {
    let end = head(rest, 12).find(']')?;
    let label = rest.get(1..end)?;
    let number = !label.is_empty() && label.len() <= 4 && label.bytes().all(|byte| byte.is_ascii_digit());
    let sign = matches!(label, "*" | "**" | "***" | "†" | "‡");
    let lettered = label.len() <= 5
        && label.starts_with(|c: char| c.is_ascii_digit())
        && label.ends_with(char::is_alphabetic);
    let known = calls.labels.contains(label);
    let plausible = known || sign || (number && label.len() < 4);
    (plausible && (number || sign || lettered || known)).then_some(end + 1)
}

/// The first bytes, cut at a character: long rests are not searched for a bracket that never comes.
fn head(rest: &str, bytes: usize) -> &str {
    let mut end = bytes.min(rest.len());
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

/// Words that the editor of the print put in brackets: short, on one line, beginning with a letter or figure.
fn supplied_length(rest: &str) -> Option<usize> {
    let end = head(rest, 84).find(']')?;
    let inner = rest.get(1..end)?;
    let plain = inner.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '?');
    (plain && inner.len() <= 80 && !inner.contains(['\n', '\r', '[', ':'])).then_some(end + 1)
}

/// `_words_`: no blank inside the marks, no letter outside them, within one paragraph and 400 characters.
fn italic_length(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?.chars().next_back();
    let rest = text.get(at + 1..)?;
    if before.is_some_and(char::is_alphanumeric) || rest.starts_with(['_', ' ', '\n']) {
        return None;
    }
    let window = rest.char_indices().nth(400).map_or(rest.len(), |(end, _)| end);
    let end = rest.get(..window)?.find('_')?;
    let inner = rest.get(..end)?;
    let after = rest.get(end + 1..)?.chars().next();
    let closed = !inner.ends_with(blank) && !after.is_some_and(|c| c.is_alphanumeric() || c == '_');
    (closed && !inner.contains('[')).then_some(end + 2)
}

/// Where the numbers of an enumeration `(1) … (2) …` stand: a rising series from 1 of at least two.
fn enumeration(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut from = 0;
    let mut next = 1_u32;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(&format!("({next})"))) {
        places.push(from + found);
        from += found + 3;
        next += 1;
    }
    if places.len() < 2 { Vec::new() } else { places }
}
