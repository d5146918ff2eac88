//! Text cut into words.

use crate::fold::{Folded, fold};
use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word, folded.
    pub text: String,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

/// The words of a text in lower case and decomposed (see [`lowered`](crate::lowered)), folded.
///
/// Letters and figures make words; all else stands between them, the apostrophe too (`l'ami` is two words). Han and kana
/// are cut into overlapping pairs, and the last sign of a row stands alone as well, so that every sign begins a word.
/// A hard sign at the end of a word is dropped, as Russian did in 1918.
///
/// ```
/// let words = |text| search::tokens(text).map(|token| token.text).collect::<Vec<_>>();
/// assert_eq!(words("großer l’ami"), ["grosser", "l", "ami"]);
/// assert_eq!(words("東京都"), ["東京", "京都", "都"]);
/// assert_eq!(words("миръ"), ["мир"]);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// The words of a text: see [`tokens`].
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let mut text = String::new();
        let range = self.read(&mut text)?;
        Some(Token { text, range })
    }
}

impl Tokens<'_> {
    /// The next word, in place of what `word` holds, and where it stands; none at the end of the text.
    pub fn read(&mut self, word: &mut String) -> Option<Range<usize>> {
        word.clear();
        let mut range = self.at..self.at;
        for (offset, character) in self.text.get(self.at..).unwrap_or_default().char_indices() {
            let (from, to) = (self.at + offset, self.at + offset + character.len_utf8());
            match fold(character) {
                Folded::Mark => {}
                Folded::Break if word.is_empty() => continue,
                Folded::Break => break,
                Folded::Ideograph(_) if word.is_empty() => return Some(self.ideographs(from, word)),
                Folded::Ideograph(_) => break,
                folded => {
                    if word.is_empty() {
                        range.start = from;
                    }
                    match folded {
                        Folded::Letter(letter) => word.push(letter),
                        Folded::Letters(letters) => word.push_str(letters),
                        Folded::Mark | Folded::Break | Folded::Ideograph(_) => {}
                    }
                }
            }
            if !word.is_empty() {
                range.end = to;
            }
        }
        if word.is_empty() {
            self.at = self.text.len();
            return None;
        }
        self.at = range.end;
        if word.ends_with('ъ') && word.chars().nth(1).is_some() {
            word.pop();
        }
        Some(range)
    }

    /// The sign at a place with the one after it; the next word begins with that one.
    fn ideographs(&mut self, start: usize, word: &mut String) -> Range<usize> {
        let mut range = start..start;
        let mut signs = 0;
        for (offset, character) in self.text.get(start..).unwrap_or_default().char_indices() {
            match fold(character) {
                Folded::Mark => {}
                Folded::Ideograph(sign) if signs < 2 => {
                    if signs == 1 {
                        self.at = start + offset;
                    }
                    signs += 1;
                    word.push(sign);
                }
                _ => break,
            }
            range.end = start + offset + character.len_utf8();
        }
        if signs == 1 {
            self.at = range.end;
        }
        range
    }
}

/// Whether a word is a single sign of Han or kana: it is searched as the beginning of a pair.
pub(crate) fn is_sign(word: &str) -> bool {
    let mut signs = word.chars();
    matches!((signs.next().map(fold), signs.next()), (Some(Folded::Ideograph(_)), None))
}

#[cfg(test)]
mod tests {
    use super::tokens;
    use crate::lowered;

    fn words(text: &str) -> Vec<String> {
        tokens(&lowered(text)).map(|token| token.text).collect()
    }

    #[test]
    fn words_are_what_readers_type() {
        let table: &[(&str, &str)] = &[
            ("Then come to Moscow!", "then come to moscow"),
            ("Großmutter GROẞMUTTER groſſ", "grossmutter grossmutter gross"),
            ("Müller Mu\u{308}ller", "muller muller"),
            ("l’ami l'ami d’Œuvre", "l ami l ami d oeuvre"),
            ("O'Brien", "o brien"),
            ("Всѣмъ въ Россіи, мѵро, Ѳедоръ", "всем в россии миро федор"),
            ("R.C.P.(B.)", "r c p b"),
            ("שָׁלוֹם", "שלום"),
            ("مُحَمَّد", "محمد"),
            ("東京へ", "東京 京へ へ"),
            ("第3回", "第 3 回"),
            ("が", "か"),
            ("Wort\u{ad}teil", "wortteil"),
            ("1921-03-17", "1921 03 17"),
            ("ъ", "ъ"),
            ("…!?", ""),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(words(text).join(" "), *expected, "{text}");
        }
    }

    #[test]
    fn a_word_is_found_where_it_stands() {
        let text = lowered("Grüße — 東京都, L’ami");
        let found: Vec<&str> = tokens(&text).map(|token| &text[token.range]).collect();
        assert_eq!(found, ["gru\u{308}ße", "東京", "京都", "都", "l", "ami"]);
    }
}
