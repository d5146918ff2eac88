//! The blocks of a text: what stands for itself on the page.

use super::header::{normal, primary};
use super::ids::Blocks;
use super::kinds::{Words, alignment, is_block, is_division, is_register, words_of};
use super::names::Prefixes;
use super::notes::{References, Series, references};
use super::{Context, inlines, space, xml};
use edition::{Alignment, Block, BlockKind, Inline, Note, NoteId, Rend, Sign};
use roxmltree::Node;
use std::collections::BTreeMap;

/// A text while it is read.
pub(super) struct Body<'c, 'f, 'd> {
    pub(super) context: &'c mut Context<'f>,
    pub(super) prefixes: &'c Prefixes,
    pub(super) references: References<'d>,
    pub(super) series: Series,
    pub(super) notes: Vec<Note>,
    /// Where in `notes` an element of the source is.
    pub(super) read: BTreeMap<u32, usize>,
    pub(super) pages: u32,
    ids: Blocks,
    out: Vec<Block>,
    /// Calls of notes that stand between two blocks; they go into the next.
    pending: Vec<Inline>,
    /// Signs around whole blocks, outermost first.
    signs: Vec<Sign>,
    /// What the elements around say of the side at which lines stand.
    /// Whether notes say where their words begin.
    pub(super) lemmas: bool,
    align: Alignment,
    /// The language of the letter, and that of what is read, where an element says it.
    language: Box<str>,
    spoken: Option<&'d str>,
    /// Which segments of the element that is being read are lines.
    lines: Lines,
}

/// Which segments of an element stand in a line of their own.
#[derive(Debug, Clone, Copy)]
enum Lines {
    /// None.
    None,
    /// Those that say at which side they stand.
    Aligned,
    /// All.
    All,
}

impl<'c, 'f, 'd> Body<'c, 'f, 'd> {
    pub(super) fn new(
        context: &'c mut Context<'f>,
        prefixes: &'c Prefixes,
        language: &str,
        text: Node<'d, '_>,
    ) -> Self {
        Self {
            context,
            prefixes,
            references: references(text),
            series: Series::default(),
            notes: Vec::new(),
            read: BTreeMap::new(),
            pages: 0,
            ids: Blocks::default(),
            out: Vec::new(),
            pending: Vec::new(),
            signs: Vec::new(),
            lemmas: false,
            align: Alignment::Unsaid,
            language: language.into(),
            spoken: None,
            lines: Lines::None,
        }
    }

    /// Reads a whole text.
    pub(super) fn text(&mut self, text: Node<'d, '_>) {
        self.container(text, &BlockKind::Paragraph);
        self.end(&BlockKind::Paragraph);
    }

