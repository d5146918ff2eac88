//! Every block and inline of a letter, whatever it stands in.

use edition::{Block, Inline, Letter, Note};

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

/// Calls back for every inline, outer ones first.
pub fn each_inline<'i>(inlines: &'i [Inline], call: &mut dyn FnMut(&'i Inline)) {
    for inline in inlines {
        call(inline);
        match inline {
            Inline::Hi(_, inner)
            | Inline::Mention(_, inner)
            | Inline::Date(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Other(_, inner) => each_inline(inner, call),
            Inline::Choice(choice) => each_inline(&choice.sic, call),
            Inline::Text(_) | Inline::NoteCall(_) | Inline::PageBreak(_) => {}
        }
    }
}
