//! One file per view.

#[cfg(feature = "ssr")]
pub(crate) mod about;
pub(crate) mod chronology;
#[cfg(feature = "ssr")]
mod correspondence;
#[cfg(feature = "ssr")]
pub(crate) mod entry;
#[cfg(feature = "ssr")]
pub(crate) mod letter;
mod letter_line;
pub(crate) mod letters;
#[cfg(feature = "ssr")]
pub(crate) mod not_found;
pub(crate) mod register;
#[cfg(feature = "ssr")]
mod search;

use crate::context::Viewer;
use crate::route::Route;
use bundle::PartName;
use reader::{Library, Wanted};
use yew::prelude::*;

/// What is at an address.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// What it is, for the title of the page.
    #[cfg_attr(not(feature = "ssr"), allow(dead_code, reason = "pages are titled when they are printed"))]
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
        // What there is to narrow by is known from the list.
        Route::Letters | Route::Correspondence { .. } | Route::Search => Wanted::Letters,
        Route::Chronology => return chronology::needs(library),
        Route::Register { kind } => Wanted::Register(*kind),
        Route::Entry { id, .. } => Wanted::Entry(id),
        Route::About | Route::NotFound => Wanted::Nothing,
    };
    library.needs(wanted)
}

/// Whether the view at an address lives: it has states that the reader chooses. An edition of one letter begins with that
/// letter, which has none.
#[cfg(feature = "ssr")]
pub(crate) fn lives(library: &Library, route: &Route) -> bool {
    match route {
        Route::Home => library.manifest.letters > 1,
        Route::Register { .. } | Route::Chronology => true,
        _ => false,
    }
}

/// The live view at an address. Functions, not components, where nothing has a state of its own: each component costs the
/// browser bytes.
pub(crate) fn live(viewer: &Viewer) -> View {
    match &viewer.address.route {
        Route::Chronology => chronology::chronology(viewer),
        Route::Register { kind } => register::register(viewer, *kind),
        _ => letters::letters(viewer),
    }
}

/// What is at the reader's address, where it does not live.
#[cfg(feature = "ssr")]
pub(crate) fn still(viewer: &Viewer) -> View {
    match &viewer.address.route {
        Route::Home => match &viewer.library.manifest.first {
            Some(only) => letter::letter(viewer, only),
            None => not_found::not_found(viewer),
        },
        Route::Letters => letters::all(viewer),
        Route::Letter { id } => letter::letter(viewer, id),
        Route::Correspondence { one, other } => correspondence::correspondence(viewer, one, other),
        Route::Entry { kind, id } => entry::entry(viewer, *kind, id),
        Route::Search => search::search(viewer),
        Route::About => about::about(viewer),
        _ => not_found::not_found(viewer),
    }
}
