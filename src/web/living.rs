//! The views that live, as their page calls them: a program of its own, fetched with the first page that has one. The program
//! of the page (`travel`) says when a view is to begin and to end; it is told what was chosen in it.

use super::browser::{self, document, later, main_part};
use super::growing::{Growing, List};
use super::here::ways;
use super::{edition, notices};
use crate::i18n::Locale;
use crate::live::LiveProps;
use crate::part::{Part, PartProps};
use crate::route::{Address, Route, Step, stand};
use crate::views;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, InputEvent, InputEventInit};
use yew::{AppHandle, Callback, Html};

#[wasm_bindgen]
extern "C" {
    /// The program of the page, as this one sees it.
    #[derive(Clone)]
    pub type Page;

    /// More of the edition is here, or it cannot be opened.
    #[wasm_bindgen(method)]
    fn settle(this: &Page);

    /// Nothing of the page moves any more by itself; whether its view lives.
    #[wasm_bindgen(method)]
    fn stood(this: &Page, lives: bool);

    /// A state of the view was chosen: its address, and whether Back undoes it.
    #[wasm_bindgen(method)]
    fn chosen(this: &Page, href: &str, push: bool);
}

#[derive(Default)]
struct Living {
    page: Option<Page>,
    live: Option<AppHandle<Part>>,
    /// Takes the live view to another state of itself.
    shift: Option<Callback<Address>>,
    /// The rows of a list; those that were on the page before its live view, to begin with.
    rows: Option<Growing>,
}

thread_local! {
    static LIVING: RefCell<Living> = RefCell::default();
}

/// Begins. `bring` fetches a file of the edition for [`edition::arrived`].
pub fn begin(bring: Function, page: Page) {
    edition::bring_by(bring);
    LIVING.with_borrow_mut(|living| living.page = Some(page));
}

fn tell_page(what: impl FnOnce(&Page)) {
    let page = LIVING.with_borrow(|living| living.page.clone());
    if let Some(page) = page {
        what(&page);
    }
}

/// More of the edition is here, or it cannot be opened. To read it was one task, to show it is another: the page answers in
/// between.
pub(super) fn more() {
    later(|| tell_page(Page::settle));
}

/// Whether everything is here that the view at a path of the edition needs; what is not is asked for.
#[must_use]
pub fn lives(path: &str) -> bool {
    match edition::library() {
        Ok(Some(library)) => {
            let needs = views::needs(&library, &Route::parse(path));
            edition::ask(&needs);
            needs.is_empty() || needs.iter().any(|name| library.is_missing(name))
        }
        Ok(None) => false,
        // There is nothing to wait for.
        Err(_) => true,
    }
}

/// Lets a component take over the live part of the page, once its data are there.
pub fn take_over(path: &str, query: &str, fragment: &str) {
    let Some(main) = main_part().filter(|main| main.has_attribute("data-live")) else {
        return;
    };
    let begun = LIVING.with_borrow(|living| living.live.is_some());
    if begun || !lives(path) {
        return;
    }
    #[cfg(not(feature = "ssr"))]
    if !main.get_attribute("data-live").is_some_and(crate::i18n::speak) {
        // The page is of another build than this program: it stays what it is.
        return tell_page(|page| page.stood(false));
    }
    stand(ways());
    let lang = document().document_element().and_then(|root| root.get_attribute("lang"));
    let locale = Locale::wanted(lang.as_deref()).unwrap_or_default();
    let address = Address::parse(path, query, fragment);
    let library = match edition::library() {
        Ok(Some(library)) => library,
        Ok(None) => return,
        Err(error) => {
            edition::forget_error();
            notices::failed(&main, error, locale);
            return tell_page(|page| page.stood(false));
        }
    };
    let missing = views::needs(&library, &address.route);
    if !missing.is_empty() {
        let [path, query, fragment] = [path, query, fragment].map(str::to_owned);
        notices::lacking(&main, &missing, locale, move || {
            edition::retry();
            take_over(&path, &query, &fragment);
        });
        return tell_page(|page| page.stood(false));
    }
    begin_in(main, LiveProps { library, address, locale });
}

fn begin_in(main: Element, props: LiveProps) {
    let list = main.query_selector(".letters__rows").ok().flatten();
    // The view was printed as it is at its plain address, or not at all.
    let plain = props.address.query.is_empty();
    let same = list.is_none() && plain && main.has_child_nodes();
    // A list that was printed in part is begun anew, and grows.
    let rows = list.filter(|list| plain && list.has_attribute("data-whole"));
    LIVING.with_borrow_mut(|living| living.rows = Growing::around(rows));
    let typed = browser::field().map(|field| field.value()).filter(|typed| !typed.is_empty());
    let renderer = yew::Renderer::<Part>::with_root_and_props(main.clone(), PartProps::Live(props));
    let handle = if same {
        renderer.hydrate()
    } else {
        main.set_text_content(None);
        renderer.render()
    };
    LIVING.with_borrow_mut(|living| living.live = Some(handle));
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
        if LIVING.with_borrow(|living| living.live.is_some()) {
            tell_page(|page| page.stood(true));
        }
    });
}

/// The reader wants another state of the view.
pub fn shift(path: &str, query: &str, fragment: &str) {
    let shift = LIVING.with_borrow(|living| living.shift.clone());
    if let Some(shift) = shift {
        shift.emit(Address::parse(path, query, fragment));
    }
}

/// The page is left.
pub fn leave() {
    let live = LIVING.with_borrow_mut(|living| {
        (living.shift, living.rows) = (None, None);
        living.live.take()
    });
    if let Some(live) = live {
        live.destroy();
    }
}

/// A state of the view itself was chosen: it is being shown.
pub fn step(address: &Address, step: Step) {
    tell_page(|page| page.chosen(&address.href(), step == Step::Push));
}

/// Calls back when the reader wants another state of the live view.
pub fn on_shift(callback: Callback<Address>) {
    LIVING.with_borrow_mut(|living| living.shift = Some(callback));
}

/// The long list of the page.
pub(crate) fn long(list: List) -> Html {
    let rows = LIVING.with_borrow(|living| living.rows.clone());
    rows.map_or_else(Html::default, |rows| rows.show(list))
}
