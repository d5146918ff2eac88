//! An entry of the register: who or what it is, and every letter and sentence it occurs in.

mod lists;

use crate::components::year_strip::{figures, year_strip};
use crate::context::Viewer;
use crate::i18n::Strings;
use crate::markup::markup;
use crate::route::Route;
use crate::views::View;
use crate::views::register::register_title;
use edition::{EntryId, EntryKind, FactKind, Facts};
use reader::{AuthorityLink, EntryPage, Relation, RelationKind, YearCount, count, entry_page};
use yew::prelude::*;

/// An entry of the register; the kind is that of the address.
pub(crate) fn entry(viewer: &Viewer, kind: EntryKind, id: &EntryId) -> View {
    let strings = viewer.strings();
    let Some(page) = entry_page(&viewer.library, id, viewer.date_words()) else {
        return View { title: strings.entry.not_found.to_owned(), body: not_found(kind, id, strings) };
    };
    let words = &strings.entry;
    let place = usize::from(page.entry.kind == EntryKind::Place);
    let all = YearCount {
        sent: page.sent.len(),
        received: page.received.len(),
        mentioned: page.mentioned(),
        ..YearCount::default()
    };
    let nowhere = all.all() == 0;
    let body = markup! {
        <article key="entry" class="entry" data-kind={page.entry.kind.word()}>
            <p class="entry__register">
                <a href={Route::Register { kind: page.entry.kind }.href()}>{ register_title(strings, page.entry.kind) }</a>
            </p>
            <h1 lang={viewer.lang_of(&page.entry.name)}>{ page.entry.name.to_string() }</h1>
            if !page.dates.is_empty() {
                <p class="entry__dates">{ page.dates.clone() }</p>
            }
            if let Some(about) = &page.entry.about {
                <p class="entry__about" lang={viewer.lang_of(about)}>{ about.to_string() }</p>
            }
            <p class="entry__counts">{ if nowhere { words.nowhere.to_owned() } else { figures(&all, strings) } }</p>
            { facts(viewer, &page) }
            if !nowhere {
                <section class="entry__years" aria-labelledby="years">
                    <h2 id="years">{ words.years }</h2>
                    { year_strip(&page.years, strings) }
                </section>
            }
            { lists::letters(viewer, "sent", words.sent[place], &page.sent) }
            { lists::letters(viewer, "received", words.received[place], &page.received) }
            { lists::mentions(viewer, "in-text", words.in_text, count(&page.in_text), &page.in_text) }
            { lists::mentions(viewer, "in-notes", words.in_notes, count(&page.in_notes), &page.in_notes) }
            { lists::mentions(viewer, "in-imprint", words.in_imprint, count(&page.in_imprint), &page.in_imprint) }
        </article>
    };
    View { title: page.entry.name.to_string(), body }
}

fn not_found(kind: EntryKind, id: &EntryId, strings: &'static Strings) -> Html {
    markup! {
        <div class="entry entry--not-found">
            <h1>{ strings.entry.not_found }</h1>
            <p>
                { (strings.entry.not_found_id)(id.as_str()) }{ " " }
                <a href={Route::Register { kind }.href()}>{ register_title(strings, kind) }</a>
            </p>
        </div>
    }
}

/// Other names, what it belongs with, authority files.
fn facts(viewer: &Viewer, page: &EntryPage<'_>) -> Html {
    let words = &viewer.strings().entry;
    let lang = viewer.lang();
    let said = &page.entry.facts;
    if page.other_names.is_empty()
        && said.is_empty()
        && page.relations.is_empty()
        && page.authorities.is_empty()
    {
        return Html::default();
    }
    markup! {
        <dl class="entry__facts">
            if !page.other_names.is_empty() {
                <dt>{ words.other_names }</dt>
                <dd>
                    <ul class="entry__names entry__other-names" {lang}>{ for page.other_names.iter().map(|name| markup! { <li>{ (*name).to_owned() }</li> }) }</ul>
                </dd>
            }
            { for FactKind::ALL.into_iter().map(|kind| fact(viewer, kind, said)) }
            { for page.relations.iter().map(|relation| self::relation(viewer, relation)) }
            if !page.authorities.is_empty() {
                <dt>{ words.authorities }</dt>
                <dd><ul class="entry__names">{ for page.authorities.iter().map(|link| authority(link, &page.authorities)) }</ul></dd>
            }
        </dl>
    }
}

