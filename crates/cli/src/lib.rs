//! The command line: the only room that touches a disk.
#![forbid(unsafe_code)]

mod found;
mod json;
mod run;
mod terminal;
mod text;

pub use run::{Format, InspectError, InspectOptions, inspect};
