//! Lanes: which row of the axis a date stands in.

use edition::{EntryId, Origin};
use index::{LetterRow, Moment, MomentKind, Party};

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

/// Everyone with an entry who sent or received a letter, in the order of names.
pub fn correspondents(library: &Library) -> impl Iterator<Item = (&EntryId, &Party)> {
    let parties = library.catalogue().map_or(&[][..], |catalogue| &catalogue.parties);
    parties.iter().filter_map(|party| party.entry.as_ref().map(|(_, id)| (id, party)))
}

/// Which lane a letter takes for a correspondent; none where the letter is neither from nor to them.
fn side(row: &LetterRow, with: u32) -> Option<Lane> {
    let has = |parties: &[(u32, Origin)]| parties.iter().any(|(party, _)| *party == with);
    if has(&row.senders) {
        Some(Lane::From)
    } else if has(&row.recipients) {
        Some(Lane::To)
    } else {
        None
    }
}

/// The place of a correspondent in the catalogue.
fn correspondent(library: &Library, id: &EntryId) -> Option<u32> {
    let parties = &library.catalogue()?.parties;
    let is = |party: &Party| party.entry.as_ref().is_some_and(|(_, known)| known == id);
    u32::try_from(parties.iter().position(is)?).ok()
}

/// Tells the lane of a date.
pub(crate) struct Sorter<'l> {
    library: &'l Library,
    /// The lanes of the letters from or to the chosen correspondent, by position; none where none is chosen.
    sides: Option<Vec<Option<Lane>>>,
}

impl<'l> Sorter<'l> {
    pub(crate) fn new(library: &'l Library, with: Option<&EntryId>) -> Self {
        let sides = with.map(|with| {
            let letters = library.catalogue().map_or(&[][..], |catalogue| &catalogue.letters);
            let place = correspondent(library, with);
            letters.iter().map(|row| side(row, place?)).collect()
        });
        Self { library, sides }
    }

    /// The lane; none where the date is of a letter that has nothing to do with the chosen correspondent.
    pub(crate) fn lane(&self, moment: &Moment) -> Option<Lane> {
        let side = match &self.sides {
            Some(sides) => Some((*sides.get(self.library.place_of(&moment.letter)?)?)?),
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
