//! In which manner a file is printed, by what it shows.

use super::lines::Line;
use crate::draft::Manner;

/// The manner, and what it was recognised by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) manner: Manner,
    /// In the indented manner: the first line that is indented.
    pub(super) first: usize,
    /// In the indented manner: how far lines are indented that are no paragraph.
    pub(super) base: usize,
}

/// A line longer than this was never broken to fit a page.
const LONGEST_PRINTED: usize = 200;

/// Indented: from the first indented line on nine of ten lines are, and some are indented deeper by two characters or
/// more. A paragraph a line: some line is longer than any printed one, or most begin with an ideographic space. Else
/// flush.
pub(super) fn choose(text: &str, lines: &[Line]) -> Found {
    if let Some(first) = lines.iter().position(|line| line.columns(text) > 0) {
        let base = lines.get(first).map_or(0, |line| line.columns(text));
        let body = lines.get(first..).unwrap_or_default();
        let flush = body.iter().filter(|line| line.columns(text) == 0).count();
        let deeper = body.iter().filter(|line| line.columns(text) >= base + 2).count();
        let shallow = body.iter().filter(|line| line.columns(text) < base).count();
        if deeper > 0 && flush * 10 <= body.len() && shallow * 10 <= body.len() && body.len() > 2 {
            return Found { manner: Manner::Indented, first, base };
        }
    }
    let words = |line: &Line| text.get(line.words().range()).unwrap_or_default();
    let unbroken = lines.iter().any(|line| words(line).chars().nth(LONGEST_PRINTED).is_some());
    let ideographic = lines
        .iter()
        .filter(|line| {
            text.get(..line.words().start as usize).is_some_and(|before| before.ends_with('\u{3000}'))
        })
        .count();
    let manner =
        if unbroken || ideographic * 2 > lines.len() { Manner::LinePerParagraph } else { Manner::Flush };
    Found { manner, first: 0, base: 0 }
}
