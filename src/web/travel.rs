//! From page to page. Every page lies ready as a file; what is turned to is fetched and put in place of the one that is
//! shown, so that nothing is loaded twice. Its live parts are taken over by components once their data are there.

use super::browser::{self, document, later, window};
use super::here::{Here, entered, plain, way, ways};
use super::links::{enter, on_link};
use super::{edition, embed, here, notices, wishes};
use crate::components::passage::{Passage, PassageProps};
use crate::context::Step;
use crate::i18n::Locale;
use crate::live::{Live, LiveProps};
use crate::route::{Address, stand};
use crate::{popover, views};
use bundle::{OpenError, PartName};
use gloo::events::EventListener;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlAnchorElement, HtmlLinkElement, InputEvent, InputEventInit, Node, Url};
use yew::{AppHandle, Callback};

/// Where the reader wants to go.
struct Turn {
    href: String,
    /// How the address is entered into the history; none where it is there already.
    step: Option<Step>,
    /// The page, once it has come.
    page: Option<Document>,
}

#[derive(Default)]
struct Travel {
    /// Fetches a page, and gives it to [`turned`].
    turn: Option<Function>,
    here: Here,
    going: Option<Turn>,
    passage: Option<AppHandle<Passage>>,
    live: Option<AppHandle<Live>>,
    /// Takes the live view to another state of itself.
    shift: Option<Callback<Address>>,
    /// The rows of a list that were on the page before its live view.
    rows: Option<Node>,
    /// A state of the live view that is not in the history yet.
    chosen: Option<(String, Step)>,
    /// How far down the reader was on each page that was left, by its address.
    left: Vec<(String, f64)>,
    /// The page stands, but the place in it that the reader came for is shown once its live part does.
    unshown: bool,
}

thread_local! {
    static TRAVEL: RefCell<Travel> = RefCell::default();
}

/// Starts the viewer over the page that is there. `bring` fetches a file of the edition for [`edition::arrived`], `turn`
/// a page for [`turned`].
pub fn start(bring: Function, turn: Function) {
    edition::bring_by(bring);
    embed::begin();
    TRAVEL.with_borrow_mut(|travel| travel.turn = Some(turn));
    popover::install();
    on_link(follow);
    EventListener::new(&document(), "change", |event| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            wishes::changed(&target);
        }
    })
    .forget();
    EventListener::new(&window(), "popstate", |_| went()).forget();
    for icon in wishes::all::<HtmlLinkElement>("link[rel=icon]") {
        // Its way is that of the first page; it is looked up again after each.
        if let Some(url) = Url::new(&icon.href()).ok().filter(|url| !url.host().is_empty()) {
            let _ = icon.set_attribute("href", &url.pathname());
        }
    }
    let here = Here::after(&Here::default());
    let path = document().get_element_by_id("app").and_then(|app| app.get_attribute("data-path"));
    if path.is_some_and(|path| path != here.path) {
        // An edition of one file has its first page in it, whatever its address names.
        TRAVEL.with_borrow_mut(|travel| travel.here = here);
        turn_to(embed::shown(), Some(Step::Replace));
        return;
    }
    arrive(!here.fragment.is_empty());
    if let Some(href) = wishes::other_language(here.locale) {
        turn_to([&href, &*here.query, &*here.fragment].concat(), Some(Step::Replace));
    }
}

fn follow(link: &HtmlAnchorElement) {
    enter_chosen();
    if link.has_attribute("hreflang") {
        wishes::chose_language(&link.hreflang());
        // A script may have changed the query.
        let [_, query, fragment] = TRAVEL.with_borrow(|travel| travel.here.now());
        turn_to([&*link.href(), &query, &fragment].concat(), Some(Step::Push));
        return;
    }
    let here = TRAVEL.with_borrow(|travel| travel.here.clone());
    let [path, query, fragment] = here.parts(&link.href());
    if path != here.path {
        turn_to(link.href(), Some(Step::Push));
        return;
    }
    // The reader is there already; where nothing else is wanted, to see it again.
    if (&query, &fragment) != (&here.query, &here.fragment) {
        enter(&entered(&[&path, &query, &fragment]), Step::Push);
    }
    shift(query, fragment, true);
}

/// The reader went back or forth.
fn went() {
    TRAVEL.with_borrow_mut(|travel| travel.chosen = None);
    let here = TRAVEL.with_borrow(|travel| travel.here.clone());
    let [path, query, fragment] = here.now();
    if path == here.path {
        TRAVEL.with_borrow_mut(|travel| travel.going = None);
        let show = fragment != here.fragment;
        shift(query, fragment, show);
    } else {
        turn_to(embed::shown(), None);
    }
}

