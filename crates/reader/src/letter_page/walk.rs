//! Every inline of a text, whatever it stands in.

use edition::Inline;

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
