//! Switches, date fields and steps, and how much is shown.

use super::Page;
use super::shape::shape;
use crate::hooks::use_kept;
use crate::i18n::shown_of;
use crate::markup::markup;
use crate::route::Step;
use dates::DateForm;
use reader::timeline::{MomentKind, Picked, Stretch, TimelineState, Width, correspondents, parse_period};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The kinds of dates with their shapes, each with a switch.
pub(super) fn kinds(page: &Page) -> Html {
    markup! {
        <fieldset class="timeline__kinds">
            <legend>{ page.viewer.strings().timeline.kinds_label }</legend>
            { for MomentKind::ALL.into_iter().enumerate().map(|(nth, kind)| kind_switch(page, nth, kind)) }
        </fieldset>
    }
}

/// How much is shown, and the steps from there. Below the axis, so that it stays under the finger.
pub(super) fn status_and_steps(page: &Page) -> Html {
    markup! {
        <div class="timeline__steps">
            <p role="status">{ status(page) }</p>
            { steps(page) }
        </div>
    }
}

/// Date fields, correspondent, width of a bin, folds and table.
pub(super) fn fields(page: &Page, range: [Html; 2]) -> Html {
    let words = &page.viewer.strings().timeline;
    let state = &page.state;
    markup! {
        <div class="timeline__fields">
            { for range }
            { with(page) }
            { scale(page) }
            { switch(page, words.fold, !state.linear, page.with(&|state| state.linear = !state.linear)) }
            { switch(page, words.table, state.table, page.with(&|state| state.table = !state.table)) }
        </div>
    }
}

fn switch(page: &Page, label: &'static str, checked: bool, next: TimelineState) -> Html {
    let onchange = page.step::<Event>(next);
    markup! { <label class="timeline__switch"><input type="checkbox" {checked} {onchange} />{ label }</label> }
}

fn kind_switch(page: &Page, nth: usize, kind: MomentKind) -> Html {
    let count = page.timeline.kinds[nth];
    let shown = page.state.shows(kind);
    if count == 0 && shown {
        return Html::default();
    }
    let onchange = page.step::<Event>(page.with(&|state| {
        if shown {
            state.off.push(kind);
        } else {
            state.off.retain(|off| *off != kind);
        }
        state.picked = None;
    }));
    let lane = page.viewer.strings().timeline.lanes[nth];
    markup! {
        <label class="timeline__switch">
            <input type="checkbox" checked={shown} {onchange} />{ shape(kind) }{ lane }{ " " }<span class="timeline__count">{ count }</span>
        </label>
    }
}

fn with(page: &Page) -> Option<Html> {
    let [label, everyone] = page.viewer.strings().timeline.with;
    let mut people = correspondents(&page.viewer.library).peekable();
    people.peek()?;
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let with = (!value.is_empty()).then(|| value.as_str().into());
            page.push(&page.with(&|state| (state.with, state.picked) = (with.clone(), None)));
        })
    };
    let chosen = page.state.with.as_ref();
    Some(markup! {
        <label class="timeline__field">
            <span>{ label }</span>
            <select id="timeline-with" {onchange}>
                <option value="" selected={chosen.is_none()}>{ everyone }</option>
                { for people.map(|(id, party)| markup! {
                    <option value={id.as_str()} selected={chosen == Some(id)}>{ &*party.sort_name }</option>
                }) }
            </select>
        </label>
    })
}

