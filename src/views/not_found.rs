//! No page at this address.

use crate::context::Viewer;
use crate::markup::markup;
use crate::route::Route;
use crate::views::View;

/// No page at this address, and the way back.
pub(crate) fn not_found(viewer: &Viewer) -> View {
    let words = &viewer.strings().frame;
    // An edition of many letters begins with their list.
    let many = viewer.library.manifest.letters > 1;
    let home = if many { viewer.strings().shell.letters } else { words.letter };
    let body = markup! {
        <div class="about">
            <h1>{ words.not_found }</h1>
            <p><a href={Route::Home.href()}>{ home }</a></p>
        </div>
    };
    View { title: words.not_found.to_owned(), body }
}
