//! Bodies of notes (R10), the brackets of transcribed volumes, back references.

use super::blank;
use super::lines::Unit;
use edition::BackReference;
use source::Span;
use std::collections::BTreeSet;

/// A note before its inlines are made.
#[derive(Debug, Clone)]
pub(super) struct Body {
    /// Its number or sign; one of our own (`*1`) where the source prints none.
    pub(super) label: Box<str>,
    /// `[84]`, `[Footnote 1:`
    pub(super) label_span: Span,
    /// Its paragraphs, and the page markers among them.
    pub(super) parts: Vec<Part>,
    /// `[p. 99]`
    pub(super) back_reference: Option<BackReference>,
    /// The bracket that closes it.
    pub(super) close: Option<Span>,
}

/// What a note is made of.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Paragraph(Span),
    Page(Box<str>, Span),
}

/// Whether characters between brackets can be the label of a note: `84`, `84a`, `*`, `†`.
pub(super) fn is_label(label: &str) -> bool {
    let figures = label.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let numbered = (1..=4).contains(&figures.len())
        && figures.bytes().all(|byte| byte.is_ascii_digit())
        && label.len() <= figures.len() + 1;
    numbered || matches!(label, "*" | "**" | "***" | "†" | "††" | "‡")
}

/// Whether a label is more likely a year that the editor put in brackets.
pub(super) fn like_a_year(label: &str) -> bool {
    label.len() == 4 && ('1'..='2').any(|millennium| label.starts_with(millennium))
}

/// `[84] ` at the beginning of a line: the label and the length with its brackets.
pub(super) fn label(line: &str) -> Option<(&str, usize)> {
    let rest = line.strip_prefix('[')?;
    let end = rest.bytes().take(12).position(|byte| byte == b']')?;
    let label = rest.get(..end)?;
    let after = rest.get(end + 1..)?;
    (is_label(label) && after.starts_with(blank)).then_some((label, end + 2))
}

/// `[Footnote 1:` at the beginning of a text: the label, empty where there is none, and the length.
pub(super) fn footnote(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix("[Footnote")?;
    let colon = rest.bytes().take(10).position(|byte| byte == b':')?;
    let label = rest.get(..colon)?.trim_matches(blank).trim_end_matches('.');
    (label.is_empty()
        || is_label(label)
        || (label.len() == 1 && label.bytes().all(|b| b.is_ascii_uppercase())))
    .then(|| (label, "[Footnote".len() + colon + 1))
}

/// `[Sidenote:`, `[Side note:` at the beginning of a text: its length.
pub(super) fn sidenote(text: &str) -> Option<usize> {
    text.starts_with("[Sidenote:").then_some("[Sidenote:".len())
}

/// Where the bracket closes that opens at the beginning of the text.
pub(super) fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' if depth <= 1 => return Some(at),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The page named at the end of a note: `[p. 99]`, `[pp. 99-100]`.
pub(super) fn back_reference(text: &str, span: Span) -> Option<BackReference> {
    let words = text.get(span.range())?;
    let mut from = words.len().saturating_sub(24);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    let open = from + words.get(from..)?.rfind('[')?;
    let inner = words.get(open + 1..)?.strip_suffix(']')?;
    let page =
        ["pp.", "p.", "S.", "с."].into_iter().find_map(|word| inner.strip_prefix(word))?.trim_matches(blank);
    let numbered = page.starts_with(|c: char| c.is_ascii_digit())
        && page.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '–'));
    let start = span.start as usize + open;
    numbered.then(|| BackReference {
        page: page.into(),
        as_written: words.get(open..).unwrap_or_default().into(),
        span: Span::new(start, span.end as usize),
    })
}

/// Labels in the running text: the bracket touches the word or stop before it, and does not begin a group.
pub(super) fn called(text: &str, units: &[Unit]) -> BTreeSet<Box<str>> {
    let mut out = BTreeSet::new();
    for unit in units {
        let words = text.get(unit.span.range()).unwrap_or_default();
        for (at, _) in words.match_indices('[') {
            let rest = words.get(at + 1..).unwrap_or_default();
            let Some(end) = rest.bytes().take(12).position(|byte| byte == b']') else { continue };
            let label = rest.get(..end).unwrap_or_default();
            if is_label(label) && touches(words, at) {
                out.insert(label.into());
            }
        }
    }
    out
}

/// Labels in brackets at the beginning of groups.
pub(super) fn labels_of<'t>(text: &'t str, units: &'t [Unit]) -> impl Iterator<Item = Box<str>> + 't {
    units.iter().filter_map(|unit| Some(label(text.get(unit.span.range())?)?.0.into()))
}

/// Whether the bracket at `at` stands right behind a word or stop.
pub(super) fn touches(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_some_and(|c| !blank(c) && !matches!(c, '(' | '[' | '“' | '«' | '—' | '-' | '_'))
}

/// Which groups are bodies of notes: those with a label that is called; those that go on from such; those that name
/// the page of their call; and a row of labelled groups at the very end.
pub(super) fn bodies(text: &str, units: &[Unit], called: &BTreeSet<Box<str>>) -> Vec<bool> {
    let words = |unit: &Unit| text.get(unit.span.range()).unwrap_or_default();
    let labels: Vec<Option<&str>> =
        units.iter().map(|unit| label(words(unit)).map(|(label, _)| label)).collect();
    let mut out: Vec<bool> = units
        .iter()
        .zip(&labels)
        .map(|(unit, label)| {
            label.is_some_and(|label| called.contains(label) || back_reference(text, unit.span).is_some())
        })
        .collect();
    for at in 1..out.len() {
        out[at] |= out[at - 1] && labels[at].is_some_and(|label| !like_a_year(label));
    }
    for at in (0..out.len()).rev() {
        let marker = super::pages::marker(words(&units[at])).is_some();
        match labels[at] {
            Some(label) if !like_a_year(label) => out[at] = true,
            _ if marker || out[at] => {}
            _ => break,
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{back_reference, closing, footnote, label, touches};
    use source::Span;

    #[test]
    fn labels() {
        assert_eq!(label("[84] In a letter"), Some(("84", 4)));
        assert_eq!(label("[84a]\u{a0}In"), Some(("84a", 5)));
        assert_eq!(label("[*] In"), Some(("*", 3)));
        assert_eq!(label("[84]"), None);
        assert_eq!(label("[July 17] he"), None);
        assert_eq!(footnote("[Footnote 12: x]"), Some(("12", 13)));
        assert_eq!(footnote("[Footnote: x]"), Some(("", 10)));
        assert_eq!(footnote("[Footnotes are rare]"), None);
    }

    #[test]
    fn brackets_and_back_references() {
        assert_eq!(closing("[Footnote 1: see [2] there.] And"), Some(27));
        assert_eq!(closing("[never"), None);
        let page =
            |text: &str| back_reference(text, Span::new(0, text.len())).map(|found| found.page.to_string());
        assert_eq!(page("Words. [p. 99]").as_deref(), Some("99"));
        assert_eq!(page("Words. [pp. 99-100]").as_deref(), Some("99-100"));
        assert_eq!(page("Words. [p. ninety]"), None);
        assert_eq!(page("é [p. 99].").as_deref(), None);
    }

    #[test]
    fn calls_touch_a_word() {
        assert!(touches("III.[84]", 4));
        assert!(!touches("in [1919]", 3));
        assert!(!touches("[1919]", 0));
    }
}
