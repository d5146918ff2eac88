//! What the words of a date put in doubt: `1[7?]. 12. 1912` the day, `13. 10. [1899?]` the year.

use ::dates::{Date, Language, Qualifier, names};
use std::ops::Range;

/// Words that are longer, in bytes, are no date to be looked into.
pub(super) const LONGEST: usize = 200;

/// What of a date a `?` is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubted {
    Year,
    Month,
    Day,
    /// The whole.
    All,
    /// A word that is no part of the value: "Mitte", "Ostern", "abends".
    Other,
}

/// Marks the parts of a date as uncertain that its words doubt.
pub(super) fn doubt(date: &mut Date, words: &str) {
    for doubted in doubts(date, words) {
        let part = match (doubted, &mut date.month, &mut date.day) {
            (Doubted::Day, _, Some(day)) | (Doubted::Other, _, Some(day)) => &mut day.qualifier,
            (Doubted::Month, Some(month), _) => &mut month.qualifier,
            // "Mitte? August": of August there is no doubt.
            (Doubted::Other, Some(_), None) => continue,
            (Doubted::All, ..) => {
                *date = date.qualified(date.year.qualifier.and(Qualifier::UNCERTAIN));
                continue;
            }
            _ => &mut date.year.qualifier,
        };
        *part = part.and(Qualifier::UNCERTAIN);
    }
}

/// What the words of a date put in doubt. A `?` at the end of brackets speaks of all that is in them (`13. [7. 1915?]`), one at
/// the end of the words of all of them, any other of the word that it follows or breaks (`1[7?]. 12.`, `[11?. 4. 1902]`).
pub(super) fn doubts(date: &Date, words: &str) -> Vec<Doubted> {
    if !words.contains('?') {
        return Vec::new();
    }
    // Several signs in a row are one.
    let mut once = String::new();
    for sign in words.chars() {
        if sign != '?' || !once.ends_with('?') {
            once.push(sign);
        }
    }
    let words = &*once;
    if words.len() > LONGEST {
        return vec![Doubted::All];
    }
    let tokens = tokens(words);
    let parts = parts(date, &tokens);
    let mut out = Vec::new();
    for (at, _) in words.match_indices('?') {
        let scope = scope(words, at, &tokens);
        let said = |range: &Range<usize>| range.start < scope.end && range.end > scope.start;
        let of: Vec<Doubted> = tokens
            .iter()
            .zip(&parts)
            .filter(|(token, _)| said(&token.range))
            .map(|(_, part)| *part)
            .collect();
        // Only a part of the words, if some of the value stands in others.
        let whole = parts.iter().filter(|part| **part != Doubted::Other).all(|part| of.contains(part));
        match of.as_slice() {
            [] => {}
            [Doubted::Other] => out.push(Doubted::Other),
            _ if whole => out.push(Doubted::All),
            some => out.extend(some.iter().filter(|part| **part != Doubted::Other)),
        }
    }
    out
}

/// The words that a `?` speaks of.
fn scope(words: &str, at: usize, tokens: &[Token<'_>]) -> Range<usize> {
    let (before, after) = (words.get(..at).unwrap_or_default(), words.get(at + 1..).unwrap_or_default());
    let opened = before.rfind(['[', '(']).filter(|open| !before[*open..].contains([']', ')']));
    let closed = opened.and_then(|_| after.find([']', ')']));
    let in_brackets = opened.map(|open| open..closed.map_or(words.len(), |close| at + 1 + close));
    let rest = after.get(..closed.unwrap_or(after.len())).unwrap_or_default();
    let holds_words = |range: &Range<usize>| {
        words.get(range.clone()).is_some_and(|inside| inside.contains(char::is_alphanumeric))
    };
    let last = !rest.contains(char::is_alphanumeric);
    match in_brackets.filter(holds_words) {
        Some(brackets) if last => brackets,
        // `(?)`, or a sign without brackets.
        None if !after.contains(char::is_alphanumeric) => 0..words.len(),
        _ => {
            let token = tokens.iter().rev().find(|token| token.range.start < at);
            token.map_or(at..at, |token| token.range.clone())
        }
    }
}

/// A word or number, with the signs of an editor that stand in it: `1[7?]`, `[19]01`.
struct Token<'w> {
    range: Range<usize>,
    word: &'w str,
    number: Option<i32>,
}

fn tokens(words: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    // A blank at the end closes the last.
    for (at, sign) in words.char_indices().chain([(words.len(), ' ')]) {
        match (&mut open, sign) {
            (Some((_, end)), sign) if sign.is_alphanumeric() => *end = at + sign.len_utf8(),
            (None, sign) if sign.is_alphanumeric() => open = Some((at, at + sign.len_utf8())),
            (_, '[' | ']' | '?') => {}
            _ => out.extend(open.take().map(|(start, end)| token(words, start..end))),
        }
    }
    out
}

