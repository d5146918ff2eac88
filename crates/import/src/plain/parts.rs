//! The parts of a letter as they are found, and the letter made of them.

use super::inlines::{self, Calls};
use super::{Piece, cover, findings};
use crate::draft::{Addressee, Consumed, Draft, Structure};
use edition::{
    BackReference, Block, BlockId, BlockKind, CorrespDesc, ImprintKind, ImprintLine, Letter, LetterId, Note,
    NoteKind, Origin, PageBreak, Witness,
};
use source::{Diagnostic, Report, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A note body before its inlines are made.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) label: Box<str>,
    pub(super) label_span: Span,
    pub(super) paragraphs: Vec<Span>,
    pub(super) back_reference: Option<BackReference>,
    /// A note without a number stands where it belongs: its call is put there, with no characters of its own.
    pub(super) called_at: Option<u32>,
}

/// What is found, in the order of the source.
#[derive(Debug)]
pub(super) struct Parts<'f> {
    pub(super) file: &'f SourceFile,
    pub(super) imprint: Vec<(ImprintKind, Span)>,
    pub(super) blocks: Vec<(BlockKind, Span)>,
    pub(super) bodies: Vec<Body>,
    pub(super) consumed: Vec<Consumed>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) author: Option<Span>,
    pub(super) addressees: Vec<Addressee>,
    pub(super) addressee_place: Option<Span>,
    pub(super) dateline_place: Option<Span>,
    pub(super) signature: Option<Span>,
    pub(super) volume: Option<Box<str>>,
    pub(super) pages: Option<Box<str>>,
}

/// The name of a kind of block in reports (`paragraph`, `heading.addressee`).
#[must_use]
pub fn block_name(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading => "heading.addressee",
        BlockKind::Number => "number",
        BlockKind::Dateline => "dateline",
        BlockKind::Salute => "salutation",
        BlockKind::Address => "address",
        BlockKind::Paragraph | BlockKind::Continuation => "paragraph",
        BlockKind::PageBreak(_) => "pageMarker",
        BlockKind::Closer => "closer",
        BlockKind::Signed => "signature",
        BlockKind::Postscript => "postscript",
        BlockKind::Editorial => "editorial",
        BlockKind::Other => "other",
    }
}

/// The name of a kind of header line in reports (`header.volumePages`).
#[must_use]
pub fn imprint_name(kind: ImprintKind) -> &'static str {
    match kind {
        ImprintKind::Author => "header.author",
        ImprintKind::FirstPublished => "header.firstPublished",
        ImprintKind::TextSource => "header.textSource",
        ImprintKind::Edition => "header.edition",
        ImprintKind::VolumePages => "header.volumePages",
        ImprintKind::Translation => "header.translation",
        ImprintKind::Digitisation => "header.digitisation",
        ImprintKind::SentFromTo => "header.sentFromTo",
        ImprintKind::Unknown => "header.unknown",
    }
}

impl<'f> Parts<'f> {
    pub(super) fn new(file: &'f SourceFile) -> Self {
        Self {
            file,
            imprint: Vec::new(),
            blocks: Vec::new(),
            bodies: Vec::new(),
            consumed: Vec::new(),
            diagnostics: Vec::new(),
            author: None,
            addressees: Vec::new(),
            addressee_place: None,
            dateline_place: None,
            signature: None,
            volume: None,
            pages: None,
        }
    }

    pub(super) fn consume(&mut self, span: Span, role: Structure) {
        self.consumed.push(Consumed { span, role });
    }

    pub(super) fn block(&mut self, kind: BlockKind, span: Span) {
        self.blocks.push((kind, span));
    }

    /// A page begins at a marker.
    pub(super) fn page(&mut self, page: &str, span: Span) {
        self.consume(span, Structure::PageMarker);
        let page = PageBreak { page: page.into(), origin: Origin::Source, span };
        self.block(BlockKind::PageBreak(page), span);
    }