    /// The blocks and notes that were read.
    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<Note>) {
        if self.lemmas {
            // The notes have names now, by which their words are known.
            let names: BTreeMap<Box<str>, NoteId> = self
                .read
                .iter()
                .filter_map(|(node, at)| Some((node.to_string().into(), self.notes.get(*at)?.id.clone())))
                .collect();
            let in_notes = self.notes.iter_mut().flat_map(|note| &mut note.blocks);
            for block in self.out.iter_mut().chain(in_notes) {
                name_lemmas(&mut block.inlines, &names);
            }
        }
        (self.out, self.notes)
    }

    /// Reads the content of a note, whose blocks stand apart.
    pub(super) fn apart(&mut self, note: Node<'d, '_>) -> Vec<Block> {
        let outer = std::mem::take(&mut self.out);
        let pending = std::mem::take(&mut self.pending);
        let signs = std::mem::take(&mut self.signs);
        let ids = std::mem::take(&mut self.ids);
        let align = std::mem::take(&mut self.align);
        let spoken = self.spoken;
        self.spoken = xml::lang(note).or(spoken);
        self.container(note, &BlockKind::Paragraph);
        self.end(&BlockKind::Paragraph);
        self.spoken = spoken;
        self.pending = pending;
        self.signs = signs;
        self.ids = ids;
        self.align = align;
        std::mem::replace(&mut self.out, outer)
    }

    /// Calls that no block came after stand in the last.
    fn end(&mut self, loose: &BlockKind) {
        match self.out.last_mut().filter(|last| !is_page(last)) {
            Some(last) => last.inlines.append(&mut self.pending),
            None => self.alone(loose),
        }
    }

    /// Calls that no words stand beside, as on a page that was left blank, get a block of their own.
    fn alone(&mut self, loose: &BlockKind) {
        if self.pending.is_empty() {
            return;
        }
        let id = self.ids.next(loose);
        self.out.push(Block {
            id,
            kind: loose.clone(),
            align: Default::default(),
            inlines: std::mem::take(&mut self.pending),
            span: source::Span::default(),
        });
    }

    /// The children of an element: those that are blocks one by one, the words between them as blocks of a kind.
    fn container(&mut self, node: Node<'d, '_>, loose: &BlockKind) {
        let outer = self.lines;
        self.lines = self.lines_of(node);
        let mut run: Vec<Inline> = Vec::new();
        for child in node.children() {
            let name = xml::name(child);
            if is_register(name) && !in_note(child) {
                // The entries are in the register.
                continue;
            }
            if name == "pb" && !has_words(&run) {
                self.flush(&mut run, loose);
                if self.out.last().is_some_and(is_page) {
                    self.alone(loose);
                }
                let page = inlines::page(self, child);
                let kind = BlockKind::PageBreak(page);
                let id = self.ids.next(&kind);
                self.out.push(Block {
                    id,
                    kind,
                    align: Default::default(),
                    inlines: Vec::new(),
                    span: xml::span(child),
                });
            } else if is_block(name)
                || self.is_line(child)
                || (child.is_element() && name != "note" && holds_blocks(child))
            {
                if name == "item" && is_labelled(&run) {
                    self.label_of_next(&mut run);
                }
                self.flush(&mut run, loose);
                self.block(child, loose);
                inlines::anchored_calls(self, child, &mut run);
            } else {
                inlines::inline(self, child, &mut run);
            }
        }
        self.flush(&mut run, loose);
        self.lines = outer;
    }

    /// Asked once for each element, since it may have any number of segments: those of a letterhead, an address or a closing
    /// that is made of nothing else are lines, and those of a paragraph that say at which side they stand.
    fn lines_of(&self, node: Node<'_, '_>) -> Lines {
        let lines = match xml::name(node) {
            "opener" | "closer" | "dateline" => Lines::All,
            "seg" if self.is_line(node) => Lines::All,
            "p" => Lines::Aligned,
            _ => return Lines::None,
        };
        if xml::says_words(node) { Lines::None } else { lines }
    }

    fn is_line(&self, node: Node<'_, '_>) -> bool {
        xml::is(node, "seg")
            && match self.lines {
                Lines::None => false,
                Lines::Aligned => alignment(node).is_some(),
                Lines::All => true,
            }
    }

    fn block(&mut self, node: Node<'d, '_>, loose: &BlockKind) {
        let (align, spoken) = (self.align, self.spoken);
        self.align = alignment(node).unwrap_or(align);
        self.spoken = xml::lang(node).or(spoken);
        self.block_inside(node, loose);
        (self.align, self.spoken) = (align, spoken);
    }

    fn block_inside(&mut self, node: Node<'d, '_>, loose: &BlockKind) {
        let name = xml::name(node);
        match name {
            _ if is_division(name) => match words_of(node) {
                Words::Commentary => inlines::commentary(self, node),
                Words::Summary => self.container(node, &BlockKind::Editorial),
                Words::Letter if *loose == BlockKind::Editorial => self.container(node, loose),
                Words::Letter => self.container(node, &BlockKind::Paragraph),
            },
            "p" | "ab" => {
                let kept = matches!(
                    loose,
                    BlockKind::Postscript | BlockKind::Quote | BlockKind::Item | BlockKind::Editorial
                );
                self.container(node, if kept { loose } else { &BlockKind::Paragraph });
            }
            "head" | "opener" => self.container(node, &BlockKind::Heading),
            "dateline" => self.container(node, &BlockKind::Dateline),
            "salute" => self.container(node, &BlockKind::Salute),
            "closer" => self.container(node, &BlockKind::Closer),
            "signed" => self.container(node, &BlockKind::Signed),
            "postscript" => self.container(node, &BlockKind::Postscript),
            "address" | "addrLine" => self.container(node, &BlockKind::Address),
            "quote" | "cit" | "epigraph" | "q" => self.container(node, &BlockKind::Quote),
            "lg" => self.stanza(node),
            "l" => self.container(node, &BlockKind::Verse { stanza: false }),
            "item" => self.container(node, &BlockKind::Item),
            "list" => self.container(node, &BlockKind::Item),
            "row" => self.row(node),
            "figure" => {
                let image = xml::find(node, "graphic").and_then(|graphic| graphic.attribute("url"));
                self.container(node, &BlockKind::Figure(image.filter(|url| !url.is_empty()).map(Into::into)));
            }
            "fw" | "trailer" | "byline" => self.container(node, &BlockKind::Other),
            // What is printed at the head of the paper is no heading of the letter.
            "seg" if node.attribute("type") == Some("letterhead") => {
                self.container(node, &BlockKind::Address)
            }
            "table" | "argument" | "floatingText" | "sp" | "seg" => self.container(node, loose),
            _ => match super::signs::sign(node, &self.context.hands) {
                Some(sign) => {
                    self.signs.push(sign);
                    self.container(node, loose);
                    self.signs.pop();
                }
                None => {
                    if !super::kinds::is_transparent(name) {
                        self.context.unknown(node);
                    }
                    self.container(node, loose);
                }
            },
        }
    }

    /// The lines of a stanza; the first begins it, whatever heading stands above.
    fn stanza(&mut self, stanza: Node<'d, '_>) {
        let before = self.out.len();
        self.container(stanza, &BlockKind::Verse { stanza: false });
        let mut kinds = self.out.iter_mut().skip(before).map(|block| &mut block.kind);
        if let Some(BlockKind::Verse { stanza }) = kinds.find(|kind| matches!(kind, BlockKind::Verse { .. }))
        {
            *stanza = true;
        }
    }

    fn row(&mut self, row: Node<'d, '_>) {
        let mut cells = Vec::new();
        for child in row.children() {
            if xml::is(child, "cell") {
                let mut inner = Vec::new();
                inlines::children(self, child, &mut inner);
                space::trim(&mut inner);
                cells.push(Inline::Cell(inner));
            } else {
                inlines::inline(self, child, &mut cells);
            }
        }
        self.push(cells, &BlockKind::Row);
    }

    /// The label of an item of a list stands in its line.
    fn label_of_next(&mut self, run: &mut Vec<Inline>) {
        run.retain(|inline| !is_blank(inline));
        self.pending.append(run);
        self.pending.push(inlines::blank());
    }

    /// Ends a run of words: a block, where there are any.
    fn flush(&mut self, run: &mut Vec<Inline>, loose: &BlockKind) {
        let mut inlines = std::mem::take(run);
        if inlines.iter().all(|inline| matches!(inline, Inline::LineBreak { .. }) || is_blank(inline)) {
            return;
        }
        if !has_words(&inlines) {
            inlines.retain(|inline| !is_blank(inline) && !matches!(inline, Inline::LineBreak { .. }));
            self.pending.append(&mut inlines);
            return;
        }
        self.push(inlines, loose);
    }

    fn push(&mut self, inlines: Vec<Inline>, kind: &BlockKind) {
        let mut whole = std::mem::take(&mut self.pending);
        whole.reserve_exact(inlines.len());
        whole.extend(inlines);
        for sign in self.signs.iter().rev() {
            whole = vec![Inline::Sign(sign.clone(), whole)];
        }
        space::close(&mut whole);
        space::trim(&mut whole);
        // What the importer puts in, and the calls of notes that stand elsewhere, have no place.
        let spans = whole.iter().map(crate::annotate::extent).filter(|span| !span.is_empty());
        let span = spans.reduce(source::Span::to).unwrap_or_default();
        if let Some(language) = self.other_language().filter(|_| *kind != BlockKind::Row) {
            whole = vec![Inline::Foreign(language, whole)];
        }
        let id = self.ids.next(kind);
        self.out.push(Block { id, kind: kind.clone(), align: self.align, inlines: whole, span });
    }

    /// The language of what is read, where it is not that of the letter.
    fn other_language(&self) -> Option<Box<str>> {
        let spoken = self.spoken?;
        (primary(spoken) != primary(&self.language)).then(|| normal(spoken).into())
    }
}

