//! The lists of an entry: letters it sent and received, and sentences that mention it.

use crate::context::Viewer;
use crate::markup::markup;
use crate::route::Route;
use edition::Origin;
use reader::{LetterLine, Mentions, Part, Partner, Place};
use yew::prelude::*;

/// Letters, each with date and partner.
pub(super) fn letters(
    viewer: &Viewer,
    id: &'static str,
    heading: &'static str,
    lines: &[LetterLine<'_>],
) -> Html {
    let items = lines.iter().map(|line| markup! { <li class="entry__letter">{ letter(viewer, line) }</li> });
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
                <p>{ letter(viewer, &mentions.letter) }</p>
                <ol class="entry__places">
                    { for mentions.places.iter().map(|place| self::place(viewer, &mentions.letter, place)) }
                </ol>
            </li>
        }
    });
    list(id, heading, count, items.collect())
}

fn list(id: &'static str, heading: &'static str, count: usize, items: Html) -> Html {
    if count == 0 {
        return Html::default();
    }
    markup! {
        <section class="entry__list" aria-labelledby={id}>
            <h2 {id}>{ heading }{ " " }<span class="entry__count">{ count }</span></h2>
            <ol>{ items }</ol>
        </section>
    }
}

/// `17 March 1921, from V. I. Lenin to A. A. Joffe`
pub(crate) fn letter(viewer: &Viewer, line: &LetterLine<'_>) -> Html {
    let words = &viewer.strings().entry;
    let href = Route::Letter { id: line.id.clone() }.href();
    let date = if line.date.is_empty() { words.undated.to_owned() } else { line.date.clone() };
    let partners = |word: &'static str, partners: &[Partner<'_>]| {
        if partners.is_empty() {
            return Html::default();
        }
        markup! { <span class="entry__partner">{ " " }{ word }{ " " }{ joined(viewer, partners) }</span> }
    };
    markup! {
        <>
            <a class="entry__date" {href} data-origin={line.date_origin.map(origin_word)}>{ date }</a>
            { partners(words.from, &line.senders) }
            { partners(words.to, &line.recipients) }
            if let Some(part) = line.part {
                { said(viewer, part) }
            }
        </>
    }
}

fn joined(viewer: &Viewer, partners: &[Partner<'_>]) -> Html {
    let lang: AttrValue = viewer.library.header().language.to_string().into();
    let each = partners.iter().enumerate().map(|(nth, partner)| {
        let comma = if nth > 0 { ", " } else { "" };
        let name = partner.name.to_owned();
        match partner.entry {
            Some((kind, id)) => {
                let href = Route::Entry { kind, id: id.clone() }.href();
                markup! { <>{ comma }<a lang={lang.clone()} {href} data-origin={origin_word(partner.origin)}>{ name }</a></> }
            }
            None => {
                markup! { <>{ comma }<span lang={lang.clone()} data-origin={origin_word(partner.origin)}>{ name }</span></> }
            }
        }
    });
    each.collect()
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

/// Who says so, unless it is the source itself, or the editor's register without more to say.
fn said(viewer: &Viewer, part: Part<'_>) -> Html {
    let [_, editor, machine] = viewer.strings().entry.origins;
    let word = match part.origin {
        Origin::Source => return Html::default(),
        Origin::Editor if part.reason.is_none() => return Html::default(),
        Origin::Editor => editor,
        Origin::Machine => machine,
    };
    markup! {
        <span class="entry__origin" data-origin={origin_word(part.origin)}>
            { " " }{ word }
            if let Some(reason) = part.reason {
                { ": " }<span lang={viewer.library.header().language.to_string()}>{ reason.to_owned() }</span>
            }
        </span>
    }
}

fn origin_word(origin: Origin) -> &'static str {
    match origin {
        Origin::Source => "source",
        Origin::Editor => "editor",
        Origin::Machine => "machine",
    }
}
