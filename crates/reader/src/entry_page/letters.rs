//! The letters of an entry.

use dates::Names;
use edition::{ActionKind, Entry, EntryKind};
use index::Share;

use crate::letter_line::{LetterLine, Part, Partners, line_of};
use crate::{Library, order};

/// The letters in which an entry had a part, by date.
pub(super) fn lines<'l>(
    library: &'l Library,
    shares: &'l [Share],
    (entry, kind): (&Entry, ActionKind),
    words: &'static Names,
) -> Vec<LetterLine<'l>> {
    let partners = match (entry.kind, kind) {
        (EntryKind::Place, _) => Partners::Both,
        (_, ActionKind::Sent) => Partners::Recipients,
        _ => Partners::Senders,
    };
    let mut shares: Vec<&Share> = shares.iter().collect();
    order::by_key(&mut shares, |share| when(library, share.letter));
    let lines = shares.into_iter().filter_map(|share| {
        let line = line(library, share.letter, partners, words)?;
        let part = Part { origin: share.origin, reason: share.reason.as_deref() };
        Some(LetterLine { part: Some(part), ..line })
    });
    lines.collect()
}

/// What letters are sorted by: their day; those without one stand last.
pub(super) fn when(library: &Library, number: u32) -> (bool, Option<i32>) {
    let day = library.row(number).and_then(|row| row.day);
    (day.is_none(), day)
}

/// The letter at a position.
pub(super) fn line<'l>(
    library: &'l Library,
    number: u32,
    partners: Partners,
    words: &'static Names,
) -> Option<LetterLine<'l>> {
    let catalogue = library.catalogue()?;
    let row = library.row(number)?;
    Some(line_of(catalogue, row, partners, words))
}
