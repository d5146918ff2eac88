//! One pass over the letters, then the order of the parties.

use super::{Catalogue, LetterRow, Neighbor, Neighbors, Party, RowDate};
use crate::collation::Collation;
use edition::{
    ActionKind, Chain, CorrespAction, Direction, Edition, Entry, EntryId, EntryKind, Letter, LetterId,
    Mention, Origin, PlaceStatement, known_by,
};
use std::collections::{BTreeMap, HashMap};

/// A line for each letter.
pub(crate) fn build<'e>(edition: &'e Edition) -> Catalogue {
    let entries = edition.register.entries.iter();
    let named = |entry: &'e Entry| Named {
        name: &entry.name,
        sort_name: &entry.sort_name,
        entry: Some((entry.kind, &entry.id)),
    };
    let entries = entries.map(|entry| (&entry.id, named(entry))).collect();
    let mut names =
        Names { entries, parties: List::default(), places: List::default(), languages: Vec::new() };
    let mut letters: Vec<LetterRow> = edition.letters.iter().map(|letter| names.row(letter)).collect();
    let collation = Collation::of(&edition.header.language);
    let (parties, moved) = names.parties.sorted(&collation);
    let (places, moved_places) = names.places.sorted(&collation);
    for letter in &mut letters {
        for (party, _) in letter.senders.iter_mut().chain(&mut letter.recipients) {
            *party = moved[*party as usize];
        }
        letter.place = letter.place.map(|place| moved_places[place as usize]);
    }
    Catalogue { parties, places, languages: names.languages, letters, uneven: false }
}

struct Names<'e> {
    entries: HashMap<&'e EntryId, Named<'e>>,
    parties: List<'e>,
    places: List<'e>,
    languages: Vec<Box<str>>,
}

/// A correspondent or a place as the edition names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Named<'e> {
    name: &'e str,
    sort_name: &'e str,
    entry: Option<(EntryKind, &'e EntryId)>,
}

impl<'e> Named<'e> {
    /// As written, where there is anything.
    fn written(words: &'e str) -> Option<Self> {
        (!words.is_empty()).then_some(Self { name: words, sort_name: words, entry: None })
    }

    fn party(self) -> Party {
        let entry = self.entry.map(|(kind, id)| (kind, id.clone()));
        Party { name: self.name.into(), sort_name: self.sort_name.into(), entry }
    }
}

/// Names in the order in which they came, each once. Asked for each letter, so by hash; its order is never seen.
#[derive(Default)]
struct List<'e> {
    names: Vec<Party>,
    known: HashMap<Named<'e>, u32>,
}

