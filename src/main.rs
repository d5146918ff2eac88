//! The viewer in a browser: `boot.js` starts it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts over the page that is there. `bring` is called with the name of each file of the edition that is needed, `turn`
/// with the address of each page.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn start(bring: js_sys::Function, turn: js_sys::Function) {
    viewer::web::start(bring, turn);
}

/// Takes a file that was fetched; nothing where it could not be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn arrived(file: &str, bytes: Option<Vec<u8>>) {
    viewer::web::arrived(file, bytes);
}

/// Takes a page that was fetched; nothing where it could not be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn turned(href: &str, page: Option<web_sys::Document>) {
    viewer::web::turned(href, page);
}

fn main() {}
