//! Finds words in all letters. A program of its own, fetched when a reader searches; `search.js` brings it the files it asks
//! for, and shows what it says. What it says is text: a line for each thing, its parts apart by tabs. Readers get it in three
//! parts: what tells of the letters that are found first ([`open`], [`came`], [`first`]); beside it what shows where they have it
//! ([`pieces`], [`marks`]); and the rest.

// A page calls what it needs; there is nothing to be done before.
#![cfg_attr(target_arch = "wasm32", no_main)]

use reader::Label;
use reader::search_page::{Finder, First, FoundLetter, Leaves, Search, SearchState, facet_word};
use search::{Index, Marks, Meaning, snippets};
use std::cell::RefCell;
use viewer::Route;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Default)]
struct Held {
    finder: Option<Finder>,
    /// What was asked last.
    state: SearchState,
    /// The letters that were found last, and those of them that are shown, in their order.
    hits: Vec<u32>,
    letters: Vec<u32>,
    marks: Marks,
}

impl Held {
    /// A letter of the edition in a list, with its address.
    fn line(&self, number: u32) -> Option<(String, FoundLetter<'_>)> {
        let line = self.finder.as_ref()?.letter(number)?;
        Some((Route::Letter { id: line.id.clone() }.path(), line))
    }
}

/// So many letters are told of before the rest is here.
const FIRST: usize = 10;

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

/// Opens the index of words; `language` is that of the interface. Whether it can be read.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn open(root: &[u8], language: &str) -> bool {
    let Ok(index) = Index::open(root) else { return false };
    HELD.set(Held { finder: Some(Finder::new(index, language)), ..Held::default() });
    true
}

/// Searches for words before all of this is here. Either lines `needs FILE`, which are to be brought ([`came`]) before it is asked
/// again; or `found COUNT`, and the best as [`letters`] tells them; or nothing, where [`search`] is to be asked. The text is in
/// lower case and decomposed.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn first(text: &str, typing: bool) -> String {
    HELD.with_borrow_mut(|held| {
        let mut said = Said::default();
        match held.finder.as_mut().and_then(|finder| finder.first(text, typing, FIRST)) {
            None => {}
            Some(First::Needs(files)) => files.iter().for_each(|file| said.line(&["needs", file])),
            Some(First::Ready(found, lines, marks)) => {
                held.marks = marks;
                said.line(&["found", &found.to_string()]);
                for line in lines {
                    said.0.push_str("letter\t");
                    said.told(line);
                }
            }
        }
        said.0
    })
}

/// Takes a file of the index or a leaf that was asked for, or none where it could not be had; [`opening`] takes it in. Whether it
/// is one of these: what else was asked for is for [`listed`].
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn came(file: &str, bytes: Option<Vec<u8>>) -> bool {
    HELD.with_borrow_mut(|held| held.finder.as_mut().is_none_or(|finder| finder.came(file, bytes.as_deref())))
}

/// Takes the list of all letters that was asked for, or none where it could not be had.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn listed(file: &str, bytes: Option<Vec<u8>>) {
    HELD.with_borrow_mut(|held| {
        if let Some(finder) = &mut held.finder {
            finder.listed(file, bytes.as_deref());
        }
    });
}

/// Takes in more of what arrived; whether anything is left. A search asks again for what is not taken in.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn opening() -> bool {
    HELD.with_borrow_mut(|held| held.finder.as_mut().is_some_and(|finder| finder.index.go_on()))
}

/// What the index and the edition say, in lines; nothing while they are not here.
fn told(tell: impl FnOnce(&Held, &Finder, &mut Said)) -> String {
    HELD.with_borrow(|held| {
        let mut said = Said::default();
        if let Some(finder) = &held.finder {
            tell(held, finder, &mut said);
        }
        said.0
    })
}

/// Forgets what could not be had.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn retry() {
    HELD.with_borrow_mut(|held| {
        if let Some(finder) = &mut held.finder {
            finder.retry();
        }
    });
}