    /// Makes the letter.
    pub(super) fn finish(mut self) -> Report<Draft> {
        cover::leftovers(&mut self);
        self.blocks.sort_by_key(|(_, span)| *span);
        let labels: BTreeSet<&str> = self.bodies.iter().map(|body| &*body.label).collect();
        let mut calls = Calls::new(labels.into_iter().map(Into::into).collect());
        for body in &self.bodies {
            if let Some(at) = body.called_at {
                calls.unnumbered.insert(at, body.label.clone());
            }
        }
        let text = self.file.text.clone();
        let mut consumed = std::mem::take(&mut self.consumed);
        let mut imprint = Vec::new();
        for (number, (kind, span)) in self.imprint.iter().enumerate() {
            let inlines = inlines::verbatim(Piece::of(&text, *span));
            imprint.push(ImprintLine {
                id: BlockId(format!("h{}", number + 1).into()),
                kind: *kind,
                inlines,
                span: *span,
            });
        }
        let mut ids = Ids::default();
        let mut blocks = Vec::new();
        for (kind, span) in std::mem::take(&mut self.blocks) {
            let id = ids.block(&kind);
            let inlines = match &kind {
                BlockKind::PageBreak(_) => Vec::new(),
                _ => inlines::read(Piece::of(&text, span), &mut calls, &mut consumed),
            };
            blocks.push(Block { id, kind, inlines, span });
        }
        let bodies = std::mem::take(&mut self.bodies);
        let notes = notes(&bodies, &text, &mut calls, &mut consumed, &mut ids);
        cover::blanks(self.file, &imprint, &blocks, &notes, &mut consumed);
        let witness = Witness { imprint, volume: self.volume, pages: self.pages.clone(), rights: Vec::new() };
        let first_page = self.pages.as_deref().and_then(|pages| pages.split(['-', '–']).next()).map(|page| {
            let span =
                blocks.first().map_or(Span::default(), |block| Span { end: block.span.start, ..block.span });
            PageBreak { page: page.into(), origin: Origin::Machine, span }
        });
        let letter = Letter {
            id: letter_id(&self.file.path.0),
            language: "".into(),
            corresp: CorrespDesc::default(),
            witness,
            text: blocks,
            notes,
            first_page,
        };
        let draft = Draft {
            letter,
            consumed,
            author: self.author,
            addressees: self.addressees,
            addressee_place: self.addressee_place,
            dateline_place: self.dateline_place,
            signature: self.signature,
        };
        let mut diagnostics = self.diagnostics;
        findings::of_letter(&draft, &calls, &mut diagnostics);
        diagnostics.sort_by_key(|finding| finding.span);
        Report { value: draft, diagnostics }
    }
}

/// The file name without folders and ending, fit for an address.
fn letter_id(path: &str) -> LetterId {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let id: String = stem
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' })
        .collect();
    LetterId(if id.is_empty() { "letter".into() } else { id.into() })
}

fn notes(
    bodies: &[Body],
    text: &str,
    calls: &mut Calls,
    consumed: &mut Vec<Consumed>,
    ids: &mut Ids,
) -> Vec<Note> {
    let mut notes = Vec::new();
    for body in bodies {
        let id = ids.note(&body.label);
        if !body.label_span.is_empty() {
            consumed.push(Consumed { span: body.label_span, role: Structure::NoteLabel });
        }
        let mut blocks = Vec::new();
        for (number, span) in body.paragraphs.iter().enumerate() {
            let block_id = if number == 0 { id.clone() } else { format!("{id}-{}", number + 1).into() };
            let inlines = inlines::read(Piece::of(text, *span), calls, consumed);
            blocks.push(Block { id: BlockId(block_id), kind: BlockKind::Paragraph, inlines, span: *span });
        }
        let end = body.back_reference.as_ref().map(|reference| reference.span);
        let span = body.paragraphs.iter().copied().chain(end).fold(body.label_span, Span::to);
        notes.push(Note {
            id: edition::NoteId(id),
            label: body.label.clone(),
            kind: NoteKind::Explanatory,
            blocks,
            back_reference: body.back_reference.clone(),
            calls: 0,
            span,
        });
    }
    for note in &mut notes {
        note.calls = calls.count(&note.label);
    }
    notes
}

/// Gives every block an identifier of its own.
#[derive(Debug, Default)]
struct Ids {
    counts: BTreeMap<&'static str, u32>,
    notes: BTreeSet<Box<str>>,
    pages: BTreeSet<Box<str>>,
}

impl Ids {
    fn block(&mut self, kind: &BlockKind) -> BlockId {
        // The first of these has no number; of the others every one has.
        let (name, single) = match kind {
            BlockKind::Heading => ("head", true),
            BlockKind::Number => ("num", true),
            BlockKind::Dateline => ("dl", true),
            BlockKind::Salute => ("sal", true),
            BlockKind::Address => ("addr", true),
            BlockKind::Closer => ("clo", true),
            BlockKind::Signed => ("sig", true),
            BlockKind::Paragraph | BlockKind::Continuation => ("p", false),
            BlockKind::Postscript => ("ps", false),
            BlockKind::Editorial => ("ed", false),
            BlockKind::Other => ("x", false),
            BlockKind::PageBreak(page) => {
                let mut id: Box<str> = format!("pb{}", page.page).into();
                while !self.pages.insert(id.clone()) {
                    id = format!("{id}-").into();
                }
                return BlockId(id);
            }
        };
        let count = self.counts.entry(name).or_default();
        *count += 1;
        if single && *count == 1 { BlockId(name.into()) } else { BlockId(format!("{name}{count}").into()) }
    }

    fn note(&mut self, label: &str) -> Box<str> {
        let mut id: Box<str> = note_id(label);
        let mut again = 2;
        while !self.notes.insert(id.clone()) {
            id = format!("{}-{again}", note_id(label)).into();
            again += 1;
        }
        id
    }
}

/// The identifier of the note with this label.
pub(super) fn note_id(label: &str) -> Box<str> {
    let clean: String = label.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("n{clean}").into()
}