impl<'e> List<'e> {
    fn place(&mut self, named: Named<'e>) -> u32 {
        *self.known.entry(named).or_insert_with(|| {
            self.names.push(named.party());
            u32::try_from(self.names.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// The names in order, and where each went.
    fn sorted(self, collation: &Collation) -> (Vec<Party>, Vec<u32>) {
        let mut order: Vec<usize> = (0..self.names.len()).collect();
        order.sort_by(|one, other| {
            let (one, other) = (&self.names[*one], &self.names[*other]);
            let known = one.entry.is_none().cmp(&other.entry.is_none());
            known.then_with(|| collation.compare(&one.sort_name, &other.sort_name))
        });
        let mut moved = vec![0; order.len()];
        for (now, before) in (0..).zip(&order) {
            moved[*before] = now;
        }
        let mut slots: Vec<Option<Party>> = self.names.into_iter().map(Some).collect();
        (order.into_iter().filter_map(|at| slots[at].take()).collect(), moved)
    }
}

impl<'e> Names<'e> {
    fn row(&mut self, letter: &'e Letter) -> LetterRow {
        let language = self.languages.iter().position(|known| *known == letter.language);
        let language = language.unwrap_or_else(|| {
            self.languages.push(letter.language.clone());
            self.languages.len() - 1
        });
        let sent_from = actions(letter, ActionKind::Sent).find_map(|action| action.place.as_ref());
        let date = date(letter);
        let (day, years) = date.as_ref().map(RowDate::when).unwrap_or_default();
        let [senders, recipients] =
            [ActionKind::Sent, ActionKind::Received].map(|kind| self.parties_of(letter, kind));
        let nobody = senders.is_empty() && recipients.is_empty();
        LetterRow {
            id: letter.id.clone(),
            date,
            day,
            years,
            senders,
            recipients,
            known_by: if nobody { known_by(letter).into() } else { "".into() },
            place: sent_from.and_then(|place| self.place(place)),
            language: u32::try_from(language).unwrap_or(u32::MAX),
        }
    }

    fn parties_of(&mut self, letter: &'e Letter, kind: ActionKind) -> Vec<(u32, Origin)> {
        let mut out: Vec<(u32, Origin)> = Vec::new();
        for mention in actions(letter, kind).flat_map(|action| &action.correspondents) {
            for named in self.named(mention) {
                let place = self.parties.place(named);
                if !out.iter().any(|(known, _)| *known == place) {
                    out.push((place, mention.origin));
                }
            }
        }
        out
    }

    /// The entries that a correspondent is, else the words.
    fn named(&self, mention: &'e Mention) -> Vec<Named<'e>> {
        let mut named: Vec<Named<'_>> =
            mention.targets.iter().filter_map(|id| self.entries.get(id).copied()).collect();
        if named.is_empty() {
            named.extend(Named::written(&mention.as_written));
        }
        named
    }

    fn place(&mut self, place: &'e PlaceStatement) -> Option<u32> {
        let known = place.target.as_ref().and_then(|id| self.entries.get(id).copied());
        known.or_else(|| Named::written(&place.as_written)).map(|named| self.places.place(named))
    }
}

fn actions(letter: &Letter, kind: ActionKind) -> impl Iterator<Item = &CorrespAction> {
    letter.corresp.actions.iter().filter(move |action| action.kind == kind)
}

/// The date of sending, else of another step; one that has a value before one that has none.
fn date(letter: &Letter) -> Option<RowDate> {
    let others = letter.corresp.actions.iter().filter(|action| action.kind != ActionKind::Sent);
    let datings = || {
        let all = actions(letter, ActionKind::Sent).chain(others.clone());
        all.filter_map(|action| action.dating.as_ref())
    };
    let valued = datings().find(|dating| dating.reading.meaning.is_some());
    let dating = valued.or_else(|| datings().next())?;
    let meaning = dating.reading.meaning.clone();
    let as_written = if meaning.is_some() { "".into() } else { dating.as_written.clone() };
    Some(RowDate { meaning, as_written, origin: dating.origin })
}

/// What stands before and after each letter, in the edition and between the same parties: as the source says, else by
/// date.
pub(crate) fn neighbors(edition: &Edition, catalogue: &Catalogue) -> Vec<Neighbors> {
    let by_id: BTreeMap<&LetterId, usize> =
        catalogue.letters.iter().enumerate().map(|(at, row)| (&row.id, at)).collect();
    let mut rows: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    let pairs: Vec<Option<(u32, u32)>> = catalogue.letters.iter().map(pair).collect();
    for (at, pair) in pairs.iter().enumerate() {
        if let Some(pair) = pair {
            rows.entry(*pair).or_default().push(at);
        }
    }
    // Where each letter stands in its row.
    let mut stands = vec![0; catalogue.letters.len()];
    for row in rows.values_mut() {
        // The sort is stable: letters of one day, and those without a date, stay in the order of the edition.
        row.sort_by_cached_key(|at| {
            let day = catalogue.letters[*at].day;
            (day.is_none(), day)
        });
        for (place, at) in row.iter().enumerate() {
            stands[*at] = place;
        }
    }
    let neighbor = |at: usize| neighbor(catalogue, at);
    let letters = edition.letters.iter().enumerate();
    letters
        .map(|(at, letter)| {
            let said = |chain: Chain, direction: Direction| {
                let mut context = letter.corresp.context.iter();
                let said = context.find(|said| said.chain == chain && said.direction == direction)?;
                by_id.get(&said.letter).copied()
            };
            let beside = |row: &[usize], place: usize, direction: Direction| match direction {
                Direction::Previous => place.checked_sub(1).and_then(|before| row.get(before)).copied(),
                Direction::Next => row.get(place + 1).copied(),
            };
            let of = |chain: Chain, row: &[usize], place: usize| {
                [Direction::Previous, Direction::Next].map(|direction| {
                    said(chain, direction).or_else(|| beside(row, place, direction)).map(neighbor)
                })
            };
            let row = pairs[at].and_then(|pair| rows.get(&pair)).map_or(&[][..], Vec::as_slice);
            let entry = |party: u32| {
                let party = catalogue.parties.get(party as usize)?;
                party.entry.as_ref().map(|(_, id)| id.clone())
            };
            let whole: [Option<usize>; 3] =
                [at.checked_sub(1), Some(at), Some(at + 1).filter(|next| *next < stands.len())];
            let around: Vec<usize> = whole.into_iter().flatten().collect();
            Neighbors {
                edition: of(Chain::Collection, &around, usize::from(at > 0)),
                correspondence: of(Chain::Correspondence, row, stands[at]),
                between: pairs[at].and_then(|(one, other)| Some((entry(one)?, entry(other)?))),
            }
        })
        .collect()
}

/// The first sender and the first recipient, the same two for both directions; none where one is missing.
fn pair(row: &LetterRow) -> Option<(u32, u32)> {
    let (from, to) = (row.senders.first()?.0, row.recipients.first()?.0);
    Some((from.min(to), from.max(to)))
}

fn neighbor(catalogue: &Catalogue, at: usize) -> Neighbor {
    let row = &catalogue.letters[at];
    let names = |parties: &[(u32, Origin)]| {
        let names = parties.iter().filter_map(|(party, _)| catalogue.parties.get(*party as usize));
        names.map(|party| &*party.name).collect::<Vec<_>>().join(", ").into()
    };
    Neighbor {
        letter: row.id.clone(),
        date: row.date.as_ref().and_then(|date| date.meaning.clone()),
        from: names(&row.senders),
        to: names(&row.recipients),
        known_by: row.known_by.clone(),
    }
}
