//! Text in one line, nothing in it but what is read; and what a letter is known by, in one line.

use crate::{Block, BlockKind, Inline, Layer, Letter};

/// Most characters of what a letter is known by.
const KNOWN_BY: usize = 70;

/// A text in one line: blanks and breaks made one, control characters left out, and the marks that turn the direction
/// of writing: what follows in a title or a list of results would be turned too. The marks that stand for one letter
/// (U+200E, U+200F, U+061C) stay.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !character.is_control() && !turns(character) {
            line.push(character);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Embeddings, overrides and isolates, and their ends.
fn turns(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The beginning of a text in one line of at most so many characters, cut after a word where it is too long; a word that
/// alone is too long is cut.
#[must_use]
pub fn cut(text: &str, longest: usize) -> String {
    let line = plain(text);
    if line.chars().nth(longest).is_none() {
        return line;
    }
    // Two characters of room for what says that it is cut.
    let limit = line.char_indices().nth(longest.saturating_sub(2)).map_or(line.len(), |(at, _)| at);
    let whole_words = line.get(..=limit).and_then(|kept| kept.rfind(' ')).unwrap_or(limit);
    let kept = line.get(..whole_words).unwrap_or_default();
    [kept.trim_end(), " …"].concat()
}

/// What a letter is known by where nobody is known who wrote or received it: its title, else its heading, else its first
/// words. Nothing of a letter without words.
#[must_use]
pub fn known_by(letter: &Letter) -> String {
    if let Some(title) = letter.title.as_deref().map(plain).filter(|title| !title.is_empty()) {
        return cut(&title, KNOWN_BY);
    }
    let words = |block: &Block| {
        let mut words = String::new();
        reading_words(&mut words, &block.inlines);
        plain(&words)
    };
    let heads = letter.text.iter().filter(|block| block.kind == BlockKind::Heading);
    let mut all = heads.chain(&letter.text).map(words);
    all.find(|words| !words.is_empty()).map(|words| cut(&words, KNOWN_BY)).unwrap_or_default()
}

/// A text that ends a line inside of a word, without the hyphen there (also `=` and `⸗` of old prints, `¬` of transcriptions).
#[must_use]
pub fn without_hyphen(text: &str) -> &str {
    text.trim_end_matches(['-', '‐', '=', '¬', '\u{ad}', '⸗'])
}

/// Adds the words of a row in the layer that one reads, without notes.
pub fn reading_words(words: &mut String, row: &[Inline]) {
    for inline in row {
        match inline {
            Inline::Text(text) => words.push_str(&text.text),
            Inline::Sign(sign, inner) => {
                if sign.stands_in(Layer::Reading) {
                    reading_words(words, inner);
                }
            }
            Inline::Choice(choice) => reading_words(words, &choice.corr),
            Inline::Gap(_) => words.push_str("[…]"),
            Inline::LineBreak { inside_word: true, .. } => words.truncate(without_hyphen(words).len()),
            Inline::LineBreak { inside_word: false, .. } => words.push(' '),
            Inline::Cell(inner) => {
                words.push(' ');
                reading_words(words, inner);
            }
            Inline::PageBreak(page) if page.inside_word => words.truncate(without_hyphen(words).len()),
            Inline::PageBreak(_) => words.push(' '),
            _ => reading_words(words, inline.inner()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, plain};

    #[test]
    fn one_line_without_marks_that_nobody_sees() {
        assert_eq!(plain(" To\tA.\u{a0}A.\r\n Joffe \u{0}\u{7f}"), "To A. A. Joffe");
        assert_eq!(plain("a\u{202e}b\u{2066}c\u{2069}"), "abc");
        assert_eq!(plain("א\u{200f}!"), "א\u{200f}!");
    }

    #[test]
    fn cut_after_a_word() {
        let word = "слово ";
        let kept = cut(&word.repeat(60), 200);
        assert_eq!(kept, format!("{} …", word.repeat(33).trim_end()));
        assert!(kept.chars().count() <= 200, "{}", kept.chars().count());
        assert_eq!(cut(&"x".repeat(200), 200), "x".repeat(200));
        assert_eq!(cut(&"x".repeat(201), 200), format!("{} …", "x".repeat(198)));
        // A word that ends just where the room does is kept.
        let (a, b) = ("x".repeat(194), "x".repeat(195));
        assert_eq!(cut(&format!("{a} yyy zzz"), 200), format!("{a} yyy …"));
        assert_eq!(cut(&format!("{b} yyy zzz"), 200), format!("{b} …"));
    }
}
