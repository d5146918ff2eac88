//! The index of a kind of entries.

use crate::context::use_viewer;
use edition::EntryKind;
use yew::prelude::*;

/// Which index.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct RegisterViewProps {
    /// The kind.
    pub(crate) kind: EntryKind,
}

/// The index of a kind of entries.
#[component]
pub(crate) fn RegisterView(props: &RegisterViewProps) -> Html {
    let viewer = use_viewer();
    let _ = props.kind;
    html! { <h1>{ viewer.strings().shell.persons }</h1> }
}
