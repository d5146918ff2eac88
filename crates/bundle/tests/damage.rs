//! What is damaged is refused, never shown in part and never a panic.

use bundle::{FORMAT_VERSION, OpenError, open, pack};
use edition::{
    Block, BlockKind, CorrespDesc, Edition, Entry, EntryKind, Header, Inline, Letter, Register, Text, Witness,
};
use index::Indexes;
use proptest::prelude::*;
use source::Span;

fn edition() -> Edition {
    let text = Inline::Text(Text { text: "Nobody answers letters in August.".into(), span: Span::default() });
    let block =
        Block { id: "p1".into(), kind: BlockKind::Paragraph, inlines: vec![text], span: Span::default() };
    let letter = Letter {
        id: "one".into(),
        title: None,
        number: None,
        status: None,
        language: "en".into(),
        corresp: CorrespDesc::default(),
        witness: Witness::default(),
        text: vec![block],
        notes: Vec::new(),
        first_page: None,
    };
    let entry = Entry {
        id: "nobody".into(),
        kind: EntryKind::Person,
        name: "Nobody".into(),
        sort_name: "Nobody".into(),
        forms: Vec::new(),
        about: None,
        begin: None,
        end: None,
        authorities: Vec::new(),
        geo: None,
        related: Vec::new(),
    };
    Edition {
        header: Header {
            title: "One letter".into(),
            language: "en".into(),
            rights: vec!["Invented".into()],
            ..Header::default()
        },
        letters: vec![letter],
        register: Register { entries: vec![entry], abbreviations: Vec::new() },
    }
}

fn packed() -> Vec<u8> {
    pack(&edition(), &Indexes::default()).expect("an edition can be packed")
}

#[test]
fn what_was_packed_comes_back() {
    assert_eq!(open(&packed()), Ok((edition(), Indexes::default())));
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    assert_eq!(packed(), packed());
}

#[test]
fn every_cut_is_refused() {
    let bytes = packed();
    for length in 0..bytes.len() {
        let found = open(&bytes[..length]).expect_err("a cut bundle must not open");
        let expected = if length < 16 { OpenError::Truncated } else { OpenError::Damaged };
        assert_eq!(found, expected, "cut to {length} bytes");
    }
}

#[test]
fn another_version_is_named() {
    let mut bytes = packed();
    bytes[8..12].copy_from_slice(&(FORMAT_VERSION + 6).to_le_bytes());
    let error = open(&bytes).expect_err("another version must not open");
    assert_eq!(error, OpenError::Version { expected: FORMAT_VERSION, found: FORMAT_VERSION + 6 });
    assert!(error.to_string().contains(&(FORMAT_VERSION + 6).to_string()));
}

#[test]
fn other_bytes_are_foreign() {
    assert_eq!(open(b"<!doctype html><p>moved</p>"), Err(OpenError::Foreign));
    assert_eq!(open(b""), Err(OpenError::Truncated));
}

proptest! {
    #[test]
    fn a_flipped_bit_is_refused(at in 0usize..1_000_000, bit in 0u8..8) {
        let mut bytes = packed();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assert!(open(&bytes).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), checked in any::<bool>()) {
        // Half of them get a head that fits, so that the decoder behind the checksum is reached too.
        let mut whole = bytes.clone();
        if checked {
            whole = b"LTRBOOK\0".to_vec();
            whole.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
            whole.extend_from_slice(&crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&bytes).to_le_bytes());
            whole.extend_from_slice(&bytes);
        }
        let _ = open(&whole);
    }
}
