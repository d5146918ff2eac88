//! Large letters and registers: their parts are walked once. Where something were asked again of all for every name or
//! note, these would not end.

mod common;

use common::{Marked, import, sound};
use source::SourceFile;

const REGISTER: &str = "[[person]]\nid = \"joffe\"\nname = \"Adolf Joffe\"\nforms = [\"Joffe\"]\n\
    [[place]]\nid = \"riga\"\nname = \"Riga\"\nforms = [\"Riga\"]\n\
    [[abbreviation]]\nshort = \"C.C.\"\nlong = \"Central Committee\"\n";

#[test]
fn seven_thousand_notes_each_with_its_call() {
    let calls: String = (3_000..=9_999).map(|number| format!("Joffe[{number}]\n\n")).collect();
    let notes: String = (3_000..=9_999).map(|number| format!("[{number}] Riga\n\n")).collect();
    let file = SourceFile::from_text("letter.txt", &format!("Dear Anna,\n\n{calls}Yours,\n\nJ.\n\n{notes}"));
    let report = import(&file, Some(REGISTER));
    sound(&file, &report);
    let letter = &report.value.letters[0];
    assert_eq!(letter.notes.len(), 7_000);
    assert!(letter.notes.iter().all(|note| note.calls == 1));
    assert_eq!(Marked::of(letter).mentions.len(), 14_000);
}

#[test]
fn ten_thousand_names_in_one_paragraph() {
    let text = format!("Dear Anna,\n\n{}\n", "Joffe saw M. Joffe of Riga, of the C.C. too. ".repeat(2_500));
    let file = SourceFile::from_text("letter.txt", &text);
    let report = import(&file, Some(REGISTER));
    sound(&file, &report);
    assert_eq!(Marked::of(&report.value.letters[0]).mentions.len(), 10_000);
}

#[test]
fn a_long_line_without_a_register() {
    let file =
        SourceFile::from_text("letter.txt", &"dear Anna, A. Joffe said so on 3 May 1921 ".repeat(4_000));
    sound(&file, &import(&file, None));
}

#[test]
fn six_thousand_set_off_names() {
    let text = format!("Dear Anna,\n\n{}\n", "_Joffe_ and _Riga and Joffe_ \n".repeat(2_000));
    let file = SourceFile::from_text("letter.txt", &text);
    let report = import(&file, Some(REGISTER));
    sound(&file, &report);
    assert_eq!(Marked::of(&report.value.letters[0]).mentions.len(), 6_000);
}

#[test]
fn one_set_off_stretch_with_many_names() {
    let text = format!("Dear Anna,\n\n_{}_\n", "Joffe [1] ".repeat(4_000));
    let file = SourceFile::from_text("letter.txt", &text);
    let report = import(&file, Some(REGISTER));
    sound(&file, &report);
    assert_eq!(Marked::of(&report.value.letters[0]).mentions.len(), 4_000);
}

#[test]
fn five_thousand_entries_and_notes_of_the_editor() {
    let mut side = String::new();
    let mut text = "Dear Anna,\n\n".to_owned();
    for number in 0..5_000 {
        side += &format!(
            "[[person]]\nid = \"p{number}\"\nname = \"Person{number}\"\nforms = [\"Person{number}\", \"Comrade Person{number}\"]\nrelated = [\"p{number}x\"]\n\
             [[mention]]\nblock = \"p{}\"\nsurface = \"he\"\nentry = \"p{number}\"\n",
            number + 1
        );
        text += &format!("Then he and Comrade Person{number} came.\n\n");
    }
    let file = SourceFile::from_text("letter.txt", &text);
    let report = import(&file, Some(&side));
    sound(&file, &report);
    assert_eq!(Marked::of(&report.value.letters[0]).mentions.len(), 10_000);
    let missing = report.diagnostics.iter().filter(|finding| finding.code.0 == "register/unknown-id").count();
    assert_eq!(missing, 5_000);
}

#[test]
fn blanks_stops_hyphens_and_brackets_without_end() {
    for piece in [
        " ", "-", "- ", "-\n", ".", "A.", "A. ", "(", "[", "]", "_", "Vol. ", "'", "\u{301}", "\u{a0}",
        "TO ", "\n", "\r",
    ] {
        let file = SourceFile::from_text("letter.txt", &format!("a{}b", piece.repeat(4_000)));
        for side in [None, Some(REGISTER)] {
            sound(&file, &import(&file, side));
        }
    }
}
