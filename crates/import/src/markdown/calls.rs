//! Calls of footnotes that are not there.

use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::ops::Range;

/// Reports `[^3]` where nothing is `[^3]:`. To `CommonMark` such a call is words, and so it stays; `read` are the
/// stretches that were read as calls, notes or code.
pub(super) fn without_note(file: &SourceFile, start: usize, read: &mut [Range<usize>]) -> Vec<Diagnostic> {
    read.sort_by_key(|range| range.start);
    let text = file.text.get(start..).unwrap_or_default();
    let mut findings = Vec::new();
    for (at, _) in text.match_indices("[^") {
        let place = start + at;
        let label = text[at + 2..].split(']').next().unwrap_or_default();
        let length = label.len() + 3;
        let closed = text[at + 2..].get(label.len()..).is_some_and(|rest| rest.starts_with(']'));
        let words = label.is_empty() || label.len() > 40 || label.contains(['[', '^', '\n', '\r', ' ']);
        let escaped = text[..at].ends_with('\\');
        // Ranges can lie inside each other; the ones that begin before are few: a paragraph of code, a call.
        let known = read.partition_point(|range| range.start <= place);
        let inside = read[..known].iter().rev().take(4).any(|range| range.end > place);
        if !closed || words || escaped || inside {
            continue;
        }
        let span = Some(Span::new(place, place + length));
        let message = format!("note {label} is called here, but there is no note {label}");
        let finding = Diagnostic::new(Code("markdown/call-without-note"), Severity::Error, span, message);
        findings.push(
            finding.advise(format!("add a line that begins with “[^{label}]: ”, or take the call out")),
        );
    }
    findings
}
