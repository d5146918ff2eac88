//! One filter of the list: a choice of senders, of years and so on.

use super::address;
use crate::context::Viewer;
use crate::hooks::{Kept, use_kept};
use crate::markup::markup;
use crate::route::Step;
use crate::web;
use reader::{Facet, ListState};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// Its value in the address.
    pub(super) key: String,
    /// What it is called, with how many letters it would show.
    pub(super) name: String,
}

/// What a filter needs to know.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FilterSelectProps {
    pub(super) viewer: Viewer,
    pub(super) facet: Facet,
    pub(super) label: &'static str,
    pub(super) state: ListState,
    pub(super) choices: Vec<Offer>,
}

/// A filter. A component: it knows whether it was touched. Until then it holds only what is chosen, because a browser
/// measures all the choices of a closed list, and there may be a thousand.
#[component]
pub(crate) fn FilterSelect(props: &FilterSelectProps) -> Html {
    let FilterSelectProps { viewer, facet, label, state, choices } = props;
    let touched = use_kept(|| false);
    let chosen = state.chosen(*facet);
    // With one thing to choose there is nothing to choose.
    if choices.len() < 2 && chosen.is_none() {
        return Html::default();
    }
    let touch = |touched: Kept<bool>| {
        move || {
            if !touched.get() {
                touched.set(true);
            }
        }
    };
    let onfocus = Callback::from({
        let touch = touch(touched.clone());
        move |_: FocusEvent| touch()
    });
    // A finger or a pointer opens the list before the focus has come.
    let onpointerdown = Callback::from({
        let touch = touch(touched.clone());
        move |_: PointerEvent| touch()
    });
    let onchange = {
        let (go, state, facet) = (viewer.go.clone(), state.clone(), *facet);
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            go.emit((address(&state.with(facet, &value)), Step::Push));
        })
    };
    let option = |key: &str, name: &str| {
        let selected = (chosen.unwrap_or_default() == key).then_some("");
        // Many, and made anew with every choice: nothing to be compared.
        web::still(markup! { <option value={key.to_owned()} {selected}>{ name.to_owned() }</option> })
    };
    // What was chosen stays to be seen where it would show nothing.
    let lost = chosen.filter(|chosen| choices.iter().all(|offer| offer.key != *chosen));
    let shown = choices.iter().filter(|offer| touched.get() || chosen == Some(&*offer.key));
    markup! {
        <label class="letters__filter">
            <span>{ *label }</span>
            <select name={facet.word()} {onchange} {onfocus} {onpointerdown}>
                { option("", viewer.strings().letters.any) }
                { lost.map(|lost| option(lost, &[lost, " (0)"].concat())) }
                { for shown.map(|offer| option(&offer.key, &offer.name)) }
            </select>
        </label>
    }
}
