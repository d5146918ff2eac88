//! What is read of lines is what the catalogue says, in words.

use super::{LEAF, LineDate, Lines, ONE_LEAF, leaf};
use crate::Catalogue;
use dates::{DateForm, Language, bounds, display, names};
use edition::LetterId;
use source::SourceFile;

/// Letters with dates of every kind, with and without correspondents, between people with and without an entry.
fn catalogue() -> Catalogue {
    let dates = [
        ("day", "1901-03-02"),
        ("first-of-a-month", "1901-04-01"),
        ("before-it", "1899-12-31"),
        ("month", "1901-04"),
        ("year", "1901"),
        ("about", "1901-03-02~"),
        ("between", "1901-03-02/1901-04-07"),
        ("open", "1901/.."),
        ("either", "[1901-03-02,1902-01-05]"),
        ("decade", "190X"),
        ("of-old", "-0043-03-15"),
    ];
    let letter = |id: &str, rest: &str| {
        SourceFile::from_text(&format!("{id}.md"), &format!("---\nid: {id}\n{rest}---\n\nCome soon.\n"))
    };
    let between = "from: Ada Stern\nto: [Ben Kern, Cleo Blum]\nplace: Bern\n";
    let mut files: Vec<SourceFile> =
        dates.iter().map(|(id, date)| letter(id, &format!("{between}date: {date:?}\n"))).collect();
    files.push(letter("undated", "from: Ada Stern\nlanguage: fr\n"));
    files.push(letter("nobody's", "date: the day of the fair\n"));
    let register = "[[person]]\nid = \"ada\"\nname = \"Ada Stern\"\n";
    let side = SourceFile::from_text("register.toml", register);
    crate::catalogue::build(&import::import(&files, Some(&side)).value)
}

#[test]
fn lines_say_what_the_catalogue_says() {
    let catalogue = catalogue();
    assert!(catalogue.parties.iter().any(|party| party.entry.is_some()), "somebody has an entry");
    for language in ["en", "de", "ru", "fr"] {
        let words = names(Language::of_tag(language));
        let read = Lines::open(7, &super::lines(&catalogue, language, 7)).expect("what was written");
        assert_eq!(read.catalogue.parties, catalogue.parties);
        assert_eq!(read.catalogue.places, catalogue.places);
        assert_eq!(read.catalogue.languages, catalogue.languages);
        assert_eq!(read.dates.len(), catalogue.letters.len());
        for ((row, date), told) in catalogue.letters.iter().zip(&read.dates).zip(&read.catalogue.letters) {
            let expected = row.date.as_ref().map_or_else(LineDate::default, |date| match &date.meaning {
                Some(meaning) => LineDate {
                    words: display(meaning, words, DateForm::Long).into(),
                    first: bounds(meaning).earliest.map(|day| day.0),
                    last: bounds(meaning).latest.map(|day| day.0),
                },
                None => LineDate { words: date.as_written.clone(), ..LineDate::default() },
            });
            assert_eq!(*date, expected, "{} in {language}", row.id);
            let who = |side: &[(u32, _)]| side.iter().map(|(party, _)| *party).collect::<Vec<u32>>();
            assert_eq!(who(&told.senders), who(&row.senders), "{}", row.id);
            assert_eq!(who(&told.recipients), who(&row.recipients), "{}", row.id);
            let rest = |row: &crate::LetterRow| {
                (row.id.clone(), row.day, row.years, row.place, row.language, row.known_by.clone())
            };
            assert_eq!(rest(told), rest(row), "{} in {language}", row.id);
        }
    }
}

fn address(id: &LetterId) -> String {
    format!("letters/{id}/")
}

#[test]
fn letters_of_a_large_edition_stand_in_small_leaves() {
    let mut catalogue = catalogue();
    let few = catalogue.letters.clone();
    let counts = |catalogue: &Catalogue| {
        let leaves = super::leaves(catalogue, "en", 7, &address);
        leaves.iter().map(|file| leaf(7, file).expect("what was written").lines().count()).collect::<Vec<_>>()
    };
    while catalogue.letters.len() < 2 * LEAF {
        catalogue.letters.extend(few.clone());
    }
    assert_eq!(counts(&catalogue), [catalogue.letters.len()], "those of a small one in one");
    while catalogue.letters.len() <= ONE_LEAF {
        catalogue.letters.extend(few.clone());
    }
    let counts = counts(&catalogue);
    assert_eq!(counts.iter().sum::<usize>(), catalogue.letters.len());
    assert!(counts[..counts.len() - 1].iter().all(|count| *count == LEAF), "{counts:?}");
    catalogue.letters.clear();
    assert!(super::leaves(&catalogue, "en", 7, &address).is_empty());
}

#[test]
fn leaves_say_of_each_letter_what_the_lines_say() {
    let mut catalogue = catalogue();
    catalogue.letters[0].known_by = "a\tb\nc".into();
    for language in ["en", "ru"] {
        let lines = Lines::open(7, &super::lines(&catalogue, language, 7)).expect("what was written");
        let leaves = super::leaves(&catalogue, language, 7, &address);
        let told: Vec<&str> =
            leaves.iter().flat_map(|file| leaf(7, file).expect("what was written").lines()).collect();
        assert_eq!(told.len(), catalogue.letters.len());
        for ((row, date), told) in catalogue.letters.iter().zip(&lines.dates).zip(&told) {
            let who = |side: &[(u32, _)]| {
                let names = side.iter().map(|(party, _)| &*catalogue.parties[*party as usize].name);
                names.collect::<Vec<_>>().join(", ")
            };
            let (from, to) = (who(&row.senders), who(&row.recipients));
            let language = &catalogue.languages[row.language as usize];
            let known_by = row.known_by.replace(['\t', '\n'], " ");
            assert_eq!(*told, [&*address(&row.id), &date.words, &from, &to, language, &known_by].join("\t"));
        }
    }
    let first = &super::leaves(&catalogue, "en", 7, &address)[0];
    assert!(leaf(8, first).is_err(), "of another index");
    for at in 0..first.len() {
        assert!(leaf(7, &first[..at]).is_err(), "cut off at {at}");
        let mut damaged = first.clone();
        damaged[at] ^= 4;
        assert!(leaf(7, &damaged).is_err(), "bit of {at}");
    }
}

#[test]
fn lines_of_another_index_or_damaged_ones_are_refused() {
    let whole = super::lines(&catalogue(), "en", 7);
    assert!(Lines::open(8, &whole).is_err());
    for at in 0..whole.len() {
        assert!(Lines::open(7, &whole[..at]).is_err(), "cut off at {at}");
        for bit in 0..8 {
            let mut damaged = whole.clone();
            damaged[at] ^= 1 << bit;
            assert!(Lines::open(7, &damaged).is_err(), "bit {bit} of {at}");
        }
    }
}

#[test]
fn what_no_program_wrote_is_refused_and_nothing_else() {
    // The checksum is right, the rest is not: neither a panic nor a page without an end.
    let whole = super::build::body(&catalogue(), "en");
    for at in 0..whole.len() {
        for byte in [0, 1, 0x7f, 0x80, 0xff] {
            let mut other = whole.clone();
            other[at] = byte;
            if let Ok(read) = Lines::open(7, &search::sealed(7, other)) {
                assert_eq!(read.dates.len(), read.catalogue.letters.len());
            }
        }
    }
}
