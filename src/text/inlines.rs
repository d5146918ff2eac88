//! Words, names, dates, calls.

use super::direction::is_leftward_in;
use super::{Ids, TextContext, signs};
use crate::markup::markup;
use crate::route::Route;
use edition::{Dating, EntryKind, Inline, Link, Mention, NoteCall, NoteKind, Origin, Rend, without_hyphen};
use reader::letter_page::{card_of_dating, card_of_mention, popover_of_note};
use std::borrow::Cow;
use yew::prelude::*;

/// What the words of a mention or date lead to.
#[derive(Clone)]
struct Lead {
    class: String,
    /// To its page; where there is none, to the words themselves.
    href: String,
    card: String,
    /// The word for a program that says so; a name is an editor's otherwise, a date the print's.
    origin: Option<&'static str>,
}

/// The inlines of a block.
pub(crate) fn inlines(context: TextContext<'_>, inlines: &[Inline]) -> Html {
    run(context, inlines, None)
}

/// The class of names of a kind.
pub(crate) fn kind_class(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Person => "name name--person",
        EntryKind::Organisation => "name name--organisation",
        EntryKind::Place => "name name--place",
        EntryKind::Work => "name name--work",
        EntryKind::Event => "name name--event",
        EntryKind::Office => "name name--office",
        EntryKind::Abbreviation => "name name--abbreviation",
    }
}

/// Who says so, as a word for styles and tests.
pub(crate) fn origin_word(origin: Origin) -> &'static str {
    match origin {
        Origin::Source => "source",
        Origin::Editor => "editor",
        Origin::Machine => "machine",
    }
}

fn inferred(origin: Origin) -> Option<&'static str> {
    (origin == Origin::Machine).then(|| origin_word(origin))
}

/// Inlines in a row. Inside a name or date, the words that belong to nothing nested become its link: links do not nest.
fn run(context: TextContext<'_>, inlines: &[Inline], lead: Option<&Lead>) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut words: Vec<Html> = Vec::new();
    // Blanks alone are no link.
    let mut seen = false;
    for (nth, inline) in inlines.iter().enumerate() {
        if lead.is_some() && apart(inline) {
            flush(&mut out, &mut words, lead.filter(|_| std::mem::take(&mut seen)));
            out.push(one(context, inline, lead));
            continue;
        }
        let printed = match inline {
            Inline::Text(text) if inlines.get(nth + 1).is_some_and(goes_on) => line_end(&text.text),
            _ => one(context, inline, None),
        };
        seen |= is_seen(inline);
        if lead.is_some() { words.push(printed) } else { out.push(printed) }
    }
    flush(&mut out, &mut words, lead.filter(|_| seen));
    out.into_iter().collect()
}

/// Whether a word goes on over a break.
fn goes_on(inline: &Inline) -> bool {
    match inline {
        Inline::LineBreak { inside_word, .. } => *inside_word,
        Inline::PageBreak(page) => page.inside_word,
        _ => false,
    }
}

/// A text at whose end a line goes over inside of a word: its hyphen is of the paper, and not of the word.
fn line_end(text: &str) -> Html {
    let word = without_hyphen(text);
    let hyphen = text.get(word.len()..).unwrap_or_default();
    markup! {
        <>
            { word.to_owned() }
            if !hyphen.is_empty() {
                <span class="tei-lb__hyphen">{ hyphen.to_owned() }</span>
            }
        </>
    }
}

/// Whether anything stands there that a link can be seen by.
fn is_seen(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => !text.text.trim().is_empty(),
        Inline::Gap(_) => true,
        Inline::Choice(choice) => choice.sic.iter().chain(&choice.corr).any(is_seen),
        _ => inline.inner().iter().any(is_seen),
    }
}

