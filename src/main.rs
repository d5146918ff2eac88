//! The viewer in a browser: `boot.js` starts it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Opens an edition: that of these bytes, else the embedded one. `fetch` is called with the name of each file that is
/// needed beside it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn open(edition: Option<Vec<u8>>, fetch: Option<js_sys::Function>) {
    viewer::web::start(edition.as_deref(), fetch);
}

/// Takes a file that was fetched; nothing where it could not be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn arrived(file: &str, bytes: Option<Vec<u8>>) {
    viewer::web::arrived(file, bytes);
}

fn main() {}
