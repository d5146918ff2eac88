//! Which pages an edition has.

use crate::route::{REGISTERS, Route};
use edition::EntryId;
use reader::{Facet, Library, ListState, choices};
use std::collections::BTreeSet;

/// The addresses of all pages, in an order in which those that need the same part of the edition stand together. The
/// catalogue and the registers are to be here.
#[must_use]
pub fn routes(library: &Library) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::Chronology, Route::Search, Route::About, Route::NotFound];
    if crate::views::letters::is_cut(usize::try_from(library.manifest.letters).unwrap_or(usize::MAX)) {
        routes.push(Route::Letters);
    }
    let mut letters: Vec<_> =
        library.catalogue().into_iter().flat_map(|all| &all.letters).map(|row| &row.id).collect();
    letters.sort();
    routes.extend(letters.into_iter().map(|id| Route::Letter { id: id.clone() }));
    let mut entries = BTreeSet::new();
    for (kind, _) in REGISTERS {
        let rows = library.register(*kind);
        if !rows.is_empty() {
            routes.push(Route::Register { kind: *kind });
            entries.extend(rows.iter().map(|row| (&row.head.entry.id, row.head.entry.kind)));
        }
    }
    routes.extend(entries.into_iter().map(|(id, kind)| Route::Entry { kind, id: id.clone() }));
    routes.extend(
        correspondences(library).into_iter().map(|(one, other)| Route::Correspondence { one, other }),
    );
    routes
}

/// The pairs of entries that wrote to each other.
fn correspondences(library: &Library) -> BTreeSet<(EntryId, EntryId)> {
    let pairs = choices(library, &ListState::default(), Facet::Correspondence);
    let keys = pairs.iter().filter_map(|choice| choice.key.split_once(' '));
    keys.filter(|(one, other)| !one.starts_with('~') && !other.starts_with('~'))
        .map(|(one, other)| if other < one { (other.into(), one.into()) } else { (one.into(), other.into()) })
        .collect()
}
