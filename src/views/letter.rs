//! A letter: head, text, notes, names, dates, source, and the popovers that show them beside their words.

use crate::components::card::card;
use crate::components::names_list::{dates_list, names_list};
use crate::components::notes_list::{commentaries, commentary, note_popover, notes_list};
use crate::components::source_panel::{has_source, key, source_panel};
use crate::context::Viewer;
use crate::markup::markup;
use crate::route::Route;
use crate::text::{
    Ids, Pages, TextContext, certainty_word, date_words, origin_label, origin_word, reason, text,
};
use crate::views::View;
use crate::views::letter_line::from_to;
use crate::views::not_found::not_found;
use dates::{Certainty, Edtf};
use edition::{
    ActionKind, BlockKind, Dating, Letter, LetterId, NoteKind, Origin, PlaceStatement, known_by,
    reading_words,
};
use reader::letter_page::{LetterPage, Party, Step, Ways, letter_page};
use reader::{Neighbor, Neighbors};
use yew::prelude::*;

/// A letter with everything that belongs to it.
pub(crate) fn letter(viewer: &Viewer, id: &LetterId) -> View {
    let Some(page) = letter_page(&viewer.library, id) else { return not_found(viewer) };
    let title = title(viewer, &page);
    let letter = page.letter;
    let lang = letter.language.to_string();
    let ways = Ways::of(letter);
    let context = TextContext { viewer, letter, ways: &ways, pages: &Pages::default(), ids: Ids::All };
    let called = letter.notes.iter().filter(|note| note.kind != NoteKind::Commentary);
    let body = markup! {
        <>
            <article key="letter" class="letter">
                { head(viewer, &page, &title) }
                <div class="letter__text" {lang}>{ text(context, &letter.text) }</div>
                { unsigned(viewer, &page) }
                { notes_list(context) }
                { commentary(context) }
                <div class="letter__aids">
                    { names_list(viewer, &page) }
                    { dates_list(viewer, &page) }
                    { source_panel(viewer, &page) }
                    { key(viewer, &page) }
                </div>
                { neighbors(viewer, &page) }
            </article>
            <div class="popovers">
                { for called.map(|note| note_popover(context, note)) }
                { for page.cards.iter().map(|one| card(viewer, letter, one)) }
            </div>
        </>
    };
    View { title, body }
}

