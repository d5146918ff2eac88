//! Without a register: words that look like names. Proposals, never facts.

use super::Found;
use dates::Certainty;
use edition::{EntryKind, Joint, Origin};

/// Initials with a surname (`A. A. Joffe`), and what follows a form of address (`Comrade Joffe`).
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace()) {
        let start = at;
        at += word.len();
        let bare = word.trim_end();
        if let Some(end) = surname_after_initials(text, start) {
            if found.last().is_none_or(|(_, last)| *last <= start) {
                found.push((start, end));
            }
        } else if matches!(
            bare,
            "Comrade" | "TO" | "Herr" | "Frau" | "Monsieur" | "Madame" | "Mr." | "Mrs." | "Dr."
        ) && let Some(end) = surname(text, at)
        {
            found.push((at, end));
        }
    }
    let proposal = |(start, end)| Found {
        start,
        end,
        kind: EntryKind::Person,
        targets: Vec::new(),
        joint: Joint::And,
        origin: Origin::Machine,
        certainty: Certainty::Low,
    };
    found.into_iter().map(proposal).collect()
}

/// The end of one to three initials and a surname that begin here.
fn surname_after_initials(text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    let mut initials = 0;
    while initials < 4 {
        let rest = text.get(at..)?;
        let mut characters = rest.chars();
        let first = characters.next()?;
        if !first.is_uppercase() || characters.next() != Some('.') {
            break;
        }
        let after = rest.get(first.len_utf8() + 1..)?;
        let blanks = after.len() - after.trim_start_matches([' ', '\u{a0}']).len();
        at += first.len_utf8() + 1 + blanks;
        initials += 1;
    }
    if initials == 0 { None } else { surname(text, at) }
}

/// The end of a word that begins with a capital and has two letters at least.
fn surname(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let end = rest.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(rest.len());
    let word = rest.get(..end)?.trim_end_matches('-');
    let named = word.chars().next().is_some_and(char::is_uppercase) && word.chars().nth(1).is_some();
    // "TO THE …" and sentences that begin after an initial are no names.
    const NO_NAMES: &[&str] =
        &["THE", "The", "In", "It", "He", "She", "We", "You", "This", "That", "And", "HIS", "HER"];
    (named && !NO_NAMES.contains(&word)).then_some(start + word.len())
}
