//! Text in paragraphs, in both layers.

use edition::{Block, BlockKind, Inline, Layer, without_hyphen};

/// A paragraph in its two layers, as plain text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Paragraph {
    /// As it is read.
    pub(crate) reading: String,
    /// As it was written.
    pub(crate) written: String,
    /// The pages of the print that begin in it.
    pub(crate) pages: Vec<String>,
}

/// The paragraphs of a text. One that goes on after a page break is one.
pub(crate) fn paragraphs(blocks: &[Block]) -> Vec<Paragraph> {
    let mut done: Vec<Paragraph> = Vec::new();
    let mut here = Paragraph::default();
    for block in blocks {
        match &block.kind {
            BlockKind::PageBreak(page) => {
                here.page(&page.page);
                continue;
            }
            BlockKind::Continuation => here.push(" "),
            _ => done.push(std::mem::take(&mut here)),
        }
        here.inlines(&block.inlines);
    }
    done.push(here);
    done
}

impl Paragraph {
    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.push(&text.text),
                Inline::NoteCall(_) => {}
                Inline::Gap(_) => self.push(" "),
                Inline::PageBreak(page) if page.inside_word => {
                    self.goes_on();
                    self.pages.push(page.page.to_string());
                }
                Inline::PageBreak(page) => self.page(&page.page),
                Inline::LineBreak { inside_word: false, .. } => self.push(" "),
                Inline::LineBreak { inside_word: true, .. } => self.goes_on(),
                Inline::Choice(choice) => {
                    let mut other = Self::default();
                    other.inlines(&choice.corr);
                    self.reading.push_str(&other.reading);
                    let mut other = Self::default();
                    other.inlines(&choice.sic);
                    self.written.push_str(&other.written);
                    self.pages.append(&mut other.pages);
                }
                Inline::Sign(sign, inside) => {
                    let (reading, written) = (self.reading.len(), self.written.len());
                    self.inlines(inside);
                    if !sign.stands_in(Layer::Reading) {
                        self.reading.truncate(self.reading.floor_char_boundary(reading));
                    }
                    if !sign.stands_in(Layer::Diplomatic) {
                        self.written.truncate(self.written.floor_char_boundary(written));
                    }
                }
                Inline::Cell(inside) => {
                    self.inlines(inside);
                    self.push(" ");
                }
                _ => self.inlines(inline.inner()),
            }
        }
    }

    /// A word goes on over a break: what stands at its end is no part of it.
    fn goes_on(&mut self) {
        for text in [&mut self.reading, &mut self.written] {
            text.truncate(without_hyphen(text).len());
        }
    }

    fn push(&mut self, text: &str) {
        self.reading.push_str(text);
        self.written.push_str(text);
    }

    fn page(&mut self, page: &str) {
        self.push(" ");
        self.pages.push(page.to_owned());
    }
}
