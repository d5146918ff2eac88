//! One filter of the list: a choice of senders, of years and so on.

use super::{address, in_words};
use crate::context::Viewer;
use crate::hooks::use_kept;
use crate::markup::markup;
use crate::route::Step;
use crate::web;
use reader::{Facet, ListState, choices};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a filter needs to know.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FilterSelectProps {
    pub(super) viewer: Viewer,
    pub(super) facet: Facet,
    pub(super) label: &'static str,
    pub(super) state: ListState,
    /// Whether there is something to choose.
    pub(super) offered: bool,
}

/// What can be chosen, as it is on the page.
struct Options {
    /// In which list, but for this filter; how much that narrows does not depend on it.
    others: ListState,
    /// What was chosen.
    chosen: String,
    /// All that can be chosen, or only what is.
    whole: bool,
    /// The elements.
    html: Html,
}

/// A filter. A component: it knows whether it is being used. Until then it holds only what is chosen, because a browser
/// measures all the choices of a closed list, and there may be a thousand.
#[component]
pub(crate) fn FilterSelect(props: &FilterSelectProps) -> Html {
    let FilterSelectProps { viewer, facet, label, state, offered } = props;
    let used = use_kept(|| false);
    let known = use_mut_ref(|| None::<Options>);
    let chosen = state.chosen(*facet);
    if !offered {
        return Html::default();
    }
    let to_be = |now: bool| {
        let used = used.clone();
        move || used.set(now)
    };
    // A finger or a pointer opens the list before the focus has come.
    let (press, focus, blur) = (to_be(true), to_be(true), to_be(false));
    let onpointerdown = Callback::from(move |_: PointerEvent| press());
    let onfocus = Callback::from(move |_: FocusEvent| focus());
    let onblur = Callback::from(move |_: FocusEvent| blur());
    let onchange = {
        let (go, state, facet, known) = (viewer.go.clone(), state.clone(), *facet, known.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            // The browser shows it already.
            if let Some(known) = &mut *known.borrow_mut() {
                known.chosen.clone_from(&value);
            }
            go.emit((address(&state.with(facet, &value)), Step::Push));
        })
    };
    let (others, chosen, whole) = (state.with(*facet, ""), chosen.unwrap_or_default(), used.get());
    let mut known = known.borrow_mut();
    let same = |known: &&Options| known.others == others && known.chosen == chosen && known.whole == whole;
    let html = known.as_ref().filter(same).map(|known| known.html.clone());
    let html = html.unwrap_or_else(|| {
        let wanted = whole || !chosen.is_empty();
        let choices = if wanted { choices(&viewer.library, state, *facet) } else { Vec::new() };
        let shown = choices.iter().filter(|choice| whole || choice.key == chosen);
        // What was chosen stays to be seen where it would show nothing.
        let lost = !chosen.is_empty() && choices.iter().all(|choice| choice.key != chosen);
        markup! {
            <>
                { option("", viewer.strings().letters.any, chosen) }
                { lost.then(|| option(chosen, &[chosen, " (0)"].concat(), chosen)) }
                { for shown.map(|choice| option(&choice.key, &in_words(choice), chosen)) }
            </>
        }
    });
    *known = Some(Options { others, chosen: chosen.to_owned(), whole, html: html.clone() });
    markup! {
        <label class="letters__filter">
            <span>{ *label }</span>
            <select name={facet.word()} {onchange} {onfocus} {onpointerdown} {onblur}>
                { html }
            </select>
        </label>
    }
}

/// Something that can be chosen. There may be many: nothing to be compared.
fn option(key: &str, name: &str, chosen: &str) -> Html {
    let selected = (chosen == key).then_some("");
    web::still(markup! { <option value={key.to_owned()} {selected}>{ name.to_owned() }</option> })
}
