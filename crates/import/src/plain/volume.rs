//! The manner of transcribed volumes: blocks of lines set off by blank lines, paragraphs of several lines, notes in
//! `[Footnote 1: …]` or behind `[1]`.

use super::parts::{Body, Parts};
use super::{Line, Piece, dateline, heading, notes};
use crate::draft::Structure;
use edition::BlockKind;
use notes::Bracket;
use source::Span;

/// Lines that stand together.
struct Group<'l, 't> {
    lines: &'l [Line<'t>],
}

impl Group<'_, '_> {
    fn span(&self) -> Span {
        let (first, last) = (&self.lines[0], &self.lines[self.lines.len() - 1]);
        first.content_span().to(last.content_span())
    }

    fn indented(&self) -> bool {
        self.lines.iter().all(|line| line.indent().len() >= 4)
    }
}

/// Reads a letter in this manner.
pub(super) fn read(parts: &mut Parts<'_>, lines: &[Line<'_>], text: &str) {
    let groups = groups(lines, text);
    let last_paragraph = groups.iter().rposition(|group| long(group)).unwrap_or_default();
    let mut opened = false;
    let mut inside_until = 0;
    for (number, group) in groups.iter().enumerate() {
        let span = group.span();
        if span.start < inside_until {
            // The rest of a bracket that ran over a blank line.
            continue;
        }
        let piece = Piece::of(text, span);
        if let Some(end) = bracketed(parts, text, span) {
            inside_until = end;
            continue;
        }
        if opened && notes_group(parts, group, text) {
            continue;
        }
        if opened {
            inside_until = body(parts, piece, text, number > last_paragraph);
        } else {
            opened = opening(parts, group, piece, text, &mut inside_until);
        }
    }
}

fn groups<'l, 't>(lines: &'l [Line<'t>], text: &str) -> Vec<Group<'l, 't>> {
    let mut out: Vec<Group<'l, 't>> = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        let ends = at == lines.len() || {
            let between =
                text.get(lines[at - 1].span.end as usize..lines[at].span.start as usize).unwrap_or_default();
            !matches!(between, "\n" | "\r\n" | "\r")
        };
        if ends && at > start {
            out.push(Group { lines: &lines[start..at] });
            start = at;
        }
    }
    out
}

/// A group that can only be a paragraph.
fn long(group: &Group<'_, '_>) -> bool {
    group.lines.len() >= 3 && !group.lines[0].content().starts_with('[')
}

/// A group that is one bracket: a footnote or a side note. Returns where it ends.
fn bracketed(parts: &mut Parts<'_>, text: &str, span: Span) -> Option<u32> {
    let rest = text.get(span.start as usize..)?;
    let (kind, label, start, end, length) = notes::bracket(rest)?;
    let piece = Piece { start: span.start as usize, text: rest };
    parts.consume(piece.part(0, start), Structure::Bracket);
    parts.consume(piece.part(end, length), Structure::Bracket);
    let inner = Piece { start: piece.start + start, text: rest.get(start..end)? };
    match kind {
        Bracket::Sidenote => parts.block(BlockKind::Editorial, inner.span()),
        Bracket::Footnote => {
            // Without a number it belongs to the end of what stands before it.
            let before = parts.blocks.last().map(|(_, span)| span.end);
            footnote(parts, label, inner, before);
        }
    }
    let after = rest.get(length..)?.lines().next().unwrap_or_default();
    // What follows the bracket on its last line is left over and reported.
    Some(piece.part(0, length + if after.trim().is_empty() { after.len() } else { 0 }).end)
}

fn footnote(parts: &mut Parts<'_>, label: &str, inner: Piece<'_>, call: Option<u32>) {
    let unnumbered = label.is_empty();
    let given = format!("*{}", parts.bodies.iter().filter(|body| body.called_at.is_some()).count() + 1);
    parts.bodies.push(Body {
        label: if unnumbered { given.into() } else { label.into() },
        label_span: Span { start: inner.span().start, end: inner.span().start },
        paragraphs: notes::paragraphs(inner),
        back_reference: None,
        called_at: call.filter(|_| unnumbered),
    });
}

/// A group whose lines begin with `[14] ` (or go on from one that does): bodies of notes.
fn notes_group(parts: &mut Parts<'_>, group: &Group<'_, '_>, text: &str) -> bool {
    if notes::label(group.lines[0].content()).is_none() {
        return false;
    }
    let mut starts: Vec<usize> =
        (0..group.lines.len()).filter(|at| notes::label(group.lines[*at].content()).is_some()).collect();
    starts.push(group.lines.len());
    for pair in starts.windows(2) {
        let lines = &group.lines[pair[0]..pair[1]];
        let span = Group { lines }.span();
        parts.bodies.extend(notes::body(Piece::of(text, span)));
    }
    true
}

