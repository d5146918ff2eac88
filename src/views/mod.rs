//! One file per view.

pub(crate) mod about;
mod absent;
pub(crate) mod chronology;
mod correspondence;
pub(crate) mod entry;
pub(crate) mod letter;
pub(crate) mod letters;
pub(crate) mod not_found;
pub(crate) mod register;

use crate::context::Viewer;
use crate::route::Route;
use bundle::PartName;
use reader::{Library, Wanted};
use yew::prelude::*;

/// What is at an address.
pub(crate) struct View {
    /// What it is, for the title of the page.
    pub(crate) title: String,
    /// What it shows.
    pub(crate) body: Html,
}

/// The parts of the edition that what is at an address needs and that are not here.
pub(crate) fn needs(library: &Library, route: &Route) -> Vec<PartName> {
    let wanted = match route {
        Route::Home if library.manifest.letters > 1 => Wanted::Letters,
        Route::Home => library.manifest.first.as_ref().map_or(Wanted::Nothing, Wanted::Letter),
        Route::Letter { id } => Wanted::Letter(id),
        Route::Correspondence { .. } => Wanted::Letters,
        Route::Chronology => Wanted::Chronology,
        Route::Register { kind } => Wanted::Register(*kind),
        Route::Entry { id, .. } => Wanted::Entry(id),
        Route::About | Route::NotFound => Wanted::Nothing,
    };
    library.needs(wanted)
}

/// What is at the reader's address. Functions, not components, where nothing has a state of its own: each component
/// costs the browser bytes.
pub(crate) fn view(viewer: &Viewer) -> View {
    let manifest = &viewer.library.manifest;
    let needs = needs(&viewer.library, &viewer.address.route);
    if !needs.is_empty() {
        return absent::absent(viewer, &needs);
    }
    match &viewer.address.route {
        Route::Home => match &manifest.first {
            Some(_) if manifest.letters > 1 => letters::letters(viewer),
            Some(only) => letter::letter(viewer, only),
            None => not_found::not_found(viewer),
        },
        Route::Letter { id } => letter::letter(viewer, id),
        Route::Correspondence { one, other } => correspondence::correspondence(viewer, one, other),
        Route::Chronology => chronology::chronology(viewer),
        Route::Register { kind } => register::register(viewer, *kind),
        Route::Entry { kind, id } => entry::entry(viewer, *kind, id),
        Route::About => about::about(viewer),
        Route::NotFound => not_found::not_found(viewer),
    }
}