/// The blanks at the ends of a row, and the row without them: they are no part of a link, which would underline them, or
/// lose them.
fn between_blanks(inlines: &[Inline]) -> ([&str; 2], Cow<'_, [Inline]>) {
    let (first, last) = (text_of(inlines.first()), text_of(inlines.last()));
    let before = &first[..first.len() - first.trim_start().len()];
    // Of blanks alone all stand before.
    let after = if inlines.len() == 1 && before == last { "" } else { &last[last.trim_end().len()..] };
    if before.is_empty() && after.is_empty() {
        return ([before, after], Cow::Borrowed(inlines));
    }
    let mut row = inlines.to_vec();
    if let Some(Inline::Text(text)) = row.first_mut() {
        text.text = text.text.trim_start().into();
    }
    if let Some(Inline::Text(text)) = row.last_mut() {
        text.text = text.text.trim_end().into();
    }
    ([before, after], Cow::Owned(row))
}

/// What a text says; nothing of anything else.
fn text_of(inline: Option<&Inline>) -> &str {
    match inline {
        Some(Inline::Text(text)) => &text.text,
        _ => "",
    }
}

fn flush(out: &mut Vec<Html>, words: &mut Vec<Html>, lead: Option<&Lead>) {
    if words.is_empty() {
        return;
    }
    let inner: Html = std::mem::take(words).into_iter().collect();
    let Some(lead) = lead else {
        out.push(inner);
        return;
    };
    let (class, card) = (lead.class.clone(), lead.card.clone());
    let href = lead.href.clone();
    out.push(markup! { <a {class} {href} interestfor={card} data-origin={lead.origin}>{ inner }</a> });
}

/// Whether an inline holds links of its own, so that it cannot stand inside another.
fn apart(inline: &Inline) -> bool {
    match inline {
        Inline::NoteCall(_)
        | Inline::Mention(..)
        | Inline::Date(..)
        | Inline::Link(..)
        | Inline::PageBreak(_) => true,
        _ => inline.inner().iter().any(apart),
    }
}

fn one(context: TextContext<'_>, inline: &Inline, lead: Option<&Lead>) -> Html {
    match inline {
        Inline::Text(text) => markup! { { text.text.to_string() } },
        Inline::Mention(mention, inner) => mention_html(context, mention, inner),
        Inline::Date(dating, inner) => date_html(context, dating, inner),
        Inline::NoteCall(call) => call_html(context, call),
        Inline::Choice(choice) => {
            // The editor's words are no part of a link.
            let ids = context.ids.min(Ids::Calls);
            let corr = run(TextContext { ids, ..context }, &choice.corr, None);
            let sic = run(context, &choice.sic, lead);
            signs::choice(context, choice.kind, sic, corr, choice.reason.as_deref())
        }
        Inline::Sign(sign, inner) => signs::sign(context, sign, run(context, inner, lead)),
        Inline::Gap(gap) => signs::gap(context, gap),
        Inline::Foreign(language, inner) => {
            let (dir, context) = context.turned(is_leftward_in(language, inner, context.leftward));
            markup! { <span class="tei-foreign" lang={language.to_string()} {dir}>{ run(context, inner, lead) }</span> }
        }
        Inline::Link(link, inner) => link_html(context, link, inner),
        Inline::Cell(inner) => markup! { <td class="tei-cell">{ run(context, inner, lead) }</td> },
        // A blank stands between the lines; where the word goes on there is none, in either layer.
        Inline::LineBreak { kept: true, .. } => markup! { <br /> },
        Inline::LineBreak { inside_word, .. } => {
            let class = if *inside_word { "tei-lb tei-lb--inside" } else { "tei-lb" };
            markup! { <>if !inside_word { { " " } }<span {class}></span></> }
        }
        Inline::PageBreak(page) => super::page_mark(context, page, true),
        Inline::Hi(rend, inner) => {
            let inner = run(context, inner, lead);
            match rend {
                Rend::Italic => markup! { <em class="tei-hi">{ inner }</em> },
                Rend::Strong => markup! { <strong class="tei-hi">{ inner }</strong> },
                Rend::SmallCaps => markup! { <span class="tei-hi tei-hi--small-caps">{ inner }</span> },
                Rend::Capitals => markup! { <span class="tei-hi tei-hi--capitals">{ inner }</span> },
                Rend::Superscript => markup! { <sup class="tei-hi">{ inner }</sup> },
                Rend::Subscript => markup! { <sub class="tei-hi">{ inner }</sub> },
                // The marks are those of the language, and the browser knows them.
                Rend::Quoted => markup! { <q class="tei-hi">{ inner }</q> },
                Rend::Lemma(note) => {
                    let note = (context.ids == Ids::All).then(|| note.as_str().to_owned());
                    note.map(|note| markup! { <span data-of={note}></span> }).unwrap_or_default()
                }
                Rend::Other(name) => {
                    markup! { <span class="tei-hi" data-rend={name.to_string()}>{ inner }</span> }
                }
                look => signs::looked(context, look, inner),
            }
        }
        Inline::Label(inner) => markup! { <span class="tei-label">{ run(context, inner, lead) }</span> },
        Inline::Supplied(inner) => {
            markup! { <span class="tei-supplied">{ run(context, inner, lead) }</span> }
        }
        Inline::Other(name, inner) => {
            markup! { <span class="tei-other" data-element={name.to_string()}>{ run(context, inner, lead) }</span> }
        }
    }
}

