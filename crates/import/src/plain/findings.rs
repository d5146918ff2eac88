//! What is to be said of calls, notes, heading and closing of a letter.

use super::calls;
use crate::draft::{Draft, PageStart, Structure};
use edition::{BlockKind, Note, NoteCall};
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeMap;

/// Looks over a letter that has been read.
pub(super) fn of_letter(text: &str, draft: &Draft, out: &mut Vec<Diagnostic>) {
    let mut first_calls: BTreeMap<Box<str>, NoteCall> = BTreeMap::new();
    let letter = &draft.letter;
    for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
        calls::each(&block.inlines, &mut |call| {
            if call.resolved {
                first_calls.entry(call.note.0.clone()).or_insert_with(|| call.clone());
            } else {
                out.push(call_without_note(call));
            }
        });
    }
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for note in &letter.notes {
        let call = first_calls.get(&note.id.0);
        match (call, seen.get(&*note.label)) {
            (None, Some(first)) => out.push(second_note(note, *first)),
            (None, None) => out.push(note_without_call(note)),
            (Some(call), _) => back_reference(draft, note, call, out),
        }
        seen.entry(&note.label).or_insert(note.span);
    }
    if !letter.text.is_empty() {
        heading(text, draft, out);
        signature(text, draft, out);
    }
}

fn call_without_note(call: &NoteCall) -> Diagnostic {
    let label = &call.label;
    Diagnostic::new(
        Code("plain/call-without-note"),
        Severity::Error,
        Some(call.span),
        format!("note {label} is called here, but there is no note {label}"),
    )
    .advise(format!("add a line that begins with “[{label}] ” after the letter, or take the call out"))
}

fn note_without_call(note: &Note) -> Diagnostic {
    Diagnostic::new(
        Code("plain/note-without-call"),
        Severity::Warning,
        Some(note.span),
        format!("note {} is not called in the letter", note.label),
    )
    .advise(format!("write [{}] after the word it explains", note.label))
}

fn second_note(note: &Note, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code("plain/duplicate-note"),
        Severity::Warning,
        Some(note.span),
        format!("there are two notes {}, and calls mean the first", note.label),
    )
    .advise_at(first, "the first one is here; give one of them another number, or take it out")
}

/// R10: the page a note names is that of its call. Both are kept as printed.
fn back_reference(draft: &Draft, note: &Note, call: &NoteCall, out: &mut Vec<Diagnostic>) {
    let Some(reference) = &note.back_reference else { return };
    let Some(PageStart { page, .. }) = draft.page_at(call.span.start) else { return };
    if reference.page == *page || reference.page.split(['-', '–']).any(|end| *end == **page) {
        return;
    }
    out.push(
        Diagnostic::new(
            Code("plain/back-reference"),
            Severity::Warning,
            Some(reference.span),
            format!("note {} names page {}, but is called on page {page}", note.label, reference.page),
        )
        .advise_at(call.span, "the call is here; both are kept as printed"),
    );
}

fn heading(text: &str, draft: &Draft, out: &mut Vec<Diagnostic>) {
    if !draft.addressees.is_empty() {
        return;
    }
    let blocks = &draft.letter.text;
    let first = blocks.iter().find(|block| block.kind == BlockKind::Heading).or_else(|| blocks.first());
    // The first character, as a place to point at.
    let start = first.map_or(0, |block| block.span.start as usize);
    let sign = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    out.push(
        Diagnostic::new(
            Code("plain/missing-addressee"),
            Severity::Warning,
            Some(Span::new(start, start + sign)),
            "the letter does not say to whom it is written",
        )
        .advise("add a heading like “TO A. A. JOFFE”, or name the addressee in the side file"),
    );
}

/// R9. Nothing is supplied.
fn signature(text: &str, draft: &Draft, out: &mut Vec<Diagnostic>) {
    if draft.letter.text.iter().any(|block| block.kind == BlockKind::Signed) {
        return;
    }
    let stood = draft.consumed.iter().find(|piece| piece.role == Structure::MissingSignature);
    let closes =
        |kind: &BlockKind| matches!(kind, BlockKind::Closer | BlockKind::Paragraph | BlockKind::Continuation);
    let last = draft.letter.text.iter().rev().find(|block| closes(&block.kind));
    let Some(last) = last else { return };
    let (span, message) = match stood {
        Some(stood) => (stood.span, "blanks stand where a signature was; the transcription has lost it"),
        None => {
            // The last character, as a place to point at.
            let words = text.get(last.span.range()).unwrap_or_default();
            let sign = words.chars().next_back().map_or(0, char::len_utf8);
            (
                Span::new((last.span.end as usize).saturating_sub(sign), last.span.end as usize),
                "the letter has no signature",
            )
        }
    };
    out.push(
        Diagnostic::new(Code("plain/missing-signature"), Severity::Note, Some(span), message)
            .advise("nothing is supplied; name the sender in the side file if the header block does not"),
    );
}
