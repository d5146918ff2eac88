//! The axis: a row of buttons, one a bin or fold, under them the lanes. The keys act while the focus is inside.

use super::card::{card, card_id, key};
use super::list::origin_word;
use super::shape::shape;
use super::{Page, dom};
use crate::hooks::{for_good, use_after, use_kept};
use crate::markup::markup;
use crate::route::Step;
use dates::DateForm;
use reader::timeline::{Cell, Column, Moment, TimelineState, doubtful};
use yew::prelude::*;

/// The axis.
#[hook]
pub(super) fn use_strip(page: &Page) -> Html {
    let columns = &page.timeline.columns;
    let strip = use_node_ref();
    // The column that the Tab key comes to, and where a range picked by keys began.
    let at = use_kept(|| first_stop(columns));
    let anchor = use_mut_ref(|| 0_usize);
    let entered = use_mut_ref(|| false);
    let grip = use_mut_ref(|| None::<usize>);
    let stop = at.get().min(columns.len().saturating_sub(1));
    {
        // After a step in or out the focus is on the new axis.
        let (entered, at) = (entered.clone(), at.clone());
        let first = first_stop(columns);
        use_after(
            page.state.query(),
            for_good(move || {
                if entered.replace(false) {
                    at.set(first);
                    dom::focus(&dom::column_id(first));
                }
            }),
        );
    }

    let onkeydown = {
        let (page, at, anchor, entered) = (page.clone(), at.clone(), anchor.clone(), entered.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let Some(column) = dom::column_of(&event) else { return };
            let last = page.timeline.columns.len().saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowRight" => (column + 1).min(last),
                "ArrowLeft" => column.saturating_sub(1),
                "PageDown" => (column + 10).min(last),
                "PageUp" => column.saturating_sub(10),
                "Home" => 0,
                "End" => last,
                key @ ("Enter" | "Backspace") => {
                    event.prevent_default();
                    let next = if key == "Enter" {
                        page.timeline.enter(&page.state, column)
                    } else {
                        page.state.up(&page.viewer.library)
                    };
                    // A pick leaves the axis, and the focus, where they are.
                    let unpicked = |state: &TimelineState| {
                        let mut state = state.clone();
                        state.picked = None;
                        state.query()
                    };
                    *entered.borrow_mut() = unpicked(&next) != unpicked(&page.state);
                    page.push(&next);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            at.set(next);
            dom::focus(&dom::column_id(next));
            if event.shift_key() {
                let from = *anchor.borrow();
                pick(&page, from, next);
            } else {
                *anchor.borrow_mut() = next;
            }
        })
    };
    let onclick = {
        let (page, at, anchor) = (page.clone(), at.clone(), anchor.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(column) = dom::column_of(&event) else { return };
            at.set(column);
            if event.shift_key() {
                let from = *anchor.borrow();
                pick(&page, from, column);
            } else {
                *anchor.borrow_mut() = column;
                let fold = page.timeline.columns.get(column).is_some_and(Column::is_break);
                let step = if fold {
                    page.timeline.enter(&page.state, column)
                } else {
                    page.timeline.pick(&page.state, column, column)
                };
                page.push(&step);
            }
        })
    };
    let onpointerdown = {
        let (strip, grip) = (strip.clone(), grip.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(other) = dom::grip(&event) {
                event.prevent_default();
                dom::capture(&strip, &event);
                *grip.borrow_mut() = Some(other);
            }
        })
    };
    let onpointermove = {
        let (page, grip) = (page.clone(), grip.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(other) = *grip.borrow() else { return };
            if let Some(column) = dom::column_under(&event) {
                pick(&page, other, column);
            }
        })
    };
    let let_go = Callback::from(move |_: PointerEvent| *grip.borrow_mut() = None);

    let words = &page.viewer.strings().timeline;
    let picked: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].picked).collect();
    let ends = picked.first().copied().zip(picked.last().copied());
    markup! {
        <div class="timeline__frame">
            <ul class="timeline__lanes" role="list">
                { for page.timeline.lanes.iter().zip(&page.timeline.bar_rows).map(|(lane, rows)| markup! {
                    <li class={with_rows("timeline__lane", *rows)}>{ shape(lane.kind()) }<span>{ page.lane(*lane) }</span></li>
                }) }
            </ul>
            <ol ref={strip} class="timeline__strip" role="list" aria-label={words.axis}
                {onkeydown} {onclick} {onpointerdown} {onpointermove}
                onpointerup={let_go.clone()} onpointercancel={let_go}>
                { for columns.iter().enumerate().map(|(nth, column)| self::column(page, nth, column, nth == stop, ends)) }
            </ol>
            <div class="popovers">{ for columns.iter().enumerate().map(|(nth, column)| card(page, nth, column)) }</div>
        </div>
    }
}

