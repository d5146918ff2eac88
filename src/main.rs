//! The viewer in a browser: `boot.js` starts it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Opens an edition: that of these bytes, else the embedded one.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn open(edition: Option<Vec<u8>>) {
    viewer::web::start(edition.as_deref());
}

fn main() {}
