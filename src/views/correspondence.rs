//! The letters between two correspondents, both ways, with the times in which there is none.

use super::chronology::length_words;
use super::letter_line::letter_line;
use super::not_found::not_found;
use crate::context::Viewer;
use crate::markup::markup;
use crate::route::{Address, Route};
use crate::text::set_apart;
use crate::views::View;
use edition::EntryId;
use reader::timeline::TimelineState;
use reader::{Correspondence, Turn, correspondence as read, listed_letter, year_span};
use yew::prelude::*;

/// The letters between two correspondents.
pub(crate) fn correspondence(viewer: &Viewer, one: &EntryId, other: &EntryId) -> View {
    let Some(letters) = read(&viewer.library, one, other) else { return not_found(viewer) };
    let words = &viewer.strings().letters;
    let [first, second] = letters.parties.map(|party| &*party.name);
    let title = words.between.say(&[first, second]);
    let lang = viewer.lang();
    let years = year_span(letters.years, viewer.date_words());
    let body = markup! {
        <div key="correspondence" class="letters correspondence">
            <h1 {lang}>{ set_apart(&title, [first, second]) }</h1>
            <ul class="correspondence__counts">
                <li>{ set_apart(&counted(viewer, first, second, letters.counts[0]), [first, second]) }</li>
                <li>{ set_apart(&counted(viewer, second, first, letters.counts[1]), [second, first]) }</li>
                if !years.is_empty() {
                    <li>{ years }</li>
                }
            </ul>
            <ul class="correspondence__counts">
                { for letters.parties.iter().filter_map(|party| {
                    let (kind, id) = party.entry.as_ref()?;
                    let href = Route::Entry { kind: *kind, id: id.clone() }.href();
                    Some(markup! { <li><a {href}>{ &*party.name }</a></li> })
                }) }
                <li><a href={on_timeline(&letters)}>{ words.on_timeline }</a></li>
            </ul>
            <ol class="correspondence__turns">{ for letters.turns.iter().map(|turn| self::turn(viewer, *turn)) }</ol>
        </div>
    };
    View { title, body }
}

fn counted(viewer: &Viewer, from: &str, to: &str, count: u32) -> String {
    let way = viewer.strings().letters.from_to.say(&[from, to]);
    [&way, ": ", &(viewer.strings().about.letters)(usize::try_from(count).unwrap_or(usize::MAX))].concat()
}

/// The chronology of the second of the two.
fn on_timeline(letters: &Correspondence<'_>) -> String {
    let with = letters.parties[1].entry.as_ref().map(|(_, id)| id.clone());
    let state = TimelineState { with, ..TimelineState::default() };
    Address { query: state.query(), ..Address::of(Route::Chronology) }.href()
}

fn turn(viewer: &Viewer, turn: Turn) -> Html {
    match turn {
        Turn::Gap(length) => {
            let gap = viewer.strings().letters.gap.say(&[&length_words(viewer, length)]);
            markup! { <li class="correspondence__gap">{ gap }</li> }
        }
        Turn::Letter(number, back) => {
            let line = listed_letter(&viewer.library, number, viewer.date_words());
            let class = if back { "correspondence__letter is-back" } else { "correspondence__letter" };
            markup! { <li {class}>{ line.map(|line| letter_line(viewer, &line)) }</li> }
        }
    }
}
