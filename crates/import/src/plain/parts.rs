//! The parts of a letter as they are found, and the letter made of them.

use super::ids::Ids;
use super::inlines::{self, Reader};
use super::notes::{Body, Part};
use super::{blank, calls, cover, findings, manner};
use crate::draft::{Addressee, Consumed, Draft, PageStart, Structure};
use dates::Language;
use edition::{
    Block, BlockKind, CorrespDesc, ImprintKind, ImprintLine, Inline, Letter, Note, NoteId, NoteKind, Origin,
    PageBreak, Witness,
};
use source::{Diagnostic, Report, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What is found, in the order of the source.
#[derive(Debug)]
pub(super) struct Parts<'f> {
    pub(super) file: &'f SourceFile,
    pub(super) manner: manner::Found,
    /// The language of the letter (BCP 47).
    pub(super) language: &'static str,
    /// The language whose dates are looked for.
    pub(super) dates: Language,
    pub(super) imprint: Vec<(ImprintKind, Span)>,
    pub(super) blocks: Vec<(BlockKind, Span)>,
    /// Notes without a number that stand between blocks: the block before each, and the note.
    pub(super) calls_after: BTreeMap<usize, Vec<Box<str>>>,
    pub(super) bodies: Vec<Body>,
    pub(super) unnumbered: usize,
    pub(super) consumed: Vec<Consumed>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) author: Option<Span>,
    pub(super) addressees: Vec<Addressee>,
    pub(super) addressee_place: Option<Span>,
    pub(super) dateline_place: Option<Span>,
    pub(super) signature: Option<Span>,
    pub(super) number: Option<Span>,
    pub(super) volume: Option<Box<str>>,
    pub(super) pages: Option<Box<str>>,
}

