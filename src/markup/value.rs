//! What may stand between tags, and what may be the value of an attribute.

use super::Pen;
use yew::prelude::*;

/// What may stand between tags.
pub(crate) trait Content {
    /// Writes it.
    fn put(self, pen: &mut Pen);
}

impl Content for Html {
    fn put(self, pen: &mut Pen) {
        pen.node(self);
    }
}

impl Content for AttrValue {
    fn put(self, pen: &mut Pen) {
        pen.text(self);
    }
}

impl Content for &str {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(self);
    }
}

impl Content for String {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(&self);
    }
}

impl Content for usize {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(&self.to_string());
    }
}

impl Content for u32 {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(&self.to_string());
    }
}

impl<C: Content> Content for Option<C> {
    fn put(self, pen: &mut Pen) {
        // Nothing is a node too, so that its neighbours keep their numbers.
        match self {
            Some(content) => content.put(pen),
            None => pen.node(Html::default()),
        }
    }
}

/// What may be the value of an attribute; without one there is no attribute.
pub(crate) trait Value {
    /// Writes the attribute.
    fn set(self, name: &'static str, pen: &mut Pen);
}

impl Value for AttrValue {
    fn set(self, name: &'static str, pen: &mut Pen) {
        pen.attribute(name, self);
    }
}

impl Value for &str {
    #[inline(never)]
    fn set(self, name: &'static str, pen: &mut Pen) {
        pen.says(name, self);
    }
}

impl Value for String {
    #[inline(never)]
    fn set(self, name: &'static str, pen: &mut Pen) {
        pen.says(name, &self);
    }
}

/// Classes; empty ones are left out.
impl Value for [&str; 2] {
    #[inline(never)]
    fn set(self, name: &'static str, pen: &mut Pen) {
        let [first, second] = self;
        let blank = if first.is_empty() || second.is_empty() { "" } else { " " };
        [first, blank, second].concat().set(name, pen);
    }
}

/// An attribute without a value is there or not.
impl Value for bool {
    #[inline(never)]
    fn set(self, name: &'static str, pen: &mut Pen) {
        match self {
            true => pen.is(name, name),
            false => pen.not(),
        }
    }
}

impl<V: Value> Value for Option<V> {
    fn set(self, name: &'static str, pen: &mut Pen) {
        match self {
            Some(value) => value.set(name, pen),
            None => pen.not(),
        }
    }
}
