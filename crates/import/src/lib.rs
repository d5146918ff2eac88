//! Source text in, edition out: letters as printed, the editor's side file, names and dates in running text.
#![forbid(unsafe_code)]

mod annotate;
mod assemble;
mod draft;
mod ids;
mod language;
mod link;
mod markdown;
mod names;
mod plain;
mod side_file;
mod tei;

pub use assemble::{Defaults, FirstRead, Imported, assemble, import, import_with_places};
pub use draft::{Addressee, Consumed, Draft, Manner, NotCovered, PageStart, Structure, rebuild};
pub use markdown::{Front, MarkdownLetter, read_markdown};
pub use names::{Forms, Found, find};
pub use plain::{block_name, imprint_name, read_plain};
pub use side_file::{
    Correction, DateNote, FormPlace, LetterNote, MentionNote, Place, PlaceNote, SideFile, read_side_file,
    read_side_files,
};
pub use tei::{Listed, Merged, TeiFile, merge_tei, read_tei};
