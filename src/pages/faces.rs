//! The files of the serif face: the first is on every page, the others where their letters are.

use memchr::memmem;
use std::ops::RangeInclusive;

/// The file that every page asks for: Latin and Russian letters, upright.
pub const FIRST: &str = "letterbook-serif.woff2";

/// The further files, as the style sheet has them.
pub const FURTHER: [&str; 7] = [
    "letterbook-serif-latin.woff2",
    "letterbook-serif-cyrillic.woff2",
    "letterbook-serif-greek.woff2",
    "letterbook-serif-italic.woff2",
    "letterbook-serif-italic-latin.woff2",
    "letterbook-serif-italic-cyrillic.woff2",
    "letterbook-serif-italic-greek.woff2",
];

/// All of them.
pub fn all() -> impl Iterator<Item = &'static str> {
    [FIRST].into_iter().chain(FURTHER)
}

type Letters = &'static [RangeInclusive<char>];

const LATIN: Letters = &[
    '\u{100}'..='\u{130}',
    '\u{132}'..='\u{140}',
    '\u{143}'..='\u{151}',
    '\u{154}'..='\u{15f}',
    '\u{162}'..='\u{17c}',
    '\u{218}'..='\u{21b}',
    '\u{2b9}'..='\u{2bf}',
    '\u{1e00}'..='\u{1eff}',
];
const CYRILLIC: Letters = &[
    '\u{400}'..='\u{400}',
    '\u{402}'..='\u{40f}',
    '\u{450}'..='\u{450}',
    '\u{452}'..='\u{45f}',
    '\u{462}'..='\u{463}',
    '\u{46a}'..='\u{46b}',
    '\u{472}'..='\u{475}',
    '\u{490}'..='\u{491}',
];
const ALL_CYRILLIC: Letters = &[
    '\u{400}'..='\u{45f}',
    '\u{462}'..='\u{463}',
    '\u{46a}'..='\u{46b}',
    '\u{472}'..='\u{475}',
    '\u{490}'..='\u{491}',
];
const GREEK: Letters = &['\u{370}'..='\u{3ff}', '\u{1f00}'..='\u{1fff}'];

/// The letters of the further files; of the fourth all that no other in italics has.
const LETTERS: [Letters; 7] = [LATIN, CYRILLIC, GREEK, &['\0'..='\u{ff}'], LATIN, ALL_CYRILLIC, GREEK];
/// How many of them are upright.
const UPRIGHT: usize = 3;

/// What is set in italics, and how it ends.
const ITALICS: [(&str, &str); 2] = [("<em", "</em>"), ("<p class=\"letter-head__title\"", "</p>")];

/// Which of the further files printed markup asks for, as a browser will find when it has laid it out.
pub(super) fn asked<'m>(markup: impl Iterator<Item = &'m str>) -> Vec<&'static str> {
    let mut asked = [false; FURTHER.len()];
    for markup in markup {
        look(markup, 0..UPRIGHT, &mut asked);
        for (begins, ends) in ITALICS {
            for at in memmem::find_iter(markup.as_bytes(), begins) {
                let rest = markup.get(at + begins.len()..).unwrap_or_default();
                let words = rest.split_once('>').map_or("", |(_, words)| words);
                let words = words.split_once(ends).map_or(words, |(words, _)| words);
                look(words, UPRIGHT..FURTHER.len(), &mut asked);
            }
        }
    }
    FURTHER.into_iter().zip(asked).filter_map(|(face, asked)| asked.then_some(face)).collect()
}

fn look(words: &str, faces: std::ops::Range<usize>, asked: &mut [bool]) {
    // What all have is in the first file: most pages have nothing else. Their bytes tell at once: further letters are of two
    // bytes from U+0100 on, or of the three of U+1000 to U+1FFF.
    let upright = faces.start == 0;
    if upright && !words.bytes().any(|byte| matches!(byte, 0xc4..=0xdf | 0xe1)) {
        return;
    }
    let beyond = |letter: &char| !upright || *letter > '\u{ff}';
    for letter in words.chars().filter(beyond) {
        for face in faces.clone() {
            if !asked[face] {
                asked[face] = LETTERS[face].iter().any(|letters| letters.contains(&letter));
            }
        }
    }
}

/// A style sheet without the files that are not there.
pub(super) fn without(style: &str, files: &[&str]) -> String {
    let mut out = style.to_owned();
    for file in files {
        let Some(at) = out.find(&["fonts/", file, "\""].concat()) else { continue };
        let start = out[..at].rfind("@font-face").unwrap_or(at);
        let end = out[at..].find('}').map_or(out.len(), |end| at + end + 1);
        out.replace_range(start..end, "");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{FURTHER, LETTERS, UPRIGHT, asked, without};

    const STYLE: &str = include_str!("../../assets/css/tokens.css");

    #[test]
    fn every_further_letter_is_seen() {
        for (face, letters) in FURTHER.into_iter().zip(LETTERS).take(UPRIGHT) {
            for letter in letters.iter().cloned().flatten() {
                assert_eq!(asked([&*format!("<p>„{letter}“ …</p>")].into_iter()), [face], "{letter}");
            }
        }
    }

    #[test]
    fn faces_that_pages_ask_for() {
        for (markup, expected) in [
            ("<p>Lieber Freund, ж und Ü</p>", &[][..]),
            ("<p>Dvořák</p>", &["letterbook-serif-latin.woff2"]),
            ("<p>намѣреніе</p>", &["letterbook-serif-cyrillic.woff2"]),
            ("<p>ἀδελφε</p>", &["letterbook-serif-greek.woff2"]),
            ("<p><em class=\"tei-hi\">Werther</em> ř</p>", &[FURTHER[0], FURTHER[3]]),
            ("<p><em class=\"tei-hi\">Война</em></p>", &[FURTHER[5]]),
            ("<p class=\"letter-head__title\">Rügen</p><p>ab</p>", &[FURTHER[3]]),
        ] {
            assert_eq!(asked([markup].into_iter()), expected, "{markup}");
        }
    }

    #[test]
    fn the_style_sheet_has_the_same_letters() {
        for (nth, (face, letters)) in FURTHER.into_iter().zip(LETTERS).enumerate() {
            let (before, rest) = STYLE.split_once(&["fonts/", face, "\""].concat()).expect(face);
            let rule = rest.split_once('}').expect("an end").0;
            assert_eq!(rule.contains("font-style: italic"), nth >= UPRIGHT, "{before}");
            let ranges =
                letters.iter().map(|range| match (u32::from(*range.start()), u32::from(*range.end())) {
                    (one, last) if one == last => format!("U+{one:04X}"),
                    (first, last) => format!("U+{first:04X}-{last:04X}"),
                });
            let ranges = ranges.collect::<Vec<_>>().join(", ");
            // What no other has is asked for without a list.
            let whole = nth == UPRIGHT && !rule.contains("unicode-range");
            assert!(whole || rule.contains(&["unicode-range: ", &ranges, ";"].concat()), "{face}: {ranges}");
        }
    }

    #[test]
    fn a_style_sheet_without_a_face() {
        let style = "@font-face {\nsrc: url(\"fonts/a.woff2\");\n}\n@font-face {\nsrc: url(\"fonts/b.woff2\");\n}\np {}";
        let expected = "\n@font-face {\nsrc: url(\"fonts/b.woff2\");\n}\np {}";
        assert_eq!(without(style, &["a.woff2", "c.woff2"]), expected);
    }
}
