//! A text as forms are compared with it: blanks are one blank, none between initials; quotes are straight; a word
//! broken over a line is whole; letters and their accents are one character.

use std::collections::BTreeSet;
use unicode_normalization::char::{compose, is_combining_mark};

/// A text made comparable, with the way back to the bytes it came from.
#[derive(Debug)]
pub(super) struct Normal {
    /// The comparable text.
    pub(super) text: String,
    /// For every byte of it the bytes of the original that its character came from.
    back: Vec<(usize, usize)>,
}

impl Normal {
    /// Makes a text comparable.
    pub(super) fn of(original: &str) -> Self {
        let mut normal =
            Self { text: String::with_capacity(original.len()), back: Vec::with_capacity(original.len()) };
        let mut rest = original;
        while let Some(first) = rest.chars().next() {
            let at = original.len() - rest.len();
            let (character, length) = composed(rest, first);
            rest = rest.get(length..).unwrap_or_default();
            let shown = match character {
                '’' | '‘' | 'ʼ' => '\'',
                '“' | '”' | '„' | '«' | '»' => '"',
                '‐' | '‑' => '-',
                '\u{ad}' => continue,
                other if blank(other) => ' ',
                other => other,
            };
            if shown == ' ' {
                rest = rest.trim_start_matches(blank);
                if normal.text.is_empty() || between_initials(&normal.text, rest) {
                    continue;
                }
            }
            if shown == '-'
                && let Some(next) = broken(&normal.text, rest)
            {
                // The hyphen of a broken word goes; that of a double name stays.
                rest = next;
                if rest.starts_with(char::is_lowercase) {
                    continue;
                }
            }
            normal.text.push(shown);
            normal.back.resize(normal.text.len(), (at, at + length));
        }
        normal
    }

    /// The original bytes of a range of the comparable text.
    pub(super) fn original(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.back.get(start).map_or(0, |(first, _)| *first);
        let last = end.checked_sub(1).and_then(|last| self.back.get(last)).map_or(0, |(_, last)| *last);
        (first, last.max(first))
    }
}

/// A name in the form that two spellings of it share: as [`Normal`], in capitals.
pub(crate) fn comparable(words: &str) -> String {
    Normal::of(words.trim()).text.to_uppercase()
}

/// The words of a text in small letters, those with a hyphen as they are. What a line breaks is two.
pub(crate) fn words(text: &str) -> BTreeSet<String> {
    let joins = |sign: char| sign.is_alphabetic() || sign == '-';
    let words = text.split(|sign: char| !joins(sign)).map(|word| word.trim_matches('-').to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

pub(super) fn blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{a0}' | '\u{202f}')
}

/// The first character with the accents that follow it, and how many bytes they take.
fn composed(text: &str, first: char) -> (char, usize) {
    let (mut whole, mut length) = (first, first.len_utf8());
    for mark in text.chars().skip(1).take_while(|mark| is_combining_mark(*mark)) {
        match compose(whole, mark) {
            Some(both) => whole = both,
            None => break,
        }
        length += mark.len_utf8();
    }
    (whole, length)
}

/// After a hyphen at the end of a line: what stands on the next one.
fn broken<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    let next = rest.trim_start_matches(blank);
    let gap = rest.get(..rest.len() - next.len()).unwrap_or_default();
    let one_line = gap.matches('\n').count() == 1 || (gap.contains('\r') && !gap.contains('\n'));
    (one_line && before.ends_with(char::is_alphabetic) && next.starts_with(char::is_alphabetic))
        .then_some(next)
}

/// After `A.` and before another capital or a bracket: the blank between initials, between them and the surname, or in
/// `R.C.P. (B.)`.
fn between_initials(before: &str, rest: &str) -> bool {
    let mut last = before.chars().rev();
    let initial = last.next() == Some('.') && last.next().is_some_and(char::is_uppercase);
    let alone = last.next().is_none_or(|c| !c.is_alphanumeric());
    initial && alone && rest.starts_with(|next: char| next.is_uppercase() || next == '(')
}

#[cfg(test)]
mod tests {
    use super::{Normal, comparable};

    #[test]
    fn what_does_not_matter_is_gone_and_the_way_back_is_known() {
        for (original, expected) in [
            ("A. A.\u{a0}Joffe", "A.A.Joffe"),
            ("A.A. Joffe", "A.A.Joffe"),
            ("the  Workers’\n and", "the Workers' and"),
            ("the C.C. It", "the C.C.It"),
            ("R.C.P. (B.)", "R.C.P.(B.)"),
            ("in 1921. Then", "in 1921. Then"),
            ("Buk-\n    harin", "Bukharin"),
            ("Rimsky-\nKorsakov", "Rimsky-Korsakov"),
            ("a no-\n\nman", "a no- man"),
            ("Ge\u{301}rard", "Gérard"),
            ("Trotz\u{ad}ki", "Trotzki"),
        ] {
            let normal = Normal::of(original);
            assert_eq!(normal.text, expected);
            assert_eq!(normal.original(0, normal.text.len()), (0, original.len()));
        }
    }

    #[test]
    fn a_place_in_the_middle_is_found_again() {
        let text = "an A. A. Joffe! The C.C. It";
        let normal = Normal::of(text);
        for (form, words) in [("A.A.Joffe", "A. A. Joffe"), ("C.C.", "C.C.")] {
            let at = normal.text.find(form).expect("the name");
            let (start, end) = normal.original(at, at + form.len());
            assert_eq!(&text[start..end], words);
        }
    }

    #[test]
    fn two_spellings_share_a_form() {
        assert_eq!(comparable("A. A. JOFFE"), comparable(" A.A. Joffe"));
        assert_ne!(comparable("A. Joffe"), comparable("M. Joffe"));
    }
}
