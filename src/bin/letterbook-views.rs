//! The program of the views that live: the list of letters, the registers, the timeline. `start.js` fetches it with the first
//! page that has one.

#[cfg(target_arch = "wasm32")]
use viewer::web::living::{self, Page};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Begins. `bring` is called with the name of each file of the edition that is needed; `page` is the program of the page.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn begin(bring: js_sys::Function, page: Page) {
    living::begin(bring, page);
}

/// Takes a file that was fetched; nothing where it could not be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn arrived(file: &str, bytes: Option<Vec<u8>>) {
    viewer::web::arrived(file, bytes);
}

/// Whether everything is here that the view at a path of the edition needs; what is not is asked for.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
#[must_use]
pub fn lives(path: &str) -> bool {
    living::lives(path)
}

/// Takes over the live part of the page, once its data are there.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn take_over(path: &str, query: &str, fragment: &str) {
    living::take_over(path, query, fragment);
}

/// The reader wants another state of the view.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn shift(path: &str, query: &str, fragment: &str) {
    living::shift(path, query, fragment);
}

/// The page is left.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn leave() {
    living::leave();
}

/// Nothing: scripts call what is given to them.
pub fn main() {}
