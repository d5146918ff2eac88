//! The head of a letter: who wrote to whom, when, from where, the steps of its way, and the ways on its page.

use super::stated::{is_own, says_other};
use crate::components::notes_list::commentaries;
use crate::components::source_panel::has_source;
use crate::context::Viewer;
use crate::markup::markup;
use crate::route::Route;
use crate::text::{certainty_word, date_words, origin_label, origin_word, reason, set_apart};
use dates::{Certainty, Edtf};
use edition::{ActionKind, Dating, Entry, Letter, Origin, PlaceStatement};
use reader::letter_page::{LetterPage, Party, Step};
use yew::prelude::*;

pub(super) fn head(viewer: &Viewer, page: &LetterPage<'_>, title: &str) -> Html {
    let words = &viewer.strings().letter;
    let letter = page.letter;
    let jump = |href: &'static str, label: &'static str, count: usize| {
        (count > 0).then(|| markup! { <li><a {href}>{ label }<span class="letter-head__count">{ " " }{ count }</span></a></li> })
    };
    let names = page.names.iter().map(|group| group.names.len()).sum();
    let id = letter.id.as_str();
    let path = Route::Letter { id: letter.id.clone() }.path();
    let path = path.trim_start_matches("letters/").trim_end_matches('/');
    // Where its address does not say it as it is.
    let path = (path != id).then(|| path.to_owned());
    markup! {
        <header class="letter-head">
            <h1>{ set_apart(title, page.senders.iter().chain(&page.recipients).map(Party::shown).chain([title])) }</h1>
            if let Some(own) = letter.title.as_deref().filter(|own| is_own(own, title)) {
                <p class="letter-head__title">{ set_apart(own, [own]) }</p>
            }
            { date(viewer, page) }
            { for page.senders.iter().chain(&page.recipients).map(|who| party(viewer, who)) }
            { place(viewer, words.sent_from, page.sent_from) }
            { place(viewer, words.sent_to, page.sent_to) }
            { for page.steps.iter().map(|one| step(viewer, one)) }
            if !page.answers.is_empty() {
                <p class="letter-head__answers">
                    { words.answers }{ " " }
                    { for page.answers.iter().map(|entry| named(viewer, Some(*entry), &entry.name)) }
                </p>
            }
            <nav class="letter-head__jumps" aria-label={words.on_this_page}>
                <ul>
                    { jump("#notes", words.notes_short, letter.notes.len() - commentaries(letter).count()) }
                    if commentaries(letter).next().is_some() {
                        <li><a href="#commentary">{ words.commentary }</a></li>
                    }
                    { jump("#names", words.names_short, names) }
                    { jump("#dates", words.dates_short, page.dates.len()) }
                    { has_source(page).then(|| markup! { <li><a href="#source">{ words.source_short }</a></li> }) }
                    <li><button type="button" class="letter-head__share" data-opens="share" data-letter={id.to_owned()} data-path={path}>{ words.share }</button></li>
                </ul>
            </nav>
        </header>
    }
}

/// The date in words, and as the letter has it.
fn date(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    let Some(dating) = page.date else {
        return markup! { <p class="letter-head__date">{ viewer.strings().letters.undated }</p> };
    };
    let meaning = dating.reading.meaning.as_ref();
    let place = page.sent_from.map_or("", |place| &place.as_written);
    let in_text = page.dates.iter().any(|here| here.dating.id == dating.id);
    // The editor's own words for a day that is not beyond doubt, for what is more than a day, or for what is another.
    let exact = dating.reading.certainty == Certainty::High
        && meaning
            .is_some_and(|meaning| day(meaning).is_some() && !says_other(&dating.as_written, meaning, place));
    let shown = meaning.map(|meaning| date_words(viewer, meaning)).unwrap_or_default();
    let stated = !in_text && !exact && !dating.as_written.is_empty() && *dating.as_written != *shown;
    let said = said(viewer, dating.origin, dating.reading.certainty);
    markup! {
        <p class="letter-head__date">
            if let Some(meaning) = meaning {
                <time datetime={day(meaning)}>{ shown }</time>{ " " }
            }
            if in_text {
                <span class="letter-head__printed">{ words.printed }{ ": " }{ printed(page.letter, dating) }</span>
            } else if stated {
                <span class="letter-head__printed">{ words.stated }{ ": " }<q lang={viewer.lang()}>{ dating.as_written.to_string() }</q></span>
            }
            if !said.is_empty() {
                { " " }<span class="origin" data-origin={origin_word(dating.origin)}>{ said }</span>
            }
        </p>
    }
}

fn printed(letter: &Letter, dating: &Dating) -> Html {
    let href = ["#", dating.id.as_str()].concat();
    markup! { <a {href}><q lang={letter.language.to_string()}>{ dating.as_written.to_string() }</q></a> }
}

