use super::decode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Sample {
    words: Vec<Box<str>>,
    numbers: (u8, u16, u32, u64, i16, i32, i64),
    flag: bool,
    some: Option<Option<Kind>>,
    kinds: Vec<Kind>,
    nested: Box<Option<Sample>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Nothing,
    One(u32),
    Two(i32, Box<str>),
    Named { from: i32, words: BTreeSet<Box<str>> },
}

fn sample() -> Sample {
    let inner = Sample {
        words: Vec::new(),
        numbers: (0, 1, 2, 3, -4, -5, -6),
        flag: false,
        some: Some(None),
        kinds: vec![Kind::Two(-70_000, "Жуковский".into())],
        nested: Box::new(None),
    };
    Sample {
        words: vec!["".into(), "Goethe".into(), "Łódź".into()],
        numbers: (u8::MAX, u16::MAX, u32::MAX, u64::MAX, i16::MIN, i32::MIN, i64::MIN),
        flag: true,
        some: Some(Some(Kind::Nothing)),
        kinds: vec![
            Kind::One(300),
            Kind::Named { from: 63, words: ["a", "b"].map(Into::into).into() },
            Kind::Nothing,
        ],
        nested: Box::new(Some(inner)),
    }
}

#[test]
fn what_was_written_is_read() {
    let bytes = postcard::to_allocvec(&sample()).expect("bytes");
    assert_eq!(decode::<Sample>(&bytes), Some(sample()));
    assert_eq!(decode::<&[u8]>(&[2, 7, 8]), Some(&[7, 8][..]));
    assert_eq!(decode::<()>(&[]), Some(()));
}

#[test]
fn what_is_cut_off_or_too_long_is_nothing() {
    let mut bytes = postcard::to_allocvec(&sample()).expect("bytes");
    for length in 0..bytes.len() {
        assert_eq!(decode::<Sample>(&bytes[..length]), None, "{length}");
    }
    bytes.push(0);
    assert_eq!(decode::<Sample>(&bytes), None);
}

#[test]
fn what_was_changed_comes_to_an_end() {
    let bytes = postcard::to_allocvec(&sample()).expect("bytes");
    for at in 0..bytes.len() {
        for byte in 0..=u8::MAX {
            let mut changed = bytes.clone();
            changed[at] = byte;
            // It may be another value, and agrees with the library that wrote it on which are none.
            let found = decode::<Sample>(&changed);
            let theirs = postcard::take_from_bytes::<Sample>(&changed).ok();
            assert_eq!(
                found,
                theirs.filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value),
                "{at} {byte}"
            );
        }
    }
    // A kind that there is none of; a number that its type does not hold; a flag of a third value; no text.
    assert_eq!(decode::<Kind>(&[9]), None);
    assert_eq!(decode::<u32>(&[0xff, 0xff, 0xff, 0xff, 0xff, 0x01]), None);
    assert_eq!(decode::<bool>(&[2]), None);
    assert_eq!(decode::<&str>(&[1, 0xff]), None);
    // So many that they would not fit into memory.
    assert_eq!(decode::<Vec<u64>>(&[0xff, 0xff, 0xff, 0xff, 0x0f, 1]), None);
}
