//! What is found in all letters: the words of a query, narrowed as the list of letters is.

mod first;
mod when;

pub use first::{First, Leaves};

use crate::letter_list::{choices_of, letters_of};
use crate::query_string;
use crate::{Choice, Facet, ListState};
use edition::LetterId;
use index::{Catalogue, LetterRow, LineDate, Lines, sign};
use search::{Answer, Field, Index, Marks, Meaning, Query, Scope, Syntax, parse};

/// What may stand before a colon, in the languages of the interface.
const NAMES: &[(&str, Scope)] = &[
    ("from", Scope::Said(&[sign::FROM])),
    ("von", Scope::Said(&[sign::FROM])),
    ("от", Scope::Said(&[sign::FROM])),
    ("to", Scope::Said(&[sign::TO])),
    ("an", Scope::Said(&[sign::TO])),
    ("кому", Scope::Said(&[sign::TO])),
    ("with", Scope::Said(&[sign::FROM, sign::TO])),
    ("mit", Scope::Said(&[sign::FROM, sign::TO])),
    ("с", Scope::Said(&[sign::FROM, sign::TO])),
    ("person", Scope::Said(PERSON)),
    ("лицо", Scope::Said(PERSON)),
    ("place", Scope::Said(&[sign::PLACE])),
    ("ort", Scope::Said(&[sign::PLACE])),
    ("место", Scope::Said(&[sign::PLACE])),
    ("work", Scope::Said(&[sign::WORK])),
    ("werk", Scope::Said(&[sign::WORK])),
    ("lang", Scope::Said(&[sign::LANGUAGE])),
    ("date", Scope::Pair),
    ("datum", Scope::Pair),
    ("дата", Scope::Pair),
    ("year", Scope::Pair),
    ("jahr", Scope::Pair),
    ("год", Scope::Pair),
];

/// Who has to do with a letter in any way.
const PERSON: &[char] = &[sign::FROM, sign::TO, sign::NAMED];

const FIELDS: &[(&str, Field)] = &[
    ("notes", Field::Note),
    ("note", Field::Note),
    ("anmerkungen", Field::Note),
    ("примечания", Field::Note),
    ("text", Field::Text),
    ("текст", Field::Text),
    ("heading", Field::Heading),
    ("kopf", Field::Heading),
];

/// An order of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SearchOrder {
    /// What fits best first.
    #[default]
    Rank,
    /// By date, the earliest first.
    Earliest,
    /// By date, the latest first.
    Latest,
}

impl SearchOrder {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Rank, Self::Earliest, Self::Latest];

    /// As in the address.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Rank => "",
            Self::Earliest => "earliest",
            Self::Latest => "latest",
        }
    }
}

/// What a reader asked, and how it stands in the address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchState {
    /// What was typed.
    pub words: String,
    /// What the letters are narrowed by.
    pub list: ListState,
    /// The order.
    pub order: SearchOrder,
    /// The last word is still being typed. Not in the address.
    pub typing: bool,
}

impl SearchState {
    /// Reads the query of an address. Every text can be read.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let of =
            |key: &str| query_string::pairs(query).find(|(known, _)| *known == key).map(|(_, value)| value);
        let order = of("sort").unwrap_or_default();
        Self {
            words: of("q").unwrap_or_default(),
            list: ListState::from_query(query),
            order: SearchOrder::ALL.into_iter().find(|known| known.word() == order).unwrap_or_default(),
            typing: false,
        }
    }
}

/// The index of words that is open, and the letters it is of.
#[derive(Debug, Clone)]
pub struct Finder {
    /// The index.
    pub index: Index,
    /// The letters in a line each; none before they have arrived.
    pub lines: Option<Lines>,
    /// The language of the interface.
    language: String,
    /// Leaves of the letters that are here before the lines are.
    leaves: Vec<first::Leaf>,
    /// Files that were asked for, by their names.
    wanted: Vec<(String, first::Wanted)>,
    /// The lines could not be had.
    without_lines: bool,
}

/// A letter that was found, in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundLetter<'l> {
    /// The letter.
    pub id: &'l LetterId,
    /// Its language (BCP 47).
    pub language: &'l str,
    /// What it is known by where nobody is known who sent or received it; else empty.
    pub known_by: &'l str,
    /// Its date in words. Empty for an undated letter.
    pub date: &'l str,
    /// The names of those who sent it, apart by commas.
    pub senders: String,
    /// The names of those who received it.
    pub recipients: String,
}

