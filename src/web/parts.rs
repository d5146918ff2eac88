//! Parts of the edition: asked for here, fetched and unpacked by `boot.js`, which has the means for it.

use bundle::PartName;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use yew::Callback;

/// What came: a part, or nothing where it could not be had.
type Arrival = Callback<(PartName, Option<Vec<u8>>)>;

#[derive(Default)]
struct Parts {
    /// Fetches a file, and gives it to [`arrived`].
    fetch: Option<js_sys::Function>,
    /// What was asked for and has not come.
    asked: Vec<PartName>,
    arrival: Option<Arrival>,
}

thread_local! {
    static PARTS: RefCell<Parts> = RefCell::default();
}

/// Says how parts are fetched: a function of the name of a file.
pub(super) fn fetch_by(fetch: Option<js_sys::Function>) {
    PARTS.with_borrow_mut(|parts| parts.fetch = fetch);
}

/// Asks for a part of the edition, unless it was asked for already.
pub fn ask(name: &PartName) {
    let fetch = PARTS.with_borrow_mut(|parts| {
        if parts.asked.contains(name) {
            return None;
        }
        parts.asked.push(name.clone());
        parts.fetch.clone()
    });
    if let Some(fetch) = fetch {
        let _ = fetch.call1(&JsValue::NULL, &JsValue::from_str(&name.file()));
    }
}

/// Calls back with each part that has arrived, or could not be had.
pub fn on_arrival(callback: Arrival) {
    PARTS.with_borrow_mut(|parts| parts.arrival = Some(callback));
}

/// Takes a file that was fetched; nothing where it could not be had.
pub fn arrived(file: &str, bytes: Option<Vec<u8>>) {
    let (name, arrival) = PARTS.with_borrow_mut(|parts| {
        let at = parts.asked.iter().position(|name| name.file() == file);
        (at.map(|at| parts.asked.swap_remove(at)), parts.arrival.clone())
    });
    if let (Some(name), Some(arrival)) = (name, arrival) {
        arrival.emit((name, bytes));
    }
}
