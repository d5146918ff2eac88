//! What the controller asks of the page.

use super::place::Rect;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, MouseEvent, Node, Window};

/// Anything that opens a popover.
const CALLER: &str = "[interestfor]";
/// What the Tab key stops at inside a popover; names too, which the text keeps out of the tab order.
const STOPS: &str = "a[href],button,[tabindex=\"0\"]";

/// The window.
///
/// # Panics
/// Where there is none; the controller is installed by an effect, and effects run in pages only.
pub(super) fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document.
///
/// # Panics
/// As [`window`].
pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The element an event happened in.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether a click asks for something else than what it is on: a new tab, a download.
pub(super) fn modified(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()
}

/// The element that has the focus.
pub(super) fn active() -> Option<Element> {
    document().active_element()
}

/// The nearest element around, or the element itself, that a selector fits.
pub(super) fn closest(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.closest(selector).ok()??.dyn_into().ok()
}

/// The caller that an element belongs to, with its popover.
pub(super) fn caller(element: &Element) -> Option<(HtmlElement, HtmlElement)> {
    let caller = closest(element, CALLER)?;
    let popover = popover(&caller)?;
    Some((caller, popover))
}

/// The popover that a caller opens.
pub(super) fn popover(caller: &Element) -> Option<HtmlElement> {
    let popover = document().get_element_by_id(&caller.get_attribute("interestfor")?)?;
    popover.class_list().contains("popover").then(|| popover.unchecked_into())
}

/// The first caller under `root` one of whose attributes has the value.
pub(super) fn find_caller(root: &Node, attributes: &[&str], value: &str) -> Option<HtmlElement> {
    let callers = document().query_selector_all(CALLER).ok()?;
    (0..callers.length()).filter_map(|index| callers.get(index)?.dyn_into::<HtmlElement>().ok()).find(
        |caller| {
            attributes.iter().any(|name| caller.get_attribute(name).as_deref() == Some(value))
                && root.contains(Some(caller))
                && caller.get_client_rects().length() > 0
        },
    )
}

/// Whether two callers are the words of one mention: a mention is cut into several links where another stands in it.
pub(super) fn same(one: &HtmlElement, other: &HtmlElement) -> bool {
    one == other
        || (one.get_attribute("interestfor") == other.get_attribute("interestfor")
            && closest(one, ".mention").is_some_and(|mention| mention.contains(Some(other))))
}

/// The stops of the Tab key in a popover that are to be seen.
pub(super) fn stops(popover: &Element) -> Vec<HtmlElement> {
    let Ok(found) = popover.query_selector_all(STOPS) else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok())
        .filter(|stop| stop.get_client_rects().length() > 0)
        .collect()
}

/// Moves the focus without moving the page.
pub(crate) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Whole pixels; what a page measures is far inside the range.
#[allow(clippy::cast_possible_truncation, reason = "a float becomes the nearest integer there is")]
pub(super) fn whole(pixels: f64) -> i32 {
    pixels as i32
}

/// What the reader sees of the page: the window, or the part of it that is zoomed in on.
pub(super) fn frame() -> Rect {
    let window = window();
    let (left, top, width, height) = match window.visual_viewport() {
        Some(seen) => (seen.offset_left(), seen.offset_top(), seen.width(), seen.height()),
        None => {
            let size =
                |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
            (0.0, 0.0, size(window.inner_width()), size(window.inner_height()))
        }
    };
    Rect { left: whole(left), top: whole(top), right: whole(left + width), bottom: whole(top + height) }
}

/// Whether popovers are sheets at the bottom: the window is narrow **or** low (N15), a low frame among them (N13).
pub(super) fn is_sheet() -> bool {
    let size = |value: Result<wasm_bindgen::JsValue, _>, least: f64| {
        value.ok().and_then(|v| v.as_f64()).is_some_and(|size| size < least)
    };
    size(window().inner_width(), 768.0) || size(window().inner_height(), 480.0)
}

/// The rectangles of a caller, one for each line it stands on.
pub(super) fn lines(caller: &Element) -> Vec<Rect> {
    let rects = caller.get_client_rects();
    (0..rects.length())
        .filter_map(|index| rects.get(index))
        .map(|rect| Rect {
            left: whole(rect.left()),
            top: whole(rect.top()),
            right: whole(rect.right()),
            bottom: whole(rect.bottom()),
        })
        .filter(|line| line.right > line.left)
        .collect()
}

/// Sets a property of an element's style to whole pixels, or takes it away.
pub(super) fn set_pixels(element: &HtmlElement, property: &str, pixels: Option<i32>) {
    let style = element.style();
    let _ = match pixels {
        Some(pixels) => {
            let mut value = pixels.to_string();
            value.push_str("px");
            style.set_property(property, &value)
        }
        None => style.remove_property(property).map(drop),
    };
}

/// Turns a class on or off.
pub(super) fn set_class(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}
