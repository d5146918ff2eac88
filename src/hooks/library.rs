//! The edition that is open, as its parts arrive.

use crate::context::Opened;
use crate::web;
use bundle::PartName;
use reader::{Library, Shared};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The edition that is open, and the ways to more of it.
pub(crate) struct LibraryHandle {
    state: UseStateHandle<Shared<Library>>,
    /// Parts may arrive faster than the page is drawn: each is added to what came before, drawn or not.
    newest: Rc<RefCell<Shared<Library>>>,
}

impl LibraryHandle {
    /// The edition as it is now.
    pub(crate) fn current(&self) -> Shared<Library> {
        (*self.state).clone()
    }

    /// Asks for parts, but for those that could not be had.
    pub(crate) fn ask(&self) -> Callback<Vec<PartName>> {
        let newest = self.newest.clone();
        Callback::from(move |names: Vec<PartName>| {
            let library = newest.borrow().clone();
            for name in names.iter().filter(|name| !library.is_missing(name)) {
                web::ask(name);
            }
        })
    }

    /// Forgets that parts could not be had.
    pub(crate) fn retry(&self) -> Callback<()> {
        let (state, newest) = (self.state.clone(), self.newest.clone());
        Callback::from(move |()| change(&state, &newest, Library::retry))
    }
}

/// Holds the edition, and takes in what arrives.
#[hook]
pub(crate) fn use_library(opened: &Opened) -> LibraryHandle {
    let first = || match opened {
        Opened::Library(library) => library.clone(),
        Opened::Failed(_) => Shared::new(Library::default()),
    };
    let state = use_state(first);
    let newest = use_mut_ref(first);
    {
        let (state, newest) = (state.clone(), newest.clone());
        use_effect_with((), move |()| {
            web::on_arrival(Callback::from(move |(name, bytes): (PartName, Option<Vec<u8>>)| {
                change(&state, &newest, |library| match bytes {
                    // One that is damaged counts as missing, and is named on the page.
                    Some(bytes) => drop(library.accept(&name, &bytes)),
                    None => library.refuse(&name),
                });
            }));
        });
    }
    LibraryHandle { state, newest }
}

fn change(
    state: &UseStateHandle<Shared<Library>>,
    newest: &RefCell<Shared<Library>>,
    how: impl FnOnce(&mut Library),
) {
    let mut library = Library::clone(&newest.borrow());
    how(&mut library);
    let library = Shared::new(library);
    *newest.borrow_mut() = library.clone();
    let state = state.clone();
    // A turn later: unpacking a part and drawing it are long enough each by itself.
    web::later(move || state.set(library));
}
