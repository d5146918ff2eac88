//! Notes whose signs stand in no brackets (R10): `* Mary Burns.` after the letter or below a rule, with `Mary's*` in the
//! text; `†`, `¹`, `1.` and `1)` likewise. They are read only where every sign that begins a note calls one.

use super::lines::{Line, Unit};
use super::notes::{Body, Part};
use super::{blank, closer};
use closer::Form;
use source::{Code, Diagnostic, Severity, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What is read of a file: by unit its notes and the rules above them, by offset the calls in the text.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    pub(super) units: BTreeMap<usize, Foot>,
    /// Length and label of each call.
    pub(super) calls: BTreeMap<usize, (usize, Box<str>)>,
    /// Where such notes may stand that are not read.
    pub(super) unsure: Option<Span>,
}

/// A group of lines below the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Foot {
    /// The line of strokes above the notes.
    pub(super) rule: Option<Span>,
    pub(super) notes: Vec<Body>,
}

/// Signs of notes, the longer first.
const SIGNS: &[&str] = &["***", "**", "*", "††", "†", "‡", "§"];

/// How many groups before the notes the closing of the letter is looked for.
const NEAR: usize = 3;

/// Finds the notes. `bracketed` are the labels in brackets; where one of them is a sign here too, nothing is read.
pub(super) fn find(text: &str, lines: &[Line], units: &[Unit], bracketed: &BTreeSet<Box<str>>) -> Footnotes {
    let mut feet = feet(text, lines, units);
    let all = times(notes(&feet).map(|note| &note.label));
    if all.is_empty() {
        return Footnotes::default();
    }
    let mut calls = calls(text, units, &feet, &all);
    let called = times(calls.values().map(|(_, label)| label));
    let chosen = placed(text, units, &feet);
    feet.retain(|number, _| chosen.contains(number));
    let unsure = || notes(&feet).find(|note| called.contains_key(&note.label)).map(|note| note.label_span);
    let own = times(notes(&feet).map(|note| &note.label));
    if own.is_empty()
        || !own.iter().all(|(label, notes)| answered(label, *notes, called.get(label), bracketed))
    {
        return Footnotes { unsure: unsure(), ..Footnotes::default() };
    }
    calls.retain(|_, (_, label)| own.contains_key(label));
    Footnotes { units: feet, calls, unsure: None }
}

fn notes(feet: &BTreeMap<usize, Foot>) -> impl Iterator<Item = &Body> {
    feet.values().flat_map(|foot| &foot.notes)
}

/// How often each label stands.
fn times<'l>(labels: impl Iterator<Item = &'l Box<str>>) -> BTreeMap<Box<str>, usize> {
    let mut out = BTreeMap::new();
    for label in labels {
        *out.entry(label.clone()).or_default() += 1;
    }
    out
}

/// Whether so many notes of a label have their calls. A figure behind a word can be anything, so there are as many calls as
/// notes; a sign can call one note twice.
fn answered(label: &str, notes: usize, calls: Option<&usize>, bracketed: &BTreeSet<Box<str>>) -> bool {
    let figure = label.starts_with(|c: char| c.is_ascii_digit());
    calls.is_some_and(|calls| *calls == notes || (notes == 1 && !figure)) && !bracketed.contains(label)
}

/// The groups that can be notes, by unit.
fn feet(text: &str, lines: &[Line], units: &[Unit]) -> BTreeMap<usize, Foot> {
    let mut out = BTreeMap::new();
    let mut ruled = false;
    for (number, unit) in units.iter().enumerate() {
        let found = foot(text, lines, unit, ruled);
        ruled = found.as_ref().is_some_and(|foot| ruled || foot.rule.is_some());
        out.extend(found.map(|foot| (number, foot)));
    }
    out
}