fn scale(page: &Page) -> Html {
    let words = &page.viewer.strings().timeline;
    let [label, automatic] = words.scale;
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let width = Width::parse(&event.target_unchecked_into::<HtmlSelectElement>().value());
            page.push(&page.with(&|state| state.width = width));
        })
    };
    let chosen = page.state.width;
    markup! {
        <label class="timeline__field">
            <span>{ label }</span>
            <select id="timeline-scale" {onchange}>
                <option value="" selected={chosen.is_none()}>{ automatic }</option>
                { for Width::ALL.into_iter().zip(words.scales).map(|(width, name)| markup! {
                    <option value={width.word()} selected={chosen == Some(width)}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

fn status(page: &Page) -> String {
    let words = &page.viewer.strings().timeline;
    let mut out = shown_of(words.status, page.timeline.listed, page.timeline.total);
    let days = match page.state.picked {
        Some(Picked::Undated) => Some(page.viewer.strings().letters.without_date.to_owned()),
        Some(Picked::Days(days)) => Some(page.days(days, DateForm::Long)),
        None => page.timeline.range.map(|range| page.days(range, DateForm::Long)),
    };
    if let Some(days) = days.filter(|_| page.timeline.total > 0) {
        out.push_str(", ");
        out.push_str(&days);
    }
    if page.timeline.too_fine {
        let at = Width::ALL.into_iter().position(|width| width == page.timeline.width);
        out.push_str(". ");
        out.push_str(words.too_fine);
        out.push(' ');
        out.push_str(at.map_or("…", |at| words.scales[at]));
        out.push('.');
    }
    out
}

fn steps(page: &Page) -> Html {
    let words = &page.viewer.strings().timeline;
    let state = &page.state;
    let button = |label: &'static str, next: TimelineState| {
        let onclick = page.step::<MouseEvent>(next);
        markup! { <button type="button" class="timeline__button" {onclick}>{ label }</button> }
    };
    let ranged = state.from.is_some() || state.to.is_some();
    let picked = matches!(state.picked, Some(Picked::Days(days)) if Some(days) != page.timeline.range);
    let narrowed = ranged || state.picked.is_some() || state.around.is_some() || !state.open.is_empty();
    markup! {
        <>
            if picked {
                { button(words.enter_picked, page.timeline.enter_picked(state)) }
            }
            if narrowed {
                { button(words.up, state.up(&page.viewer.library)) }
                { button(words.reset, page.with(&|state| {
                    (state.from, state.to, state.picked, state.around) = (None, None, None, None);
                    state.open.clear();
                })) }
            }
        </>
    }
}

/// The date field of the beginning, or of the end: what is typed counts as soon as it is a date.
#[hook]
pub(super) fn use_date_field(page: &Page, end: bool) -> Html {
    let words = &page.viewer.strings().timeline;
    let typed = use_kept(|| None::<String>);
    let stands = if end { page.state.to } else { page.state.from };
    let value = typed.get().unwrap_or_else(|| written(stands, end));
    let wrong = !value.trim().is_empty() && parse_period(&value).is_none();
    let oninput = {
        let (page, typed) = (page.clone(), typed.clone());
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            let period = parse_period(&value);
            if period.is_some() || value.trim().is_empty() {
                let next = page.with(&|state| {
                    (state.picked, state.around) = (None, None);
                    *(if end { &mut state.to } else { &mut state.from }) = period;
                });
                page.go(&next, Step::Replace);
            }
            typed.set(Some(value));
        })
    };
    // Once left, the field shows what holds; what is no date stays to be mended.
    let onblur = {
        let typed = typed.clone();
        Callback::from(move |_: FocusEvent| {
            if !wrong {
                typed.set(None);
            }
        })
    };
    let (id, hint) =
        if end { ("timeline-to", "timeline-to-hint") } else { ("timeline-from", "timeline-from-hint") };
    markup! {
        <label class="timeline__field">
            <span>{ words.from_to[usize::from(end)] }</span>
            <input type="text" {id} autocomplete="off" spellcheck="false" size="11" {value} {oninput} {onblur}
                placeholder={words.field_form} aria-invalid={wrong.then_some("true")} aria-describedby={hint} />
            <span id={hint} class={if wrong { "timeline__hint is-wrong" } else { "timeline__hint visually-hidden" }}>
                { if wrong { words.field_wrong } else { words.field_hint } }
            </span>
        </label>
    }
}

/// A side of the range as it would be typed: the day it begins with, or ends with.
fn written(period: Option<Stretch>, end: bool) -> String {
    let mut state = TimelineState::default();
    match period {
        Some(period) if end => state.to = Some(period),
        Some(period) => state.from = Some(period),
        None => return String::new(),
    }
    state.query().split_once('=').map_or_else(String::new, |(_, value)| value.to_owned())
}
