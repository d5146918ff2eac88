//! What is to be said about a place in a source, as data; only the command line draws it.

use crate::{SourceId, Span};

/// The stable name of a kind of finding, like `plain/orphan-note`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing need be done.
    Note,
    /// Probably a mistake in the source.
    Warning,
    /// Certainly a mistake; something could not be read as meant.
    Error,
}

/// A piece of advice below a finding, with the second place it speaks of, where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// One sentence without final stop.
    pub message: String,
    /// The place it speaks of.
    pub span: Option<Span>,
}

/// One finding: code, severity, place, a one-line message without final stop, advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of finding.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Which file it speaks of.
    pub source: SourceId,
    /// Where in that file; none where the whole file is meant.
    pub span: Option<Span>,
    /// What was found.
    pub message: String,
    /// What to do about it.
    pub hints: Vec<Hint>,
}

impl Diagnostic {
    /// A finding at a place, without advice.
    #[must_use]
    pub fn new(code: Code, severity: Severity, span: Option<Span>, message: impl Into<String>) -> Self {
        Self { code, severity, source: SourceId::default(), span, message: message.into(), hints: Vec::new() }
    }

    /// The same finding, said of another file than the first.
    #[must_use]
    pub fn in_source(mut self, source: SourceId) -> Self {
        self.source = source;
        self
    }

    /// The same finding with one more piece of advice.
    #[must_use]
    pub fn advise(mut self, message: impl Into<String>) -> Self {
        self.hints.push(Hint { message: message.into(), span: None });
        self
    }

    /// The same finding with advice that points at a second place.
    #[must_use]
    pub fn advise_at(mut self, span: Span, message: impl Into<String>) -> Self {
        self.hints.push(Hint { message: message.into(), span: Some(span) });
        self
    }
}

/// The best value that could be made of an input, and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report<T> {
    /// The value.
    pub value: T,
    /// The findings, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
}
