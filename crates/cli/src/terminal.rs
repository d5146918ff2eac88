//! Findings drawn for a terminal: file, line, column, a caret below the words, advice.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};
use source::{Diagnostic, Lines, Severity, SourceFile, Span};
use std::ops::Range;

/// Draws one finding, with a line end after it. `lines` are those of the file.
#[must_use]
pub(crate) fn draw(finding: &Diagnostic, file: &SourceFile, lines: &Lines<'_>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.0);
    let mut group = match finding.span {
        Some(span) => {
            let mut places = vec![(shown(file, span), AnnotationKind::Primary, "")];
            let second = finding.hints.iter().filter_map(|hint| Some((hint.span?, hint.message.as_str())));
            places
                .extend(second.map(|(span, message)| (shown(file, span), AnnotationKind::Context, message)));
            placed(title, file, lines, places)
        }
        None => title.element(Origin::path(file.path.0.as_ref())),
    };
    for hint in finding.hints.iter().filter(|hint| hint.span.is_none() || finding.span.is_none()) {
        group = group.element(Level::HELP.message(hint.message.as_str()));
    }
    let report: &[Group<'_>] = &[group];
    let mut drawn = Renderer::plain().render(report);
    drawn.push_str("\n\n");
    drawn
}

/// Longest piece of a file that is drawn, in bytes. Some editions write a letter in one line, and each finding would draw all of it.
const DRAWN: usize = 4_000;
/// What is drawn of such a line on both sides of what is found.
const AROUND: usize = 120;

/// Draws the lines of what is found, and no others: a file can be long.
fn placed<'f>(
    title: Title<'f>,
    file: &'f SourceFile,
    lines: &Lines<'_>,
    places: Vec<(Range<usize>, AnnotationKind, &'f str)>,
) -> Group<'f> {
    let text: &str = &file.text;
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let line_of = |at: usize| lines.line_column(place(at)).line as usize;
    let begins = |at: usize| lines.line(place(at)).range().start;
    let ends = |at: usize| lines.line(place(at)).range().end;
    let main = places.first().map_or(0..0, |(range, ..)| range.clone());
    let first = places.iter().map(|(range, ..)| begins(range.start)).min().unwrap_or_default();
    let last = places.iter().map(|(range, ..)| ends(range.end)).max().unwrap_or_default();
    let annotated = |from: usize, (range, kind, label): (Range<usize>, AnnotationKind, &'f str)| {
        let annotation = kind.span(range.start - from..range.end - from);
        if label.is_empty() { annotation } else { annotation.label(label.to_owned()) }
    };
    if last - first <= DRAWN {
        let annotations = places.into_iter().map(|place| annotated(first, place));
        let snippet =
            Snippet::source(&text[first..last]).line_start(line_of(first)).path(file.path.0.as_ref());
        return title.element(snippet.annotations(annotations));
    }
    let line = line_of(main.start);
    let column = lines.line_column(place(main.start)).column as usize;
    let from = text.floor_char_boundary(main.start.saturating_sub(AROUND)).max(begins(main.start));
    let to = text.ceil_char_boundary((main.end + AROUND).min(text.len())).min(ends(main.end));
    let near = places.into_iter().filter(|(range, ..)| from <= range.start && range.end <= to);
    let annotations = near.map(|place| annotated(from, place));
    title
        .element(Origin::path(file.path.0.as_ref()).line(line).char_column(column))
        .element(Snippet::source(&text[from..to]).line_start(line).annotations(annotations))
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
    use source::{Code, Diagnostic, Lines, Severity, SourceFile, Span};

    fn draw(finding: &Diagnostic, file: &SourceFile) -> String {
        super::draw(finding, file, &Lines::of(&file.text))
    }

    #[test]
    fn of_a_very_long_line_a_piece_is_drawn() {
        let before = "ä".repeat(5_000);
        let text = format!("one\n{before}odd{before}\nthree");
        let at = u32::try_from(4 + before.len()).expect("a short text");
        let finding = Diagnostic::new(
            Code("check/weekday"),
            Severity::Warning,
            Some(Span::new(at as usize, at as usize + 3)),
            "odd",
        );
        let drawn = draw(&finding, &SourceFile::from_text("letters/one.xml", &text));
        assert!(drawn.contains("letters/one.xml:2:5001"), "{drawn}");
        assert!(drawn.contains("^^^") && drawn.len() < 1_500, "{drawn}");
    }

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
