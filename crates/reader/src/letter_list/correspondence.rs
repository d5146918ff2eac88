//! The letters between two correspondents, both ways, with the times in which there is none.

use super::Library;
use crate::order;
use crate::timeline::{Length, Stretch};
use edition::{EntryId, Origin};
use index::Party;

/// Time without a letter from which on it is shown as a gap, in days.
const GAP: i32 = 366;

/// The letters between two correspondents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correspondence<'l> {
    /// The two, in the order of names.
    pub parties: [&'l Party; 2],
    /// How many letters went from the first to the second, and back.
    pub counts: [u32; 2],
    /// Years of the first and the last letter.
    pub years: Option<(i32, i32)>,
    /// The letters in the order of their days, and the gaps between them; those without a date last.
    pub turns: Vec<Turn>,
}

/// A letter, or a time without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// A letter, as position in the edition, and whether it went from the second to the first.
    Letter(u32, bool),
    /// So long nothing.
    Gap(Length),
}

/// The letters between two entries; none where there are no letters between them.
#[must_use]
pub fn correspondence<'l>(
    library: &'l Library,
    one: &EntryId,
    other: &EntryId,
) -> Option<Correspondence<'l>> {
    let catalogue = library.catalogue()?;
    let place = |id: &EntryId| {
        let parties = &mut catalogue.parties.iter();
        parties.position(|party| party.entry.as_ref().is_some_and(|(_, known)| known == id))
    };
    let (one, other) = (place(one)?, place(other)?);
    let (one, other) = (one.min(other), one.max(other));
    let has = |side: &[(u32, Origin)], who: usize| side.iter().any(|(party, _)| *party as usize == who);
    let mut letters: Vec<(u32, bool, Option<i32>)> = Vec::new();
    let mut years: Option<(i32, i32)> = None;
    for (number, row) in (0..).zip(&catalogue.letters) {
        let forth = has(&row.senders, one) && has(&row.recipients, other);
        let back = has(&row.senders, other) && has(&row.recipients, one);
        if !forth && !back {
            continue;
        }
        letters.push((number, !forth, row.day));
        if let Some((first, last)) = row.years {
            years = Some(years.map_or((first, last), |known| (known.0.min(first), known.1.max(last))));
        }
    }
    order::by_key(&mut letters, |(_, _, day)| (day.is_none(), *day));
    let mut turns = Vec::new();
    let mut before = None;
    for (number, back, day) in &letters {
        if let (Some(before), Some(day)) = (before, *day)
            && day.saturating_sub(before) > GAP
        {
            turns.push(Turn::Gap(Stretch { first: before, last: day }.length()));
        }
        before = day.or(before);
        turns.push(Turn::Letter(*number, *back));
    }
    let count = |wanted: bool| letters.iter().filter(|(_, back, _)| *back == wanted).count();
    let counts = [count(false), count(true)].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    let parties = [catalogue.parties.get(one)?, catalogue.parties.get(other)?];
    (!letters.is_empty()).then_some(Correspondence { parties, counts, years, turns })
}
