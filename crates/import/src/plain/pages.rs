//! Pages of the print (R7): `page 100` alone on its line, `[Pg 100]` in a paragraph, `pp. 99-100` in the imprint.

use super::blank;

/// The page that begins at a line `page 100`, `page 147b`, `[Pg 100]`.
pub(super) fn marker(line: &str) -> Option<&str> {
    if line.len() > 24 {
        return None;
    }
    let page = match bracketed(line) {
        Some(page) => page,
        None => line.strip_prefix("page ").or_else(|| line.strip_prefix("Page "))?.trim_matches(blank),
    };
    named(page).then_some(page)
}

/// The page of a running head: `198      MARX TO ENGELS. 12 FEBRUARY 1864`, `LETTERS OF LORD ACTON      41`. The words are
/// capitals, and blanks part them from the figure.
pub(crate) fn running_head(line: &str) -> Option<&str> {
    if line.len() > 160 || line.contains(['\n', '\r']) || line.contains(char::is_lowercase) {
        return None;
    }
    let figure = |c: char| c.is_ascii_digit();
    let (page, words) = match line.find(|c| !figure(c))? {
        0 => {
            let words = line.trim_end_matches(figure);
            (line.get(words.len()..)?, words)
        }
        end => line.split_at(end),
    };
    let bare = words.trim_matches(blank);
    let blanks = words.chars().count() - bare.chars().count();
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    let parted = blanks >= 4 || blanks >= 2 && bare.contains(' ');
    ((1..=4).contains(&page.len()) && parted && letters >= 4).then_some(page)
}

/// Whether a running head stands between two pieces of one sentence.
pub(super) fn parts_sentence(before: &str, after: &str) -> bool {
    let open = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';'));
    open && before.contains(char::is_lowercase) && after.starts_with(char::is_lowercase)
}

/// The page that begins at `[Pg 100]` or `[Page 100]`, brackets included.
pub(super) fn bracketed(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    let page = inner.strip_prefix("Pg ").or_else(|| inner.strip_prefix("Page "))?.trim_matches(blank);
    named(page).then_some(page)
}

/// `100`, `147b`, `xiv`.
fn named(page: &str) -> bool {
    let number = page.starts_with(|c: char| c.is_ascii_digit())
        && page.len() <= 6
        && page.chars().all(|c| c.is_ascii_alphanumeric());
    let roman = !page.is_empty() && page.len() <= 8 && page.bytes().all(|byte| b"ivxlc".contains(&byte));
    number || roman
}

/// The number after a word in an imprint line: `45` after `Vol.`, `99-100` after `pp.`
pub(super) fn number_after<'t>(line: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let at = line.find(word)?;
        let begins = line.get(..at)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let rest = line.get(at + word.len()..)?.trim_start_matches(blank);
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–');
        let number = rest.get(..rest.find(|c| !part(c)).unwrap_or(rest.len()))?.trim_end_matches(['-', '–']);
        (begins && number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 16).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::{marker, number_after, parts_sentence, running_head};

    #[test]
    fn running_heads() {
        let found = |line| running_head(line).unwrap_or("-");
        assert_eq!(found("198                    BELL TO DORN. 12 FEBRUARY 1864"), "198");
        assert_eq!(found("LETTERS OF LORD BELL          41"), "41");
        assert_eq!(found("42  LETTERS OF LORD BELL"), "42");
        assert_eq!(found("42 LETTERS OF LORD BELL"), "-");
        assert_eq!(found("42          Letters of Lord Bell"), "-");
        assert_eq!(found("TO ANNA BELL"), "-");
        assert_eq!(found("1864"), "-");
        assert_eq!(found("1864     12"), "-");
        assert_eq!(found(""), "-");
        assert!(parts_sentence("I no longer know", "which way to turn."));
        assert!(!parts_sentence("I no longer know.", "which way to turn."));
        assert!(!parts_sentence("I no longer know", "Which way to turn."));
        assert!(!parts_sentence("TOM", "which way to turn."));
    }

    #[test]
    fn markers() {
        let found = |line| marker(line).unwrap_or("-");
        assert_eq!(found("page 100"), "100");
        assert_eq!(found("page 147b"), "147b");
        assert_eq!(found("page xiv"), "xiv");
        assert_eq!(found("[Pg 12]"), "12");
        assert_eq!(found("page 100 was torn out"), "-");
        assert_eq!(found("page"), "-");
        assert_eq!(found("page turner"), "-");
    }

    #[test]
    fn volumes_and_pages() {
        let line = "Vol. 45, pp. 99-100.";
        assert_eq!(number_after(line, &["Vol."]), Some("45"));
        assert_eq!(number_after(line, &["pp.", "p."]), Some("99-100"));
        assert_eq!(number_after("pp. 147b–148a", &["pp."]), Some("147b–148a"));
        assert_eq!(number_after("Papp. 3", &["pp."]), None);
    }
}
