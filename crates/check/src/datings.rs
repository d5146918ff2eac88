//! The dates that rules look at.

use dates::{Calendar, Edtf, Language, bounds};
use edition::{ActionKind, BlockKind, Dating, Inline, Letter, each_inline};

/// The dates of a letter's way: sent, received and so on.
pub(crate) fn of_actions(letter: &Letter) -> impl Iterator<Item = (ActionKind, &Dating)> {
    let actions = letter.corresp.actions.iter();
    actions.flat_map(|action| {
        let datings = action.dating.iter().chain(&action.other_datings);
        datings.map(move |dating| (action.kind, dating))
    })
}

/// The dates that a letter's dateline prints, and those of its way that are no copies of them.
pub(crate) fn of_letter(letter: &Letter) -> Vec<&Dating> {
    let mut out: Vec<&Dating> = Vec::new();
    for block in letter.text.iter().filter(|block| block.kind == BlockKind::Dateline) {
        each_inline(&block.inlines, &mut |inline| {
            if let Inline::Date(dating, _) = inline {
                out.push(dating);
            }
        });
    }
    let printed = out.len();
    for (_, dating) in of_actions(letter) {
        if out[..printed].iter().all(|known| known.id != dating.id) {
            out.push(dating);
        }
    }
    out
}

/// When a letter was sent, as the source says first.
pub(crate) fn sent(letter: &Letter) -> Option<&Dating> {
    of_actions(letter).find(|(kind, _)| *kind == ActionKind::Sent).map(|(_, dating)| dating)
}

/// Whether one date lies wholly before another. Dates of two calendars are not compared: which day is meant, is then
/// often not sure.
pub(crate) fn before(one: &Dating, other: &Dating) -> bool {
    let gregorian = |dating: &Dating| dating.reading.calendar == Calendar::Gregorian;
    let meanings = one.reading.meaning.as_ref().zip(other.reading.meaning.as_ref());
    gregorian(one) == gregorian(other) && meanings.is_some_and(|(one, other)| wholly_before(one, other))
}

/// Whether the last day of one date lies before the first of another.
pub(crate) fn wholly_before(one: &Edtf, other: &Edtf) -> bool {
    bounds(one).latest.zip(bounds(other).earliest).is_some_and(|(latest, earliest)| latest < earliest)
}

/// The day a date names, where it names one and doubts nothing.
pub(crate) fn day(dating: &Dating) -> Option<(i32, u8, u8)> {
    let Some(Edtf::Date(date)) = &dating.reading.meaning else { return None };
    let full = date.full()?;
    date.is_unmarked().then_some(full)
}

/// The language that a letter's dates are read in.
pub(crate) fn language(letter: &Letter) -> Language {
    match letter.language.split('-').next().unwrap_or_default() {
        "de" => Language::De,
        "fr" => Language::Fr,
        "ru" => Language::Ru,
        _ => Language::En,
    }
}
