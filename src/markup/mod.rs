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
pub(crate) use printed::{printing, written};
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
        $crate::markup::attributes!($pen, $name, [] $($rest)*);
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

/// The attributes of an element that was opened, and its end. The names of those that are no more than that are gathered in
/// brackets: Yew knows an element again by them.
macro_rules! attributes {
    ($pen:ident, $tag:ident, [$($names:tt)*] > $($rest:tt)*) => {
        $crate::markup::names!($pen, $($names)*);
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, $tag:ident, [$($names:tt)*] / > $($rest:tt)*) => {
        $crate::markup::names!($pen, $($names)*);
        $pen.close(stringify!($tag));
        $crate::markup::content!($pen, $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt { $name:ident } $($rest:tt)*) => {
        $crate::markup::attribute!($pen, $tag, $names [$name] $name, $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt $name:ident $(- $more:ident)* = { $value:expr } $($rest:tt)*) => {
        $crate::markup::attribute!($pen, $tag, $names [$name $(- $more)*] $value, $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt key = $value:literal $($rest:tt)*) => {
        $pen.key($value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, input, $names:tt value = $value:literal $($rest:tt)*) => {
        $pen.value($value.into());
        $crate::markup::attributes!($pen, input, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, [$($names:tt)*] $name:ident $(- $more:ident)* = $value:literal $($rest:tt)*) => {
        $pen.is(concat!(stringify!($name) $(, "-", stringify!($more))*), $value);
        $crate::markup::attributes!(
            $pen, $tag, [$($names)* concat!(stringify!($name) $(, "-", stringify!($more))*),] $($rest)*
        );
    };
}

/// The names of the attributes that were written, where there are any.
macro_rules! names {
    ($pen:ident,) => {};
    ($pen:ident, $($names:tt)+) => { $pen.names(&[$($names)+]) };
}

/// One attribute: the few that are more than that have their own line.
macro_rules! attribute {
    ($pen:ident, $tag:ident, $names:tt [key] $value:expr, $($rest:tt)*) => {
        $pen.key($value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [ref] $value:expr, $($rest:tt)*) => {
        $pen.reference(&$value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, input, $names:tt [value] $value:expr, $($rest:tt)*) => {
        $pen.value($value.into());
        $crate::markup::attributes!($pen, input, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [checked] $value:expr, $($rest:tt)*) => {
        $pen.checked($value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onblur] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onblur, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onchange] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onchange, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onfocus] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onfocus, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onclick] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onclick, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [oninput] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, oninput, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onkeydown] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onkeydown, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onmousedown] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onmousedown, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onpointercancel] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onpointercancel, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onpointerdown] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onpointerdown, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onpointermove] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onpointermove, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onpointerup] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onpointerup, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, $names:tt [onsubmit] $value:expr, $($rest:tt)*) => {
        $crate::markup::listener!($pen, onsubmit, $value);
        $crate::markup::attributes!($pen, $tag, $names $($rest)*);
    };
    ($pen:ident, $tag:ident, [$($names:tt)*] [$name:ident $(- $more:ident)*] $value:expr, $($rest:tt)*) => {
        $crate::markup::Value::set($value, concat!(stringify!($name) $(, "-", stringify!($more))*), &mut $pen);
        $crate::markup::attributes!(
            $pen, $tag, [$($names)* concat!(stringify!($name) $(, "-", stringify!($more))*),] $($rest)*
        );
    };
}

/// A listener, wrapped as `html!` wraps it.
macro_rules! listener {
    ($pen:ident, $event:ident, $callback:expr) => {
        $pen.listen(std::rc::Rc::new(yew::html::$event::Wrapper::new($callback)))
    };
}

pub(crate) use {attribute, attributes, condition, content, listener, markup, names};
