//! Groups that say by themselves what they are, wherever they stand: page markers, side notes, notes.

use super::notes::{Body, Part};
use super::{Course, blank, closer, notes};
use crate::draft::Structure;
use closer::Form;
use edition::BlockKind;
use source::{Code, Diagnostic, Severity, Span};

/// A footnote runs over no more than so many groups.
const LONGEST_NOTE: usize = 40;

/// Reads a unit, if it is one of these. Returns the first unit after it.
pub(super) fn read(course: &mut Course<'_>, number: usize) -> Option<usize> {
    let words = course.words(number);
    let span = course.units.get(number)?.span;
    if let Some(page) = course.page(number) {
        course.parts.page(page, span);
        return Some(number + 1);
    }
    if let Some(foot) = course.footnotes.units.get(&number).cloned() {
        if let Some(rule) = foot.rule {
            course.parts.consume(rule, Structure::Rule);
        }
        course.parts.bodies.extend(foot.notes);
        return Some(number + 1);
    }
    if course.bodies.get(number).copied().unwrap_or_default() {
        return Some(labelled(course, number));
    }
    if let Some((label, length)) = notes::footnote(words) {
        return footnote(course, number, label, length);
    }
    let length = notes::sidenote(words)?;
    if notes::closing(words)? + 1 != words.len() {
        return None;
    }
    let (start, end) = (span.start as usize, span.end as usize);
    course.parts.consume(Span::new(start, start + length), Structure::SidenoteBracket);
    course.parts.consume(Span::new(end - 1, end), Structure::SidenoteBracket);
    let inner = trimmed(course.text, start + length, end - 1);
    course.parts.block(BlockKind::Editorial, inner);
    Some(number + 1)
}

fn trimmed(text: &str, from: usize, to: usize) -> Span {
    let inner = text.get(from..to).unwrap_or_default();
    let start = from + inner.len() - inner.trim_start_matches(blank).len();
    Span::new(start, start + inner.trim_matches(blank).len())
}

/// From which unit on notes are the last thing of the file: the first body after the last valediction or signature. And
/// whether there is such a closing right before it.
pub(super) fn notes_from(course: &Course<'_>) -> (usize, bool) {
    let closes = |number: &usize| {
        let body = course.bodies.get(*number).copied().unwrap_or_default();
        let nbsp =
            course.units.get(*number).is_some_and(|unit| closing_blanks(course.text, unit.tail).is_some());
        !body
            && (nbsp
                || matches!(
                    closer::form(course.words(*number)),
                    Form::Valediction | Form::Both { .. } | Form::Capitals
                ))
    };
    let first = course.bodies.iter().position(|body| *body).unwrap_or(course.units.len());
    let last = (first..course.units.len()).rev().find(closes);
    let after = last.map_or(first, |last| last + 1);
    let body = |number: &usize| course.bodies.get(*number).copied().unwrap_or_default();
    let from = (after..course.units.len()).find(body).unwrap_or(course.units.len());
    (from, from < course.units.len() && before_are_closings(course, from))
}

/// Three or more no-break spaces at the end of a line: where a signature stood.
pub(super) fn closing_blanks(text: &str, tail: Span) -> Option<Span> {
    let blanks = text.get(tail.range())?;
    let from = blanks.find('\u{a0}')?;
    let rest = blanks.get(from..)?;
    let length = rest.find(|c| c != '\u{a0}').unwrap_or(rest.len());
    let start = tail.start as usize + from;
    (length >= 3 * '\u{a0}'.len_utf8()).then(|| Span::new(start, start + length))
}

/// R10: `[84] ` and what goes on from it, up to `[p. 99]`.
fn labelled(course: &mut Course<'_>, number: usize) -> usize {
    let Some(unit) = course.units.get(number).copied() else { return number + 1 };
    let words = course.words(number);
    let (label, length) = notes::label(words).unwrap_or_default();
    let start = unit.span.start as usize;
    let mut body = Body {
        label: label.into(),
        label_span: Span::new(start, start + length),
        parts: Vec::new(),
        back_reference: None,
        close: None,
    };
    append(course, &mut body, trimmed(course.text, start + length, unit.span.end as usize));
    let mut next = number + 1;
    while next < course.units.len() && number >= course.notes_from && body.back_reference.is_none() {
        let Some(following) = course.units.get(next).copied() else { break };
        let words = course.words(next);
        if course.bodies.get(next).copied().unwrap_or_default() || notes::footnote(words).is_some() {
            break;
        }
        if let Some(page) = course.page(next) {
            body.parts.push(Part::Page(page.into(), following.span));
        } else if course.closed || (unit.columns > 0 && following.columns == unit.columns) {
            append(course, &mut body, following.span);
        } else {
            break;
        }
        next += 1;
    }
    course.parts.bodies.push(body);
    next
}

