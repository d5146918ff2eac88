//! Bodies of notes (R10), and the brackets of transcribed volumes.

use super::parts::Body;
use super::{Piece, blank};
use edition::BackReference;
use source::Span;

/// `[84] ` at the beginning of a line: the label and where the text begins.
pub(super) fn label(content: &str) -> Option<(&str, usize)> {
    let rest = content.strip_prefix('[')?;
    let end = rest.find(']')?;
    let label = rest.get(..end)?;
    let numbered = !label.is_empty() && label.len() <= 6 && label.bytes().all(|byte| byte.is_ascii_digit());
    let lettered = label.len() <= 6
        && label.starts_with(|c: char| c.is_ascii_digit())
        && label.chars().all(|c| c.is_ascii_alphanumeric());
    let sign = matches!(label, "*" | "**" | "***" | "†" | "‡");
    let after = rest.get(end + 1..)?;
    let text = after.trim_start_matches(blank);
    let begins = text.len() < after.len();
    ((numbered || lettered || sign) && begins).then(|| (label, content.len() - text.len()))
}

/// A body that begins with `[84] ` in this piece; its last words may be `[p. 99]`.
pub(super) fn body(piece: Piece<'_>) -> Option<Body> {
    let (label, start) = label(piece.text)?;
    let mut body = Body {
        label: label.into(),
        label_span: piece.part(0, label.len() + 2),
        paragraphs: Vec::new(),
        back_reference: None,
        called_at: None,
    };
    append(&mut body, Piece { start: piece.start + start, text: piece.text.get(start..)? });
    Some(body)
}

/// One more paragraph of a note. A back reference ends it.
pub(super) fn append(body: &mut Body, piece: Piece<'_>) {
    let mut end = piece.text.trim_end_matches(blank).len();
    if let Some(reference) = back_reference(piece) {
        let before = piece.text.get(..reference.span.start as usize - piece.start).unwrap_or_default();
        end = before.trim_end_matches(blank).len();
        body.back_reference = Some(reference);
    }
    if end > 0 {
        body.paragraphs.push(piece.part(0, end));
    }
}

/// `[p. 99]` at the very end.
fn back_reference(piece: Piece<'_>) -> Option<BackReference> {
    let text = piece.text.trim_end_matches(blank);
    let inner = text.strip_suffix(']')?;
    let open = inner.rfind('[')?;
    let words = inner.get(open + 1..)?;
    let page = words
        .strip_prefix("pp.")
        .or_else(|| words.strip_prefix("p."))
        .or_else(|| words.strip_prefix("S."))?;
    let page = page.trim_matches(blank);
    let numbered =
        !page.is_empty() && page.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '–'));
    numbered.then(|| BackReference {
        page: page.into(),
        as_written: text.get(open..).unwrap_or_default().into(),
        span: piece.part(open, text.len()),
    })
}

/// What a bracket of a transcribed volume is: `[Footnote 1: …]`, `[Footnote: …]`, `[Sidenote: …]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    Footnote,
    Sidenote,
}

/// A bracket that begins here: its kind, its label, where its text begins and ends, and its whole length. Brackets nest.
pub(super) fn bracket(text: &str) -> Option<(Bracket, &str, usize, usize, usize)> {
    let (kind, rest) = [("[Footnote", Bracket::Footnote), ("[Sidenote", Bracket::Sidenote)]
        .into_iter()
        .find_map(|(word, kind)| text.strip_prefix(word).map(|rest| (kind, rest)))?;
    let colon = rest.find(':').filter(|colon| *colon <= 8)?;
    let label = rest.get(..colon)?.trim_matches(blank);
    let begin = text.len() - rest.len() + colon + 1;
    let mut depth = 1_u32;
    for (at, byte) in text.bytes().enumerate().skip(begin) {
        match byte {
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let inner = text.get(begin..at)?;
            let start = begin + (inner.len() - inner.trim_start_matches(blank).len());
            let end = start + inner.trim_matches(blank).len();
            return Some((kind, label, start, end, at + 1));
        }
    }
    None
}

/// The whole of a span cut into paragraphs at blank lines.
pub(super) fn paragraphs(piece: Piece<'_>) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut at = 0;
    for line in piece.text.split_inclusive('\n') {
        let content = line.trim_matches(blank);
        if content.is_empty() {
            out.extend(start.take().map(|from| piece.part(from, end)));
        } else {
            let lead = line.len() - line.trim_start_matches(blank).len();
            start.get_or_insert(at + lead);
            end = at + lead + content.len();
        }
        at += line.len();
    }
    out.extend(start.map(|from| piece.part(from, end)));
    out
}
