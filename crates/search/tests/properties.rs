//! A search finds what a reader of all documents finds, however the index is cut, and nothing makes it panic.
#![cfg(feature = "build")]

use proptest::prelude::*;
use search::{
    Answer, Builder, Built, Document, Field, Index, Query, Results, Scope, ShardId, Syntax, lowered, parse,
    snippets, tokens,
};

const SYNTAX: Syntax<'_> = Syntax {
    names: &[("from", Scope::Said(&['f'])), ("date", Scope::Pair)],
    fields: &[("notes", Field::Note)],
    typing: false,
};

fn built(texts: &[(String, String)], shard: usize) -> Built {
    let mut builder = Builder::default().with_shards_of(shard);
    for (text, note) in texts {
        let mut document = Document::new("de");
        document.add(Field::Text, text);
        document.add(Field::Note, note);
        document.say('f', text.split(' ').next().unwrap_or_default());
        builder.add(document);
    }
    builder.finish()
}

fn search(built: &Built, query: &Query) -> Results {
    answer(built, &|index| Some(index.search(query, None))).expect("every query has an answer")
}

/// What is found by the words of a query alone.
fn search_words(built: &Built, query: &Query) -> Option<Results> {
    answer(built, &|index| index.search_words(query))
}

/// What a search comes to once it has all that it asks for.
fn answer(built: &Built, ask: &dyn Fn(&Index) -> Option<Answer>) -> Option<Results> {
    let mut index = Index::open(&built.root).unwrap();
    for _ in 0..20 {
        match ask(&index)? {
            Answer::Ready(results) => return Some(results),
            Answer::Needs(shards) => {
                assert!(!shards.is_empty());
                for shard in shards {
                    index.accept(shard, built.shard(shard).expect("a file that exists")).unwrap();
                }
            }
        }
    }
    panic!("it never ends");
}

fn read(text: &str) -> Query {
    parse(text, &SYNTAX, &|text| lowered(text))
}

fn found(built: &Built, query: &str) -> Vec<u32> {
    let mut found: Vec<u32> = search(built, &read(query)).hits.iter().map(|hit| hit.document).collect();
    found.sort_unstable();
    found
}

fn words(text: &str) -> Vec<String> {
    tokens(&lowered(text)).map(|token| token.text).collect()
}

/// The documents that a reader finds who looks through all.
fn scanned(texts: &[(String, String)], fits: impl Fn(&[String], &[String]) -> bool) -> Vec<u32> {
    (0..).zip(texts).filter(|(_, (text, note))| fits(&words(text), &words(note))).map(|(at, _)| at).collect()
}

/// Words that have no other forms, so that a scan need not know languages.
const VOCABULARY: &[&str] = &["aa", "bab", "bac", "Över", "groß", "東京都", "xyz", "мір", "l’x", "q1"];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(VOCABULARY), 0..12).prop_map(|words| words.join(" "))
}

fn texts() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((text(), text()), 1..20)
}

/// The pieces of a text are in order, none in another, and have their marks inside.
fn pieces_are_sound(text: &str, query: &str, length: usize) -> Result<(), TestCaseError> {
    let mut document = Document::new("");
    document.add(Field::Text, text);
    let mut builder = Builder::default();
    builder.add(document);
    let results = search(&builder.finish(), &read(query));
    let text = lowered(text);
    let pieces = snippets(&text, &results.marks.find(&text), length);
    prop_assert!(pieces.len() <= 3);
    let mut last = 0;
    for piece in &pieces {
        prop_assert!(last <= piece.range.start);
        prop_assert!(text.get(piece.range.clone()).is_some());
        last = piece.range.end;
        let mut inside = piece.range.start;
        for mark in &piece.marks {
            prop_assert!(
                inside <= mark.start && mark.end <= piece.range.end && text.get(mark.clone()).is_some()
            );
            inside = mark.end;
        }
    }
    prop_assert_eq!(pieces.is_empty(), results.marks.find(&text).is_empty());
    Ok(())
}

