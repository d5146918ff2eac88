//! Writes elements, one inside the other.

use super::Content;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VTag, VText};

/// Writes elements, one inside the other. Its functions are not inlined: that is what it is for.
#[derive(Default)]
pub(crate) struct Pen {
    /// What is open, outermost first.
    open: Vec<Open>,
    /// What is finished and stands in nothing that is open.
    done: Vec<Html>,
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
        self.open.push(Open::Element(VTag::new(name)));
    }

    /// Ends the element that was begun last, which has this name.
    #[inline(never)]
    pub(crate) fn close(&mut self, name: &'static str) {
        if let Some(Open::Element(element)) = self.open.pop() {
            debug_assert_eq!(element.tag(), name, "an element is closed by the name of another");
            self.node(element.into());
        }
    }

    /// Begins nodes that count as one.
    #[inline(never)]
    pub(crate) fn open_group(&mut self) {
        self.open.push(Open::Group(Vec::new()));
    }

    /// Ends them.
    #[inline(never)]
    pub(crate) fn close_group(&mut self) {
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
        match self.open.last_mut() {
            Some(Open::Element(element)) => element.add_child(node),
            Some(Open::Group(nodes)) => nodes.push(node),
            None => self.done.push(node),
        }
    }

    /// A text.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: AttrValue) {
        self.node(VText::new(text).into());
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
        if let Some(element) = self.element() {
            element.add_attribute(name, value);
        }
    }

    /// What tells an element from its neighbours when they change places.
    #[inline(never)]
    pub(crate) fn key(&mut self, key: impl Into<Key>) {
        if let Some(element) = self.element() {
            element.key = Some(key.into());
        }
    }

    /// Where the element can be found once it is on the page.
    #[inline(never)]
    pub(crate) fn reference(&mut self, reference: &NodeRef) {
        if let Some(element) = self.element() {
            element.node_ref = reference.clone();
        }
    }

    /// What is in a field, or what an option stands for.
    #[inline(never)]
    pub(crate) fn value(&mut self, value: AttrValue) {
        match self.element() {
            Some(element) if element.tag() == "input" => element.set_value(value),
            _ => self.attribute("value", value),
        }
    }

    /// Whether a box is ticked.
    #[inline(never)]
    pub(crate) fn checked(&mut self, checked: bool) {
        if let Some(element) = self.element() {
            element.set_checked(checked);
        }
    }

    /// What happens on an event.
    #[inline(never)]
    pub(crate) fn listen(&mut self, listener: Rc<dyn Listener>) {
        if let Some(element) = self.element() {
            element.add_listener(listener);
        }
    }
}
