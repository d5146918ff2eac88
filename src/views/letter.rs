//! A letter: head, text, notes, names, dates, source, and the popovers that show them beside their words.

use crate::components::card::card;
use crate::components::names_list::{dates_list, names_list};
use crate::components::notes_list::{note_popover, notes_list};
use crate::components::source_panel::{key, source_panel};
use crate::context::{Viewer, use_title, use_viewer};
use crate::route::Route;
use crate::text::{TextContext, date_words, origin_label, origin_word, text};
use crate::views::not_found::NotFound;
use dates::Certainty;
use edition::{LetterId, PlaceStatement};
use reader::letter_page::{LetterPage, Party, letter_page};
use yew::prelude::*;

/// Which letter.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct LetterViewProps {
    /// Its identifier.
    pub(crate) id: LetterId,
}

/// A letter with everything that belongs to it.
#[component]
pub(crate) fn LetterView(props: &LetterViewProps) -> Html {
    let viewer = use_viewer();
    let page = letter_page(&viewer.library, &props.id);
    let title = page
        .as_ref()
        .map_or_else(|| viewer.strings().shell.not_found.to_owned(), |page| title(&viewer, page));
    use_title(&title);
    let Some(page) = page else { return html! { <NotFound /> } };
    let letter = page.letter;
    let lang = letter.language.to_string();
    let context = TextContext { viewer: &viewer, letter, ids: true };
    html! {
        <>
            <article class="letter">
                { head(&viewer, &page, &title) }
                <div class="letter__text" {lang}>{ text(context, &letter.text) }</div>
                { unsigned(&viewer, &page) }
                { notes_list(&viewer, letter) }
                <div class="letter__aids">
                    { names_list(&viewer, &page) }
                    { dates_list(&viewer, &page) }
                    { source_panel(&viewer, &page) }
                    { key(&viewer, &page) }
                </div>
                { neighbors(&viewer, &page) }
            </article>
            <div class="popovers">
                { for letter.notes.iter().map(|note| note_popover(&viewer, letter, note)) }
                { for page.cards.iter().map(|one| card(&viewer, letter, one)) }
            </div>
        </>
    }
}

/// `V. I. Lenin to A. A. Joffe`
fn title(viewer: &Viewer, page: &LetterPage<'_>) -> String {
    let words = &viewer.strings().letter;
    let names = |parties: &[Party<'_>]| match parties {
        [] => words.unknown.to_owned(),
        some => some.iter().map(shown).collect::<Vec<_>>().join(", "),
    };
    (words.from_to)(&names(&page.senders), &names(&page.recipients))
}

/// The name as printed; a heading in capitals in the form the register has for it.
fn shown(party: &Party<'_>) -> String {
    let capitals = party.as_written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let form = party.entry.filter(|_| capitals).and_then(|entry| {
        let mut known = entry.forms.iter().map(|form| &form.text);
        known.find(|form| form.eq_ignore_ascii_case(party.as_written)).or(Some(&entry.name))
    });
    form.map_or(party.as_written, |form| form).to_owned()
}