/// Before the first paragraph: number, heading, place and date, salutation. Returns whether the letter has begun.
fn opening(
    parts: &mut Parts<'_>,
    group: &Group<'_, '_>,
    piece: Piece<'_>,
    text: &str,
    inside_until: &mut u32,
) -> bool {
    let span = piece.span();
    let content = piece.text;
    let lines = group.lines.len();
    let has = |kind: &BlockKind| parts.blocks.iter().any(|(known, _)| known == kind);
    if heading::claims(group.lines[0].content()) && lines <= 3 {
        parts.block(BlockKind::Heading, span);
        if parts.addressees.is_empty() {
            heading::read(parts, span);
        }
    } else if lines == 1 && numeral(content) && !has(&BlockKind::Heading) {
        parts.block(BlockKind::Number, span);
    } else if lines <= 3
        && content.chars().count() <= 90
        && dateline::claims(&content.replace(['\n', '\r'], " "))
    {
        parts.block(BlockKind::Dateline, span);
        parts.dateline_place = parts.dateline_place.or(dateline::place(piece));
    } else if lines == 1
        && has(&BlockKind::Heading)
        && dateline::bare_place(content.trim_end_matches(','))
        && !content.ends_with("--")
        && !salute(content)
    {
        parts.block(BlockKind::Dateline, span);
        let place = content.trim_end_matches([',', '.']).len();
        parts.dateline_place = parts.dateline_place.or(Some(piece.part(0, place)));
    } else if lines <= 2 && salute(content) {
        parts.block(BlockKind::Salute, span);
    } else if group.indented() && lines > 1 {
        parts.block(BlockKind::Editorial, span);
    } else if lines <= 2 && has(&BlockKind::Heading) && content.len() < 60 && !content.ends_with('.') {
        parts.block(BlockKind::Address, span);
    } else {
        *inside_until = paragraph(parts, piece, text, BlockKind::Paragraph);
        return true;
    }
    false
}

fn salute(content: &str) -> bool {
    content.chars().count() <= 80
        && (content.ends_with([',', ':', '!']) || content.ends_with("--") || content.ends_with('—'))
}

/// `2.`, `III`, `I (A I, 5)`, `XXVIII.`
fn numeral(content: &str) -> bool {
    let first = content.split([' ', '.']).next().unwrap_or_default();
    !first.is_empty()
        && content.len() <= 24
        && (first.bytes().all(|b| b.is_ascii_digit()) || first.bytes().all(|b| b"IVXLCDM".contains(&b)))
}

/// After the first paragraph: more of them, then greeting, signature, what follows it.
fn body(parts: &mut Parts<'_>, piece: Piece<'_>, text: &str, closing: bool) -> u32 {
    let span = piece.span();
    let content = piece.text;
    if parts.signature.is_some() {
        return paragraph(parts, piece, text, BlockKind::Postscript);
    }
    if closing && content.lines().count() <= 2 && content.chars().count() <= 70 {
        let name = content.split('[').next().unwrap_or_default().trim_end_matches(['.', ' ', '_']);
        if signature(name) {
            parts.block(BlockKind::Signed, span);
            parts.signature = Some(piece.part(0, name.len()));
            return 0;
        }
        if content.ends_with(',') || content.split_whitespace().count() <= 6 {
            parts.block(BlockKind::Closer, span);
            return 0;
        }
    }
    paragraph(parts, piece, text, BlockKind::Paragraph)
}

/// A name in capitals, or short with initials: `L. V. BEETHOVEN`, `Th: Jefferson`, `JOHN KEATS _alias_ JUNKETS`.
fn signature(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let upper = words.iter().filter(|word| capitals(word)).count();
    let short =
        words.len() <= 4 && words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    !words.is_empty() && words.len() <= 7 && (upper * 10 >= words.len() * 6 || short) && !name.ends_with(',')
}

/// A paragraph; footnotes inside it are cut out. Returns where it ends when it runs past its group.
fn paragraph(parts: &mut Parts<'_>, piece: Piece<'_>, text: &str, kind: BlockKind) -> u32 {
    let rest = text.get(piece.start..).unwrap_or_default();
    let Some(at) = piece.text.find("[Footnote").or_else(|| piece.text.find("[Sidenote")) else {
        parts.block(kind, piece.span());
        return 0;
    };
    let Some((_, label, start, end, length)) = rest.get(at..).and_then(notes::bracket) else {
        parts.block(kind, piece.span());
        return 0;
    };
    let head = piece.text.get(..at).unwrap_or_default().trim_end_matches(super::blank).len();
    if head > 0 {
        parts.block(kind.clone(), piece.part(0, head));
    }
    parts.consume(piece.part(at, at + start), Structure::Bracket);
    parts.consume(piece.part(at + end, at + length), Structure::Bracket);
    let inner =
        Piece { start: piece.start + at + start, text: rest.get(at + start..at + end).unwrap_or_default() };
    footnote(parts, label, inner, Some(piece.part(0, head).end));
    let after = at + length;
    if after < piece.text.len() {
        let tail = piece.text.get(after..).unwrap_or_default();
        let lead = tail.len() - tail.trim_start_matches(super::blank).len();
        if lead < tail.len() {
            let next =
                Piece { start: piece.start + after + lead, text: tail.get(lead..).unwrap_or_default() };
            let kind = if head > 0 { BlockKind::Continuation } else { kind };
            return paragraph(parts, next, text, kind).max(piece.span().end);
        }
    }
    piece.part(0, after).end
}
