//! The numbers of the axis as a table: shown where a reader asks for it, and in print.

use super::Page;
use crate::markup::markup;
use dates::DateForm;
use reader::timeline::Column;
use yew::prelude::*;

/// The table.
pub(super) fn table(page: &Page) -> Html {
    let words = &page.viewer.strings().timeline;
    let [period, possible, spans] = words.table_heads;
    let class = if page.state.table { "timeline__table is-open" } else { "timeline__table" };
    markup! {
        <div {class}>
            <table>
                <caption>{ page.viewer.strings().shell.chronology }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ period }</th>
                        { for page.timeline.lanes.iter().map(|lane| markup! { <th scope="col">{ page.lane(*lane) }</th> }) }
                        <th scope="col">{ possible }</th>
                        <th scope="col">{ spans }</th>
                    </tr>
                </thead>
                <tbody>{ for page.timeline.columns.iter().map(|column| row(page, column)) }</tbody>
            </table>
        </div>
    }
}

fn row(page: &Page, column: &Column) -> Html {
    let number = |count: u32| markup! { <td>{ count }</td> };
    markup! {
        <tr class={column.is_break().then_some("is-break")}>
            <th scope="row">
                { page.column_days(column) }
                if column.is_break() {
                    { " (" }{ page.label(column, DateForm::Long) }{ ")" }
                }
            </th>
            { for column.cells.iter().map(|cell| number(cell.certain)) }
            { number(column.possible) }
            { number(column.lasting) }
        </tr>
    }
}
