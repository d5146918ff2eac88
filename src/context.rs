//! What every view may look at.

use crate::i18n::{Locale, Strings};
use crate::route::Address;
use bundle::PartName;
use edition::Layer;
use reader::{Library, Shared};
use yew::prelude::*;

/// The edition, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    /// It is open.
    Library(Shared<Library>),
    /// It could not be opened; the message is for a reader.
    Failed(bundle::OpenError),
}

/// How the reader wants to read; remembered in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Size of the text.
    pub size: TextSize,
    /// How names are shown.
    pub names: Names,
    /// As one reads the text, or as it stands on the paper.
    pub layer: Layer,
    /// The language of the interface; none follows the browser.
    pub locale: Option<Locale>,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Size of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    /// Smaller.
    Small,
    /// As designed.
    #[default]
    Medium,
    /// Larger.
    Large,
    /// Largest.
    Huge,
}

/// How names in the text are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// As any other word, out of the tab order; still reached by pointer.
    Plain,
    /// Underlined by kind, out of the tab order.
    #[default]
    Underlined,
    /// Underlined and reached by the Tab key.
    Tabbed,
}

/// How an address is entered into the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A step that Back undoes.
    Push,
    /// In place of the current one.
    Replace,
}

/// What every view may look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewer {
    /// The edition.
    pub library: Shared<Library>,
    /// Where the reader is.
    pub address: Address,
    /// How the reader wants to read.
    pub settings: Settings,
    /// The language of the interface.
    pub locale: Locale,
    /// Go to an address. Plain links need not call it: the app follows them itself.
    pub go: Callback<(Address, Step)>,
    /// Change the settings.
    pub set: Callback<Settings>,
    /// Ask for parts of the edition that are not here; nothing is asked for twice at a time.
    pub ask: Callback<Vec<PartName>>,
    /// Ask again for those that could not be had.
    pub retry: Callback<()>,
}

impl Viewer {
    /// The words of the interface.
    #[must_use]
    pub fn strings(&self) -> &'static Strings {
        self.locale.strings()
    }

    /// The tables for dates in the language of the interface.
    #[must_use]
    pub fn language(&self) -> dates::Language {
        self.locale.language()
    }
}
