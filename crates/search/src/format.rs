//! The files of terms and of places, for those who write them and those who read them: both go through the same here.

use crate::coder::{Coder, Model};
use crate::reach::Reach;

/// What each number is a number of. Those that come in kinds leave room behind them.
mod of {
    pub(super) const SHORTER: u32 = 0x100;
    pub(super) const GROUP: u32 = 0x200;
    pub(super) const STEM: u32 = 0x210;
    pub(super) const MARK: u32 = 0x211;
    pub(super) const DOCUMENTS: u32 = 0x300;
    pub(super) const STEP: u32 = 0x400;
    pub(super) const FIELDS: u32 = 0x500;
    pub(super) const WEIGHT: u32 = 0x600;
    pub(super) const PLACES: u32 = 0x800;
    pub(super) const FIELD: u32 = 0x900;
    pub(super) const PLACE: u32 = 0x1000;
}

/// What ends a word; no word holds it.
const END: u8 = 0;

fn small(number: usize, most: u32) -> u32 {
    u32::try_from(number).unwrap_or(most).min(most)
}

/// Whether a word is of a text. One that is said of a document stands nowhere.
pub(crate) fn has_places(word: &[u8]) -> bool {
    word.first() != Some(&1)
}

/// A word after the one before it, which becomes it; how many bytes they have in common.
pub(crate) fn word<C: Coder>(model: &mut Model<C>, last: &mut Vec<u8>, word: &[u8]) -> usize {
    let common = last.iter().zip(word).take_while(|(one, other)| one == other).count();
    let shorter = small(last.len().saturating_sub(common), u32::MAX);
    let shorter = model.number(of::SHORTER + small(last.len(), 15), shorter);
    last.truncate(last.len().saturating_sub(shorter as usize));
    let common = last.len();
    // What is read and not written may never end.
    while last.len() < usize::from(u16::MAX) {
        let letter = model.letter(last, word.get(last.len()).copied().unwrap_or(END));
        if letter == END {
            break;
        }
        last.push(letter);
    }
    common
}

/// How many bytes the forms of a word have in common, and their mark; noughts for a word without other forms. `before` is that
/// of the last word that had any, `common` what the word has in common with the one before it.
pub(crate) fn group<C: Coder>(
    model: &mut Model<C>,
    before: (u8, u8),
    common: usize,
    length: usize,
    group: (u8, u8),
) -> (u8, u8) {
    let near = before.0 > 0 && common >= before.0.into();
    if near && model.bits(of::GROUP, 1, u32::from(group == before)) == 1 {
        return before;
    }
    if model.bits(of::GROUP + 1 + u32::from(near), 1, u32::from(group.0 > 0)) == 0 {
        return (0, 0);
    }
    let length = small(length, 255);
    let ending = model.number(of::STEM, length.saturating_sub(group.0.into()));
    let mark = model.number(of::MARK, group.1.into());
    (u8::try_from(length.saturating_sub(ending)).unwrap_or(0), u8::try_from(mark).unwrap_or(0))
}

/// In how many documents a word of a length is.
pub(crate) fn documents<C: Coder>(model: &mut Model<C>, length: usize, count: u32) -> u32 {
    model.number(of::DOCUMENTS + small(length, 12), count)
}

/// A document with a word that is in `count` of them, of those from `next` on, where as many are `left`. Words of a text are where
/// there is much text; those that are said of documents are in one after the other.
pub(crate) fn document<C: Coder>(
    model: &mut Model<C>,
    reach: &Reach,
    (count, left): (u32, u32),
    in_text: bool,
    next: u32,
    document: u32,
) -> Option<u32> {
    if in_text {
        return Some(reach.document(&mut model.coder, next, left, document));
    }
    next.checked_add(model.number(of::STEP + order(count), document.saturating_sub(next)))
}

/// The fields that a word is in, and above them what it counts. `before` is that of the document before.
pub(crate) fn weight<C: Coder>(model: &mut Model<C>, count: u32, before: u8, weight: u8) -> u8 {
    let often = u32::from(count > 2);
    let fields = model.bits(of::FIELDS + u32::from(before & 15) * 2 + often, 4, u32::from(weight & 15));
    let counts = model.bits(of::WEIGHT + fields * 16 + order(count), 4, u32::from(weight >> 4));
    u8::try_from(counts << 4 | fields).unwrap_or_default()
}

/// Where a word stands in a document with its weight: four times each place, and the field. What is read is put into the
/// places.
pub(crate) fn places<C: Coder>(model: &mut Model<C>, weight: u8, places: &mut Vec<u32>) -> Option<()> {
    let count = model.number(of::PLACES + u32::from(weight), small(places.len(), u32::MAX)) as usize;
    let kind = small(count, 6);
    let (mut last, mut field) = (0_u32, 4);
    for nth in 0..count {
        let place = places.get(nth).copied().unwrap_or_default();
        let next = model.bits(of::FIELD + field * 16 + u32::from(weight & 15), 2, place & 3);
        let step = model.number(of::PLACE + (field * 4 + next) * 8 + kind, (place >> 2).wrapping_sub(last));
        last = last.checked_add(step).filter(|last| *last < 1 << 30)?;
        field = next;
        let place = last << 2 | field;
        match places.get_mut(nth) {
            Some(known) => *known = place,
            None => places.push(place),
        }
        if model.coder.is_beyond() {
            return None;
        }
    }
    places.truncate(count);
    Some(())
}

/// About how many times a number can be halved.
fn order(number: u32) -> u32 {
    (32 - number.leading_zeros()).min(10)
}
