//! The manner of the seed letter (R1 to R10): a flush-left header block, then everything indented; a paragraph is one
//! line that begins with no-break spaces; `page 100` lines; notes at the end.

use super::parts::{Body, Parts};
use super::{Line, Piece, dateline, header, heading, notes};
use crate::draft::Structure;
use edition::BlockKind;
use source::Span;

/// Whether a letter is in this manner: it has an indented heading or dateline, all later lines are indented too, and
/// paragraphs begin with no-break spaces.
pub(super) fn claims(lines: &[Line<'_>]) -> bool {
    let Some(first) = lines.iter().position(|line| line.indent().len() >= 4) else { return false };
    let body = &lines[first..];
    let flush = body.iter().filter(|line| line.indent().is_empty()).count();
    let paragraphs = body.iter().filter(|line| line.indent().contains('\u{a0}')).count();
    paragraphs > 0 && flush * 10 <= body.len()
}

/// Reads a letter in this manner.
pub(super) fn read(parts: &mut Parts<'_>, lines: &[Line<'_>]) {
    let first = lines.iter().position(|line| line.indent().len() >= 4).unwrap_or(lines.len());
    header::read(parts, &lines[..first]);
    let body = &lines[first..];
    let last = closing(body);
    let mut state = State { opened: false, after_page: false, notes: false };
    let text = parts.file.text.clone();
    for (number, line) in body.iter().enumerate() {
        if let Some(page) = page_marker(line.content()) {
            parts.page(page, line.content_span());
            state.after_page = true;
            continue;
        }
        let piece = Piece::of(&text, line.content_span());
        if number > last || state.notes {
            note_line(parts, piece, &mut state);
        } else if line.indent().contains('\u{a0}') {
            parts.block(BlockKind::Paragraph, piece.span());
            state.opened = true;
        } else {
            unprefixed(parts, line, piece, &mut state);
        }
        state.after_page = false;
    }
}

struct State {
    /// A paragraph has been read.
    opened: bool,
    /// The line before was a page marker.
    after_page: bool,
    /// The notes have begun.
    notes: bool,
}

/// The last line of the letter itself: the notes begin with the first label at a line's beginning after it.
fn closing(body: &[Line<'_>]) -> usize {
    let last_of_text = |line: &Line<'_>| notes::label(line.content()).is_none();
    body.iter().position(|line| !last_of_text(line)).map_or(body.len(), |first| first.saturating_sub(1))
}

fn note_line(parts: &mut Parts<'_>, piece: Piece<'_>, state: &mut State) {
    state.notes = true;
    if let Some(body) = notes::body(piece) {
        parts.bodies.push(body);
    } else if let Some(body) =
        parts.bodies.last_mut().filter(|body: &&mut Body| body.back_reference.is_none())
    {
        notes::append(body, piece);
    } else {
        // After a note that ended: not of the notes, not of the letter. It is left over and reported.
        state.notes = true;
    }
}

/// A line without the no-break prefix: part of the opening, the second half of a paragraph, or the closing.
fn unprefixed(parts: &mut Parts<'_>, line: &Line<'_>, piece: Piece<'_>, state: &mut State) {
    let span = piece.span();
    let content = piece.text;
    if state.after_page && state.opened {
        parts.block(BlockKind::Continuation, span);
        return;
    }
    if state.opened {
        close(parts, line, span);
        return;
    }
    let has = |kind: &BlockKind| parts.blocks.iter().any(|(known, _)| known == kind);
    if !has(&BlockKind::Heading) && !has(&BlockKind::Dateline) && heading::claims(content) {
        parts.block(BlockKind::Heading, span);
        heading::read(parts, span);
    } else if dateline::claims(content) {
        parts.block(BlockKind::Dateline, span);
        parts.dateline_place = parts.dateline_place.or(dateline::place(piece));
    } else if content.ends_with([':', '!', ',']) || content.ends_with("--") {
        parts.block(BlockKind::Salute, span);
    } else if has(&BlockKind::Dateline) && dateline::bare_place(content) {
        parts.block(BlockKind::Dateline, span);
        parts.dateline_place = parts.dateline_place.or(Some(span));
    }
}

/// R9: a greeting ends with a comma; what stands where a signature does is one. No-break spaces show where it stood.
fn close(parts: &mut Parts<'_>, line: &Line<'_>, span: Span) {
    let content = line.content();
    let greeting = content.ends_with(',');
    let tail = line.tail();
    if greeting && tail.contains('\u{a0}') {
        parts.consume(Span { start: span.end, end: line.span.end }, Structure::MissingSignature);
    }
    if greeting {
        parts.block(BlockKind::Closer, span);
    } else if parts.signature.is_none() && content.chars().count() <= 60 {
        parts.block(BlockKind::Signed, span);
        parts.signature = Some(span);
    } else {
        parts.block(BlockKind::Postscript, span);
    }
}

/// R7: `page 100` alone on its line.
fn page_marker(content: &str) -> Option<&str> {
    let page = content.strip_prefix("page ")?.trim_matches(super::blank);
    let named = page.len() <= 6 && page.starts_with(|c: char| c.is_ascii_digit());
    (named && page.chars().all(|c| c.is_ascii_alphanumeric())).then_some(page)
}
