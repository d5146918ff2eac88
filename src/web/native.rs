//! No browser: rendering to a string. Nothing happens; what is asked for is not there.

use crate::route::{Address, Step};
use bundle::PartName;
use reader::{Library, Shared};
use yew::{Callback, Html};

/// A state of the live view was chosen.
pub fn step(_address: &Address, _step: Step) {}

/// Calls back when the reader wants another state of the live view.
pub fn on_shift(_callback: Callback<Address>) {}

/// Asks for parts of the edition.
pub fn ask(_names: &[PartName]) {}

/// Forgets that parts could not be had.
pub fn retry() {}

/// Calls back with the edition whenever more of it is here.
pub fn on_arrival(_callback: Callback<Shared<Library>>) {}

/// Markup that never changes, made at once.
pub(crate) fn still(html: Html) -> Html {
    html
}

/// Folds a typed name as the names in the index were folded.
#[must_use]
pub fn fold(text: &str) -> String {
    index::fold(text)
}
