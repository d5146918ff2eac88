//! The text of a letter in Markdown: blocks, inlines, footnotes.

use super::within;
use crate::tei::Taken;
use edition::{Block, BlockId, BlockKind, Inline, Note, NoteCall, NoteKind, Rend, Text};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Deeper nesting becomes plain words: a page is built by descending.
const DEPTH: usize = 100;

/// A text while it is read.
pub(super) struct Reading<'f> {
    file: &'f SourceFile,
    /// Where the text begins in the file.
    start: usize,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Links that are no address, and where they stand: only who knows all letters knows where they lead.
    pub(super) links: Vec<(Box<str>, Span)>,
    blocks: Vec<Block>,
    notes: Vec<Note>,
    /// Where in `notes` an identifier is.
    note_at: BTreeMap<String, usize>,
    /// The identifiers of notes by their labels, and those that are taken.
    note_ids: BTreeMap<String, String>,
    taken: Taken,
    /// The labels of notes so far.
    defined: BTreeSet<String>,
    calls: BTreeMap<String, u16>,
    counts: BTreeMap<&'static str, u32>,
    /// What is open: the inlines gathered in it, and what it becomes.
    open: Vec<(Vec<Inline>, Open)>,
    /// How many are open that are too deep to become anything.
    flat: usize,
    /// The note that is being read.
    note: Option<String>,
    /// What was read as a call, as a note or as code.
    pub(super) read: Vec<Range<usize>>,
    /// What paragraphs are here: in a quotation, in a list.
    around: Vec<BlockKind>,
}

/// What gathered inlines become.
enum Open {
    Block(BlockKind),
    Hi(Rend),
    Link(String),
    /// Nothing of its own.
    Plain,
}

impl<'f> Reading<'f> {
    pub(super) fn new(file: &'f SourceFile, start: usize) -> Self {
        Self {
            file,
            start,
            diagnostics: Vec::new(),
            links: Vec::new(),
            blocks: Vec::new(),
            notes: Vec::new(),
            note_at: BTreeMap::new(),
            note_ids: BTreeMap::new(),
            taken: Taken::default(),
            defined: BTreeSet::new(),
            calls: BTreeMap::new(),
            counts: BTreeMap::new(),
            open: Vec::new(),
            flat: 0,
            note: None,
            read: Vec::new(),
            around: Vec::new(),
        }
    }

