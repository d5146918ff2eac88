//! What stands inside a block.

use crate::{DatingId, EntryId, EntryKind, Gap, MentionId, NoteId, Sign};
use dates::{Certainty, Recognized};
use serde::{Deserialize, Serialize};
use source::Span;

/// A stretch of text, or something in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Characters of the source, as they stand there.
    Text(Text),
    /// Set off by type (TEI `hi`).
    Hi(Rend, Vec<Inline>),
    /// A name; mentions nest.
    Mention(Box<Mention>, Vec<Inline>),
    /// A date.
    Date(Box<Dating>, Vec<Inline>),
    /// The number that calls a note.
    NoteCall(Box<NoteCall>),
    /// The number of an enumeration: `(1)`.
    Label(Vec<Inline>),
    /// Printed words that an editor corrects.
    Choice(Box<Choice>),
    /// Supplied by the editor of the print, in brackets there (TEI `supplied`); the brackets are part of the text.
    Supplied(Vec<Inline>),
    /// What an editor says of the state of words (TEI `del`, `add`, `unclear` …).
    Sign(Sign, Vec<Inline>),
    /// Words that are missing (TEI `gap`).
    Gap(Box<Gap>),
    /// Words in another language than the letter's (BCP 47, as the source gives it).
    Foreign(Box<str>, Vec<Inline>),
    /// Words that lead somewhere.
    Link(Link, Vec<Inline>),
    /// A cell of a row of a table.
    Cell(Vec<Inline>),
    /// A line of the source begins here.
    LineBreak {
        /// The word goes on over it (TEI `break="no"`).
        inside_word: bool,
        /// Who wrote it wants a line to begin here, on any page (a hard line break of Markdown).
        kept: bool,
    },
    /// A page of the print begins here.
    PageBreak(Box<PageBreak>),
    /// Something that is kept and shown as text though it is not understood; the name says what it was.
    Other(Box<str>, Vec<Inline>),
}

impl Inline {
    /// What stands inside it: nothing in text, calls and page breaks, the printed words in a correction.
    #[must_use]
    pub fn inner(&self) -> &[Inline] {
        match self {
            Self::Hi(_, inner)
            | Self::Mention(_, inner)
            | Self::Date(_, inner)
            | Self::Label(inner)
            | Self::Supplied(inner)
            | Self::Sign(_, inner)
            | Self::Foreign(_, inner)
            | Self::Link(_, inner)
            | Self::Cell(inner)
            | Self::Other(_, inner) => inner,
            Self::Choice(choice) => &choice.sic,
            Self::Text(_)
            | Self::NoteCall(_)
            | Self::Gap(_)
            | Self::LineBreak { .. }
            | Self::PageBreak(_) => &[],
        }
    }

    /// The same, to be changed.
    pub fn inner_mut(&mut self) -> &mut [Inline] {
        match self {
            Self::Hi(_, inner)
            | Self::Mention(_, inner)
            | Self::Date(_, inner)
            | Self::Label(inner)
            | Self::Supplied(inner)
            | Self::Sign(_, inner)
            | Self::Foreign(_, inner)
            | Self::Link(_, inner)
            | Self::Cell(inner)
            | Self::Other(_, inner) => inner,
            Self::Choice(choice) => &mut choice.sic,
            Self::Text(_)
            | Self::NoteCall(_)
            | Self::Gap(_)
            | Self::LineBreak { .. }
            | Self::PageBreak(_) => &mut [],
        }
    }
}

/// Calls back for every inline, whatever it stands in, outer ones first.
pub fn each_inline<'i>(inlines: &'i [Inline], call: &mut dyn FnMut(&'i Inline)) {
    for inline in inlines {
        call(inline);
        each_inline(inline.inner(), call);
    }
}

/// Characters of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The characters, exactly as in the source.
    pub text: Box<str>,
    /// Where they stand there. Not packed.
    #[serde(skip)]
    pub span: Span,
}

/// How words are set off. What is said of the paper alone is seen in the diplomatic layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rend {
    /// Italic (`_words_`).
    Italic,
    /// Spaced or bold.
    Strong,
    /// Small capitals.
    SmallCaps,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
    /// Between marks of quotation, which the source does not write.
    Quoted,
    /// Underlined on the paper: stressed.
    Underlined,
    /// In capital letters, whatever the source writes.
    Capitals,
    /// In Latin letters among those of another hand (German Kurrent).
    LatinScript,
    /// Printed on the paper before it was written on: letterheads, forms.
    Printed,
    /// Stamped on the paper.
    Stamped,
    /// Typed, among words that are written.
    Typed,
    /// Where the words begin that a note is on; which note. Holds nothing.
    Lemma(NoteId),
    /// Another, by the name the source gives it.
    Other(Box<str>),
}