/// What a search comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Search {
    /// These files are to be brought, or refused, and it is to be searched again.
    Needs(Vec<String>),
    /// What was found.
    Ready(Box<SearchPage>),
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchPage {
    /// The letters, as positions in the edition, in the order that was asked for.
    pub letters: Vec<u32>,
    /// Those that were found before they were narrowed, the best first.
    pub hits: Vec<u32>,
    /// Words that no letter has, each with what was looked for in its place.
    pub meanings: Vec<Meaning>,
    /// Words that few letters have, and those that many have and that may have been meant.
    pub offers: Vec<Meaning>,
    /// What was not understood, as typed.
    pub ignored: Vec<String>,
    /// Whether something could not be searched.
    pub lost: bool,
    /// What was found, for marking it in the letters.
    pub marks: Marks,
}

/// What letters that were found can be narrowed by.
#[derive(Debug, Clone, PartialEq)]
pub struct Narrowing<'l> {
    /// In the order of [`Facet::ALL`].
    pub facets: [Vec<Choice<'l>>; 6],
    /// How many letters are shown of each year, from the first to the last; the year, and how many.
    pub years: Vec<(i32, u32)>,
}

impl Finder {
    /// Of an index that is open, and nothing else; `language` (BCP 47) is that of the interface.
    #[must_use]
    pub fn new(index: Index, language: &str) -> Self {
        Self {
            index: index.with_umlauts(language.starts_with("de")),
            language: language.to_owned(),
            leaves: Vec::new(),
            wanted: Vec::new(),
            lines: None,
            without_lines: false,
        }
    }

    /// Forgets what could not be had, so that it is asked for again.
    pub fn retry(&mut self) {
        self.index.forget_losses();
        self.leaves.retain(first::Leaf::is_here);
        self.without_lines = false;
    }

