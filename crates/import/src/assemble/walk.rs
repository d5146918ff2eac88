//! The mentions of a letter, in the order of the source.

use edition::{Inline, Letter, Mention};

/// Calls back for every mention of a letter, in header lines, text and notes.
pub(super) fn each_mention(letter: &Letter, call: &mut dyn FnMut(&Mention)) {
    for line in &letter.witness.imprint {
        walk(&line.inlines, call);
    }
    for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
        walk(&block.inlines, call);
    }
}

fn walk(inlines: &[Inline], call: &mut dyn FnMut(&Mention)) {
    for inline in inlines {
        match inline {
            Inline::Mention(mention, inner) => {
                call(mention);
                walk(inner, call);
            }
            Inline::Hi(_, inner)
            | Inline::Date(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Other(_, inner) => walk(inner, call),
            Inline::Choice(choice) => walk(&choice.sic, call),
            Inline::Text(_) | Inline::NoteCall(_) | Inline::PageBreak(_) => {}
        }
    }
}
