//! Names and dates put into the text: stretches of the source become mentions and datings around the inlines they
//! cover. The characters stay; only the tree grows.

use crate::names::nest;
use edition::{Choice, Dating, Inline, Mention, Text};
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

    fn around(self, inner: Vec<Inline>) -> Inline {
        match self {
            Self::Mention(mention) => Inline::Mention(mention, inner),
            Self::Date(dating) => Inline::Date(dating, inner),
            Self::Choice { corr, reason, .. } => Inline::Choice(Choice { sic: inner, corr, reason }),
        }
    }
}

/// Sorts marks for nesting and leaves out those that cross: of two the longer stands, then the first; of equal ones the
/// name goes around the date.
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
    nest(marks, |mark| (mark.span().start as usize, mark.span().end as usize))
}

/// Puts settled marks around the inlines they cover. A mark that covers only a part of a call or of set-off words is
/// left out.
pub(crate) fn annotate(inlines: Vec<Inline>, marks: Vec<Mark>) -> Vec<Inline> {
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
            if here.start < span.start {
                match item {
                    Inline::Text(text) => {
                        let (before, after) = split(text, span.start);
                        out.push(Inline::Text(before));
                        items.push_front(Inline::Text(after));
                    }
                    container => items.push_front(container),
                }
                break;
            }
            items.push_front(item);
            break;
        }
        // A container that holds the mark and more takes it in.
        if let Some(first) = items.front()
            && extent(first).contains(span)
            && extent(first) != span
            && !matches!(first, Inline::Text(_))
        {
            if let Some(container) = items.pop_front() {
                let mut inner = vec![mark];
                inner.append(&mut within);
                while marks.front().is_some_and(|next| extent(&container).contains(next.span())) {
                    inner.extend(marks.pop_front());
                }
                items.push_front(inside(container, inner));
            }
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
            match item {
                Inline::Text(text) if here.start >= span.start => {
                    let (before, after) = split(text, span.end);
                    covered.push(Inline::Text(before));
                    items.push_front(Inline::Text(after));
                }
                other => {
                    whole = false;
                    items.push_front(other);
                }
            }
            break;
        }
        let inner = annotate(covered, within);
        if whole && !inner.is_empty() {
            out.push(mark.around(inner));
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
        Inline::Hi(rend, inner) => Inline::Hi(rend, annotate(inner, marks)),
        Inline::Label(inner) => Inline::Label(annotate(inner, marks)),
        Inline::Supplied(inner) => Inline::Supplied(annotate(inner, marks)),
        Inline::Other(name, inner) => Inline::Other(name, annotate(inner, marks)),
        other => other,
    }
}

fn split(text: Text, at: u32) -> (Text, Text) {
    let cut = (at - text.span.start) as usize;
    let (before, after) = (text.text.get(..cut), text.text.get(cut..));
    let piece = |part: Option<&str>, span: Span| Text { text: part.unwrap_or_default().into(), span };
    (
        piece(before, Span { start: text.span.start, end: at }),
        piece(after, Span { start: at, end: text.span.end }),
    )
}

/// Where an inline stands, from its first to its last character.
pub(crate) fn extent(inline: &Inline) -> Span {
    match inline {
        Inline::Text(text) => text.span,
        Inline::NoteCall(call) => call.span,
        Inline::PageBreak(page) => page.span,
        Inline::Mention(mention, _) => mention.span,
        Inline::Date(dating, _) => dating.span,
        Inline::Hi(_, inner) | Inline::Label(inner) | Inline::Supplied(inner) | Inline::Other(_, inner) => {
            over(inner)
        }
        Inline::Choice(choice) => over(&choice.sic),
    }
}

fn over(inlines: &[Inline]) -> Span {
    inlines.iter().map(extent).reduce(Span::to).unwrap_or_default()
}
