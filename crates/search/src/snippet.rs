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
    let mut pieces: Vec<Range<usize>> = Vec::new();
    // What is looked for, a bit each; of more than that many some share one.
    let mut shown = 0_u64;
    while pieces.len() < PIECES {
        let mut best = (0, 0, 0..0, 0);
        for (at, Found { range, .. }) in found.iter().enumerate() {
            // Signs are found two by two: one may begin before a piece, and reach into it.
            if pieces.iter().any(|piece| range.end > piece.start && piece.end > range.start) {
                continue;
            }
            let end = range.end.max(range.start + length / 2);
            let mut units = 0_u64;
            // They are in order of where they begin.
            for next in found.iter().skip(at).take_while(|next| next.range.start < end) {
                if next.range.end <= end {
                    units |= 1 << (next.unit & 63);
                }
            }
            // What no piece shows yet comes first, then what shows most; of equals the first.
            let (new, all) = ((units & !shown).count_ones(), units.count_ones());
            if (new, all) > (best.0, best.1) {
                best = (new, all, range.clone(), units);
            }
        }
        let (_, 1.., range, units) = best else { break };
        shown |= units;
        // What lies between the pieces before and behind it, and in one line.
        let (mut first, mut last) = (0, text.len());
        for piece in &pieces {
            if piece.start < range.start {
                first = first.max(piece.end);
            } else {
                last = last.min(piece.start);
            }
        }
        let (before, behind) = (bytes(text, first..range.start), bytes(text, range.end..last));
        first += before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        last = behind.iter().position(|byte| *byte == b'\n').map_or(last, |at| range.end + at);
        // From the first word that begins in it to the last that ends in it, where there are blanks.
        let mut start = range.start.saturating_sub(length / 3);
        if start <= first {
            start = first;
        } else {
            let blank = bytes(text, start..range.start).iter().position(is_blank);
            start = blank.map_or_else(|| boundary(text, start), |at| start + at + 1);
        }
        let mut end = (start + length).max(range.end);
        if end >= last {
            end = last;
        } else {
            let blank = bytes(text, range.end..end).iter().rposition(is_blank);
            end = blank.map_or_else(|| boundary(text, end), |at| range.end + at);
        }
        let at = pieces.iter().take_while(|piece| piece.start < start).count();
        pieces.insert(at, start..end);
    }
    let marks = |piece: &Range<usize>| {
        let mut marks: Vec<Range<usize>> = Vec::new();
        for Found { range, .. } in found {
            if range.start < piece.start || piece.end < range.end {
                continue;
            }
            match marks.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => marks.push(range.clone()),
            }
        }
        marks
    };
    pieces.into_iter().map(|range| Snippet { marks: marks(&range), range }).collect()
}

fn is_blank(byte: &u8) -> bool {
    byte.is_ascii_whitespace()
}

fn bytes(text: &str, range: Range<usize>) -> &[u8] {
    text.as_bytes().get(range).unwrap_or_default()
}

fn boundary(text: &str, mut place: usize) -> usize {
    while !text.is_char_boundary(place) && place < text.len() {
        place += 1;
    }
    place
}
