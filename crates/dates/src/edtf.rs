//! The values that a date of a letter can have.

use serde::{Deserialize, Serialize};

/// An EDTF expression: level 1, and of level 2 one-of-a-set, all-of-a-set, qualified parts and digits left open.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Edtf {
    /// A day, a month, a season or a year.
    Date(Date),
    /// From one end to the other, both included.
    Interval {
        /// Where it begins.
        from: Endpoint,
        /// Where it ends.
        to: Endpoint,
    },
    /// One of these, it is not known which (`[a,b]`, `[a..b]`, `[..b]`).
    OneOf(Vec<Edtf>),
    /// All of these (`{a,b}`).
    AllOf(Vec<Edtf>),
}

/// An end of an interval.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Endpoint {
    /// A date.
    Date(Date),
    /// Still going on, or without limit (`..`).
    Open,
    /// Not known (nothing written).
    Unknown,
}

/// A date at the precision of day, month, season or year. Each part keeps the digits left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: Year,
    /// The month (1 to 12) or season (21 to 24).
    pub month: Option<Month>,
    /// The day.
    pub day: Option<Day>,
}

/// A year, proleptic Gregorian, astronomical count (68 B.C. is -67).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Year {
    /// The year; digits left open are zero in it. Meaningless where `unspecified` is 4.
    pub value: i32,
    /// How many digits are left open, from the right (`185X`: 1, `XXXX`: 4). 0 to 4.
    pub unspecified: u8,
    /// How sure.
    pub qualifier: Qualifier,
}

/// A month or season.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Month {
    /// 1 to 12, or a season 21 (spring) to 24 (winter); none where left open (`XX`).
    pub value: Option<u8>,
    /// How sure.
    pub qualifier: Qualifier,
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Day {
    /// 1 to 31; none where left open (`XX`).
    pub value: Option<u8>,
    /// How sure.
    pub qualifier: Qualifier,
}

/// Whether a part is uncertain (`?`), approximate (`~`) or both (`%`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Qualifier {
    /// `?`
    pub uncertain: bool,
    /// `~`
    pub approximate: bool,
}

/// Days since 1970-01-01, proleptic Gregorian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DayNumber(pub i32);

/// The first and last day a date can mean; none where it is open on that side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Bounds {
    /// First day.
    pub earliest: Option<DayNumber>,
    /// Last day.
    pub latest: Option<DayNumber>,
}
