//! The text of a letter as markup: plain functions, no state. The classes are those of TEI (`tei-salute`), the ids those
//! of the edition.

mod blocks;
mod dates;
mod inlines;
mod signs;

pub(crate) use blocks::{block, clone_of, page_mark, text};
pub(crate) use dates::{certainty_word, counted, date_words, derivation, origin_label, style, value_words};
pub(crate) use inlines::{inlines, kind_class, origin_word};
pub(crate) use signs::{sign_class, sign_number};

use crate::context::{Names, Viewer};
use edition::{Letter, NoteId, NoteKind};

/// What text functions need to know.
#[derive(Clone, Copy)]
pub(crate) struct TextContext<'c> {
    /// The viewer.
    pub(crate) viewer: &'c Viewer,
    /// The letter the text belongs to.
    pub(crate) letter: &'c Letter,
    /// Whether the text bears its ids: not where it stands a second time, in a popover.
    pub(crate) ids: bool,
}

impl TextContext<'_> {
    /// The id, where the text bears its ids.
    fn id(&self, id: &str) -> Option<String> {
        self.ids.then(|| id.to_owned())
    }

    /// The place of names and dates in the tab order, as the reader wants it. In a popover all links are in it.
    fn tabindex(&self) -> Option<&'static str> {
        (self.ids && self.viewer.settings.names != Names::Tabbed).then_some("-1")
    }

    /// Whose note a call belongs to.
    fn kind_of(&self, note: &NoteId) -> Option<NoteKind> {
        self.letter.notes.iter().find(|known| known.id == *note).map(|note| note.kind)
    }
}
