//! Cards: what opens beside a name or a date.

use crate::context::Viewer;
use crate::popover::frame;
use crate::route::Route;
use crate::text::{date_words, derivation, origin_label};
use dates::Certainty;
use edition::{Dating, EntryKind, Joint, Letter, Mention};
use reader::letter_page::{Card, EntryCard, Part};
use reader::life_dates;
use yew::prelude::*;

/// A card as a popover.
pub(crate) fn card(viewer: &Viewer, letter: &Letter, card: &Card<'_>) -> Html {
    let (id, label, content) = match card {
        Card::Entries { id, mention, single, entries, joint } => {
            let label = match entries.first() {
                Some(Ok(first)) => first.entry.name.to_string(),
                _ => mention.as_written.to_string(),
            };
            (id, label, entries_content(viewer, mention, *single, entries, *joint))
        }
        Card::Words { id, mention } => (id, mention.as_written.to_string(), words_content(viewer, mention)),
        Card::Date { id, dating } => {
            (id, dating.as_written.to_string(), date_content(viewer, letter, dating))
        }
    };
    frame(viewer.strings(), id, "popover--card", &label, content)
}

fn entries_content(
    viewer: &Viewer,
    mention: &Mention,
    single: bool,
    entries: &[Result<EntryCard<'_>, &edition::EntryId>],
    joint: Joint,
) -> Html {
    let words = &viewer.strings().letter;
    let several = (entries.len() > 1).then(|| {
        let word = if joint == Joint::OneOf { words.one_of } else { words.all_of };
        html! { <p class="card__joint">{ word }</p> }
    });
    let each = entries.iter().map(|entry| match entry {
        Ok(entry) => entry_content(viewer, entry),
        Err(id) => {
            html! { <p class="card__missing">{ id.as_str().to_owned() }{ " · " }{ words.not_identified }</p> }
        }
    });
    html! {
        <>
            { several }
            { for each }
            if single {
                { certainty(viewer, mention) }
            }
        </>
    }
}

fn certainty(viewer: &Viewer, mention: &Mention) -> Html {
    let [probable, guess, unsure] = viewer.strings().timeline.certainties;
    let how = match mention.certainty {
        Certainty::High => None,
        Certainty::Medium => Some(probable),
        Certainty::Low => Some(guess),
        Certainty::Unknown => Some(unsure),
    };
    let who = origin_label(viewer, mention.origin);
    let lang = viewer.library.edition.header.language.to_string();
    html! {
        <p class="card__origin" data-origin={crate::text::origin_word(mention.origin)}>
            { [viewer.strings().letter.identification, ": "].concat() }
            { [who, how].into_iter().flatten().collect::<Vec<_>>().join(", ") }
            if mention.implied {
                { ", " }{ viewer.strings().letter.implied }
            }
            if let Some(reason) = &mention.reason {
                { ". " }<span {lang}>{ reason.to_string() }</span>
            }
        </p>
    }
}

fn entry_content(viewer: &Viewer, card: &EntryCard<'_>) -> Html {
    let strings = viewer.strings();
    let words = &strings.letter;
    let entry = card.entry;
    let lang = viewer.library.edition.header.language.to_string();
    let href = Route::Entry { kind: entry.kind, id: entry.id.clone() }.href();
    let dates = life_dates(entry, viewer.language());
    let part = match card.part {
        Part::Sender => Some(words.sender),
        Part::Recipient => Some(words.recipient),
        Part::Mentioned => None,
    };
    let here = [
        (words.times_in_text, card.in_text),
        (words.times_in_notes, card.in_notes),
        (words.times_in_imprint, card.in_imprint),
    ];
    let here: Vec<String> = part
        .map(str::to_owned)
        .into_iter()
        .chain(here.into_iter().filter(|(_, count)| *count > 0).map(|(say, count)| say(count)))
        .collect();
    let [sent, received, mentioned] = card.totals;
    let totals = [
        (strings.entry.sent_count)(sent),
        (strings.entry.received_count)(received),
        (strings.entry.mention_count)(mentioned),
    ];
    html! {
        <div class="card" data-kind={crate::views::register::kind_word(entry.kind)}>
            { for card.expansions.iter().map(|(short, long)| html! {
                <p class="card__expansion" lang={lang.clone()}><b>{ short.to_string() }</b>{ " = " }{ long.to_string() }</p>
            }) }
            <p class="card__name" lang={lang.clone()}><a {href}>{ entry.name.to_string() }</a></p>
            if !dates.is_empty() {
                <p class="card__dates">{ dates }</p>
            }
            if let Some(about) = &entry.about {
                <p class="card__about" {lang}>{ about.to_string() }</p>
            }
            <p class="card__here">{ words.in_this_letter }{ ": " }{ here.join(" · ") }</p>
            <p class="card__totals">{ words.in_edition }{ ": " }{ totals.join(" · ") }</p>
        </div>
    }
}

fn words_content(viewer: &Viewer, mention: &Mention) -> Html {
    let words = &viewer.strings().letter;
    let lang = viewer.library.edition.header.language.to_string();
    html! {
        <div class="card">
            <p class="card__name" {lang}>{ mention.as_written.to_string() }</p>
            if let Some(expansion) = &mention.expansion {
                <p class="card__expansion">{ expansion.to_string() }</p>
            } else if mention.kind != EntryKind::Abbreviation {
                <p class="card__missing">{ words.not_identified }</p>
            }
            if mention.targets.is_empty() && mention.kind != EntryKind::Abbreviation {
                { certainty(viewer, mention) }
            }
        </div>
    }
}

fn date_content(viewer: &Viewer, letter: &Letter, dating: &Dating) -> Html {
    let strings = viewer.strings();
    let words = &strings.letter;
    let mark = ["t-", letter.id.as_str(), "-", dating.id.as_str()].concat();
    let value = match (&dating.reading.meaning, dating.reading.duration) {
        (Some(meaning), _) => date_words(viewer, meaning),
        (None, Some(length)) => (words.duration)(length),
        (None, None) => words.no_value.to_owned(),
    };
    let how = derivation(viewer, dating);
    let printed = dating.as_written.replace(['\n', '\r'], " ");
    html! {
        <div class="card" data-kind="date">
            <p class="card__name"><a href={Route::Chronology.href_at(&mark)}>{ value }</a></p>
            <p class="card__printed">
                { words.printed }{ ": " }<q lang={letter.language.to_string()}>{ printed }</q>
            </p>
            <p class="card__origin" data-origin={crate::text::origin_word(dating.origin)}>
                { origin_label(viewer, dating.origin).unwrap_or(strings.entry.origins[0]) }
                if !how.is_empty() {
                    { ": " }{ how.join("; ") }
                }
            </p>
        </div>
    }
}
