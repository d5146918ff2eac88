//! Notes and cards that open beside their words.
//!
//! One controller for the whole page, installed once, by delegation: an invoker is anything with
//! `interestfor="ID"`, and the popover is the element `ID`. The text itself stays as it was rendered. Before the
//! app has arrived, and without it, the browser opens the same popovers by itself where it knows `interestfor`;
//! once here, the controller turns that off and behaves alike in every browser. The rules are numbered N1 to N20.

mod controller;
mod dom;
mod frame;
mod history;
mod keys;
mod lemma;
mod level;
mod listen;
mod place;
mod pointer;
mod touch;

pub(crate) use frame::frame;
pub(crate) use lemma::highlight;

use crate::route::{Address, Route};
use listen::Handle;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Installs the controller for as long as the app runs, and tells it where the reader has gone: another view
/// closes everything, `?note=n84` opens that note.
#[hook]
pub(crate) fn use_popovers(address: &Address) {
    let handle = use_memo((), |()| RefCell::new(None::<Handle>));
    {
        let handle: Rc<RefCell<Option<Handle>>> = handle.clone();
        use_effect_with((), move |()| {
            *handle.borrow_mut() = Handle::install();
            move || drop(handle.borrow_mut().take())
        });
    }
    let route: Route = address.route.clone();
    let note = address.query_value("note").map(str::to_owned);
    use_effect_with((route, note), move |(_, note)| {
        if let Some(handle) = &*handle.borrow() {
            handle.arrive(note.as_deref());
        }
    });
}
