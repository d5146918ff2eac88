//! Words that a printed line breaks (R13): `deci-` at the end of a line and `phered` at the beginning of the next are one
//! word. Where the hyphen may be the word's own, the words stay as they are printed.

use crate::draft::is_line_end;
use crate::names::words;
use dates::Language;
use edition::{Block, Inline, Letter, Text, without_hyphen};
use source::Span;
use std::collections::BTreeSet;

/// What may stand at both sides of a hyphen that is the word's own.
struct Compounds {
    /// First parts.
    first: &'static str,
    /// Second parts; with words that end a compound of which the first word lacks its end (`Haus- und Hof`).
    second: &'static str,
    /// Whole words.
    whole: &'static str,
}

/// The compounds of a language. Lists that are too long leave a word as it is printed.
fn compounds(language: Language) -> Compounds {
    match language {
        Language::En => Compounds {
            first: "well ill half self all great twenty thirty forty fifty sixty seventy eighty ninety",
            second: "and or",
            whole: "to-day to-night to-morrow good-bye good-night good-morning",
        },
        Language::De => Compounds { first: "", second: "und oder bis wie sowie", whole: "" },
        Language::Fr => Compounds {
            first: "peut après avant demi sous là",
            second: "et ou il elle on vous nous je tu ils elles ce moi toi lui leur le la les en y ci là même mêmes être dire \
                dessus dessous devant delà",
            whole: "",
        },
        Language::Ru => {
            Compounds {
                first: "кое чуть", second: "то нибудь либо таки и или", whole: "из-за из-под"
            }
        }
    }
}

/// Second parts that no compound ends in: `ill-ness`, `great-ly`.
const ENDINGS: &str = "ness ish ly er est ed";

/// The words of a letter, and of a register, by which it is known how a word is written.
pub(super) struct Spelling<'s> {
    words: BTreeSet<String>,
    register: &'s BTreeSet<String>,
    compounds: Compounds,
}

impl<'s> Spelling<'s> {
    /// None where no line of the text ends in a hyphen.
    fn of(text: &str, language: Language, register: &'s BTreeSet<String>) -> Option<Self> {
        let breaks = text.split(['\n', '\r']).any(|line| line.trim_end().ends_with(HYPHENS));
        breaks.then(|| Self { words: words(text), register, compounds: compounds(language) })
    }

    /// Whether two parts are surely one word: it stands so elsewhere in the letter, or nothing speaks for the hyphen.
    fn is_one(&self, first: &str, second: &str) -> bool {
        let (first, second) = (first.to_lowercase(), second.to_lowercase());
        let with_hyphen = [&first, "-", &second].concat();
        let among = |list: &str, part: &str| list.split_whitespace().any(|known| known == part);
        let Compounds { first: begins, second: ends, whole } = &self.compounds;
        let may_be = among(begins, &first) || among(ends, &second) || among(whole, &with_hyphen);
        let is_compound = self.words.contains(&with_hyphen) || self.register.contains(&with_hyphen);
        let is_word = self.words.contains(&[first, second.clone()].concat()) || among(ENDINGS, &second);
        is_word || !(is_compound || may_be)
    }
}

/// Signs at the end of a line that a word goes on after.
const HYPHENS: [char; 3] = ['-', '‐', '¬'];

/// Puts a break into every word of a printed letter that goes on over a line.
pub(super) fn join(letter: &mut Letter, text: &str, register: &BTreeSet<String>) {
    let language = Language::of_tag(&letter.language);
    let Some(spelling) = Spelling::of(text, language, register) else { return };
    let notes = letter.notes.iter_mut().flat_map(|note| &mut note.blocks);
    for block in letter.text.iter_mut().chain(notes) {
        join_block(block, &spelling);
    }
}

fn join_block(block: &mut Block, spelling: &Spelling<'_>) {
    block.inlines = joined(std::mem::take(&mut block.inlines), spelling);
}

fn joined(inlines: Vec<Inline>, spelling: &Spelling<'_>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => pieces(text, spelling, &mut out),
            Inline::Hi(rend, inner) => out.push(Inline::Hi(rend, joined(inner, spelling))),
            Inline::Mention(mention, inner) => out.push(Inline::Mention(mention, joined(inner, spelling))),
            Inline::Supplied(inner) => out.push(Inline::Supplied(joined(inner, spelling))),
            Inline::Other(name, inner) => out.push(Inline::Other(name, joined(inner, spelling))),
            other => out.push(other),
        }
    }
    out
}

/// A text in pieces, with a break between those of a word. The line end is where the break is, and in no piece.
fn pieces(text: Text, spelling: &Spelling<'_>, out: &mut Vec<Inline>) {
    let mut done = 0;
    let piece = |from: usize, to: usize| {
        let start = text.span.start as usize;
        let span = Span::new(start + from, start + to);
        Inline::Text(Text { text: text.text.get(from..to).unwrap_or_default().into(), span })
    };
    for (end, next) in breaks(&text.text) {
        let (before, after) =
            (text.text.get(..end).unwrap_or_default(), text.text.get(next..).unwrap_or_default());
        if parts(before, after).is_some_and(|(first, second)| spelling.is_one(first, second)) {
            out.push(piece(done, end));
            out.push(Inline::LineBreak { inside_word: true, kept: false });
            done = next;
        }
    }
    if done == 0 { out.push(Inline::Text(text)) } else { out.push(piece(done, text.text.len())) }
}

/// Where lines end in a hyphen and the next begins.
fn breaks(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (at, sign) in text.match_indices(HYPHENS) {
        let end = at + sign.len();
        let rest = text.get(end..).unwrap_or_default();
        let next = text.len() - rest.trim_start().len();
        if text.get(end..next).is_some_and(is_line_end) {
            out.push((end, next));
        }
    }
    out
}

/// The letters on both sides of a break, where they can be parts of one word: the second in small letters, and no other hyphen
/// in the word.
fn parts<'t>(before: &'t str, after: &'t str) -> Option<(&'t str, &'t str)> {
    let joins = |sign: char| sign.is_alphabetic() || matches!(sign, '-' | '\'' | '’');
    let bare = without_hyphen(before);
    let first = bare.get(bare.trim_end_matches(joins).len()..)?;
    let second = after.get(..after.len() - after.trim_start_matches(joins).len())?;
    let letters = |part: &str| part.chars().all(char::is_alphabetic) && part.chars().nth(1).is_some();
    let one_sign = before.len() - bare.len() == before.chars().next_back().map_or(0, char::len_utf8);
    let free = !bare.get(..bare.len() - first.len())?.ends_with(char::is_numeric);
    // A possessive may follow.
    let second = second.split(['\'', '’']).next()?;
    (one_sign && free && letters(first) && letters(second) && second.starts_with(char::is_lowercase))
        .then_some((first, second))
}
