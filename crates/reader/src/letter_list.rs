//! The letters of an edition in a list: filters with their counts, order, groups.

#[cfg(feature = "pages")]
mod correspondence;
mod state;
mod tally;

use crate::Library;
use crate::letter_line::{LetterLine, Partners, line_of};
use crate::order;
use dates::Names;
use index::{Catalogue, Party};
use tally::Tally;

#[cfg(feature = "pages")]
pub use correspondence::{Correspondence, Turn, correspondence};
pub use state::{ListOrder, ListState, key_of};

/// The list as a reader asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterList<'l> {
    /// The letters that are shown, in their order.
    pub groups: Vec<LetterGroup<'l>>,
    /// How many there are of them.
    pub found: usize,
    /// How many letters the edition has.
    pub total: usize,
    /// Of which facets there is something to choose, in the order of [`Facet::ALL`].
    pub facets: [bool; 6],
}

/// Letters that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterGroup<'l> {
    /// What they have in common.
    pub heading: GroupHeading<'l>,
    /// The letters, as positions in the edition.
    pub letters: Vec<u32>,
}

/// What letters that stand together have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupHeading<'l> {
    /// The year; none for letters without a date.
    Year(Option<i32>),
    /// Who sent or received them; none where nobody is known.
    Party(Option<&'l str>),
}

/// By what a list can be narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Who sent it.
    Sender,
    /// Who received it.
    Recipient,
    /// Between whom it went, either way.
    Correspondence,
    /// Of which year it can be.
    Year,
    /// Where it was sent from.
    Place,
    /// In which language it is.
    Language,
}

impl Facet {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Sender, Self::Recipient, Self::Correspondence, Self::Year, Self::Place, Self::Language];

    /// As in the address.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sender => "from",
            Self::Recipient => "to",
            Self::Correspondence => "between",
            Self::Year => "year",
            Self::Place => "place",
            Self::Language => "lang",
        }
    }
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<'l> {
    /// Its value in the address.
    pub key: String,
    /// What it is.
    pub label: Label<'l>,
    /// How many letters would be shown.
    pub count: u32,
}

/// What can be chosen, to be put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label<'l> {
    /// A correspondent, a place, a language tag.
    Name(&'l str),
    /// Two correspondents.
    Pair(&'l str, &'l str),
    /// A year.
    Year(i32),
}

/// Value of a facet in a letter: a place in the catalogue, a year, two places in one.
type Value = i64;

/// The list for what a reader has chosen; empty before the catalogue has arrived.
#[must_use]
pub fn letter_list<'l>(library: &'l Library, state: &ListState) -> LetterList<'l> {
    let Some(catalogue) = library.catalogue() else { return LetterList::default() };
    let mut shown = passing(catalogue, state, None, all(catalogue));
    let facets = varied(catalogue, state, &shown);
    let found = shown.len();
    arrange(catalogue, &mut shown, state.order);
    let groups = groups(catalogue, shown, state.order);
    LetterList { groups, found, total: catalogue.letters.len(), facets }
}

/// The letters among some, in the order of the edition, that pass what was chosen; in its order.
pub(crate) fn letters_of(catalogue: &Catalogue, state: &ListState, letters: Vec<u32>) -> Vec<u32> {
    let mut shown = passing(catalogue, state, None, letters);
    arrange(catalogue, &mut shown, state.order);
    shown
}

/// What can be chosen of a facet, each with the number of letters it would show with the other filters as they are. There
/// may be thousands: made when somebody wants to see them.
#[must_use]
pub fn choices<'l>(library: &'l Library, state: &ListState, facet: Facet) -> Vec<Choice<'l>> {
    library
        .catalogue()
        .map(|catalogue| choices_of(catalogue, state, facet, all(catalogue)))
        .unwrap_or_default()
}

/// The same of some letters only.
pub(crate) fn choices_of<'l>(
    catalogue: &'l Catalogue,
    state: &ListState,
    facet: Facet,
    letters: Vec<u32>,
) -> Vec<Choice<'l>> {
    let mut choices = Vec::new();
    let mut counts = Tally::of(facet);
    let mut values = Vec::new();
    for number in passing(catalogue, state, Some(facet), letters) {
        put_values(catalogue, number, facet, &mut values);
        values.iter().for_each(|value| counts.add(*value));
    }
    counts.each(&mut |value, count| {
        let label = label(catalogue, facet, value);
        choices.extend(label.map(|label| Choice { key: key(catalogue, facet, value), label, count }));
    });
    choices
}

