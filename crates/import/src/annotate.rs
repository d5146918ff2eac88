//! Names and dates put into the text: stretches of the source become mentions and datings around the inlines they
//! cover. The characters stay; only the tree grows.

use crate::names::nest;
use edition::{Choice, ChoiceKind, Dating, Inline, Mention, Text};
use source::Span;
use std::collections::VecDeque;

/// Something to be put around a stretch of the source.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A name.
    Mention(Mention),
    /// A date.
    Date(Dating),
    /// Misprinted words.
    Choice {
        /// The printed words.
        span: Span,
        /// As the editor reads.
        corr: Box<str>,
        /// Why.
        reason: Option<Box<str>>,
    },
}

impl Mark {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Mention(mention) => mention.span,
            Self::Date(dating) => dating.span,
            Self::Choice { span, .. } => *span,
        }
    }

    fn put_around(self, inner: Vec<Inline>) -> Inline {
        match self {
            Self::Mention(mention) => Inline::Mention(Box::new(mention), inner),
            Self::Date(dating) => Inline::Date(Box::new(dating), inner),
            Self::Choice { corr, reason, .. } => Inline::Choice(Box::new(Choice {
                kind: ChoiceKind::Correction,
                sic: inner,
                corr: vec![Inline::Text(Text { text: corr, span: Span::default() })],
                reason,
            })),
        }
    }
}

/// How deep marks go into each other. Nobody's names do; a register whose every form begins the next one does, and a
/// page is built by descending.
const DEPTH: usize = 16;

/// Sorts marks for nesting and leaves out those that cross: of two the longer stands, then the first; of equal ones the
/// name goes around the date. What lies deeper than [`DEPTH`] is left out too.
pub(crate) fn settle(mut marks: Vec<Mark>) -> Vec<Mark> {
    let rank = |mark: &Mark| match mark {
        Mark::Mention(_) => 0,
        Mark::Date(_) => 1,
        Mark::Choice { .. } => 2,
    };
    marks.sort_by(|a, b| {
        let (one, other) = (a.span(), b.span());
        (one.start, other.end, rank(a)).cmp(&(other.start, one.end, rank(b)))
    });
    let nested = nest(marks, |mark| (mark.span().start as usize, mark.span().end as usize));
    let mut open: Vec<u32> = Vec::new();
    let shallow = |mark: &Mark| {
        while open.last().is_some_and(|end| *end <= mark.span().start) {
            open.pop();
        }
        let stands = open.len() < DEPTH;
        if stands {
            open.push(mark.span().end);
        }
        stands
    };
    nested.into_iter().filter(shallow).collect()
}

/// Puts settled marks around the inlines they cover. A mark that covers only a part of a call or of set-off words, or that
/// begins or ends outside of the inlines, is left out.
pub(crate) fn annotate(inlines: Vec<Inline>, marks: Vec<Mark>) -> Vec<Inline> {
    let mut borders: Vec<u32> = marks.iter().flat_map(|mark| [mark.span().start, mark.span().end]).collect();
    borders.sort_unstable();
    borders.dedup();
    around(cut(inlines, &borders), marks)
}

/// Cuts texts where marks begin and end, all at once: text by text would copy the rest of a long paragraph for every
/// name in it.
fn cut(inlines: Vec<Inline>, borders: &[u32]) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => pieces(text, borders, &mut out),
            Inline::Hi(rend, inner) => out.push(Inline::Hi(rend, cut(inner, borders))),
            Inline::Label(inner) => out.push(Inline::Label(cut(inner, borders))),
            Inline::Supplied(inner) => out.push(Inline::Supplied(cut(inner, borders))),
            Inline::Other(name, inner) => out.push(Inline::Other(name, cut(inner, borders))),
            other => out.push(other),
        }
    }
    out
}

fn pieces(text: Text, borders: &[u32], out: &mut Vec<Inline>) {
    // Text that does not stand in the file as it reads cannot be cut by places in the file.
    if text.span.len() != text.text.len() {
        out.push(Inline::Text(text));
        return;
    }
    let Span { start, end } = text.span;
    let first = borders.partition_point(|border| *border <= start);
    let within = borders.get(first..).unwrap_or_default().iter().copied().take_while(|border| *border < end);
    let mut from = start;
    for to in within.chain([end]) {
        let range = (from - start) as usize..(to - start) as usize;
        // A border inside a character is none; nothing makes one.
        if let Some(piece) = text.text.get(range) {
            out.push(Inline::Text(Text { text: piece.into(), span: Span { start: from, end: to } }));
            from = to;
        }
    }
}

