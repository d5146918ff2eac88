//! The program of every page in a browser: `start.js` starts it, and goes between it and that of the views that live.

#[cfg(target_arch = "wasm32")]
use viewer::web::travel::{self, Living};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts over the page that is there. `enliven` is called when the program of the views that live is needed, `turn` with
/// the address of each page.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn start(enliven: js_sys::Function, turn: js_sys::Function) {
    travel::start(enliven, turn);
}

/// Takes the program of the views that live; nothing where it could not be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn enlivened(living: Option<Living>) {
    travel::enlivened(living);
}

/// Takes a page that was fetched; nothing where it could not be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn turned(href: &str, page: Option<web_sys::Document>) {
    travel::turned(href, page);
}

/// More of the edition is here, or it cannot be opened.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn settle() {
    travel::settle();
}

/// Nothing of the page moves any more by itself; whether its view lives.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn stood(lives: bool) {
    travel::stood(lives);
}

/// A state of the live view was chosen: its address, and whether Back undoes it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn chosen(href: &str, push: bool) {
    travel::chosen(href, if push { viewer::Step::Push } else { viewer::Step::Replace });
}

/// Nothing: scripts call what is given to them.
pub fn main() {}
