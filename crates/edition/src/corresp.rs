//! Who wrote to whom, when and where (TEI `correspDesc`).

use crate::{Dating, EntryId, Joint, LetterId, Mention, Origin};
use dates::Certainty;
use serde::{Deserialize, Serialize};

/// The correspondence actions of a letter and the letters it belongs with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CorrespDesc {
    /// Sent, received and so on.
    pub actions: Vec<CorrespAction>,
    /// The letters it answers.
    pub replies_to: Vec<Reply>,
    /// The letters before and after it, as the source says.
    pub context: Vec<Neighbor>,
}

/// The letter before or after another, as the source says (TEI `correspContext`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbor {
    /// Before or after.
    pub direction: Direction,
    /// In which row of letters.
    pub chain: Chain,
    /// The letter as the source names it; in the edition or not.
    pub letter: LetterId,
}

/// Before or after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Direction {
    /// The letter before.
    Previous,
    /// The letter after.
    Next,
}

/// A row of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Chain {
    /// All letters of the edition.
    Collection,
    /// Those between the same parties.
    Correspondence,
}

/// One step of a letter's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrespAction {
    /// Which step.
    pub kind: ActionKind,
    /// Who did it; the mentions are copies of those in heading, imprint or signature where there are such.
    pub correspondents: Vec<Mention>,
    /// Whether all of them did it, or one of them.
    pub joint: Joint,
    /// Where.
    pub place: Option<PlaceStatement>,
    /// When; a copy of the dating in the dateline where there is one.
    pub dating: Option<Dating>,
    /// Further dates the source gives: of a draft, of a second sitting.
    pub other_datings: Vec<Dating>,
}

impl CorrespAction {
    /// Whether one of several did it, and nobody knows who.
    #[must_use]
    pub fn is_one_of(&self) -> bool {
        self.joint == Joint::OneOf && self.correspondents.len() > 1
    }
}

/// The steps of a letter's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ActionKind {
    /// Written and sent.
    Sent,
    /// Received.
    Received,
    /// Carried.
    Transmitted,
    /// Sent on to another address.
    Redirected,
    /// Passed on to another person.
    Forwarded,
    /// Handed over.
    Delivered,
    /// A step that has no name here.
    Other,
}

/// A place of a correspondence action, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceStatement {
    /// The words of the source, or the name of the entry where the source does not name the place.
    pub as_written: Box<str>,
    /// The entry.
    pub target: Option<EntryId>,
    /// Who says so.
    pub origin: Origin,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub reason: Option<Box<str>>,
}

/// A letter that this one answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The letter, where it is in this edition.
    pub letter: Option<LetterId>,
    /// The entry of the register that stands for it, where it is not.
    pub work: Option<EntryId>,
    /// Who says so.
    pub origin: Origin,
}
