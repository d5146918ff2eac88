//! Datelines (R4): short lines of figures and months, with a place before or without.

use super::{Piece, blank};
use dates::{DateHints, Language};
use source::Span;

/// Whether a line is a dateline: short, and a date with a year, a month or a season but for a place and punctuation.
pub(super) fn claims(content: &str) -> bool {
    if content.chars().count() > 90 {
        return false;
    }
    let found = dates::recognize(content, Language::En, &DateHints::default());
    let Some(first) = found.first() else { return false };
    let before = content
        .get(..first.range.start)
        .unwrap_or_default()
        .trim_matches(|c| blank(c) || "[],.;:".contains(c));
    let after = found.last().and_then(|last| content.get(last.range.end..)).unwrap_or_default();
    let words = |text: &str| text.split_whitespace().count();
    // A place of up to five words, each with a capital, may stand before; hardly anything after.
    words(before) <= 5 && before.split_whitespace().all(place_word) && words(after) <= 2
}

fn place_word(word: &str) -> bool {
    let first = word.trim_start_matches(['[', '(']).chars().next();
    first.is_some_and(char::is_uppercase)
        || matches!(word, "den" | "le" | "ce" | "on" | "of" | "am" | "bei" | "près")
}

/// The place that stands before the date.
pub(super) fn place(piece: Piece<'_>) -> Option<Span> {
    let found = dates::recognize(piece.text, Language::En, &DateHints::default());
    let before = piece.text.get(..found.first()?.range.start)?;
    let trimmed = before.trim_end_matches(|c| blank(c) || ",.;:[(".contains(c));
    let trimmed = trimmed.strip_suffix(", den").or_else(|| trimmed.strip_suffix(", le")).unwrap_or(trimmed);
    let lead = trimmed.len() - trimmed.trim_start_matches(['[', '(']).len();
    let name = trimmed.get(lead..)?.split(',').next()?.trim_end_matches(']');
    let weekday = name.to_lowercase();
    let is_day = ["day", "tag", "morning", "evening", "di"].iter().any(|end| weekday.ends_with(end));
    (!name.is_empty() && !is_day).then(|| piece.part(lead, lead + name.len()))
}

/// A place alone on its line: `ROME`, `Nohant`.
pub(super) fn bare_place(content: &str) -> bool {
    content.split_whitespace().count() <= 3
        && content.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-' | '\''))
        && content.split_whitespace().all(place_word)
}
