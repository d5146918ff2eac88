//! The browser.

use super::parts;
use crate::app::{App, AppProps};
use crate::context::{Names, Opened, Settings, Step, TextSize, Theme};
use crate::i18n::Locale;
use crate::route::Address;
use edition::Layer;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use reader::{Library, Shared};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, MouseEvent, Window};
use yew::Callback;

/// Keeps a listener alive.
#[derive(Debug)]
pub struct Listener(#[allow(dead_code, reason = "dropping it ends the listening")] EventListener);

const SETTINGS_KEY: &str = "letterbook.settings";

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

/// Starts the viewer in `#app`: over a pre-rendered page where there is one, else from nothing.
///
/// `edition` is an edition that was fetched; without one the embedded is shown. `fetch` brings further parts of it.
pub fn start(edition: Option<&[u8]>, fetch: Option<js_sys::Function>) {
    parts::fetch_by(fetch);
    let Some(root) = document().get_element_by_id("app") else { return };
    // Not known to the compiler: the edition is checked as it arrived, not as it was built.
    let opened = match Library::open(edition.unwrap_or_else(|| std::hint::black_box(crate::EMBEDDED))) {
        Ok(library) => Opened::Library(Shared::new(library)),
        Err(error) => Opened::Failed(error),
    };
    let settings = load_settings();
    let locale = settings.locale.or_else(wanted_locale).unwrap_or_default();
    apply_settings(&settings, locale);
    let props = AppProps { opened, address: current_address(), settings, locale };
    let prerendered = root.first_child().is_some_and(|node| node.node_type() == web_sys::Node::COMMENT_NODE);
    let renderer = yew::Renderer::<App>::with_root_and_props(root.clone(), props);
    if prerendered {
        renderer.hydrate();
    } else {
        root.set_text_content(None);
        renderer.render();
    }
}

/// The address the page was opened at.
#[must_use]
pub fn current_address() -> Address {
    let location = window().location();
    Address::parse(
        &location.pathname().unwrap_or_default(),
        &location.search().unwrap_or_default(),
        &location.hash().unwrap_or_default(),
    )
}

/// Enters an address into the history.
pub fn step(address: &Address, step: Step) {
    let Ok(history) = window().history() else { return };
    let href = address.href();
    // A page from a file, or in a frame without an origin, may not change its address: the view changes all the same.
    let _ = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&href)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&href)),
    };
}

/// Calls back when the reader goes back or forth, or changes the fragment by hand.
#[must_use]
pub fn on_history(callback: Callback<Address>) -> Listener {
    Listener(EventListener::new(&window(), "popstate", move |_| callback.emit(current_address())))
}

/// Calls back when the reader follows a link inside the viewer. Links with a modifier key, a target or another
/// host, and those a part of the page has taken for itself, are the browser's.
#[must_use]
pub fn follow_links(callback: Callback<Address>) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    Listener(EventListener::new_with_options(&document(), "click", options, move |event| {
        let Some(address) = event.dyn_ref::<MouseEvent>().and_then(followed) else { return };
        event.prevent_default();
        callback.emit(address);
    }))
}

fn followed(event: &MouseEvent) -> Option<Address> {
    if event.default_prevented() || event.button() != 0 || modified(event) {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let href = link.get_attribute("href")?;
    if let Some(fragment) = href.strip_prefix('#') {
        return Some(Address { fragment: fragment.to_owned(), ..current_address() });
    }
    if !href.starts_with('/') || href.starts_with("//") {
        return None;
    }
    let (rest, fragment) = href.split_once('#').unwrap_or((&href, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let address = Address::parse(path, query, fragment);
    (address.route != crate::route::Route::NotFound).then_some(address)
}

/// Whether a click asks for something else than following the link here.
#[must_use]
pub(crate) fn modified(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()
}

/// The settings the reader left behind.
#[must_use]
pub fn load_settings() -> Settings {
    let stored = window()
        .local_storage()
        .ok()
        .flatten()
        .and_then(|storage| storage.get_item(SETTINGS_KEY).ok())
        .flatten();
    let mut settings = Settings::default();
    for word in stored.unwrap_or_default().split(' ') {
        match word {
            "light" => settings.theme = Theme::Light,
            "dark" => settings.theme = Theme::Dark,
            "small" => settings.size = TextSize::Small,
            "large" => settings.size = TextSize::Large,
            "huge" => settings.size = TextSize::Huge,
            "plain" => settings.names = Names::Plain,
            "tabbed" => settings.names = Names::Tabbed,
            "diplomatic" => settings.layer = Layer::Diplomatic,
            tag => settings.locale = settings.locale.or_else(|| Locale::wanted([tag])),
        }
    }
    settings
}

fn words(settings: &Settings) -> [&'static str; 5] {
    let theme = match settings.theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let size = match settings.size {
        TextSize::Small => "small",
        TextSize::Medium => "medium",
        TextSize::Large => "large",
        TextSize::Huge => "huge",
    };
    let names = match settings.names {
        Names::Plain => "plain",
        Names::Underlined => "underlined",
        Names::Tabbed => "tabbed",
    };
    let layer = match settings.layer {
        Layer::Reading => "reading",
        Layer::Diplomatic => "diplomatic",
    };
    [theme, size, names, layer, settings.locale.map_or("", Locale::tag)]
}

/// Remembers the settings. A browser that stores nothing forgets them with the page.
pub fn save_settings(settings: &Settings) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(SETTINGS_KEY, words(settings).join(" ").trim_end());
    }
}

/// Makes the page follow the settings: `data-theme`, `data-size`, `data-names`, `data-layer` and `lang` of the root element.
pub fn apply_settings(settings: &Settings, locale: Locale) {
    let Some(root) = document().document_element() else { return };
    let [theme, size, names, layer, _] = words(settings);
    for (name, value) in [
        ("data-theme", theme),
        ("data-size", size),
        ("data-names", names),
        ("data-layer", layer),
        ("lang", locale.tag()),
    ] {
        let _ = root.set_attribute(name, value);
    }
}

/// The first language of the interface that the browser asks for.
#[must_use]
pub fn wanted_locale() -> Option<Locale> {
    let languages = window().navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).find_map(|tag| Locale::wanted([tag.as_str()]))
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Scrolls to a fragment and lights it for two seconds; opens what is folded around it. An empty fragment
/// is the top of the page.
pub fn show_fragment(fragment: &str) {
    if fragment.is_empty() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        return;
    }
    let Some(element) = document().get_element_by_id(fragment) else { return };
    if let Ok(Some(details)) = element.closest("details:not([open])") {
        let _ = details.set_attribute("open", "");
    }
    element.scroll_into_view();
    let _ = element.class_list().add_1("is-lit");
    if let Some(html) = element.dyn_ref::<HtmlElement>()
        && (html.tab_index() >= 0 || html.has_attribute("tabindex"))
    {
        let _ = html.focus();
    }
    Timeout::new(2000, move || {
        let _ = element.class_list().remove_1("is-lit");
    })
    .forget();
}

/// Calls back a turn later.
pub(crate) fn later(callback: impl FnOnce() + 'static) {
    Timeout::new(0, callback).forget();
}

/// Calls back when the page has been drawn, unless what is returned is dropped before.
pub fn soon(callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(16, callback)
}

/// Says that the page answers: `<html data-ready>`.
pub fn mark_ready() {
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