/// Whether the letter has been closed before its notes, so that all after them is theirs.
fn before_are_closings(course: &Course<'_>, notes_from: usize) -> bool {
    (0..notes_from).rev().take(4).any(|number| {
        let nbsp =
            course.units.get(number).is_some_and(|unit| closing_blanks(course.text, unit.tail).is_some());
        nbsp || !matches!(closer::form(course.words(number)), Form::Other | Form::Name)
    })
}

fn append(course: &Course<'_>, body: &mut Body, span: Span) {
    body.back_reference = notes::back_reference(course.text, span);
    let end = body.back_reference.as_ref().map_or(span.end, |reference| reference.span.start);
    let words = trimmed(course.text, span.start as usize, end as usize);
    if !words.is_empty() || body.parts.is_empty() {
        body.parts.push(Part::Paragraph(words));
    }
}

/// `[Footnote 1: …]`, over several groups where the bracket closes later. One with text after the bracket is read as
/// a paragraph.
fn footnote(course: &mut Course<'_>, number: usize, label: &str, length: usize) -> Option<usize> {
    let start = course.units.get(number)?.span.start as usize;
    let mut depth = 0_i64;
    let mut parts = Vec::new();
    let mut last = None;
    for next in number..course.units.len().min(number + LONGEST_NOTE) {
        let words = course.words(next);
        let another = next > number
            && (words.starts_with("[Footnote") || course.bodies.get(next).copied().unwrap_or_default());
        if another {
            break;
        }
        let span = course.units.get(next)?.span;
        let from = if next == number { start + length } else { span.start as usize };
        if next > number
            && let Some(page) = course.page(next)
        {
            parts.push(Part::Page(page.into(), span));
            continue;
        }
        let close = closes_at(words, &mut depth);
        if let Some(close) = close {
            if close + 1 != words.len() {
                break;
            }
            parts.push(Part::Paragraph(trimmed(course.text, from, span.end as usize - 1)));
            last = Some((next, Span { start: span.end - 1, end: span.end }));
            break;
        }
        parts.push(Part::Paragraph(trimmed(course.text, from, span.end as usize)));
    }
    let Some((last, close)) = last else {
        if notes::closing(course.words(number)).is_none() {
            not_closed(course, number);
        }
        return None;
    };
    let label: Box<str> = if label.is_empty() {
        course.parts.unnumbered += 1;
        let own: Box<str> = format!("*{}", course.parts.unnumbered).into();
        if let Some(before) = called_from(course) {
            course.parts.calls_after.entry(before).or_default().push(own.clone());
        }
        own
    } else {
        label.into()
    };
    let label_span = Span::new(start, start + length);
    course.parts.bodies.push(Body { label, label_span, parts, back_reference: None, close: Some(close) });
    Some(last + 1)
}

/// Where the outermost bracket closes in a group, counting on from the groups before.
fn closes_at(words: &str, depth: &mut i64) -> Option<usize> {
    for (at, byte) in words.bytes().enumerate() {
        match byte {
            b'[' => *depth += 1,
            b']' => *depth -= 1,
            _ => continue,
        }
        if *depth <= 0 {
            return Some(at);
        }
    }
    None
}

/// The block that a note without a number belongs to: the last one that is not a page marker.
fn called_from(course: &Course<'_>) -> Option<usize> {
    course.parts.blocks.iter().rposition(|(kind, _)| !matches!(kind, BlockKind::PageBreak(_)))
}

fn not_closed(course: &mut Course<'_>, number: usize) {
    let Some(unit) = course.units.get(number).copied() else { return };
    let length = course.words(number).find(':').map_or(1, |colon| colon + 1);
    let start = unit.span.start as usize;
    let span = Some(Span::new(start, start + length));
    // The last group of the opening is looked at again as the first of the letter.
    if course.parts.diagnostics.last().is_some_and(|last| last.span == span) {
        return;
    }
    course.parts.diagnostics.push(
        Diagnostic::new(
            Code("plain/footnote-not-closed"),
            Severity::Warning,
            span,
            "this footnote has no closing bracket; it is kept as text",
        )
        .advise("write “]” after its last word"),
    );
}