/// All letters, in the order of the edition.
fn all(catalogue: &Catalogue) -> Vec<u32> {
    (0..).take(catalogue.letters.len()).collect()
}

/// The letters among some that pass all filters that were chosen, or all but one.
fn passing(catalogue: &Catalogue, state: &ListState, but: Option<Facet>, mut letters: Vec<u32>) -> Vec<u32> {
    let mut values = Vec::new();
    for facet in Facet::ALL {
        let Some(key) = state.chosen(facet).filter(|_| Some(facet) != but) else { continue };
        let wanted = wanted(catalogue, facet, key);
        let mut passing = Vec::new();
        for number in letters {
            put_values(catalogue, number, facet, &mut values);
            if wanted.is_some_and(|wanted| values.contains(&wanted)) {
                passing.push(number);
            }
        }
        letters = passing;
    }
    letters
}

/// By which facets the list can be narrowed, in the order of [`Facet::ALL`]; by none before the catalogue has arrived.
#[must_use]
pub fn facets(library: &Library, state: &ListState) -> [bool; 6] {
    let of = |catalogue| varied(catalogue, state, &passing(catalogue, state, None, all(catalogue)));
    library.catalogue().map(of).unwrap_or_default()
}

fn varied(catalogue: &Catalogue, state: &ListState, shown: &[u32]) -> [bool; 6] {
    Facet::ALL.map(|facet| state.chosen(facet).is_some() || varies(catalogue, shown, facet))
}

/// Whether letters have more than one value of a facet.
fn varies(catalogue: &Catalogue, letters: &[u32], facet: Facet) -> bool {
    let (mut first, mut values) = (None, Vec::new());
    letters.iter().any(|number| {
        put_values(catalogue, *number, facet, &mut values);
        values.iter().any(|value| *first.get_or_insert(*value) != *value)
    })
}

/// Most years that a letter of uncertain date is counted in.
const UNCERTAIN: i32 = 100;

/// What of a facet a letter has, in place of what is there.
fn put_values(catalogue: &Catalogue, number: u32, facet: Facet, into: &mut Vec<Value>) {
    into.clear();
    let Some(row) = catalogue.letters.get(number as usize) else { return };
    match facet {
        Facet::Sender => into.extend(row.senders.iter().map(|(party, _)| Value::from(*party))),
        Facet::Recipient => into.extend(row.recipients.iter().map(|(party, _)| Value::from(*party))),
        Facet::Correspondence => {
            for (from, _) in &row.senders {
                for (to, _) in &row.recipients {
                    let pair = pair(Value::from(*from), Value::from(*to));
                    if !into.contains(&pair) {
                        into.push(pair);
                    }
                }
            }
        }
        Facet::Year => {
            if let Some((first, last)) = row.years {
                into.extend((first..=last.min(first.saturating_add(UNCERTAIN))).map(Value::from));
            }
        }
        Facet::Place => into.extend(row.place.map(Value::from)),
        Facet::Language => into.push(row.language.into()),
    }
}

fn pair(one: Value, other: Value) -> Value {
    (one.min(other) << 32) | one.max(other)
}

/// The value that a key of the address means; none for one that means nothing here.
fn wanted(catalogue: &Catalogue, facet: Facet, key: &str) -> Option<Value> {
    let of = |parties: &[Party], key: &str| {
        Value::try_from(parties.iter().position(|party| key_of(party) == key)?).ok()
    };
    match facet {
        Facet::Sender | Facet::Recipient => of(&catalogue.parties, key),
        Facet::Correspondence => {
            // A name in tildes may have blanks in it.
            let mut blanks = key.match_indices(' ');
            blanks.find_map(|(at, _)| {
                let (one, other) = (key.get(..at)?, key.get(at + 1..)?);
                Some(pair(of(&catalogue.parties, one)?, of(&catalogue.parties, other)?))
            })
        }
        Facet::Year => key.parse().ok(),
        Facet::Place => of(&catalogue.places, key),
        Facet::Language => {
            Value::try_from(catalogue.languages.iter().position(|known| **known == *key)?).ok()
        }
    }
}

fn party(parties: &[Party], at: i64) -> Option<&Party> {
    parties.get(usize::try_from(at).ok()?)
}

