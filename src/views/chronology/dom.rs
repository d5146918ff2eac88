//! What the timeline asks of the browser. Called from effects and callbacks only.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};
use yew::NodeRef;

/// The width of the page in CSS pixels.
pub(super) fn width() -> i32 {
    gloo::utils::document().document_element().map_or(0, |root| root.client_width())
}

/// Calls back when the window changes its size.
pub(super) fn on_resize(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "resize", move |_| callback())
}

/// The identifier of a column's button.
pub(super) fn column_id(column: usize) -> String {
    ["bin-", &column.to_string()].concat()
}

/// Moves the focus to what has an identifier.
pub(super) fn focus(id: &str) {
    let found = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The column that an event happened in.
pub(super) fn column_of(event: &Event) -> Option<usize> {
    column_around(&event.target()?.dyn_into().ok()?)
}

/// The column under a pointer, wherever the event is sent to.
pub(super) fn column_under(event: &PointerEvent) -> Option<usize> {
    let (x, y) = (event.client_x(), event.client_y());
    let element = gloo::utils::document().element_from_point(x as f32, y as f32)?;
    column_around(&element)
}

fn column_around(element: &Element) -> Option<usize> {
    let column = element.closest("[data-column]").ok()??;
    column.get_attribute("data-column")?.parse().ok()
}

/// Where the grip is that an event happened in: the column at the other end of what is picked.
pub(super) fn grip(event: &PointerEvent) -> Option<usize> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-other-end]").ok()??.get_attribute("data-other-end")?.parse().ok()
}

/// Lets a part of the page hear the pointer until it is let go.
pub(super) fn capture(part: &NodeRef, event: &PointerEvent) {
    if let Some(element) = part.cast::<Element>() {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}
