//! An edition in the page of somebody else: in a frame, where the address and the history are not ours. The page that is
//! shown is named by `<html data-place>`.

use super::browser::{document, window};
use super::wishes::all_in;
use web_sys::{Element, HtmlAnchorElement, Url};

const PLACE: &str = "data-place";

/// Whether the page stands in the page of somebody else.
pub(super) fn is_embedded() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(PLACE))
}

/// The address of the page that is shown.
pub(super) fn shown() -> String {
    let root = document().document_element();
    let place = root.and_then(|root| root.get_attribute(PLACE));
    place.unwrap_or_else(|| window().location().href().unwrap_or_default())
}

/// Another address is shown: the page around learns of it by the attribute.
pub(super) fn show(href: &str) {
    place(href, &shown());
}

/// Makes the place that was printed a whole address, with the state and place that the frame was asked for.
pub(super) fn begin() {
    let location = window().location();
    if let (Ok(href), true) = (location.href(), is_embedded()) {
        let asked = [location.search(), location.hash()].map(Result::unwrap_or_default).concat();
        place(&[shown(), asked].concat(), &href);
    }
}

fn place(href: &str, from: &str) {
    if let (Some(root), Ok(url)) = (document().document_element(), Url::new_with_base(href, from)) {
        let _ = root.set_attribute(PLACE, &url.href());
    }
}

/// Makes the links of a page whole addresses: it is shown at another address than its own.
pub(super) fn lead_away(app: &Element, page: &str) {
    for link in all_in::<HtmlAnchorElement>(app, "a[href]") {
        let href = link.get_attribute("href").filter(|href| !href.starts_with('#'));
        if let Some(Ok(url)) = href.map(|href| Url::new_with_base(&href, page)) {
            let _ = link.set_attribute("href", &url.href());
        }
    }
}
