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

#[cfg(target_arch = "wasm32")]
pub(crate) use dom::focus;
pub(crate) use frame::frame;
#[cfg(target_arch = "wasm32")]
pub(crate) use lemma::highlight;

use listen::Handle;
use std::cell::RefCell;

thread_local! {
    static CONTROLLER: RefCell<Option<Handle>> = const { RefCell::new(None) };
}

/// Installs the controller, for as long as the page is there.
pub(crate) fn install() {
    CONTROLLER.set(Handle::install());
}

/// The reader came to another page, which closes everything, or to an address that names a note (`?note=n84`), which
/// opens that note.
pub(crate) fn arrive(note: Option<&str>) {
    CONTROLLER.with_borrow(|controller| {
        if let Some(controller) = controller {
            controller.arrive(note);
        }
    });
}
