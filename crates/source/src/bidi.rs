//! Characters that turn the direction of a line.

use crate::{Code, Diagnostic, Severity, Span};

/// One note for a text that holds such characters, however many: they can make words read otherwise than they are
/// written. Also found where they are written as a reference (`&#x202E;`) or an escape (`\u202E`).
///
/// # Source
/// Unicode Standard Annex 9, section 2: embeddings, overrides, isolates. The marks U+200E, U+200F and U+061C stand in
/// honest texts and turn nothing.
pub(crate) fn note(text: &str) -> Option<Diagnostic> {
    let mut count = 0_usize;
    let mut first = None;
    // All of them begin with the third of these bytes, and few others do.
    for at in memchr::memchr3_iter(b'&', b'\\', 0xe2, text.as_bytes()) {
        let here = text.get(at..).unwrap_or_default();
        let found = match here.chars().next() {
            Some('&' | '\\') => written(here),
            character => character.filter(|character| turns(*character)).map(char::len_utf8),
        };
        let Some(length) = found else { continue };
        count += 1;
        first.get_or_insert(Span::new(at, at + length));
    }
    let span = first?;
    let message = match count {
        1 => "a character turns the direction of the line here".to_owned(),
        more => format!("{more} characters turn the direction of lines, the first of them here"),
    };
    let finding = Diagnostic::new(Code("source/bidi-control"), Severity::Note, Some(span), message);
    Some(
        finding
            .advise("it is kept; words may read otherwise than they are written, so take it out if you can"),
    )
}

fn turns(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The length of such a character that is written by its number.
fn written(text: &str) -> Option<usize> {
    let (before, base, end) = match text.as_bytes() {
        [b'&', b'#', b'x' | b'X', ..] => (3, 16, true),
        [b'&', b'#', ..] => (2, 10, true),
        [b'\\', b'u' | b'U', ..] => (2, 16, false),
        _ => return None,
    };
    let digits = text.get(before..)?;
    let length = digits.find(|c: char| !c.is_digit(base)).unwrap_or(digits.len());
    let length = if end { length } else { length.min(if text.starts_with("\\U") { 8 } else { 4 }) };
    let number = u32::from_str_radix(digits.get(..length.min(8))?, base).ok()?;
    let closed = !end || digits.get(length..)?.starts_with(';');
    let turns = char::from_u32(number).is_some_and(turns);
    (closed && turns).then_some(before + length + usize::from(end))
}

#[cfg(test)]
mod tests {
    use super::note;

    #[test]
    fn every_spelling_is_found_once_a_text() {
        for text in ["ab \u{202e}c", "ab &#x202E;c", "ab &#8238;c", "ab \\u202ec \u{2066}"] {
            let finding = note(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(finding.span.map(|span| span.start), Some(3), "{text}");
        }
        for text in
            ["\u{200e}a\u{200f}\u{61c}", "&#x202E", "&amp;#x202F;", "\\u202f", "&", "\\", "&#xffffffffff;"]
        {
            assert_eq!(note(text), None, "{text}");
        }
    }
}
