//! The letters of an edition: filters, order, and all letters in groups.

mod filter;
mod rows;

use crate::components::jump_bar::jump_bar;
use crate::context::Viewer;
use crate::i18n::shown_of;
use crate::markup::markup;
use crate::part::PartProps;
use crate::route::{Address, Route, Step};
use crate::views::View;
pub(crate) use filter::{FilterSelect, FilterSelectProps};
use reader::{Choice, Facet, GroupHeading, Label, LetterList, ListOrder, ListState, letter_list};
use rows::Piece;
#[cfg(feature = "ssr")]
pub(crate) use rows::is_cut;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The list of letters.
pub(crate) fn letters(viewer: &Viewer) -> View {
    let strings = viewer.strings();
    let words = &strings.letters;
    let header = viewer.library.header();
    let lang = viewer.lang();
    let state = ListState::from_query(&viewer.address.query);
    let list = letter_list(&viewer.library, &state);
    let pieces = pieces(viewer, &list);
    let cut = rows::is_cut(list.found);
    let all = Route::Letters.href();
    // Years and initials are a bar; names would be a page.
    let by_year = matches!(state.order, ListOrder::Earliest | ListOrder::Latest);
    let bar = by_year.then(|| {
        jump_bar(
            strings.shell.years,
            if cut { &all } else { "" },
            pieces.iter().map(|piece| piece.heading.as_str()),
        )
    });
    let body = markup! {
        <div key="letters" class="letters">
            <h1 lang={lang.clone()}>{ &*header.title }</h1>
            if !header.description.is_empty() {
                <p class="letters__description" {lang}>{ &*header.description }</p>
            }
            { filters(viewer, &state, list.facets) }
            <p role="status" class="letters__count">{ shown_of(words.found, list.found, list.total) }</p>
            if list.found == 0 {
                <p class="letters__nothing">{ words.nothing }{ " " }<a href={Route::Home.href()}>{ words.clear }</a></p>
            }
            { bar }
            { rows::rows(viewer, pieces) }
            if cut {
                <p class="letters__nothing"><a href={all}>{ shown_of(words.found, list.found, list.total) }</a></p>
            }
        </div>
    };
    View { title: strings.shell.letters.to_owned(), body }
}

/// All letters in a line each, by date: what the list is without a program, where it is too long to be printed twice.
#[cfg(feature = "ssr")]
pub(crate) fn all(viewer: &Viewer) -> View {
    let strings = viewer.strings();
    let list = letter_list(&viewer.library, &ListState::default());
    let pieces = pieces(viewer, &list);
    let years = pieces.iter().map(|piece| piece.heading.as_str());
    let body = markup! {
        <div key="letters" class="letters">
            <h1>{ strings.shell.letters }</h1>
            { jump_bar(strings.shell.years, "", years) }
            { rows::all(viewer, &pieces) }
        </div>
    };
    View { title: strings.shell.letters.to_owned(), body }
}

fn pieces(viewer: &Viewer, list: &LetterList<'_>) -> Vec<Piece> {
    let groups = list.groups.iter();
    groups
        .map(|group| Piece { heading: heading(viewer, group.heading), letters: group.letters.clone() })
        .collect()
}

fn heading(viewer: &Viewer, heading: GroupHeading<'_>) -> String {
    match heading {
        GroupHeading::Year(year) => {
            year.map_or_else(|| viewer.strings().letters.without_date.to_owned(), |year| year.to_string())
        }
        GroupHeading::Party(party) => party.unwrap_or(viewer.strings().letters.unknown).to_owned(),
    }
}

/// What the list can be narrowed by, and its order. Each choice is a step of its own in the history.
fn filters(viewer: &Viewer, state: &ListState, facets: [bool; 6]) -> Html {
    let words = &viewer.strings().letters;
    let facets = Facet::ALL.into_iter().zip(words.facets).zip(facets);
    let selects = facets.map(|((facet, label), offered)| {
        let (viewer, state) = (viewer.clone(), state.clone());
        PartProps::Filter(FilterSelectProps { viewer, facet, label, state, offered }).html()
    });
    let onchange = {
        let (go, state) = (viewer.go.clone(), state.clone());
        Callback::from(move |event: Event| {
            let order = ListOrder::parse(&event.target_unchecked_into::<HtmlSelectElement>().value());
            go.emit((address(&state.ordered(order)), Step::Push));
        })
    };
    markup! {
        <div class="letters__filters" role="group" aria-label={words.filters}>
            { for selects }
            <label class="letters__filter">
                <span>{ words.order }</span>
                <select name="sort" {onchange}>
                    { for ListOrder::ALL.into_iter().zip(words.orders).map(|(order, name)| markup! {
                        <option value={order.word()} selected={state.order == order}>{ name }</option>
                    }) }
                </select>
            </label>
            { between(viewer, state) }
            if state.narrows() {
                <a class="letters__clear" href={address(&ListState::default().ordered(state.order)).href()}>{ words.clear }</a>
            }
        </div>
    }
}

/// The way to a correspondence that was chosen, where both are known.
fn between(viewer: &Viewer, state: &ListState) -> Option<Html> {
    let (one, other) = state.chosen(Facet::Correspondence)?.split_once(' ')?;
    if one.starts_with('~') || other.contains('~') {
        return None;
    }
    let href = Route::Correspondence { one: one.into(), other: other.into() }.href();
    Some(markup! { <a class="letters__between" {href}>{ viewer.strings().letters.correspondence }</a> })
}

/// `Joffe, Adolf (12)`
fn in_words(choice: &Choice<'_>) -> String {
    let mut name = match choice.label {
        Label::Name(name) => name.to_owned(),
        Label::Pair(one, other) => [one, " – ", other].concat(),
        Label::Year(year) => year.to_string(),
    };
    name.push_str(" (");
    name.push_str(&choice.count.to_string());
    name.push(')');
    name
}

fn address(state: &ListState) -> Address {
    Address { query: state.to_query(), ..Address::of(Route::Home) }
}
