//! Names folded for look-up: without case, diacritics and punctuation.
//!
//! The rule has two halves. Decomposition and lower case need Unicode tables: the edition's builder has them
//! ([`fold`]), the browser has its own (`String.prototype.normalize` and `toLowerCase`). The other half is
//! [`fold_lowered`], the same code on both sides, so that what is typed meets what was stored.

/// Folds text that is decomposed (NFD) and in lower case: marks are dropped, ß is `ss`, ſ `s`, æ `ae`, œ `oe`,
/// ø `o`, ł `l`, đ and ð `d`, þ `th`, ı `i`, ς `σ`; apostrophes are dropped (`O'Brien` is `obrien`), other punctuation
/// and blanks become one blank.
#[must_use]
pub fn fold_lowered(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // Combining marks; those of Cyrillic, Hebrew and Arabic.
            '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{487}'
            | '\u{591}'..='\u{5bd}'
            | '\u{64b}'..='\u{65f}'
            | '\''
            | '’'
            | '‘'
            | 'ʹ'
            | 'ʼ'
            | '`' => {}

            '\0'..='/'
            | ':'..='@'
            | '['..='_'
            | '{'..='\u{bf}'
            | '\u{2000}'..='\u{206f}'
            | '\u{3000}'..='\u{3003}' => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            other => match search::spelt(other) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(other),
            },
        }
    }
    folded.truncate(folded.trim_end_matches(' ').len());
    folded
}

/// Folds any text: NFD, lower case, then [`fold_lowered`].
///
/// ```
/// assert_eq!(index::fold("Großmann, Łukasz"), "grossmann lukasz");
/// assert_eq!(index::fold("A. A. JOFFE"), "a a joffe");
/// ```
#[cfg(feature = "build")]
#[must_use]
pub fn fold(text: &str) -> String {
    fold_lowered(&search::lowered(text))
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::fold;

    #[test]
    fn names_are_folded() {
        let table = [
            ("Иоффе", "иоффе"),
            ("Йоффе", "иоффе"),
            ("Karl Friedrich Groſſe", "karl friedrich grosse"),
            ("Weiß", "weiss"),
            ("WEISS", "weiss"),
            ("Müller-Lüdenscheidt", "muller ludenscheidt"),
            ("Mu\u{308}ller", "muller"),
            ("Œuvres d’Ægidius", "oeuvres daegidius"),
            ("O'Brien", "obrien"),
            ("O’Brien", "obrien"),
            ("R.C.P.(B.)", "r c p b"),
            ("Ørsted", "orsted"),
            ("Łódź", "lodz"),
            ("  A.\u{a0}A.  Joffe ", "a a joffe"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
            ("İnönü", "inonu"),
            ("«Партийный кризис»", "партииныи кризис"),
            ("", ""),
            ("...", ""),
        ];
        for (name, folded) in table {
            assert_eq!(fold(name), folded, "{name}");
            assert_eq!(fold(folded), folded, "folding twice: {name}");
        }
    }
}
