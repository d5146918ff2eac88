//! Locators: `Vol. 45, pp. 99-100` and `present edition, Vol. 32, p. 45` name the edition they belong to.

use super::Found;
use super::normal::blank;
use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Origin};

/// All locators in a text. A bare one belongs to the present edition if it begins the text or a reference (`see Vol. 32,
/// p. 45`); behind other words it belongs to the work that they name.
pub(super) fn find(text: &str, edition: &(EntryId, EntryKind)) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("Vol.")).map(|at| from + at) {
        from = at + 4;
        let (Some(end), Some(before)) = (end_of(text, at), text.get(..at)) else { continue };
        let Some((start, certainty)) = start_of(before) else { continue };
        found.push(Found {
            start,
            end,
            kind: edition.1,
            targets: vec![edition.0.clone()],
            joint: Joint::And,
            origin: Origin::Machine,
            certainty,
            proper: false,
        });
        from = end;
    }
    found
}

/// Where a locator begins that goes on with `Vol.`, and how sure it is that it belongs to the present edition.
fn start_of(before: &str) -> Option<(usize, Certainty)> {
    let words = before.trim_end_matches(blank);
    if words.is_empty() {
        return Some((before.len(), Certainty::High));
    }
    if let Some(rest) = words.strip_suffix(',') {
        let rest = rest.strip_suffix("edition")?.trim_end_matches(blank);
        return Some((rest.strip_suffix("present")?.len(), Certainty::High));
    }
    let last = words.rsplit(|c: char| !c.is_alphabetic()).next()?;
    let refers =
        matches!(last, "see" | "See" | "also" | "cf" | "Cf" | "in") || words.ends_with(['(', '[', ';']);
    refers.then_some((before.len(), Certainty::Medium))
}

/// The end of `Vol. 45, pp. 99-100`: both numbers have to be there.
fn end_of(text: &str, at: usize) -> Option<usize> {
    let rest = number(text.get(at + 4..)?)?;
    let rest = rest.strip_prefix(',')?.trim_start_matches(blank);
    let rest = rest.strip_prefix("pp.").or_else(|| rest.strip_prefix("p."))?;
    let rest = number(rest)?;
    Some(text.len() - rest.len())
}

/// What follows a number in figures or Roman numerals, or two joined by a dash, after blanks.
fn number(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(blank);
    let end =
        text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '–'))).unwrap_or(text.len());
    let number = text.get(..end)?.trim_end_matches(['-', '–']);
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M');
    let counts = number.starts_with(|c: char| c.is_ascii_digit())
        || (!number.is_empty() && number.chars().all(|c| roman(c) || matches!(c, '-' | '–')));
    counts.then(|| text.get(number.len()..)).flatten()
}
