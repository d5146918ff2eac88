//! The browser.

use crate::components::jump_bar;
use crate::popover;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlElement, HtmlInputElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollToOptions, Window,
};

/// The window.
///
/// # Panics
/// Where there is none, as in a worker; the viewer runs in pages only.
#[must_use]
pub(crate) fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document.
///
/// # Panics
/// Where there is none.
#[must_use]
pub(crate) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// What the page is about.
#[inline(never)]
pub(super) fn main_part() -> Option<Element> {
    document().get_element_by_id("main")
}

/// Whether a click asks for something else than following the link here.
#[must_use]
pub(crate) fn modified(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()
}

/// Scrolls to a fragment and lights it for two seconds; opens what is folded around it. An empty fragment
/// is the top of the page.
pub(super) fn show_fragment(fragment: &str) {
    if fragment.is_empty() {
        return scroll_down(0.0);
    }
    let Some(element) = document().get_element_by_id(fragment) else { return };
    if let Ok(Some(details)) = element.closest("details:not([open])") {
        let _ = details.set_attribute("open", "");
    }
    let options = ScrollIntoViewOptions::new();
    // The headings of long lists are far off, and what is between turns out to be of another size than the browser took it
    // for: there is no gliding to them, and they are looked for once more when what is around them has been laid out.
    let far = fragment.starts_with(jump_bar::BEGIN);
    if far {
        options.set_behavior(ScrollBehavior::Instant);
    }
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if far {
        let element = element.clone();
        seen(move || element.scroll_into_view_with_scroll_into_view_options(&options)).forget();
    }
    let _ = element.class_list().add_1("is-lit");
    if let Some(html) = element.dyn_ref::<HtmlElement>() {
        // The Tab key goes on from here, as it does where the browser jumps by itself.
        if html.tab_index() < 0 {
            html.set_tab_index(-1);
        }
        popover::focus(html);
    }
    Timeout::new(2000, move || {
        let _ = element.class_list().remove_1("is-lit");
    })
    .forget();
}

/// Brings the page to so many pixels from its top, at once: another page does not glide.
pub(super) fn scroll_down(pixels: f64) {
    let options = ScrollToOptions::new();
    options.set_top(pixels);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// Calls back a turn later.
pub(crate) fn later(callback: impl FnOnce() + 'static) {
    Timeout::new(0, callback).forget();
}

/// Calls back when the page has been drawn, unless what is returned is dropped before.
pub(super) fn drawn(callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(16, callback)
}

/// The same when what was asked for has been seen, on slow machines too.
pub(super) fn seen(callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(200, callback)
}

/// Says that the page answers: `<html data-ready>`.
pub(super) fn mark_ready() {
    // A turn later, so that nested parts have had theirs.
    Timeout::new(0, || {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-ready", "");
        }
    })
    .forget();
}

/// Folds a typed name as the names in the index were folded; the browser has the Unicode tables for it.
#[must_use]
pub fn fold(text: &str) -> String {
    let lower = js_sys::JsString::from(text).normalize("NFD").to_lower_case();
    reader::fold_lowered(&String::from(lower))
}

/// The field in which a register is looked up.
pub(super) fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id("look-up")?.dyn_into().ok()
}
