//! "Names in this letter" and "Dates in this letter": the way to them by keyboard, and at a glance.

use crate::context::Viewer;
use crate::markup::markup;
use crate::route::{Address, Route};
use crate::text::{origin_label, origin_word, value_words};
use crate::views::register::register_title;
use edition::{ActionKind, Letter};
use reader::letter_page::{LetterPage, NamedHere};
use reader::life_years;
use reader::timeline::{Setting, TimelineState};
use yew::prelude::*;

/// The names of a letter, kind by kind.
pub(crate) fn names_list(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let strings = viewer.strings();
    if page.names.is_empty() {
        return Html::default();
    }
    let groups = page.names.iter().map(|group| {
        markup! {
            <div class="names__group">
                <h3>{ register_title(strings, group.kind) }</h3>
                <ul>{ for group.names.iter().map(|named| markup! { <li>{ name(viewer, named) }</li> }) }</ul>
            </div>
        }
    });
    markup! {
        <section id="names" class="names">
            <h2>{ strings.letter.names }</h2>
            <div class="names__groups">{ for groups }</div>
        </section>
    }
}

fn name(viewer: &Viewer, named: &NamedHere<'_>) -> Html {
    let words = &viewer.strings().letter;
    let entry = named.entry;
    let href = Route::Entry { kind: entry.kind, id: entry.id.clone() }.href();
    let lang = viewer.lang_of(&entry.sort_name);
    let years = life_years(entry, viewer.date_words());
    let places = named.places.iter().enumerate().map(|(number, place)| {
        let number = (number + 1).to_string();
        let label = match &place.setting {
            Setting::Text => (words.mention_in_text)(&number),
            Setting::Note(note) => (words.mention_in_note)(&number, note),
            Setting::Imprint => (words.mention_in_imprint)(&number),
        };
        let class = match &place.setting {
            Setting::Text => "names__place",
            Setting::Note(_) => "names__place names__place--note",
            Setting::Imprint => "names__place names__place--imprint",
        };
        let href = ["#", place.fragment].concat();
        markup! { <a {class} {href} title={label}>{ number }</a> }
    });
    markup! {
        <>
            <a class="names__entry" {href} {lang}>{ entry.sort_name.to_string() }</a>
            if !years.is_empty() {
                <span class="names__years">{ " " }{ years }</span>
            }
            <span class="names__places">{ for places }</span>
        </>
    }
}

/// The dates of a letter, in the order of the page, each with its words and its place on the timeline.
pub(crate) fn dates_list(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    if page.dates.is_empty() {
        return Html::default();
    }
    let letter = page.letter;
    let items = page.dates.iter().map(|date| {
        let dating = date.dating;
        let mark = ["t-", letter.id.as_str(), "-", dating.id.as_str()].concat();
        markup! {
            <li>
                <a href={Route::Chronology.href_at(&mark)}>{ value_words(viewer, date) }</a>
                { " " }
                <a class="dates__words" href={["#", dating.id.as_str()].concat()} lang={letter.language.to_string()}>{ dating.as_written.to_string() }</a>
                if let Some(label) = date.note {
                    <span class="dates__where">{ " " }{ (viewer.strings().entry.note)(label) }</span>
                }
                if let Some(who) = origin_label(viewer, dating.origin) {
                    { " " }<span class="origin" data-origin={origin_word(dating.origin)}>{ who }</span>
                }
            </li>
        }
    });
    markup! {
        <section id="dates" class="dates">
            <h2>{ words.dates }</h2>
            <ul>{ for items }</ul>
            { around(viewer, letter) }
        </section>
    }
}

/// The way to what is near the letter on the timeline; none where it has no date.
fn around(viewer: &Viewer, letter: &Letter) -> Html {
    let sent = letter.corresp.actions.iter().filter(|action| action.kind == ActionKind::Sent);
    let Some(dating) = sent.filter_map(|action| action.dating.as_ref()).next() else {
        return Html::default();
    };
    let state = TimelineState { around: Some(letter.id.as_str().into()), ..TimelineState::default() };
    let fragment = ["t-", letter.id.as_str(), "-", dating.id.as_str()].concat();
    let address = Address { query: state.query(), fragment, ..Address::of(Route::Chronology) };
    markup! { <p><a href={address.href()}>{ viewer.strings().timeline.around }</a></p> }
}
