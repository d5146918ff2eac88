//! Parts used by two views, or with behaviour of their own.

pub(crate) mod card;
pub(crate) mod facet;
pub(crate) mod jump_bar;
pub(crate) mod names_list;
pub(crate) mod notes_list;
pub(crate) mod passage;
pub(crate) mod settings;
pub(crate) mod shell;
pub(crate) mod sort_header;
pub(crate) mod source_panel;
pub(crate) mod year_strip;
