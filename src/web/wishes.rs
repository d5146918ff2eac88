//! How the reader wants to read: remembered, and followed by the page.

use super::browser::{document, window};
use crate::i18n::Locale;
use crate::settings::Settings;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlInputElement, NodeList};

const KEY: &str = "letterbook.settings";

/// What the reader chose before.
fn load() -> Settings {
    let storage = window().local_storage().ok().flatten();
    let line = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
    Settings::parse(&line.unwrap_or_default())
}

/// Remembers the choices. A browser that stores nothing forgets them with the page.
fn save(settings: &Settings) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEY, settings.line().trim_end());
    }
}

/// All elements that a selector fits.
pub(super) fn all<E: JsCast>(selector: &str) -> impl Iterator<Item = E> {
    listed(document().query_selector_all(selector).ok())
}

/// The same inside of an element.
pub(super) fn all_in<E: JsCast>(element: &Element, selector: &str) -> impl Iterator<Item = E> {
    listed(element.query_selector_all(selector).ok())
}

fn listed<E: JsCast>(found: Option<NodeList>) -> impl Iterator<Item = E> {
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into::<E>().ok())
}

/// Makes the page follow the reader's choices: `data-theme`, `data-size`, `data-names`, `data-layer`, `data-notes` of the root
/// element, and whether the Tab key stops at names.
pub(super) fn follow() {
    follow_these(&load());
}

fn follow_these(settings: &Settings) {
    let Some(root) = document().document_element() else { return };
    let words = settings.words();
    for (name, word) in words {
        let _ = root.set_attribute(&["data-", name].concat(), word);
    }
    let tabindex = if words.contains(&("names", "tabbed")) { "0" } else { "-1" };
    for name in all::<Element>(".letter [interestfor]:not(.noteref)") {
        let _ = name.set_attribute("tabindex", tabindex);
    }
}

/// The reader made a choice in the panel.
pub(super) fn changed(target: &Element) {
    let Some(radio) = target.dyn_ref::<HtmlInputElement>() else { return };
    if radio.closest("#settings").ok().flatten().is_some() {
        let mut settings = load();
        settings.choose(&radio.value());
        save(&settings);
        follow_these(&settings);
    }
}

/// The reader follows a link to the page in another language.
pub(super) fn chose_language(tag: &str) {
    let settings = Settings { locale: Locale::wanted([tag]), ..load() };
    save(&settings);
}

/// The address of this page in the language that the reader wants, where it is offered and another one. Who came by the
/// address of a language wants that one.
pub(super) fn other_language(here: Locale) -> Option<String> {
    let links = || all::<HtmlAnchorElement>("#settings a[hreflang]");
    let main = document().document_element()?.get_attribute("data-root")
        == document().document_element()?.get_attribute("data-shared");
    if !main {
        return None;
    }
    let offered = |wish: Locale| links().find(|link| link.hreflang() == wish.tag());
    let languages = window().navigator().languages();
    let asked = languages.iter().filter_map(|tag| Locale::wanted([&*tag.as_string()?]));
    let (wish, link) =
        load().locale.into_iter().chain(asked).find_map(|wish| Some((wish, offered(wish)?)))?;
    (wish != here).then(|| link.href())
}
