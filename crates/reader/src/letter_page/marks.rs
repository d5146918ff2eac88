//! Which marks occur on a letter's page, for the key to them.

use super::walk::each_block;
use edition::{EntryKind, Inline, Letter, Origin, each_inline};

/// Which marks occur on a letter's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks<'l> {
    /// The first call of a note, as an example.
    pub call: Option<&'l str>,
    /// Dates.
    pub dates: bool,
    /// Dates of which a part was inferred.
    pub inferred_dates: bool,
    /// Abbreviations of no entry.
    pub abbreviations: bool,
    /// Names that a rule assigned to their entry.
    pub inferred_names: bool,
    /// Names that nobody identified.
    pub proposed_names: bool,
    /// Words that an editor corrects.
    pub corrections: bool,
    /// Words that the editor of the print supplied.
    pub supplied: bool,
    /// A page that the source does not mark.
    pub inferred_page: Option<&'l str>,
}

/// The marks of a letter.
pub(super) fn marks(letter: &Letter) -> Marks<'_> {
    let inferred = letter.first_page.as_ref().filter(|page| page.origin != Origin::Source);
    let mut marks = Marks { inferred_page: inferred.map(|page| &*page.page), ..Marks::default() };
    each_block(letter, &mut |block, _| each_inline(&block.inlines, &mut |inline| add(&mut marks, inline)));
    for line in &letter.witness.imprint {
        each_inline(&line.inlines, &mut |inline| add(&mut marks, inline));
    }
    marks
}

fn add<'l>(marks: &mut Marks<'l>, inline: &'l Inline) {
    match inline {
        Inline::NoteCall(call) if call.resolved && marks.call.is_none() => marks.call = Some(&call.label),
        Inline::Date(dating, _) => {
            marks.dates = true;
            marks.inferred_dates |= dating.origin == Origin::Machine;
        }
        Inline::Mention(mention, _) => {
            let named = !mention.targets.is_empty();
            let abbreviation = mention.kind == EntryKind::Abbreviation;
            marks.inferred_names |= named && mention.origin == Origin::Machine;
            marks.proposed_names |= !named && !abbreviation;
            marks.abbreviations |= !named && abbreviation;
        }
        Inline::Choice(_) => marks.corrections = true,
        Inline::Supplied(_) => marks.supplied = true,
        _ => {}
    }
}
