//! Before the letter's first paragraph: number, heading (R3), place and date (R4), salutation (R5).

use super::{Course, certain, dateline, heading, place, salutation};
use crate::draft::Addressee;
use dateline::Where;
use edition::BlockKind;
use source::{Code, Diagnostic, Severity, Span};
use std::ops::Range;

/// No opening has more parts.
const LONGEST: usize = 40;

/// Reads the opening from a unit on. Returns the first unit after it.
pub(super) fn read(course: &mut Course<'_>, from: usize) -> usize {
    let heading = (from..course.units.len().min(from + 12)).find(|number| course.heading(*number).is_some());
    let mut number = from;
    while number < course.units.len().min(from + LONGEST) {
        if let Some(next) = certain::read(course, number) {
            number = next;
            continue;
        }
        if course.indented() && course.deeper(number) {
            break;
        }
        let known = part(course, number) || before_heading(course, number, heading) || stray(course, number);
        if !known {
            break;
        }
        number += 1;
        if has(course, &BlockKind::Salute) {
            break;
        }
    }
    number
}

fn has(course: &Course<'_>, kind: &BlockKind) -> bool {
    course.parts.blocks.iter().any(|(known, _)| known == kind)
}

/// Reads a unit as a part of the opening, if it is one.
fn part(course: &mut Course<'_>, number: usize) -> bool {
    let Some(unit) = course.units.get(number).copied() else { return false };
    let words = course.words(number);
    let headed = has(course, &BlockKind::Heading);
    let dated = has(course, &BlockKind::Dateline);
    if unit.lines > 3 || words.len() > 800 {
        return false;
    }
    if !headed && !has(course, &BlockKind::Number) && unit.lines == 1 && numeral(words) {
        course.parts.block(BlockKind::Number, unit.span);
        course.parts.number = Some(unit.span);
        return true;
    }
    if !headed && let Some(found) = course.names_both(number) {
        take_heading(course, unit.span, found);
        return true;
    }
    if !dated || !headed {
        let numbered = has(course, &BlockKind::Number) || course.indented() || course.parts.language == "ru";
        // A line that is a date from end to end names nobody.
        let bare = !headed
            && !dated
            && numbered
            && !salutation::greets(words)
            && !words.ends_with(['!', '?', '-'])
            && dateline::claims(words, course.parts.dates, Where::Opening).is_none();
        if let Some(found) = heading::read(words, bare, course.parts.dates) {
            take_heading(course, unit.span, found);
            return true;
        }
    }
    if let Some(found) = dateline::claims(words, course.parts.dates, Where::Opening) {
        course.parts.block(BlockKind::Dateline, unit.span);
        take_place(course, unit.span, found.place);
        return true;
    }
    if unit.lines == 1 && (headed || dated) && is_place(course, number, words) {
        course.parts.block(BlockKind::Dateline, unit.span);
        take_place(course, unit.span, place::bare_place(words));
        return true;
    }
    if unit.lines <= 2 && salutation::claims(words) {
        course.parts.block(BlockKind::Salute, unit.span);
        return true;
    }
    // Figures in a short line below the heading: a date, though nobody can read it. That is reported where dates are.
    let figures = words.contains(|character: char| character.is_ascii_digit());
    if headed && !dated && unit.lines == 1 && figures && words.chars().nth(40).is_none() {
        course.parts.block(BlockKind::Dateline, unit.span);
        return true;
    }
    false
}

/// A place alone on its line: no salutation, and before a date, or with nothing that a salutation would end with.
fn is_place(course: &Course<'_>, number: usize, words: &str) -> bool {
    let date_follows =
        dateline::claims(course.words(number + 1), course.parts.dates, Where::Opening).is_some();
    place::bare_place(words).is_some()
        && !salutation::greets(words)
        && (date_follows || (!words.ends_with(',') && words.split_whitespace().count() <= 2))
}

fn take_place(course: &mut Course<'_>, span: Span, place: Option<Range<usize>>) {
    if course.parts.dateline_place.is_none() {
        course.parts.dateline_place = place.map(|place| inside(span, place));
    }
}

fn inside(span: Span, range: Range<usize>) -> Span {
    let start = span.start as usize;
    Span::new(start + range.start, start + range.end)
}

fn take_heading(course: &mut Course<'_>, span: Span, found: heading::Heading) {
    let parts = &mut course.parts;
    parts.block(BlockKind::Heading, span);
    parts.number = parts.number.or(found.number.map(|range| inside(span, range)));
    parts.author = found.from.map(|range| inside(span, range)).or(parts.author);
    parts.dateline_place = parts.dateline_place.or(found.sent_from.map(|range| inside(span, range)));
    parts.addressee_place = parts.addressee_place.or(found.place.map(|range| inside(span, range)));
    if parts.addressees.is_empty() {
        for range in found.addressees {
            let span = inside(span, range);
            let as_written = parts.file.slice(span);
            let display = heading::in_ordinary_letters(as_written);
            parts.addressees.push(Addressee { span, as_written: as_written.into(), display });
        }
    }
}

/// What stands before the heading and is none of its parts: set in, it is the editor's; else it is not understood.
fn before_heading(course: &mut Course<'_>, number: usize, heading: Option<usize>) -> bool {
    let Some(unit) =
        course.units.get(number).copied().filter(|_| heading.is_some_and(|heading| number < heading))
    else {
        return false;
    };
    if unit.set_in && unit.lines > 1 {
        course.parts.block(BlockKind::Editorial, unit.span);
    } else {
        course.parts.block(BlockKind::Other, unit.span);
        course
            .parts
            .diagnostics
            .push(not_understood(unit.span, "it is not clear what these lines before the heading are"));
    }
    true
}

/// In the indented manner the opening ends with the first paragraph: what stands before it and is none of its parts is
/// kept as text.
fn stray(course: &mut Course<'_>, number: usize) -> bool {
    let Some(unit) = course.units.get(number).copied() else { return false };
    let ahead = (number + 1..course.units.len().min(number + 4)).any(|ahead| course.deeper(ahead));
    if !course.indented() || !ahead || unit.lines > 2 || course.words(number).len() > 400 {
        return false;
    }
    course.parts.block(BlockKind::Other, unit.span);
    let message = "it is not clear what these lines before the letter are";
    course.parts.diagnostics.push(not_understood(unit.span, message));
    true
}

/// A finding for lines that are kept as text.
pub(super) fn not_understood(span: Span, message: &str) -> Diagnostic {
    Diagnostic::new(Code("plain/line-not-understood"), Severity::Warning, Some(span), format!("{message}; they are kept as text"))
        .advise("set them off with a blank line, or write them as heading, dateline, signature or note as the others are")
}

/// `2.`, `III`, `98`, `I (A I, 5)`, `XXVIII.`, `Nr. 48.`
pub(super) fn numeral(words: &str) -> bool {
    let words = ["Nr. ", "No. ", "№ "].into_iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words);
    let first = words.split([' ', '.']).next().unwrap_or_default();
    let rest = words.get(first.len()..).unwrap_or_default().trim_start_matches(['.', ' ']);
    let figures = first.len() <= 3 && first.bytes().all(|byte| byte.is_ascii_digit());
    let roman = first.len() <= 8 && first.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    !first.is_empty()
        && words.len() <= 24
        && (figures || roman)
        && (rest.is_empty() || (rest.starts_with('(') && rest.ends_with(')')))
}
