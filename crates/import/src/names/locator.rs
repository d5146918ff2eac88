//! Locators: `Vol. 45, pp. 99-100` and `present edition, Vol. 32, p. 45` name the edition they belong to.

use super::Found;
use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Origin};

/// All locators in a text.
pub(super) fn find(text: &str, edition: &(EntryId, EntryKind)) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("Vol.")).map(|at| from + at) {
        let Some(end) = end_of(text, at) else {
            from = at + 4;
            continue;
        };
        let before = text.get(..at).unwrap_or_default();
        let start = before
            .strip_suffix("present edition, ")
            .or_else(|| before.strip_suffix("present edition,\n"))
            .map_or(at, str::len);
        found.push(Found {
            start,
            end,
            kind: edition.1,
            targets: vec![edition.0.clone()],
            joint: Joint::And,
            origin: Origin::Machine,
            certainty: Certainty::High,
        });
        from = end;
    }
    found
}

/// The end of `Vol. 45, pp. 99-100`: both numbers have to be there.
fn end_of(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 4..)?;
    let (_, rest) = number(rest)?;
    let rest = rest.strip_prefix(',')?.trim_start();
    let rest = rest.strip_prefix("pp.").or_else(|| rest.strip_prefix("p."))?;
    let (_, rest) = number(rest)?;
    Some(text.len() - rest.len())
}

/// A number, or two joined by a dash, after blanks.
fn number(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end =
        text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '–'))).unwrap_or(text.len());
    let (number, _) = text.split_at(end);
    let kept = number.trim_end_matches(['-', '–']).len();
    number.starts_with(|c: char| c.is_ascii_digit()).then(|| text.split_at(kept))
}
