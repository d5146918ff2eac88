//! What an editor says of the state of words on the paper.

use serde::{Deserialize, Serialize};

/// What is said of words, and in detail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// What.
    pub kind: SignKind,
    /// How and by whom, if the source says it.
    pub manner: Option<Box<Manner>>,
}

/// How words came to be in a state, in the words of the source. What it does not say is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manner {
    /// Where an addition stands (`@place`: `above`), how words were deleted (`@rend`: `overwritten`), why they are hard to read
    /// (`@reason`, `@agent`), which witness reads so (`@wit`).
    pub how: Box<str>,
    /// Whose hand (`@hand`, `@new`), as the list of hands names it.
    pub hand: Box<str>,
}

/// In the reading layer some are hidden, in the diplomatic layer others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SignKind {
    /// Struck out (`del`). Not in the reading layer.
    Deleted,
    /// Added later (`add`).
    Added,
    /// Struck out, then restored (`restore`).
    Restored,
    /// Hard to read (`unclear`).
    Unclear,
    /// On a damaged place (`damage`).
    Damage,
    /// Written by mistake twice or too much (`surplus`). Not in the reading layer.
    Surplus,
    /// Supplied by the editor (`supplied`). Not in the diplomatic layer.
    Supplied,
    /// Letters that an abbreviation leaves out (`ex`). Not in the diplomatic layer.
    Expansion,
    /// The sign of an abbreviation (`am`). Not in the reading layer.
    AbbreviationMark,
    /// What another witness reads (`rdg`). Not in the reading layer.
    Variant,
    /// Another hand writes from here (`handShift`). Holds nothing.
    HandShift,
    /// A number that the writer set on the page (`note type="foliation"`). Not in the reading layer.
    PageNumber,
}

/// In which state a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// As one reads it: corrected, written out, without what was struck out.
    #[default]
    Reading,
    /// As it stands on the paper.
    Diplomatic,
}

impl Sign {
    /// What is said without detail.
    #[must_use]
    pub fn plain(kind: SignKind) -> Self {
        Self { kind, manner: None }
    }

    /// Whether the words stand in a layer.
    #[must_use]
    pub fn stands_in(&self, layer: Layer) -> bool {
        use SignKind::{AbbreviationMark, Deleted, Expansion, PageNumber, Supplied, Surplus, Variant};
        match (self.kind, layer) {
            (Deleted | Surplus | AbbreviationMark | Variant | PageNumber, Layer::Reading)
            | (Supplied | Expansion, Layer::Diplomatic) => false,
            (_, _) => true,
        }
    }

    /// How, in the words of the source; empty where it does not say.
    #[must_use]
    pub fn how(&self) -> &str {
        self.manner.as_deref().map_or("", |manner| &manner.how)
    }

    /// Whose hand; empty where the source does not say.
    #[must_use]
    pub fn hand(&self) -> &str {
        self.manner.as_deref().map_or("", |manner| &manner.hand)
    }
}

/// Words that are missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Why, as the source says: `illegible`, `textualLoss`.
    pub reason: Option<Box<str>>,
    /// How many.
    pub quantity: Option<u16>,
    /// Of what, or how much in words: `chars`, `lines`, `few words`.
    pub unit: Option<Box<str>>,
}
