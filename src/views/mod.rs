//! One file per view.

pub(crate) mod about;
pub(crate) mod chronology;
pub(crate) mod entry;
pub(crate) mod letter;
pub(crate) mod letters;
pub(crate) mod not_found;
pub(crate) mod register;

use crate::context::Viewer;
use crate::route::Route;
use yew::prelude::*;

/// What is at an address.
pub(crate) struct View {
    /// What it is, for the title of the page.
    pub(crate) title: String,
    /// What it shows.
    pub(crate) body: Html,
}

/// What is at the reader's address. Functions, not components, where nothing has a state of its own: each component
/// costs the browser bytes.
pub(crate) fn view(viewer: &Viewer) -> View {
    match &viewer.address.route {
        Route::Home => match viewer.library.edition.letters.first() {
            Some(_) if viewer.library.edition.letters.len() > 1 => letters::letters(viewer),
            Some(only) => letter::letter(viewer, &only.id),
            None => not_found::not_found(viewer),
        },
        Route::Letter { id } => letter::letter(viewer, id),
        Route::Chronology => chronology::chronology(viewer),
        Route::Register { kind } => register::register(viewer, *kind),
        Route::Entry { kind, id } => entry::entry(viewer, *kind, id),
        Route::About => about::about(viewer),
        Route::NotFound => not_found::not_found(viewer),
    }
}
