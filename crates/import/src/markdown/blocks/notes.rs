//! Footnotes of a letter in Markdown, and their calls.

use super::Reading;
use edition::{Block, BlockId, BlockKind, Inline, Note, NoteCall, NoteKind};
use source::{Code, Diagnostic, Severity, Span};
use std::ops::Range;

impl Reading<'_> {
    /// A paragraph of a note.
    pub(super) fn note_block(&mut self, label: &str, inlines: Vec<Inline>, span: Span) {
        let at = self.note_named(label, span);
        let note = &mut self.notes[at];
        let nth = note.blocks.len() + 1;
        let id = if nth == 1 { note.id.to_string() } else { format!("{}-{nth}", note.id) };
        note.blocks.push(Block {
            id: BlockId(id.into()),
            kind: BlockKind::Paragraph,
            align: Default::default(),
            inlines,
            span,
        });
    }

    /// The place of a note among all; one that is not known yet begins here.
    fn note_named(&mut self, label: &str, span: Span) -> usize {
        let id = self.note_id(label);
        if let Some(at) = self.note_at.get(&id) {
            return *at;
        }
        let note = Note {
            id: id.as_str().into(),
            label: label.into(),
            kind: NoteKind::Explanatory,
            blocks: Vec::new(),
            back_reference: None,
            calls: 0,
            span,
        };
        self.note_at.insert(id, self.notes.len());
        self.notes.push(note);
        self.notes.len() - 1
    }

    /// A second note with a label is reported: its words follow those of the first.
    pub(super) fn define(&mut self, label: &str, place: &Range<usize>) {
        let place = Span::new(place.start, place.end);
        if self.defined.insert(label.to_lowercase(), (label.to_owned(), place)).is_some() {
            let span = Some(place);
            let message = format!("note {label} stands here once more; its words follow those of the first");
            let finding = Diagnostic::new(Code("markdown/duplicate-note"), Severity::Warning, span, message);
            self.diagnostics.push(finding.advise("give it a label of its own, here and where it is called"));
        }
    }

    pub(super) fn call(&mut self, label: &str, range: Range<usize>) {
        let id = self.note_id(label);
        let nth = self.calls.entry(id.clone()).or_default();
        *nth = nth.saturating_add(1);
        let call = NoteCall {
            note: id.as_str().into(),
            nth: *nth,
            label: label.into(),
            as_written: self.file.text.get(range.clone()).unwrap_or_default().into(),
            // A reference without a definition is words to CommonMark.
            resolved: true,
            span: Span::new(range.start, range.end),
        };
        self.push(Inline::NoteCall(Box::new(call)));
    }

    /// The identifier of a note. Capitals in a label do not count: a call is found by either.
    fn note_id(&mut self, label: &str) -> String {
        let taken = &mut self.taken;
        let new = || taken.free(format!("n{}", crate::ids::fragment(label)));
        self.note_ids.entry(label.to_lowercase()).or_insert_with(new).clone()
    }

    /// Counts calls; a note that nobody calls is reported.
    pub(super) fn resolve(&mut self) {
        while !self.open.is_empty() {
            self.close(0..0);
        }
        for (label, span) in std::mem::take(&mut self.defined).into_values() {
            // Where it has no words, the call has somewhere to lead all the same.
            let at = self.note_named(&label, span);
            if self.notes[at].blocks.is_empty() {
                let message = format!("note {label} has no words");
                let finding =
                    Diagnostic::new(Code("markdown/empty-note"), Severity::Warning, Some(span), message);
                let advice = "write them behind the colon, or take note and call out";
                self.diagnostics.push(finding.advise(advice));
            }
        }
        self.notes.sort_by_key(|note| note.span);
        for note in &mut self.notes {
            note.calls = self.calls.get(note.id.as_str()).copied().unwrap_or_default();
            if note.calls == 0 {
                let message = format!("nothing calls the note {}", note.label);
                let finding = Diagnostic::new(
                    Code("markdown/orphan-note"),
                    Severity::Warning,
                    Some(note.span),
                    message,
                );
                self.diagnostics.push(
                    finding.advise(format!("write [^{}] where it belongs, or take it out", note.label)),
                );
            }
        }
    }
}