/// Gives the beginnings of words that notes are on the names of their notes.
fn name_lemmas(inlines: &mut [Inline], names: &BTreeMap<Box<str>, NoteId>) {
    for inline in inlines {
        if let Inline::Hi(Rend::Lemma(note), _) = inline
            && let Some(name) = names.get(&note.0)
        {
            *note = name.clone();
        }
        name_lemmas(inline.inner_mut(), names);
    }
}

fn is_page(block: &Block) -> bool {
    matches!(block.kind, BlockKind::PageBreak(_))
}

fn in_note(node: Node<'_, '_>) -> bool {
    node.ancestors().any(|above| xml::is(above, "note"))
}

fn holds_blocks(node: Node<'_, '_>) -> bool {
    node.descendants().skip(1).any(|inner| {
        is_block(xml::name(inner))
            && !inner.ancestors().take_while(|above| *above != node).any(|above| xml::is(above, "note"))
            // An address in a line stays in it.
            && !matches!(xml::name(inner), "address" | "addrLine")
    })
}

/// Whether an inline is a text of blanks alone.
pub(super) fn is_blank(inline: &Inline) -> bool {
    matches!(inline, Inline::Text(text) if text.text.trim().is_empty())
}

/// Whether a run is a label and nothing else.
fn is_labelled(run: &[Inline]) -> bool {
    let mut words = run.iter().filter(|inline| !is_blank(inline)).peekable();
    words.peek().is_some() && words.all(|inline| matches!(inline, Inline::Label(_)))
}

/// Whether there is anything to be read in a run, calls of notes aside.
fn has_words(run: &[Inline]) -> bool {
    run.iter().any(|inline| {
        !is_blank(inline)
            && !matches!(
                inline,
                Inline::NoteCall(_) | Inline::LineBreak { .. } | Inline::Hi(Rend::Lemma(_), _)
            )
    })
}