/// `V. I. Lenin to A. A. Joffe`, or what the letter is known by.
fn title(viewer: &Viewer, page: &LetterPage<'_>) -> String {
    let names = |parties: &[Party<'_>]| parties.iter().map(Party::shown).collect::<Vec<_>>().join(", ");
    let (from, to) = (names(&page.senders), names(&page.recipients));
    let nobody = from.is_empty() && to.is_empty();
    from_to(viewer, &from, &to, &if nobody { known_by(page.letter) } else { String::new() })
}

fn head(viewer: &Viewer, page: &LetterPage<'_>, title: &str) -> Html {
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
            <h1>{ title.to_owned() }</h1>
            { date(viewer, page) }
            { for page.senders.iter().chain(&page.recipients).map(|who| party(viewer, who)) }
            { place(viewer, words.sent_from, page.sent_from) }
            { place(viewer, words.sent_to, page.sent_to) }
            { for page.steps.iter().map(|one| step(viewer, one)) }
            if !page.answers.is_empty() {
                <p class="letter-head__answers">
                    { words.answers }{ " " }
                    { for page.answers.iter().map(|entry| markup! {
                        <a href={Route::Entry { kind: entry.kind, id: entry.id.clone() }.href()} lang={viewer.lang()}>{ entry.name.to_string() }</a>
                    }) }
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
    let in_text = page.dates.iter().any(|here| here.dating.id == dating.id);
    // The editor's own words for a day that is not beyond doubt, for what is more than a day, or for what is another.
    let exact = dating.reading.certainty == Certainty::High
        && meaning.is_some_and(|meaning| day(meaning).is_some() && !says_other(&dating.as_written, meaning));
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

/// Whether words have a number that is no part of a day: of another day, or of the same in another calendar.
fn says_other(words: &str, meaning: &Edtf) -> bool {
    let Edtf::Date(date) = meaning else { return true };
    let Some((year, month, day)) = date.full() else { return true };
    let numbers =
        words.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse::<i32>().ok());
    let known = [year, year.rem_euclid(100), i32::from(month), i32::from(day)];
    numbers.into_iter().any(|number| !known.contains(&number))
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

fn place(viewer: &Viewer, label: &'static str, place: Option<&PlaceStatement>) -> Html {
    let Some(place) = place else { return Html::default() };
    let lang = viewer.lang();
    let entry = place.target.as_ref().and_then(|id| viewer.library.entry(id));
    let name = place.as_written.to_string();
    let statement = match entry {
        Some(entry) => {
            let href = Route::Entry { kind: entry.kind, id: entry.id.clone() }.href();
            markup! { <>{ label }{ " " }<a {href} {lang}>{ name }</a></> }
        }
        None => markup! { <>{ label }{ " " }<span {lang}>{ name }</span></> },
    };
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
    let lang = viewer.lang();
    let date = step.date.map(|dating| {
        let words = dating.reading.meaning.as_ref().map(|meaning| date_words(viewer, meaning));
        words.unwrap_or_else(|| dating.as_written.to_string())
    });
    let who = step.parties.iter().map(|who| {
        let name = who.shown().to_owned();
        match who.entry {
            Some(entry) => {
                let href = Route::Entry { kind: entry.kind, id: entry.id.clone() }.href();
                markup! { <>{ " · " }<a {href} lang={lang.clone()}>{ name }</a></> }
            }
            None => markup! { <>{ " · " }<span lang={lang.clone()}>{ name }</span></> },
        }
    });
    let place = step.place.map(
        |place| markup! { <>{ " · " }<span lang={lang.clone()}>{ place.as_written.to_string() }</span></> },
    );
    let said =
        step.date.map(|dating| said(viewer, dating.origin, dating.reading.certainty)).unwrap_or_default();
    let reason = step.date.and_then(|dating| dating.reason.as_deref());
    let statement = markup! {
        <>
            { viewer.strings().letter.steps[label] }
            if let Some(date) = date {
                { " " }{ date }
            }
            { for who }
            { place }
        </>
    };
    why(viewer, step.date.map_or(Origin::Source, |dating| dating.origin), statement, &said, reason)
}

/// A letter without a signature says so, outside its text.
fn unsigned(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let of = |wanted: BlockKind| page.letter.text.iter().filter(move |block| block.kind == wanted);
    let mut closers = String::new();
    of(BlockKind::Closer).for_each(|block| reading_words(&mut closers, &block.inlines));
    // Some sign inside of their closing.
    let signs = |who: &Party<'_>| {
        let name = who.shown().rsplit([' ', ',']).next().unwrap_or_default();
        name.chars().count() > 2 && closers.contains(name)
    };
    if of(BlockKind::Signed).next().is_some() || closers.is_empty() || page.senders.iter().any(signs) {
        return Html::default();
    }
    markup! { <p class="letter__remark" data-origin="machine">{ viewer.strings().letter.no_signature }</p> }
}

/// The letters before and after this one: between the same two, and in the edition.
fn neighbors(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    let Neighbors { edition, correspondence, between } = page.neighbors;
    let all = between.as_ref().map(|(one, other)| {
        let href = Route::Correspondence { one: one.clone(), other: other.clone() }.href();
        markup! { <a class="letter__all" {href}>{ viewer.strings().letters.correspondence }</a> }
    });
    let both = edition == correspondence;
    markup! {
        <>
            if correspondence.iter().any(Option::is_some) {
                { row(viewer, words.neighbors_between, correspondence, all) }
            }
            if !both && edition.iter().any(Option::is_some) {
                { row(viewer, words.neighbors, edition, None) }
            }
        </>
    }
}

fn row(viewer: &Viewer, label: &'static str, pair: &[Option<Neighbor>; 2], all: Option<Html>) -> Html {
    let words = &viewer.strings().letter;
    let sides = pair.iter().zip([("prev", words.previous), ("next", words.next)]);
    let links = sides.filter_map(|(neighbor, (rel, direction))| {
        let neighbor = neighbor.as_ref()?;
        let href = Route::Letter { id: neighbor.letter.clone() }.href();
        let date = neighbor.date.as_ref().map(|date| date_words(viewer, date));
        Some(markup! {
            <a class="letter__neighbor" {rel} {href}>
                <span class="letter__direction">{ direction }</span>
                { " " }{ date.unwrap_or_else(|| viewer.strings().letters.undated.to_owned()) }
                <span class="letter__parties">{ " " }{ from_to(viewer, &neighbor.from, &neighbor.to, &neighbor.known_by) }</span>
            </a>
        })
    });
    markup! {
        <nav class="letter__neighbors" aria-label={label}>
            <p class="letter__row">{ label }{ all.map(|all| markup! { <>{ " · " }{ all }</> }) }</p>
            { for links }
        </nav>
    }
}