/// The groups that stand where notes do: at the end after the closing of the letter, or below a rule.
fn placed(text: &str, units: &[Unit], feet: &BTreeMap<usize, Foot>) -> BTreeSet<usize> {
    let words =
        |number: usize| units.get(number).and_then(|unit| text.get(unit.span.range())).unwrap_or_default();
    let ruled = |number: usize| feet.get(&number).is_some_and(|foot| foot.rule.is_some());
    let mut out = BTreeSet::new();
    for (number, foot) in feet {
        let above = number.checked_sub(1).filter(|above| ruled(*above) || out.contains(above));
        if !foot.notes.is_empty() && (foot.rule.is_some() || above.is_some()) {
            out.insert(*number);
            out.extend(above);
        }
    }
    let tail = (0..units.len()).rev().take_while(|number| feet.contains_key(number)).last();
    if let Some(tail) = tail {
        let closes = |number: usize| !matches!(closer::form(words(number)), Form::Other);
        let closed = (tail.saturating_sub(NEAR)..tail).any(closes);
        // A figure can begin a postscript too; a sign that is called cannot.
        let figure = |note: &Body| note.label.starts_with(|c: char| c.is_ascii_digit());
        let signs = !feet.range(tail..).any(|(_, foot)| foot.notes.iter().any(figure));
        if closed || ruled(tail) || signs {
            out.extend(tail..units.len());
        }
    }
    out
}

/// Reads a group as notes, each of which begins a line, or stands two blanks after another; or as a rule alone. `ruled`
/// says that it goes on from others below a rule.
fn foot(text: &str, lines: &[Line], unit: &Unit, ruled: bool) -> Option<Foot> {
    let mut foot = Foot::default();
    for (number, line) in lines.get(unit.first..unit.first + unit.lines)?.iter().enumerate() {
        let span = line.words();
        let words = text.get(span.range())?;
        if number == 0 && is_rule(words) {
            foot.rule = Some(span);
            continue;
        }
        let mut at = 0;
        let ruled = ruled || foot.rule.is_some();
        for from in note_starts(words, ruled) {
            go_on(&mut foot, text, span, at, from)?;
            let (label, length) = label(words.get(from..)?, ruled)?;
            let start = span.start as usize + from;
            foot.notes.push(Body {
                label,
                label_span: Span::new(start, start + length),
                parts: Vec::new(),
                back_reference: None,
                close: None,
            });
            at = from + length;
        }
        go_on(&mut foot, text, span, at, words.len())?;
    }
    let whole = foot.notes.iter().all(|note| !note.parts.is_empty());
    (whole && (foot.rule.is_some() || !foot.notes.is_empty())).then_some(foot)
}

/// Adds a stretch of a line to the last note; none where there is no note to add it to.
fn go_on(foot: &mut Foot, text: &str, line: Span, from: usize, to: usize) -> Option<()> {
    let start = line.start as usize;
    let words = text.get(start + from..start + to)?;
    let lead = words.len() - words.trim_start_matches(blank).len();
    let inner = words.trim_matches(blank);
    if inner.is_empty() {
        return Some(());
    }
    let span = Span::new(start + from + lead, start + from + lead + inner.len());
    let note = foot.notes.last_mut()?;
    match note.parts.first_mut() {
        Some(Part::Paragraph(whole)) => *whole = whole.to(span),
        _ => note.parts.push(Part::Paragraph(span)),
    }
    Some(())
}

/// `________`, `———`: at least three strokes and nothing else.
pub(crate) fn is_rule(words: &str) -> bool {
    words.chars().nth(2).is_some() && words.chars().all(|c| matches!(c, '_' | '-' | '—' | '–'))
}

/// Where notes begin in a line: at its beginning, and two blanks after other words where a sign stands.
fn note_starts(words: &str, ruled: bool) -> Vec<usize> {
    if label(words, ruled).is_none() {
        return Vec::new();
    }
    let more = words.match_indices(['*', '†', '‡', '§']).filter_map(|(at, _)| {
        let parted = words.get(..at)?.ends_with("  ");
        (parted && label(words.get(at..)?, false).is_some()).then_some(at)
    });
    [0].into_iter().chain(more).collect()
}

