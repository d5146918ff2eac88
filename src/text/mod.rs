//! The text of a letter as markup: plain functions, no state. The classes are those of TEI (`tei-salute`), the ids those
//! of the edition.

#[cfg(feature = "ssr")]
mod blocks;
mod dates;
#[cfg(feature = "ssr")]
mod direction;
#[cfg(feature = "ssr")]
mod inlines;
#[cfg(feature = "ssr")]
mod manners;
#[cfg(feature = "ssr")]
mod signs;
#[cfg(feature = "ssr")]
mod values;

#[cfg(feature = "ssr")]
pub(crate) use blocks::{block, clone_of, is_long, page_mark, rows, text};
pub(crate) use dates::{certainty_word, counted, reason_words, style};
#[cfg(feature = "ssr")]
pub(crate) use dates::{date_words, reason};
#[cfg(feature = "ssr")]
pub(crate) use direction::{has_leftward, is_leftward_language, set_apart};
#[cfg(feature = "ssr")]
pub(crate) use inlines::{inlines, kind_class, origin_word};
#[cfg(feature = "ssr")]
pub(crate) use manners::MANNERS_IN_WORDS;
#[cfg(feature = "ssr")]
pub(crate) use signs::{look, sign_class, sign_words};
#[cfg(feature = "ssr")]
pub(crate) use values::{derivation, origin_label, value_words};

#[cfg(feature = "ssr")]
use crate::context::Viewer;
#[cfg(feature = "ssr")]
use edition::{Block, Letter, Note, NoteCall, NoteId, NoteKind};
#[cfg(feature = "ssr")]
use reader::letter_page::{Ways, caller_id};
#[cfg(feature = "ssr")]
use std::cell::RefCell;
#[cfg(feature = "ssr")]
use std::collections::BTreeMap;

/// How often a page of this name has been printed.
#[cfg(feature = "ssr")]
pub(crate) type Pages = RefCell<BTreeMap<Box<str>, usize>>;

/// What text functions need to know.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy)]
pub(crate) struct TextContext<'c> {
    /// The viewer.
    pub(crate) viewer: &'c Viewer,
    /// The letter the text belongs to.
    pub(crate) letter: &'c Letter,
    /// What leads where in it.
    pub(crate) ways: &'c Ways<'c>,
    /// The pages that are marked already.
    pub(crate) pages: &'c Pages,
    /// Which of its ids the text bears.
    pub(crate) ids: Ids,
    /// It stands in what is written from right to left.
    pub(crate) leftward: bool,
    /// The letter is laid out as it comes into sight.
    pub(crate) long: bool,
}

/// What of a text can be led to.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ids {
    /// Nothing, where it stands a second time, in a popover.
    None,
    /// Its calls of notes, in the words of an editor: a note leads back to all of them.
    Calls,
    /// Everything that has one.
    All,
}

#[cfg(feature = "ssr")]
impl TextContext<'_> {
    /// The id, where the text bears its ids.
    fn id(&self, id: &str) -> Option<String> {
        (self.ids == Ids::All).then(|| id.to_owned())
    }

    /// The same of a call.
    fn call_id(&self, call: &NoteCall) -> Option<String> {
        (self.ids != Ids::None).then(|| caller_id(&call.note, call.nth))
    }

    /// The same in a part of the text that is written that way, and the word for it where that is another.
    fn turned(self, leftward: bool) -> (Option<&'static str>, Self) {
        (direction::word(leftward, self.leftward), Self { leftward, ..self })
    }

    /// The same in rows of words, which are written as most of their letters are.
    fn turned_by(self, blocks: &[Block]) -> (Option<&'static str>, Self) {
        let rows = blocks.iter().map(|block| &*block.inlines);
        self.turned(direction::is_leftward(rows, self.leftward))
    }

    /// The same in words that say their language.
    pub(crate) fn turned_to(self, language: &str) -> (Option<&'static str>, Self) {
        self.turned(is_leftward_language(language))
    }

    /// The same in a note: its first words decide for its number too.
    pub(crate) fn turned_in_note(self, note: &Note) -> (Option<&'static str>, Self) {
        let inside = Self { leftward: is_leftward_language(&self.letter.language), ..self };
        let first = note.blocks.get(..1).unwrap_or_default();
        self.turned(inside.turned_by(first).1.leftward)
    }

    /// Whose note a call belongs to.
    fn kind_of(&self, note: &NoteId) -> Option<NoteKind> {
        self.ways.kind_of(note)
    }
}
