//! Which links are followed here, and how addresses are entered into the history.

use super::browser::{modified, window};
use super::here::resolved;
use crate::context::Step;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// The link that a click follows here. Links with a modifier key, a target or another host, files, and those a part of
/// the page has taken for itself, are the browser's.
pub(super) fn followed(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    if event.default_prevented() || event.button() != 0 || modified(event) {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let elsewhere = link.has_attribute("target") || link.has_attribute("download");
    let shared = resolved("data-shared");
    let ours = link.origin() == window().location().origin().ok()?
        && link.pathname().starts_with(&shared)
        && link.pathname().ends_with('/');
    (ours && !elsewhere).then_some(link)
}

/// Enters an address into the history. A page from a file, or in a frame without an origin, may not change its address:
/// the view changes all the same.
pub(super) fn enter(href: &str, step: Step) {
    let Ok(history) = window().history() else { return };
    let _ = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
    };
}
