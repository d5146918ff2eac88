//! The ways of a letter's page: which calls lead to a note, whose notes they are, which pages of the print begin in it. A letter
//! can have a hundred thousand notes, so it is walked once for all of them.

use super::walk::each_block;
use edition::{BlockKind, Inline, Letter, NoteCall, NoteId, NoteKind, each_inline};
use std::collections::{BTreeMap, BTreeSet};

/// What leads where in a letter.
#[derive(Debug, Clone, Default)]
pub struct Ways<'l> {
    calls: BTreeMap<&'l NoteId, Vec<&'l NoteCall>>,
    kinds: BTreeMap<&'l NoteId, NoteKind>,
    pages: BTreeSet<&'l str>,
}

impl<'l> Ways<'l> {
    /// Those of a letter.
    #[must_use]
    pub fn of(letter: &'l Letter) -> Self {
        let mut ways = Self::default();
        for note in &letter.notes {
            ways.kinds.entry(&note.id).or_insert(note.kind);
        }
        ways.pages.extend(letter.first_page.iter().map(|page| &*page.page));
        each_block(letter, &mut |block, _| {
            if let BlockKind::PageBreak(page) = &block.kind {
                ways.pages.insert(&page.page);
            }
            ways.gather(&block.inlines);
        });
        ways
    }

    /// All calls of a note, in their order: those in the text, then those in other notes. Those in the words of an editor are
    /// among them.
    #[must_use]
    pub fn callers(&self, note: &NoteId) -> &[&'l NoteCall] {
        self.calls.get(note).map_or(&[], Vec::as_slice)
    }

    /// Whose note it is; none where there is no such note.
    #[must_use]
    pub fn kind_of(&self, note: &NoteId) -> Option<NoteKind> {
        self.kinds.get(note).copied()
    }

    /// Whether a page of the print begins in the letter, so that there is something to lead to.
    #[must_use]
    pub fn has_page(&self, page: &str) -> bool {
        self.pages.contains(page)
    }

    fn gather(&mut self, inlines: &'l [Inline]) {
        each_inline(inlines, &mut |inline| match inline {
            Inline::NoteCall(call) => self.calls.entry(&call.note).or_default().push(call),
            Inline::Choice(choice) => self.gather(&choice.corr),
            Inline::PageBreak(page) => {
                self.pages.insert(&page.page);
            }
            _ => {}
        });
    }
}