fn token(words: &str, range: Range<usize>) -> Token<'_> {
    let word = words.get(range.clone()).unwrap_or_default();
    let bare: String = word.chars().filter(|sign| sign.is_alphanumeric()).collect();
    Token { range, word, number: bare.parse().ok() }
}

/// Which part of a date each word is, each part once, the day before a month of the same number.
fn parts(date: &Date, tokens: &[Token<'_>]) -> Vec<Doubted> {
    let mut out: Vec<Doubted> = Vec::new();
    let day = date.day.and_then(|day| day.value).map(i32::from);
    let month = date.month.and_then(|month| month.value).map(i32::from);
    for token in tokens {
        let is = |value: Option<i32>| value.is_some() && value == token.number;
        let free = |part: Doubted| !out.contains(&part);
        let year = is(Some(date.year.value)) || is(Some(date.year.value.rem_euclid(100)));
        out.push(match token.number {
            Some(_) if free(Doubted::Day) && is(day) => Doubted::Day,
            Some(_) if free(Doubted::Month) && is(month) => Doubted::Month,
            Some(_) if free(Doubted::Year) && year => Doubted::Year,
            None if free(Doubted::Month) && month.is_some() && is_month(token.word) => Doubted::Month,
            _ => Doubted::Other,
        });
    }
    out
}

/// Whether a word is a month: by its first letters, as old spellings have them (`Junius`), or a Roman number.
fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    let begins = |month: &str| {
        let month: String = month.to_lowercase().chars().take(3).collect();
        word.starts_with(&month)
    };
    let named = || {
        Language::ALL
            .into_iter()
            .map(names)
            .any(|of| of.months.all().chain(of.months_genitive.all()).chain(of.seasons.all()).any(begins))
    };
    word.chars().all(|sign| matches!(sign, 'i' | 'v' | 'x')) || named()
}

/// The numbers in words, with their places.
pub(super) fn numbers(words: &str) -> Vec<(Range<usize>, i32)> {
    tokens(words).into_iter().filter_map(|token| Some((token.range, token.number?))).collect()
}

#[cfg(test)]
mod tests {
    use super::doubt;
    use ::dates::{Edtf, parse_edtf, print_edtf};

    #[test]
    fn what_the_words_put_in_doubt_is_in_doubt() {
        let rows = [
            ("1892-02-02", "2. 2. 1892", "1892-02-02"),
            ("1892-02-02", "[2. 2. 1892]", "1892-02-02"),
            ("1892-02-02", "[2. 2. 1892?]", "1892-02-02?"),
            ("1892-02-03", "[3.? 2. 1892]", "1892-02-?03"),
            ("1892-02-03", "3. Februar? 1892", "1892-?02-03"),
            ("1892-02-03", "3 February (1892?), evening", "1892?-02-03"),
            ("1892-02-02", "2.? 2. 1892?", "1892-02-02?"),
            ("1892-02", "[?]. 2. 1892", "1892-02"),
            ("1892~", "um 1892?", "1892%"),
            // A figure of the day
            ("1912-12-17", "1[7?]. 12. 1912", "1912-12-?17"),
            ("1904-04-23", "2[3.?] 4. 1904", "1904-04-?23"),
            ("1892-08-14", "[14?.] 8. 1892", "1892-08-?14"),
            ("1904-10-16", "[16?. 10. 1904]", "1904-10-?16"),
            ("1900-09-03", "[3.?] 9. 1900", "1900-09-?03"),
            // The month, where day and month are the same number too
            ("1930-01-01", "[1. 1.? 1930]", "1930-?01-01"),
            ("1897-01-02", "2. [1.? 1897]", "1897-?01-02"),
            ("1921-08-17", "17. [8.?] 1921", "1921-?08-17"),
            ("1805-01-16", "16. Januar (?) 1805", "1805-?01-16"),
            ("1908-04-30", "30. IV.? 1908", "1908-?04-30"),
            // The year, or a figure of it
            ("1899-10-13", "13. 10. [1899?]", "1899?-10-13"),
            ("1923-02-27", "27. 2. 192[3?]", "1923?-02-27"),
            ("1801-05-02", "2. 5. [18?]01", "1801?-05-02"),
            // What stands in the brackets together
            ("1915-07-13", "13. [7. 1915?]", "1915-07?-13"),
            ("1923-08-02", "[2. 8.?] 1923", "1923-?08-?02"),
            ("1899-11-23", "2[3?]. 11. 189[9?]", "?1899-11-?23"),
            ("1894-07-28", "[28. 7. 1894?]", "1894-07-28?"),
            ("1797-06-21", "21. Juni 1797 (?)", "1797-06-21?"),
            // Words that are no part of the value
            ("1892-04-17", "Ostern? 1892", "1892-04-?17"),
            ("1894-08", "Mitte? August 1894", "1894-08"),
        ];
        for (attribute, words, expected) in rows {
            let Ok(Edtf::Date(mut date)) = parse_edtf(attribute) else { panic!("{attribute}") };
            doubt(&mut date, words);
            assert_eq!(print_edtf(&Edtf::Date(date)), expected, "{words}");
        }
    }
}
