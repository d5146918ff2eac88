//! The letter itself: paragraphs (R6), page breaks in them (R7), datelines of later days, closing (R9), what follows it.

use super::dateline::{self, Where};
use super::opening::not_understood;
use super::{Course, certain, closer, correspondents, heading, notes, salutation};
use crate::draft::Structure;
use closer::Form;
use edition::BlockKind;
use source::{Code, Diagnostic, Severity, Span};

/// What has been read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// The opening, or the dateline of a later day: a salutation may follow, or be run into the paragraph.
    Opening,
    Paragraph,
    Closer,
    Signature,
}

/// What a unit is by itself, and what stands after it.
#[derive(Debug, Clone, Copy)]
struct Sign {
    form: Form,
    dateline: bool,
    /// Neither note nor page marker.
    ordinary: bool,
    /// Ordinary units after it, up to the dateline of a later day or the end.
    following: usize,
    /// The form of the next ordinary unit.
    next: Option<Form>,
}

/// Reads the letter from a unit on.
pub(super) fn read(course: &mut Course<'_>, from: usize) {
    let signs = signs(course, from);
    let salute = course.parts.blocks.iter().any(|(kind, _)| *kind == BlockKind::Salute);
    let mut after = if salute { After::Paragraph } else { After::Opening };
    let mut number = from;
    while number < course.units.len() {
        match certain::read(course, number) {
            Some(next) => number = next,
            None => {
                after = unit(course, &signs, number, from, after);
                number += 1;
            }
        }
    }
}

fn signs(course: &Course<'_>, from: usize) -> Vec<Sign> {
    let mut out: Vec<Sign> = (from..course.units.len())
        .map(|number| {
            let words = course.words(number);
            let note = course.bodies.get(number).copied().unwrap_or_default() || number >= course.notes_from;
            let ordinary = !note && course.page(number).is_none() && notes::footnote(words).is_none();
            let dateline = ordinary && dateline::claims(words, course.parts.dates, Where::Body).is_some();
            let form = if ordinary { closer::form(words) } else { Form::Other };
            Sign { form, dateline, ordinary, following: 0, next: None }
        })
        .collect();
    let (mut following, mut next) = (0, None);
    for sign in out.iter_mut().rev() {
        sign.following = following;
        sign.next = next;
        if sign.ordinary {
            next = Some(sign.form);
        }
        if sign.dateline {
            following = 0;
        } else {
            following += usize::from(sign.ordinary);
        }
    }
    out
}

/// Reads a unit; returns what it was.
fn unit(course: &mut Course<'_>, signs: &[Sign], number: usize, from: usize, after: After) -> After {
    let Some(unit) = course.units.get(number).copied() else { return after };
    let Some(sign) = signs.get(number - from).copied() else { return after };
    let words = course.words(number);
    // After it come a date and an address, as after a heading.
    let begins = |next: usize| {
        let dated = signs.get(next - from).is_some_and(|sign| sign.dateline);
        let addresses = |words: &str| salutation::claims(words) && !closer::valediction(words);
        dated || course.units.get(next).is_some() && addresses(course.words(next))
    };
    let begins = || (number + 1..number + 3).any(begins);
    if number > from && sign.ordinary && unit.lines == 1 && heads_another(course, words) && begins() {
        course.parts.block(BlockKind::Heading, unit.span);
        course.parts.diagnostics.push(second_heading(unit.span));
        return After::Opening;
    }
    if sign.dateline && (!course.indented() || !course.deeper(number)) {
        course.parts.block(BlockKind::Dateline, unit.span);
        return After::Opening;
    }
    if after == After::Opening && follows_dateline(course) && unit.lines == 1 && salutation::claims(words) {
        course.parts.block(BlockKind::Salute, unit.span);
        return After::Paragraph;
    }
    if course.indented() && !course.deeper(number) {
        return unprefixed(course, sign, number, after);
    }
    let divided = course.units.get(number + 1).is_some_and(|next| next.blanks >= 2);
    if let Some(after) = closing(course, sign, number, after, divided) {
        return after;
    }
    match after {
        After::Signature => after_signature(course, number),
        After::Closer if sign.following == 0 => {
            course.parts.block(BlockKind::Postscript, unit.span);
            After::Signature
        }
        _ => paragraph(course, number, after),
    }
}

