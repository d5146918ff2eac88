//! What is to be said of calls, notes and the heading of a letter.

use super::inlines::Calls;
use crate::draft::{Draft, Structure};
use edition::{Block, BlockKind, Inline, Letter};
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeMap;

/// Looks over a letter that has been read.
pub(super) fn of_letter(draft: &Draft, calls: &Calls, out: &mut Vec<Diagnostic>) {
    for (label, span) in &calls.unanswered {
        out.push(
            Diagnostic::new(
                Code("plain/call-without-note"),
                Severity::Error,
                Some(*span),
                format!("note {label} is called here, but there is no note {label}"),
            )
            .advise(format!("add a line beginning with “[{label}] ” after the letter, or take the call out")),
        );
    }
    let pages = pages_of_calls(&draft.letter);
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for note in &draft.letter.notes {
        if note.calls == 0 {
            out.push(
                Diagnostic::new(
                    Code("plain/note-without-call"),
                    Severity::Warning,
                    Some(note.span),
                    format!("note {} is not called in the letter", note.label),
                )
                .advise(format!("write [{}] after the word that it explains", note.label)),
            );
        }
        if let Some(first) = seen.insert(&note.label, note.span) {
            out.push(
                Diagnostic::new(
                    Code("plain/duplicate-note"),
                    Severity::Error,
                    Some(note.span),
                    format!("there are two notes {}", note.label),
                )
                .advise_at(first, "the first one is here; give one of them another number"),
            );
        }
        let called = pages.get(&*note.label).and_then(Option::as_ref);
        if let (Some(reference), Some((page, call))) = (&note.back_reference, called)
            && reference.page != *page
        {
            out.push(
                Diagnostic::new(
                    Code("plain/back-reference"),
                    Severity::Warning,
                    Some(reference.span),
                    format!(
                        "note {} names page {}, but it is called on page {page}",
                        note.label, reference.page
                    ),
                )
                .advise_at(*call, "the call is here; both are kept as printed"),
            );
        }
    }
    heading(draft, out);
}

fn heading(draft: &Draft, out: &mut Vec<Diagnostic>) {
    let text = &draft.letter.text;
    if text.is_empty() {
        return;
    }
    if draft.addressees.is_empty() {
        let first = text.iter().find(|block| block.kind == BlockKind::Heading).or_else(|| text.first());
        out.push(
            Diagnostic::new(
                Code("plain/missing-addressee"),
                Severity::Warning,
                first.map(|block| block.span),
                "the letter does not say to whom it is written",
            )
            .advise("add a heading like “TO A. A. JOFFE”, or name the addressee in the side file"),
        );
    }
    let place = draft.consumed.iter().find(|piece| piece.role == Structure::MissingSignature);
    if let Some(place) = place.filter(|_| draft.signature.is_none()) {
        out.push(
            Diagnostic::new(
                Code("plain/missing-signature"),
                Severity::Note,
                Some(place.span),
                "blanks stand where a signature was; the transcription has lost it",
            )
            .advise("nothing is supplied; name the sender in the side file if the header does not"),
        );
    }
}

/// The page on which each note is first called, with the call; none where the page is not known.
fn pages_of_calls(letter: &Letter) -> BTreeMap<Box<str>, Option<(Box<str>, Span)>> {
    let mut page = letter.first_page.as_ref().map(|page| page.page.clone());
    let mut out = BTreeMap::new();
    for block in &letter.text {
        if let BlockKind::PageBreak(next) = &block.kind {
            page = Some(next.page.clone());
        }
        for (label, span) in calls_in(block) {
            let here = page.clone().map(|page| (page, span));
            out.entry(label).or_insert(here);
        }
    }
    out
}

fn calls_in(block: &Block) -> Vec<(Box<str>, Span)> {
    fn walk(inlines: &[Inline], out: &mut Vec<(Box<str>, Span)>) {
        for inline in inlines {
            match inline {
                Inline::NoteCall(call) => out.push((call.label.clone(), call.span)),
                Inline::Hi(_, inner) | Inline::Label(inner) | Inline::Supplied(inner) => walk(inner, out),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    walk(&block.inlines, &mut out);
    out
}
