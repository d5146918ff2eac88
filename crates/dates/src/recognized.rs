//! What the recogniser says of words in prose.

use crate::{Calendar, DayNumber, Edtf, print_edtf};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Words in a text that are a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Bytes in the text given, half-open, on character borders.
    pub range: Range<usize>,
    /// What they mean.
    pub dating: Recognized,
}

/// The meaning of a date in prose, and why it is thought to mean that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognized {
    /// The value in the proleptic Gregorian calendar; none where words were found that no value can be given.
    pub meaning: Option<Edtf>,
    /// The calendar that the printed words use.
    pub calendar: Calendar,
    /// Where the words use another calendar or give two dates: the other date, as printed, in its own calendar.
    pub original: Option<Edtf>,
    /// For words like "three and a half years": the length.
    pub duration: Option<Duration>,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// Which rule read it.
    pub rule: Rule,
    /// What missing parts were taken from.
    pub anchor: Option<Anchor>,
}

impl Recognized {
    /// By a rule, sure, and without a value: what is known of a date is put into it.
    #[must_use]
    pub fn nothing(rule: Rule) -> Self {
        Self {
            meaning: None,
            calendar: Calendar::Gregorian,
            original: None,
            duration: None,
            certainty: Certainty::High,
            rule,
            anchor: None,
        }
    }
}

/// A length of time (ISO 8601 `P3Y6M`); parts that are not said are 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Duration {
    /// Years.
    pub years: u16,
    /// Months.
    pub months: u16,
    /// Weeks.
    pub weeks: u16,
    /// Days.
    pub days: u16,
}

/// How sure a statement is (TEI `@cert`); the less sure is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Certainty {
    /// As good as said.
    #[default]
    High,
    /// Probable.
    Medium,
    /// A guess.
    Low,
    /// Nobody said.
    Unknown,
}

/// The rule that read a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// No words: the source says it for machines (TEI `@when`, front matter).
    Encoded,
    /// `1921-03-17`
    Iso,
    /// `17.3.1921`, `3/17/1921`
    Numeric,
    /// `17. III.1921`, `15/III`
    RomanMonth,
    /// `March 14, 1921`, `14 марта`, `le 3 avril`
    MonthName,
    /// `August 2000`
    MonthYear,
    /// `1959`
    Year,
    /// `1919-1920`, `6-15 September`, `between May and June`
    Range,
    /// `Autumn 1787`
    Season,
    /// `not later than`, `after`, `before`
    Limit,
    /// `the 1850s`, `nineteenth century`
    Decade,
    /// `10/23 May`, `11 (23) May 1849`
    DoubleDate,
    /// `yesterday`, `last Tuesday`, `three weeks ago`
    Relative,
    /// `three and a half years`
    Duration,
    /// `Easter 1933`, `New Year's Day`
    Feast,
}

impl Rule {
    /// What the rule reads, in English, to stand after "read as".
    pub fn describe(self) -> &'static str {
        match self {
            Self::Encoded => "what the source says for machines",
            Self::Iso => "year, month and day in figures, as ISO 8601 orders them",
            Self::Numeric => "day, month and year in figures",
            Self::RomanMonth => "day and month, the month a Roman numeral",
            Self::MonthName => "day and named month",
            Self::MonthYear => "named month",
            Self::Year => "year in figures",
            Self::Range => "two dates joined to a span",
            Self::Season => "season of a year",
            Self::Limit => "limit, or part of a month or year",
            Self::Decade => "decade or century",
            Self::DoubleDate => "one day in Old and New Style",
            Self::Relative => "words counted from another date",
            Self::Duration => "a length of time",
            Self::Feast => "feast of the calendar",
        }
    }
}

impl Recognized {
    /// One English sentence: the rule, what missing parts were taken from, the style, and doubt if there is any.
    pub fn reason(&self) -> String {
        let mut out = String::from("Read as ");
        out.push_str(self.rule.describe());
        match (&self.anchor, self.rule) {
            (Some(Anchor::LetterDate(date)), Rule::Relative) => {
                out.push_str(", here that of the letter, ");
                out.push_str(&print_edtf(date));
            }
            (Some(Anchor::EarlierDate(date)), Rule::Relative) => {
                out.push_str(", here the one before it, ");
                out.push_str(&print_edtf(date));
            }
            (Some(Anchor::LetterDate(date)), _) => {
                out.push_str("; what is not printed was taken from the date of the letter, ");
                out.push_str(&print_edtf(date));
            }
            (Some(Anchor::EarlierDate(date)), _) => {
                out.push_str("; what is not printed was taken from the date before it, ");
                out.push_str(&print_edtf(date));
            }
            (None, _) if self.meaning.is_none() && self.duration.is_none() => {
                out.push_str("; there is no date to count it from");
            }
            (None, _) => {}
        }
        match (self.calendar, &self.original) {
            (Calendar::Julian, Some(original)) => {
                out.push_str("; converted from the Julian calendar, ");
                out.push_str(&print_edtf(original));
            }
            (Calendar::NotStated, _) => out.push_str("; the style is not stated"),
            (_, Some(original)) => {
                out.push_str("; the Julian date beside it is ");
                out.push_str(&print_edtf(original));
            }
            (_, None) => {}
        }
        match self.certainty {
            Certainty::High => {}
            Certainty::Medium => out.push_str("; probable"),
            Certainty::Low => out.push_str("; a guess"),
            Certainty::Unknown => out.push_str("; not sure"),
        }
        out.push('.');
        out
    }
}

/// What the missing parts of a date were taken from, or what a relative date was counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The date of the letter.
    LetterDate(Edtf),
    /// A date that stands before it in the same text.
    EarlierDate(Edtf),
}

/// A language whose dates are read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// English
    En,
    /// German
    De,
    /// French
    Fr,
    /// Russian
    Ru,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::En, Self::De, Self::Fr, Self::Ru];

    /// The one of a language tag (BCP 47); English where there are no words for dates in another.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        match tag.split('-').next() {
            Some("de") => Self::De,
            Some("fr") => Self::Fr,
            Some("ru") => Self::Ru,
            _ => Self::En,
        }
    }
}

/// What is known before a text is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateHints {
    /// The date of the letter, where it is known.
    pub letter_date: Option<Edtf>,
    /// The first day of the Gregorian calendar where the letter was written: before it a date without style is
    /// [`Calendar::NotStated`]. None: the letter was written in that calendar.
    pub calendar_change: Option<CalendarChange>,
}

/// The first day of the Gregorian calendar in a country, in that calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarChange {
    /// The year, from 1582.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

impl CalendarChange {
    /// 14 February 1918, the day after 31 January in Soviet Russia.
    pub const RUSSIA: Self = Self { year: 1918, month: 2, day: 14 };

    /// A day on which a country can have begun with the calendar: one that there is, from 15 October 1582.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let change = Self { year, month, day };
        let first = Self { year: 1582, month: 10, day: 15 };
        (DayNumber::from_gregorian(year, month, day).is_some() && change >= first).then_some(change)
    }
}
