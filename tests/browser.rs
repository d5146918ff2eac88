//! What needs a browser: the views that live take over what was printed as it stands, and the program follows links.

#![cfg(target_arch = "wasm32")]

use js_sys::{Object, Reflect};
use reader::{Library, Shared};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use viewer::web::{living, travel};
use viewer::{Address, LiveProps, Locale, Part, PartProps, Step};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const VIEWS: [&str; 5] = ["/chronology/", "/persons/", "/organisations/", "/places/", "/works/"];

/// What their pages say to the views that live, in a language.
fn words(locale: Locale) -> String {
    match locale {
        Locale::En => include_str!("words/en.txt"),
        Locale::De => include_str!("words/de.txt"),
        Locale::Ru => include_str!("words/ru.txt"),
    }
    .to_owned()
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

fn props(view: &str, locale: Locale) -> PartProps {
    let library = Shared::new(Library::open(viewer::CARRIED).expect("the edition opens"));
    PartProps::Live(LiveProps { library, address: Address::parse(view, "", ""), locale })
}

async fn printed(view: &str, locale: Locale) -> String {
    yew::LocalServerRenderer::<Part>::with_props(props(view, locale)).render().await
}

/// An empty place in the page.
fn place() -> Element {
    let place = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&place).expect("a place");
    place
}

/// The program of the views that live and that of the page, each as the other sees it.
fn both_programs() -> (Object, Object) {
    let (living, page) = (Object::new(), Object::new());
    let offer = |object: &Object, name: &str, function: JsValue| {
        Reflect::set(object, &name.into(), &function).expect("an object takes a function");
    };
    let lives = Closure::<dyn Fn(String) -> bool>::new(|path: String| living::lives(&path));
    offer(&living, "lives", lives.into_js_value());
    let three = |function: fn(&str, &str, &str)| {
        Closure::<dyn Fn(String, String, String)>::new(
            move |path: String, query: String, fragment: String| {
                function(&path, &query, &fragment);
            },
        )
    };
    offer(&living, "take_over", three(living::take_over).into_js_value());
    offer(&living, "shift", three(living::shift).into_js_value());
    offer(&living, "leave", Closure::<dyn Fn()>::new(living::leave).into_js_value());
    offer(&page, "settle", Closure::<dyn Fn()>::new(travel::settle).into_js_value());
    offer(&page, "stood", Closure::<dyn Fn(bool)>::new(travel::stood).into_js_value());
    let chosen = Closure::<dyn Fn(String, bool)>::new(|href: String, push: bool| {
        travel::chosen(&href, if push { Step::Push } else { Step::Replace });
    });
    offer(&page, "chosen", chosen.into_js_value());
    (living, page)
}

/// Lets timers and effects have their turn.
async fn a_moment() {
    yew::platform::time::sleep(Duration::from_millis(100)).await;
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
async fn printed_views_are_taken_over_as_they_stand() {
    for locale in [Locale::En, Locale::Ru] {
        assert!(viewer::speak(words(locale)), "the words are those of this program");
        for view in VIEWS {
            let place = place();
            place.set_inner_html(&printed(view, locale).await);
            let (before, served) = (elements(&place), place.text_content().unwrap_or_default());
            let heading = place.query_selector("h1").expect("a selector").expect("every view has a heading");
            heading.set_attribute("data-witness", view).expect("an attribute");
            let app =
                yew::Renderer::<Part>::with_root_and_props(place.clone(), props(view, locale)).hydrate();
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
async fn the_page_lives_and_its_links_are_followed() {
    let root = document().document_element().expect("a root");
    for (name, value) in [("data-root", "/"), ("data-shared", "/"), ("lang", "en")] {
        root.set_attribute(name, value).expect("an attribute");
    }
    let window = web_sys::window().expect("a window");
    let history = window.history().expect("a history");
    history.push_state_with_url(&"".into(), "", Some("/persons/")).expect("a step");
    let place = place();
    place.set_id("app");
    assert!(viewer::speak(words(Locale::En)), "the words are those of this program");
    let markup =
        ["<main id=main>", &printed("/persons/", Locale::En).await, "</main><a href=/about/>About</a>"];
    place.set_inner_html(&markup.concat());
    let main = document().get_element_by_id("main").expect("the live part");
    main.set_attribute("data-live", &words(Locale::En)).expect("an attribute");
    let asked = Rc::new(RefCell::new(Vec::new()));
    let ask = || {
        let asked = asked.clone();
        let listener = Closure::<dyn Fn(String)>::new(move |wanted| asked.borrow_mut().push(wanted));
        listener.into_js_value().unchecked_into()
    };
    let (living, page) = both_programs();
    let enliven = Closure::<dyn Fn()>::new(move || travel::enlivened(Some(living.clone().unchecked_into())));
    living::begin(ask(), page.unchecked_into());
    travel::start(enliven.into_js_value().unchecked_into(), ask());
    a_moment().await;
    assert_eq!(asked.take(), ["edition.ltb"]);
    viewer::web::arrived("edition.ltb", Some(viewer::CARRIED.to_vec()));
    for _ in 0..50 {
        a_moment().await;
        if root.has_attribute("data-ready") {
            break;
        }
    }
    for setting in ["data-ready", "data-theme", "data-size", "data-names", "data-layer"] {
        assert!(root.has_attribute(setting), "{setting}");
    }
    assert!(asked.borrow().is_empty(), "what has come need not be fetched: {:?}", asked.borrow());
    let rows = || document().query_selector_all(".register__row").expect("a selector").length();
    let all = rows();
    // A filter is a link to another state of the page.
    let filter = document().query_selector(".facet__choice:not([aria-current])").expect("a selector");
    filter.expect("a filter").unchecked_into::<HtmlElement>().click();
    a_moment().await;
    assert!(rows() < all, "{} of {all} rows", rows());
    assert!(window.location().search().expect("a query").len() > 1);
    history.back().expect("a step");
    a_moment().await;
    assert_eq!(rows(), all);
    // Another page is asked for, and the one that is there stays meanwhile.
    document()
        .query_selector("a[href='/about/']")
        .expect("a selector")
        .expect("a link")
        .unchecked_into::<HtmlElement>()
        .click();
    a_moment().await;
    let origin = window.location().origin().expect("an origin");
    assert_eq!(*asked.borrow(), [[&*origin, "/about/"].concat()]);
    assert_eq!(rows(), all);
    // It could not be had: the page says so.
    travel::turned(&[&*origin, "/about/"].concat(), None);
    assert!(document().query_selector("[role=alert] a[href]").expect("a selector").is_some());
    assert_eq!(rows(), all);
}
