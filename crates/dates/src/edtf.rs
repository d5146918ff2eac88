//! The values that a date of a letter can have: types here, each operation in a file below.

mod bounds;
mod error;
mod parse;
mod print;

pub use bounds::bounds;
pub use error::{EdtfError, Expected};
pub use parse::parse_edtf;
pub use print::print_edtf;
pub(crate) use print::push_number;

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
    /// The year; where digits are left open, the earliest year that fits (`185X`: 1850, `-018X`: -189).
    pub value: i32,
    /// Which digits are left open, one bit each: 1 the units, 2 the tens, 4 the hundreds, 8 the thousands
    /// (`185X`: 1, `18XX`: 3, `XXXX`: 15). 0 to 15; 0 for years of more than four digits.
    pub unspecified: u8,
    /// How sure.
    pub qualifier: Qualifier,
}

/// A month or season.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Month {
    /// 1 to 12, or a season 21 (spring) to 24 (winter); none where a digit is left open (`XX`, `1X`).
    pub value: Option<u8>,
    /// Where only the last digit is left open (`1X`): the first, 0 or 1. Else none.
    pub tens: Option<u8>,
    /// How sure.
    pub qualifier: Qualifier,
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Day {
    /// 1 to 31; none where a digit is left open (`XX`, `2X`).
    pub value: Option<u8>,
    /// Where only the last digit is left open (`2X`): the first, 0 to 3. Else none.
    pub tens: Option<u8>,
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

impl Date {
    /// A whole year, without doubt.
    pub fn year(year: i32) -> Self {
        let year = Year { value: year, unspecified: 0, qualifier: Qualifier::default() };
        Self { year, month: None, day: None }
    }

    /// A month (1 to 12) or season (21 to 24) of a year, without doubt.
    pub fn month(year: i32, month: u8) -> Self {
        let month = Month { value: Some(month), tens: None, qualifier: Qualifier::default() };
        Self { month: Some(month), ..Self::year(year) }
    }

    /// A day, without doubt. Does not check that there is such a day.
    pub fn day(year: i32, month: u8, day: u8) -> Self {
        let day = Day { value: Some(day), tens: None, qualifier: Qualifier::default() };
        Self { day: Some(day), ..Self::month(year, month) }
    }

    /// Year, month and day, where all three are said and none has an open digit.
    pub fn full(&self) -> Option<(i32, u8, u8)> {
        let (month, day) = (self.month?.value?, self.day?.value?);
        (self.year.unspecified == 0).then_some((self.year.value, month, day))
    }

    /// What is said to doubt each part that it has: year, month, day.
    pub fn qualifiers(&self) -> impl Iterator<Item = Qualifier> {
        let month = self.month.map(|month| month.qualifier);
        [Some(self.year.qualifier), month, self.day.map(|day| day.qualifier)].into_iter().flatten()
    }

    /// Whether no part is said to be in doubt.
    pub fn is_unmarked(&self) -> bool {
        self.qualifiers().all(Qualifier::is_none)
    }

    /// The same date with this qualifier on every part.
    pub fn qualified(mut self, qualifier: Qualifier) -> Self {
        self.year.qualifier = qualifier;
        if let Some(month) = &mut self.month {
            month.qualifier = qualifier;
        }
        if let Some(day) = &mut self.day {
            day.qualifier = qualifier;
        }
        self
    }
}

impl Year {
    /// The latest year that fits; the year itself where no digit is open.
    pub fn latest(&self) -> i32 {
        let open = [1, 10, 100, 1000].into_iter().enumerate();
        let spread: i32 =
            open.map(|(bit, digit)| if self.unspecified & (1 << bit) != 0 { 9 * digit } else { 0 }).sum();
        self.value.saturating_add(spread)
    }

    /// Whether nothing at all is known of it (`XXXX`).
    pub fn is_unknown(&self) -> bool {
        self.unspecified == 15
    }
}

impl Qualifier {
    /// `?`
    pub const UNCERTAIN: Self = Self { uncertain: true, approximate: false };
    /// `~`
    pub const APPROXIMATE: Self = Self { uncertain: false, approximate: true };

    /// Both together: doubt adds up, it never cancels out.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }

    /// Whether nothing is in doubt.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
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