/// Whether a line is the heading of another letter: `TO C. DORN`, `A. BELL TO C. DORN`, all of it in capitals.
fn heads_another(course: &Course<'_>, words: &str) -> bool {
    let capitals = !words.contains(char::is_lowercase);
    capitals
        && heading::read(words, false, course.parts.dates)
            .or_else(|| correspondents::read(words, course.parts.dates))
            .is_some_and(|heading| !heading.addressees.is_empty())
}

fn second_heading(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code("plain/second-heading"),
        Severity::Warning,
        Some(span),
        "a second heading stands here, as if another letter began",
    )
    .advise("give each letter a file of its own; what follows is read as part of this one")
}

fn follows_dateline(course: &Course<'_>) -> bool {
    course.parts.blocks.last().is_some_and(|(kind, _)| *kind == BlockKind::Dateline)
}

/// Valediction, signature, postscript, by their form and by what follows.
fn closing(course: &mut Course<'_>, sign: Sign, number: usize, after: After, divided: bool) -> Option<After> {
    let unit = course.units.get(number).copied()?;
    let words = course.words(number);
    let last = sign.following == 0;
    // A unit that is set as a paragraph of the indented manner is one unless a signature follows.
    let prefixed = course.indented();
    let near_end = last || divided || sign.next == Some(Form::Postscript);
    let to_sign = !last && matches!(sign.next, Some(Form::Capitals | Form::Name | Form::Both { .. }));
    match sign.form {
        Form::Postscript if after != After::Opening => {
            course.parts.block(BlockKind::Postscript, unit.span);
            Some(After::Signature)
        }
        Form::Valediction if after != After::Signature => {
            let another = sign.next == Some(Form::Valediction);
            let short = words.chars().nth(40).is_none() && sign.following <= 1;
            let closes = if prefixed { to_sign } else { near_end || to_sign || another || short };
            closes.then(|| {
                course.parts.block(BlockKind::Closer, unit.span);
                After::Closer
            })
        }
        Form::Both { valediction, name } if after != After::Signature && !prefixed => {
            let more = to_sign || sign.next == Some(Form::Valediction);
            let closes = near_end || sign.following <= 1 || more && closer::valediction(words);
            closes.then(|| both(course, unit.span, valediction, name))
        }
        Form::Capitals if after != After::Signature && !prefixed => {
            if after == After::Closer || near_end || sign.following <= 2 {
                signed(course, unit.span);
                return Some(After::Signature);
            }
            course.parts.block(BlockKind::Other, unit.span);
            let message = "these words in capitals are neither heading nor signature";
            course.parts.diagnostics.push(not_understood(unit.span, message));
            Some(After::Paragraph)
        }
        Form::Name
            if after == After::Closer
                || (after == After::Paragraph && last && !prefixed && set_as_name(unit.columns, words)) =>
        {
            signed(course, unit.span);
            Some(After::Signature)
        }
        _ => None,
    }
}

/// A name at the very end with no valediction before it: set to the right, or without the stop of a sentence.
fn set_as_name(columns: usize, words: &str) -> bool {
    columns >= 4 || !words.ends_with(['.', ',', '…', '-'])
}

fn both(course: &mut Course<'_>, span: Span, valediction: usize, name: usize) -> After {
    let start = span.start as usize;
    course.parts.block(BlockKind::Closer, Span::new(start, start + valediction));
    signed(course, Span::new(start + name, span.end as usize));
    After::Signature
}

fn signed(course: &mut Course<'_>, span: Span) {
    course.parts.block(BlockKind::Signed, span);
    if course.parts.signature.is_none() {
        let words = course.text.get(span.range()).unwrap_or_default();
        // What follows a comma is a title, or another name.
        let name = closer::bare_name(words.split(',').next().unwrap_or_default());
        let from = span.start as usize + words.find(name).unwrap_or_default();
        course.parts.signature = Some(Span::new(from, from + name.len()));
    }
}

