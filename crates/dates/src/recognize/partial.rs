//! What the words of one date say, before missing parts are filled in.

use super::lexicon::{Feast, Limit};
use crate::{Calendar, Certainty, Duration, Language, Qualifier, Rule};

/// A date as far as the words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) year: Option<i32>,
    /// The year has two digits only.
    pub(super) short_year: bool,
    /// Digits of the year left open, as in [`crate::Year`].
    pub(super) open_year: u8,
    /// 1 to 12, or a season 21 to 24.
    pub(super) month: Option<u8>,
    /// 1 to 99: what no month has is found out later.
    pub(super) day: Option<u8>,
    /// Doubt of year, month, day.
    pub(super) doubt: [Qualifier; 3],
    pub(super) rule: Rule,
    pub(super) certainty: Certainty,
    pub(super) style: Option<Calendar>,
    /// 1 (Monday) to 7, where the words name it.
    pub(super) weekday: Option<u8>,
    /// The same day in the other style: year, month, day, as printed second.
    pub(super) second: Option<(Option<i32>, u8, u8)>,
    /// Month, or year, counted from the letter's date ("inst.", "d. J.").
    pub(super) month_shift: Option<i8>,
    pub(super) year_shift: Option<i8>,
    pub(super) feast: Option<(Feast, Language)>,
}

impl Partial {
    pub(super) fn new(rule: Rule) -> Self {
        Self {
            year: None,
            short_year: false,
            open_year: 0,
            month: None,
            day: None,
            doubt: [Qualifier::default(); 3],
            rule,
            certainty: Certainty::High,
            style: None,
            weekday: None,
            second: None,
            month_shift: None,
            year_shift: None,
            feast: None,
        }
    }

    pub(super) fn doubted(mut self, more: Qualifier) -> Self {
        self.doubt = self.doubt.map(|doubt| doubt.and(more));
        self
    }
}

/// How two dates are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A lasting span: `6–15 September`.
    Through,
    /// One day of a span: `between September 6 and 15`.
    Between,
    /// Both: `6 and 7 March`.
    And,
    /// One of the two: `6 or 7 March`.
    Or,
}

/// Words counted from the date of the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relative {
    /// Days, exactly.
    Days(i8),
    /// A length of time before.
    Ago(Duration),
    /// The week, month, year so many before or after.
    Week(i8),
    Month(i8),
    Year(i8),
    /// The last (-1) or next (1) day, month, season of that name; 0 that of this week or year.
    Weekday(u8, i8),
    NamedMonth(u8, i8),
    Season(u8, i8),
}

/// A date expression, read but not yet filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    One(Partial),
    Two(Partial, Joint, Partial),
    Limited(Limit, Partial),
    /// Beginning (0), middle, end (2) of a month or year.
    Third(u8, Partial),
    Relative(Relative),
    Length(Duration),
}
