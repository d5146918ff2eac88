//! Nothing is lost: what no rule took becomes text, what is blank is said to be blank.

use super::parts::Parts;
use crate::draft::{Consumed, Structure};
use edition::{Block, BlockKind, ImprintLine, Inline, Note};
use source::{Code, Diagnostic, Severity, SourceFile, Span};

/// Makes blocks of text of all that no rule took, and reports it.
pub(super) fn leftovers(parts: &mut Parts<'_>) {
    let mut taken: Vec<Span> = parts
        .imprint
        .iter()
        .map(|(_, span)| *span)
        .chain(parts.blocks.iter().map(|(_, span)| *span))
        .chain(parts.consumed.iter().map(|piece| piece.span))
        .collect();
    for body in &parts.bodies {
        taken.push(body.label_span);
        taken.extend(&body.paragraphs);
        taken.extend(body.back_reference.iter().map(|reference| reference.span));
    }
    for gap in gaps(&mut taken, parts.file.text.len()) {
        let text = parts.file.slice(gap);
        let inner = text.trim_matches(super::blank);
        if inner.is_empty() {
            continue;
        }
        let start = gap.start as usize + (text.len() - text.trim_start_matches(super::blank).len());
        let span = Span::new(start, start + inner.len());
        parts.block(BlockKind::Other, span);
        parts.diagnostics.push(
            Diagnostic::new(
                Code("plain/line-not-understood"),
                Severity::Warning,
                Some(span),
                "it is not clear what these lines are; they are kept as text",
            )
            .advise(
                "set them off with a blank line, or mark them as heading, dateline or note as the others are",
            ),
        );
    }
}

/// Consumes every blank between the parts.
pub(super) fn blanks(
    file: &SourceFile,
    imprint: &[ImprintLine],
    blocks: &[Block],
    notes: &[Note],
    consumed: &mut Vec<Consumed>,
) {
    let mut taken: Vec<Span> = consumed.iter().map(|piece| piece.span).collect();
    for line in imprint {
        cover(&line.inlines, &mut taken);
    }
    for block in blocks.iter().chain(notes.iter().flat_map(|note| &note.blocks)) {
        cover(&block.inlines, &mut taken);
    }
    taken
        .extend(notes.iter().filter_map(|note| note.back_reference.as_ref()).map(|reference| reference.span));
    for gap in gaps(&mut taken, file.text.len()) {
        consumed.push(Consumed { span: gap, role: Structure::Blank });
    }
    consumed.sort();
}

fn cover(inlines: &[Inline], taken: &mut Vec<Span>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => taken.push(text.span),
            Inline::NoteCall(call) => taken.push(call.span),
            Inline::Hi(_, inner) | Inline::Label(inner) | Inline::Supplied(inner) => cover(inner, taken),
            _ => {}
        }
    }
}

fn gaps(taken: &mut [Span], length: usize) -> Vec<Span> {
    taken.sort();
    let mut gaps = Vec::new();
    let mut at = 0;
    for span in taken.iter() {
        if span.start > at {
            gaps.push(Span { start: at, end: span.start });
        }
        at = at.max(span.end);
    }
    let end = Span::new(0, length).end;
    if at < end {
        gaps.push(Span { start: at, end });
    }
    gaps
}
