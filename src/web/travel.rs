//! From page to page. Every page lies ready as a file; what is turned to is fetched and put in place of the one that is
//! shown, so that nothing is loaded twice. A view that lives is taken over by the program for those (`living`), which is
//! fetched with the first page that has one.

use super::browser::{self, document, later, main_part, window};
use super::here::{Here, entered, plain, way};
use super::links::{enter, on_link};
use super::passage::Passage;
use super::{embed, here, notices, wishes};
use crate::popover;
use crate::route::{Route, Step};
use gloo::events::EventListener;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlAnchorElement, HtmlLinkElement, Url};

#[wasm_bindgen]
extern "C" {
    /// The program of the views that live, as this one sees it.
    #[derive(Clone)]
    pub type Living;

    /// Whether everything is here that the view at a path of the edition needs; what is not is asked for.
    #[wasm_bindgen(method)]
    fn lives(this: &Living, path: &str) -> bool;

    /// Takes over the live part of the page, once its data are there.
    #[wasm_bindgen(method)]
    fn take_over(this: &Living, path: &str, query: &str, fragment: &str);

    /// The reader wants another state of the view.
    #[wasm_bindgen(method)]
    fn shift(this: &Living, path: &str, query: &str, fragment: &str);

    /// The page is left.
    #[wasm_bindgen(method)]
    fn leave(this: &Living);
}

/// Where the program of the views that live is.
#[derive(Clone, Default)]
enum Program {
    /// No page has needed it.
    #[default]
    Away,
    /// It is being fetched.
    Coming,
    /// It could not be had: pages stay as they were printed.
    Lost,
    Here(Living),
}

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
    passage: Option<Passage>,
    /// Fetches the program of the views that live, and gives it to [`enlivened`].
    enliven: Option<Function>,
    living: Program,
    /// Whether the view that is shown lives.
    lives: bool,
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

/// Starts over the page that is there. `enliven` fetches the program of the views that live for [`enlivened`], `turn` a page
/// for [`turned`].
pub fn start(enliven: Function, turn: Function) {
    embed::begin();
    TRAVEL.with_borrow_mut(|travel| (travel.enliven, travel.turn) = (Some(enliven), Some(turn)));
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
    let (here, living, other) = TRAVEL.with_borrow_mut(|travel| {
        let other = travel.here.query != query;
        (travel.here.query, travel.here.fragment) = (query, fragment);
        (travel.here.clone(), travel.living.clone(), other)
    });
    match living {
        Program::Here(living) if live_part().is_some() => {
            living.shift(here.inside(), &here.query, &here.fragment);
        }
        _ if other => popover::arrive(here.address().query_value("note")),
        _ => {}
    }
    if show {
        later(move || browser::show_fragment(&plain(&here.fragment)));
    }
}

