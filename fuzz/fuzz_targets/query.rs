//! Whatever is typed is a query, is answered in few steps, and is marked in a text where it stands.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{
    Answer, Builder, Built, Document, Field, Index, Scope, Syntax, lowered, parse, snippets, words,
};
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../assets/letters/joffe-1921-03-17.txt");
const SYNTAX: Syntax<'_> = Syntax {
    names: &[("from", Scope::Said(&['f'])), ("date", Scope::Pair)],
    fields: &[("notes", Field::Note), ("text", Field::Text)],
    typing: true,
};

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let mut builder = Builder::default().with_shards_of(200);
    for paragraph in TEXT.split("\n\n") {
        let mut document = Document::new("en");
        document.add(Field::Text, paragraph);
        document.say('f', "Lenin");
        builder.add(document);
    }
    builder.finish()
});

fuzz_target!(|text: &str| {
    let query = parse(text, &SYNTAX, &|text| lowered(text));
    if let Some(alone) = words(&lowered(text), true) {
        assert_eq!(alone, query, "words alone are the query that they are");
    }
    let mut index = Index::open(&BUILT.root).expect("an index");
    for _ in 0..16 {
        match index.search(&query, None) {
            Answer::Needs(shards) => {
                for shard in shards {
                    index.accept(shard, BUILT.shard(shard).expect("a file")).expect("whole");
                }
            }
            Answer::Ready(results) => {
                let text = lowered(text);
                for piece in snippets(&text, &results.marks.find(&text), 40) {
                    assert!(text.get(piece.range).is_some());
                }
                return;
            }
        }
    }
    panic!("it asks for more and more");
});