    /// The letter at a position of the edition, as in the catalogue.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<&LetterRow> {
        self.lines.as_ref()?.catalogue.letters.get(number as usize)
    }

    /// The same in words.
    #[must_use]
    pub fn letter(&self, number: u32) -> Option<FoundLetter<'_>> {
        let catalogue = &self.lines.as_ref()?.catalogue;
        let row = self.row(number)?;
        Some(FoundLetter {
            id: &row.id,
            language: catalogue.language_of(row),
            known_by: &row.known_by,
            date: self.date(number).map_or("", |date| &date.words),
            senders: catalogue.names_of(&row.senders),
            recipients: catalogue.names_of(&row.recipients),
        })
    }

    /// Searches. `lower` makes text lower case and decomposed (NFD).
    #[must_use]
    pub fn search(&mut self, state: &SearchState, lower: &dyn Fn(&str) -> String) -> Search {
        let syntax = Syntax { names: NAMES, fields: FIELDS, typing: state.typing };
        let mut query = parse(&state.words, &syntax, lower);
        let dates = self.dates(&mut query, lower);
        // What letters are of is told by the list of all.
        let told_by_list = !dates.is_empty() || narrows(state);
        let mut needs: Vec<String> = self.lists().filter(|_| told_by_list).into_iter().collect();
        let fits = |document: u32| self.is_of(document, &dates);
        // A query of dates alone finds letters too: it is one that excludes.
        match self.index.search(&query, Some(&fits)) {
            Answer::Needs(shards) => {
                needs.extend(self.files(shards));
                Search::Needs(needs)
            }
            Answer::Ready(_) if !needs.is_empty() => Search::Needs(needs),
            Answer::Ready(results) => {
                let hits: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
                Search::Ready(Box::new(SearchPage {
                    letters: self.letters(&hits, state, &dates),
                    hits,
                    meanings: results.meanings,
                    offers: results.offers,
                    ignored: query.ignored,
                    lost: results.lost > 0 || self.without_lines,
                    marks: results.marks,
                }))
            }
        }
    }

    /// Letters that were found, narrowed and in the order that was asked for.
    fn letters(&self, hits: &[u32], state: &SearchState, dates: &[(bool, when::Days)]) -> Vec<u32> {
        let mut shown = hits.to_vec();
        if narrows(state) {
            let Some(Lines { catalogue, .. }) = &self.lines else { return Vec::new() };
            shown = letters_of(catalogue, &state.list, self.in_edition(catalogue, hits));
            if state.order == SearchOrder::Rank {
                let set = self.set(&shown);
                shown = hits.iter().copied().filter(|document| set[*document as usize]).collect();
            }
        }
        if state.order == SearchOrder::Rank && !dates.is_empty() {
            // Of letters that can be of the days that are asked for, those that cannot be of others come first.
            let (surely, perhaps): (Vec<u32>, Vec<u32>) =
                shown.into_iter().partition(|document| self.is_only_of(*document, dates));
            shown = [surely, perhaps].concat();
        }
        shown
    }

    /// What letters that were found can be narrowed by, apart from the search: the letters are shown before it. `letters` are
    /// those that are shown.
    #[must_use]
    pub fn narrowing(&self, state: &SearchState, hits: &[u32], letters: &[u32]) -> Narrowing<'_> {
        let facets = self.lines.as_ref().map(|Lines { catalogue, .. }| {
            let hits = self.in_edition(catalogue, hits);
            Facet::ALL.map(|facet| choices_of(catalogue, &state.list, facet, hits.clone()))
        });
        Narrowing { facets: facets.unwrap_or_default(), years: self.years(letters) }
    }

    /// Takes in the lines that were asked for, or takes note that they could not be had. Any other file is none of it.
    pub fn listed(&mut self, file: &str, bytes: Option<&[u8]>) {
        if self.lists().as_deref() != Some(file) {
            return;
        }
        self.lines = bytes.and_then(|bytes| Lines::open(self.index.id(), bytes).ok());
        self.without_lines = self.lines.is_none();
    }

    /// The file of the lines, where it is to be brought: what narrows letters and what is offered stands there.
    #[must_use]
    pub fn lists(&self) -> Option<String> {
        let wanted = self.lines.is_none() && !self.without_lines;
        wanted.then(|| bundle::lines_file(self.index.id(), &self.language))
    }

    /// Whether the lines could not be had.
    #[must_use]
    pub fn is_without_lines(&self) -> bool {
        self.without_lines
    }

    /// The days that are asked for, each with whether it is excluded. What means no day is ignored, and said.
    fn dates(&self, query: &mut Query, lower: &dyn Fn(&str) -> String) -> Vec<(bool, when::Days)> {
        let mut dates = Vec::new();
        query.pairs.retain(|pair| match when::days(&lower(&pair.value), lower) {
            Some(days) => {
                dates.push((pair.negated, days));
                true
            }
            None => {
                query.ignored.push([&*pair.name, ":", &*pair.value].concat());
                false
            }
        });
        dates
    }

    /// When a letter can have been written.
    fn date(&self, document: u32) -> Option<&LineDate> {
        self.lines.as_ref()?.dates.get(document as usize)
    }

    /// Whether a letter can be of no other days than those that are asked for.
    fn is_only_of(&self, document: u32, dates: &[(bool, when::Days)]) -> bool {
        let date = self.date(document);
        dates.iter().filter(|(negated, _)| !negated).all(|(_, (from, to))| {
            let inside = |date: &LineDate| {
                date.first.is_some_and(|day| day >= *from) && date.last.is_some_and(|day| day <= *to)
            };
            date.is_some_and(inside)
        })
    }

    /// Whether a letter can be of the days that are asked for.
    fn is_of(&self, document: u32, dates: &[(bool, when::Days)]) -> bool {
        if dates.is_empty() {
            return true;
        }
        let date = self.date(document);
        dates.iter().all(|(negated, (from, to))| {
            let inside = date.is_some_and(|date| {
                (date.first.is_some() || date.last.is_some())
                    && date.first.unwrap_or(i32::MIN) <= *to
                    && date.last.unwrap_or(i32::MAX) >= *from
            });
            inside != *negated
        })
    }

    /// Which letters are among some.
    fn set(&self, letters: &[u32]) -> Vec<bool> {
        let known = self.lines.as_ref().map_or(0, |lines| lines.dates.len());
        let mut set = vec![false; known.max(self.index.documents())];
        letters.iter().for_each(|letter| set[*letter as usize] = true);
        set
    }

    /// Letters in the order of the edition.
    fn in_edition(&self, catalogue: &Catalogue, letters: &[u32]) -> Vec<u32> {
        let numbered = (0..).zip(self.set(letters)).take(catalogue.letters.len());
        numbered.filter(|(_, is)| *is).map(|(number, _)| number).collect()
    }

    fn years(&self, letters: &[u32]) -> Vec<(i32, u32)> {
        let mut years: Vec<(i32, u32)> = Vec::new();
        for number in letters {
            let Some((year, _)) = self.row(*number).and_then(|row| row.years) else { continue };
            match years.binary_search_by(|(known, _)| known.cmp(&year)) {
                Ok(at) => years[at].1 += 1,
                Err(at) => years.insert(at, (year, 1)),
            }
        }
        years
    }
}

/// Whether letters that were found are narrowed, or put into another order.
fn narrows(state: &SearchState) -> bool {
    state.list != ListState::default() || state.order != SearchOrder::Rank
}

/// Of what a facet chooses, the word in the address.
#[must_use]
pub fn facet_word(at: usize) -> &'static str {
    Facet::ALL.get(at).map_or("", |facet| facet.word())
}

#[cfg(test)]
mod tests;
