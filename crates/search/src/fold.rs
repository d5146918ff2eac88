//! Letters made equal: without case, diacritics, and differences of spelling that readers do not type.
//!
//! The rule has two halves. Decomposition and lower case need Unicode tables: whoever builds an index has them
//! ([`lowered`](crate::lowered), feature `build`), a browser has its own (`normalize("NFD")`, `toLowerCase`). The other
//! half is here, the same code on both sides.

/// What a character of decomposed text in lower case (NFD) counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folded {
    /// Nothing: a mark on the letter before it.
    Mark,
    /// One letter.
    Letter(char),
    /// Letters that are written for it.
    Letters(&'static str),
    /// A sign of a script without blanks between words.
    Ideograph(char),
    /// What stands between words.
    Break,
}

/// Folds a character: marks of Latin, Cyrillic, Hebrew, Arabic and kana are dropped, ß is `ss`, æ `ae`, and so on;
/// Russian letters of before 1918 are those of after.
pub(crate) fn fold(character: char) -> Folded {
    match character {
        'a'..='z' | '0'..='9' => Folded::Letter(character),
        '\0'..='\u{7f}' => Folded::Break,
        // Soft hyphen, combining marks, zero-width joiners.
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'
        | '\u{5c1}'
        | '\u{5c2}'
        | '\u{5c4}'
        | '\u{5c5}'
        | '\u{5c7}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{200b}'..='\u{200d}'
        | '\u{3099}'
        | '\u{309a}' => Folded::Mark,

        'ѣ' => Folded::Letter('е'),
        'і' | 'ѵ' => Folded::Letter('и'),
        'ѳ' => Folded::Letter('ф'),
        '\u{3041}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}' => Folded::Ideograph(character),
        _ => match spelt(character) {
            Some(letters) => Folded::Letters(letters),
            None if character.is_alphanumeric() => Folded::Letter(character),
            None => Folded::Break,
        },
    }
}

/// What is written for a letter of its own that has no mark to be dropped; none for any other.
#[must_use]
pub fn spelt(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'ſ' => "s",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ı' => "i",
        'ς' => "σ",
        _ => return None,
    })
}

/// Text in lower case and decomposed (NFD), as a browser makes it.
#[cfg(feature = "build")]
#[must_use]
pub fn lowered(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    // What a sigma becomes depends on what is around it.
    if text.contains('Σ') {
        return text.nfd().collect::<String>().to_lowercase();
    }
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    while !rest.is_empty() {
        // Marks are put in order behind their letter, never before it: the text can be cut before any letter of ASCII.
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let start = out.len();
        let (ascii, other) = rest.split_at(plain);
        out.push_str(ascii);
        if let Some(written) = out.get_mut(start..) {
            written.make_ascii_lowercase();
        }
        let marked = other.bytes().position(|byte| byte.is_ascii()).unwrap_or(other.len());
        let (marked, after) = other.split_at(marked);
        out.extend(marked.nfd().flat_map(char::to_lowercase));
        rest = after;
    }
    out
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::lowered;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn text_is_lowered_as_a_whole() {
        let texts = [
            "",
            "Grüße",
            "ÜBER e\u{301}\u{323} E\u{323}\u{301}\u{327}x",
            "\u{301}a\u{301}",
            "İstanbul ẞ Ǆ",
            "ΣΑΣ aΣ Σ",
            "Всѣмъ въ Россіи",
            "ｶﾞ 가각 東京",
            "A\u{345}\u{301} ﬁ Ⅷ K",
        ];
        for text in texts {
            assert_eq!(lowered(text), text.nfd().collect::<String>().to_lowercase(), "{text}");
        }
    }
}
