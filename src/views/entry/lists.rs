//! The lists of an entry: letters it sent and received, and sentences that mention it.

use crate::context::Viewer;
use crate::markup::markup;
use crate::route::Route;
use crate::text::origin_word;
use crate::views::letter_line::{letter_line, said};
use edition::Origin;
use reader::{LetterLine, Mentions, Part, Place};
use yew::prelude::*;

/// Letters that are laid out together in a list of many. What is out of sight waits, and the words of ten thousand letters do
/// not hold up the page.
const TOGETHER: usize = 100;

/// Letters, each with date and partner.
pub(super) fn letters(
    viewer: &Viewer,
    id: &'static str,
    heading: &'static str,
    lines: &[LetterLine<'_>],
) -> Html {
    let items =
        lines.iter().map(|line| markup! { <li class="entry__letter">{ letter_line(viewer, line) }</li> });
    list(id, heading, lines.len(), items.collect())
}

/// Mentions: letter by letter, sentence by sentence.
pub(super) fn mentions(
    viewer: &Viewer,
    id: &'static str,
    heading: &'static str,
    count: usize,
    list_of: &[Mentions<'_>],
) -> Html {
    let items = list_of.iter().map(|mentions| {
        markup! {
            <li class="entry__letter">
                <p>{ letter_line(viewer, &mentions.letter) }</p>
                <ol class="entry__places">
                    { for mentions.places.iter().map(|place| self::place(viewer, &mentions.letter, place)) }
                </ol>
            </li>
        }
    });
    list(id, heading, count, items.collect())
}

fn list(id: &'static str, heading: &'static str, count: usize, items: Vec<Html>) -> Html {
    if count == 0 {
        return Html::default();
    }
    let chunk = |(nth, items): (usize, &[Html])| {
        let start = (nth * TOGETHER + 1).to_string();
        markup! { <ol class="entry__chunk" {start}>{ for items.iter().cloned() }</ol> }
    };
    let rows: Html = match items.len() {
        0..=TOGETHER => markup! { <ol>{ for items }</ol> },
        _ => items.chunks(TOGETHER).enumerate().map(chunk).collect(),
    };
    markup! {
        <section class="entry__list" aria-labelledby={id}>
            <h2 {id}>{ heading }{ " " }<span class="entry__count">{ count }</span></h2>
            { rows }
        </section>
    }
}

/// A sentence as a link to the words in the letter.
fn place(viewer: &Viewer, line: &LetterLine<'_>, place: &Place<'_>) -> Html {
    let words = &viewer.strings().entry;
    let href = Route::Letter { id: line.id.clone() }.href_at(place.fragment);
    let excerpt = place.excerpt;
    markup! {
        <li class="entry__place" data-origin={origin_word(place.origin)}>
            <a class="entry__sentence" lang={line.language.to_owned()} {href}>
                { excerpt.before.to_string() }<mark>{ excerpt.words.to_string() }</mark>{ excerpt.after.to_string() }
            </a>
            if let Some(label) = place.note {
                <span class="entry__note">{ " " }{ (words.note)(label) }</span>
            }
            if place.origin == Origin::Machine {
                { said(viewer, Part { origin: place.origin, reason: None }) }
            }
        </li>
    }
}
