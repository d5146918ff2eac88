//! An edition is cut into parts and read again; what is damaged is refused, never shown in part and never a panic.

use bundle::{
    FORMAT_VERSION, Manifest, OpenError, Packed, Part, PartName, compressed, open_manifest, open_part, pack,
    uncompressed,
};
use edition::Edition;
use proptest::prelude::*;
use source::{SourceFile, SourceId};
use std::collections::BTreeSet;

/// The seed letter with its register, and forty letters more between two people, so that there are several parts.
fn edition() -> Edition {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/letters/");
    let read = |name: &str| std::fs::read_to_string([root, name].concat()).expect("the seed letter is there");
    let mut files = vec![SourceFile::from_text("joffe.txt", &read("joffe-1921-03-17.txt"))];
    for number in 1..=40_u32 {
        let mut text = format!(
            "---\nid: walk-{number:02}\nfrom: Ada Stern\nto: Ben Kern\ndate: 1901-{:02}-{:02}\n---\n\n",
            number % 12 + 1,
            number % 28 + 1
        );
        for line in 0..80 {
            text.push_str(&format!(
                "On day {number} we walked {line} miles along the river, and it rained.\n\n"
            ));
        }
        let id = SourceId(number);
        files.push(SourceFile { id, ..SourceFile::from_text(&format!("walk-{number}.md"), &text) });
    }
    let register =
        SourceFile { id: SourceId(99), ..SourceFile::from_text("register.toml", &read("register.toml")) };
    import::import(&files, Some(&register)).value
}

fn packed(edition: &Edition) -> Packed {
    pack(edition, &index::build(edition)).expect("an edition can be packed")
}

fn part<'p>(parts: &'p [(PartName, Part)], name: &PartName) -> &'p Part {
    let found = parts.iter().find(|(known, _)| known == name);
    found.map(|(_, part)| part).expect("every part that is named is there")
}

fn opened(packed: &Packed) -> Vec<(PartName, Part)> {
    packed
        .files()
        .map(|(name, bytes)| (name.clone(), open_part(name, &bytes).expect("a part that opens")))
        .collect()
}

#[test]
fn every_letter_entry_and_date_is_in_the_part_that_the_manifest_names() {
    let edition = edition();
    let indexes = index::build(&edition);
    let packed = pack(&edition, &indexes).expect("an edition can be packed");
    let (manifest, parts) = (&packed.manifest, opened(&packed));
    assert!(manifest.letter_parts.len() > 1, "the edition takes several parts");
    for letter in &edition.letters {
        let name = manifest.letter_part(&letter.id).expect("a part for each letter");
        let Part::Letters(part) = part(&parts, name) else { panic!("letters") };
        let found =
            part.letters.iter().find(|body| body.letter.id == letter.id).expect("the letter is in it");
        assert_eq!(without_spans(&found.letter), without_spans(letter));
    }
    for (entry, record) in edition.register.entries.iter().zip(&indexes.entries) {
        let name = manifest.entry_part(&entry.id).expect("a part for each entry");
        let Part::Entries(bodies) = part(&parts, name) else { panic!("entries") };
        let body = bodies.iter().find(|body| body.head.entry.id == entry.id).expect("the entry is in it");
        assert_eq!((&body.head.entry, &body.occurrences), (entry, &record.occurrences));
        let (sent, received) = (body.head.sent as usize, body.head.received as usize);
        assert_eq!((sent, received), (record.sent.len(), record.received.len()));
        assert_eq!(body.head.mentions() as usize, record.occurrences.len());
    }
    let Part::Chronology(moments) = part(&parts, &manifest.chronology) else { panic!("dates") };
    for (at, (moment, packed)) in indexes.chronology.iter().zip(moments).enumerate() {
        let name = &manifest.excerpt_parts[at / Manifest::EXCERPTS];
        let Part::Excerpts(excerpts) = part(&parts, name) else { panic!("sentences") };
        let whole = index::Moment { excerpt: excerpts[at % Manifest::EXCERPTS].clone(), ..packed.clone() };
        assert_eq!(&whole, moment);
    }
    assert_eq!(moments.len(), indexes.chronology.len());
    let Part::Catalogue(catalogue) = part(&parts, &manifest.catalogue) else { panic!("catalogue") };
    assert_eq!(catalogue, &indexes.catalogue);
}

/// A letter as it is packed: without the places in its source.
fn without_spans(letter: &edition::Letter) -> String {
    let text = format!("{letter:?}");
    let mut pieces = text.split("Span { start: ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(piece.split_once('}').map_or("", |(_, after)| after));
    }
    out
}