/// Searches for what the query of an address asks. Either lines `needs FILE`, which are to be brought before it is asked
/// again; or what was found: `found ALL SHOWN`, `meaning TYPED FOUND …`, `offer TYPED WORD`, `ignored WORDS`, and `lost`.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn search(query: &str, typing: bool) -> String {
    HELD.with_borrow_mut(|held| {
        let Some(finder) = &mut held.finder else { return String::new() };
        let state = SearchState { typing, ..SearchState::from_query(query) };
        let mut said = Said::default();
        match finder.search(&state, &lower) {
            Search::Needs(files) => files.iter().for_each(|file| said.line(&["needs", file])),
            Search::Ready(page) => {
                said.line(&["found", &page.hits.len().to_string(), &page.letters.len().to_string()]);
                for Meaning { typed, found } in &page.meanings {
                    said.line(&["meaning", typed, &found.join(", ")]);
                }
                for Meaning { typed, found } in &page.offers {
                    found.iter().for_each(|word| said.line(&["offer", typed, word]));
                }
                page.ignored.iter().for_each(|words| said.line(&["ignored", words]));
                if page.lost {
                    said.line(&["lost"]);
                }
                // A query of nothing brings the list of letters, beside a search that is shown.
                if !query.is_empty() {
                    held.state = state;
                    held.hits = page.hits;
                    held.letters = page.letters;
                    held.marks = page.marks;
                }
            }
        }
        said.0
    })
}

/// What the letters that were found last can be narrowed by: `year YEAR COUNT` and `choice FACET KEY NAME COUNT`. Apart from
/// the search, because a reader who types looks for letters first.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn choices() -> String {
    told(|held, finder, said| {
        let narrowing = finder.narrowing(&held.state, &held.hits, &held.letters);
        for (year, count) in &narrowing.years {
            said.line(&["year", &year.to_string(), &count.to_string()]);
        }
        for (at, choices) in narrowing.facets.iter().enumerate() {
            for choice in choices {
                let name = match choice.label {
                    Label::Name(name) => name.to_owned(),
                    Label::Pair(one, other) => [one, " – ", other].concat(),
                    Label::Year(year) => year.to_string(),
                };
                said.line(&["choice", facet_word(at), &choice.key, &name, &choice.count.to_string()]);
            }
        }
    })
}

/// Says which file the list of all letters is in, `needs FILE`, where it is to be brought ([`listed`]): what letters can be narrowed
/// by, and what is offered, is told by it. Or `lost`, where it could not be had.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn lists() -> String {
    told(|_, finder, said| match finder.lists() {
        Some(file) => said.line(&["needs", &file]),
        None if finder.is_without_lines() => said.line(&["lost"]),
        None => {}
    })
}

/// Some of the letters that were found: `PATH DATE FROM TO LANGUAGE KNOWN-BY` each. Or lines `needs FILE`, which are to be brought
/// before it is asked again.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn letters(from: usize, to: usize) -> String {
    HELD.with_borrow_mut(|held| {
        let mut said = Said::default();
        let wanted = held.letters.get(from..to.min(held.letters.len())).unwrap_or_default();
        for number in wanted {
            if let Some((path, line)) = held.line(*number) {
                said.line(&[&path, line.date, &line.senders, &line.recipients, line.language, line.known_by]);
            }
        }
        let Some(finder) = held.finder.as_mut().filter(|finder| finder.lines.is_none()) else {
            return said.0;
        };
        let list = finder.lists();
        match finder.leaves_of(wanted) {
            Leaves::Need(files) => files.iter().for_each(|file| said.line(&["needs", file])),
            Leaves::Here(lines) => match list.filter(|_| lines.contains(&None)) {
                Some(file) => said.line(&["needs", &file]),
                None => lines.into_iter().flatten().for_each(|line| said.told(line)),
            },
        }
        said.0
    })
}

/// The identifiers of all letters that were found, a line each: for programs that count them.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn identifiers() -> String {
    told(|held, finder, said| {
        for row in held.letters.iter().filter_map(|number| finder.row(*number)) {
            said.line(&[row.id.as_str()]);
        }
    })
}

