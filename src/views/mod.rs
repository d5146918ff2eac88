//! One file per view.

pub(crate) mod about;
pub(crate) mod chronology;
pub(crate) mod entry;
pub(crate) mod letter;
pub(crate) mod not_found;
pub(crate) mod register;
