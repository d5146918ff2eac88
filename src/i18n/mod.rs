//! The words of the interface: one file per language, one field per message, so that a missing translation
//! does not compile. Pages are printed with them; the views that live read theirs from their page. The language of a
//! letter is another thing and stays with its text.

#[cfg(feature = "ssr")]
mod de;
#[cfg(feature = "ssr")]
mod en;
mod letter_strings;
mod page;
mod phrase;
#[cfg(feature = "ssr")]
mod ru;
#[cfg(feature = "ssr")]
mod search_strings;
mod spoken;
mod strings;

pub use page::PageStrings;
pub(crate) use phrase::shown_of;
#[cfg(not(feature = "ssr"))]
pub use spoken::speak;
#[cfg(feature = "ssr")]
pub(crate) use spoken::{Speaker, lines};
pub use strings::Strings;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// English
    #[default]
    En,
    /// German
    De,
    /// Russian
    Ru,
}

impl Locale {
    /// All languages, in the order of the menu.
    pub const ALL: &'static [Self] = &[Self::En, Self::De, Self::Ru];

    /// The words.
    #[must_use]
    #[cfg(not(feature = "ssr"))]
    pub fn strings(self) -> &'static Strings {
        spoken::words()
    }

    /// The words.
    #[must_use]
    #[cfg(feature = "ssr")]
    pub fn strings(self) -> &'static Strings {
        match self {
            Self::En => &en::STRINGS,
            Self::De => &de::STRINGS,
            Self::Ru => &ru::STRINGS,
        }
    }

    /// The words that every page's program carries.
    #[must_use]
    pub fn page(self) -> &'static PageStrings {
        match self {
            Self::En => &page::EN,
            Self::De => &page::DE,
            Self::Ru => &page::RU,
        }
    }

    /// The language tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Ru => "ru",
        }
    }

    /// The language's own name for itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Ru => "Русский",
        }
    }

    /// The words of dates. A program has those of the languages that are asked for here.
    #[must_use]
    pub fn date_words(self) -> &'static dates::Names {
        match self {
            Self::En => dates::names(dates::Language::En),
            Self::De => dates::names(dates::Language::De),
            Self::Ru => dates::names(dates::Language::Ru),
        }
    }

    /// The languages that an edition offers, in the order of [`Locale::ALL`]; all, where it names none that is known.
    #[must_use]
    pub fn offered(tags: &[Box<str>]) -> Vec<Self> {
        let named = |locale: &Self| tags.iter().any(|tag| **tag == *locale.tag());
        let offered: Vec<Self> = Self::ALL.iter().copied().filter(named).collect();
        if offered.is_empty() { Self::ALL.to_vec() } else { offered }
    }

    /// The first language of the interface that a list of wishes (`de-AT`, `en`) names.
    #[must_use]
    pub fn wanted<'t>(tags: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        tags.into_iter().find_map(|tag| {
            let primary = tag.split('-').next().unwrap_or_default();
            Self::ALL.iter().copied().find(|locale| locale.tag().eq_ignore_ascii_case(primary))
        })
    }
}

/// A number and what is counted, in a language that tells one from more.
#[cfg(feature = "ssr")]
fn counted(count: usize, one: &str, more: &str) -> String {
    [&*count.to_string(), " ", if count == 1 { one } else { more }].concat()
}

/// The parts of a length that are not zero, each worded by the language: years, months, weeks, days.
#[cfg(feature = "ssr")]
fn parts(length: dates::Duration, word: fn(u16, usize) -> String) -> String {
    let parts = [length.years, length.months, length.weeks, length.days];
    let said = parts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, count)| word(*count, at));
    said.collect::<Vec<String>>().join(", ")
}
