//! Parts used by two views, or with behaviour of their own.

pub(crate) mod settings;
pub(crate) mod shell;
