//! What a reader is shown of what was found.

use super::{Finder, Search, SearchState};
use crate::{Label, fixture};
use bundle::uncompressed;
use search::{Index, lowered};
use std::collections::BTreeMap;

/// The small edition with its files, of which none has arrived but the first two.
fn finder() -> (Finder, BTreeMap<String, Vec<u8>>) {
    let edition = fixture::edition();
    let indexes = index::build(&edition);
    let words = index::full_text(&edition, &indexes.catalogue);
    let compressed =
        bundle::search_files(&words, &indexes.catalogue, ["en"]).expect("its words can be indexed");
    let mut files: BTreeMap<String, Vec<u8>> =
        compressed.into_iter().map(|(name, bytes)| (name, uncompressed(&bytes).expect("whole"))).collect();
    let root = files.remove(bundle::SEARCH_ROOT).expect("a root");
    (Finder::new(Index::open(&root).expect("an index"), "en"), files)
}

/// What a query of an address finds, in short.
fn shown(query: &str) -> String {
    let (mut finder, files) = finder();
    let lower = |text: &str| lowered(text);
    loop {
        let needs = match finder.search(&SearchState::from_query(query), &lower) {
            Search::Needs(needs) => needs,
            Search::Ready(page) => {
                let letters = page.letters.iter().filter_map(|number| finder.letter(*number));
                let mut out: Vec<String> = letters.map(|letter| letter.id.to_string()).collect();
                out.push(format!("of {}", page.hits.len()));
                let state = SearchState::from_query(query);
                let narrowing = finder.narrowing(&state, &page.hits, &page.letters);
                out.extend(narrowing.years.iter().map(|(year, count)| format!("{year}:{count}")));
                out.extend(page.ignored.iter().map(|words| format!("?{words}")));
                for choice in &narrowing.facets[0] {
                    let Label::Name(name) = choice.label else { continue };
                    out.push(format!("{name} ({})", choice.count));
                }
                return out.join(" ");
            }
        };
        assert!(!needs.is_empty());
        for name in needs {
            finder.arrived(&name, Some(files.get(&name).expect("a file that exists")));
        }
        while finder.index.go_on() {}
    }
}

#[test]
fn letters_are_found_narrowed_and_ordered() {
    let table = [
        ("q=from:gross", "three of 1 1833:1 Groß, Friederike (1)"),
        (
            "q=person:caroline&sort=earliest",
            "one two four of 3 1811:1 1817:1 Weber, Carl Maria von (2) Weber, Caroline (1)",
        ),
        ("q=person:weber&sort=latest&year=1817", "two of 4 1817:1 Weber, Caroline (1)"),
        (
            "q=date:1811-1817&sort=earliest",
            "one two of 2 1811:1 1817:1 Weber, Carl Maria von (1) Weber, Caroline (1)",
        ),
        ("q=-date:1811-1817", "three four of 2 1833:1 Groß, Friederike (1) Weber, Carl Maria von (1)"),
        ("q=date:%22before+1817%22", "one of 1 1811:1 Weber, Carl Maria von (1)"),
        ("q=date:never", "of 0 ?date:never"),
        ("q=", "of 0"),
    ];
    for (query, expected) in table {
        assert_eq!(shown(query), expected, "{query}");
    }
}

#[test]
fn a_letter_that_can_be_of_other_days_comes_later() {
    let (mut finder, files) = finder();
    let lower = |text: &str| lowered(text);
    let path = bundle::lines_file(finder.index.id(), "en");
    finder.arrived(&path, files.get(&path).map(Vec::as_slice));
    // The first is of 1811.
    for (words, only) in [("1811", true), ("1810-1812", true), ("March 1811", false), ("1817", false)] {
        let days = super::when::days(&lower(words), &lower).expect("days");
        assert_eq!(finder.is_only_of(0, &[(false, days)]), only, "{words}");
    }
}

#[test]
fn without_files_it_says_that_something_is_lost() {
    let (mut finder, _) = finder();
    let lower = |text: &str| lowered(text);
    let state = SearchState::from_query("q=weber");
    for _ in 0..20 {
        match finder.search(&state, &lower) {
            Search::Needs(needs) => needs.iter().for_each(|name| finder.arrived(name, None)),
            Search::Ready(page) => {
                assert!(page.lost && page.letters.is_empty());
                return;
            }
        }
    }
    panic!("what is lost is asked for again and again");
}
