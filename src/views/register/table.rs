//! The table of a register. All rows are in the page, so that the browser's own search finds them; what is out of
//! sight is not laid out.

use super::{Register, has_letters};
use crate::components::jump_bar::initial_id;
use crate::components::sort_header::sort_header;
use crate::markup::markup;
use crate::route::{Route, Step};
use edition::{Entry, EntryKind};
use reader::{Column, EntryRow, Group, RegisterPage, Row};
use yew::prelude::*;

/// Rows that are laid out together.
const CHUNK: usize = 100;

/// The table. Roles are named because a style sheet that stacks the cells of a row takes the native ones away.
pub(super) fn table(register: &Register<'_>, page: &RegisterPage<'_>) -> Html {
    let columns = columns(register);
    markup! {
        <table role="table" class={["register__table", if has_letters(register.kind) { "register__table--letters" } else { "" }]}>
            <thead role="rowgroup" key="head">
                <tr role="row">{ for columns.iter().map(|(column, label, class)| header(register, *column, label, class)) }</tr>
            </thead>
            { for page.groups.iter().flat_map(|group| rows(register, group, &columns)) }
        </table>
    }
}

fn columns(register: &Register<'_>) -> Vec<(Column, &'static str, &'static str)> {
    let words = &register.viewer.strings().register;
    let [name, mut dates, mut sent, mut received, mentioned, years, life] = words.columns;
    match register.kind {
        EntryKind::Person => dates = life,
        EntryKind::Place => [sent, received] = words.place_columns,
        _ => {}
    }
    let mut columns = vec![(Column::Name, name, "register__name"), (Column::Dates, dates, "register__dates")];
    if has_letters(register.kind) {
        columns.extend([
            (Column::Sent, sent, "register__count"),
            (Column::Received, received, "register__count"),
        ]);
    }
    columns.extend([
        (Column::Mentioned, mentioned, "register__count"),
        (Column::Years, years, "register__years"),
    ]);
    columns
}

fn header(register: &Register<'_>, column: Column, label: &'static str, class: &'static str) -> Html {
    let now = register.state.order().filter(|sort| sort.column == column);
    let (next, go) = (register.address(&register.state.sorted_by(column)), register.viewer.go.clone());
    sort_header(label, class, now, Callback::from(move |_| go.emit((next.clone(), Step::Push))))
}

fn rows(
    register: &Register<'_>,
    group: &Group<'_>,
    columns: &[(Column, &'static str, &'static str)],
) -> Vec<Html> {
    let chunks = group.rows.chunks(CHUNK).enumerate();
    chunks
        .map(|(nth, rows)| {
            // Keys keep the header, and the focus in it, where it is while groups come and go.
            let mut key = group.initial.unwrap_or("rows").to_owned();
            key.push(' ');
            key.push_str(&nth.to_string());
            markup! {
                <tbody role="rowgroup" {key} class="register__group">
                    if let (0, Some(initial)) = (nth, group.initial) {
                        <tr role="row" class="register__initial">
                            <th role="rowheader" scope="rowgroup" colspan={columns.len().to_string()} id={initial_id(initial)}>{ initial.to_owned() }</th>
                        </tr>
                    }
                    { for rows.iter().map(|row| match row {
                        Row::Entry(row) => entry(register, row, columns),
                        Row::See { heading, entry } => see(register, heading, entry, columns.len()),
                    }) }
                </tbody>
            }
        })
        .collect()
}

fn entry(
    register: &Register<'_>,
    row: &EntryRow<'_>,
    columns: &[(Column, &'static str, &'static str)],
) -> Html {
    let lang = register.viewer.lang();
    let cells = columns.iter().skip(1).map(|(column, label, class)| {
        let count = |count: u32| (count.to_string(), count == 0);
        let (text, nothing) = match column {
            Column::Name => (String::new(), true),
            Column::Dates => (row.dates.clone(), row.dates.is_empty()),
            Column::Sent => count(row.sent),
            Column::Received => count(row.received),
            Column::Mentioned => count(row.mentioned),
            Column::Years => (row.years.clone(), row.years.is_empty()),
        };
        markup! {
            <td role="cell" class={[*class, if nothing { "is-nothing" } else { "" }]} data-label={*label}>{ text }</td>
        }
    });
    markup! {
        <tr role="row" key={row.entry.id.as_str()} class="register__row">
            <th role="rowheader" scope="row" class="register__name">
                <a lang={lang.clone()} href={href(row.entry)}>{ &*row.entry.sort_name }</a>
                if let Some(name) = row.found_by {
                    <span class="register__found-by">
                        { " (" }{ register.viewer.strings().register.found_by }{ " " }<span lang={lang.clone()}>{ name.to_owned() }</span>{ ")" }
                    </span>
                }
                if let Some(about) = &row.entry.about {
                    <span class="register__about" {lang}>{ &**about }</span>
                }
            </th>
            { for cells }
        </tr>
    }
}

fn see(register: &Register<'_>, heading: &str, entry: &Entry, columns: usize) -> Html {
    let lang = register.viewer.lang();
    let mut key = String::from("see ");
    key.push_str(entry.id.as_str());
    key.push(' ');
    key.push_str(heading);
    markup! {
        <tr role="row" {key} class="register__row register__see">
            <th role="rowheader" scope="row" class="register__name" lang={lang.clone()}>{ heading.to_owned() }</th>
            <td role="cell" class="register__target" colspan={(columns - 1).to_string()}>
                { register.viewer.strings().register.see }{ " " }<a {lang} href={href(entry)}>{ &*entry.sort_name }</a>
            </td>
        </tr>
    }
}

fn href(entry: &Entry) -> String {
    Route::Entry { kind: entry.kind, id: entry.id.clone() }.href()
}