/// A state of the live view itself was chosen: it is being shown. A browser that enters an address looks at the style of
/// all that is on the page; for a long list that is done when what was chosen is drawn. Elsewhere at once, so that who goes
/// Back comes to where the choice was made.
pub fn chosen(href: &str, step: Step) {
    enter_chosen();
    let list = TRAVEL.with_borrow_mut(|travel| {
        travel.chosen = Some((href.to_owned(), step));
        travel.here.inside().is_empty()
    });
    if list {
        browser::drawn(enter_chosen).forget();
    } else {
        enter_chosen();
    }
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
    let here = TRAVEL.with_borrow(|travel| travel.here.clone());
    let [path, ..] = here.parts(&href);
    let route = Route::parse(path.strip_prefix(&*here.root).unwrap_or(&path));
    if matches!(route, Route::Register { .. } | Route::Chronology) {
        // Known before its page has come.
        enliven();
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
    settle();
}

/// Asks for the program of the views that live, where it is not here.
fn enliven() {
    let enliven = TRAVEL.with_borrow_mut(|travel| {
        let away = matches!(travel.living, Program::Away);
        if away {
            travel.living = Program::Coming;
        }
        travel.enliven.clone().filter(|_| away)
    });
    if let Some(enliven) = enliven {
        let _ = enliven.call0(&JsValue::NULL);
    }
}

/// Takes the program of the views that live; nothing where it could not be had.
pub fn enlivened(living: Option<Living>) {
    TRAVEL.with_borrow_mut(|travel| travel.living = living.map_or(Program::Lost, Program::Here));
    settle();
}

/// Shows the page that is waited for once what lives on it can live; and has the live part of the one taken over that is
/// shown. Called whenever more is here.
pub fn settle() {
    let coming = TRAVEL.with_borrow(|travel| {
        let going = travel.going.as_ref()?;
        let page = going.page.as_ref()?;
        let [path, ..] = travel.here.parts(&going.href);
        // A page of the same path is that of the same view.
        let live = page.get_element_by_id("main").is_some_and(|main| main.has_attribute("data-live"));
        Some((live, path, way(page, "data-root", &going.href)))
    });
    let next = coming
        .filter(|(live, path, root)| !live || can_live(path.strip_prefix(&**root).unwrap_or(path)))
        .and_then(|_| TRAVEL.with_borrow_mut(|travel| travel.going.take()));
    if let Some(Turn { href, step, page: Some(page) }) = next {
        replace(&href, step, &page);
    } else if !TRAVEL.with_borrow(|travel| travel.lives) {
        take_over();
    }
}

/// Whether there is nothing to wait for before the view at a path of the edition is shown.
fn can_live(path: &str) -> bool {
    enliven();
    match TRAVEL.with_borrow(|travel| travel.living.clone()) {
        Program::Here(living) => living.lives(path),
        Program::Lost => true,
        Program::Away | Program::Coming => false,
    }
}

/// Puts a page in place of the one that is shown.
fn replace(href: &str, step: Option<Step>, page: &Document) {
    let living = TRAVEL.with_borrow_mut(|travel| {
        travel.passage = None;
        travel.lives = false;
        travel.living.clone()
    });
    if let Program::Here(living) = living {
        living.leave();
    }
    if let Some(main) = main_part() {
        // Yew never lets go of the element it listened at; it shall not hold the rest of the page. It may have begun to
        // listen a moment ago, before the view answered.
        main.remove();
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
    // What had the focus is gone: the Tab key goes on from the beginning of what is new, and who listens hears it.
    if let Some(main) = main_part() {
        popover::focus(main.unchecked_ref());
    }
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
        travel.unshown = show;
    });
    wishes::follow();
    popover::arrive(address.query_value("note"));
    let main = main_part();
    let letter = main.filter(|main| main.query_selector(".letter").is_ok_and(|letter| letter.is_some()));
    if let Some(main) = letter {
        let passage = Passage::begin(&main, locale);
        TRAVEL.with_borrow_mut(|travel| travel.passage = passage);
    }
    if live_part().is_some() {
        take_over();
    } else {
        stands();
    }
}

/// The part of the page that lives, if any.
fn live_part() -> Option<Element> {
    main_part().filter(|main| main.has_attribute("data-live"))
}

/// Nothing of the page moves any more by itself; whether its view lives.
pub fn stood(lives: bool) {
    TRAVEL.with_borrow_mut(|travel| travel.lives = lives);
    stands();
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

/// Has the live part of the page taken over.
fn take_over() {
    if live_part().is_none() {
        return;
    }
    enliven();
    let (living, here) = TRAVEL.with_borrow(|travel| (travel.living.clone(), travel.here.clone()));
    match living {
        Program::Here(living) => living.take_over(here.inside(), &here.query, &here.fragment),
        Program::Lost => {
            // The next page asks again.
            TRAVEL.with_borrow_mut(|travel| travel.living = Program::Away);
            stands();
        }
        Program::Away | Program::Coming => {}
    }
}
