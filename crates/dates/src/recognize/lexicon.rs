//! What words mean for dates, a table for each language. Months, weekdays and seasons come from the names that
//! display uses.

mod de;
mod en;
mod fr;
mod ru;

use super::token::keys;
use crate::{Calendar, Language, names};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word or phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Month(u8),
    Season(u8),
    Weekday(u8),
    /// A number word, in halves: "one" is 2.
    Count(u16),
    /// A number word that is an article too: it counts only before "ago" and the like.
    Article,
    /// "and a half"
    Half,
    Unit(Unit),
    /// A length in one word or phrase: that many units, in halves.
    Length(u16, Unit),
    /// "yesterday": days from the letter's.
    Day(i8),
    /// "ago", after the length.
    Ago,
    /// "vor", "il y a", before the length.
    AgoBefore,
    /// "last", "this", "next", before what it belongs to.
    Shift(i8),
    /// "dernier", "prochain", after what it belongs to.
    ShiftAfter(i8),
    /// "ult.", "inst.", "d. M.": the month, from the letter's.
    InMonth(i8),
    /// "d. J.": the year, from the letter's.
    InYear(i8),
    About,
    Between,
    From,
    To,
    And,
    Or,
    Limit(Limit),
    /// Beginning, middle, end: 0 to 2.
    Third(u8),
    /// A preposition after which a month or a year stands alone.
    In,
    /// Articles and "of".
    Small,
    /// "th", "er", "го" after a figure.
    Suffix,
    /// "year" before a year, "г." after it.
    YearBefore,
    YearAfter,
    /// "Jahre", "гг." after a decade.
    Decade,
    Century,
    Ordinal(u8),
    Style(Calendar),
    BeforeChrist,
    AfterChrist,
    Feast(Feast),
    /// "p.", "Vol.", "No.": the figure after it is no date.
    Locator,
    /// "roubles", "men": the figure before it is no date.
    Counted,
}

impl Sense {
    /// Whether a date can begin with it. With the others it goes on, ends, or is not one.
    pub(super) fn begins(self) -> bool {
        match self {
            Self::Month(_)
            | Self::Season(_)
            | Self::Weekday(_)
            | Self::Count(_)
            | Self::Article
            | Self::Half
            | Self::Unit(_)
            | Self::Length(..)
            | Self::Day(_)
            | Self::AgoBefore
            | Self::Shift(_)
            | Self::About
            | Self::Between
            | Self::From
            | Self::Limit(_)
            | Self::Third(_)
            | Self::Decade
            | Self::Ordinal(_)
            | Self::BeforeChrist
            | Self::Feast(_) => true,
            Self::Ago
            | Self::ShiftAfter(_)
            | Self::InMonth(_)
            | Self::InYear(_)
            | Self::To
            | Self::And
            | Self::Or
            | Self::In
            | Self::Small
            | Self::Suffix
            | Self::YearBefore
            | Self::YearAfter
            | Self::Century
            | Self::Style(_)
            | Self::AfterChrist
            | Self::Locator
            | Self::Counted => false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Century,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    Before,
    NotAfter,
    After,
    NotBefore,
    Since,
    Until,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// Month and day.
    Fixed(u8, u8),
    /// Days from Easter Sunday.
    Movable(i8),
}

/// A phrase of the lexicon, filed under its first word.
#[derive(Debug)]
pub(super) struct Entry {
    /// The words after the first.
    pub(super) tail: Vec<Box<str>>,
    pub(super) language: Language,
    /// Only in texts of that language: it means something else in another.
    pub(super) own: bool,
    /// Only with a capital.
    pub(super) capital: bool,
    pub(super) sense: Sense,
}

/// Rows of a language: a sense, and the phrases that have it, parted by `|`. A phrase after `=` counts only in
/// texts of that language.
pub(super) type Rows = &'static [(Sense, &'static str)];

/// Everything that begins with a word.
pub(super) fn entries(word: &str) -> &'static [Entry] {
    static TABLE: OnceLock<HashMap<Box<str>, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(table).get(word).map_or(&[], Vec::as_slice)
}

fn table() -> HashMap<Box<str>, Vec<Entry>> {
    let mut table = HashMap::new();
    let languages = [
        (Language::En, en::ROWS),
        (Language::De, de::ROWS),
        (Language::Fr, fr::ROWS),
        (Language::Ru, ru::ROWS),
    ];
    for (language, rows) in languages {
        let names = names(language);
        for list in [names.months, names.months_genitive, names.months_short] {
            for (month, name) in (1..).zip(list.all()) {
                add(&mut table, language, Sense::Month(month), name.trim_end_matches('.'));
            }
        }
        for (weekday, name) in (1..).zip(names.weekdays.all()) {
            add(&mut table, language, Sense::Weekday(weekday), name);
        }
        for (season, name) in (21..).zip(names.seasons.all()) {
            add(&mut table, language, Sense::Season(season), name);
        }
        for (sense, phrases) in rows {
            for phrase in phrases.split('|') {
                add(&mut table, language, *sense, phrase);
            }
        }
    }
    table
}

fn add(table: &mut HashMap<Box<str>, Vec<Entry>>, language: Language, sense: Sense, phrase: &str) {
    let mut keys = keys(phrase.trim_start_matches('=')).into_iter();
    let Some(first) = keys.next() else { return };
    // English and German months have capitals; "may" and "march" are other words.
    let capital = matches!(sense, Sense::Month(_)) && matches!(language, Language::En | Language::De);
    let entry = Entry { tail: keys.collect(), language, own: phrase.starts_with('='), capital, sense };
    let under = table.entry(first).or_default();
    if !under.iter().any(|old| old.tail == entry.tail && old.language == language && old.sense == sense) {
        under.push(entry);
    }
}
