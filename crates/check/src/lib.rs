//! Rules over an edition: what an editor would want to know before readers do. One file per rule; each says what it
//! looks for, why, and gives an example.
#![forbid(unsafe_code)]

mod broken_chain;
mod date_outside_life;
mod language_tag;
mod missing_parts;
mod same_authority;
mod unused_entry;

use edition::{Edition, Letter};
use source::{Code, Diagnostic, Severity, SourceId};

/// An edition with the files its letters come from, as `import` gives them.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'e> {
    /// The edition.
    pub edition: &'e Edition,
    /// The file of each letter, in their order.
    pub sources: &'e [SourceId],
    /// The file of the register; what is said of entries is said of it.
    pub register: SourceId,
}

impl<'e> Checked<'e> {
    /// The letters, each with its file.
    fn letters(self) -> impl Iterator<Item = (&'e Letter, SourceId)> {
        let sources = self.sources.iter().copied().chain(std::iter::repeat(SourceId::default()));
        self.edition.letters.iter().zip(sources)
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
    date_outside_life::RULE,
    broken_chain::RULE,
    same_authority::RULE,
    unused_entry::RULE,
    language_tag::RULE,
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

/// A finding about a letter as a whole.
fn about(rule: &Rule, severity: Severity, source: SourceId, message: String) -> Diagnostic {
    Diagnostic::new(rule.code, severity, None, message).in_source(source)
}