impl<'f> Parts<'f> {
    pub(super) fn new(file: &'f SourceFile, manner: manner::Found) -> Self {
        let language = crate::language::guess(&file.text);
        Self {
            file,
            manner,
            language,
            dates: Language::of_tag(language),
            imprint: Vec::new(),
            blocks: Vec::new(),
            calls_after: BTreeMap::new(),
            bodies: Vec::new(),
            unnumbered: 0,
            consumed: Vec::new(),
            diagnostics: Vec::new(),
            author: None,
            addressees: Vec::new(),
            addressee_place: None,
            dateline_place: None,
            signature: None,
            number: None,
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
        self.block(page_break(page, span), span);
    }

    /// Makes the letter. `called` are the labels that the running text calls; `calls` those without brackets, with where
    /// they stand and how long they are.
    pub(super) fn finish(
        mut self,
        called: BTreeSet<Box<str>>,
        calls: BTreeMap<usize, (usize, Box<str>)>,
    ) -> Report<Draft> {
        let text = &*self.file.text;
        let mut reader = Reader {
            text,
            labels: labels(&self.bodies, text),
            called,
            calls,
            consumed: std::mem::take(&mut self.consumed),
            bodies: Vec::new(),
            unnumbered: self.unnumbered,
        };
        let mut ids = Ids::default();
        let imprint = self.imprint(&reader, &mut ids);
        let mut blocks = self.blocks(&mut reader, &mut ids);
        let mut notes = notes(std::mem::take(&mut self.bodies), &mut reader, &mut ids);
        calls::resolve(&mut blocks, &mut notes);
        let mut consumed = reader.consumed;
        cover::blanks(text, &imprint, &blocks, &notes, &mut consumed);
        let (first_page, pages) = pages(text, self.pages.as_deref(), &blocks, &notes);
        let letter = Letter {
            id: super::ids::letter(&self.file.path.0),
            title: None,
            number: None,
            status: None,
            language: self.language.into(),
            corresp: CorrespDesc::default(),
            witness: Witness { imprint, volume: self.volume, pages: self.pages, rights: Vec::new() },
            text: blocks,
            notes,
            first_page,
        };
        let draft = Draft {
            letter,
            consumed,
            manner: self.manner.manner,
            author: self.author,
            addressees: self.addressees,
            addressee_place: self.addressee_place,
            dateline_place: self.dateline_place,
            signature: self.signature,
            number: self.number,
            pages,
        };
        let mut diagnostics = self.diagnostics;
        findings::of_letter(text, &draft, &mut diagnostics);
        diagnostics.sort_by_key(|finding| finding.span);
        Report { value: draft, diagnostics }
    }

    fn imprint(&self, reader: &Reader<'_>, ids: &mut Ids) -> Vec<ImprintLine> {
        let lines = self.imprint.iter();
        lines
            .map(|(kind, span)| ImprintLine {
                id: ids.imprint(),
                kind: *kind,
                inlines: reader.verbatim(*span),
                span: *span,
            })
            .collect()
    }

    fn blocks(&mut self, reader: &mut Reader<'_>, ids: &mut Ids) -> Vec<Block> {
        let mut out = Vec::new();
        for (number, (kind, span)) in std::mem::take(&mut self.blocks).into_iter().enumerate() {
            let id = ids.block(&kind);
            let mut inlines = match &kind {
                BlockKind::PageBreak(_) => Vec::new(),
                _ => reader.read(span),
            };
            for label in self.calls_after.remove(&number).unwrap_or_default() {
                inlines.push(inlines::call(&label, "", Span { start: span.end, end: span.end }));
            }
            out.push(Block { id, kind, align: Default::default(), inlines, span });
        }
        out
    }
}

fn page_break(page: &str, span: Span) -> BlockKind {
    BlockKind::PageBreak(PageBreak {
        page: page.into(),
        origin: Origin::Source,
        facs: None,
        inside_word: false,
        span,
    })
}

/// Labels of notes, those of footnotes inside sentences too.
fn labels(bodies: &[Body], text: &str) -> BTreeSet<Box<str>> {
    let inside =
        text.match_indices("[Footnote").filter_map(|(at, _)| super::notes::footnote(text.get(at..)?));
    bodies.iter().map(|body| body.label.clone()).chain(inside.map(|(label, _)| label.into())).collect()
}

/// Notes of their bodies; reading a body may bring others to light that stand in its sentences.
fn notes(bodies: Vec<Body>, reader: &mut Reader<'_>, ids: &mut Ids) -> Vec<Note> {
    let mut waiting = bodies;
    let mut notes: Vec<Note> = Vec::new();
    let mut made: Vec<(Body, Vec<Vec<Inline>>)> = Vec::new();
    waiting.append(&mut reader.bodies);
    while !waiting.is_empty() {
        for body in std::mem::take(&mut waiting) {
            let inlines = body
                .parts
                .iter()
                .map(|part| match part {
                    Part::Paragraph(span) => reader.read(*span),
                    Part::Page(..) => Vec::new(),
                })
                .collect();
            made.push((body, inlines));
        }
        waiting.append(&mut reader.bodies);
    }
    made.sort_by_key(|(body, _)| body.label_span);
    for (body, inlines) in made {
        let id = ids.note(&body.label);
        reader.consumed.push(Consumed { span: body.label_span, role: Structure::NoteLabel });
        reader.consumed.extend(body.close.map(|span| Consumed { span, role: Structure::FootnoteBracket }));
        let mut span = body.label_span;
        let mut blocks = Vec::new();
        let mut paragraphs = 0;
        for (part, inlines) in body.parts.iter().zip(inlines) {
            let (block_id, kind, part_span) = match part {
                Part::Paragraph(part) => {
                    paragraphs += 1;
                    (ids.note_block(&id, paragraphs), BlockKind::Paragraph, *part)
                }
                Part::Page(page, part) => {
                    reader.consumed.push(Consumed { span: *part, role: Structure::PageMarker });
                    let kind = page_break(page, *part);
                    (ids.block(&kind), kind, *part)
                }
            };
            span = span.to(part_span);
            blocks.push(Block { id: block_id, kind, align: Default::default(), inlines, span: part_span });
        }
        let end = body.back_reference.as_ref().map(|reference| reference.span).or(body.close);
        notes.push(Note {
            id: NoteId(id.0),
            label: body.label,
            kind: NoteKind::Explanatory,
            blocks,
            back_reference: body.back_reference,
            calls: 0,
            span: end.map_or(span, |end| span.to(end)),
        });
    }
    notes
}

/// The first page by the imprint, and where every page begins.
fn pages(
    text: &str,
    imprint: Option<&str>,
    blocks: &[Block],
    notes: &[Note],
) -> (Option<PageBreak>, Vec<PageStart>) {
    let mut out = Vec::new();
    let at = blocks.first().map_or(0, |block| block.span.start);
    let first = imprint.and_then(|pages| pages.split(['-', '–']).next()).map(|page| {
        out.push(PageStart { page: page.into(), start: at, origin: Origin::Machine, marker: None });
        PageBreak {
            page: page.into(),
            origin: Origin::Machine,
            facs: None,
            inside_word: false,
            span: Span { start: at, end: at },
        }
    });
    let mut marked = Vec::new();
    for block in blocks.iter().chain(notes.iter().flat_map(|note| &note.blocks)) {
        if let BlockKind::PageBreak(page) = &block.kind {
            marked.push(page);
        }
        inside(&block.inlines, &mut marked);
    }
    marked.sort_by_key(|page| page.span);
    out.extend(marked.into_iter().map(|page| {
        let rest = text.get(page.span.end as usize..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches(blank).len();
        let start = Span::new(page.span.end as usize + blanks, 0).start;
        PageStart { page: page.page.clone(), start, origin: Origin::Source, marker: Some(page.span) }
    }));
    (first, out)
}

fn inside<'t>(inlines: &'t [Inline], out: &mut Vec<&'t PageBreak>) {
    for inline in inlines {
        match inline {
            Inline::PageBreak(page) => out.push(page),
            Inline::Hi(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Other(_, inner) => {
                inside(inner, out);
            }
            _ => {}
        }
    }
}
