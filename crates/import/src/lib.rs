//! Source text in, edition out: letters as printed, the editor's side file, names and dates in running text.
#![forbid(unsafe_code)]

mod draft;
mod plain;

pub use draft::{Addressee, Consumed, Draft, NotCovered, Structure, rebuild};
pub use plain::{block_name, imprint_name, read_plain};