/// Picks a range while it is being drawn: one step in the history, however far it goes.
fn pick(page: &Page, from: usize, to: usize) {
    let state = page.with(&|state| state.picked = None);
    let next = page.timeline.pick(&state, from, to);
    page.go(&next, if page.state.picked.is_some() { Step::Replace } else { Step::Push });
}

/// The column that the Tab key comes to first: the first that is picked, else the first with a date of its own.
fn first_stop(columns: &[Column]) -> usize {
    let picked = columns.iter().position(|column| column.picked);
    picked.or_else(|| columns.iter().position(|column| column.certain > 0)).unwrap_or_default()
}

fn column(page: &Page, nth: usize, column: &Column, stop: bool, ends: Option<(usize, usize)>) -> Html {
    let words = &page.viewer.strings().timeline;
    let fold = column.is_break();
    let mut class = String::from("timeline__column");
    for (set, name) in [
        (fold, " is-break"),
        (column.picked, " is-picked"),
        (column.total() == 0, " is-empty"),
        (column.piece.is_none(), " is-undated"),
    ] {
        class.push_str(if set { name } else { "" });
    }
    let pressed = (!fold).then_some(if column.picked { "true" } else { "false" });
    let interestfor = (column.total() > 0).then(|| card_id(nth));
    let current =
        page.timeline.current.is_some_and(|current| column.listed.contains(&current)).then_some("date");
    let grip = |other: usize, class: &'static str| {
        markup! { <span {class} data-other-end={other.to_string()} aria-hidden="true"></span> }
    };
    markup! {
        <li key={key(column)} {class} data-column={nth.to_string()}>
            <button type="button" id={dom::column_id(nth)} tabindex={if stop { "0" } else { "-1" }}
                aria-pressed={pressed} aria-expanded={fold.then_some("false")} aria-current={current} {interestfor}>
                <span class="timeline__cells" aria-hidden="true">{ for column.cells.iter().zip(&page.timeline.bar_rows).map(|(cell, rows)| self::cell(page, cell, *rows)) }</span>
                <span class="timeline__label">{ page.label(column, DateForm::Short) }</span>
                <span class="visually-hidden">
                    { ": " }
                    if fold {
                        { words.folded }{ ", " }
                    }
                    { page.numbers(column) }
                </span>
            </button>
            if let Some((first, last)) = ends.filter(|_| column.piece.is_some()) {
                if first == nth {
                    { grip(last, "timeline__grip is-first") }
                }
                if last == nth {
                    { grip(first, "timeline__grip is-last") }
                }
            }
        </li>
    }
}

/// The class of a part of a lane, with how many rows of bars it has.
fn with_rows(part: &'static str, rows: usize) -> String {
    [part, [" has-bars-0", " has-bars-1", " has-bars-2", " has-bars-3"].get(rows).unwrap_or(&"")].concat()
}

fn cell(page: &Page, cell: &Cell, rows: usize) -> Html {
    let moment = |at: usize| page.viewer.library.moments().get(at);
    // More than are drawn one by one are a number, with one mark for all of them.
    let many = cell.certain > 3;
    let mark = |at: &usize| {
        let Some(moment) = moment(*at) else { return Html::default() };
        let hollow = if many { !cell.sure } else { doubtful(moment) };
        let class = if hollow { "mark is-doubtful" } else { "mark" };
        let origin = (!many).then_some(origin_word(moment.origin));
        markup! { <span {class} data-origin={origin}>{ shape(moment.kind) }</span> }
    };
    markup! {
        <span class={with_rows("timeline__cell", rows)}>
            <span class="timeline__marks">
                { for cell.marks.iter().take(if many { 1 } else { 3 }).map(mark) }
                // Where a column has no room for its marks, it shows the number alone.
                if cell.certain > 1 {
                    <span class="timeline__number" data-long={(cell.certain > 999).then_some("")}>{ cell.certain }</span>
                }
            </span>
            { for cell.bars.iter().filter_map(|bar| {
                let moment = moment(bar.moment)?;
                Some(self::bar(moment, bar.row, [bar.begins, bar.ends, bar.lasts]))
            }) }
        </span>
    }
}

fn bar(moment: &Moment, row: usize, [begins, ends, lasts]: [bool; 3]) -> Html {
    let mut class = String::from(match row {
        0 => "bar bar--0",
        1 => "bar bar--1",
        _ => "bar bar--2",
    });
    for (set, name) in [
        (begins, " is-first"),
        (ends, " is-last"),
        (!lasts, " is-spread"),
        (doubtful(moment), " is-doubtful"),
    ] {
        class.push_str(if set { name } else { "" });
    }
    markup! {
        <span {class} data-origin={origin_word(moment.origin)}>
            if begins && lasts {
                <span class="bar__words">{ &*moment.as_written }</span>
            }
        </span>
    }
}
