//! Whatever the letter and whatever the register: names and dates are put around the words, no word is lost.

mod common;

use common::{import, sound};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};
use source::SourceFile;

/// Words that letters are made of, and what stands between them.
const WORDS: &[&str] = &[
    "Joffe",
    "Joffe's",
    "Joffe’s",
    "A.",
    "A. A. Joffe",
    "I",
    "Riga",
    "Rigaer",
    "the",
    "C.C.",
    "R.C.P.(B.)",
    "R.C.P.(B.) Central Committee",
    "15/III",
    "17. III. 1921",
    "March 17, 1921",
    "yesterday",
    "O'Brien",
    "Buk-",
    "harin",
    "La",
    "CHÂTRE",
    "Châtre",
    "Ge\u{301}rard",
    "_Faust_",
    "_the",
    "Riga_",
    "[84]",
    "[p. 99]",
    "(1)",
    "Vol. 45, pp. 99-100",
    "present edition,",
    "Иоффе",
    "«Правда»",
    "“The",
    "Party",
    "Crisis”",
    "Dear",
    "Comrade",
    "TO",
    "👩‍👩‍👧",
    "\u{a0}",
    "\u{202f}",
    "\u{ad}",
    "ß",
    "İ",
    "ﬁ",
    "31/II",
    "[Sidenote:",
    "[Footnote",
    "1:",
    "]",
];

fn gap() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        12 => Just(" "),
        2 => Just("\n"),
        1 => Just("\n\n"),
        1 => Just("\n    "),
        1 => Just(""),
        1 => Just("\r\n"),
        1 => Just(", "),
        1 => Just(". "),
    ]
}

/// A text like a letter's, with anything in it.
fn text() -> impl Strategy<Value = String> {
    let known = (0..WORDS.len()).prop_map(|at| WORDS[at].to_owned());
    let word = prop_oneof![6 => known, 2 => "[A-Za-zÀ-ž'’.-]{1,8}", 1 => "\\PC{0,6}", 1 => any::<char>().prop_map(String::from)];
    let opening = prop_oneof![
        2 => Just(""),
        1 => Just("V. I. Lenin\n\n  TO A. A. JOFFE\n\n    17. III. 1921\n\n"),
        1 => Just("TO CLAUD DE LA CHÂTRE AND MAXIM GORKY\n\nDear Comrade Joffe,\n\n"),
    ];
    let words = prop::collection::vec((word, gap()), 1..60);
    (opening, words).prop_map(|(opening, words)| {
        words.into_iter().fold(opening.to_owned(), |text, (word, gap)| text + &word + gap)
    })
}

/// Stretches of the text, to be forms and the words of notes.
fn stretches(text: &str) -> impl Strategy<Value = Vec<String>> + use<> {
    let characters: Vec<char> = text.chars().collect();
    let length = characters.len();
    prop::collection::vec((0..length, 1..24_usize), 1..20).prop_map(move |places| {
        places
            .into_iter()
            .map(|(at, long)| characters[at..(at + long).min(length)].iter().collect())
            .collect()
    })
}

fn quoted(text: &str) -> String {
    text.chars().fold("\"".to_owned(), |mut quoted, c| {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted += &format!("\\u{:04X}", u32::from(c)),
            c => quoted.push(c),
        }
        quoted
    }) + "\""
}

const KINDS: &[&str] = &["person", "organisation", "place", "work", "event", "office"];

/// A side file of such forms, half of them entries of their own, and notes on such words in the blocks there are.
fn side(text: &str, words: &[String], blocks: &[String], choice: u8) -> String {
    let mut side = String::new();
    if choice & 1 == 0 {
        side += "[edition]\npresent_edition = \"e0\"\n";
    }
    if choice & 2 == 0 {
        for (number, word) in words.iter().enumerate() {
            let kind = KINDS[number % KINDS.len()];
            let first = text.split_whitespace().nth(number).unwrap_or("Joffe");
            side += &format!(
                "[[{kind}]]\nid = \"e{number}\"\nname = {0}\nforms = [{0}, {1}]\n",
                quoted(word),
                quoted(first)
            );
        }
    }
    for (number, word) in words.iter().enumerate() {
        let block = blocks.get((number + usize::from(choice)) % blocks.len().max(1));
        let place = format!("block = {}\nnth = {}", quoted(block.map_or("p1", |id| id)), number % 3 + 1);
        let word = quoted(word);
        side += &match (number + usize::from(choice)) % 6 {
            0 => format!("[[mention]]\n{place}\nsurface = {word}\nentry = \"e{number}\"\n"),
            1 => format!("[[mention]]\n{place}\nsurface = {word}\nnot = true\n"),
            2 => format!("[[date]]\n{place}\nsurface = {word}\nvalue = \"1921-03-17\"\n"),
            3 => format!("[[date]]\n{place}\nsurface = {word}\nnot = true\n"),
            4 => format!("[[correction]]\n{place}\nsic = {word}\ncorr = \"Joffe\"\n"),
            _ => format!("[[abbreviation]]\nshort = {word}\nlong = \"long\"\n"),
        };
    }
    side
}

