//! Writes elements, one inside the other.

use super::Content;
#[cfg(feature = "ssr")]
use super::printed::Printed;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VTag, VText};

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
    Element(Element),
    /// Nodes that count as one.
    Group(Vec<Html>),
}

/// An element, as it is gathered.
struct Element {
    name: &'static str,
    key: Option<Key>,
    reference: NodeRef,
    /// The names of the attributes, in the order of their values.
    names: &'static [&'static str],
    /// Nothing where there is no such attribute at this time.
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    /// What is in a field.
    value: Option<AttrValue>,
    checked: Option<bool>,
    nodes: Vec<Html>,
}

impl Element {
    /// The node. Its parts are given at once, by the functions that `html!` calls: those that add one to what is there
    /// bring what they do with all that might be.
    fn node(self) -> Html {
        let attributes = Attributes::Dynamic { keys: self.names, values: self.values.into_boxed_slice() };
        let listeners = match self.listeners.is_empty() {
            true => Listeners::None,
            false => Listeners::Pending(self.listeners.into_boxed_slice()),
        };
        if self.name == "input" {
            return VTag::__new_input(
                self.value,
                self.checked,
                self.reference,
                self.key,
                attributes,
                listeners,
            )
            .into();
        }
        let nodes = VList::with_children(self.nodes, None).into();
        VTag::__new_other(self.name.into(), self.reference, self.key, attributes, listeners, nodes).into()
    }
}

impl Pen {
    /// Begins an element.
    #[inline(never)]
    pub(crate) fn open(&mut self, name: &'static str) {
        or_print!(self, open(name));
        self.open.push(Open::Element(Element {
            name,
            key: None,
            reference: NodeRef::default(),
            names: &[],
            values: Vec::new(),
            listeners: Vec::new(),
            value: None,
            checked: None,
            nodes: Vec::new(),
        }));
    }

    /// Ends the element that was begun last, which has this name.
    #[inline(never)]
    pub(crate) fn close(&mut self, name: &'static str) {
        or_print!(self, close(name));
        if let Some(Open::Element(element)) = self.open.pop() {
            debug_assert_eq!(element.name, name, "an element is closed by the name of another");
            debug_assert_eq!(element.names.len(), element.values.len(), "an attribute without a name");
            self.node(element.node());
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
    fn element(&mut self) -> Option<&mut Element> {
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
            Some(Open::Element(element)) => element.nodes.push(node),
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

    /// The names of all attributes of an element, in their order.
    #[inline(never)]
    pub(crate) fn names(&mut self, names: &'static [&'static str]) {
        or_nothing!(self);
        if let Some(element) = self.element() {
            element.names = names;
        }
    }

    /// An attribute.
    #[inline(never)]
    #[cfg_attr(
        not(feature = "ssr"),
        allow(unused_variables, reason = "all names of an element are given at once")
    )]
    pub(crate) fn attribute(&mut self, name: &'static str, value: AttrValue) {
        or_print!(self, attribute(name, &value));
        self.there(Some(value));
    }

    /// An attribute that is not there at this time.
    #[inline(never)]
    pub(crate) fn not(&mut self) {
        or_nothing!(self);
        self.there(None);
    }

    fn there(&mut self, value: Option<AttrValue>) {
        if let Some(element) = self.element() {
            element.values.push(value.map(AttributeOrProperty::Attribute));
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
            element.reference = reference.clone();
        }
    }

    /// What is in a field.
    #[inline(never)]
    pub(crate) fn value(&mut self, value: AttrValue) {
        or_print!(self, attribute("value", &value));
        if let Some(element) = self.element() {
            element.value = Some(value);
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
            element.checked = Some(checked);
        }
    }

    /// What happens on an event.
    #[inline(never)]
    pub(crate) fn listen(&mut self, listener: Rc<dyn Listener>) {
        or_nothing!(self);
        if let Some(element) = self.element() {
            element.listeners.push(Some(listener));
        }
    }
}
