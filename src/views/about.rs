//! The edition, its sources and rights.

use crate::context::use_viewer;

use yew::prelude::*;

/// The edition, its sources and rights.
#[component]
pub(crate) fn AboutView() -> Html {
    let viewer = use_viewer();
    html! { <h1>{ viewer.strings().shell.about }</h1> }
}
