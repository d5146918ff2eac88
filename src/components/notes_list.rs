//! The notes below the letter, and the popovers that show them beside their words.

use crate::markup::markup;
use crate::popover::frame;
use crate::text::{Ids, Pages, TextContext, block, clone_of, inlines, rows};
use edition::{Letter, Note, NoteKind};
use reader::letter_page::{caller_id, popover_of_note};
use yew::prelude::*;

/// The series, in the order of their headings in `Strings`.
const SERIES: [(NoteKind, &str); 3] = [
    (NoteKind::Authorial, "notes__series notes__series--authorial"),
    (NoteKind::Explanatory, "notes__series notes__series--explanatory"),
    (NoteKind::Textual, "notes__series notes__series--textual"),
];

/// All notes, each series by itself.
pub(crate) fn notes_list(context: TextContext<'_>) -> Html {
    let TextContext { viewer, letter, .. } = context;
    let words = &viewer.strings().letter;
    let mut series: Vec<_> = SERIES.into_iter().zip(words.series).collect();
    series.retain(|((kind, _), _)| letter.notes.iter().any(|note| note.kind == *kind));
    if series.is_empty() {
        return Html::default();
    }
    let several = series.len() > 1;
    let series = series.into_iter().map(|((kind, class), heading)| {
        let notes = letter.notes.iter().filter(|note| note.kind == kind);
        markup! {
            <div {class}>
                if several {
                    <h3>{ heading }</h3>
                    // The style sheet does the rest: calls and list of a series that is ticked are not shown.
                    <label class="notes__hide"><input type="checkbox" />{ words.hide_series }</label>
                }
                <ol class="notes__list" role="list">{ for notes.map(|note| item(context, note)) }</ol>
            </div>
        }
    });
    markup! {
        <section role="doc-endnotes" id="notes" class="notes" aria-labelledby="notes-title">
            <h2 id="notes-title">{ words.notes }</h2>
            { for series }
        </section>
    }
}

/// What editors say of the letter as a whole.
pub(crate) fn commentary(context: TextContext<'_>) -> Html {
    let all: Vec<&Note> = commentaries(context.letter).collect();
    if all.is_empty() {
        return Html::default();
    }
    let lang = context.letter.language.to_string();
    let (dir, inside) = context.turned_to(&lang);
    markup! {
        <section id="commentary" class="commentary" aria-labelledby="commentary-title">
            <h2 id="commentary-title">{ context.viewer.strings().letter.commentary }</h2>
            <div class="commentary__text" {lang} {dir}>{ for all.into_iter().map(|note| rows(inside, &note.blocks)) }</div>
        </section>
    }
}

/// The notes that nothing calls because they are on all of a letter.
pub(crate) fn commentaries(letter: &Letter) -> impl Iterator<Item = &Note> {
    letter.notes.iter().filter(|note| note.kind == NoteKind::Commentary)
}

fn item(context: TextContext<'_>, note: &Note) -> Html {
    let words = &context.viewer.strings().letter;
    let lang = context.letter.language.to_string();
    let (dir, context) = context.turned_in_note(note);
    // The first block has the id of the note itself, which the item bears.
    let blocks = note.blocks.iter().enumerate().map(|(number, one)| {
        if number == 0 {
            markup! { <p class="tei-p">{ inlines(context, &one.inlines) }</p> }
        } else {
            block(context, one, false)
        }
    });
    let found = context.ways.callers(&note.id);
    let several = found.len() > 1;
    let back = found.iter().map(|call| {
        let id = caller_id(&note.id, call.nth);
        let mut label = note.label.to_string();
        if several {
            label = id.trim_start_matches('r').to_owned();
            if call.nth <= 1 {
                label.push('a');
            }
        }
        markup! {
            <a class="notes__back" role="doc-backlink" href={["#", &id].concat()} aria-label={(words.back_to)(&label)}>
                { "↩" }
            </a>
        }
    });
    markup! {
        <li id={note.id.as_str().to_owned()} class="notes__item" {dir}>
            <span class="notes__label">{ note.label.to_string() }</span>
            <div class="notes__body" {lang}>{ for blocks }</div>
            <p class="notes__foot">
                if let Some(reference) = &note.back_reference {
                    if context.ways.has_page(&reference.page) {
                        <a class="notes__page" href={["#pg-", &reference.page].concat()}>{ (words.page)(&reference.page) }</a>
                    } else {
                        <span class="notes__page">{ (words.page)(&reference.page) }</span>
                    }
                }
                { for back }
            </p>
        </li>
    }
}

/// A note as a popover.
pub(crate) fn note_popover(context: TextContext<'_>, note: &Note) -> Html {
    let context = TextContext { pages: &Pages::default(), ids: Ids::None, ..context };
    let letter = context.letter;
    let (dir, context) = context.turned_in_note(note);
    let content = markup! {
        <div class="note-card" lang={letter.language.to_string()} {dir}>
            <span class="note-card__label" aria-hidden="true">{ note.label.to_string() }</span>
            { clone_of(context, &note.blocks) }
        </div>
    };
    frame(&popover_of_note(&note.id), "popover--note", content)
}
