//! Parts used by two views, or with behaviour of their own.

pub(crate) mod facet;
pub(crate) mod jump_bar;
pub(crate) mod settings;
pub(crate) mod shell;
pub(crate) mod sort_header;
pub(crate) mod year_strip;
