//! Pairs of signs in a block: brackets, underscores, the numbers of an enumeration. Found in one pass, so that a block
//! of any length is read in a time that grows with its length alone.

use super::blank;
use source::Span;

/// Where signs begin and end, by offset in the text; the end is that of the closing sign.
#[derive(Debug, Default)]
pub(super) struct Marks {
    brackets: Vec<(usize, usize)>,
    italics: Vec<(usize, usize)>,
    labels: Vec<(usize, usize)>,
}

/// Italic words run no longer than this, in bytes.
const LONGEST_ITALIC: usize = 2000;

impl Marks {
    pub(super) fn of(text: &str, span: Span) -> Self {
        let words = text.get(span.range()).unwrap_or_default();
        let start = span.start as usize;
        let shift = |pairs: Vec<(usize, usize)>| {
            pairs.into_iter().map(|(from, to)| (from + start, to + start)).collect()
        };
        Self {
            brackets: shift(brackets(words)),
            italics: shift(italics(words)),
            labels: shift(labels(words)),
        }
    }

    pub(super) fn bracket(&self, at: usize) -> Option<usize> {
        find(&self.brackets, at)
    }

    pub(super) fn italic(&self, at: usize) -> Option<usize> {
        find(&self.italics, at)
    }

    pub(super) fn label(&self, at: usize) -> Option<usize> {
        find(&self.labels, at)
    }
}

fn find(pairs: &[(usize, usize)], at: usize) -> Option<usize> {
    let found = pairs.binary_search_by_key(&at, |(from, _)| *from).ok()?;
    pairs.get(found).map(|(_, to)| *to)
}

/// Brackets that close, nested ones too.
fn brackets(words: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut out = Vec::new();
    for (at, byte) in words.bytes().enumerate() {
        match byte {
            b'[' => open.push(at),
            b']' => out.extend(open.pop().map(|from| (from, at))),
            _ => {}
        }
    }
    out.sort_unstable();
    out
}

/// `_words_`: no blank inside the marks, no letter outside them; `____` is a blank to be filled, not a mark.
fn italics(words: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    let mut run_until = 0;
    for (at, _) in words.match_indices('_') {
        if at < run_until {
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        let run = rest.bytes().take_while(|byte| *byte == b'_').count();
        if run > 1 {
            run_until = at + run;
            open = None;
            continue;
        }
        let before = words.get(..at).and_then(|text| text.chars().next_back());
        let after = rest.get(1..).and_then(|text| text.chars().next());
        let can_close = before.is_some_and(|c| !blank(c)) && !after.is_some_and(char::is_alphanumeric);
        let can_open = after.is_some_and(|c| !blank(c)) && !before.is_some_and(char::is_alphanumeric);
        match open {
            Some(from) if can_close && at - from <= LONGEST_ITALIC && at > from + 1 => {
                out.push((from, at));
                open = None;
            }
            _ => open = can_open.then_some(at),
        }
    }
    out
}

/// `(1)` … `(2)` …, `(a)` … `(b)` …: a series that rises from the first by one, of at least two, each behind a blank.
fn labels(words: &str) -> Vec<(usize, usize)> {
    let mut figures = Series::default();
    let mut letters = Series::default();
    for (at, _) in words.match_indices('(') {
        let rest = words.get(at + 1..).unwrap_or_default();
        let Some(end) = rest.bytes().take(4).position(|byte| byte == b')') else { continue };
        let label = rest.get(..end).unwrap_or_default();
        let free = words
            .get(..at)
            .and_then(|text| text.chars().next_back())
            .is_none_or(|c| blank(c) || matches!(c, '"' | '“' | '—' | '-'));
        if !free {
            continue;
        }
        let close = at + 1 + end;
        if let Ok(number) = label.parse::<u32>() {
            figures.take(number, at, close);
        } else if let [letter @ b'a'..=b'z'] = label.as_bytes() {
            letters.take(u32::from(letter - b'a') + 1, at, close);
        }
    }
    let mut out = figures.series();
    out.extend(letters.series());
    out.sort_unstable();
    out
}

#[derive(Default)]
struct Series {
    places: Vec<(usize, usize)>,
}

impl Series {
    fn take(&mut self, number: u32, from: usize, to: usize) {
        if usize::try_from(number).is_ok_and(|number| number == self.places.len() + 1) {
            self.places.push((from, to));
        }
    }

    fn series(self) -> Vec<(usize, usize)> {
        if self.places.len() < 2 { Vec::new() } else { self.places }
    }
}

#[cfg(test)]
mod tests {
    use super::{Marks, brackets, italics, labels};
    use source::Span;

    fn words<'t>(text: &'t str, pairs: &[(usize, usize)]) -> Vec<&'t str> {
        pairs.iter().map(|(from, to)| &text[*from..=*to]).collect()
    }

    #[test]
    fn pairs() {
        let text = "a [b [c] d] e] [f";
        assert_eq!(words(text, &brackets(text)), ["[b [c] d]", "[c]"]);
        let text = "_one_ snake_case_name ____ and _two words_, _ not _";
        assert_eq!(words(text, &italics(text)), ["_one_", "_two words_"]);
        let text = "is: (1) rest. (see (2)) f(2) (2) go; (a) alone";
        assert_eq!(words(text, &labels(text)), ["(1)", "(2)"]);
        let text = "(1919) and (1)";
        assert!(labels(text).is_empty());
    }

    #[test]
    fn offsets_are_those_of_the_text() {
        let marks = Marks::of("xx [y]", Span::new(3, 6));
        assert_eq!(marks.bracket(3), Some(5));
        assert_eq!(marks.bracket(2), None);
    }
}
