//! No page at this address.

use crate::context::use_viewer;

use yew::prelude::*;

/// No page at this address.
#[component]
pub(crate) fn NotFound() -> Html {
    let viewer = use_viewer();
    html! { <><h1>{ viewer.strings().shell.not_found }</h1></> }
}