#[test]
fn signs_that_are_found_two_by_two_stand_in_one_piece() {
    let text = "éé東é…aß ß é… 東…ß東東é…é…東東a aaa 東東東a";
    pieces_are_sound(text, "é a 東é", 38).unwrap();
}

proptest! {
    #[test]
    fn words_and_phrases_are_found_where_they_are(texts in texts(), one in 0..10_usize, other in 0..10_usize, shard in 1..200_usize) {
        let built = built(&texts, shard);
        let (one, other) = (VOCABULARY[one], VOCABULARY[other]);
        let row = words(&[one, " ", other].concat());
        let single = |word: &str| words(word);
        let has = |all: &[String], row: &[String]| row.is_empty() || all.windows(row.len()).any(|all| all == row);
        let any = |text: &[String], note: &[String], row: &[String]| has(text, row) || has(note, row);
        prop_assert_eq!(
            found(&built, &format!("{one} {other}")),
            scanned(&texts, |text, note| any(text, note, &single(one)) && any(text, note, &single(other)))
        );
        if !one.contains('東') && !other.contains('東') {
            prop_assert_eq!(found(&built, &format!("\"{one} {other}\"")), scanned(&texts, |text, note| any(text, note, &row)));
        }
        prop_assert_eq!(
            found(&built, &format!("{one} -{other}")),
            scanned(&texts, |text, note| any(text, note, &single(one)) && !any(text, note, &single(other)))
        );
        prop_assert_eq!(
            found(&built, &format!("{one} OR {other}")),
            scanned(&texts, |text, note| any(text, note, &single(one)) || any(text, note, &single(other)))
        );
        prop_assert_eq!(found(&built, &format!("in:notes {one}")), scanned(&texts, |_, note| has(note, &single(one))));
        prop_assert_eq!(
            found(&built, "bab* -aa"),
            scanned(&texts, |text, note| {
                let all = || text.iter().chain(note);
                all().any(|word| word.starts_with("bab")) && !all().any(|word| word == "aa")
            })
        );
    }

    #[test]
    fn how_the_index_is_cut_changes_nothing(texts in texts(), query in text(), one in 1..60_usize, other in 60..9000_usize) {
        let query = read(&query);
        prop_assert_eq!(search(&built(&texts, one), &query), search(&built(&texts, other), &query));
    }

    #[test]
    fn words_alone_are_read_as_any_query_is(text in "([a-zé東ъ]|OR|\\PC){0,3}( ([a-zé東ъ]|or|\\PC){0,3}){0,3}", typing: bool) {
        let syntax = Syntax { typing, ..SYNTAX };
        if let Some(query) = search::words(&lowered(&text), typing) {
            prop_assert_eq!(query, parse(&text, &syntax, &|text| lowered(text)), "{}", text);
        }
    }

    #[test]
    fn words_alone_are_found_as_by_any_search(texts in texts(), query in text(), typing: bool, shard in 1..200_usize) {
        let built = built(&texts, shard);
        let Some(query) = search::words(&lowered(&query), typing) else { return Ok(()) };
        let all = search(&built, &query);
        match search_words(&built, &query) {
            Some(first) => prop_assert_eq!((first.hits, first.marks), (all.hits, all.marks)),
            None => prop_assert!(all.hits.is_empty() || !all.meanings.is_empty()),
        }
    }

    #[test]
    fn every_text_is_a_query(text in ".{0,60}", texts in texts()) {
        let _ = search(&built(&texts, 40), &read(&text));
    }

    #[test]
    fn pieces_are_of_the_text(text in "[a-c ßé東…]{0,200}", query in "[a-c é東]{1,6}", length in 0..90_usize) {
        pieces_are_sound(&text, &query, length)?;
    }

    #[test]
    fn what_is_damaged_is_refused(texts in texts(), at in 0..5000_usize, byte in 1..255_u8) {
        let built = built(&texts, 40);
        let damaged = |file: &[u8]| {
            let mut file = file.to_vec();
            let at = at % file.len();
            file[at] ^= byte;
            file
        };
        prop_assert!(Index::open(&damaged(&built.root)).is_err());
        prop_assert!(Index::open(&built.root[..at % built.root.len()]).is_err());
        let mut index = Index::open(&built.root).unwrap();
        for (id, file) in built.shards() {
            prop_assert!(index.accept(id, &damaged(file)).is_err());
        }
        // All is lost, and the search ends.
        prop_assert!(matches!(index.search(&read("aa \"aa bab\" groszz"), None), Answer::Ready(_)));
    }
}

