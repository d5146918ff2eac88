//! A letter.

use crate::context::use_viewer;
use edition::LetterId;
use yew::prelude::*;

/// Which letter.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct LetterViewProps {
    /// Its identifier.
    pub(crate) id: LetterId,
}

/// A letter with everything that belongs to it.
#[component]
pub(crate) fn LetterView(props: &LetterViewProps) -> Html {
    let viewer = use_viewer();
    let Some(letter) = viewer.library.letter(&props.id) else { return html! {} };
    html! { <h1>{ letter.id.as_str() }</h1> }
}
