//! What a reader is shown of what was found.

use super::{Finder, First, FoundLetter, Leaves, Search, SearchPage, SearchState};
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
    let leaves = bundle::leaf_files(words.id, &indexes.catalogue, ["en"], &|id| id.to_string())
        .expect("they can be compressed");
    files.extend(leaves.into_iter().map(|(name, bytes)| (name, uncompressed(&bytes).expect("whole"))));
    let root = files.remove(bundle::SEARCH_ROOT).expect("a root");
    (Finder::new(Index::open(&root).expect("an index"), "en"), files)
}

fn bring(finder: &mut Finder, name: &str, bytes: Option<&[u8]>) {
    if !finder.came(name, bytes) {
        finder.listed(name, bytes);
    }
}

/// What a query of an address finds, in short.
fn shown(query: &str) -> String {
    let (mut finder, files) = finder();
    let page = page(&mut finder, &files, query);
    let letters = page.letters.iter().filter_map(|number| finder.letter(*number));
    let mut out: Vec<String> = letters.map(|letter| letter.id.to_string()).collect();
    out.push(format!("of {}", page.hits.len()));
    let narrowing = finder.narrowing(&SearchState::from_query(query), &page.hits, &page.letters);
    out.extend(narrowing.years.iter().map(|(year, count)| format!("{year}:{count}")));
    out.extend(page.ignored.iter().map(|words| format!("?{words}")));
    for choice in &narrowing.facets[0] {
        let Label::Name(name) = choice.label else { continue };
        out.push(format!("{name} ({})", choice.count));
    }
    out.join(" ")
}

