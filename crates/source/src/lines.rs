//! Lines and columns, and offsets in code points.

use crate::{LineColumn, Span};
use std::cell::OnceCell;

/// Where the lines of a text begin. A line ends with LF, CR LF or CR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<u32>,
    /// For columns far out in a long line; made when one is asked for.
    points: OnceCell<CodePoints<'t>>,
}

/// Up to so many bytes are counted where they stand.
const SHORT: usize = 4096;

impl<'t> Lines<'t> {
    /// The lines of a text.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(cut(at + 1));
            }
        }
        Self { text, starts, points: OnceCell::new() }
    }

    /// Every line without its end; the last one may be empty.
    pub fn iter(&self) -> impl Iterator<Item = Span> + '_ {
        self.starts.iter().enumerate().map(|(number, start)| {
            let start = *start as usize;
            let next = self.starts.get(number + 1).map_or(self.text.len(), |next| *next as usize);
            let line = self.text.get(start..next).unwrap_or_default();
            Span::new(start, start + line.trim_end_matches(['\r', '\n']).len())
        })
    }

    /// The line and column of a byte offset; the column counts characters.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let offset = (offset as usize).min(self.text.len());
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = if offset - start as usize <= SHORT {
            self.text.as_bytes().get(start as usize..offset).map_or(0, characters)
        } else {
            let points = self.points.get_or_init(|| CodePoints::of(self.text));
            points.before(cut(offset)) - points.before(start)
        };
        LineColumn { line: cut(line.max(1)), column: cut(column + 1) }
    }

    /// The line that a byte offset is in, without its end.
    #[must_use]
    pub fn line(&self, offset: u32) -> Span {
        let next = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(next.saturating_sub(1)).copied().unwrap_or_default() as usize;
        let end = self.starts.get(next).map_or(self.text.len(), |next| *next as usize);
        let line = self.text.get(start..end).unwrap_or_default();
        Span::new(start, start + line.trim_end_matches(['\r', '\n']).len())
    }
}

/// Offsets in Unicode code points for byte offsets, by steps of a few hundred bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodePoints<'t> {
    text: &'t str,
    marks: Vec<usize>,
}

const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    /// An index of a text.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let mut total = 0;
        let mut marks = vec![0];
        for part in text.as_bytes().chunks(STEP) {
            total += characters(part);
            marks.push(total);
        }
        Self { text, marks }
    }

    /// How many code points stand before a byte offset.
    #[must_use]
    pub fn before(&self, offset: u32) -> usize {
        let offset = (offset as usize).min(self.text.len());
        let mark = offset / STEP;
        let rest = self.text.as_bytes().get(mark * STEP..offset).map_or(0, characters);
        self.marks.get(mark).copied().unwrap_or_default() + rest
    }
}

/// Spans end at 4 GiB, and so do lines.
fn cut(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Characters that begin in these bytes of a UTF-8 text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::{CodePoints, Lines};
    use crate::LineColumn;

    #[test]
    fn lines_end_in_three_ways() {
        let text = "ein\r\nzwei\rdrei\n\nvier";
        let lines: Vec<&str> = Lines::of(text).iter().map(|span| &text[span.range()]).collect();
        assert_eq!(lines, ["ein", "zwei", "drei", "", "vier"]);
    }

    #[test]
    fn columns_count_characters() {
        let text = "für\nСофья x";
        let at = u32::try_from(text.find('x').unwrap_or_default()).unwrap_or_default();
        assert_eq!(Lines::of(text).line_column(at), LineColumn { line: 2, column: 7 });
        assert_eq!(Lines::of(text).line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(Lines::of("").line_column(9), LineColumn { line: 1, column: 1 });
        let long = "ä".repeat(9_000);
        let text = format!("one\n{long}x\nthree");
        let at = u32::try_from(4 + long.len()).unwrap_or_default();
        assert_eq!(Lines::of(&text).line_column(at), LineColumn { line: 2, column: 9_001 });
    }

    #[test]
    fn a_place_is_in_its_line() {
        let text = "ein\r\nzwei\n\nvier";
        let lines = Lines::of(text);
        let around = |offset| &text[lines.line(offset).range()];
        assert_eq!(
            [0, 3, 5, 8, 10, 11, 15, 99].map(around),
            ["ein", "ein", "zwei", "zwei", "", "vier", "vier", "vier"]
        );
        assert_eq!(Lines::of("").line(9).range(), 0..0);
    }

    #[test]
    fn code_points_are_counted_across_steps() {
        let text = "aé漢😀".repeat(500);
        let index = CodePoints::of(&text);
        for (count, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(index.before(u32::try_from(offset).unwrap_or_default()), count);
        }
    }
}
