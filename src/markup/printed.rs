//! Markup written as text at once. A page that is printed, and that no program takes over, needs no tree: an edition has
//! thousands of them, and the nodes cost many times what their words do.

use crate::pages::print::{attribute, is_void, print, text_of};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

thread_local! {
    static PRINTING: Cell<bool> = const { Cell::new(false) };
    // Room for text, used again and again: pieces are short and many, and stand one inside the other.
    static ROOM: RefCell<Vec<Printed>> = const { RefCell::new(Vec::new()) };
}

/// Whatever is written inside is text: it can be put into other markup and printed, and no more.
pub(crate) fn printing<T>(write: impl FnOnce() -> T) -> T {
    let before = PRINTING.replace(true);
    let written = write();
    PRINTING.set(before);
    written
}

/// What was written before.
pub(crate) fn written(html: Rc<str>) -> Html {
    Html::from_html_unchecked(AttrValue::Rc(html))
}

/// A piece of markup while it is written.
#[derive(Debug, Default)]
pub(super) struct Printed {
    out: String,
    /// What is open, outermost first.
    open: Vec<&'static str>,
    /// The tag that was opened last still takes attributes.
    in_tag: bool,
}

impl Printed {
    /// A piece, where text is written.
    pub(super) fn begin() -> Option<Self> {
        PRINTING.get().then(|| ROOM.with_borrow_mut(Vec::pop).unwrap_or_default())
    }

    /// The piece as a node.
    pub(super) fn done(mut self) -> Html {
        debug_assert!(self.open.is_empty(), "an element is not closed");
        let html = written(self.out.as_str().into());
        self.out.clear();
        self.open.clear();
        ROOM.with_borrow_mut(|room| room.push(self));
        html
    }

    pub(super) fn open(&mut self, name: &'static str) {
        self.end_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.in_tag = true;
        self.open.push(name);
    }

    pub(super) fn close(&mut self, name: &'static str) {
        self.end_tag();
        let opened = self.open.pop();
        debug_assert_eq!(opened, Some(name), "an element is closed by the name of another");
        if !is_void(name) {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        if self.in_tag {
            attribute(name, value, &mut self.out);
        }
    }

    /// An attribute without a value.
    pub(super) fn flag(&mut self, name: &str) {
        if self.in_tag {
            self.out.push(' ');
            self.out.push_str(name);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.end_tag();
        text_of(text, &mut self.out);
    }

    pub(super) fn node(&mut self, node: &Html) {
        self.end_tag();
        print(node, &mut self.out);
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.out.push('>');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::printing;
    use crate::markup::markup;
    use crate::pages::print::print;
    use yew::html::Html;

    fn page(words: &str, hidden: bool) -> Html {
        let inner = |word: &str| markup! { <li class={["item", ""]} title={word.to_owned()}>{ word }</li> };
        markup! {
            <>
                <p {hidden} lang={(!hidden).then_some("de")}>{ words }<br />{ words.to_owned() }{ 7_usize }</p>
                <ul>{ for words.split(' ').map(inner) }</ul>
                if hidden {
                    <input value={words} checked={hidden} type="radio" />
                } else {
                    <input value="" checked={hidden} type="radio" />
                }
                { None::<Html> }
            </>
        }
    }

    #[test]
    fn text_is_what_the_tree_would_print() {
        for hidden in [true, false] {
            let words = "a < b & \"c\" > 'd' ж";
            let (mut tree, mut text) = (String::new(), String::new());
            print(&page(words, hidden), &mut tree);
            print(&printing(|| page(words, hidden)), &mut text);
            assert_eq!(text, tree);
        }
    }
}
