//! The chronology in words: every date with its sentence, who says so, and the way to the words.

use super::shape::shape;
use super::{Page, dom};
use crate::markup::markup;
use crate::route::Route;
use crate::text::reason_words;
use crate::views::letter_line::from_to;
use dates::DateForm;
use edition::Origin;
use reader::Excerpt;
use reader::timeline::{Moment, MomentKind, Row, doubtful};
use yew::prelude::*;

/// The chronology in words.
pub(super) fn list(page: &Page) -> Html {
    let words = &page.viewer.strings().timeline;
    let timeline = &page.timeline;
    let rest = (timeline.rest > 0).then(|| {
        let next = page.with(&|state| state.whole_list = true);
        let last = timeline.rows.iter().rev().find_map(Row::moment);
        let last = last.and_then(|at| page.viewer.library.moments().get(at)).map(Moment::mark);
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            // The button goes: the keyboard stays before what comes in its place.
            dom::focus(last.as_deref().unwrap_or_default());
            page.push(&next);
        });
        let count = u32::try_from(timeline.rest).unwrap_or(u32::MAX);
        markup! { <button type="button" class="timeline__button" {onclick}>{ words.rest.count(count) }</button> }
    });
    markup! {
        <section class="timeline__words" aria-labelledby="timeline-words">
            <h2 id="timeline-words">{ if page.state.around.is_some() { words.around } else { words.in_words } }</h2>
            <ol role="list">{ for timeline.rows.iter().map(|row| self::row(page, *row)) }</ol>
            { rest }
        </section>
    }
}

fn row(page: &Page, row: Row) -> Html {
    match row {
        Row::Gap(length) => {
            markup! { <li class="timeline__gap"><span>{ page.length(length) }</span></li> }
        }
        Row::Undated => {
            markup! { <li class="timeline__gap is-undated"><span>{ page.viewer.strings().letters.without_date }</span></li> }
        }
        Row::Moment(at) => match page.viewer.library.moments().get(at) {
            Some(moment) => entry(page, at, moment),
            None => Html::default(),
        },
    }
}

fn entry(page: &Page, at: usize, moment: &Moment) -> Html {
    let current = (page.timeline.current == Some(at)).then_some("date");
    let class = classes(moment);
    let several = page.viewer.library.manifest.letters > 1;
    markup! {
        <li key={at} id={moment.mark()} {class} tabindex="-1" aria-current={current} data-origin={origin_word(moment.origin)}>
            <p class="moment__date">{ shape(moment.kind) }{ page.moment_date(moment, DateForm::Long) }</p>
            <p class="moment__kind">
                { page.kind(moment) }
                if moment.kind == MomentKind::Sent && moment.meaning.is_some() && page.timeline.current != Some(at) {
                    { " · " }<a href={around(page, moment)}>{ page.viewer.strings().timeline.around }</a>
                }
                if several {
                    { " · " }{ named(page, moment) }
                }
            </p>
            { sentence(page, at, moment) }
            { derivation(page, moment) }
        </li>
    }
}

/// A letter by those it went between.
fn named(page: &Page, moment: &Moment) -> Option<Html> {
    let library = &page.viewer.library;
    let catalogue = library.catalogue()?;
    let row = library.row_of(&moment.letter)?;
    let [from, to] = [&row.senders, &row.recipients].map(|who| catalogue.names_of(who));
    let lang = page.viewer.lang();
    Some(markup! { <span {lang}>{ from_to(&page.viewer, &from, &to, &row.known_by) }</span> })
}

/// The address of what is near a letter.
fn around(page: &Page, moment: &Moment) -> String {
    let state =
        page.with(&|state| (state.around, state.picked) = (Some(moment.letter.as_str().into()), None));
    [page.href(&state), moment.mark()].join("#")
}

fn classes(moment: &Moment) -> String {
    let kind = match moment.kind {
        MomentKind::Sent => "moment moment--sent",
        MomentKind::Received => "moment moment--received",
        MomentKind::Mentioned => "moment moment--mentioned",
        MomentKind::InNote => "moment moment--note",
        MomentKind::Printing => "moment moment--printing",
    };
    let mut class = kind.to_owned();
    if doubtful(moment) {
        class.push_str(" is-doubtful");
    }
    class
}

/// The sentence; the words of the date are the way to where they stand.
fn sentence(page: &Page, at: usize, moment: &Moment) -> Html {
    let language = page.language(moment);
    let href = Route::Letter { id: moment.letter.clone() }.href_at(&moment.fragment);
    let none = Excerpt::default();
    // Until the sentence has arrived, the words of the date stand alone.
    let excerpt = page.viewer.library.excerpt(at).unwrap_or(&none);
    // Where a letter's beginning stands for a date that is not in its words, it stands by itself.
    let waits = excerpt.words.is_empty() && excerpt.before.is_empty();
    let words = if waits { &moment.as_written } else { &excerpt.words };
    markup! {
        <p class="moment__sentence" lang={language}>
            if words.is_empty() {
                <a {href}>{ &*excerpt.before }</a>
            } else {
                { &*excerpt.before }<a {href}><mark>{ &**words }</mark></a>{ &*excerpt.after }
            }
        </p>
    }
}

/// How the value follows from the words, and who says so.
fn derivation(page: &Page, moment: &Moment) -> Html {
    let strings = page.viewer.strings();
    let mut parts = page.derivation(moment);
    if moment.meaning.is_none() {
        let [none, unread] = strings.timeline.undated_why;
        parts.insert(0, if moment.as_written.is_empty() { none } else { unread }.to_owned());
    }
    if moment.origin == Origin::Source && parts.is_empty() {
        return Html::default();
    }
    let [source, editor, machine] = strings.letters.origins;
    let who = match moment.origin {
        Origin::Source => source,
        Origin::Editor => editor,
        Origin::Machine => machine,
    };
    let value = moment.meaning.as_ref().filter(|_| !moment.as_written.is_empty());
    markup! {
        <p class="moment__origin" data-origin={origin_word(moment.origin)}>
            if let Some(meaning) = value {
                <q>{ &*moment.as_written }</q>{ " → " }{ page.date(meaning, DateForm::Long) }{ ": " }
            }
            { who }
            { for parts.iter().map(|part| markup! { <>{ "; " }{ part.as_str() }</> }) }
            if let Some(reason) = &moment.reason {
                { "; " }{ reason_words(&page.viewer, reason) }
            }
        </p>
    }
}

pub(super) fn origin_word(origin: Origin) -> &'static str {
    match origin {
        Origin::Source => "source",
        Origin::Editor => "editor",
        Origin::Machine => "machine",
    }
}
