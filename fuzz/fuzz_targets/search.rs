//! Whatever the bytes of an index: they are read or refused. Bytes alone never come past the checksum, so they are also sealed
//! as the index seals them, and used as changes to files that are whole: two bytes say where, one says what.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Answer, Builder, Built, Document, Field, Index, ShardId, Syntax, lowered, parse, sealed};
use std::sync::LazyLock;

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let mut builder = Builder::default().with_shards_of(400);
    for text in ["Have a rest. Then come to Moscow", "we shall have a talk", "the plenary meeting of the C.C."] {
        let mut document = Document::new("en");
        document.add(Field::Text, text);
        builder.add(document);
    }
    builder.finish()
});

fn changed(file: &[u8], changes: &[u8]) -> Vec<u8> {
    let mut body = file[..file.len() - 4].to_vec();
    for change in changes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % body.len();
        body[at] ^= change[2];
    }
    body
}

fn search(index: &mut Index, which: u8, changes: &[u8]) {
    let query = parse("\"have a\" moscow talk* plenray", &Syntax::default(), &|text| lowered(text));
    for _ in 0..16 {
        let Answer::Needs(shards) = index.search(&query, None) else { return };
        for shard in shards {
            let number = match shard {
                ShardId::Terms(number) => number * 2,
                ShardId::Places(number, _) => number * 2 + 1,
            };
            match BUILT.shard(shard) {
                Some(file) if number == u32::from(which) => {
                    let _ = index.accept(shard, &sealed(BUILT.id, changed(file, changes)));
                }
                Some(file) => drop(index.accept(shard, file)),
                None => index.lose(shard),
            }
        }
    }
    panic!("it asks for more and more");
}

fuzz_target!(|bytes: &[u8]| {
    let _ = Index::open(bytes);
    let _ = Index::open(&sealed(0, bytes.to_vec()));
    let Some((which, changes)) = bytes.split_first() else { return };
    if let Ok(mut index) = Index::open(&sealed(0, changed(&BUILT.root, if *which == 255 { changes } else { &[] }))) {
        search(&mut index, *which, changes);
    }
});