#[test]
fn parts_are_written_as_their_types_are() {
    // Packing puts bytes together that were encoded piece by piece.
    let packed = packed(&edition());
    let bytes = packed.one_piece().expect("one piece");
    let (_, bodies) = open_manifest(&bytes).expect("it opens");
    let mut kinds = BTreeSet::new();
    for (name, body) in bodies {
        let part = Part::of_body(&name, body).expect("a part that opens");
        assert_eq!(postcard::to_allocvec(&part).expect("a part can be encoded"), body, "{}", name.file());
        kinds.insert(part.kind());
    }
    assert_eq!(kinds.len(), 6, "{kinds:?}");
}

#[test]
fn one_piece_holds_every_part() {
    let packed = packed(&edition());
    let bytes = packed.one_piece().expect("one piece");
    let (manifest, bodies) = open_manifest(&bytes).expect("it opens");
    assert_eq!(manifest, packed.manifest);
    let inside: Vec<(PartName, Part)> = bodies
        .iter()
        .map(|(name, body)| (name.clone(), Part::of_body(name, body).expect("a part that opens")))
        .collect();
    assert_eq!(inside, opened(&packed));
    let alone = packed.manifest_file().expect("a manifest");
    assert_eq!(open_manifest(&alone).map(|(manifest, parts)| (manifest, parts.len())), Ok((manifest, 0)));
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let files = |packed: &Packed| {
        let files: Vec<_> = packed.files().map(|(name, bytes)| (name.file(), compressed(&bytes))).collect();
        (packed.manifest_file(), files)
    };
    assert_eq!(files(&packed(&edition())), files(&packed(&edition())));
}

#[test]
fn every_cut_of_a_manifest_is_refused() {
    let bytes = packed(&edition()).manifest_file().expect("a manifest");
    for length in 0..bytes.len() {
        let found = open_manifest(&bytes[..length]).expect_err("a cut manifest must not open");
        let expected = if length < 16 { OpenError::Truncated } else { OpenError::Damaged };
        assert_eq!(found, expected, "cut to {length} bytes");
    }
}

#[test]
fn another_version_is_named_and_other_bytes_are_foreign() {
    let mut bytes = packed(&edition()).manifest_file().expect("a manifest");
    bytes[8..12].copy_from_slice(&(FORMAT_VERSION + 6).to_le_bytes());
    let error = open_manifest(&bytes).expect_err("another version must not open");
    assert_eq!(error, OpenError::Version { expected: FORMAT_VERSION, found: FORMAT_VERSION + 6 });
    assert!(error.to_string().contains(&(FORMAT_VERSION + 6).to_string()));
    assert_eq!(open_manifest(b"<!doctype html><p>moved</p>").err(), Some(OpenError::Foreign));
    assert_eq!(open_manifest(b"").err(), Some(OpenError::Truncated));
}

/// A generator of numbers that gives the same ones every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or_default()
    }
}

/// Each file of an edition, as it lies on a disk, damaged a thousand times: bits, bytes, cuts, gaps, other files' bytes.
#[test]
fn a_damaged_file_is_refused_or_says_the_same() {
    let packed = packed(&edition());
    let files: Vec<(PartName, Vec<u8>)> =
        packed.files().map(|(name, bytes)| (name.clone(), compressed(&bytes).expect("compressed"))).collect();
    let sound = opened(&packed);
    let mut dice = Dice(0x1921_0317);
    let mut refused = 0;
    for (name, file) in &files {
        for _ in 0..1000 {
            let mut bytes = file.clone();
            let at = dice.below(bytes.len());
            match dice.below(6) {
                0 => bytes[at] ^= 1 << dice.below(8),
                1 => bytes.truncate(at),
                2 => drop(bytes.drain(at..(at + 1 + dice.below(64)).min(file.len()))),
                3 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap_or_default()),
                4 => bytes[at..].reverse(),
                _ => {
                    let (_, other) = &files[dice.below(files.len())];
                    bytes = other.clone();
                }
            }
            let opened = uncompressed(&bytes).and_then(|bytes| open_part(name, &bytes));
            match opened {
                Ok(shown) => assert_eq!(&shown, part(&sound, name), "{name:?} shows something else"),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > files.len() * 700, "{refused} of {} thousand", files.len());
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), checked in any::<bool>()) {
        // Half of them get a head that fits, so that the decoder behind the checksum is reached too.
        let mut whole = bytes.clone();
        let mut name = PartName { kind: "letters".into(), checksum: 0 };
        if checked {
            name.checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&bytes);
            whole = b"LTRBOOK\0".to_vec();
            whole.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
            whole.extend_from_slice(&name.checksum.to_le_bytes());
            whole.extend_from_slice(&bytes);
        }
        let _ = open_manifest(&whole);
        let _ = open_part(&name, &whole);
        let _ = uncompressed(&bytes);
    }
}
