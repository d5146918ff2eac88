//! Markup as in Yew's `html!`, written to a [`Pen`].
//!
//! `html!` builds every element on the spot, with its own tables of attributes; of a viewer this size that made
//! half of what a reader downloads. Here an element is a few calls of shared functions. It reads the same, with these
//! differences: there are no components (`html!` is for those), `else if` ends a
//! condition, and an element that is not closed by its own name is found in tests, not by the compiler.

mod pen;
#[cfg(feature = "ssr")]
mod printed;
mod value;

pub(crate) use pen::Pen;
#[cfg(feature = "ssr")]
pub(crate) use printed::printing;
pub(crate) use value::{Content, Value};

/// Elements, texts and conditions as [`yew::Html`].
macro_rules! markup {
    ($($content:tt)*) => {{
        let mut pen = $crate::markup::Pen::default();
        $crate::markup::content!(pen, $($content)*);
        pen.done()
    }};
}

/// What stands beside each other, one after the other.
macro_rules! content {
    ($pen:ident,) => {};
    ($pen:ident, < > $($rest:tt)*) => {
        $pen.open_group();
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, < / > $($rest:tt)*) => {
        $pen.close_group();
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, < / $name:ident > $($rest:tt)*) => {
        $pen.close(stringify!($name));
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, < $name:ident $($rest:tt)*) => {
        $pen.open(stringify!($name));
        $crate::markup::attributes!($pen, $name, $($rest)*);
    };
    ($pen:ident, { for $each:expr } $($rest:tt)*) => {
        $pen.each($each);
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, { $one:expr } $($rest:tt)*) => {
        $crate::markup::Content::put($one, &mut $pen);
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, if $($rest:tt)*) => { $crate::markup::condition!($pen, [] $($rest)*); };
}

/// A condition, gathered word by word up to its block. It is one node, whether it holds or not: Yew tells neighbours
/// apart by counting them, and would build those before it anew.
macro_rules! condition {
    ($pen:ident, [$($if:tt)*] { $($then:tt)* } else if $($rest:tt)*) => {
        $pen.open_group();
        let open = if $($if)* {
            $crate::markup::content!($pen, $($then)*);
            false
        } else {
            true
        };
        $crate::markup::condition!($pen, open, [] $($rest)*);
    };
    ($pen:ident, [$($if:tt)*] { $($then:tt)* } else { $($other:tt)* } $($rest:tt)*) => {
        $pen.open_group();
        if $($if)* {
            $crate::markup::content!($pen, $($then)*);
        } else {
            $crate::markup::content!($pen, $($other)*);
        }
        $pen.close_group();
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, [$($if:tt)*] { $($then:tt)* } $($rest:tt)*) => {
        $pen.open_group();
        if $($if)* {
            $crate::markup::content!($pen, $($then)*);
        }
        $pen.close_group();
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, [$($if:tt)*] $word:tt $($rest:tt)*) => {
        $crate::markup::condition!($pen, [$($if)* $word] $($rest)*);
    };
    // What follows `else if`: the block there ends the condition.
    ($pen:ident, $open:ident, [$($if:tt)*] { $($then:tt)* } $($rest:tt)*) => {
        if $open && ($($if)*) {
            $crate::markup::content!($pen, $($then)*);
        }
        $pen.close_group();
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, $open:ident, [$($if:tt)*] $word:tt $($rest:tt)*) => {
        $crate::markup::condition!($pen, $open, [$($if)* $word] $($rest)*);
    };
}

/// The attributes of an element that was opened, and its end.
macro_rules! attributes {
    ($pen:ident, $tag:ident, > $($rest:tt)*) => { $crate::markup::content!($pen, $($rest)*); };
    ($pen:ident, $tag:ident, / > $($rest:tt)*) => {
        $pen.close(stringify!($tag));
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, $tag:ident, { $name:ident } $($rest:tt)*) => {
        $crate::markup::attribute!($pen, [$name] $name);
        $crate::markup::attributes!($pen, $tag, $($rest)*);
    };
    ($pen:ident, $tag:ident, $name:ident $(- $more:ident)* = { $value:expr } $($rest:tt)*) => {
        $crate::markup::attribute!($pen, [$name $(- $more)*] $value);
        $crate::markup::attributes!($pen, $tag, $($rest)*);
    };
    ($pen:ident, $tag:ident, key = $value:literal $($rest:tt)*) => {
        $pen.key($value);
        $crate::markup::attributes!($pen, $tag, $($rest)*);
    };
    ($pen:ident, $tag:ident, $name:ident $(- $more:ident)* = $value:literal $($rest:tt)*) => {
        $pen.is(concat!(stringify!($name) $(, "-", stringify!($more))*), $value);
        $crate::markup::attributes!($pen, $tag, $($rest)*);
    };
}

/// One attribute: the few that are more than that have their own line.
macro_rules! attribute {
    ($pen:ident, [key] $value:expr) => { $pen.key($value) };
    ($pen:ident, [ref] $value:expr) => { $pen.reference(&$value) };
    ($pen:ident, [value] $value:expr) => { $pen.value($value.into()) };
    ($pen:ident, [checked] $value:expr) => { $pen.checked($value) };
    ($pen:ident, [onblur] $value:expr) => { $crate::markup::listener!($pen, onblur, $value) };
    ($pen:ident, [onchange] $value:expr) => { $crate::markup::listener!($pen, onchange, $value) };
    ($pen:ident, [onfocus] $value:expr) => { $crate::markup::listener!($pen, onfocus, $value) };
    ($pen:ident, [onclick] $value:expr) => { $crate::markup::listener!($pen, onclick, $value) };
    ($pen:ident, [oninput] $value:expr) => { $crate::markup::listener!($pen, oninput, $value) };
    ($pen:ident, [onkeydown] $value:expr) => { $crate::markup::listener!($pen, onkeydown, $value) };
    ($pen:ident, [onmousedown] $value:expr) => { $crate::markup::listener!($pen, onmousedown, $value) };
    ($pen:ident, [onpointercancel] $value:expr) => { $crate::markup::listener!($pen, onpointercancel, $value) };
    ($pen:ident, [onpointerdown] $value:expr) => { $crate::markup::listener!($pen, onpointerdown, $value) };
    ($pen:ident, [onpointermove] $value:expr) => { $crate::markup::listener!($pen, onpointermove, $value) };
    ($pen:ident, [onpointerup] $value:expr) => { $crate::markup::listener!($pen, onpointerup, $value) };
    ($pen:ident, [onsubmit] $value:expr) => { $crate::markup::listener!($pen, onsubmit, $value) };
    ($pen:ident, [$name:ident $(- $more:ident)*] $value:expr) => {
        $crate::markup::Value::set($value, concat!(stringify!($name) $(, "-", stringify!($more))*), &mut $pen)
    };
}

/// A listener, wrapped as `html!` wraps it.
macro_rules! listener {
    ($pen:ident, $event:ident, $callback:expr) => {
        $pen.listen(std::rc::Rc::new(yew::html::$event::Wrapper::new($callback)))
    };
}

pub(crate) use {attribute, attributes, condition, content, listener, markup};
