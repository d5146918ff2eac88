//! Which letters stand before and after each: as the source says, else in the order of the list of letters.

use super::{Catalogue, LetterRow, Neighbor, Neighbors};
use edition::{Chain, Direction, Edition, Letter, LetterId};
use std::collections::BTreeMap;

/// What stands before and after each letter, in the edition and between the same parties: as the source says, else by
/// date, as the list of letters has it.
pub(crate) fn neighbors(edition: &Edition, catalogue: &Catalogue) -> Vec<Neighbors> {
    let said = Said {
        letters: &edition.letters,
        by_id: catalogue.letters.iter().enumerate().map(|(at, row)| (&row.id, at)).collect(),
    };
    let whole = Row::of((0..catalogue.letters.len()).collect(), catalogue);
    let mut pairs: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    let pair_of: Vec<Option<(u32, u32)>> = catalogue.letters.iter().map(pair).collect();
    for (at, pair) in pair_of.iter().enumerate() {
        if let Some(pair) = pair {
            pairs.entry(*pair).or_default().push(at);
        }
    }
    let pairs: BTreeMap<(u32, u32), Row> =
        pairs.into_iter().map(|(pair, letters)| (pair, Row::of(letters, catalogue))).collect();
    let entry = |party: u32| {
        let party = catalogue.parties.get(party as usize)?;
        party.entry.as_ref().map(|(_, id)| id.clone())
    };
    let both = |at: usize, chain: Chain, row: Option<&Row>| {
        [Direction::Previous, Direction::Next].map(|direction| {
            let there = said.beside(at, chain, direction, row)?;
            Some(neighbor(catalogue, there))
        })
    };
    let letters = pair_of.iter().enumerate();
    letters
        .map(|(at, pair)| Neighbors {
            edition: both(at, Chain::Collection, Some(&whole)),
            correspondence: both(at, Chain::Correspondence, pair.and_then(|pair| pairs.get(&pair))),
            between: pair.and_then(|(one, other)| Some((entry(one)?, entry(other)?))),
        })
        .collect()
}

/// Letters by date, the undated last.
struct Row {
    letters: Vec<usize>,
    /// Where in it each letter stands.
    places: BTreeMap<usize, usize>,
}

impl Row {
    fn of(mut letters: Vec<usize>, catalogue: &Catalogue) -> Self {
        // The sort is stable: letters of one day, and those without a date, stay in the order of the edition.
        letters.sort_by_cached_key(|at| {
            let day = catalogue.letters[*at].day;
            (day.is_none(), day)
        });
        let places = letters.iter().enumerate().map(|(place, at)| (*at, place)).collect();
        Self { letters, places }
    }

    fn beside(&self, at: usize, direction: Direction) -> Option<usize> {
        let place = *self.places.get(&at)?;
        let there = match direction {
            Direction::Previous => place.checked_sub(1)?,
            Direction::Next => place + 1,
        };
        self.letters.get(there).copied()
    }
}

/// What the letters themselves say of those before and after them.
struct Said<'e> {
    letters: &'e [Letter],
    by_id: BTreeMap<&'e LetterId, usize>,
}

impl Said<'_> {
    fn beside(&self, at: usize, chain: Chain, direction: Direction, row: Option<&Row>) -> Option<usize> {
        let said = self.of(at, chain).find(|said| said.direction == direction);
        if let Some(there) = said.and_then(|said| self.by_id.get(&said.letter)) {
            return Some(*there);
        }
        // A row that the source puts in order ends where it ends: what follows by date may stand in the midst of it.
        let chained = |at: usize| self.of(at, chain).next().is_some();
        let ends = said.is_none() && chained(at);
        row?.beside(at, direction).filter(|there| !(ends && chained(*there)))
    }

    fn of(&self, at: usize, chain: Chain) -> impl Iterator<Item = &edition::Neighbor> {
        let context = self.letters.get(at).map(|letter| &letter.corresp.context);
        context.into_iter().flatten().filter(move |said| said.chain == chain)
    }
}

/// The first sender and the first recipient, the same two for both directions; none where one is missing.
fn pair(row: &LetterRow) -> Option<(u32, u32)> {
    let (from, to) = (row.senders.first()?.0, row.recipients.first()?.0);
    Some((from.min(to), from.max(to)))
}

fn neighbor(catalogue: &Catalogue, at: usize) -> Neighbor {
    let row = &catalogue.letters[at];
    Neighbor {
        letter: row.id.clone(),
        date: row.date.as_ref().and_then(|date| date.meaning.clone()),
        from: catalogue.names_of(&row.senders).into(),
        to: catalogue.names_of(&row.recipients).into(),
        known_by: row.known_by.clone(),
    }
}