fn mention_html(context: TextContext<'_>, mention: &Mention, inner: &[Inline]) -> Html {
    let mut class = kind_class(mention.kind).to_owned();
    if mention.targets.is_empty() && mention.kind != EntryKind::Abbreviation {
        class.push_str(" name--proposed");
    }
    let page = mention.targets.first().and_then(|id| {
        let kind = context.viewer.library.entry(id)?.kind;
        Some(Route::Entry { kind, id: id.clone() }.href())
    });
    let href = page.unwrap_or_else(|| ["#", mention.id.as_str()].concat());
    let lead = Lead { class, href, card: card_of_mention(mention), origin: inferred(mention.origin) };
    let ([before, after], inner) = between_blanks(inner);
    markup! {
        <>{ before.to_owned() }<span class="mention" id={context.id(mention.id.as_str())}>{ run(context, &inner, Some(&lead)) }</span>{ after.to_owned() }</>
    }
}

fn date_html(context: TextContext<'_>, dating: &Dating, inner: &[Inline]) -> Html {
    let mark = ["t-", context.letter.id.as_str(), "-", dating.id.as_str()].concat();
    let lead = Lead {
        class: "date__link".to_owned(),
        href: Route::Chronology.href_at(&mark),
        card: card_of_dating(dating),
        origin: inferred(dating.origin),
    };
    let ([before, after], inner) = between_blanks(inner);
    markup! {
        <>{ before.to_owned() }<span class="date" id={context.id(dating.id.as_str())}>{ run(context, &inner, Some(&lead)) }</span>{ after.to_owned() }</>
    }
}

fn call_html(context: TextContext<'_>, call: &NoteCall) -> Html {
    let words = &context.viewer.strings().letter;
    if !call.resolved {
        // There is no note to go to: the number stands as printed.
        return markup! { <span class="noteref--dangling">{ call.as_written.to_string() }</span> };
    }
    // Each series of notes looks different, and can be hidden.
    let class = match context.kind_of(&call.note) {
        Some(NoteKind::Authorial) => "noteref noteref--authorial",
        Some(NoteKind::Textual) => "noteref noteref--textual",
        Some(NoteKind::Explanatory | NoteKind::Commentary) | None => "noteref",
    };
    let note = call.note.as_str();
    markup! {
        <a id={context.call_id(call)} {class} role="doc-noteref" href={["#", note].concat()}
            interestfor={popover_of_note(&call.note)} aria-details={note.to_owned()}>
            <span class="visually-hidden">{ words.note_before }</span>{ call.label.to_string() }
        </a>
    }
}

fn link_html(context: TextContext<'_>, link: &Link, inner: &[Inline]) -> Html {
    let inner = run(context, inner, None);
    match link {
        Link::Letter(id) => {
            let href = Route::Letter { id: id.clone() }.href();
            markup! { <a class="tei-ref" {href}>{ inner }</a> }
        }
        // Nothing but the web and mail: an address can be a program.
        Link::Address(href)
            if ["https:", "http:", "mailto:"].iter().any(|scheme| href.starts_with(scheme)) =>
        {
            markup! { <a class="tei-ref tei-ref--out" href={href.to_string()} rel="external noreferrer">{ inner }</a> }
        }
        Link::Address(target) | Link::Unknown(target) => {
            markup! { <span class="tei-ref--unknown" title={target.to_string()}>{ inner }</span> }
        }
    }
}
