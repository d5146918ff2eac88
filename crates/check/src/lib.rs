//! Rules over an edition: what an editor would want to know before readers do. One file per rule; each says what it
//! looks for, why, and gives an example.
//!
//! A rule that is wrong once in ten times is worse than none: where the sources leave a doubt, nothing is reported.
#![forbid(unsafe_code)]

mod bad_identifier;
mod broken_chain;
mod date_in_doubt;
mod date_less_exact;
mod date_outside_life;
mod datings;
mod empty_letter;
mod language_tag;
mod missing_image;
mod missing_parts;
mod names;
mod nearly_named;
mod out_of_order;
mod received_before;
mod reply_before;
mod same_authority;
mod same_person;
mod title_contradicts;
mod unused_entry;
mod weekday;

pub use language_tag::{ADVICE as LANGUAGE_ADVICE, is_tag};

use edition::{Edition, EntryId, Letter, LetterPlace, Places};
use source::{Code, Diagnostic, Severity, SourceId, Span};
use std::collections::BTreeSet;

/// An edition with the places of its parts, as `import` gives them.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'e> {
    /// The edition.
    pub edition: &'e Edition,
    /// Where its letters and entries stand.
    pub places: &'e Places,
    /// The files of the edition's folder, named from there with slashes. None: images are not looked for.
    pub files: Option<&'e BTreeSet<String>>,
}

impl<'e> Checked<'e> {
    /// The letters, each with its place.
    fn letters(self) -> impl Iterator<Item = (&'e Letter, LetterPlace)> {
        let places = self.places.letters.iter().copied().chain(std::iter::repeat(LetterPlace::default()));
        self.edition.letters.iter().zip(places)
    }

    /// Where an entry stands. What is said of one that stands nowhere is said of no file.
    fn entry(self, id: &EntryId) -> (SourceId, Option<Span>) {
        let place = self.places.entries.get(id);
        place.map_or((SourceId(u32::MAX), None), |(source, span)| (*source, Some(*span)))
    }
}

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name of what it finds.
    pub code: Code,
    /// Adds what it finds.
    pub run: fn(&mut Vec<Diagnostic>, Checked<'_>),
}

/// Every rule, in the order in which they run.
pub const RULES: &[Rule] = &[
    missing_parts::RULE,
    empty_letter::RULE,
    title_contradicts::RULE,
    date_outside_life::RULE,
    date_less_exact::RULE,
    date_in_doubt::RULE,
    weekday::RULE,
    out_of_order::RULE,
    reply_before::RULE,
    received_before::RULE,
    broken_chain::RULE,
    missing_image::RULE,
    language_tag::RULE,
    same_authority::RULE,
    same_person::RULE,
    nearly_named::RULE,
    unused_entry::RULE,
    bad_identifier::RULE,
];

/// Runs every rule.
#[must_use]
pub fn check(checked: Checked<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        (rule.run)(&mut found, checked);
    }
    found
}

/// A finding at a place of a file.
fn at(rule: &Rule, severity: Severity, place: (SourceId, Option<Span>), message: String) -> Diagnostic {
    // What was made and not written has no place.
    let span = place.1.filter(|span| !span.is_empty());
    Diagnostic::new(rule.code, severity, span, message).in_source(place.0)
}
