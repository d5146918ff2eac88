//! Words that a line breaks: a table to be read. In the second column stands what is read, `¬` where a word goes on over the
//! line.

mod common;

use common::{import, sound};
use edition::{BlockKind, Inline};
use source::SourceFile;

/// A paragraph as it is read, with its line ends.
fn read(language: &str, paragraph: &str, side: &str) -> String {
    let file = SourceFile::from_text(
        "letter.txt",
        &format!("Dear all,\n\n{paragraph}\n\nand so we went on and on.\n\nYours ever,\n"),
    );
    let report = import(
        &file,
        Some(&format!(
            "[edition]\nlanguage = \"{language}\"\n\n[[letter]]\nfile = \"letter\"\nlanguage = \"{language}\"\n\n{side}"
        )),
    );
    sound(&file, &report);
    let blocks = report.value.letters[0].text.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let mut out = String::new();
    for block in blocks.take(1) {
        edition::each_inline(&block.inlines, &mut |inline| match inline {
            Inline::Text(text) => out.push_str(&text.text),
            Inline::LineBreak { inside_word: true, .. } => {
                out.truncate(edition::without_hyphen(&out).len());
                out.push('¬');
            }
            _ => {}
        });
    }
    out
}

#[test]
fn what_is_one_word() {
    let rows = [
        ("en", "The tele-\ngram was not deci-\nphered.", "The tele¬gram was not deci¬phered."),
        ("en", "The tele-\r\n    gram was short.", "The tele¬gram was short."),
        ("en", "It was the cap-\ntain's ship.", "It was the cap¬tain's ship."),
        ("en", "Such was his ill-\nness.", "Such was his ill¬ness."),
        ("de", "Die Ge-\nsellschaft kam.", "Die Ge¬sellschaft kam."),
        ("en", "We went _to the har-\nbor_ early.", "We went to the har¬bor early."),
        // The hyphen may be the word's own.
        ("en", "We leave to-\nday.", "We leave to-\nday."),
        ("en", "A well-\nknown man.", "A well-\nknown man."),
        ("en", "A sea-\nmark there, and another sea-mark.", "A sea-\nmark there, and another sea-mark."),
        ("en", "A sea-\nmark there, and another seamark.", "A sea¬mark there, and another seamark."),
        ("en", "His mother-in-\nlaw came.", "His mother-in-\nlaw came."),
        ("en", "His mother-\nin-law came.", "His mother-\nin-law came."),
        ("en", "Two- or three-\nfold.", "Two- or three¬fold."),
        ("de", "Haus-\nund Hofrecht.", "Haus-\nund Hofrecht."),
        ("fr", "Pouvez-\nvous venir?", "Pouvez-\nvous venir?"),
        ("ru", "Он что-\nнибудь пишет.", "Он что-\nнибудь пишет."),
        ("ru", "Он полу-\nчил письмо.", "Он полу¬чил письмо."),
        // No word goes on.
        ("en", "He met Rimsky-\nKorsakov.", "He met Rimsky-\nKorsakov."),
        ("en", "He came --\nwe left.", "He came --\nwe left."),
        ("en", "He came--\nwe left.", "He came--\nwe left."),
        ("en", "It cost him 40-\nnot more.", "It cost him 40-\nnot more."),
        ("en", "An e-\nven page.", "An e-\nven page."),
    ];
    for (language, paragraph, expected) in rows {
        assert_eq!(read(language, paragraph, ""), expected, "{paragraph}");
    }
}

#[test]
fn a_name_goes_on_and_a_compound_of_the_register_stays() {
    let side = "[[person]]\nid = \"bukharin\"\nname = \"Bukharin\"\nforms = [\"Bukharin\"]\n\n[[place]]\nid = \"mill\"\nname = \"The Under-mill\"\n";
    assert_eq!(read("en", "He met Buk-\nharin there.", side), "He met Buk¬harin there.");
    assert_eq!(read("en", "He met him at the Under-\nmill.", side), "He met him at the Under-\nmill.");
}
