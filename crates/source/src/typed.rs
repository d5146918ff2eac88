//! What a word processor writes where a file needs plain signs.

/// Quotation marks that are curved or doubled: a file in TOML or YAML takes them for letters. `’` alone is an apostrophe.
const CURVED: [char; 9] = ['“', '”', '„', '‟', '«', '»', '‘', '‚', '‹'];

/// What to do about the line around a place of a file that cannot be read, where a word processor's signs are the reason.
#[must_use]
pub fn typed_advice(text: &str, at: usize) -> Option<&'static str> {
    let before = text.get(..at)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?;
    // A tab that parts key and value may end the line before the place.
    let above = text.get(..start)?.lines().next_back().unwrap_or_default();
    if line.contains(CURVED) {
        Some("write straight quotation marks (\") in place of curved ones")
    } else if line.contains('\t') || above.contains('\t') {
        Some("write blanks in place of tabs")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::typed_advice;

    #[test]
    fn curved_marks_and_tabs_are_named() {
        let table = [
            ("from = “Ada”", 7, "straight"),
            ("from:\tAda\nto: Ben", 5, "tabs"),
            ("from:\tAda\nto: Ben", 10, "tabs"),
            ("from: [Ada", 6, ""),
            ("title: L’ami: [x", 14, ""),
            ("from = ‘Ada’", 7, "straight"),
            ("", 0, ""),
            ("ä", 1, ""),
        ];
        for (text, at, expected) in table {
            assert!(typed_advice(text, at).unwrap_or_default().contains(expected), "{text}");
            assert_eq!(typed_advice(text, at).is_none(), expected.is_empty(), "{text}");
        }
    }
}
