//! Which links are followed here, and how addresses are entered into the history.

use super::browser::{document, modified, window};
use super::embed::{self, is_embedded};
use super::here::{is_one_file, resolved};
use crate::route::Step;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// The link that a click follows here. Links with a modifier key, a target or another host, files, and those a part of
/// the page has taken for itself, are the browser's.
fn followed(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    if event.default_prevented() || event.button() != 0 || modified(event) {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let elsewhere = link.has_attribute("target") || link.has_attribute("download");
    let ours = if is_one_file() {
        let here = window().location().href().ok()?;
        link.href().split('#').next() == here.split('#').next()
            && link.href().bytes().any(|byte| byte == b'#')
    } else {
        link.origin() == window().location().origin().ok()?
            && link.pathname().starts_with(&resolved("data-shared"))
            && link.pathname().ends_with('/')
    };
    (ours && !elsewhere).then_some(link)
}

/// Calls back with each link that the reader follows here.
pub(super) fn on_link(follow: fn(&HtmlAnchorElement)) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        if let Some(link) = event.dyn_ref::<MouseEvent>().and_then(followed) {
            event.prevent_default();
            follow(&link);
        }
    })
    .forget();
}

/// Enters an address into the history. A page from a file, or in a frame without an origin, may not change its address:
/// the view changes all the same.
pub(super) fn enter(href: &str, step: Step) {
    if is_embedded() {
        return embed::show(href);
    }
    let Ok(history) = window().history() else { return };
    let entered = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
    };
    // From a disk some browsers let no script change the address, but go to a place in the page.
    if let (Err(_), Step::Push, true, Some((_, place))) = (entered, step, is_one_file(), href.split_once('#'))
    {
        let _ = window().location().set_hash(place);
    }
}
