//! What has a state of its own and no markup.

mod library;

pub(crate) use library::use_library;
