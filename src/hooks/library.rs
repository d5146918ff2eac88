//! The edition that is open, as its parts arrive.

use crate::web;
use reader::{Library, Shared};
use yew::prelude::*;

/// The edition as it is now.
#[hook]
pub(crate) fn use_library(first: &Shared<Library>) -> Shared<Library> {
    let state = use_state(|| first.clone());
    {
        let state = state.clone();
        use_effect_with((), move |()| web::on_arrival(Callback::from(move |library| state.set(library))));
    }
    (*state).clone()
}
