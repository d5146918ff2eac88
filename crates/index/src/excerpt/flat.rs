//! The running text of a paragraph.

use super::{Words, borders, first_part, last_part};
use crate::Excerpt;
use edition::{Inline, Layer};
use std::ops::Range;

/// The running text of a paragraph, blanks made one, and where the words stand in it.
pub(super) struct Flat<'e> {
    pub(super) words: Words<'e>,
    pub(super) text: String,
    pub(super) found: Option<Range<usize>>,
}

impl Flat<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(&text.text),
                Inline::Mention(mention, inside) => {
                    let wanted = matches!(self.words, Words::Mention(id) if *id == mention.id);
                    self.marked(wanted, inside);
                }
                Inline::Date(dating, inside) => {
                    let wanted = matches!(self.words, Words::Dating(id) if *id == dating.id);
                    self.marked(wanted, inside);
                }
                // As one reads it: without what is struck out.
                Inline::Sign(sign, inside) => {
                    if sign.stands_in(Layer::Reading) {
                        self.inlines(inside);
                    }
                }
                Inline::LineBreak { inside_word } => {
                    if !inside_word {
                        self.blank();
                    }
                }
                Inline::Gap(_) => self.text("[…]"),
                Inline::Hi(_, inside)
                | Inline::Label(inside)
                | Inline::Supplied(inside)
                | Inline::Foreign(_, inside)
                | Inline::Link(_, inside)
                | Inline::Cell(inside)
                | Inline::Other(_, inside) => {
                    self.inlines(inside);
                }
                Inline::Choice(choice) => self.inlines(&choice.sic),
                Inline::PageBreak(_) => self.blank(),
                Inline::NoteCall(_) => {}
            }
        }
    }

    pub(super) fn marked(&mut self, wanted: bool, inside: &[Inline]) {
        let start = self.text.len();
        self.inlines(inside);
        if wanted && self.found.is_none() {
            self.found = Some(start..self.text.len());
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            if character.is_whitespace() {
                self.blank();
            } else {
                self.text.push(character);
            }
        }
    }

    pub(super) fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    pub(super) fn cut(self) -> Option<Excerpt> {
        let found = self.found?;
        let words = &self.text[found.clone()];
        // Blanks at the edges of the words belong to what is around them.
        let start = found.start + (words.len() - words.trim_start().len());
        let end = (found.end - (words.len() - words.trim_end().len())).max(start);
        let mut sentence = 0..self.text.len();
        for border in borders(&self.text) {
            if border <= start {
                sentence.start = border;
            } else if border >= end {
                sentence.end = border;
                break;
            }
        }
        Some(Excerpt {
            before: last_part(self.text[sentence.start..start].trim_start()),
            words: self.text[start..end].into(),
            after: first_part(self.text[end..sentence.end.max(end)].trim_end()),
        })
    }
}
