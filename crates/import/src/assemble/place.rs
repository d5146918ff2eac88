//! Where the words stand that an editor speaks of.

use crate::ids::file_name;
use crate::side_file::Place;
use edition::{BlockId, Letter};
use source::{SourceFile, Span};

/// Whether an editor's name for a letter is the identifier or the file name of this one.
pub(super) fn is_letter(name: &str, letter: &str, file: &SourceFile) -> bool {
    name == letter || name == file_name(&file.path.0)
}

/// The stretch that an editor's words are in a block, or nothing if they do not stand there.
pub(super) fn words(place: &Place, file: &SourceFile, block: Span) -> Option<Span> {
    let (at, _) = file.slice(block).match_indices(&*place.surface).nth(place.nth.saturating_sub(1))?;
    let start = block.start as usize + at;
    Some(Span::new(start, start + place.surface.len()))
}

/// Every part of a letter that an editor can name: header lines, blocks, blocks of notes.
pub(super) fn parts(letter: &Letter) -> impl Iterator<Item = (&BlockId, Span)> {
    let lines = letter.witness.imprint.iter().map(|line| (&line.id, line.span));
    let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
    lines.chain(blocks.map(|block| (&block.id, block.span)))
}

/// Whether two stretches share characters.
pub(super) fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}
