//! Why a text is no EDTF that is read here.

use std::fmt;

/// A text that is no EDTF, or one of the features that are not claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EdtfError {
    /// Byte at which reading stopped, 0 to the length of the text.
    pub at: usize,
    /// What would have been right there.
    pub expected: Expected,
}

/// What would have been right at the place of an [`EdtfError`]. The last four name features of the
/// specification that are understood and refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// A date; nothing, or something quite different, stands there.
    Date,
    /// Four digits (or `X`) of a year.
    Year,
    /// More than four digits after `Y`, not beginning with 0.
    LongYear,
    /// A year between -2147483647 and 2147483647.
    YearInRange,
    /// A year other than `-0000`.
    YearZeroWithoutSign,
    /// A month `01` to `12` or a season `21` to `24`.
    Month,
    /// A day `01` to `31`.
    Day,
    /// A day that the month has.
    DayOfMonth,
    /// A month before a day, not a season.
    MonthBeforeDay,
    /// Only one mark `?`, `~` or `%` before a part and one after it.
    OneQualifier,
    /// The `/` of an interval, and only one.
    OneSlash,
    /// A date on at least one side of an interval or range.
    DateOnOneSide,
    /// An end that is not before the beginning.
    LaterEnd,
    /// `,` or the closing bracket of a set.
    CommaOrClose,
    /// Nothing more.
    End,
    /// Not claimed: a date without time of day (level 0, Date and Time).
    NoTime,
    /// Not claimed: a year without exponent (level 2, Exponential year).
    NoExponent,
    /// Not claimed: a year without `S` (level 2, Significant digits).
    NoSignificantDigits,
    /// Not claimed: a season of level 1, not a division `25` to `41` (level 2, Sub-year groupings).
    NoGrouping,
}

impl Expected {
    /// In English, to be read after "expected".
    pub fn describe(self) -> &'static str {
        match self {
            Self::Date => "a date",
            Self::Year => "a year of four digits",
            Self::LongYear => "a year of more than four digits after Y",
            Self::YearInRange => "a year that fits into 32 bits",
            Self::YearZeroWithoutSign => "the year 0000 without a sign",
            Self::Month => "a month 01 to 12 or a season 21 to 24",
            Self::Day => "a day 01 to 31",
            Self::DayOfMonth => "a day that this month has",
            Self::MonthBeforeDay => "a month, not a season, before a day",
            Self::OneQualifier => "one mark ?, ~ or %",
            Self::OneSlash => "one / only",
            Self::DateOnOneSide => "a date on one side at least",
            Self::LaterEnd => "an end that is not before the beginning",
            Self::CommaOrClose => "a comma or the closing bracket",
            Self::End => "nothing more",
            Self::NoTime => "a date without time of day, which is not supported",
            Self::NoExponent => "a year without exponent, which is not supported",
            Self::NoSignificantDigits => "a year without S, which is not supported",
            Self::NoGrouping => "a season 21 to 24; other divisions of a year are not supported",
        }
    }
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {}", self.expected.describe(), self.at)
    }
}

impl std::error::Error for EdtfError {}
