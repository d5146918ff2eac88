//! One pass over the letters, then the order of the parties.

use super::{Catalogue, LetterRow, Party, RowDate};
use crate::collation::Collation;
use edition::{
    ActionKind, CorrespAction, Edition, Entry, EntryId, EntryKind, Letter, Mention, Origin, PlaceStatement,
    known_by,
};
use std::borrow::Cow;
use std::collections::HashMap;

/// A line for each letter.
pub(crate) fn build<'e>(edition: &'e Edition) -> Catalogue {
    let entries = edition.register.entries.iter();
    let named = |entry: &'e Entry| Named {
        name: (&*entry.name).into(),
        sort_name: (&*entry.sort_name).into(),
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Named<'e> {
    name: Cow<'e, str>,
    sort_name: Cow<'e, str>,
    entry: Option<(EntryKind, &'e EntryId)>,
}

impl<'e> Named<'e> {
    /// As written, where there is anything.
    fn written(words: &'e str) -> Option<Self> {
        (!words.is_empty()).then(|| Self { name: words.into(), sort_name: words.into(), entry: None })
    }

    /// One of several, nobody knows which: a party of its own, that is none of them.
    fn one_of(several: &[Self]) -> Self {
        let joined = |name: fn(&Self) -> &str| several.iter().map(name).collect::<Vec<_>>().join(" / ");
        Self {
            name: joined(|named| &named.name).into(),
            sort_name: joined(|named| &named.sort_name).into(),
            entry: None,
        }
    }

    fn party(&self) -> Party {
        let entry = self.entry.map(|(kind, id)| (kind, id.clone()));
        Party { name: (&*self.name).into(), sort_name: (&*self.sort_name).into(), entry }
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
        if let Some(place) = self.known.get(&named) {
            return *place;
        }
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(named.party());
        self.known.insert(named, place);
        place
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
        for action in actions(letter, kind) {
            let mut add = |named: Named<'e>, origin: Origin| {
                let place = self.parties.place(named);
                if !out.iter().any(|(known, _)| *known == place) {
                    out.push((place, origin));
                }
            };
            let mentions = action.correspondents.iter();
            let named = mentions.map(|mention| (mention, named(&self.entries, mention)));
            if action.is_one_of() {
                let all: Vec<Named<'e>> = named.flat_map(|(_, named)| named).collect();
                let origin = action.correspondents.iter().map(|mention| mention.origin).max();
                if !all.is_empty() {
                    add(Named::one_of(&all), origin.unwrap_or(Origin::Source));
                }
                continue;
            }
            for (mention, named) in named {
                if mention.is_one_of() && named.len() > 1 {
                    add(Named::one_of(&named), mention.origin);
                } else {
                    named.into_iter().for_each(|one| add(one, mention.origin));
                }
            }
        }
        out
    }

    fn place(&mut self, place: &'e PlaceStatement) -> Option<u32> {
        let known = place.target.as_ref().and_then(|id| self.entries.get(id).cloned());
        known.or_else(|| Named::written(&place.as_written)).map(|named| self.places.place(named))
    }
}

/// The entries that a correspondent is, else the words.
fn named<'e>(entries: &HashMap<&'e EntryId, Named<'e>>, mention: &'e Mention) -> Vec<Named<'e>> {
    let mut named: Vec<Named<'_>> =
        mention.targets.iter().filter_map(|id| entries.get(id).cloned()).collect();
    if named.is_empty() {
        named.extend(Named::written(&mention.as_written));
    }
    named
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
