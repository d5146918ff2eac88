//! The text of a letter in Markdown: blocks, inlines, footnotes.

mod notes;

use super::within;
use crate::tei::Taken;
use edition::{Alignment, Block, BlockId, BlockKind, Inline, Note, Rend, Text};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::collections::BTreeMap;
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
    /// The notes so far by their labels in small letters: the label as it is written, and where.
    defined: BTreeMap<String, (String, Span)>,
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
    /// The lists that are open: where each ends, if its points are numbered, and how many points there were.
    lists: Vec<(Option<usize>, usize)>,
    /// The number of a point was read, and nothing after it.
    numbered: bool,
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
            defined: BTreeMap::new(),
            calls: BTreeMap::new(),
            counts: BTreeMap::new(),
            open: Vec::new(),
            flat: 0,
            note: None,
            read: Vec::new(),
            around: Vec::new(),
            lists: Vec::new(),
            numbered: false,
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
            Event::HardBreak => self.push(Inline::LineBreak { inside_word: false, kept: true }),
            Event::Rule => self.rule(range),
            Event::FootnoteReference(label) => {
                self.read.push(range.clone());
                self.call(&label, range);
            }
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
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
            Tag::List(first) => self.lists.push((first.map(|_| range.end), 0)),
            Tag::Item => self.item(range),
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
            TagEnd::List(_) => {
                self.lists.pop();
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

    /// A point of a list. Its number is a word of the letter: `3. Mai 1848` at the beginning of a line is a day, and a single
    /// point with a number a paragraph.
    fn item(&mut self, range: &Range<usize>) {
        let written = self.file.text.get(range.clone()).unwrap_or_default();
        let digits = written.find(|sign: char| !sign.is_ascii_digit()).unwrap_or_default();
        let rest = |end: usize| self.file.text.get(range.end..end).unwrap_or_default();
        let (mut numbered, mut single) = (false, false);
        if let Some((Some(end), points)) = self.lists.last_mut() {
            *points += 1;
            numbered = digits > 0;
            single = *points == 1 && rest(*end).trim().is_empty();
        }
        let kind = if single { BlockKind::Paragraph } else { BlockKind::Item };
        self.around.push(kind.clone());
        self.begin(kind);
        if numbered {
            let blanks =
                written.get(digits + 1..).map_or(0, |rest| rest.len() - rest.trim_start_matches(' ').len());
            let number = written.get(..digits + 1 + blanks.min(1)).unwrap_or_default();
            self.words(number, range.start..range.start + number.len());
            self.numbered = true;
        }
    }

    /// A line that parts what is above from what is below, as it is written.
    fn rule(&mut self, range: Range<usize>) {
        let written = self.file.text.get(range.clone()).unwrap_or_default();
        let written = written.trim();
        let start =
            range.start + self.file.text.get(range).unwrap_or_default().find(written).unwrap_or_default();
        self.begin(BlockKind::Paragraph);
        self.words(written, start..start + written.len());
        self.close(0..0);
        if let Some(block) = self.blocks.last_mut().filter(|_| self.note.is_none()) {
            block.align = Alignment::Center;
        }
    }

    /// A block; one that a paragraph is in already, as in an item of a list, stays the only one.
    fn begin(&mut self, kind: BlockKind) {
        let number = match self.open.last_mut() {
            Some((gathered, _)) if self.numbered => std::mem::take(gathered),
            _ => Vec::new(),
        };
        self.numbered = false;
        if let Some((gathered, Open::Block(_))) = self.open.last()
            && !gathered.is_empty()
        {
            let open = self.open.pop();
            if let Some((gathered, Open::Block(outer))) = open {
                self.block(outer.clone(), gathered);
                self.open.push((Vec::new(), Open::Block(outer)));
            }
        }
        self.open.push((number, Open::Block(kind)));
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
        let placed = inlines.iter().filter(|inline| !matches!(inline, Inline::LineBreak { .. }));
        let span = placed.map(crate::annotate::extent).reduce(Span::to).unwrap_or_default();
        if let Some(label) = self.note.clone() {
            self.note_block(&label, inlines, span);
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
        self.numbered = false;
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
}