fn around(inlines: Vec<Inline>, marks: Vec<Mark>) -> Vec<Inline> {
    let mut items: VecDeque<Inline> = inlines.into();
    let mut out = Vec::new();
    let mut marks = VecDeque::from(marks);
    while let Some(mark) = marks.pop_front() {
        let span = mark.span();
        let mut within = Vec::new();
        while marks.front().is_some_and(|next| span.contains(next.span())) {
            within.extend(marks.pop_front());
        }
        // What ends before the mark stays as it is.
        while let Some(item) = items.pop_front() {
            let here = extent(&item);
            if here.end <= span.start {
                out.push(item);
                continue;
            }
            items.push_front(item);
            break;
        }
        // A container that holds the mark and more takes it in.
        let holds = |item: &Inline| {
            let whole = extent(item);
            (whole.contains(span) && whole != span && !matches!(item, Inline::Text(_))).then_some(whole)
        };
        if let Some(whole) = items.front().and_then(holds) {
            let mut inner = vec![mark];
            inner.append(&mut within);
            while marks.front().is_some_and(|next| whole.contains(next.span())) {
                inner.extend(marks.pop_front());
            }
            out.extend(items.pop_front().map(|container| inside(container, inner)));
            continue;
        }
        let mut covered = Vec::new();
        let mut whole = true;
        while let Some(item) = items.pop_front() {
            let here = extent(&item);
            if here.start >= span.end {
                items.push_front(item);
                break;
            }
            if here.end <= span.end && here.start >= span.start {
                covered.push(item);
                continue;
            }
            whole = false;
            items.push_front(item);
            break;
        }
        // A mark that begins or ends in what is no text here, such as a note that is printed in the middle, is none.
        whole &= covered.first().is_some_and(|first| extent(first).start == span.start)
            && covered.last().is_some_and(|last| extent(last).end == span.end);
        if !whole {
            // What stands inside the mark is not lost with it.
            let reached = items.front().map_or(span.end, |item| extent(item).start);
            let (before, later): (Vec<Mark>, Vec<Mark>) =
                within.into_iter().partition(|inner| inner.span().end <= reached);
            within = before;
            for inner in later.into_iter().rev() {
                marks.push_front(inner);
            }
        }
        let inner = around(covered, within);
        if whole && !inner.is_empty() {
            out.push(mark.put_around(inner));
        } else {
            out.extend(inner);
        }
    }
    out.extend(items);
    out
}

/// Marks go on inside a container; what is inside a mention or date already stays.
fn inside(container: Inline, marks: Vec<Mark>) -> Inline {
    match container {
        Inline::Hi(rend, inner) => Inline::Hi(rend, around(inner, marks)),
        Inline::Label(inner) => Inline::Label(around(inner, marks)),
        Inline::Supplied(inner) => Inline::Supplied(around(inner, marks)),
        Inline::Other(name, inner) => Inline::Other(name, around(inner, marks)),
        other => other,
    }
}

/// Gives mentions and datings their identifiers, in the order of the text, the outer before the inner.
pub(crate) fn number(inlines: &mut [Inline], mentions: &mut u32, datings: &mut u32) {
    for inline in inlines {
        match inline {
            Inline::Mention(mention, _) => {
                *mentions += 1;
                mention.id = format!("m{mentions}").as_str().into();
            }
            Inline::Date(dating, _) => {
                *datings += 1;
                dating.id = format!("d{datings}").as_str().into();
            }
            _ => {}
        }
        number(inline.inner_mut(), mentions, datings);
    }
}

/// Where an inline stands, from its first to its last character.
pub(crate) fn extent(inline: &Inline) -> Span {
    match inline {
        Inline::Text(text) => text.span,
        Inline::NoteCall(call) => call.span,
        Inline::PageBreak(page) => page.span,
        Inline::Mention(mention, _) => mention.span,
        Inline::Date(dating, _) => dating.span,
        container => container.inner().iter().map(extent).reduce(Span::to).unwrap_or_default(),
    }
}