/// Another state of the page that is shown, or another place in it.
fn shift(query: String, fragment: String, show: bool) {
    let (address, live, other) = TRAVEL.with_borrow_mut(|travel| {
        let other = travel.here.query != query;
        (travel.here.query, travel.here.fragment) = (query, fragment);
        (travel.here.address(), travel.shift.clone(), other)
    });
    if let Some(live) = live {
        live.emit(address.clone());
    } else if other {
        popover::arrive(address.query_value("note"));
    }
    if show {
        later(move || browser::show_fragment(&address.fragment));
    }
}

/// A state of the live view itself was chosen: it is being shown. A browser that enters an address looks at the style of
/// all that is on the page, so that is done when the reader sees what was chosen.
pub fn step(address: &Address, step: Step) {
    enter_chosen();
    TRAVEL.with_borrow_mut(|travel| travel.chosen = Some((address.href(), step)));
    browser::soon(enter_chosen).forget();
}

/// Enters what was chosen last into the history, if it has not been.
fn enter_chosen() {
    let chosen = TRAVEL.with_borrow_mut(|travel| travel.chosen.take());
    let Some((href, step)) = chosen else { return };
    enter(&href, step);
    TRAVEL.with_borrow_mut(|travel| {
        [_, travel.here.query, travel.here.fragment] = travel.here.now();
    });
}

/// Calls back when the reader wants another state of the live view.
pub fn on_shift(callback: Callback<Address>) {
    TRAVEL.with_borrow_mut(|travel| travel.shift = Some(callback));
}

fn turn_to(href: String, step: Option<Step>) {
    let down = window().scroll_y().unwrap_or_default();
    let turn = TRAVEL.with_borrow_mut(|travel| {
        let here = travel.here.whole();
        travel.left.retain(|(left, _)| *left != here);
        travel.left.push((here, down));
        travel.going = Some(Turn { href: href.clone(), step, page: None });
        travel.turn.clone()
    });
    if let Some(turn) = turn {
        let _ = turn.call1(&JsValue::NULL, &JsValue::from_str(&href));
    }
}

/// Takes a page that was fetched; nothing where it could not be had.
pub fn turned(href: &str, page: Option<Document>) {
    let wanted = TRAVEL.with_borrow(|travel| travel.going.as_ref().is_some_and(|going| going.href == href));
    if !wanted {
        return;
    }
    let Some(page) = page.filter(|page| page.get_element_by_id("app").is_some()) else {
        TRAVEL.with_borrow_mut(|travel| travel.going = None);
        let locale = TRAVEL.with_borrow(|travel| travel.here.locale);
        notices::lost(href, locale);
        return;
    };
    TRAVEL.with_borrow_mut(|travel| {
        if let Some(going) = &mut travel.going {
            going.page = Some(page);
        }
    });
    settle(None);
}

/// More of the edition is here, or it cannot be opened.
pub(super) fn opened(error: Option<OpenError>) {
    settle(error);
}

/// Shows the page that is waited for once what lives on it can live; and takes over the live part of the one that is
/// shown.
fn settle(error: Option<OpenError>) {
    let next = TRAVEL.with_borrow_mut(|travel| {
        let going = travel.going.as_ref()?;
        let page = going.page.as_ref()?;
        let [path, ..] = travel.here.parts(&going.href);
        // A page of the same path is that of the same view.
        let live = page.get_element_by_id("main").is_some_and(|main| main.has_attribute("data-live"));
        let waits = live && error.is_none() && !lives(&path, &way(page, "data-root", &going.href));
        if waits { None } else { travel.going.take() }
    });
    if let Some(Turn { href, step, page: Some(page) }) = next {
        replace(&href, step, &page);
    } else {
        let waiting = TRAVEL.with_borrow(|travel| travel.live.is_none());
        if waiting {
            take_over(error);
        }
    }
}

/// Whether everything is here that the live view at a path needs; what is not is asked for.
fn lives(path: &str, root: &str) -> bool {
    let route = Address::parse(path.strip_prefix(root).unwrap_or(path), "", "").route;
    match edition::library() {
        Ok(Some(library)) => {
            let needs = views::needs(&library, &route);
            edition::ask(&needs);
            needs.is_empty() || needs.iter().any(|name| library.is_missing(name))
        }
        Ok(None) => false,
        // There is nothing to wait for.
        Err(_) => true,
    }
}