fn blocks(file: &SourceFile) -> Vec<String> {
    let letter = import::read_plain(file).value.letter;
    let notes = letter.notes.iter().flat_map(|note| &note.blocks);
    letter.text.iter().chain(notes).map(|block| block.id.to_string()).collect()
}

proptest! {
    #[test]
    fn no_word_is_lost_whatever_the_register(
        (text, words) in text().prop_flat_map(|text| { let words = stretches(&text); (Just(text), words) }),
        choice in any::<u8>(),
    ) {
        let file = SourceFile::from_text("letter.txt", &text);
        let side = side(&text, &words, &blocks(&file), choice);
        sound(&file, &import(&file, Some(&side)));
    }

    #[test]
    fn no_word_is_lost_without_a_register(text in text()) {
        let file = SourceFile::from_text("letter.txt", &text);
        sound(&file, &import(&file, None));
    }

    #[test]
    fn nothing_is_lost_of_anything(text in "\\PC{0,200}|[\\s\\S]{0,200}", form in "\\PC{1,5}") {
        let file = SourceFile::from_text("letter.txt", &text);
        let side = format!("[[person]]\nid = \"a\"\nname = \"A\"\nforms = [{}]\n", quoted(&form));
        sound(&file, &import(&file, Some(&side)));
    }

    #[test]
    fn the_same_letter_and_register_give_the_same_edition(text in text()) {
        let file = SourceFile::from_text("letter.txt", &text);
        let side = side(&text, &["Joffe".to_owned(), "Riga".to_owned()], &["p1".to_owned()], 0);
        let (one, other) = (import(&file, Some(&side)), import(&file, Some(&side)));
        prop_assert_eq!(one.value, other.value);
        prop_assert_eq!(one.diagnostics, other.diagnostics);
    }
}

/// Set-off words, calls and names that cross: of what crosses, the name is left out, and what is inside it is not.
#[test]
fn a_name_that_crosses_set_off_words_leaves_those_inside_it() {
    let text = "Dear Anna,\n\nI saw Joffe in the old _town of Riga_ and told Joffe so.\n\nYours";
    let side = "[[person]]\nid = \"joffe\"\nname = \"Joffe\"\nforms = [\"Joffe\"]\n\
        [[place]]\nid = \"riga\"\nname = \"Riga\"\nforms = [\"Riga\"]\n\
        [[event]]\nid = \"talk\"\nname = \"Talk\"\nforms = [\"Joffe in the old _town\"]\n";
    let file = SourceFile::from_text("letter.txt", text);
    let report = import(&file, Some(side));
    sound(&file, &report);
    let mentions = common::Marked::of(&report.value.letters[0]).mentions;
    let named: Vec<&str> = mentions.iter().map(|mention| &*mention.as_written).collect();
    assert_eq!(named, ["Joffe", "Riga", "Joffe"]);
}

#[test]
fn forms_that_begin_each_other_go_no_deeper_than_a_page_can_be_built() {
    let words = "a b ".repeat(400);
    let mut side = String::new();
    for number in 1..400 {
        let form = "a b ".repeat(number);
        side += &format!("[[event]]\nid = \"e{number}\"\nname = \"E\"\nforms = [\"{}\"]\n", form.trim_end());
    }
    let file = SourceFile::from_text("letter.txt", &format!("Dear Anna,\n\n{words}\n"));
    let report = import(&file, Some(&side));
    sound(&file, &report);
    let mut open: Vec<u32> = Vec::new();
    let mut deepest = 0;
    for mention in common::Marked::of(&report.value.letters[0]).mentions {
        open.retain(|end| *end > mention.span.start);
        open.push(mention.span.end);
        deepest = deepest.max(open.len());
    }
    assert_eq!(deepest, 16);
}

/// A register may have anything for a form: this one begins in a note that is printed in the middle of a paragraph.
#[test]
fn a_name_that_begins_in_a_note_is_none() {
    let file = SourceFile::from_text(
        "letter.txt",
        "Dear Ada,\n\n[Footnote: It is near Riga]. Joffe came to Riga.\n",
    );
    let side = "[[person]]\nid = \"a\"\nname = \"A\"\nforms = [\"Riga]. Joffe\"]\n[[place]]\nid = \"b\"\nname = \"Riga\"\nforms = [\"Riga\"]\n";
    let report = import(&file, Some(side));
    sound(&file, &report);
    let dump = edition::dump(&report.value.letters[0]);
    assert!(dump.contains("Joffe came to ⟨Riga = b⟩."), "{dump}");
}
