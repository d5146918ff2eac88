//! No browser: rendering to a string. Nothing happens; what is asked for is not there.

use crate::context::{Settings, Step};
use crate::i18n::Locale;
use crate::route::{Address, Route};
use bundle::PartName;
use yew::{Callback, Html};

/// Keeps a listener alive; here there is none.
#[derive(Debug)]
pub struct Listener;

/// The address the page was opened at.
#[must_use]
pub fn current_address() -> Address {
    Address::of(Route::Home)
}

/// Enters an address into the history.
pub fn step(_address: &Address, _step: Step) {}

/// Calls back when the reader goes back or forth.
#[must_use]
pub fn on_history(_callback: Callback<Address>) -> Listener {
    Listener
}

/// Calls back when the reader follows a link inside the viewer.
#[must_use]
pub fn follow_links(_callback: Callback<Address>) -> Listener {
    Listener
}

/// The settings the reader left behind.
#[must_use]
pub fn load_settings() -> Settings {
    Settings::default()
}

/// Remembers the settings.
pub fn save_settings(_settings: &Settings) {}

/// Makes the page follow the settings.
pub fn apply_settings(_settings: &Settings, _locale: Locale) {}

/// The first language of the interface that the browser asks for.
#[must_use]
pub fn wanted_locale() -> Option<Locale> {
    None
}

/// Sets the title of the page.
pub fn set_title(_title: &str) {}

/// Scrolls to a fragment and lights it for two seconds.
pub fn show_fragment(_fragment: &str) {}

/// Asks for a part of the edition.
pub fn ask(_name: &PartName) {}

/// Calls back with each part that has arrived, or could not be had.
pub fn on_arrival(_callback: Callback<(PartName, Option<Vec<u8>>)>) {}

/// Calls back a turn later; here never.
pub(crate) fn later(_callback: impl FnOnce() + 'static) {}

/// Markup that never changes, made at once.
pub(crate) fn still(html: Html) -> Html {
    html
}

/// Calls back when the page has been drawn.
#[must_use]
pub fn soon(_callback: impl FnOnce() + 'static) -> Listener {
    Listener
}

/// Says that the page answers.
pub fn mark_ready() {}

/// Folds a typed name as the names in the index were folded.
#[must_use]
pub fn fold(text: &str) -> String {
    index::fold(text)
}
