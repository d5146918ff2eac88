//! The timeline of dates.

use crate::context::use_viewer;

use yew::prelude::*;

/// The timeline of dates.
#[component]
pub(crate) fn ChronologyView() -> Html {
    let viewer = use_viewer();
    html! { <h1>{ viewer.strings().shell.chronology }</h1> }
}
