//! The mentions of a letter, in the order of the source.

use edition::{Inline, Letter, Mention, each_inline};

/// Calls back for every mention of a letter, in header lines, text and notes.
pub(super) fn each_mention(letter: &Letter, call: &mut dyn FnMut(&Mention)) {
    let lines = letter.witness.imprint.iter().map(|line| &line.inlines);
    let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
    for inlines in lines.chain(blocks.map(|block| &block.inlines)) {
        each_inline(inlines, &mut |inline| {
            if let Inline::Mention(mention, _) = inline {
                call(mention);
            }
        });
    }
}
