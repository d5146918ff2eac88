//! A letter as read from its source, names and dates not yet marked.

use edition::{Block, Inline, Letter};
use source::{SourceFile, Span};

/// A letter as an importer leaves it: its text, what was consumed as structure, and where the parts of the heading
/// stand that say who wrote to whom from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The letter. Its inlines hold text, set-off words, calls, labels, page breaks and supplied words only.
    pub letter: Letter,
    /// What of the source is not text of the letter, in its order.
    pub consumed: Vec<Consumed>,
    /// The author, where the header block or the heading names one.
    pub author: Option<Span>,
    /// Those the letter is addressed to, from its heading.
    pub addressees: Vec<Addressee>,
    /// The place the heading gives for the addressee.
    pub addressee_place: Option<Span>,
    /// The place in the dateline.
    pub dateline_place: Option<Span>,
    /// The words of the signature.
    pub signature: Option<Span>,
}

/// One addressee of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Where the name stands.
    pub span: Span,
    /// As printed: `A. A. JOFFE`.
    pub as_written: Box<str>,
    /// For display, in ordinary letters: `A. A. Joffe`.
    pub display: Box<str>,
}

/// A stretch of the source that is structure, not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Consumed {
    /// Where.
    pub span: Span,
    /// As what.
    pub role: Structure,
}

/// What a consumed stretch was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Structure {
    /// Blanks, no-break spaces and line ends between blocks.
    Blank,
    /// The no-break spaces where a signature stood.
    MissingSignature,
    /// `page 100` on a line of its own.
    PageMarker,
    /// `[84]` before a note.
    NoteLabel,
    /// `[Footnote 1:`, `[Sidenote:` and the bracket that ends them.
    Bracket,
    /// The `_` around italic words.
    ItalicMark,
}

/// The first place that is covered twice or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCovered {
    /// Where the cover goes wrong.
    pub at: u32,
    /// What is wrong there.
    pub problem: &'static str,
}

/// Puts the source together again from the letter's text and what was consumed.
///
/// # Errors
/// [`NotCovered`] names the first byte that is covered twice, not at all, or with other characters than the source's.
pub fn rebuild(file: &SourceFile, letter: &Letter, consumed: &[Consumed]) -> Result<String, NotCovered> {
    let mut pieces: Vec<(Span, Option<&str>)> = consumed.iter().map(|piece| (piece.span, None)).collect();
    for line in &letter.witness.imprint {
        collect(&line.inlines, &mut pieces);
    }
    for block in &letter.text {
        collect_block(block, &mut pieces);
    }
    for note in &letter.notes {
        for block in &note.blocks {
            collect_block(block, &mut pieces);
        }
        if let Some(reference) = &note.back_reference {
            pieces.push((reference.span, Some(&reference.as_written)));
        }
    }
    pieces.retain(|(span, _)| !span.is_empty());
    pieces.sort_by_key(|(span, _)| *span);
    let mut whole = String::with_capacity(file.text.len());
    let mut at = 0;
    for (span, text) in pieces {
        if span.start != at {
            let problem = if span.start < at { "covered twice" } else { "not covered" };
            return Err(NotCovered { at: at.min(span.start), problem });
        }
        let there = file.slice(span);
        if text.is_some_and(|text| text != there) {
            return Err(NotCovered { at, problem: "other characters than the source" });
        }
        whole.push_str(there);
        at = span.end;
    }
    if (at as usize) < file.text.len() {
        return Err(NotCovered { at, problem: "not covered" });
    }
    Ok(whole)
}

fn collect_block<'t>(block: &'t Block, pieces: &mut Vec<(Span, Option<&'t str>)>) {
    collect(&block.inlines, pieces);
}

fn collect<'t>(inlines: &'t [Inline], pieces: &mut Vec<(Span, Option<&'t str>)>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => pieces.push((text.span, Some(&text.text))),
            Inline::NoteCall(call) => pieces.push((call.span, Some(&call.as_written))),
            Inline::Hi(_, inner)
            | Inline::Mention(_, inner)
            | Inline::Date(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Other(_, inner) => collect(inner, pieces),
            Inline::Choice(choice) => collect(&choice.sic, pieces),
            // The marker of a page is consumed as structure.
            Inline::PageBreak(_) => {}
        }
    }
}
