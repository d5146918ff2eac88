//! Which marks occur on a letter's page, for the key to them.

use super::walk::each_block;
use edition::{ChoiceKind, EntryKind, Inline, Letter, Origin, Rend, Sign, each_inline};
use std::collections::BTreeSet;

/// Which marks occur on a letter's page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    /// Why they correct, each reason once, in the order of the page.
    pub reasons: Vec<&'l str>,
    /// Abbreviations that the editor writes out.
    pub expansions: bool,
    /// Words in the spelling of today.
    pub regularizations: bool,
    /// What the transcription says of the state of words: each sign once, and each manner of it, in the order of the page.
    pub signs: Vec<&'l Sign>,
    /// How words look on the paper, where that is no custom of print: each look once.
    pub looks: Vec<&'l Rend>,
    /// Missing words.
    pub gaps: bool,
    /// Words that the editor of the print supplied.
    pub supplied: bool,
    /// A page that the source does not mark.
    pub inferred_page: Option<&'l str>,
}

/// So many reasons are told in a key.
const REASONS: usize = 5;

/// The marks of a letter.
pub(super) fn marks<'l>(letter: &'l Letter) -> Marks<'l> {
    let inferred = letter.first_page.as_ref().filter(|page| page.origin != Origin::Source);
    let mut marks = Marks { inferred_page: inferred.map(|page| &*page.page), ..Marks::default() };
    // A letter can have any number of signs, each in a manner of its own.
    let mut signs = BTreeSet::new();
    let mut add = |inline: &'l Inline| match inline {
        // Hands differ, the sign is one.
        Inline::Sign(sign, _) if signs.insert((sign.kind, sign.how())) => marks.signs.push(sign),
        _ => add(&mut marks, inline),
    };
    each_block(letter, &mut |block, _| each_inline(&block.inlines, &mut add));
    letter.witness.imprint.iter().for_each(|line| each_inline(&line.inlines, &mut add));
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
        Inline::Choice(choice) => match choice.kind {
            ChoiceKind::Correction => {
                marks.corrections = true;
                let new = |reason: &&str| marks.reasons.len() < REASONS && !marks.reasons.contains(reason);
                let reason = choice.reason.as_deref().filter(new);
                marks.reasons.extend(reason);
            }
            ChoiceKind::Expansion => marks.expansions = true,
            ChoiceKind::Regularization => marks.regularizations = true,
        },
        Inline::Hi(
            rend @ (Rend::Underlined | Rend::LatinScript | Rend::Printed | Rend::Stamped | Rend::Typed),
            _,
        ) if !marks.looks.contains(&rend) => marks.looks.push(rend),
        Inline::Gap(_) => marks.gaps = true,
        Inline::Supplied(_) => marks.supplied = true,
        _ => {}
    }
}
