//! Names of files and labels as identifiers: of letters, which stand in addresses, and of what stands inside a letter.

use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The name of a file without its folders.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// The same without its ending.
pub(crate) fn stem(path: &str) -> &str {
    let name = file_name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The identifier of a letter or an entry. Letters and figures of all scripts stay, in one way of writing them (NFC: some
/// systems write the dots of an ü for themselves); addresses know how to hold them. All else becomes a hyphen.
pub(crate) fn cleaned(name: &str) -> String {
    let cleaned: String = name.nfc().map(|c| if is_fit(c) { c } else { '-' }).collect();
    let begun = cleaned.trim_start_matches(|c| matches!(c, '-' | '.') || is_combining_mark(c));
    let trimmed = begun.trim_end_matches(['-', '.']);
    match trimmed {
        // Signs alone are told apart by their numbers.
        "" if name.is_ascii() => "letter".to_owned(),
        "" => name.nfc().filter(|c| !c.is_ascii()).fold(String::from("u"), hexadecimal),
        trimmed => trimmed.to_owned(),
    }
}

/// Whether a character can stand in the identifier of a letter.
pub(crate) fn is_fit(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '.' | '_' | '-')
}

/// An identifier that stands behind the number sign of an address, where browsers leave only ASCII as it is: letters
/// without their marks, those of other scripts by their numbers.
pub(crate) fn fragment(label: &str) -> String {
    let mut out = String::new();
    for c in label.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' | '-' => out.push(c),
            _ => match latin(c) {
                Some(letters) => out.push_str(letters),
                None if c.is_alphanumeric() => out = hexadecimal(out, c),
                None => out.push('-'),
            },
        }
    }
    let trimmed = out.trim_matches(['-', '.']);
    if trimmed.is_empty() { label.chars().fold(String::new(), hexadecimal) } else { trimmed.to_owned() }
}

/// Letters of Latin alphabets that are no letter with a mark.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ẞ' => "SS",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ı' => "i",
        _ => return None,
    })
}

fn hexadecimal(mut out: String, c: char) -> String {
    // A text takes whatever is written into it.
    let _ = write!(out, "{:x}", u32::from(c));
    out
}

#[cfg(test)]
mod tests {
    use super::{cleaned, fragment};

    #[test]
    fn names_of_files_make_identifiers_of_their_own() {
        let rows = [
            ("joffe-1921", "joffe-1921"),
            ("Müller", "Müller"),
            ("Mu\u{308}ller", "Müller"),
            ("Möller", "Möller"),
            ("Привет", "Привет"),
            ("日本", "日本"),
            ("हिन्दी", "हिन्दी"),
            ("Brief an X (1)", "Brief-an-X--1"),
            ("ludwigs-brief_1.a", "ludwigs-brief_1.a"),
            ("...", "letter"),
            ("", "letter"),
            ("💌", "u1f48c"),
            ("💔", "u1f494"),
        ];
        for (name, expected) in rows {
            assert_eq!(cleaned(name), expected, "{name}");
        }
    }

    #[test]
    fn labels_make_fragments_of_ascii() {
        let rows = [
            ("12", "12"),
            ("[12]", "12"),
            ("ä", "a"),
            ("Straße", "Strasse"),
            ("søster", "soster"),
            ("12ᵛ", "12v"),
            ("α", "3b1"),
            ("*", "2a"),
            ("†", "2020"),
            ("**", "2a2a"),
            ("a b", "a-b"),
        ];
        for (label, expected) in rows {
            assert_eq!(fragment(label), expected, "{label}");
        }
    }
}
