//! The first words of a letter.

use edition::{BlockKind, Inline, Layer, Letter};

/// More than any description holds, in bytes: the rest of the letter need not be gone through.
const ENOUGH: usize = 1200;

/// The first words that the writer says: salutation and text in the layer that one reads, without heading, dateline
/// and notes, and without what editors of the print put in.
pub(super) fn opening(letter: &Letter) -> String {
    let mut words = String::new();
    for block in letter.text.iter().filter(|block| says_something(&block.kind)) {
        words.push(' ');
        inlines(&mut words, &block.inlines);
        if words.len() > ENOUGH {
            break;
        }
    }
    words
}

fn says_something(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Heading
        | BlockKind::Number
        | BlockKind::Dateline
        | BlockKind::Address
        | BlockKind::PageBreak(_)
        | BlockKind::Figure(_)
        | BlockKind::Editorial => false,
        BlockKind::Salute
        | BlockKind::Paragraph
        | BlockKind::Continuation
        | BlockKind::Closer
        | BlockKind::Signed
        | BlockKind::Postscript
        | BlockKind::Verse { .. }
        | BlockKind::Item
        | BlockKind::Row
        | BlockKind::Quote
        | BlockKind::Other => true,
    }
}

fn inlines(words: &mut String, row: &[Inline]) {
    for inline in row {
        match inline {
            Inline::Text(text) => words.push_str(&text.text),
            Inline::Sign(sign, inner) => {
                if sign.stands_in(Layer::Reading) {
                    inlines(words, inner);
                }
            }
            Inline::Choice(choice) => inlines(words, &choice.corr),
            Inline::Gap(_) => words.push_str("[…]"),
            Inline::LineBreak { inside_word } => {
                if !inside_word {
                    words.push(' ');
                }
            }
            Inline::Cell(inner) => {
                words.push(' ');
                inlines(words, inner);
            }
            Inline::PageBreak(_) => words.push(' '),
            Inline::NoteCall(_) => {}
            Inline::Hi(_, inner)
            | Inline::Mention(_, inner)
            | Inline::Date(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Foreign(_, inner)
            | Inline::Link(_, inner)
            | Inline::Other(_, inner) => inlines(words, inner),
        }
    }
}
