//! An entry of the register.

use crate::context::use_viewer;
use edition::{EntryId, EntryKind};
use yew::prelude::*;

/// Which entry.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct EntryViewProps {
    /// The kind, as in the address.
    pub(crate) kind: EntryKind,
    /// Its identifier.
    pub(crate) id: EntryId,
}

/// An entry of the register.
#[component]
pub(crate) fn EntryView(props: &EntryViewProps) -> Html {
    let viewer = use_viewer();
    let _ = props.kind;
    let Some(entry) = viewer.library.entry(&props.id) else { return html! {} };
    html! { <h1>{ &*entry.name }</h1> }
}
