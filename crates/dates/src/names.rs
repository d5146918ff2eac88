//! The words of dates, a file for each language. They serve display and recognition alike.

mod de;
mod en;
mod fr;
mod ru;

use crate::Language;

/// The words of dates in one language.
#[derive(Debug)]
pub struct Names {
    /// Whose words these are.
    pub language: Language,
    /// Months, January first, as they stand alone.
    pub months: Words,
    /// Months after the number of a day. The same as `months` where the language does not decline them.
    pub months_genitive: Words,
    /// Months shortened, with their stop where there is one.
    pub months_short: Words,
    /// Days of the week, Monday first.
    pub weekdays: Words,
    /// Spring, summer, autumn, winter.
    pub seasons: Words,
    /// Between day and month: `. ` in German.
    pub(crate) after_day: &'static str,
    /// After the first of a month: `er` in French.
    pub(crate) after_first: &'static str,
    /// After one year, after two (Russian `г.`, `гг.`).
    pub(crate) after_year: [&'static str; 2],
    /// Before or after a year B.C.
    pub(crate) before_christ: &'static str,
    /// Around a decade: `1850` + `s`.
    pub(crate) decade: [&'static str; 2],
    /// Before a date that is approximate.
    pub(crate) about: &'static str,
    /// Between, and: one day out of a span.
    pub(crate) between: [&'static str; 2],
    /// Around a date that is the earliest possible.
    pub(crate) or_later: [&'static str; 2],
    /// Around a date that is the latest possible.
    pub(crate) or_earlier: [&'static str; 2],
    /// Around the beginning of what goes on.
    pub(crate) since: [&'static str; 2],
    /// Around the end of what has no beginning.
    pub(crate) until: [&'static str; 2],
    /// In place of an end that is not known.
    pub(crate) unknown_end: &'static str,
    /// Between the last two of several dates, one of which it is.
    pub(crate) or: &'static str,
    /// Between the last two of several dates, all of which are meant.
    pub(crate) and: &'static str,
    /// Year, month, day: what is in doubt.
    pub(crate) parts: [&'static str; 3],
    /// After a part: that it is not sure, not exact, not known.
    pub(crate) uncertain: &'static str,
    pub(crate) approximate: &'static str,
    pub(crate) unknown: &'static str,
}

/// Words in their order, blanks between them: one text weighs less in a program than a table of texts.
#[derive(Debug, Clone, Copy)]
pub struct Words(&'static str);

impl Words {
    /// All of them.
    pub fn all(self) -> impl Iterator<Item = &'static str> {
        self.0.split(' ')
    }

    /// The one at a place, from 0; nothing past the last.
    pub fn at(self, place: usize) -> &'static str {
        self.all().nth(place).unwrap_or_default()
    }
}

/// The words of a language.
pub const fn names(language: Language) -> &'static Names {
    match language {
        Language::En => &en::NAMES,
        Language::De => &de::NAMES,
        Language::Fr => &fr::NAMES,
        Language::Ru => &ru::NAMES,
    }
}

/// The months of a language alone: by themselves, and as they stand after a day. A program that words no dates weighs less by
/// all other words.
pub const fn months(language: Language) -> [Words; 2] {
    match language {
        Language::En => [en::MONTHS; 2],
        Language::De => [de::MONTHS; 2],
        Language::Fr => [fr::MONTHS; 2],
        Language::Ru => [ru::MONTHS, ru::MONTHS_GENITIVE],
    }
}
