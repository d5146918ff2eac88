//! In place of what has not arrived: that it is on its way, or that it could not be had.

use crate::context::Viewer;
use crate::markup::markup;
use crate::views::View;
use bundle::PartName;
use yew::prelude::*;

/// Parts that are on their way; where one could not be had, which, and the way to ask again.
pub(crate) fn absent(viewer: &Viewer, needs: &[PartName]) -> View {
    let words = &viewer.strings().shell;
    let missing: Vec<String> =
        needs.iter().filter(|name| viewer.library.is_missing(name)).map(PartName::file).collect();
    if missing.is_empty() {
        let body = markup! { <p class="boot" role="status">{ words.waiting }</p> };
        return View { title: words.waiting.to_owned(), body };
    }
    let retry = viewer.retry.reform(|_: MouseEvent| ());
    let body = markup! {
        <div class="failure" role="alert">
            <h1>{ words.unavailable }</h1>
            <p>{ (words.unavailable_parts)(&missing.join(", ")) }</p>
            <p><button type="button" onclick={retry}>{ words.retry }</button></p>
        </div>
    };
    View { title: words.unavailable.to_owned(), body }
}
