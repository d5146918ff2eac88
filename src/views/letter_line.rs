//! A letter in a line: its date, from whom, to whom.

use crate::context::Viewer;
use crate::markup::markup;
use crate::route::Route;
#[cfg(feature = "ssr")]
use crate::text::{origin_word, reason};
#[cfg(feature = "ssr")]
use edition::Origin;
#[cfg(feature = "ssr")]
use reader::Part;
use reader::{LetterLine, Partner};
use yew::prelude::*;

/// Two names; nobody for none, and what the letter is known by for neither.
pub(crate) fn from_to(viewer: &Viewer, from: &str, to: &str, known_by: &str) -> String {
    if from.is_empty() && to.is_empty() && !known_by.is_empty() {
        return known_by.to_owned();
    }
    let words = &viewer.strings().letters;
    let or_unknown = |name: &'_ str| if name.is_empty() { words.unknown.to_owned() } else { name.to_owned() };
    words.from_to.say(&[&or_unknown(from), &or_unknown(to)])
}

/// `17 March 1921, from V. I. Lenin to A. A. Joffe`
pub(crate) fn letter_line(viewer: &Viewer, line: &LetterLine<'_>) -> Html {
    let words = &viewer.strings().letters;
    let href = Route::Letter { id: line.id.clone() }.href();
    let known = !line.known_by.is_empty();
    let date = if line.date.is_empty() && !known { words.undated.to_owned() } else { line.date.clone() };
    let partners = |word: &'static str, partners: &[Partner<'_>]| {
        if partners.is_empty() {
            return Html::default();
        }
        markup! { <>{ [" ", word, " "].concat() }{ joined(viewer, partners) }</> }
    };
    markup! {
        <>
            <a class="entry__date" {href}>
                { date }
                if known {
                    { " " }<bdi lang={line.language.to_owned()}>{ line.known_by.to_owned() }</bdi>
                }
            </a>
            { partners(words.from, &line.senders) }
            { partners(words.to, &line.recipients) }
            { part(viewer, line) }
        </>
    }
}

fn joined(viewer: &Viewer, partners: &[Partner<'_>]) -> Html {
    let lang = viewer.lang();
    let each = partners.iter().enumerate().map(|(nth, partner)| {
        let comma = if nth > 0 { ", " } else { "" };
        let name = partner.name.to_owned();
        match partner.entry {
            Some((kind, id)) => {
                let href = Route::Entry { kind, id: id.clone() }.href();
                markup! { <>{ comma }<a lang={lang.clone()} {href}>{ name }</a></> }
            }
            None => {
                markup! { <>{ comma }<span lang={lang.clone()}>{ name }</span></> }
            }
        }
    });
    each.collect()
}

/// Who says that a letter is of whom its list is.
#[cfg(feature = "ssr")]
fn part(viewer: &Viewer, line: &LetterLine<'_>) -> Html {
    line.part.map(|part| said(viewer, part)).unwrap_or_default()
}

/// The lists that live are of nobody.
#[cfg(not(feature = "ssr"))]
fn part(_: &Viewer, _: &LetterLine<'_>) -> Html {
    Html::default()
}

/// Who says so, unless it is the source itself, or the editor's register without more to say.
#[cfg(feature = "ssr")]
pub(super) fn said(viewer: &Viewer, part: Part<'_>) -> Html {
    let [_, editor, machine] = viewer.strings().letters.origins;
    let word = match part.origin {
        Origin::Source => return Html::default(),
        Origin::Editor if part.reason.is_none() => return Html::default(),
        Origin::Editor => editor,
        Origin::Machine => machine,
    };
    markup! {
        <span class="entry__origin" data-origin={origin_word(part.origin)}>
            { " " }{ word }
            if let Some((reason, lang)) = part.reason.map(|words| reason(viewer, words)) {
                { ": " }<span {lang}>{ reason }</span>
            }
        </span>
    }
}
