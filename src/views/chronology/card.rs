//! The card of a bin: its numbers, its first dates, the way to all of them.

use super::Page;
use super::shape::shape;
use crate::markup::markup;
use crate::popover::frame;
use crate::route::Route;
use dates::DateForm;
use reader::timeline::{Column, Moment, Picked};
use yew::prelude::*;

/// What tells a column from others, so that a card never shows the dates of another.
pub(super) fn key(column: &Column) -> String {
    column.stretch().map_or_else(
        || "undated".to_owned(),
        |stretch| [stretch.first.to_string(), stretch.last.to_string()].join("_"),
    )
}

/// The identifier of a column's card.
pub(super) fn card_id(nth: usize) -> String {
    ["bins-", &nth.to_string()].concat()
}

/// What hovering or focusing a column shows: its numbers, its first dates, the way to all of them.
pub(super) fn card(page: &Page, nth: usize, column: &Column) -> Html {
    if column.total() == 0 {
        return Html::default();
    }
    let words = &page.viewer.strings().timeline;
    let label = page.column_days(column);
    let listed = column.listed.iter().filter_map(|at| page.viewer.library.moments().get(*at));
    let more = usize::try_from(column.total()).unwrap_or(usize::MAX) > column.listed.len();
    let all = page.with(&|state| {
        state.picked = Some(column.stretch().map_or(Picked::Undated, Picked::Days));
        state.around = None;
    });
    let content = markup! {
        <div class="timeline__card">
            <p class="timeline__card-head"><strong>{ &*label }</strong>{ ": " }{ page.numbers(column) }</p>
            <ul role="list">{ for listed.map(|moment| line(page, moment)) }</ul>
            if more {
                <p><a href={page.href(&all)}>{ words.all.count(column.total()) }</a></p>
            }
        </div>
    };
    markup! { <span key={key(column)}>{ frame(&card_id(nth), "popover--card", content) }</span> }
}

fn line(page: &Page, moment: &Moment) -> Html {
    let href = Route::Letter { id: moment.letter.clone() }.href_at(&moment.fragment);
    let language = page.language(moment);
    markup! {
        <li>
            { shape(moment.kind) }
            <a {href}>{ page.moment_date(moment, DateForm::Short) }</a>
            { " " }{ page.kind(moment) }
            if !moment.as_written.is_empty() {
                { ": " }<q lang={language}>{ &*moment.as_written }</q>
            }
        </li>
    }
}
