//! Words, names, dates, calls.

use super::TextContext;
use crate::markup::markup;
use crate::route::Route;
use edition::{Choice, Dating, EntryKind, Inline, Mention, NoteCall, NoteKind, Origin, Rend};
use reader::letter_page::{caller_id, card_of_dating, card_of_mention, popover_of_note};
use yew::prelude::*;

/// What the words of a mention or date lead to.
#[derive(Clone)]
struct Lead {
    class: String,
    /// None: there is no page for it; the words are a button.
    href: Option<String>,
    card: String,
    origin: &'static str,
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

/// Inlines in a row. Inside a name or date, the words that belong to nothing nested become its link: links do not nest.
fn run(context: TextContext<'_>, inlines: &[Inline], lead: Option<&Lead>) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut words: Vec<Html> = Vec::new();
    for inline in inlines {
        if lead.is_some() && apart(inline) {
            flush(context, &mut out, &mut words, lead);
            out.push(one(context, inline, lead));
        } else if lead.is_some() {
            words.push(one(context, inline, None));
        } else {
            out.push(one(context, inline, None));
        }
    }
    flush(context, &mut out, &mut words, lead);
    out.into_iter().collect()
}

fn flush(context: TextContext<'_>, out: &mut Vec<Html>, words: &mut Vec<Html>, lead: Option<&Lead>) {
    if words.is_empty() {
        return;
    }
    let inner: Html = std::mem::take(words).into_iter().collect();
    let Some(lead) = lead else {
        out.push(inner);
        return;
    };
    let (class, card, tabindex) = (lead.class.clone(), lead.card.clone(), context.tabindex());
    out.push(match &lead.href {
        Some(href) => markup! {
            <a {class} href={href.clone()} interestfor={card} data-origin={lead.origin} {tabindex}>{ inner }</a>
        },
        None => markup! {
            <button type="button" {class} interestfor={card} data-origin={lead.origin} {tabindex}>{ inner }</button>
        },
    });
}

/// Whether an inline holds links of its own, so that it cannot stand inside another.
fn apart(inline: &Inline) -> bool {
    match inline {
        Inline::NoteCall(_) | Inline::Mention(..) | Inline::Date(..) | Inline::PageBreak(_) => true,
        Inline::Hi(_, inner) | Inline::Label(inner) | Inline::Supplied(inner) | Inline::Other(_, inner) => {
            inner.iter().any(apart)
        }
        Inline::Choice(choice) => choice.sic.iter().any(apart),
        Inline::Text(_) => false,
    }
}

fn one(context: TextContext<'_>, inline: &Inline, lead: Option<&Lead>) -> Html {
    match inline {
        Inline::Text(text) => markup! { { text.text.to_string() } },
        Inline::Mention(mention, inner) => mention_html(context, mention, inner),
        Inline::Date(dating, inner) => date_html(context, dating, inner),
        Inline::NoteCall(call) => call_html(context, call),
        Inline::Choice(choice) => choice_html(context, choice, lead),
        Inline::PageBreak(page) => super::page_mark(context, page, true),
        Inline::Hi(rend, inner) => {
            let inner = run(context, inner, lead);
            match rend {
                Rend::Italic => markup! { <em class="tei-hi">{ inner }</em> },
                Rend::Strong => markup! { <strong class="tei-hi">{ inner }</strong> },
                Rend::SmallCaps => markup! { <span class="tei-hi tei-hi--small-caps">{ inner }</span> },
                Rend::Superscript => markup! { <sup class="tei-hi">{ inner }</sup> },
                Rend::Other(name) => {
                    markup! { <span class="tei-hi" data-rend={name.to_string()}>{ inner }</span> }
                }
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
    let href = mention.targets.first().and_then(|id| {
        let kind = context.viewer.library.entry(id)?.kind;
        Some(Route::Entry { kind, id: id.clone() }.href())
    });
    let lead = Lead { class, href, card: card_of_mention(mention), origin: origin_word(mention.origin) };
    markup! { <span class="mention" id={context.id(mention.id.as_str())}>{ run(context, inner, Some(&lead)) }</span> }
}

fn date_html(context: TextContext<'_>, dating: &Dating, inner: &[Inline]) -> Html {
    let mark = ["t-", context.letter.id.as_str(), "-", dating.id.as_str()].concat();
    let lead = Lead {
        class: "date__link".to_owned(),
        href: Some(Route::Chronology.href_at(&mark)),
        card: card_of_dating(dating),
        origin: origin_word(dating.origin),
    };
    markup! { <span class="date" id={context.id(dating.id.as_str())}>{ run(context, inner, Some(&lead)) }</span> }
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
        Some(NoteKind::Explanatory) | None => "noteref",
    };
    let note = call.note.as_str();
    markup! {
        <a id={context.id(&caller_id(&call.note, call.nth))} {class} role="doc-noteref" href={["#", note].concat()}
            interestfor={popover_of_note(&call.note)} aria-details={note.to_owned()}>
            <span class="visually-hidden">{ words.note_before }</span>{ call.label.to_string() }
        </a>
    }
}

fn choice_html(context: TextContext<'_>, choice: &Choice, lead: Option<&Lead>) -> Html {
    let words = &context.viewer.strings().letter;
    let title = choice.reason.as_ref().map(|reason| [words.corrected, ": ", reason].concat());
    markup! {
        <span class="tei-choice">
            <span class="tei-sic">{ run(context, &choice.sic, lead) }</span>
            <span class="tei-corr" data-origin="editor" {title}>
                { " [" }<span class="visually-hidden">{ words.corrected }{ ": " }</span>{ choice.corr.to_string() }{ "]" }
            </span>
        </span>
    }
}
