//! Every block of a letter, those of its notes too.

use edition::{Block, Letter, Note};

/// Calls back for every block of the text, then for those of the notes with their note.
pub fn each_block<'l>(letter: &'l Letter, call: &mut dyn FnMut(&'l Block, Option<&'l Note>)) {
    for block in &letter.text {
        call(block, None);
    }
    for note in &letter.notes {
        for block in &note.blocks {
            call(block, Some(note));
        }
    }
}