/// Who says so, and how surely; nothing where the print says it.
fn said(viewer: &Viewer, origin: Origin, certainty: Certainty) -> String {
    // What the words say by themselves needs no "probable".
    let plain = certainty == Certainty::Medium && origin == Origin::Source;
    let how = certainty_word(viewer, certainty).filter(|_| !plain);
    [origin_label(viewer, origin), how].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A correspondent of whom it is to be said how it is known who that is.
fn party(viewer: &Viewer, who: &Party<'_>) -> Html {
    let mention = who.mention;
    // Of one who is in no register nothing is known: that is no doubt.
    let nobody = mention.targets.is_empty() && mention.certainty == Certainty::Unknown;
    let sure = nobody || mention.certainty == Certainty::High && mention.origin != Origin::Machine;
    if mention.reason.is_none() && sure {
        return Html::default();
    }
    let said = said(viewer, mention.origin, mention.certainty);
    let name = markup! { <>{ who.shown().to_owned() }</> };
    why(viewer, mention.origin, name, &said, mention.reason.as_deref())
}

/// A statement with who says so; the reason folds out behind it.
fn why(viewer: &Viewer, origin: Origin, statement: Html, said: &str, reason: Option<&str>) -> Html {
    let who = markup! { <span class="origin" data-origin={origin_word(origin)}>{ said.to_owned() }</span> };
    let reason = reason.map(|reason| self::reason(viewer, reason));
    markup! {
        <div class="letter-head__place">
            { statement }{ " " }
            if let Some((reason, lang)) = reason {
                <details class="letter-head__why">
                    <summary>{ who.clone() }</summary>
                    <p {lang}>{ reason }</p>
                </details>
            } else if !said.is_empty() {
                { who }
            }
        </div>
    }
}

/// A day for machines (`2021-03-17`), where the date is one.
fn day(date: &Edtf) -> Option<String> {
    let Edtf::Date(date) = date else { return None };
    let (year, month, day) = date.full()?;
    let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let padding = "0".repeat(4_usize.saturating_sub(year.to_string().len()));
    (year > 0).then(|| [&padding, &year.to_string(), "-", &two(month), "-", &two(day)].concat())
}

/// A name in the language of the edition, which leads to its entry where it has one.
fn named(viewer: &Viewer, entry: Option<&Entry>, name: &str) -> Html {
    let (lang, name) = (viewer.lang_of(name), name.to_owned());
    match entry {
        Some(entry) => {
            let href = Route::Entry { kind: entry.kind, id: entry.id.clone() }.href();
            markup! { <a {href} {lang}>{ name }</a> }
        }
        None => markup! { <span {lang}>{ name }</span> },
    }
}

fn named_place(viewer: &Viewer, place: &PlaceStatement) -> Html {
    let entry = place.target.as_ref().and_then(|id| viewer.library.entry(id));
    named(viewer, entry, &place.as_written)
}

fn place(viewer: &Viewer, label: &'static str, place: Option<&PlaceStatement>) -> Html {
    let Some(place) = place else { return Html::default() };
    let statement = markup! { <>{ label }{ " " }{ named_place(viewer, place) }</> };
    let said = said(viewer, place.origin, place.certainty);
    why(viewer, place.origin, statement, &said, place.reason.as_deref())
}

/// A step of the letter's way: what, when, by whom, where.
fn step(viewer: &Viewer, step: &Step<'_>) -> Html {
    let label = match step.kind {
        ActionKind::Sent => 0,
        ActionKind::Received => 1,
        ActionKind::Transmitted => 2,
        ActionKind::Redirected => 3,
        ActionKind::Forwarded => 4,
        ActionKind::Delivered => 5,
        ActionKind::Other => 6,
    };
    let date = step.date.map(|dating| {
        let words = dating.reading.meaning.as_ref().map(|meaning| date_words(viewer, meaning));
        words.unwrap_or_else(|| dating.as_written.to_string())
    });
    let who = step.parties.iter().map(|who| {
        let entry = who.entry.filter(|_| !who.mention.is_one_of());
        named(viewer, entry, who.shown())
    });
    let names = who.chain(step.place.map(|place| named_place(viewer, place)));
    let said =
        step.date.map(|dating| said(viewer, dating.origin, dating.reading.certainty)).unwrap_or_default();
    let reason = step.date.and_then(|dating| dating.reason.as_deref());
    let statement = markup! {
        <>
            { viewer.strings().letter.steps[label] }
            if let Some(date) = date {
                { " " }{ date }
            }
            { for names.map(|name| markup! { <>{ " · " }{ name }</> }) }
        </>
    };
    why(viewer, step.date.map_or(Origin::Source, |dating| dating.origin), statement, &said, reason)
}
