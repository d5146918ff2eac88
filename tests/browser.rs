//! What needs a browser: the viewer starts in an empty page, takes over pre-rendered pages of every view as they
//! stand, and follows its own links.

#![cfg(target_arch = "wasm32")]

use reader::{Library, Shared};
use std::time::Duration;
use viewer::{Address, App, AppProps, Locale, Opened, Settings};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const VIEWS: [&str; 12] = [
    "/",
    "/letters/joffe-1921-03-17/",
    "/chronology/",
    "/persons/",
    "/persons/joffe/",
    "/organisations/",
    "/organisations/cc/",
    "/places/",
    "/works/",
    "/about/",
    "/persons/nobody-of-that-name/",
    "/no/such/page/",
];

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

fn opened() -> Opened {
    Opened::Library(Shared::new(Library::open(viewer::EMBEDDED).expect("the embedded edition opens")))
}

/// An empty place in the page.
fn place() -> Element {
    let place = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&place).expect("a place");
    place
}

/// Lets timers and effects have their turn.
async fn a_moment() {
    yew::platform::time::sleep(Duration::from_millis(100)).await;
}

async fn until_ready() {
    for _ in 0..100 {
        if document().document_element().is_some_and(|root| root.has_attribute("data-ready")) {
            return;
        }
        a_moment().await;
    }
    panic!("the page never answered");
}

fn not_ready() {
    document().document_element().expect("a root").remove_attribute("data-ready").expect("an attribute");
}

/// All elements of a view in their order, by tag and identifier.
fn elements(place: &Element) -> Vec<String> {
    let all = place.query_selector_all("*").expect("a selector");
    (0..all.length())
        .filter_map(|at| all.item(at)?.dyn_into::<Element>().ok())
        .map(|element| [element.tag_name(), element.id()].join("#"))
        .collect()
}

#[wasm_bindgen_test]
async fn prerendered_views_are_taken_over_as_they_stand() {
    for locale in [Locale::En, Locale::Ru] {
        for view in VIEWS {
            let props = AppProps {
                opened: opened(),
                address: Address::parse(view, "", ""),
                settings: Settings::default(),
                locale,
            };
            let html = yew::LocalServerRenderer::<App>::with_props(props.clone()).render().await;
            let place = place();
            place.set_inner_html(&html);
            let (before, served) = (elements(&place), place.text_content().unwrap_or_default());
            let heading = place.query_selector("h1").expect("a selector").expect("every view has a heading");
            heading.set_attribute("data-witness", view).expect("an attribute");
            not_ready();
            let app = yew::Renderer::<App>::with_root_and_props(place.clone(), props).hydrate();
            until_ready().await;
            a_moment().await;
            assert_eq!(elements(&place), before, "{view}");
            assert_eq!(place.text_content().unwrap_or_default(), served, "{view}");
            let heading = place.query_selector("h1").expect("a selector").expect("a heading");
            assert_eq!(
                heading.get_attribute("data-witness").as_deref(),
                Some(view),
                "the same element, not a copy"
            );
            app.destroy();
            a_moment().await;
            place.remove();
        }
    }
}

#[wasm_bindgen_test]
async fn an_empty_page_is_filled_and_links_are_followed() {
    let place = place();
    place.set_id("app");
    place.set_text_content(Some("A moment ..."));
    not_ready();
    viewer::web::start(None, None);
    until_ready().await;
    assert!(!place.text_content().unwrap_or_default().contains("A moment ..."));
    let root = document().document_element().expect("a root");
    for setting in ["data-theme", "data-size", "data-names", "lang"] {
        assert!(root.has_attribute(setting), "{setting}");
    }
    // A view that is shown because a link was followed is the view that is rendered at its address.
    for view in ["/persons/", "/chronology/", "/about/"] {
        let link = place
            .query_selector(&["a[href='", view, "']"].concat())
            .expect("a selector")
            .unwrap_or_else(|| panic!("a link to {view}"));
        link.unchecked_into::<HtmlElement>().click();
        a_moment().await;
        let path = web_sys::window().expect("a window").location().pathname().expect("a path");
        assert_eq!(path, view);
        assert!(place.query_selector("main h1").expect("a selector").is_some(), "{view}");
    }
    let history = web_sys::window().expect("a window").history().expect("a history");
    history.back().expect("a step");
    a_moment().await;
    assert_eq!(web_sys::window().expect("a window").location().pathname().expect("a path"), "/chronology/");
}
