//! The edition that is open, as its parts arrive.

use super::{for_good, use_after, use_kept};
use crate::web;
use reader::{Library, Shared};
use yew::prelude::*;

/// The edition as it is now.
#[hook]
pub(crate) fn use_library(first: &Shared<Library>) -> Shared<Library> {
    let now = use_kept(|| first.clone());
    let arrived = now.clone();
    use_after(
        String::new(),
        for_good(move || web::on_arrival(Callback::from(move |library| arrived.set(library)))),
    );
    now.get()
}