/// After the signature: what the writer was, a postscript, or, after two blank lines, something else.
fn after_signature(course: &mut Course<'_>, number: usize) -> After {
    let Some(unit) = course.units.get(number).copied() else { return After::Signature };
    let words = course.words(number);
    let before = course.parts.blocks.last().filter(|(kind, _)| *kind == BlockKind::Signed);
    let goes_on =
        before.and_then(|(_, span)| course.text.get(span.range())).is_some_and(|name| name.ends_with(','));
    let title = words.starts_with('_') && words.trim_end_matches(['.', ',']).ends_with('_');
    if unit.lines == 1 && words.chars().nth(60).is_none() && before.is_some() && (goes_on || title) {
        course.parts.block(BlockKind::Signed, unit.span);
    } else if unit.blanks >= 2 {
        course.parts.block(BlockKind::Other, unit.span);
        course.parts.diagnostics.push(
            Diagnostic::new(
                Code("plain/text-after-signature"),
                Severity::Warning,
                Some(unit.span),
                "these lines stand apart after the signature; they are kept as text",
            )
            .advise("take them out if they belong to the volume and not to the letter; write “P.S.” before a postscript"),
        );
    } else {
        course.parts.block(BlockKind::Postscript, unit.span);
    }
    After::Signature
}

/// A line of the indented manner that is not set as a paragraph: the second half of one, or of the closing.
fn unprefixed(course: &mut Course<'_>, sign: Sign, number: usize, after: After) -> After {
    let Some(unit) = course.units.get(number).copied() else { return after };
    let words = course.words(number);
    let stood = certain::closing_blanks(course.text, unit.tail);
    let valediction = sign.form == Form::Valediction || (stood.is_some() && words.ends_with(','));
    if goes_on(course, valediction || stood.is_some()) {
        course.parts.block(BlockKind::Continuation, unit.span);
        return After::Paragraph;
    }
    match sign.form {
        _ if valediction && after != After::Signature => {
            if let Some(stood) = stood {
                course.parts.consume(stood, Structure::MissingSignature);
            }
            course.parts.block(BlockKind::Closer, unit.span);
            After::Closer
        }
        Form::Both { valediction, name } if after != After::Signature => {
            both(course, unit.span, valediction, name)
        }
        Form::Postscript => {
            course.parts.block(BlockKind::Postscript, unit.span);
            After::Signature
        }
        _ if stood.is_some() && unit.lines == 1 && words.chars().nth(80).is_none() => {
            signed(course, unit.span);
            After::Signature
        }
        Form::Capitals | Form::Name if after == After::Closer || sign.following <= 2 => {
            signed(course, unit.span);
            After::Signature
        }
        _ => {
            course.parts.block(BlockKind::Other, unit.span);
            let message = "these lines are set neither as a paragraph nor as a closing";
            course.parts.diagnostics.push(not_understood(unit.span, message));
            after
        }
    }
}

/// R7: whether a paragraph goes on here after a page marker. A closing after a marker does so only if the paragraph
/// before the marker has not ended.
fn goes_on(course: &Course<'_>, closes: bool) -> bool {
    let mut back = course.parts.blocks.iter().rev();
    let marked = matches!(back.next(), Some((BlockKind::PageBreak(_), _)));
    let before = back.find(|(kind, _)| !matches!(kind, BlockKind::PageBreak(_)));
    let Some((BlockKind::Paragraph | BlockKind::Continuation, span)) = before.filter(|_| marked) else {
        return false;
    };
    !closes || !ended(course.text, *span)
}

/// Whether the last sentence of a paragraph has ended.
fn ended(text: &str, span: Span) -> bool {
    let words = text.get(span.range()).unwrap_or_default();
    let words = words.trim_end_matches(['"', '”', '’', '»', ')', ']', '_', '\'']);
    let words = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == '[');
    words.ends_with(['.', '!', '?', ':', '…', ';', '-', '—'])
}

/// A paragraph. The first may begin with the salutation; one after a page marker may be the second half of another.
fn paragraph(course: &mut Course<'_>, number: usize, after: After) -> After {
    let Some(unit) = course.units.get(number).copied() else { return after };
    let words = course.words(number);
    let start = unit.span.start as usize;
    if after == After::Opening
        && let Some(end) = salutation::run_in(words)
    {
        course.parts.block(BlockKind::Salute, Span::new(start, start + end));
        let rest = words.get(end..).unwrap_or_default();
        let from = start + end + rest.len() - rest.trim_start_matches(super::blank).len();
        course.parts.block(BlockKind::Paragraph, Span::new(from, unit.span.end as usize));
        return After::Paragraph;
    }
    let second_half = !course.indented() && goes_on(course, true) && words.starts_with(char::is_lowercase);
    let kind = if second_half { BlockKind::Continuation } else { BlockKind::Paragraph };
    course.parts.block(kind, unit.span);
    After::Paragraph
}
