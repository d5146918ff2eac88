//! Where frequent words stand is written in several files, and a search reads those of the documents that it is about.
#![cfg(feature = "build")]

use search::{
    Answer, Builder, Built, Document, Field, Index, Query, Results, ShardId, Syntax, lowered, parse,
};

/// Words that have no other forms.
const WORDS: &[&str] = &["aa", "bab", "bac", "over", "gross", "xyz", "q1"];

fn built(texts: &[String]) -> Built {
    let mut builder = Builder::default().with_shards_of(9000);
    for text in texts {
        let mut document = Document::new("de");
        document.add(Field::Text, text);
        builder.add(document);
    }
    builder.finish()
}

fn read(text: &str) -> Query {
    parse(text, &Syntax::default(), &|text| lowered(text))
}

/// Many texts of few words, so that it takes several files where each of them stands.
fn many() -> Vec<String> {
    let mut seed = 1_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed as usize >> 16
    };
    let mut text = |length| {
        let words: Vec<&str> = (0..length).map(|_| WORDS[next() % WORDS.len()]).collect();
        words.join(" ")
    };
    (0..400).map(|number| format!("{} rare{number} aa", text(100))).collect()
}

/// The files of places that a search asks for.
fn asked(index: &mut Index, built: &Built, query: &Query, lost: Option<ShardId>) -> (Vec<ShardId>, Results) {
    let mut asked = Vec::new();
    loop {
        match index.search(query, None) {
            Answer::Ready(results) => return (asked, results),
            Answer::Needs(shards) => {
                for shard in shards {
                    if matches!(shard, ShardId::Places(..)) {
                        asked.push(shard);
                    }
                    if Some(shard) == lost {
                        index.lose(shard);
                    } else {
                        index.accept(shard, built.shard(shard).expect("a file that exists")).unwrap();
                    }
                }
            }
        }
    }
}

#[test]
fn phrases_of_frequent_words_are_found_in_all_files_of_their_places() {
    let texts = many();
    let built = built(&texts);
    let files = built.shards().filter(|(id, _)| matches!(id, ShardId::Places(..))).count();
    assert!(files > 4, "{files}");
    for one in WORDS {
        for other in WORDS {
            let has = |text: &String| {
                let words: Vec<&str> = text.split(' ').collect();
                words.windows(2).any(|pair| pair == [*one, *other])
            };
            let expected: Vec<u32> =
                (0..).zip(&texts).filter(|(_, text)| has(text)).map(|(number, _)| number).collect();
            let mut index = Index::open(&built.root).unwrap();
            let (_, results) = asked(&mut index, &built, &read(&format!("\"{one} {other}\"")), None);
            let mut found: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{one} {other}");
        }
    }
}

#[test]
fn where_a_frequent_word_stands_is_read_of_few_documents_where_others_are_rare() {
    let texts = many();
    let built = built(&texts);
    let places = built.shards().filter(|(id, _)| matches!(id, ShardId::Places(..)));
    let all: usize = places.map(|(_, file)| file.len()).sum();
    let mut index = Index::open(&built.root).unwrap();
    let (files, results) = asked(&mut index, &built, &read("\"rare150 aa\""), None);
    assert_eq!((results.hits.len(), results.lost), (1, 0));
    let fetched: usize = files.iter().filter_map(|file| built.shard(*file)).map(<[u8]>::len).sum();
    assert!(fetched * 3 < all, "{fetched} of {all}");
}

#[test]
fn all_that_phrases_need_is_asked_for_at_once() {
    let built = built(&many());
    let query = read("\"bab bac\" \"rare7 aa\" \"over gross\"");
    let mut index = Index::open(&built.root).unwrap();
    let mut rounds = 0;
    while let Answer::Needs(shards) = index.search(&query, None) {
        rounds += 1;
        for shard in shards {
            index.accept(shard, built.shard(shard).expect("a file that exists")).unwrap();
        }
    }
    // Terms, then places.
    assert_eq!(rounds, 2);
}

#[test]
fn what_is_no_part_of_an_index_is_refused_and_what_comes_twice_is_one() {
    let built = built(&many());
    let mut index = Index::open(&built.root).unwrap();
    let (files, _) = asked(&mut index, &built, &read("\"bab bac\""), None);
    let file = built.shard(files[0]).expect("a file that exists");
    for part in [1000, u32::MAX] {
        let ShardId::Places(shard, _) = files[0] else { panic!("{files:?}") };
        assert!(index.accept(ShardId::Places(shard, part), file).is_err());
        index.forget_losses();
    }
    assert!(index.accept(files[0], file).is_ok());
}

#[test]
fn a_lost_file_of_places_takes_its_own_documents_along() {
    let texts = many();
    let built = built(&texts);
    let query = read("\"bab bac\"");
    let mut index = Index::open(&built.root).unwrap();
    let (files, all) = asked(&mut index, &built, &query, None);
    let lost = files.get(1).copied();
    let mut index = Index::open(&built.root).unwrap();
    let (_, rest) = asked(&mut index, &built, &query, lost);
    assert_eq!((all.lost, rest.lost), (0, 1));
    assert!(!rest.hits.is_empty() && rest.hits.len() < all.hits.len(), "{}", rest.hits.len());
    // What was lost is asked for again, and then nothing is missing.
    index.forget_losses();
    let (again, results) = asked(&mut index, &built, &query, None);
    assert_eq!((again, results.hits.len()), (lost.into_iter().collect(), all.hits.len()));
}

#[test]
fn a_frequent_word_is_taken_in_piece_by_piece() {
    let text = "and then ".repeat(9000);
    let built = built(&[text.clone(), text]);
    let query = read("\"then and\"");
    let mut index = Index::open(&built.root).unwrap();
    let (mut pieces, mut asked) = (0, 0);
    loop {
        match index.search(&query, None) {
            Answer::Ready(results) => {
                assert_eq!(results.hits.len(), 2);
                break;
            }
            Answer::Needs(shards) => {
                asked += 1;
                assert!(asked < 10, "it never ends");
                for shard in &shards {
                    index.begin(*shard, built.shard(*shard).expect("a file that exists")).unwrap();
                }
                while index.go_on() {
                    pieces += 1;
                    // What is half taken in is not taken for the whole.
                    assert_eq!(index.search(&query, None), Answer::Needs(shards.clone()));
                }
            }
        }
    }
    assert!(pieces > 2, "{pieces}");
}
