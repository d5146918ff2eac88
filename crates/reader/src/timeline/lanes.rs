//! Lanes: which row of the axis a date stands in.

use edition::{ActionKind, EntryId, Letter};
use index::{Moment, MomentKind};
use std::collections::BTreeMap;

use crate::Library;

/// A row of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Letters sent.
    Sent,
    /// Letters that the chosen correspondent sent.
    From,
    /// Letters sent to the chosen correspondent.
    To,
    /// Letters received.
    Received,
    /// Dates mentioned in letters.
    Mentioned,
    /// Dates mentioned in notes.
    InNote,
    /// The printing history.
    Printing,
}

impl Lane {
    /// All lanes, from top to bottom.
    pub const ALL: [Self; 7] =
        [Self::Sent, Self::From, Self::To, Self::Received, Self::Mentioned, Self::InNote, Self::Printing];

    /// The kind of its dates.
    #[must_use]
    pub fn kind(self) -> MomentKind {
        match self {
            Self::Sent | Self::From | Self::To => MomentKind::Sent,
            Self::Received => MomentKind::Received,
            Self::Mentioned => MomentKind::Mentioned,
            Self::InNote => MomentKind::InNote,
            Self::Printing => MomentKind::Printing,
        }
    }
}

/// Everyone who sent or received a letter, in the order of the register.
#[must_use]
pub fn correspondents(library: &Library) -> Vec<&edition::Entry> {
    let letters = &library.edition.letters;
    let entries = library.edition.register.entries.iter();
    entries.filter(|entry| letters.iter().any(|letter| side(letter, &entry.id).is_some())).collect()
}

/// Which lane a letter takes for a correspondent; none where the letter is neither from nor to them.
fn side(letter: &Letter, with: &EntryId) -> Option<Lane> {
    let has = |kind| {
        let actions = letter.corresp.actions.iter().filter(|action| action.kind == kind);
        actions.flat_map(|action| &action.correspondents).any(|mention| mention.targets.contains(with))
    };
    if has(ActionKind::Sent) {
        Some(Lane::From)
    } else if has(ActionKind::Received) {
        Some(Lane::To)
    } else {
        None
    }
}

/// Tells the lane of a date.
pub(crate) struct Sorter<'l> {
    /// Letters from or to the chosen correspondent; none where none is chosen.
    sides: Option<BTreeMap<&'l str, Lane>>,
}

impl<'l> Sorter<'l> {
    pub(crate) fn new(library: &'l Library, with: Option<&EntryId>) -> Self {
        let sides = with.map(|with| {
            let letters = library.edition.letters.iter();
            letters.filter_map(|letter| Some((letter.id.as_str(), side(letter, with)?))).collect()
        });
        Self { sides }
    }

    /// The lane; none where the date is of a letter that has nothing to do with the chosen correspondent.
    pub(crate) fn lane(&self, moment: &Moment) -> Option<Lane> {
        let side = match &self.sides {
            Some(sides) => Some(*sides.get(moment.letter.as_str())?),
            None => None,
        };
        Some(match moment.kind {
            MomentKind::Sent => side.unwrap_or(Lane::Sent),
            MomentKind::Received => Lane::Received,
            MomentKind::Mentioned => Lane::Mentioned,
            MomentKind::InNote => Lane::InNote,
            MomentKind::Printing => Lane::Printing,
        })
    }
}