/// Puts a page in place of the one that is shown.
fn replace(href: &str, step: Option<Step>, page: &Document) {
    let (passage, live) = TRAVEL.with_borrow_mut(|travel| {
        travel.shift = None;
        (travel.passage.take(), travel.live.take())
    });
    if let Some(passage) = passage {
        passage.destroy();
    }
    if let Some(live) = live {
        live.destroy();
        // Yew never lets go of the element it listened at; it shall not hold the rest of the page.
        if let Some(main) = document().get_element_by_id("main") {
            main.remove();
        }
    }
    if let Some(step) = step {
        enter(href, step);
    }
    let (Some(old), Some(new)) = (document().get_element_by_id("app"), page.get_element_by_id("app")) else {
        return;
    };
    here::say_as(page);
    if embed::is_embedded() {
        embed::lead_away(&new, href);
    }
    let _ = old.replace_with_with_node_1(&new);
    let there = TRAVEL.with_borrow(|travel| Here::after(&travel.here));
    let down = TRAVEL.with_borrow(|travel| {
        travel.left.iter().find(|(left, _)| step.is_none() && *left == there.whole()).map(|(_, down)| *down)
    });
    // On the way back the reader comes to where the page was left.
    arrive(down.is_none());
    if let Some(down) = down {
        browser::scroll_down(down);
    }
}

/// The page stands: everything on it that lives is begun, and the place shown that the reader came for.
fn arrive(show: bool) {
    let here = TRAVEL.with_borrow(|travel| Here::after(&travel.here));
    let locale = here.locale;
    let address = here.address();
    TRAVEL.with_borrow_mut(|travel| {
        travel.here = here;
        travel.rows = None;
        travel.unshown = show;
    });
    stand(ways());
    wishes::follow();
    popover::arrive(address.query_value("note"));
    if document().query_selector(".letter").is_ok_and(|letter| letter.is_some()) {
        passage(locale);
    }
    let live = document().get_element_by_id("main").is_some_and(|main| main.has_attribute("data-live"));
    if live {
        take_over(None);
    } else {
        stands();
    }
}

/// Nothing of the page moves any more by itself.
fn stands() {
    browser::mark_ready();
    let fragment = TRAVEL
        .with_borrow_mut(|travel| std::mem::take(&mut travel.unshown).then(|| travel.here.fragment.clone()));
    if let Some(fragment) = fragment {
        browser::show_fragment(&plain(&fragment));
    }
}

/// Offers links to words of the letter.
fn passage(locale: Locale) {
    let (Some(main), Ok(place)) = (document().get_element_by_id("main"), document().create_element("div"))
    else {
        return;
    };
    let _ = main.append_child(&place);
    let handle = yew::Renderer::<Passage>::with_root_and_props(place, PassageProps { locale }).render();
    TRAVEL.with_borrow_mut(|travel| travel.passage = Some(handle));
}

/// Lets a component take over the live part of the page, once its data are there.
fn take_over(error: Option<OpenError>) {
    let Some(main) = document().get_element_by_id("main").filter(|main| main.has_attribute("data-live"))
    else {
        return;
    };
    let here = TRAVEL.with_borrow(|travel| travel.here.clone());
    if let Some(error) = error {
        return failed(&main, error, here.locale);
    }
    if !lives(&here.path, &here.root) {
        return;
    }
    let library = match edition::library() {
        Ok(Some(library)) => library,
        Ok(None) => return,
        Err(error) => return failed(&main, error, here.locale),
    };
    let address = here.address();
    let missing = views::needs(&library, &address.route);
    if !missing.is_empty() {
        return lacking(&main, &missing, here.locale);
    }
    let list = main.query_selector(".letters__rows").ok().flatten();
    // The view was printed as it is at its plain address, or not at all.
    let same = list.is_none() && here.query.is_empty() && main.has_child_nodes();
    // A list that was printed in part is begun anew, and grows.
    if let Some(list) = list.filter(|list| here.query.is_empty() && list.has_attribute("data-whole")) {
        TRAVEL.with_borrow_mut(|travel| travel.rows = Some(list.into()));
    }
    let typed = browser::field().map(|field| field.value()).filter(|typed| !typed.is_empty());
    let renderer = yew::Renderer::<Live>::with_root_and_props(
        main.clone(),
        LiveProps { library, address, locale: here.locale },
    );
    let handle = if same {
        renderer.hydrate()
    } else {
        main.set_text_content(None);
        renderer.render()
    };
    TRAVEL.with_borrow_mut(|travel| travel.live = Some(handle));
    // A turn later, when its nested parts stand too.
    later(move || {
        if let (Some(field), Some(typed)) = (browser::field(), typed) {
            // What the reader typed before anything could hear of it.
            field.set_value(&typed);
            let options = InputEventInit::new();
            options.set_bubbles(true);
            let heard = InputEvent::new_with_event_init_dict("input", &options);
            let _ = heard.map(|event| field.dispatch_event(&event));
        }
        stands();
    });
}

/// The rows that stood on the page before its live view, for it to take over.
pub(crate) fn rows() -> Option<Node> {
    TRAVEL.with_borrow_mut(|travel| travel.rows.take())
}

fn failed(main: &Element, error: OpenError, locale: Locale) {
    notices::failed(main, error, locale);
    stands();
}

fn lacking(main: &Element, missing: &[PartName], locale: Locale) {
    notices::lacking(main, missing, locale, || {
        edition::retry();
        take_over(None);
    });
    stands();
}
