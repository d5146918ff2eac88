//! What was found, in a text.

use crate::tokens;
use std::ops::Range;

/// What was found, for marking it in texts: words, and rows of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Each in the words that follow each other, each of which may be one of several.
    units: Vec<Vec<Vec<String>>>,
}

/// A place in a text where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// Which of the things looked for.
    pub unit: usize,
}

/// A piece of a text with what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The piece, in bytes of the text.
    pub range: Range<usize>,
    /// What was found in it, in bytes of the text, in order; none overlaps another.
    pub marks: Vec<Range<usize>>,
}

impl Marks {
    pub(crate) fn add(&mut self, unit: Vec<Vec<String>>) {
        if !self.units.contains(&unit) && unit.iter().all(|words| !words.is_empty()) {
            self.units.push(unit);
        }
    }

    /// Where a text has what was found, in order. The text is in lower case and decomposed (see [`tokens`]).
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        let tokens: Vec<_> = tokens(text).collect();
        let mut found: Vec<Found> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            for (unit, words) in self.units.iter().enumerate() {
                let rest = tokens.get(at..).unwrap_or_default();
                let fits = rest.len() >= words.len()
                    && words.iter().zip(rest).all(|(words, token)| words.contains(&token.text));
                let Some(last) = rest.get(words.len().saturating_sub(1)).filter(|_| fits) else { continue };
                found.push(Found { range: token.range.start..last.range.end.max(token.range.end), unit });
            }
        }
        found
    }
}

/// Most pieces of a text.
const PIECES: usize = 3;

/// The pieces of a text that show best what was found in it (see [`Marks::find`]), in their order: at most three of about
/// `length` bytes, none of more than one line.
#[must_use]
pub fn snippets(text: &str, found: &[Found], length: usize) -> Vec<Snippet> {
    let mut pieces: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
    while pieces.len() < PIECES {
        // What no piece shows yet comes first, then what shows most.
        let fresh = |unit: usize| !pieces.iter().any(|(_, units)| units.contains(&unit));
        // Signs are found two by two: one may begin before a piece, and reach into it.
        let apart = |found: &Range<usize>| {
            pieces.iter().all(|(piece, _)| found.end <= piece.start || piece.end <= found.start)
        };
        let best = found
            .iter()
            .enumerate()
            .filter(|(_, first)| apart(&first.range))
            .map(|(at, first)| {
                let end = first.range.end.max(first.range.start + length / 2);
                // They are in order of where they begin.
                let inside = found[at..]
                    .iter()
                    .take_while(|next| next.range.start < end)
                    .filter(|next| next.range.end <= end);
                let mut units: Vec<usize> = Vec::new();
                for next in inside {
                    if !units.contains(&next.unit) {
                        units.push(next.unit);
                    }
                }
                let new = units.iter().filter(|unit| fresh(**unit)).count();
                (new, units, first.range.clone())
            })
            // The first of equals.
            .rev()
            .max_by_key(|(new, units, _)| (*new, units.len()));
        let Some((_, units, range)) = best else { break };
        let last =
            pieces.iter().map(|(range, _)| range.end).filter(|end| *end <= range.start).max().unwrap_or(0);
        let next = pieces.iter().map(|(range, _)| range.start).filter(|start| *start >= range.end).min();
        let start = blank_after(text, range.start.saturating_sub(length / 3)).clamp(last, range.start);
        let end = blank_before(text, start + length).max(range.end).min(next.unwrap_or(text.len()));
        // A piece is of one paragraph.
        let start = cut(text, start..range.start).rfind('\n').map_or(start, |at| start + at + 1);
        let end = cut(text, range.end..end).find('\n').map_or(end, |at| range.end + at);
        let at = pieces.iter().take_while(|(range, _)| range.start < start).count();
        pieces.insert(at, (start..end, units));
    }
    let marks = |piece: &Range<usize>| {
        let mut marks: Vec<Range<usize>> = Vec::new();
        for found in
            found.iter().filter(|found| piece.start <= found.range.start && found.range.end <= piece.end)
        {
            match marks.last_mut() {
                Some(last) if found.range.start < last.end => last.end = last.end.max(found.range.end),
                _ => marks.push(found.range.clone()),
            }
        }
        marks
    };
    pieces.into_iter().map(|(range, _)| Snippet { marks: marks(&range), range }).collect()
}

/// The beginning of the first word after a place.
fn blank_after(text: &str, place: usize) -> usize {
    if place == 0 {
        return 0;
    }
    let place = boundary(text, place);
    cut(text, place..text.len()).find(char::is_whitespace).map_or(place, |at| boundary(text, place + at + 1))
}

/// The end of the last word before a place.
fn blank_before(text: &str, place: usize) -> usize {
    if place >= text.len() {
        return text.len();
    }
    let place = boundary(text, place);
    cut(text, 0..place).rfind(char::is_whitespace).unwrap_or(place)
}

/// A piece of a text; nothing where there is none.
fn cut(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

fn boundary(text: &str, mut place: usize) -> usize {
    place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place += 1;
    }
    place
}
