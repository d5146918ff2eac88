//! The edition that the live views show. It is opened when the first of them is there; its parts are asked for here, and
//! fetched and unpacked by `start.js`, which has the means for it.

use super::browser::later;
use super::living;
use bundle::{OpenError, PartName};
use js_sys::Function;
use reader::{Library, Shared};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use yew::Callback;

/// The file with which an edition begins.
const MANIFEST: &str = "edition.ltb";

#[derive(Default)]
struct Held {
    /// Fetches a file, and gives it to [`arrived`].
    bring: Option<Function>,
    /// What was asked for and has not come.
    asked: Vec<(String, PartName)>,
    /// Why it cannot be opened, until that has been said.
    error: Option<OpenError>,
    /// The edition as it is now.
    library: Option<Shared<Library>>,
    /// Told of each change.
    changed: Option<Callback<Shared<Library>>>,
}

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

/// Says how files are brought: a function of the name of one.
pub(super) fn bring_by(bring: Function) {
    HELD.with_borrow_mut(|held| held.bring = Some(bring));
}

/// The edition, where it is open. Else it is asked for, and opened when it is here.
pub(super) fn library() -> Result<Option<Shared<Library>>, OpenError> {
    let (known, error) = HELD.with_borrow(|held| (held.library.clone(), held.error));
    if known.is_some() {
        return Ok(known);
    }
    if let Some(error) = error {
        return Err(error);
    }
    bring(MANIFEST.to_owned(), PartName::default());
    Ok(None)
}

/// Forgets why the edition cannot be opened: the next view that needs it tries again.
pub(super) fn forget_error() {
    HELD.with_borrow_mut(|held| held.error = None);
}

fn open(bytes: &[u8]) -> Result<Shared<Library>, OpenError> {
    let library = Shared::new(Library::open(bytes)?);
    HELD.with_borrow_mut(|held| held.library = Some(library.clone()));
    Ok(library)
}

/// Asks for a file, unless it was asked for already.
fn bring(file: String, part: PartName) {
    let wanted = JsValue::from_str(&file);
    let bring = HELD.with_borrow_mut(|held| {
        if held.asked.iter().any(|(asked, _)| *asked == file) {
            return None;
        }
        held.asked.push((file, part));
        held.bring.clone()
    });
    if let Some(bring) = bring {
        let _ = bring.call1(&JsValue::NULL, &wanted);
    }
}

/// Asks for parts of the edition, but for those that could not be had.
pub fn ask(names: &[PartName]) {
    let library = HELD.with_borrow(|held| held.library.clone());
    for name in names {
        if !library.as_ref().is_some_and(|library| library.is_missing(name)) {
            bring(name.path(), name.clone());
        }
    }
}

/// Forgets that parts could not be had.
pub fn retry() {
    change(Library::retry);
}

/// Calls back with the edition whenever more of it is here.
pub fn on_arrival(callback: Callback<Shared<Library>>) {
    HELD.with_borrow_mut(|held| held.changed = Some(callback));
}

/// Takes a file that was asked for; nothing where it could not be had.
pub fn arrived(file: &str, bytes: Option<Vec<u8>>) {
    let asked = HELD.with_borrow_mut(|held| {
        let at = held.asked.iter().position(|(asked, _)| asked == file)?;
        Some(held.asked.swap_remove(at).1)
    });
    let Some(name) = asked else { return };
    if file == MANIFEST {
        // What did not come at all is as good as cut off.
        let opened = bytes.ok_or(OpenError::Truncated).and_then(|bytes| open(&bytes));
        HELD.with_borrow_mut(|held| held.error = opened.err());
        living::more();
        return;
    }
    change(|library| match bytes {
        // One that is damaged counts as missing, and is named on the page.
        Some(bytes) => drop(library.accept(&name, &bytes)),
        None => library.refuse(&name),
    });
    living::more();
}

fn change(how: impl FnOnce(&mut Library)) {
    let changed = HELD.with_borrow_mut(|held| {
        let mut library = Library::clone(held.library.as_ref()?);
        how(&mut library);
        let library = Shared::new(library);
        held.library = Some(library.clone());
        held.changed.clone().map(|changed| (changed, library))
    });
    if let Some((changed, library)) = changed {
        // A turn later: unpacking a part and drawing it are long enough each by itself.
        later(move || changed.emit(library));
    }
}
