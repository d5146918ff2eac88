//! What has a state of its own and no markup. Each kind of value that Yew's own hooks keep costs a reader the whole of what
//! they do with it; so they are used for one kind here, and by all.

mod after;
mod kept;
mod library;

pub(crate) use after::{for_good, use_after};
pub(crate) use kept::use_kept;
pub(crate) use library::use_library;
