//! What several tests ask of an imported letter.

use edition::{Dating, Edition, Inline, Letter, Mention};
use source::{Report, SourceFile, SourceId};

/// A letter and what the side file says of it, imported.
pub(crate) fn import(letter: &SourceFile, side: Option<&str>) -> Report<Edition> {
    let side =
        side.map(|text| SourceFile { id: SourceId(1), ..SourceFile::from_text("register.toml", text) });
    import::import(std::slice::from_ref(letter), side.as_ref())
}

/// Every mention and dating, in the order of the source: the outer before the inner.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    /// The mentions.
    pub(crate) mentions: Vec<Mention>,
    /// The datings.
    pub(crate) datings: Vec<Dating>,
}

impl Marked {
    /// All of a letter.
    pub(crate) fn of(letter: &Letter) -> Self {
        let lines = letter.witness.imprint.iter().map(|line| (line.span, &line.inlines));
        let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
        let mut parts: Vec<_> = lines.chain(blocks.map(|block| (block.span, &block.inlines))).collect();
        parts.sort_by_key(|(span, _)| *span);
        let mut marked = Self::default();
        for (_, inlines) in parts {
            marked.walk(inlines);
        }
        marked
    }

    fn walk(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Mention(mention, inner) => {
                    self.mentions.push((**mention).clone());
                    self.walk(inner);
                }
                Inline::Date(dating, inner) => {
                    self.datings.push((**dating).clone());
                    self.walk(inner);
                }
                other => self.walk(other.inner()),
            }
        }
    }
}

/// That an imported letter is its source: nothing lost, identifiers in order, names and dates that nest.
pub(crate) fn sound(file: &SourceFile, report: &Report<Edition>) {
    let consumed = import::read_plain(file).value.consumed;
    assert_eq!(report.value.letters.len(), 1);
    let letter = &report.value.letters[0];
    assert_eq!(import::rebuild(file, letter, &consumed).as_deref(), Ok(&*file.text));
    for finding in &report.diagnostics {
        assert_ne!(finding.code.0, "import/text-lost", "{}", finding.message);
    }
    let Marked { mentions, datings } = Marked::of(letter);
    for (number, mention) in mentions.iter().enumerate() {
        assert_eq!(mention.id.as_str(), format!("m{}", number + 1));
        assert_eq!(&*mention.as_written, file.slice(mention.span));
        assert!(!mention.span.is_empty(), "{mention:?}");
    }
    for (number, dating) in datings.iter().enumerate() {
        assert_eq!(dating.id.as_str(), format!("d{}", number + 1));
        assert_eq!(&*dating.as_written, file.slice(dating.span));
        assert!(!dating.span.is_empty(), "{dating:?}");
    }
    let mentions = mentions.iter().map(|mention| mention.span);
    let mut spans: Vec<_> = mentions.chain(datings.iter().map(|dating| dating.span)).collect();
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut open: Vec<source::Span> = Vec::new();
    for span in spans {
        while open.last().is_some_and(|outer| outer.end <= span.start) {
            open.pop();
        }
        assert!(open.last().is_none_or(|outer| outer.contains(span)), "{span:?} crosses {open:?}");
        open.push(span);
    }
}
