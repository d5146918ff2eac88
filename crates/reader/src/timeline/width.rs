//! The widths a bin can have, and where bins begin.

use super::period::{Stretch, civil, day};

/// How much time a bin holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// January to March and so on.
    Quarter,
    /// So many years, beginning with one that the number divides. At least 1.
    Years(i32),
}

impl Width {
    /// The widths to choose from, finest first.
    pub const ALL: [Self; 7] =
        [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Years(1), Self::Years(5), Self::Years(10)];

    /// Its word in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Years(..=1) => "year",
            Self::Years(..=5) => "5y",
            Self::Years(_) => "decade",
        }
    }

    /// The width with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|width| width.word() == word)
    }

    /// The next coarser width: week, month, quarter, year, 5 years, decade, then ten times as much each.
    #[must_use]
    pub fn coarser(self) -> Self {
        match self {
            Self::Day => Self::Week,
            Self::Week => Self::Month,
            Self::Month => Self::Quarter,
            Self::Quarter => Self::Years(1),
            Self::Years(..=1) => Self::Years(5),
            Self::Years(..=5) => Self::Years(10),
            Self::Years(years) => Self::Years(years.saturating_mul(10)),
        }
    }

    /// The bin that a day is in.
    #[must_use]
    pub fn bin(self, number: i32) -> Stretch {
        let (year, month, _) = civil(number);
        let (first, after) = match self {
            Self::Day => return Stretch { first: number, last: number },
            Self::Week => {
                let first = i64::from(number) - (i64::from(number) + 3).rem_euclid(7);
                let cut = |day: i64| i32::try_from(day).unwrap_or(number);
                return Stretch { first: cut(first), last: cut(first + 6) };
            }
            Self::Month if month == 12 => (day(year, 12, 1), day(year.saturating_add(1), 1, 1)),
            Self::Month => (day(year, month, 1), day(year, month + 1, 1)),
            Self::Quarter if month > 9 => (day(year, 10, 1), day(year.saturating_add(1), 1, 1)),
            Self::Quarter => {
                let month = (month - 1) / 3 * 3 + 1;
                (day(year, month, 1), day(year, month + 3, 1))
            }
            Self::Years(years) => {
                let years = years.max(1);
                let first = year.div_euclid(years).saturating_mul(years);
                (day(first, 1, 1), day(first.saturating_add(years), 1, 1))
            }
        };
        let last = if after == i32::MAX { after } else { after.saturating_sub(1) };
        Stretch { first: first.min(number), last: last.max(number) }
    }

    /// How many bins a stretch touches.
    #[must_use]
    pub fn count(self, stretch: Stretch) -> usize {
        let ((y1, m1, _), (y2, m2, _)) = (civil(stretch.first), civil(stretch.last));
        let bins = match self {
            Self::Day => stretch.days(),
            Self::Week => {
                let week = |day: i32| (i64::from(day) + 3).div_euclid(7);
                week(stretch.last) - week(stretch.first) + 1
            }
            Self::Month => months(y2, m2) - months(y1, m1) + 1,
            Self::Quarter => months(y2, m2).div_euclid(3) - months(y1, m1).div_euclid(3) + 1,
            Self::Years(years) => {
                let bin = |year: i32| i64::from(year.div_euclid(years.max(1)));
                bin(y2) - bin(y1) + 1
            }
        };
        usize::try_from(bins).unwrap_or(usize::MAX)
    }
}

fn months(year: i32, month: u8) -> i64 {
    i64::from(year) * 12 + i64::from(month) - 1
}
