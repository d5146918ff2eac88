//! The running text of a paragraph.

use super::{Call, Found, Words, borders};
use crate::Setting;
use edition::{Inline, Layer, without_hyphen};
use std::ops::Range;

/// The running text of a paragraph, blanks made one, and where names and dates stand in it. One is used for all
/// paragraphs of a letter.
#[derive(Default)]
pub(super) struct Flat<'e> {
    text: String,
    /// Names and dates, outer ones first. None: words that are not read.
    marks: Vec<(Words<'e>, Option<Range<usize>>)>,
    /// Where the last name or date ends.
    marked: usize,
    /// How many signs around what is gathered now say that it is not read.
    unread: usize,
}

impl<'e> Flat<'e> {
    pub(super) fn inlines(&mut self, inlines: &'e [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(&text.text),
                Inline::Mention(mention, inside) => self.marked(Words::Mention(mention), inside),
                Inline::Date(dating, inside) => self.marked(Words::Dating(dating), inside),
                // As one reads it: without what is struck out.
                Inline::Sign(sign, inside) => {
                    let unread = usize::from(!sign.stands_in(Layer::Reading));
                    self.unread += unread;
                    self.inlines(inside);
                    self.unread -= unread;
                }
                Inline::LineBreak { inside_word: false, .. } => self.blank(),
                Inline::LineBreak { inside_word: true, .. } => self.goes_on(),
                Inline::PageBreak(page) if page.inside_word => self.goes_on(),
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

    /// A word goes on over a break: what stands at its end is no part of it.
    fn goes_on(&mut self) {
        if self.unread == 0 {
            self.text.truncate(without_hyphen(&self.text).len().max(self.marked));
        }
    }

    fn marked(&mut self, words: Words<'e>, inside: &'e [Inline]) {
        let (at, start) = (self.marks.len(), self.text.len());
        self.marks.push((words, None));
        self.inlines(inside);
        if self.unread == 0 {
            self.marked = self.text.len();
            self.marks[at].1 = Some(start..self.marked);
        }
    }

    fn text(&mut self, text: &str) {
        if self.unread > 0 {
            return;
        }
        for (nth, words) in text.split(char::is_whitespace).enumerate() {
            if nth > 0 {
                self.blank();
            }
            self.text.push_str(words);
        }
    }

    pub(super) fn blank(&mut self) {
        if self.unread == 0 && !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// Ends the paragraph: calls back for what stands in it, and begins another.
    pub(super) fn end(&mut self, setting: &Setting, call: &mut Call<'_, 'e>) {
        let borders = if self.marks.is_empty() { Vec::new() } else { borders(&self.text) };
        for (words, found) in self.marks.drain(..) {
            let place = found.map(|found| (self.text.as_str(), borders.as_slice(), found));
            call(&Found { words, setting, place });
        }
        self.text.clear();
        self.marked = 0;
    }
}
