//! Nothing is lost, whatever the text: letters put together from parts of letters and from anything, and files of a size
//! and shape that no letter has.

use edition::{Block, BlockKind, Inline};
use import::{Draft, Structure, read_plain, rebuild};
use proptest::prelude::{Just, Strategy, any, proptest};
use proptest::{collection, prop_assert, prop_oneof};
use source::SourceFile;
use std::collections::BTreeSet;

/// Reads a text and proves what must hold for every one. Gives back the draft.
fn whole(text: &str) -> Draft {
    let file = SourceFile::from_text("a.txt", text);
    let report = read_plain(&file);
    let draft = report.value;
    match rebuild(&file, &draft.letter, &draft.consumed) {
        Ok(rebuilt) => assert!(rebuilt == text, "another text came back"),
        Err(lost) => panic!("{lost} in {:?}", text.chars().take(600).collect::<String>()),
    }
    for finding in &report.diagnostics {
        let span = finding.span.unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "{} points outside of the text", finding.code.0);
        assert!(!finding.message.ends_with('.') && !finding.message.contains('\n'), "{}", finding.message);
    }
    identifiers(&draft);
    for pair in draft.pages.windows(2) {
        assert!(pair[0].start <= pair[1].start, "pages out of order");
    }
    for span in [draft.author, draft.addressee_place, draft.dateline_place, draft.signature, draft.number] {
        let span = span.unwrap_or_default();
        assert!(text.get(span.range()).is_some());
    }
    for addressee in &draft.addressees {
        assert_eq!(text.get(addressee.span.range()), Some(&*addressee.as_written));
    }
    draft
}

/// Every block has an identifier of its own, every call that is answered names a note, and every note counts its calls.
fn identifiers(draft: &Draft) {
    let letter = &draft.letter;
    let mut ids = BTreeSet::new();
    let imprint = letter.witness.imprint.iter().map(|line| &line.id);
    let notes = letter.notes.iter().flat_map(|note| note.blocks.iter().map(|block| &block.id));
    for id in imprint.chain(letter.text.iter().map(|block| &block.id)).chain(notes) {
        assert!(ids.insert(id.clone()), "{id} twice");
    }
    let known: BTreeSet<_> = letter.notes.iter().map(|note| note.id.clone()).collect();
    assert_eq!(known.len(), letter.notes.len(), "two notes with one identifier");
    let mut calls = Vec::new();
    for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
        gather(&block.inlines, &mut calls);
    }
    for call in &calls {
        assert_eq!(call.resolved, known.contains(&call.note), "call {} of {}", call.as_written, call.note);
    }
    let answered = calls.iter().filter(|call| call.resolved).count();
    let counted: usize = letter.notes.iter().map(|note| usize::from(note.calls)).sum();
    assert!(answered == counted || counted >= usize::from(u16::MAX), "{answered} calls, {counted} counted");
}

fn gather(inlines: &[Inline], calls: &mut Vec<edition::NoteCall>) {
    for inline in inlines {
        match inline {
            Inline::NoteCall(call) => calls.push(edition::NoteCall::clone(call)),
            Inline::Hi(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Other(_, inner) => {
                gather(inner, calls);
            }
            _ => {}
        }
    }
}

/// Parts that letters are made of, and their enemies.
const PARTS: &[&str] = &[
    "V. I. Lenin",
    "First published in 1959",
    "Vol. 45, pp. 99-100.",
    "Written on February 19, 1913",
    "TO A. A. JOFFE",
    "IX.--TO ANNA AND TOM BELL,--YORK.[1]",
    "TO X FROM Y",
    "A M. CARON, A PARIS",
    "98",
    "17. III.1921 \u{a0}",
    "York,",
    "Dear Anna:",
    "MY DEAR SON:--It rains",
    "It rained all day.[84]",
    "page 100",
    "[Pg 12]",
    "[84] A note.",
    "[84a] Another.",
    "[*] A sign.",
    "word[*]",
    "[p. 99]",
    "[Footnote 1: a note]",
    "[Footnote: no number",
    "[Sidenote: here]",
    "(1)",
    "(2)",
    "_italic_",
    "_",
    "____",
    "[",
    "]",
    "[[",
    "]]",
    "With best wishes,",
    "Yours,",
    "ANNA BELL.",
    "\u{a0}\u{a0}\u{a0}\u{a0}",
    "P.S. More.",
    "    ",
    "    \u{a0} \u{a0} ",
    "\t",
    "\n",
    "\n\n",
    "\n\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{feff}",
    "\u{200b}",
    "\0",
    "é",
    "漢",
    "\u{301}",
    "😀",
    " ",
    ".",
    ",",
    "--",
    "[1919]",
    "[5]",
    "word[5]",
    "[5] ",
    "[Page 7]",
    "page 7b",
    "________",
    "* A note.",
    "word*",
    "† Other   ‡ Third",
    "word† and word‡",
    "1. A note",
    "word1",
    "2) Two",
    "word2)",
    "¹ Raised",
    "word¹",
    "198    ANNA TO TOM BELL",
    "it has not",
    "yet ended.",
];

proptest! {
    #[test]
    fn letters_of_parts_are_whole(
        parts in collection::vec(
            prop_oneof![8 => proptest::sample::select(PARTS).prop_map(str::to_owned), 1 => any::<String>()],
            0..40,
        ),
        breaks in collection::vec(prop_oneof![Just(""), Just("\n"), Just("\n\n"), Just("\n\n    "), Just(" ")], 40),
    ) {
        let text: String = parts.iter().zip(&breaks).flat_map(|(part, end)| [part.as_str(), end]).collect();
        let draft = whole(&text);
        prop_assert!(draft.letter.text.is_empty() || !text.trim().is_empty());
    }

    #[test]
    fn any_text_is_whole(text in any::<String>()) {
        whole(&text);
    }

    #[test]
    fn cut_letters_are_whole(from in 0_usize..4700, to in 0_usize..4700, end in "\n|\r\n|\r") {
        let seed = include_str!("../../../assets/letters/joffe-1921-03-17.txt").replace('\n', &end);
        let cut = |mut at: usize| {
            while !seed.is_char_boundary(at.min(seed.len())) {
                at -= 1;
            }
            at.min(seed.len())
        };
        let (from, to) = (cut(from), cut(to));
        whole(&seed[from.min(to)..from.max(to)]);
    }
}

/// The kinds of the blocks of a text.
fn kinds(text: &str) -> Vec<&'static str> {
    whole(text).letter.text.iter().map(|block: &Block| import::block_name(&block.kind)).collect()
}