/// Letters in which words have forms.
fn letters() -> Built {
    let texts = [
        "Die Häuser der Großmutter standen in Wien",
        "Das Haus steht in Moskau, und die Großmutter auch",
        "Moscow is not Moskau; Goethe war nie dort",
        "Schnitzler schrieb an Brahm in Berlin",
    ];
    built(&texts.map(|text| (text.to_owned(), String::new())), 50)
}

#[test]
fn other_forms_and_misspelt_words_are_found() {
    let built = letters();
    let table: &[(&str, &[u32])] = &[
        ("haus", &[0, 1]),
        ("Häuser", &[0, 1]),
        ("grossmutter", &[0, 1]),
        // One letter: another, missing, too many, changed; at the beginning too.
        ("Mosxau", &[1, 2]),
        ("Mokau", &[1, 2]),
        ("Gothe", &[2]),
        ("oethe", &[2]),
        ("Foethe", &[2]),
        ("xGoethe", &[2]),
        ("ogethe", &[2]),
        ("Beriln", &[3]),
        // Two, in a long word.
        ("Schnizlr", &[3]),
        // What is there is not taken for what is not.
        ("wien", &[0]),
        ("xyz", &[]),
        ("Moskow", &[2]),
        ("\"Moskow\"", &[]),
        ("\"Haus\"", &[1]),
        ("from:die", &[0]),
        ("from:wien", &[]),
        ("-from:die", &[1, 2, 3]),
    ];
    for (query, expected) in table {
        assert_eq!(found(&built, query), *expected, "{query}");
    }
    let results = search(&built, &read("Schnizlr Brahm"));
    assert_eq!(
        (results.meanings[0].typed.as_str(), &*results.meanings[0].found),
        ("schnizlr", &["schnitzler".to_owned()][..])
    );
}

#[test]
fn german_readers_find_umlauts_as_they_are_written_without_them() {
    let mut builder = Builder::default();
    for text in ["Grüße für Goethe", "neue Treue, feucht", "ein Telegramm fuer Mueller", "Öl"] {
        let mut document = Document::new("de");
        document.add(Field::Text, text);
        builder.add(document);
    }
    let built = builder.finish();
    let table: [(&str, &[u32], &[u32]); 8] = [
        ("fuer", &[0, 2], &[2]),
        ("für", &[0], &[0]),
        ("gruesse", &[0], &[0]),
        ("\"gruesse fuer\"", &[0], &[]),
        ("mueller", &[2], &[2]),
        ("treue", &[1], &[1]),
        ("neue", &[1], &[1]),
        ("oel", &[], &[]),
    ];
    for (query, german, other) in table {
        for (umlauts, expected) in [(true, german), (false, other)] {
            let ask = |index: &Index| Some(index.clone().with_umlauts(umlauts).search(&read(query), None));
            let hits = answer(&built, &ask).expect("every query has an answer").hits;
            let mut found: Vec<u32> = hits.iter().map(|hit| hit.document).collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{query}, {umlauts}");
        }
    }
}