/// The sign that begins a note and its length with the blanks after it. A bare figure is one only below a rule.
fn label(words: &str, ruled: bool) -> Option<(Box<str>, usize)> {
    let (label, length, needs_blank) = match SIGNS.iter().find(|sign| words.starts_with(**sign)) {
        Some(sign) => ((*sign).to_owned(), sign.len(), sign.starts_with('*')),
        None => {
            let figures = words.bytes().take_while(u8::is_ascii_digit).count();
            let raised = raised(words);
            match figures {
                0 if raised.1 > 0 => (raised.0, raised.1, false),
                1..=3 => {
                    let stop = words.get(figures..)?.starts_with(['.', ')']);
                    if !stop && !ruled {
                        return None;
                    }
                    (words.get(..figures)?.to_owned(), figures + usize::from(stop), true)
                }
                _ => return None,
            }
        }
    };
    let rest = words.get(length..)?;
    let blanks = rest.len() - rest.trim_start_matches(blank).len();
    let goes_on = rest.trim_start_matches(blank).chars().next();
    (goes_on.is_some() && (blanks > 0 || !needs_blank)).then(|| (label.into(), length + blanks))
}

/// Raised figures at the beginning (`¹²`) as figures, and their length.
fn raised(words: &str) -> (String, usize) {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let digits =
        words.chars().map_while(|c| Some((c, RAISED.chars().position(|raised| raised == c)?))).take(3);
    let mut out = (String::new(), 0);
    for (c, digit) in digits {
        out.0 += &digit.to_string();
        out.1 += c.len_utf8();
    }
    out
}

/// The calls of these labels in the text, outside of what can be notes.
fn calls(
    text: &str,
    units: &[Unit],
    feet: &BTreeMap<usize, Foot>,
    labels: &BTreeMap<Box<str>, usize>,
) -> BTreeMap<usize, (usize, Box<str>)> {
    let mut out = BTreeMap::new();
    for (_, unit) in units.iter().enumerate().filter(|(number, _)| !feet.contains_key(number)) {
        let words = text.get(unit.span.range()).unwrap_or_default();
        let mut until = 0;
        let (mut emphasis, mut depth) = (false, 0_i32);
        for (at, c) in words.char_indices() {
            depth += i32::from(c == '(') - i32::from(c == ')' && depth > 0);
            if at < until {
                continue;
            }
            let rest = words.get(at..).unwrap_or_default();
            let before = words.get(..at).unwrap_or_default().chars().next_back();
            // The first of two stars around a word; what stands after it calls nothing.
            emphasis |= c == '*'
                && before.is_none_or(blank)
                && rest.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
            let Some((label, length)) = call(rest, before, depth > 0).filter(|_| !(emphasis && c == '*'))
            else {
                continue;
            };
            until = at + length;
            if labels.contains_key(&label) {
                out.insert(unit.span.start as usize + at, (length, label));
            }
        }
    }
    out
}

/// A sign that stands right behind a word or stop, and its length: `Mary's*`, `Bouilhet1`, `Philip1)`, `Martha¹`.
fn call(rest: &str, before: Option<char>, in_brackets: bool) -> Option<(Box<str>, usize)> {
    let before =
        before.filter(|c| !blank(*c) && !matches!(c, '(' | '[' | '“' | '«' | '—' | '-' | '_' | '*' | '†'))?;
    let (label, length) = match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        Some(sign) => ((*sign).to_owned(), sign.len()),
        None => {
            let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
            let raised = raised(rest);
            match figures {
                0 if raised.1 > 0 => raised,
                1..=3
                    if before.is_alphabetic()
                        || matches!(before, ',' | ';' | '!' | '?' | '”' | '’' | '»' | '"') =>
                {
                    let close = rest.get(figures..)?.starts_with(')') && !in_brackets;
                    (rest.get(..figures)?.to_owned(), figures + usize::from(close))
                }
                _ => return None,
            }
        }
    };
    let next = rest.get(length..)?.chars().next();
    next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '*' | '†')).then(|| (label.into(), length))
}

/// That notes without brackets may stand here, said once.
pub(super) fn not_sure(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code("plain/footnotes-not-sure"),
        Severity::Warning,
        Some(span),
        "these lines begin with a sign that stands in the text too, but are not surely its notes; they are kept as text",
    )
    .advise("write “[1]” after the word and “[1] ” before the note")
}
