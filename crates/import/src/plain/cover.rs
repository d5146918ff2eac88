//! Nothing is lost: what no part covers is blank, and is said to be so.

use super::blank;
use crate::draft::{Consumed, Structure};
use edition::{Block, ImprintLine, Inline, Note};
use source::Span;

/// Consumes the blanks between the parts. Characters that are not blank are left uncovered: `rebuild` reports them.
pub(super) fn blanks(
    text: &str,
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
    taken.sort_unstable();
    let mut at = 0;
    for span in taken.into_iter().chain([Span::new(text.len(), text.len())]) {
        let span = span.range();
        if span.start > at && text.get(at..span.start).is_some_and(|gap| gap.chars().all(blank)) {
            gap(text, at, span.start, consumed);
        }
        at = at.max(span.end);
    }
    consumed.retain(|piece| !piece.span.is_empty());
    consumed.sort_unstable();
}

/// What the blanks of a gap are, by where the line ends in it are.
fn gap(text: &str, from: usize, to: usize, consumed: &mut Vec<Consumed>) {
    let mut consume = |from: usize, to: usize, role: Structure| {
        if from < to {
            consumed.push(Consumed { span: Span::new(from, to), role });
        }
    };
    let blanks = text.get(from..to).unwrap_or_default();
    let begins_line = from == 0 || text.get(..from).is_some_and(|before| before.ends_with(['\n', '\r']));
    let ends = |sign: char| matches!(sign, '\n' | '\r');
    let (Some(first), Some(last)) = (blanks.find(ends), blanks.rfind(ends)) else {
        let role = match (begins_line, to == text.len()) {
            (true, false) => Structure::Indent,
            (_, true) => Structure::TrailingBlanks,
            (false, false) => Structure::Spacing,
        };
        return consume(from, to, role);
    };
    let mut at = from;
    if !begins_line {
        consume(from, from + first, Structure::TrailingBlanks);
        let crlf = blanks.get(first..).is_some_and(|rest| rest.starts_with("\r\n"));
        at = from + first + if crlf { 2 } else { 1 };
        consume(from + first, at, Structure::LineEnd);
    }
    let end = from + last + 1;
    consume(at, end, Structure::BlankLine);
    consume(end.max(at), to, if to == text.len() { Structure::TrailingBlanks } else { Structure::Indent });
}

fn cover(inlines: &[Inline], taken: &mut Vec<Span>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => taken.push(text.span),
            Inline::NoteCall(call) => taken.push(call.span),
            Inline::Hi(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Other(_, inner) => {
                cover(inner, taken);
            }
            _ => {}
        }
    }
}