#[test]
fn words_misspelt_in_their_first_letter_are_found_in_every_script() {
    for (written, typed) in [
        ("letters", "setters"),
        ("γράμματα", "πράμματα"),
        ("письмами", "лисьмами"),
        ("מכתבים", "לכתבים"),
        ("مكتوبات", "لكتوبات"),
    ] {
        // The word that its file begins with tells nothing of its letters.
        let mut document = Document::new("");
        document.add(Field::Text, &["aa", written].join(" "));
        let mut builder = Builder::default();
        builder.add(document);
        assert_eq!(found(&builder.finish(), typed), [0], "{typed}");
    }
}

#[test]
fn beside_a_word_of_few_documents_one_like_it_of_many_is_offered() {
    let texts = |many: usize| -> Vec<(String, String)> {
        let text =
            |number| (if number < many { "Hofmannsthal" } else { "Hoffmannsthal" }.to_owned(), String::new());
        (0..many + 2).map(text).collect()
    };
    for (many, offered) in [(21, true), (20, false)] {
        let built = built(&texts(many), 6000);
        let results = search(&built, &read("Hoffmannsthal"));
        assert_eq!(results.hits.len(), 2);
        let offers: Vec<&String> = results.offers.iter().flat_map(|offer| &offer.found).collect();
        assert_eq!(offers, if offered { vec!["hofmannsthal"] } else { Vec::new() }, "{many}");
        // Of many letters nothing is offered, nor of what is asked for as it is written.
        assert!(search(&built, &read("Hofmannsthal \"Hoffmannsthal\"")).offers.is_empty());
    }
}

#[test]
fn a_word_of_several_documents_is_meant() {
    let built = |texts: &[&str]| {
        let texts: Vec<_> = texts.iter().map(|text| ((*text).to_owned(), String::new())).collect();
        built(&texts, 6000)
    };
    let once = built(&["reigen alpha", "reisen delta"]);
    assert_eq!(found(&once, "reigen delta"), [1]);
    let often = built(&["reigen alpha", "reisen delta", "reigen beta", "reigen gamma"]);
    assert_eq!(found(&often, "reigen delta"), []);
}

#[test]
fn the_word_as_typed_comes_first() {
    let built = letters();
    let first = |query: &str| search(&built, &read(query)).hits[0].document;
    assert_eq!(first("Haus"), 1);
    assert_eq!(first("Häuser"), 0);
}

#[test]
fn words_side_by_side_come_before_scattered_ones() {
    let texts = ["alpha x y z u v beta", "alpha beta x y z u v", "x y z u v alpha q beta"];
    let built = built(&texts.map(|text| (text.to_owned(), String::new())), 6000);
    let order: Vec<u32> = search(&built, &read("alpha beta")).hits.iter().map(|hit| hit.document).collect();
    assert_eq!(order, [1, 2, 0]);
}

#[test]
fn other_readings_are_found_at_the_same_place() {
    let mut document = Document::new("en");
    document.append(Field::Text, "the");
    let at = document.here();
    document.append(Field::Text, "govt");
    document.also(Field::Text, "government", at);
    document.add(Field::Text, "fell");
    let mut builder = Builder::default();
    builder.add(document);
    let built = builder.finish();
    for query in ["\"the govt fell\"", "\"the government fell\"", "govt government"] {
        assert_eq!(found(&built, query), [0], "{query}");
    }
}

#[test]
fn without_a_file_the_rest_is_searched_and_said() {
    let built = letters();
    let mut index = Index::open(&built.root).unwrap();
    let query = read("Moskau");
    let Answer::Needs(shards) = index.search(&query, None) else { panic!("nothing is needed") };
    assert!(shards.iter().all(|shard| matches!(shard, ShardId::Terms(_))));
    shards.iter().for_each(|shard| index.lose(*shard));
    let Answer::Ready(results) = index.search(&query, None) else { panic!("lost files are asked for again") };
    assert!(results.hits.is_empty() && results.lost > 0, "{results:?}");
}