/// Who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Origin {
    /// The printed source itself.
    Source,
    /// An editor, in a side file or register.
    Editor,
    /// A rule of this program.
    Machine,
}

/// How several targets of one mention belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Joint {
    /// All of them are meant.
    #[default]
    And,
    /// One of them is meant.
    OneOf,
}

/// A name in running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Its fragment.
    pub id: MentionId,
    /// What kind of thing is named.
    pub kind: EntryKind,
    /// The words as printed, without possessive.
    pub as_written: Box<str>,
    /// The entries named. None: not identified, or only proposed.
    pub targets: Vec<EntryId>,
    /// How several targets belong together.
    pub joint: Joint,
    /// Who says that these words name that entry.
    pub origin: Origin,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why, where an editor gave a reason.
    pub reason: Option<Box<str>>,
    /// Where the words are an abbreviation: what it stands for.
    pub expansion: Option<Box<str>>,
    /// A pronoun or the like, not a name.
    pub implied: bool,
    /// Where it stands. Not packed.
    #[serde(skip)]
    pub span: Span,
}

impl Mention {
    /// Whether one of several entries is meant, and nobody knows which.
    #[must_use]
    pub fn is_one_of(&self) -> bool {
        self.joint == Joint::OneOf && self.targets.len() > 1
    }
}

/// A date in running text, dateline or imprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dating {
    /// Its fragment.
    pub id: DatingId,
    /// The words as printed.
    pub as_written: Box<str>,
    /// What they mean, by which rule, counted from what.
    pub reading: Recognized,
    /// Who says so: [`Origin::Source`] where the words say it all, [`Origin::Machine`] where a part was inferred.
    pub origin: Origin,
    /// Why, where an editor gave a reason.
    pub reason: Option<Box<str>>,
    /// Where it stands. Not packed.
    #[serde(skip)]
    pub span: Span,
}

/// The call of a note: `[84]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteCall {
    /// The note it calls; a call without a body keeps the identifier it would have.
    pub note: NoteId,
    /// Which call of that note it is, from 1. Its fragment is `r` + label, then `b`, `c` … for later ones (`r84`, `r84b`).
    pub nth: u16,
    /// The number or sign without brackets: `84`.
    pub label: Box<str>,
    /// As printed: `[84]`.
    pub as_written: Box<str>,
    /// Whether there is a body to it.
    pub resolved: bool,
    /// Where it stands. Not packed.
    #[serde(skip)]
    pub span: Span,
}

/// What is printed and what the editor reads instead (TEI `choice`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the one has to do with the other.
    pub kind: ChoiceKind,
    /// As printed (TEI `sic`, `abbr`, `orig`).
    pub sic: Vec<Inline>,
    /// As the editor reads (TEI `corr`, `expan`, `reg`). Bears no fragments of its own.
    pub corr: Vec<Inline>,
    /// Why.
    pub reason: Option<Box<str>>,
}

/// What an editor's reading has to do with the printed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ChoiceKind {
    /// Corrects a mistake (`sic`, `corr`).
    Correction,
    /// Writes an abbreviation out (`abbr`, `expan`).
    Expansion,
    /// Gives today's spelling (`orig`, `reg`).
    Regularization,
}

/// Where words lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// To another letter of the edition.
    Letter(crate::LetterId),
    /// To a page elsewhere; the address begins with `https:`, `http:` or `mailto:`.
    Address(Box<str>),
    /// To something that is not known here; as the source gives it.
    Unknown(Box<str>),
}

/// The beginning of a page of the print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageBreak {
    /// The number or name of the page: `100`. Its fragment is `pg-` + this.
    pub page: Box<str>,
    /// Whether the source prints a marker ([`Origin::Source`]) or it follows from the imprint ([`Origin::Machine`]).
    pub origin: Origin,
    /// An image of the page: an address, or the name of a file of the edition.
    pub facs: Option<Box<str>>,
    /// Whether a word goes on over it.
    pub inside_word: bool,
    /// The marker. Not packed.
    #[serde(skip)]
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::Inline;

    #[test]
    fn a_stretch_of_text_takes_little_room() {
        // An edition holds millions of them, and each is as large as the largest.
        assert!(size_of::<Inline>() <= 56, "{}", size_of::<Inline>());
    }
}
