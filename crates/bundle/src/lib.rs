//! An edition and its indexes as bytes, and back: a manifest, and parts that a page asks for when it needs them.
//!
//! Every file has a head of 16 bytes (`LTRBOOK` and a NUL, the format version, the CRC-32 of the rest, both
//! little-endian), then a value in postcard's encoding. The manifest names the parts; the name of a part carries its
//! checksum, so that a part of another edition is never taken for it. An edition in one piece is a manifest with all its
//! parts behind it. What was written is checked before it is read: what was cut off, changed or written by another
//! version is refused with the reason, never shown in part.
//!
//! On disk a part is compressed ([`compressed`], feature `build`): a browser unpacks it by itself, and a host need not
//! know of compression.
#![forbid(unsafe_code)]

#[cfg(feature = "build")]
mod compress;
mod decode;
mod manifest;
#[cfg(feature = "build")]
mod pack;
mod part;
mod seal;
mod search;

#[cfg(feature = "build")]
pub use compress::{compressed, uncompressed};
pub use manifest::{Bodies, Manifest, PartName, Range, open_manifest};
#[cfg(feature = "build")]
pub use pack::{Packed, pack};
#[cfg(feature = "pages")]
pub use part::{EntryBody, LetterBody, Letters, Related, SpanOfDate};
pub use part::{EntryHead, Part, RegisterRow, open_part};
pub use seal::{FORMAT_VERSION, OpenError};
pub use search::{SEARCH_ROOT, leaf_file, lines_file, search_file};
#[cfg(feature = "build")]
pub use search::{leaf_files, search_files};