fn head(viewer: &Viewer, page: &LetterPage<'_>, title: &str) -> Html {
    let words = &viewer.strings().letter;
    let letter = page.letter;
    let date = page.date.and_then(|dating| Some((dating, dating.reading.meaning.as_ref()?)));
    let jump = |href: &'static str, label: &'static str, count: usize| {
        (count > 0).then(|| html! { <li><a {href}>{ label }<span class="letter-head__count">{ " " }{ count }</span></a></li> })
    };
    let names = page.names.iter().map(|group| group.names.len()).sum();
    html! {
        <header class="letter-head">
            <h1>{ title.to_owned() }</h1>
            <p class="letter-head__date">
                if let Some((dating, meaning)) = date {
                    <time datetime={day(meaning)}>{ date_words(viewer, meaning) }</time>
                    if let Some(who) = origin_label(viewer, dating.origin) {
                        <span class="origin" data-origin={origin_word(dating.origin)}>{ " " }{ who }</span>
                    }
                } else {
                    { viewer.strings().entry.undated }
                }
            </p>
            { place(viewer, words.sent_from, page.sent_from) }
            { place(viewer, words.sent_to, page.sent_to) }
            if !page.answers.is_empty() {
                <p class="letter-head__answers">
                    { words.answers }{ " " }
                    { for page.answers.iter().map(|entry| html! {
                        <a href={Route::Entry { kind: entry.kind, id: entry.id.clone() }.href()} lang={viewer.library.edition.header.language.to_string()}>{ entry.name.to_string() }</a>
                    }) }
                </p>
            }
            <nav class="letter-head__jumps" aria-label={words.on_this_page}>
                <ul>
                    { jump("#notes", words.notes_short, letter.notes.len()) }
                    { jump("#names", words.names_short, names) }
                    { jump("#dates", words.dates_short, page.dates.len()) }
                    { Some(html! { <li><a href="#source">{ words.source_short }</a></li> }) }
                </ul>
            </nav>
        </header>
    }
}

/// A day for machines (`2021-03-17`), where the date is one.
fn day(date: &dates::Edtf) -> Option<String> {
    match date {
        dates::Edtf::Date(date) => {
            let (year, month, day) = date.full()?;
            let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
            let padding = "0".repeat(4_usize.saturating_sub(year.to_string().len()));
            (year > 0).then(|| [&padding, &year.to_string(), "-", &two(month), "-", &two(day)].concat())
        }
        _ => None,
    }
}

fn place(viewer: &Viewer, label: &'static str, place: Option<&PlaceStatement>) -> Html {
    let Some(place) = place else { return html! {} };
    let [probable, guess, unsure] = viewer.strings().timeline.certainties;
    let how = match place.certainty {
        Certainty::High => None,
        Certainty::Medium => Some(probable),
        Certainty::Low => Some(guess),
        Certainty::Unknown => Some(unsure),
    };
    let lang = viewer.library.edition.header.language.to_string();
    let said =
        [origin_label(viewer, place.origin), how].into_iter().flatten().collect::<Vec<&str>>().join(", ");
    let entry = place.target.as_ref().and_then(|id| viewer.library.entry(id));
    html! {
        <div class="letter-head__place" data-origin={origin_word(place.origin)}>
            { label }{ " " }
            if let Some(entry) = entry {
                <a href={Route::Entry { kind: entry.kind, id: entry.id.clone() }.href()} lang={lang.clone()}>{ place.as_written.to_string() }</a>
            } else {
                <span lang={lang.clone()}>{ place.as_written.to_string() }</span>
            }
            { " " }
            if let Some(reason) = &place.reason {
                <details class="letter-head__why">
                    <summary><span class="origin" data-origin={origin_word(place.origin)}>{ said }</span></summary>
                    <p {lang}>{ reason.to_string() }</p>
                </details>
            } else if !said.is_empty() {
                <span class="origin" data-origin={origin_word(place.origin)}>{ said }</span>
            }
        </div>
    }
}

/// A letter without a signature says so, outside its text.
fn unsigned(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let signed = page.letter.text.iter().any(|block| block.kind == edition::BlockKind::Signed);
    let closed = page.letter.text.iter().any(|block| block.kind == edition::BlockKind::Closer);
    if signed || !closed {
        return html! {};
    }
    html! { <p class="letter__remark" data-origin="machine">{ viewer.strings().letter.no_signature }</p> }
}

fn neighbors(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    if page.previous.is_none() && page.next.is_none() {
        return html! {};
    }
    let link = |letter: Option<&edition::Letter>, rel: &'static str, label: &'static str| {
        letter.map(
            |letter| html! { <a {rel} href={Route::Letter { id: letter.id.clone() }.href()}>{ label }</a> },
        )
    };
    html! {
        <nav class="letter__neighbors" aria-label={words.neighbors}>
            { link(page.previous, "prev", words.previous) }
            { link(page.next, "next", words.next) }
        </nav>
    }
}
