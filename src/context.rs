//! What every view may look at.

use crate::i18n::{Locale, Strings};
use crate::route::{Address, Step};
#[cfg(feature = "ssr")]
use crate::text::{has_leftward, is_leftward_language};
use reader::{Library, Shared};
use yew::prelude::*;

/// What every view may look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewer {
    /// The edition.
    pub library: Shared<Library>,
    /// Where the reader is.
    pub address: Address,
    /// The language of the interface.
    pub locale: Locale,
    /// Go to an address. Plain links need not call it: the app follows them itself.
    pub go: Callback<(Address, Step)>,
}

impl Viewer {
    /// What is printed at an address; nobody goes anywhere from there.
    #[cfg(feature = "ssr")]
    pub(crate) fn of(library: &Shared<Library>, address: Address, locale: Locale) -> Self {
        Self { library: library.clone(), address, locale, go: Callback::noop() }
    }

    /// The words of the interface.
    #[must_use]
    pub fn strings(&self) -> &'static Strings {
        self.locale.strings()
    }

    /// The language that the editors write, where it is not that of the page.
    #[must_use]
    pub fn lang(&self) -> Option<AttrValue> {
        let language = &*self.library.header().language;
        (language != self.locale.tag()).then(|| AttrValue::from(String::from(language)))
    }

    /// The same of words that can be in it: a name in Latin letters is not in the Arabic of its edition.
    #[cfg(feature = "ssr")]
    pub(crate) fn lang_of(&self, words: &str) -> Option<AttrValue> {
        self.lang().filter(|language| is_leftward_language(language) == has_leftward(words))
    }

    /// The words of dates in the language of the interface.
    #[must_use]
    pub fn date_words(&self) -> &'static dates::Names {
        self.locale.date_words()
    }
}
