//! Text that stands outside of a page: one line, nothing in it but what is read.

/// The most characters of a description: what search engines show of one.
const LONGEST: usize = 200;

/// A text in one line: blanks and breaks made one, control characters left out, and the marks that turn the direction
/// of writing: what follows in a title or a list of results would be turned too. The marks that stand for one letter
/// (U+200E, U+200F, U+061C) stay.
pub(super) fn plain(text: &str) -> String {
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

/// The beginning of a text in one line, cut after a word where it is too long; a word that alone is too long is cut.
pub(super) fn cut(text: &str) -> String {
    let line = plain(text);
    if line.chars().nth(LONGEST).is_none() {
        return line;
    }
    // Two characters of room for what says that it is cut.
    let limit = line.char_indices().nth(LONGEST - 2).map_or(line.len(), |(at, _)| at);
    let whole_words = line.get(..=limit).and_then(|kept| kept.rfind(' ')).unwrap_or(limit);
    let kept = line.get(..whole_words).unwrap_or_default();
    [kept.trim_end(), " …"].concat()
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
        let kept = cut(&word.repeat(60));
        assert_eq!(kept, format!("{} …", word.repeat(33).trim_end()));
        assert!(kept.chars().count() <= 200, "{}", kept.chars().count());
        assert_eq!(cut(&"x".repeat(200)), "x".repeat(200));
        assert_eq!(cut(&"x".repeat(201)), format!("{} …", "x".repeat(198)));
        // A word that ends just where the room does is kept.
        let (a, b) = ("x".repeat(194), "x".repeat(195));
        assert_eq!(cut(&format!("{a} yyy zzz")), format!("{a} yyy …"));
        assert_eq!(cut(&format!("{b} yyy zzz")), format!("{b} …"));
    }
}
