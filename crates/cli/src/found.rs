//! Everything found in a letter, with its places in code points.

use edition::{BlockKind, Dating, Edition, Entry, EntryId, Inline, Letter, Mention, NoteCall, each_inline};
use source::{CodePoints, Lines, SourceFile, Span};

/// A letter and all that was found in it.
pub(crate) struct Found<'e> {
    pub(crate) file: &'e SourceFile,
    pub(crate) edition: &'e Edition,
    pub(crate) letter: Option<&'e Letter>,
    pub(crate) blocks: Vec<FoundBlock>,
    /// With the block each stands in.
    pub(crate) mentions: Vec<(&'e Mention, String)>,
    pub(crate) datings: Vec<(&'e Dating, String)>,
    pub(crate) calls: Vec<&'e NoteCall>,
    points: CodePoints<'e>,
    pub(crate) lines: Lines<'e>,
}

/// A block, a line of the header or a note.
pub(crate) struct FoundBlock {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) span: Span,
}

impl<'e> Found<'e> {
    /// What was found in each letter of a file; of one without a letter, nothing in none.
    pub(crate) fn all(file: &'e SourceFile, edition: &'e Edition) -> Vec<Self> {
        match edition.letters.as_slice() {
            [] => vec![Self::of(file, edition, None)],
            letters => letters.iter().map(|letter| Self::of(file, edition, Some(letter))).collect(),
        }
    }

    fn of(file: &'e SourceFile, edition: &'e Edition, letter: Option<&'e Letter>) -> Self {
        let mut found = Self {
            file,
            edition,
            letter,
            blocks: Vec::new(),
            mentions: Vec::new(),
            datings: Vec::new(),
            calls: Vec::new(),
            points: CodePoints::of(&file.text),
            lines: Lines::of(&file.text),
        };
        let Some(letter) = found.letter else { return found };
        for line in &letter.witness.imprint {
            let id = line.id.to_string();
            found.walk(&line.inlines, &id);
            found.blocks.push(FoundBlock { id, kind: import::imprint_name(line.kind), span: line.span });
        }
        for block in &letter.text {
            found.walk(&block.inlines, block.id.as_str());
            found.blocks.push(FoundBlock {
                id: block.id.to_string(),
                kind: import::block_name(&block.kind),
                span: block.span,
            });
        }
        for note in &letter.notes {
            for block in &note.blocks {
                found.walk(&block.inlines, note.id.as_str());
            }
            found.blocks.push(FoundBlock { id: note.id.to_string(), kind: "note", span: note.span });
        }
        found
    }

    fn walk(&mut self, inlines: &'e [Inline], block: &str) {
        each_inline(inlines, &mut |inline| match inline {
            Inline::Mention(mention, _) => self.mentions.push((mention, block.to_owned())),
            Inline::Date(dating, _) => self.datings.push((dating, block.to_owned())),
            Inline::NoteCall(call) => self.calls.push(call),
            _ => {}
        });
    }

    /// A place in code points.
    pub(crate) fn places(&self, span: Span) -> (usize, usize) {
        (self.points.before(span.start), self.points.before(span.end))
    }

    pub(crate) fn entry(&self, id: &EntryId) -> Option<&'e Entry> {
        self.edition.register.entry(id)
    }

    /// The words of the first block of a kind.
    pub(crate) fn words_of(&self, kind: &BlockKind) -> Option<&'e str> {
        let block = self.letter?.text.iter().find(|block| block.kind == *kind)?;
        Some(self.file.slice(block.span))
    }
}
