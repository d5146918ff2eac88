//! Letters as printed in volumes of collected works, as plain text.
//!
//! Two manners are read: that of the seed letter (a flush-left header block, everything else indented, one line a
//! paragraph, `page 100` lines, notes with `[p. 99]`), and that of transcribed volumes (paragraphs of several lines,
//! `[Footnote 1: …]`). What is certain is read; the rest stays text and is reported. See `README.md` beside this file.

mod body;
mod calls;
mod certain;
mod closer;
mod correspondents;
mod cover;
mod dateline;
mod findings;
mod footnotes;
mod header;
mod heading;
mod ids;
mod inlines;
mod kinds;
mod lines;
mod manner;
mod marks;
mod notes;
mod opening;
mod pages;
mod parts;
mod place;
mod relations;
mod salutation;

pub(crate) use footnotes::is_rule;
pub use kinds::{block_name, imprint_name};
pub(crate) use pages::running_head;

use crate::draft::{Draft, Manner};
use footnotes::Footnotes;
use lines::{Line, Unit};
use parts::Parts;
use source::{Report, SourceFile};

/// Reads a letter. Whatever the text, there is a letter: what is not understood becomes blocks of text, and is reported.
/// An empty file gives an empty letter; `source::decode` has said so.
///
/// ```
/// let file = source::SourceFile::from_text("a.txt", "TO ANNA BELL\n\nYork, May 3, 1840.\n\nDear Anna,\n\nIt rains.\n");
/// let report = import::read_plain(&file);
/// let kinds: Vec<&str> = report.value.letter.text.iter().map(|block| import::block_name(&block.kind)).collect();
/// assert_eq!(kinds, ["heading.addressee", "dateline", "salutation", "paragraph"]);
/// ```
#[must_use]
pub fn read_plain(file: &SourceFile) -> Report<Draft> {
    let text = &*file.text;
    let lines = lines::lines(text);
    let manner = manner::choose(text, &lines);
    let units = lines::units(text, &lines, &manner);
    let called = notes::called(text, &units);
    let mut bodies = notes::bodies(text, &units, &called);
    let mut bracketed = called.clone();
    bracketed.extend(notes::labels_of(text, &units));
    let footnotes = footnotes::find(text, &lines, &units, &bracketed);
    for number in footnotes.units.keys() {
        bodies[*number] = true;
    }
    let parts = Parts::new(file, manner);
    let mut course = Course { text, lines, units, bodies, footnotes, notes_from: 0, closed: false, parts };
    (course.notes_from, course.closed) = certain::notes_from(&course);
    let header = course.header();
    let letter = opening::read(&mut course, header);
    body::read(&mut course, letter);
    course.parts.diagnostics.extend(course.footnotes.unsure.map(footnotes::not_sure));
    course.parts.finish(called, course.footnotes.calls)
}

/// What a letter is read from, and what has been found so far.
struct Course<'f> {
    text: &'f str,
    lines: Vec<Line>,
    units: Vec<Unit>,
    /// Which units are bodies of notes behind `[84]`, or behind a sign without brackets.
    bodies: Vec<bool>,
    /// Notes whose signs stand in no brackets.
    footnotes: Footnotes,
    /// From which unit on notes are the last thing of the file.
    notes_from: usize,
    /// Whether the letter has been closed before them, so that all after them is theirs.
    closed: bool,
    parts: Parts<'f>,
}

/// A heading stands among the first so many groups of a file without indents, or there is none.
const HEADER_GROUPS: usize = 30;

impl<'f> Course<'f> {
    /// The words of a unit.
    fn words(&self, number: usize) -> &'f str {
        self.units.get(number).and_then(|unit| self.text.get(unit.span.range())).unwrap_or_default()
    }

    /// The page that begins at a unit: its marker, or a running head.
    fn page(&self, number: usize) -> Option<&'f str> {
        let words = self.words(number);
        let head = self.units.get(number).is_some_and(|unit| unit.head);
        pages::marker(words).or_else(|| pages::running_head(words).filter(|_| head))
    }

    /// Whether a unit is set as a paragraph of the indented manner.
    fn deeper(&self, number: usize) -> bool {
        self.units.get(number).is_some_and(|unit| unit.columns >= self.parts.manner.base + 2)
    }

    fn indented(&self) -> bool {
        self.parts.manner.manner == Manner::Indented
    }

    /// Reads the header block. Returns the first unit after it. In the indented manner it ends where lines are indented;
    /// else it is what stands before the heading, if some of it begins as lines of a header block do.
    fn header(&mut self) -> usize {
        let end = if self.indented() {
            self.units.partition_point(|unit| unit.first < self.parts.manner.first)
        } else {
            self.header_without_indent()
        };
        for number in 0..end {
            let Some(unit) = self.units.get(number).copied() else { break };
            let group: Vec<_> = self
                .lines
                .get(unit.first..unit.first + unit.lines)
                .unwrap_or_default()
                .iter()
                .map(|line| line.words())
                .collect();
            header::read(&mut self.parts, &group);
        }
        end
    }

    /// The heading that a unit is.
    fn heading(&self, number: usize) -> Option<heading::Heading> {
        heading::read(self.words(number), false, self.parts.dates).or_else(|| self.names_both(number))
    }

    /// A heading that names who writes and to whom: with a date, or before a dateline or a salutation.
    fn names_both(&self, number: usize) -> Option<heading::Heading> {
        let found = correspondents::read(self.words(number), self.parts.dates)?;
        let opens = |next: usize| {
            let words = self.words(next);
            let dated = dateline::claims(words, self.parts.dates, dateline::Where::Opening).is_some();
            dated || salutation::greets(words) && salutation::claims(words)
        };
        let dated =
            !dates::recognize(self.words(number), self.parts.dates, &dates::DateHints::default()).is_empty();
        (dated || (number + 1..number + 3).any(opens)).then_some(found)
    }

    fn header_without_indent(&self) -> usize {
        let Some(heading) =
            (0..self.units.len().min(HEADER_GROUPS)).find(|number| self.heading(*number).is_some())
        else {
            return 0;
        };
        let known = (0..heading).any(|number| {
            let unit = self.units.get(number);
            let lines = unit.and_then(|unit| self.lines.get(unit.first..unit.first + unit.lines.min(8)));
            lines
                .unwrap_or_default()
                .iter()
                .any(|line| header::claims(self.text.get(line.words().range()).unwrap_or_default()))
        });
        match (known, heading.checked_sub(1)) {
            (false, _) | (_, None) => 0,
            (true, Some(before)) if opening::numeral(self.words(before)) => before,
            (true, Some(_)) => heading,
        }
    }
}

/// Whether a word is one of a list, whose words have a stroke between them.
fn among(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word && !known.is_empty())
}

/// Blanks of every kind that typists and converters leave at the ends of a line.
pub(crate) fn blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}')
}
