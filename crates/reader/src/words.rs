//! Where words stand in a text. Texts are short here: nothing is won by the searching machine of the standard library, which a
//! browser would have to load.

/// Where words begin in a text, in bytes; no words stand at its beginning.
#[must_use]
pub fn place_of(text: &str, words: &str) -> Option<usize> {
    if words.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(words.len()).position(|part| part == words.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn words_are_found_as_the_standard_library_finds_them() {
        let texts = ["", "a", "aab", "1921-03..1921-04", "#p3:~:text=a", "жужелица", "abcabd", "..."];
        for text in texts {
            for words in ["", "a", "ab", "abd", "..", ":~:", "жел", "ужелицаж"] {
                assert_eq!(place_of(text, words), text.find(words), "{words} in {text}");
            }
        }
    }
}
