//! Parts used by two views, or with behaviour of their own.

#[cfg(feature = "ssr")]
pub(crate) mod card;
pub(crate) mod facet;
pub(crate) mod jump_bar;
#[cfg(feature = "ssr")]
pub(crate) mod names_list;
#[cfg(feature = "ssr")]
pub(crate) mod notes_list;
#[cfg(feature = "ssr")]
pub(crate) mod rights;
#[cfg(feature = "ssr")]
pub(crate) mod settings;
#[cfg(feature = "ssr")]
pub(crate) mod shell;
pub(crate) mod sort_header;
#[cfg(feature = "ssr")]
pub(crate) mod source_panel;
#[cfg(feature = "ssr")]
pub(crate) mod year_strip;
