//! The register of a kind of entries: look-up, filters, and a table that can be sorted.

mod table;

use crate::components::facet::{Choice, facet};
use crate::components::jump_bar::jump_bar;
use crate::context::Viewer;
use crate::i18n::{Strings, shown_of};
use crate::markup::markup;
use crate::route::{Address, Route, Step};
use crate::views::View;
use crate::web;
use edition::EntryKind;
use reader::{Period, RegisterPage, RegisterState, register_page};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the parts of the view share.
struct Register<'v> {
    viewer: &'v Viewer,
    kind: EntryKind,
    state: RegisterState,
}

/// The register of a kind of entries.
pub(crate) fn register(viewer: &Viewer, kind: EntryKind) -> View {
    let strings = viewer.strings();
    let words = &strings.register;
    let title = register_title(strings, kind);
    let state = RegisterState::from_query(&viewer.address.query);
    let folded = web::fold(&state.query);
    let page = register_page(&viewer.library, kind, &state, &folded, viewer.date_words());
    let register = Register { viewer, kind, state };
    let initials = page.groups.iter().filter_map(|group| group.initial);
    let body = markup! {
        <div key="register" class="register" data-kind={kind.word()}>
            <h1>{ title }</h1>
            { register.look_up() }
            { register.facets(&page) }
            <p role="status" class="register__found">
                { shown_of(words.found, page.found, page.total + if register.state.all { page.unmentioned } else { 0 }) }
            </p>
            if page.found == 0 {
                <p class="register__nothing">
                    { words.nothing }{ " " }<a href={Route::Register { kind }.href()}>{ words.clear }</a>
                </p>
            } else {
                { jump_bar(words.initials, "", initials) }
                { table::table(&register, &page) }
            }
        </div>
    };
    View { title: title.to_owned(), body }
}

impl Register<'_> {
    fn address(&self, state: &RegisterState) -> Address {
        Address { query: state.to_query(), ..Address::of(Route::Register { kind: self.kind }) }
    }

    /// The field, whose text stands in the address. The first character is a step of its own, the others replace it,
    /// so that Back leaves the search as a whole.
    fn look_up(&self) -> Html {
        let words = &self.viewer.strings().register;
        let (state, kind, go) = (self.state.clone(), self.kind, self.viewer.go.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            let query = event.target_unchecked_into::<HtmlInputElement>().value();
            let step = if state.query.is_empty() { Step::Push } else { Step::Replace };
            let query = RegisterState { query, ..state.clone() }.to_query();
            go.emit((Address { query, ..Address::of(Route::Register { kind }) }, step));
        });
        let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
        markup! {
            <form role="search" class="register__look-up" {onsubmit}>
                <label for="look-up">{ words.look_up }</label>
                <input type="search" id="look-up" name="q" value={self.state.query.clone()} {oninput}
                    autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" />
            </form>
        }
    }

    fn facets(&self, page: &RegisterPage<'_>) -> Html {
        let words = &self.viewer.strings().register;
        let state = &self.state;
        let choice = |label: AttrValue, count: usize, chosen: bool, next: RegisterState| Choice {
            label,
            count,
            href: self.address(&next).href(),
            chosen,
        };
        let [any, mut sender, mut recipient, mentioned] = words.roles;
        if self.kind == EntryKind::Place {
            [sender, recipient] = words.place_columns;
        }
        let labels = [any, sender, recipient, mentioned];
        let roles = page.roles.iter().zip(labels).map(|((role, count), label)| {
            choice(label.into(), *count, *role == state.role, RegisterState { role: *role, ..state.clone() })
        });
        let periods = page.periods.iter().map(|(period, count)| {
            let label = match *period {
                Period::Decade(first) => words.decade.count(first),
                Period::Century(first) => [first.to_string(), first.saturating_add(99).to_string()].join("–"),
            };
            let next = RegisterState { period: Some(*period), ..state.clone() };
            choice(label.into(), *count, state.period == Some(*period), next)
        });
        let any_time = choice(
            words.any_period.into(),
            page.any_period,
            state.period.is_none(),
            RegisterState { period: None, ..state.clone() },
        );
        let [(_, with), (_, without)] = page.identified;
        let counts = [(None, with + without), (Some(true), with), (Some(false), without)];
        let identified = counts.into_iter().zip(words.identifieds).map(|((identified, count), label)| {
            let next = RegisterState { identified, ..state.clone() };
            choice(label.into(), count, state.identified == identified, next)
        });
        let unmentioned = RegisterState { all: !state.all, ..state.clone() };
        markup! {
            <div class="register__facets" role="group" aria-label={words.filters}>
                if has_letters(self.kind) {
                    { facet(words.role, roles.collect()) }
                }
                { facet(words.period, std::iter::once(any_time).chain(periods).collect()) }
                { facet(words.identified, identified.collect()) }
                if page.unmentioned > 0 {
                    <p class="facet">
                        <a class="facet__choice" href={self.address(&unmentioned).href()} aria-current={state.all.then_some("true")}>
                            { words.unmentioned.count(page.unmentioned) }
                        </a>
                    </p>
                }
            </div>
        }
    }
}

/// Only persons, organisations and places send or receive.
fn has_letters(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Person | EntryKind::Organisation | EntryKind::Place)
}

/// The heading of a register.
pub(crate) fn register_title(strings: &Strings, kind: EntryKind) -> &'static str {
    let words = &strings.shell;
    match kind {
        EntryKind::Person => words.persons,
        EntryKind::Place => words.places,
        EntryKind::Organisation | EntryKind::Abbreviation => words.organisations,
        EntryKind::Work => words.works,
        EntryKind::Event => words.events,
        EntryKind::Office => words.offices,
    }
}
