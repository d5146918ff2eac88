//! The first words of a letter.

use edition::{BlockKind, Letter, reading_words};

/// More than any description holds, in bytes: the rest of the letter need not be gone through.
const ENOUGH: usize = 1200;

/// The first words that the writer says: salutation and text in the layer that one reads, without heading, dateline
/// and notes, and without what editors of the print put in.
pub(super) fn opening(letter: &Letter) -> String {
    let mut words = String::new();
    for block in letter.text.iter().filter(|block| says_something(&block.kind)) {
        words.push(' ');
        reading_words(&mut words, &block.inlines);
        if words.len() > ENOUGH {
            break;
        }
    }
    words
}

fn says_something(kind: &BlockKind) -> bool {
    !kind.stands_above() && !matches!(kind, BlockKind::Figure(_))
}