/// What the register says of one kind.
fn fact(viewer: &Viewer, kind: FactKind, facts: &Facts) -> Html {
    let label = viewer.strings().entry.facts[kind as usize];
    let lang = viewer.lang();
    let words = facts.of(kind).map(|words| {
        let place = (kind == FactKind::Coordinates).then(|| on_map(words)).flatten();
        let words = words.to_owned();
        match place {
            Some(href) => markup! { <div><a {href} rel="external noreferrer">{ words }</a></div> },
            None => markup! { <div lang={lang.clone()}>{ words }</div> },
        }
    });
    let words: Vec<Html> = words.collect();
    if words.is_empty() {
        return Html::default();
    }
    markup! { <><dt>{ label }</dt><dd>{ for words }</dd></> }
}

/// The address of a place on a map; none where the words are no latitude and longitude: `48.2 16.4`, `48,2 16,4`, `48.2, 16.4`.
fn on_map(words: &str) -> Option<String> {
    let (latitude, longitude) = words.split_once(' ').or_else(|| words.split_once(','))?;
    let number = |words: &str| {
        let plain = words.trim().trim_end_matches(',').replace(',', ".");
        let number = plain.parse::<f64>().ok()?;
        Some((plain, number))
    };
    let ((latitude, north), (longitude, east)) = (number(latitude)?, number(longitude)?);
    let there = (-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east);
    there.then(|| ["https://www.openstreetmap.org/?mlat=", &latitude, "&mlon=", &longitude].concat())
}

fn relation(viewer: &Viewer, relation: &Relation<'_>) -> Html {
    let labels = viewer.strings().entry.relations;
    let label = match relation.kind {
        RelationKind::Author => labels[0],
        RelationKind::Holder => labels[1],
        RelationKind::PartOf => labels[2],
        RelationKind::Parts => labels[3],
        RelationKind::Offices => labels[4],
        RelationKind::Organisations => labels[5],
        RelationKind::Persons => labels[6],
        RelationKind::Works => labels[7],
        RelationKind::Events => labels[8],
        RelationKind::Places => labels[9],
    };
    markup! {
        <>
            <dt>{ label }</dt>
            <dd>
                <ul class="entry__names" lang={viewer.lang()}>
                    { for relation.entries.iter().map(|entry| {
                        let href = Route::Entry { kind: entry.kind, id: entry.id.clone() }.href();
                        markup! { <li><a {href}>{ entry.name.to_string() }</a></li> }
                    }) }
                </ul>
            </dd>
        </>
    }
}

/// A link to a page elsewhere: nothing of it is fetched here.
fn authority(link: &AuthorityLink<'_>, beside: &[AuthorityLink<'_>]) -> Html {
    let name = link.label(beside);
    match &link.href {
        Some(href) => {
            markup! { <li><a href={href.clone()} rel="external noreferrer">{ name }</a></li> }
        }
        None => markup! { <li>{ name }</li> },
    }
}

#[cfg(test)]
mod tests {
    use super::on_map;

    #[test]
    fn places_on_a_map() {
        let rows = [
            ("48,208333 16,373056", Some("https://www.openstreetmap.org/?mlat=48.208333&mlon=16.373056")),
            ("48.2, 16.4", Some("https://www.openstreetmap.org/?mlat=48.2&mlon=16.4")),
            ("-33.9,18.4", Some("https://www.openstreetmap.org/?mlat=-33.9&mlon=18.4")),
            ("148.2 16.4", None),
            ("north of Riga", None),
            ("48.2", None),
        ];
        for (words, expected) in rows {
            assert_eq!(on_map(words).as_deref(), expected, "{words}");
        }
    }
}