/// What a text may be the beginning of: names of correspondents and places, `WORD NAME` each, at most six, and letters by
/// identifier or year, `letter NAME PATH` each, at most four.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn suggested(typed: &str) -> String {
    told(|held, finder, said| {
        let Some(lines) = &finder.lines else { return };
        let catalogue = &lines.catalogue;
        let folded = |text: &str| reader::fold_lowered(&lower(text));
        let wanted = folded(typed);
        if wanted.is_empty() {
            return;
        }
        // Those that begin like that come before those that have such a word.
        let (mut names, mut first) = (Vec::new(), 0);
        for (word, parties) in [("with", &catalogue.parties), ("place", &catalogue.places)] {
            for party in parties {
                let (mut begins, mut fits) = (false, false);
                for name in [folded(&party.name), folded(&party.sort_name)] {
                    begins |= name.starts_with(&*wanted);
                    let mut words = name.match_indices(' ').filter_map(|(at, _)| name.get(at + 1..));
                    fits |= begins || words.any(|rest| rest.starts_with(&*wanted));
                }
                if fits {
                    names.insert(if begins { first } else { names.len() }, [word, &*party.name]);
                    first += usize::from(begins);
                }
            }
        }
        names.iter().take(6).for_each(|name| said.line(name));
        let year = wanted.parse::<i32>().ok().filter(|_| wanted.len() == 4);
        let meant = (0..).zip(&catalogue.letters).filter(|(_, row)| {
            row.id.as_str().get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed))
                || year.is_some_and(|year| row.years.is_some_and(|(first, _)| first == year))
        });
        for (number, _) in meant.take(4) {
            if let Some((path, line)) = held.line(number) {
                let name = [line.date, &line.senders, &line.recipients, line.known_by];
                let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
                said.line(&["letter", &name.join(", "), &path]);
            }
        }
    })
}

/// Where a text has what was found last: beginning and end of each, in units of UTF-16. The text is in lower case and
/// decomposed, as are the next one's.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn marks(text: &str) -> Vec<u32> {
    HELD.with_borrow(|held| {
        let mut units = Units::of(text);
        held.marks
            .find(text)
            .iter()
            .flat_map(|found| [units.at(found.range.start), units.at(found.range.end)])
            .collect()
    })
}

/// In how many places a text has what was found, and the pieces of it that show that: for each its beginning, its end, how many
/// marks it has, and theirs.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn pieces(text: &str, length: usize) -> Vec<u32> {
    HELD.with_borrow(|held| {
        let mut units = Units::of(text);
        let found = held.marks.find(text);
        let mut said = vec![u32::try_from(found.len()).unwrap_or(u32::MAX)];
        for piece in snippets(text, &found, length) {
            said.extend([units.at(piece.range.start), units.at(piece.range.end)]);
            said.push(u32::try_from(piece.marks.len()).unwrap_or_default());
            for mark in piece.marks {
                said.extend([units.at(mark.start), units.at(mark.end)]);
            }
        }
        said
    })
}

/// Text in lines of parts.
#[derive(Default)]
struct Said(String);

impl Said {
    /// A line as it was told.
    fn told(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn line(&mut self, parts: &[&str]) {
        for (nth, part) in parts.iter().enumerate() {
            if nth > 0 {
                self.0.push('\t');
            }
            // What could part lines and parts is rare; the rest need not be looked at sign by sign.
            if part.bytes().any(|byte| byte < b' ') {
                self.0.extend(part.chars().map(|sign| if sign.is_control() { ' ' } else { sign }));
            } else {
                self.0.push_str(part);
            }
        }
        self.0.push('\n');
    }
}

/// Bytes of a text as units of UTF-16. Places are asked for mostly in order.
struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Units<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    fn at(&mut self, byte: usize) -> u32 {
        if byte < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.unit += between.encode_utf16().fold(0, |units, _| units + 1);
        self.byte = byte;
        self.unit
    }
}

/// Text in lower case and decomposed.
#[cfg(target_arch = "wasm32")]
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFD").to_lower_case().into()
}

/// As above.
#[cfg(not(target_arch = "wasm32"))]
fn lower(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
