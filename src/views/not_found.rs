//! No page at this address.

use crate::context::Viewer;
use yew::prelude::*;

/// No page at this address, and the way back.
pub(crate) fn not_found(viewer: &Viewer) -> Html {
    let words = &viewer.strings().shell;
    html! {
        <div class="about">
            <h1>{ words.not_found }</h1>
            <p><a href="/">{ words.letter }</a></p>
        </div>
    }
}
