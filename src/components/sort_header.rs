//! The header of a column by which a table can be sorted.

use crate::markup::markup;
use reader::Sort;
use yew::prelude::*;

/// A column header with its button. `now` is the order in force where it is that of this column.
pub(crate) fn sort_header(
    label: &'static str,
    class: &'static str,
    now: Option<Sort>,
    press: Callback<MouseEvent>,
) -> Html {
    let (order, mark) = match now {
        Some(Sort { descending: false, .. }) => (Some("ascending"), "▲"),
        Some(Sort { descending: true, .. }) => (Some("descending"), "▼"),
        None => (None, "△"),
    };
    markup! {
        <th role="columnheader" scope="col" {class} aria-sort={order}>
            <button type="button" class="sort-header" onclick={press}>
                { label }<span class="sort-header__mark" aria-hidden="true">{ mark }</span>
            </button>
        </th>
    }
}
