//! Cards: what opens beside a name or a date.

use crate::context::Viewer;
use crate::markup::markup;
use crate::popover::frame;
use crate::route::Route;
use crate::text::{certainty_word, derivation, origin_label, origin_word, reason, value_words};
use dates::Rule;
use edition::{EntryId, EntryKind, Joint, Letter, Mention, Origin};
use reader::letter_page::{Card, DateHere, EntryCard, Part};
use reader::life_dates;
use yew::prelude::*;

/// A card as a popover.
pub(crate) fn card(viewer: &Viewer, letter: &Letter, card: &Card<'_>) -> Html {
    let (id, content) = match card {
        Card::Entries { id, mention, single, entries, joint } => {
            (id, entries_content(viewer, mention, *single, entries, *joint))
        }
        Card::Words { id, mention, single } => (id, words_content(viewer, mention, *single)),
        Card::Date { id, date } => (id, date_content(viewer, letter, date)),
    };
    frame(id, "popover--card", content)
}

fn entries_content(
    viewer: &Viewer,
    mention: &Mention,
    single: bool,
    entries: &[Result<EntryCard<'_>, &EntryId>],
    joint: Joint,
) -> Html {
    let words = &viewer.strings().letter;
    let several = (entries.len() > 1).then(|| {
        let word = if joint == Joint::OneOf { words.one_of } else { words.all_of };
        markup! { <p class="card__joint">{ word }</p> }
    });
    let each = entries.iter().map(|entry| match entry {
        Ok(entry) => entry_content(viewer, entry),
        Err(id) => {
            markup! { <p class="card__missing">{ id.as_str().to_owned() }{ " · " }{ words.not_identified }</p> }
        }
    });
    markup! {
        <>
            { several }
            { for each }
            if single {
                { certainty(viewer, mention) }
            }
        </>
    }
}

/// Who says that this is meant, how surely, and why.
fn certainty(viewer: &Viewer, mention: &Mention) -> Html {
    let words = &viewer.strings().letter;
    let implied = mention.implied.then_some(words.implied);
    let said = [origin_label(viewer, mention.origin), certainty_word(viewer, mention.certainty), implied];
    markup! {
        <p class="card__origin" data-origin={origin_word(mention.origin)}>
            { words.identification }{ ": " }{ said.into_iter().flatten().collect::<Vec<_>>().join(", ") }
            if let Some((reason, lang)) = mention.reason.as_ref().map(|words| reason(viewer, words)) {
                { ". " }<span {lang}>{ reason }</span>
            }
        </p>
    }
}

fn entry_content(viewer: &Viewer, card: &EntryCard<'_>) -> Html {
    let strings = viewer.strings();
    let words = &strings.letter;
    let entry = card.entry;
    let lang = viewer.lang_of(&entry.name);
    let href = Route::Entry { kind: entry.kind, id: entry.id.clone() }.href();
    let dates = life_dates(entry, viewer.date_words());
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
    let mut totals = [words.in_edition, ": "].concat();
    if entry.kind == EntryKind::Person || sent + received > 0 {
        for count in [(strings.entry.sent_count)(sent), (strings.entry.received_count)(received)] {
            totals.push_str(&count);
            totals.push_str(" · ");
        }
    }
    let mentions = (strings.entry.mention_count)(mentioned);
    let all = card.mentions.map(|list| Route::Entry { kind: entry.kind, id: entry.id.clone() }.href_at(list));
    markup! {
        <div class="card">
            { for card.expansions.iter().map(|(short, long)| markup! {
                <p class="card__expansion" lang={viewer.lang_of(long)}><b>{ short.to_string() }</b>{ " = " }{ long.to_string() }</p>
            }) }
            <p class="card__name" {lang}><a {href}>{ entry.name.to_string() }</a></p>
            if !dates.is_empty() {
                <p class="card__dates">{ dates }</p>
            }
            if let Some(about) = &entry.about {
                <p class="card__about" lang={viewer.lang_of(about)}>{ about.to_string() }</p>
            }
            <p class="card__here">{ words.in_this_letter }{ ": " }{ here.join(" · ") }</p>
            <p class="card__totals">
                { totals }
                if let Some(href) = all {
                    <a {href}>{ mentions }</a>
                } else {
                    { mentions }
                }
            </p>
            { authorities(card) }
        </div>
    }
}

fn authorities(card: &EntryCard<'_>) -> Html {
    if card.authorities.is_empty() {
        return Html::default();
    }
    let links = card.authorities.iter().map(|link| {
        let name = link.label(&card.authorities);
        markup! { <li><a href={link.href.clone()} rel="external noreferrer">{ name }</a></li> }
    });
    markup! { <ul class="card__links">{ for links }</ul> }
}

/// Of words without an entry: what kind of thing they name, and that nobody said which.
fn words_content(viewer: &Viewer, mention: &Mention, single: bool) -> Html {
    let words = &viewer.strings().letter;
    let kind = EntryKind::REGISTERS.iter().position(|kind| *kind == mention.kind);
    markup! {
        <div class="card">
            <p class="card__name" lang={viewer.lang_of(&mention.as_written)}>{ mention.as_written.to_string() }</p>
            if let Some(expansion) = &mention.expansion {
                <p class="card__expansion">{ expansion.to_string() }</p>
            } else {
                { for kind.map(|kind| markup! {
                    <p class="card__missing">{ words.one_kind[kind] }{ " · " }{ words.not_identified }</p>
                }) }
            }
            if single && kind.is_some() {
                { certainty(viewer, mention) }
            }
        </div>
    }
}

fn date_content(viewer: &Viewer, letter: &Letter, date: &DateHere<'_>) -> Html {
    let strings = viewer.strings();
    let dating = date.dating;
    let mark = ["t-", letter.id.as_str(), "-", dating.id.as_str()].concat();
    let [in_text, ..] = strings.letters.origins;
    // Of what the encoding says the words know nothing.
    let says =
        origin_label(viewer, dating.origin).or((dating.reading.rule != Rule::Encoded).then_some(in_text));
    markup! {
        <div class="card">
            <p class="card__name"><a href={Route::Chronology.href_at(&mark)}>{ value_words(viewer, date) }</a></p>
            <p class="card__printed">
                { strings.letter.printed }{ ": " }<q lang={letter.language.to_string()}>{ dating.as_written.to_string() }</q>
            </p>
            <p class="card__origin" data-origin={(dating.origin != Origin::Source).then(|| origin_word(dating.origin))}>
                if let Some(says) = says {
                    { says }{ ": " }
                }
                { derivation(viewer, date).join("; ") }
            </p>
        </div>
    }
}
