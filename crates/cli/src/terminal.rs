//! Findings drawn for a terminal: file, line, column, a caret below the words, advice.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use source::{Diagnostic, Severity, SourceFile, Span};
use std::ops::Range;

/// Draws one finding, with a line end after it.
#[must_use]
pub(crate) fn draw(finding: &Diagnostic, file: &SourceFile) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.0);
    let snippet = |annotated: Vec<(Range<usize>, AnnotationKind, &'_ str)>| {
        let annotations = annotated.into_iter().map(|(range, kind, label)| {
            let annotation = kind.span(range);
            if label.is_empty() { annotation } else { annotation.label(label.to_owned()) }
        });
        Snippet::source(file.text.as_ref()).path(file.path.0.as_ref()).annotations(annotations)
    };
    let mut group = match finding.span {
        Some(span) => {
            let mut places = vec![(shown(file, span), AnnotationKind::Primary, "")];
            let second = finding.hints.iter().filter_map(|hint| Some((hint.span?, hint.message.as_str())));
            places
                .extend(second.map(|(span, message)| (shown(file, span), AnnotationKind::Context, message)));
            title.element(snippet(places))
        }
        None => title.element(annotate_snippets::Origin::path(file.path.0.as_ref())),
    };
    for hint in finding.hints.iter().filter(|hint| hint.span.is_none() || finding.span.is_none()) {
        group = group.element(Level::HELP.message(hint.message.as_str()));
    }
    let report: &[Group<'_>] = &[group];
    let mut drawn = Renderer::plain().render(report);
    drawn.push_str("\n\n");
    drawn
}

/// At most the first line of a stretch: a note of many lines is not drawn whole.
fn shown(file: &SourceFile, span: Span) -> Range<usize> {
    let text = file.slice(span);
    let first = text.split(['\n', '\r']).next().unwrap_or_default();
    let end = first.char_indices().nth(72).map_or(first.len(), |(end, _)| end);
    // Of a file that has become another since it was read, there may be nothing.
    let start = file.text.get(span.range()).map_or(0, |_| span.start as usize);
    start..start + end
}

#[cfg(test)]
mod tests {
    use super::draw;
    use source::{Code, Diagnostic, Severity, SourceFile, Span};

    #[test]
    fn a_file_that_became_another_is_still_named() {
        let finding =
            Diagnostic::new(Code("check/weekday"), Severity::Warning, Some(Span::new(40, 50)), "odd");
        for text in ["", "shorter", "äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü"] {
            let drawn = draw(&finding, &SourceFile::from_text("letters/one.xml", text));
            assert!(drawn.contains("letters/one.xml") && drawn.contains("odd"), "{drawn}");
        }
    }
}