    /// The blocks and notes of the text.
    pub(super) fn whole(&mut self) -> (Vec<Block>, Vec<Note>) {
        let text = within::hidden(self.file.text.get(self.start..).unwrap_or_default());
        for (event, range) in Parser::new_ext(&text, Options::ENABLE_FOOTNOTES).into_offset_iter() {
            self.event(event, range.start + self.start..range.end + self.start);
        }
        self.resolve();
        (std::mem::take(&mut self.blocks), std::mem::take(&mut self.notes))
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                match &tag {
                    Tag::CodeBlock(_) => self.read.push(range.clone()),
                    // The label of a note, not what it says.
                    Tag::FootnoteDefinition(label) => {
                        let place = range.start..range.start + label.len() + 3;
                        self.define(label, &place);
                        self.read.push(place);
                    }
                    _ => {}
                }
                self.start(tag, &range);
            }
            Event::End(tag) => self.end(tag, range),
            // HTML is words like others: nothing of it ever becomes markup.
            Event::Code(words) => {
                self.read.push(range.clone());
                self.words(&within::shown(&words), range);
            }
            Event::Text(words) if words.len() == range.len() => self.words_with_calls(&words, range),
            // What is written as `&amp;` and the like.
            Event::Text(words) => self.words(&words, range),
            Event::Html(words) | Event::InlineHtml(words) => self.words(&within::shown(&words), range),
            Event::SoftBreak => self.words(" ", range),
            Event::HardBreak => self.push(Inline::LineBreak { inside_word: false }),
            Event::FootnoteReference(label) => {
                self.read.push(range.clone());
                self.call(&label, range);
            }
            Event::Rule | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }
                if self.open.len() >= DEPTH =>
            {
                if self.flat == 0 {
                    let span = Some(Span::new(range.start, range.start + 1));
                    let message = format!("words are set off or linked more than {DEPTH} deep");
                    let finding =
                        Diagnostic::new(Code("markdown/too-deep"), Severity::Warning, span, message);
                    self.diagnostics.push(finding.advise("what is deeper is kept as plain words"));
                }
                self.flat += 1;
            }
            Tag::Paragraph => {
                let kind = self.around.last().cloned().unwrap_or(BlockKind::Paragraph);
                self.begin(kind);
            }
            Tag::Heading { .. } => self.begin(BlockKind::Heading),
            Tag::BlockQuote(_) => self.around.push(BlockKind::Quote),
            Tag::Item => {
                self.around.push(BlockKind::Item);
                self.begin(BlockKind::Item);
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.begin(BlockKind::Other),
            Tag::Emphasis => self.open.push((Vec::new(), Open::Hi(Rend::Italic))),
            Tag::Strong => self.open.push((Vec::new(), Open::Hi(Rend::Strong))),
            Tag::Link { dest_url, link_type, .. } => {
                let address = if link_type == LinkType::Email {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                self.open.push((Vec::new(), Open::Link(address)));
            }
            Tag::FootnoteDefinition(label) => self.note = Some(label.to_string()),
            Tag::Image { .. } => self.open.push((Vec::new(), Open::Plain)),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image if self.flat > 0 => {
                self.flat -= 1
            }
            TagEnd::BlockQuote(_) => {
                self.around.pop();
            }
            TagEnd::Item => {
                self.close(range);
                self.around.pop();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.close(range)
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => self.close(range),
            TagEnd::FootnoteDefinition => self.note = None,
            _ => {}
        }
    }

    /// A block; one that a paragraph is in already, as in an item of a list, stays the only one.
    fn begin(&mut self, kind: BlockKind) {
        if let Some((gathered, Open::Block(_))) = self.open.last()
            && !gathered.is_empty()
        {
            let open = self.open.pop();
            if let Some((gathered, Open::Block(outer))) = open {
                self.block(outer.clone(), gathered);
                self.open.push((Vec::new(), Open::Block(outer)));
            }
        }
        self.open.push((Vec::new(), Open::Block(kind)));
    }

    fn close(&mut self, range: Range<usize>) {
        let Some((inlines, open)) = self.open.pop() else { return };
        match open {
            Open::Block(kind) => self.block(kind, inlines),
            Open::Hi(rend) => self.push(Inline::Hi(rend, inlines)),
            Open::Plain => inlines.into_iter().for_each(|inline| self.push(inline)),
            Open::Link(address) => {
                // A call is a link itself: it stands behind the one that it is written in.
                let (calls, words) =
                    inlines.into_iter().partition(|inline| matches!(inline, Inline::NoteCall(_)));
                let link = self.link(&address, words, range);
                self.push(link);
                Vec::into_iter(calls).for_each(|call| self.push(call));
            }
        }
    }

    fn block(&mut self, kind: BlockKind, inlines: Vec<Inline>) {
        if inlines.is_empty() {
            return;
        }
        let span = inlines.iter().map(crate::annotate::extent).reduce(Span::to).unwrap_or_default();
        if let Some(label) = self.note.clone() {
            let id = self.note_id(&label);
            let known = self.note_at.get(&id).copied();
            let at = known.unwrap_or_else(|| {
                self.note_at.insert(id.clone(), self.notes.len());
                self.notes.push(Note {
                    id: id.as_str().into(),
                    label: label.as_str().into(),
                    kind: NoteKind::Explanatory,
                    blocks: Vec::new(),
                    back_reference: None,
                    calls: 0,
                    span,
                });
                self.notes.len() - 1
            });
            let note = &mut self.notes[at];
            let nth = note.blocks.len() + 1;
            let id = if nth == 1 { id } else { format!("{id}-{nth}") };
            note.blocks.push(Block {
                id: BlockId(id.into()),
                kind: BlockKind::Paragraph,
                align: Default::default(),
                inlines,
                span,
            });
            return;
        }
        let name = match kind {
            BlockKind::Heading => "head",
            BlockKind::Quote => "q",
            BlockKind::Item => "i",
            BlockKind::Other => "x",
            _ => "p",
        };
        let count = self.counts.entry(name).or_default();
        *count += 1;
        let id = if name == "head" && *count == 1 { name.to_owned() } else { format!("{name}{count}") };
        self.blocks.push(Block { id: BlockId(id.into()), kind, align: Default::default(), inlines, span });
    }

    fn push(&mut self, inline: Inline) {
        if self.open.is_empty() {
            self.open.push((Vec::new(), Open::Block(BlockKind::Paragraph)));
        }
        if let Some((inlines, _)) = self.open.last_mut() {
            inlines.push(inline);
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        // Names are found by their place in the file: what is not written there as it reads has none.
        let exact = self.file.text.get(range.clone()) == Some(words);
        let span =
            if exact { Span::new(range.start, range.end) } else { Span::new(range.start, range.start) };
        self.push(Inline::Text(Text { text: words.into(), span }));
    }

    /// Words of a text, with the calls that stand in the words of a link.
    fn words_with_calls(&mut self, words: &str, range: Range<usize>) {
        for (is_call, at, length) in within::pieces(words) {
            let place = range.start + at..range.start + at + length;
            let piece = words.get(at..at + length).unwrap_or_default();
            let in_code = matches!(self.open.last(), Some((_, Open::Block(BlockKind::Other))));
            match piece.get(2..length.saturating_sub(1)).filter(|_| is_call && !in_code) {
                Some(label) => {
                    self.read.push(place.clone());
                    self.call(label, place);
                }
                None => self.words(&within::shown(piece), place),
            }
        }
    }

    /// A second note with a label is reported: its words follow those of the first.
    fn define(&mut self, label: &str, place: &Range<usize>) {
        if !self.defined.insert(label.to_lowercase()) {
            let span = Some(Span::new(place.start, place.end));
            let message = format!("note {label} stands here once more; its words follow those of the first");
            let finding = Diagnostic::new(Code("markdown/duplicate-note"), Severity::Warning, span, message);
            self.diagnostics.push(finding.advise("give it a label of its own, here and where it is called"));
        }
    }

    fn call(&mut self, label: &str, range: Range<usize>) {
        let id = self.note_id(label);
        let nth = self.calls.entry(id.clone()).or_default();
        *nth = nth.saturating_add(1);
        let call = NoteCall {
            note: id.as_str().into(),
            nth: *nth,
            label: label.into(),
            as_written: self.file.text.get(range.clone()).unwrap_or_default().into(),
            // A reference without a definition is words to CommonMark.
            resolved: true,
            span: Span::new(range.start, range.end),
        };
        self.push(Inline::NoteCall(Box::new(call)));
    }

    /// The identifier of a note. Capitals in a label do not count: a call is found by either.
    fn note_id(&mut self, label: &str) -> String {
        let taken = &mut self.taken;
        let new = || taken.free(format!("n{}", crate::ids::fragment(label)));
        self.note_ids.entry(label.to_lowercase()).or_insert_with(new).clone()
    }

    /// Counts calls; a note that nobody calls is reported.
    fn resolve(&mut self) {
        while !self.open.is_empty() {
            self.close(0..0);
        }
        for note in &mut self.notes {
            note.calls = self.calls.get(note.id.as_str()).copied().unwrap_or_default();
            if note.calls == 0 {
                let message = format!("nothing calls the note {}", note.label);
                let finding = Diagnostic::new(
                    Code("markdown/orphan-note"),
                    Severity::Warning,
                    Some(note.span),
                    message,
                );
                self.diagnostics.push(
                    finding.advise(format!("write [^{}] where it belongs, or take it out", note.label)),
                );
            }
        }
    }
}
