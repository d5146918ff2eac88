//! Writes elements, one inside the other.

use super::Content;
#[cfg(feature = "ssr")]
use super::printed::Printed;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VTag, VText};

/// Writes elements, one inside the other. Its functions are not inlined: that is what it is for.
#[cfg_attr(not(feature = "ssr"), derive(Default))]
pub(crate) struct Pen {
    /// What is open, outermost first.
    open: Vec<Open>,
    /// What is finished and stands in nothing that is open.
    done: Vec<Html>,
    /// Where text is written in place of elements: all of it.
    #[cfg(feature = "ssr")]
    printed: Option<Printed>,
}

#[cfg(feature = "ssr")]
impl Default for Pen {
    fn default() -> Self {
        Self { open: Vec::new(), done: Vec::new(), printed: Printed::begin() }
    }
}

/// Goes no further where text is written: that is done then.
macro_rules! or_print {
    ($pen:ident, $($print:tt)*) => {
        #[cfg(feature = "ssr")]
        if let Some(printed) = &mut $pen.printed {
            printed.$($print)*;
            return;
        }
    };
}

/// Goes no further where text is written: there is nothing to do then.
macro_rules! or_nothing {
    ($pen:ident) => {
        #[cfg(feature = "ssr")]
        if $pen.printed.is_some() {
            return;
        }
    };
}

/// What was begun and not yet ended.
enum Open {
    Element(VTag),
    /// Nodes that count as one.
    Group(Vec<Html>),
}

impl Pen {
    /// Begins an element.
    #[inline(never)]
    pub(crate) fn open(&mut self, name: &'static str) {
        or_print!(self, open(name));
        self.open.push(Open::Element(VTag::new(name)));
    }

    /// Ends the element that was begun last, which has this name.
    #[inline(never)]
    pub(crate) fn close(&mut self, name: &'static str) {
        or_print!(self, close(name));
        if let Some(Open::Element(element)) = self.open.pop() {
            debug_assert_eq!(element.tag(), name, "an element is closed by the name of another");
            self.node(element.into());
        }
    }

    /// Begins nodes that count as one.
    #[inline(never)]
    pub(crate) fn open_group(&mut self) {
        or_nothing!(self);
        self.open.push(Open::Group(Vec::new()));
    }

    /// Ends them.
    #[inline(never)]
    pub(crate) fn close_group(&mut self) {
        or_nothing!(self);
        if let Some(Open::Group(nodes)) = self.open.pop() {
            self.node(VList::with_children(nodes, None).into());
        }
    }

    /// Everything that was written.
    ///
    /// # Panics
    /// In tests, where an element is still open.
    #[inline(never)]
    pub(crate) fn done(mut self) -> Html {
        #[cfg(feature = "ssr")]
        if let Some(printed) = self.printed.take() {
            return printed.done();
        }
        debug_assert!(self.open.is_empty(), "an element is not closed");
        match self.done.len() {
            1 => self.done.pop().unwrap_or_default(),
            _ => VList::with_children(self.done, None).into(),
        }
    }

    /// The element that attributes belong to.
    fn element(&mut self) -> Option<&mut VTag> {
        match self.open.last_mut() {
            Some(Open::Element(element)) => Some(element),
            _ => None,
        }
    }

    /// A finished node.
    #[inline(never)]
    pub(crate) fn node(&mut self, node: Html) {
        or_print!(self, node(&node));
        match self.open.last_mut() {
            Some(Open::Element(element)) => element.add_child(node),
            Some(Open::Group(nodes)) => nodes.push(node),
            None => self.done.push(node),
        }
    }

    /// A text.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: AttrValue) {
        or_print!(self, text(&text));
        self.node(VText::new(text).into());
    }

    /// A text that is not kept.
    #[inline(never)]
    pub(crate) fn words(&mut self, words: &str) {
        or_print!(self, text(words));
        self.text(AttrValue::Rc(Rc::from(words)));
    }

    /// Several, one after the other.
    pub(crate) fn each<C: Content>(&mut self, each: impl IntoIterator<Item = C>) {
        for one in each {
            one.put(self);
        }
    }

    /// An attribute that always has the same value.
    #[inline(never)]
    pub(crate) fn is(&mut self, name: &'static str, value: &'static str) {
        self.attribute(name, AttrValue::Static(value));
    }

    /// An attribute.
    #[inline(never)]
    pub(crate) fn attribute(&mut self, name: &'static str, value: AttrValue) {
        or_print!(self, attribute(name, &value));
        if let Some(element) = self.element() {
            element.add_attribute(name, value);
        }
    }

    /// An attribute whose value is not kept.
    #[inline(never)]
    pub(crate) fn says(&mut self, name: &'static str, value: &str) {
        or_print!(self, attribute(name, value));
        self.attribute(name, AttrValue::Rc(Rc::from(value)));
    }

    /// What tells an element from its neighbours when they change places.
    #[inline(never)]
    pub(crate) fn key(&mut self, key: impl Into<Key>) {
        or_nothing!(self);
        if let Some(element) = self.element() {
            element.key = Some(key.into());
        }
    }

    /// Where the element can be found once it is on the page.
    #[inline(never)]
    pub(crate) fn reference(&mut self, reference: &NodeRef) {
        or_nothing!(self);
        if let Some(element) = self.element() {
            element.node_ref = reference.clone();
        }
    }

    /// What is in a field, or what an option stands for.
    #[inline(never)]
    pub(crate) fn value(&mut self, value: AttrValue) {
        or_print!(self, attribute("value", &value));
        match self.element() {
            Some(element) if element.tag() == "input" => element.set_value(value),
            _ => self.attribute("value", value),
        }
    }

    /// Whether a box is ticked.
    #[inline(never)]
    pub(crate) fn checked(&mut self, checked: bool) {
        #[cfg(feature = "ssr")]
        if let (Some(printed), true) = (&mut self.printed, checked) {
            printed.flag("checked");
            return;
        }
        if let Some(element) = self.element() {
            element.set_checked(checked);
        }
    }

    /// What happens on an event.
    #[inline(never)]
    pub(crate) fn listen(&mut self, listener: Rc<dyn Listener>) {
        or_nothing!(self);
        if let Some(element) = self.element() {
            element.add_listener(listener);
        }
    }
}