#[test]
fn line_ends_make_no_difference() {
    let letter =
        "TO ANNA BELL\n\nYork, May 3, 1840.\n\nDear Anna,\n\nIt rains\non the roof.\n\nYours,\n\nTOM.\n";
    let expected = ["heading.addressee", "dateline", "salutation", "paragraph", "closer", "signature"];
    for end in ["\n", "\r\n", "\r"] {
        assert_eq!(kinds(&letter.replace('\n', end)), expected, "{end:?}");
    }
}

#[test]
fn structure_cannot_swallow_words() {
    let file = SourceFile::from_text("a.txt", "TO ANNA BELL\n\nIt rains.\n");
    let mut draft = read_plain(&file).value;
    draft.letter.text.retain(|block| block.kind != BlockKind::Paragraph);
    assert!(rebuild(&file, &draft.letter, &draft.consumed).is_err());
    let gap = source::Span::new(14, 23);
    draft.consumed.push(import::Consumed { span: gap, role: Structure::Indent });
    let lost = rebuild(&file, &draft.letter, &draft.consumed).expect_err("words are no indent");
    assert_eq!((lost.at, lost.problem), (14, "words consumed as structure"));
}

/// Files of a size and shape that no letter has. Each is read in seconds, in the unoptimised build of the tests too; a pass
/// whose time grows with the square of the length would not end today.
#[test]
fn large_and_odd_files_are_whole() {
    let size = 1 << 19;
    let notes = 10_000;
    let calls: String = (1..=notes)
        .map(|n| format!("word[{}]{}", n % 10_000, if n % 9 == 0 { "\n\n" } else { " " }))
        .collect();
    let bodies: String = (1..=notes).map(|n| format!("[{}] A note.\n\n", n % 10_000)).collect();
    whole(&format!("TO ANNA BELL\n\n{calls}\n\n{bodies}"));
    whole(&"It rains[1] and _rains_ (1) ".repeat(size / 28));
    whole(&"[".repeat(size));
    whole(&"]".repeat(size));
    whole(&"[]".repeat(size / 2));
    whole(&format!("{}{}", "[a".repeat(size / 4), "b]".repeat(size / 4)));
    whole(&"_a_".repeat(size / 3));
    whole(&"_".repeat(size));
    whole(&"(1)(2)".repeat(size / 6));
    whole(&format!("{}\n\nYours,\n\nANNA.\n\n* A note.\n", "word* ".repeat(size / 6)));
    whole(&"word*\n\n________\n* A note.\n\n".repeat(size / 64));
    whole(&format!("word*\n\nYours,\n\nANNA.\n\n{}", "* A note.  ".repeat(size / 11)));
    whole(&"[Footnote: ".repeat(size / 16));
    whole(&"[Footnote 1:\n\n".repeat(size / 32));
    whole(&"a [Footnote: b] ".repeat(size / 32));
    whole(&"[Footnote 1: a]\n\n".repeat(size / 64));
    whole(&"[1] a\n\n".repeat(size / 32));
    whole(&"page 1\n".repeat(size / 32));
    whole(&"TO A\n\n".repeat(size / 32));
    whole(&"May 3, 1840.\n\n".repeat(size / 64));
    whole(&"YOURS,\n\nA. B.\n\n".repeat(size / 64));
    whole(&"\n".repeat(4 * size));
    whole(&" ".repeat(4 * size));
    whole(&"\u{a0}\n".repeat(size));
    whole(&"\r".repeat(size));
    whole(&"\0".repeat(size));
    whole(&"a\n    b\n        c\n".repeat(size / 64));
    whole(&format!("A\n\n{}", "    x\u{a0}\u{a0}\u{a0}\n\n      [1] y [p. 3]\n\n".repeat(size / 128)));
}