/// What a query of an address comes to with all files that it takes.
fn page(finder: &mut Finder, files: &BTreeMap<String, Vec<u8>>, query: &str) -> SearchPage {
    loop {
        let needs = match finder.search(&SearchState::from_query(query), &|text| lowered(text)) {
            Search::Needs(needs) => needs,
            Search::Ready(page) => {
                if let Some(file) = finder.lists() {
                    bring(finder, &file, files.get(&file).map(Vec::as_slice));
                }
                return *page;
            }
        };
        assert!(!needs.is_empty());
        for name in needs {
            bring(finder, &name, Some(files.get(&name).expect("a file that exists")));
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

/// What is told first of a text, and whether `search` finds it in the same order; nothing where that is to be asked. Files that
/// `brought` says no to are refused.
fn told_first(text: &str, brought: impl Fn(&str) -> bool) -> Option<String> {
    let (mut finder, files) = finder();
    loop {
        let needs = match finder.first(&lowered(text), false, 2)? {
            First::Needs(needs) => needs,
            First::Ready(found, lines, _) => {
                let lines = lines.join("\n");
                let page = page(&mut finder, &files, &format!("q={text}"));
                let told = page.letters.iter().take(2).filter_map(|number| finder.letter(*number));
                let told = told.map(|letter| {
                    let FoundLetter { id, language, known_by, date, senders, recipients } = letter;
                    [id.as_str(), date, &senders, &recipients, language, known_by].join("\t")
                });
                assert_eq!(lines, told.collect::<Vec<_>>().join("\n"));
                assert_eq!(found, page.hits.len());
                return Some(format!("{found}: {lines}"));
            }
        };
        assert!(!needs.is_empty());
        for name in needs {
            finder.came(&name, files.get(&name).map(Vec::as_slice).filter(|_| brought(&name)));
        }
        while finder.index.go_on() {}
    }
}

#[test]
fn words_are_told_first_as_they_are_found() {
    let weber = told_first("Weber", |_| true).expect("words");
    assert!(weber.starts_with("4: "), "{weber}");
    assert_eq!(weber.lines().count(), 2);
    assert!(told_first("weber caroline", |_| true).is_some());
    // What takes more than words, what nobody has, and what could not be had.
    for text in ["from:gross", "\"von weber\"", "weber -caroline", "weber OR gross", "wexer", "", "nobody's"]
    {
        assert_eq!(told_first(text, |_| true), None, "{text}");
    }
    for kind in ["-t", "-f"] {
        assert_eq!(told_first("weber", |name| !name.contains(kind)), None, "without {kind}");
    }
}

#[test]
fn the_list_of_letters_is_wanted_only_by_what_it_tells() {
    let wanted = |query: &str| {
        let (mut finder, _) = finder();
        let list = finder.lists().expect("it is not here");
        let Search::Needs(needs) = finder.search(&SearchState::from_query(query), &|text| lowered(text))
        else {
            panic!("nothing is here")
        };
        needs.contains(&list)
    };
    for query in ["q=weber", "q=%22von+weber%22", "q=from:gross"] {
        assert!(!wanted(query), "{query}");
    }
    for query in ["q=weber&year=1817", "q=weber&sort=latest", "q=date:1817", "q=-date:1817"] {
        assert!(wanted(query), "{query}");
    }
}

#[test]
fn letters_are_told_by_their_leaves_where_the_list_is_not_here() {
    let (mut finder, files) = finder();
    let Leaves::Need(needs) = finder.leaves_of(&[0, 2]) else { panic!("nothing is here") };
    assert_eq!(needs.len(), 1);
    for name in &needs {
        assert!(finder.came(name, files.get(name).map(Vec::as_slice)));
    }
    let told = |finder: &mut Finder, letters: &[u32]| match finder.leaves_of(letters) {
        Leaves::Need(_) => panic!("it is here"),
        Leaves::Here(lines) => {
            lines.iter().map(|line| line.map(|line| line[..3].to_owned())).collect::<Vec<_>>()
        }
    };
    assert_eq!(told(&mut finder, &[2, 0]), [Some("thr".to_owned()), Some("one".to_owned())]);
    // What could not be had is wanted again once it is tried again.
    let (mut finder, _) = self::finder();
    let Leaves::Need(needs) = finder.leaves_of(&[0]) else { panic!("nothing is here") };
    assert!(finder.came(&needs[0], None));
    assert_eq!(told(&mut finder, &[0]), [None]);
    finder.retry();
    assert_eq!(finder.leaves_of(&[0]), Leaves::Need(needs));
}

#[test]
fn a_letter_of_many_is_told_by_its_own_leaf() {
    let mut builder = search::Builder::default();
    (0..1100).for_each(|_| builder.add(search::Document::new("en")));
    let built = builder.finish();
    let mut finder = Finder::new(Index::open(&built.root).expect("an index"), "en");
    let file = bundle::leaf_file(built.id, "en", 68);
    assert_eq!(finder.leaves_of(&[1090, 1095]), Leaves::Need(vec![file.clone()]), "sixteen in each");
    let lines: Vec<String> = (1088..1100).map(|letter| format!("letter {letter}")).collect();
    assert!(finder.came(&file, Some(&search::sealed(built.id, lines.join("\n").into_bytes()))));
    assert_eq!(finder.leaves_of(&[1090, 1095]), Leaves::Here(vec![Some("letter 1090"), Some("letter 1095")]));
}

#[test]
fn no_other_file_is_taken_for_the_list_of_letters() {
    let (mut finder, _) = finder();
    let list = finder.lists();
    finder.listed("data/find-00000000-t0", Some(b"terms of another language"));
    assert_eq!(finder.lists(), list, "it is wanted still");
    finder.listed(list.as_deref().expect("it is not here"), None);
    assert!(finder.lists().is_none() && finder.is_without_lines());
}

#[test]
fn a_letter_that_can_be_of_other_days_comes_later() {
    let (mut finder, files) = finder();
    let lower = |text: &str| lowered(text);
    let path = bundle::lines_file(finder.index.id(), "en");
    bring(&mut finder, &path, files.get(&path).map(Vec::as_slice));
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
            Search::Needs(needs) => needs.iter().for_each(|name| bring(&mut finder, name, None)),
            Search::Ready(page) => {
                assert!(page.lost && page.letters.is_empty());
                return;
            }
        }
    }
    panic!("what is lost is asked for again and again");
}