fn key(catalogue: &Catalogue, facet: Facet, value: Value) -> String {
    let (one, other) = (value >> 32, value & 0xffff_ffff);
    let of = |parties, at| party(parties, at).map(key_of).unwrap_or_default();
    match facet {
        Facet::Sender | Facet::Recipient => of(&catalogue.parties, value),
        Facet::Correspondence => {
            [&*of(&catalogue.parties, one), " ", &of(&catalogue.parties, other)].concat()
        }
        Facet::Year => value.to_string(),
        Facet::Place => of(&catalogue.places, value),
        Facet::Language => language(catalogue, value).unwrap_or_default().to_owned(),
    }
}

fn label(catalogue: &Catalogue, facet: Facet, value: Value) -> Option<Label<'_>> {
    let (one, other) = (value >> 32, value & 0xffff_ffff);
    let name = |at| party(&catalogue.parties, at).map(|party| &*party.sort_name);
    Some(match facet {
        Facet::Sender | Facet::Recipient => Label::Name(name(value)?),
        Facet::Correspondence => Label::Pair(name(one)?, name(other)?),
        Facet::Year => Label::Year(i32::try_from(value).ok()?),
        Facet::Place => Label::Name(&party(&catalogue.places, value)?.sort_name),
        Facet::Language => Label::Name(language(catalogue, value)?),
    })
}

fn language(catalogue: &Catalogue, at: i64) -> Option<&str> {
    catalogue.languages.get(usize::try_from(at).ok()?).map(|language| &**language)
}

/// Whether an order goes by who sent or received letters.
fn by_party(order: ListOrder) -> bool {
    matches!(order, ListOrder::Sender | ListOrder::Recipient)
}

/// By whom a letter stands in an order of correspondents.
fn party_of(catalogue: &Catalogue, number: u32, order: ListOrder) -> Option<u32> {
    let row = catalogue.letters.get(number as usize)?;
    let side = if order == ListOrder::Recipient { &row.recipients } else { &row.senders };
    side.first().map(|(party, _)| *party)
}

fn day_of(catalogue: &Catalogue, number: u32) -> Option<i32> {
    catalogue.letters.get(number as usize).and_then(|row| row.day)
}

/// Puts letters into an order. Those of one day, and those without a date, stay in the order of the edition.
fn arrange(catalogue: &Catalogue, letters: &mut Vec<u32>, order: ListOrder) {
    sort(letters, &|number| {
        let day = day_of(catalogue, number);
        if order == ListOrder::Latest { day.map(|day| -day) } else { day }
    });
    if by_party(order) {
        sort(letters, &|number| i32::try_from(party_of(catalogue, number, order)?).ok());
    }
}

/// Letters in an order, with those together that have something in common there.
fn groups(catalogue: &Catalogue, letters: Vec<u32>, order: ListOrder) -> Vec<LetterGroup<'_>> {
    let mut groups: Vec<LetterGroup<'_>> = Vec::new();
    for number in letters {
        let heading = if by_party(order) {
            let party = party_of(catalogue, number, order).and_then(|at| catalogue.parties.get(at as usize));
            GroupHeading::Party(party.map(|party| &*party.sort_name))
        } else {
            GroupHeading::Year(day_of(catalogue, number).map(|day| dates::DayNumber(day).gregorian().0))
        };
        match groups.last_mut() {
            Some(group) if group.heading == heading => group.letters.push(number),
            _ => groups.push(LetterGroup { heading, letters: vec![number] }),
        }
    }
    groups
}

/// Sorts by a key; what has none stands last, and equals keep their order. Key and place are sorted as one number, which
/// is many times faster than by looking each of them up.
fn sort(numbers: &mut Vec<u32>, key: &dyn Fn(u32) -> Option<i32>) {
    let mut packed: Vec<u64> = (0..)
        .zip(numbers.iter())
        .map(|(place, number): (u64, &u32)| {
            let key = key(*number).unwrap_or(i32::MAX).abs_diff(i32::MIN);
            (u64::from(key) << 32) | place
        })
        .collect();
    order::numbers(&mut packed);
    let sorted = packed.iter().filter_map(|packed| numbers.get((packed & 0xffff_ffff) as usize).copied());
    *numbers = sorted.collect();
}

/// A letter in the list.
#[must_use]
pub fn listed_letter<'l>(library: &'l Library, number: u32, words: &'static Names) -> Option<LetterLine<'l>> {
    let catalogue = library.catalogue()?;
    Some(line_of(catalogue, library.row(number)?, Partners::Both, words))
}

#[cfg(test)]
mod tests;
