//! The days that letters speak of.

#[cfg(feature = "build")]
mod build;
#[cfg(all(test, feature = "build"))]
mod tests;

#[cfg(feature = "build")]
pub(crate) use build::{Pass, arrange};

use dates::{Anchor, Bounds, Calendar, Certainty, Duration, Edtf, Rule};
use edition::{LetterId, Origin};
use serde::{Deserialize, Serialize};

use crate::{Excerpt, Setting};

/// One date of one letter, as the timeline shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Which kind of date.
    pub kind: MomentKind,
    /// The letter.
    pub letter: LetterId,
    /// The fragment of the words in the letter view (`d3`); for a letter without a date, that of its first block.
    pub fragment: Box<str>,
    /// Where the words stand.
    pub setting: Setting,
    /// The words as printed; empty for a letter without a date.
    pub as_written: Box<str>,
    /// The sentence they stand in, with the words marked; for a letter without a date, how it begins.
    pub excerpt: Excerpt,
    /// The value; none for an undated letter or words without a value. For a length of time that was counted
    /// back from the letter's date: the interval.
    pub meaning: Option<Edtf>,
    /// First and last day of it.
    pub bounds: Bounds,
    /// Who says so.
    pub origin: Origin,
    /// How sure.
    pub certainty: Certainty,
    /// Which rule read the words; none for a letter without a date.
    pub rule: Option<Rule>,
    /// What missing parts were taken from, or what it was counted from.
    pub anchor: Option<Anchor>,
    /// The length, for words like "three and a half years".
    pub duration: Option<Duration>,
    /// The calendar of the printed words.
    pub calendar: Calendar,
    /// The date in the other calendar, where the words use or give another.
    pub original: Option<Edtf>,
    /// Why, where an editor gave a reason.
    pub reason: Option<Box<str>>,
}

/// What kind of date a moment is; each has a shape and a word of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MomentKind {
    /// The letter was written or sent.
    Sent,
    /// The letter was received.
    Received,
    /// Mentioned in a letter's text.
    Mentioned,
    /// Mentioned in a note.
    InNote,
    /// The printing history of the source.
    Printing,
}

impl MomentKind {
    /// All kinds, in the order of the lanes.
    pub const ALL: [Self; 5] = [Self::Sent, Self::Received, Self::Mentioned, Self::InNote, Self::Printing];
}

impl Moment {
    /// Whether something lasts from the first to the last day, rather than falling on one day among them.
    #[must_use]
    pub fn lasts(&self) -> bool {
        matches!(self.meaning, Some(Edtf::Interval { .. }))
    }

    /// The fragment of its mark on the timeline: `t-joffe-1921-03-17-d3`. Where no words of the letter say when it was
    /// received, that stands where it was sent.
    #[must_use]
    pub fn mark(&self) -> String {
        // A date is `d` with its number; a dateline, which begins alike, is `dl`.
        let in_words = matches!(self.fragment.as_bytes(), [b'd', b'0'..=b'9', ..]);
        let wordless = self.kind == MomentKind::Received && !in_words;
        ["t-", self.letter.as_str(), "-", &self.fragment, if wordless { "-received" } else { "" }].concat()
    }
}
