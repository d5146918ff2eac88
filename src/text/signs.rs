//! What an editor says of the state of words. Both layers stand in the page; the style sheet shows the one that the
//! reader has chosen (`data-layer`), so that changing it moves nothing else.

use super::TextContext;
use super::manners::{Place, amount, is_over, manner, place};
use crate::i18n::Strings;
use crate::markup::markup;
use edition::{ChoiceKind, Gap, Rend, Sign, SignKind};
use yew::prelude::*;

/// The class of a sign: its shape says what it is, and of an addition where it stands.
pub(crate) fn sign_class(sign: &Sign) -> &'static str {
    match sign.kind {
        SignKind::Deleted if is_over(sign.how()) => "tei-del tei-del--over",
        SignKind::Deleted => "tei-del",
        SignKind::Added => match place(sign.how()) {
            Place::Above => "tei-add",
            Place::Below => "tei-add tei-add--below",
            Place::Elsewhere => "tei-add tei-add--elsewhere",
        },
        SignKind::Restored => "tei-restore",
        SignKind::Unclear => "tei-unclear",
        SignKind::Damage => "tei-damage",
        SignKind::Surplus => "tei-surplus",
        SignKind::Supplied => "tei-supplied-by-editor",
        SignKind::Expansion => "tei-ex",
        SignKind::AbbreviationMark => "tei-am",
        SignKind::Variant => "tei-rdg",
        SignKind::HandShift => "tei-hand-shift",
        SignKind::PageNumber => "tei-fw",
    }
}

/// What a sign means, in words: what was done, and how.
pub(crate) fn sign_words(strings: &Strings, sign: &Sign) -> String {
    let name = strings.letter.signs[sign.kind as usize];
    match sign.how() {
        "" => name.to_owned(),
        how => [name, ": ", &manner(strings, how)].concat(),
    }
}

/// The class of a look and what it means, where it is one of the paper.
pub(crate) fn look(strings: &Strings, rend: &Rend) -> Option<(&'static str, &'static str)> {
    let (number, class) = match rend {
        Rend::Underlined => (0, "tei-hi tei-hi--underlined"),
        Rend::LatinScript => (1, "tei-hi tei-hi--latin"),
        Rend::Printed => (2, "tei-hi tei-hi--printed"),
        Rend::Stamped => (3, "tei-hi tei-hi--stamped"),
        Rend::Typed => (4, "tei-hi tei-hi--typed"),
        _ => return None,
    };
    Some((class, strings.letter.looks[number]))
}

/// Words with their look on the paper. Those that are underlined there are stressed, as in print.
pub(super) fn looked(context: TextContext<'_>, rend: &Rend, inner: Html) -> Html {
    let Some((class, title)) = look(context.viewer.strings(), rend) else { return inner };
    match rend {
        Rend::Underlined => markup! { <em {class}>{ inner }</em> },
        _ => markup! { <span {class} {title}>{ inner }</span> },
    }
}

/// Words with what is said of their state.
pub(super) fn sign(context: TextContext<'_>, sign: &Sign, inner: Html) -> Html {
    let class = sign_class(sign);
    let mut title = sign_words(context.viewer.strings(), sign);
    if !sign.hand().is_empty() {
        title.push_str(if sign.how().is_empty() { ": " } else { "; " });
        title.push_str(sign.hand());
    }
    match sign.kind {
        SignKind::Deleted => markup! { <del {class} {title}>{ inner }</del> },
        SignKind::Added => markup! { <ins {class} {title}>{ inner }</ins> },
        // It holds nothing, so it says its name.
        SignKind::HandShift => markup! { <span {class}>{ "[" }{ title }{ "]" }</span> },
        _ => markup! { <span {class} {title}>{ inner }</span> },
    }
}

/// Missing words: never nothing on the screen.
pub(super) fn gap(context: TextContext<'_>, gap: &Gap) -> Html {
    let strings = context.viewer.strings();
    let mut title = String::from(strings.letter.gap);
    if let Some(amount) = amount(strings, gap.quantity, gap.unit.as_deref()) {
        title.push(' ');
        title.push_str(&amount);
    }
    if let Some(reason) = &gap.reason {
        title.push_str(if title.ends_with(':') { " " } else { ", " });
        title.push_str(&manner(strings, reason));
    }
    markup! { <span class="tei-gap"><span class="visually-hidden">{ "[" }{ title.clone() }{ "]" }</span><span aria-hidden="true" {title}>{ "[…]" }</span></span> }
}

/// Printed words and those that the editor reads: of a correction both stand in the reading layer, of the others only
/// the editor's.
pub(super) fn choice(
    context: TextContext<'_>,
    kind: ChoiceKind,
    sic: Html,
    corr: Html,
    reason: Option<&str>,
) -> Html {
    let words = &context.viewer.strings().letter;
    match kind {
        ChoiceKind::Correction => {
            let title = reason.map(|reason| [words.corrected, ": ", reason].concat());
            let why = reason.map(|reason| [" (", reason, ")"].concat()).unwrap_or_default();
            markup! {
                <span class="tei-choice">
                    <span class="tei-sic">{ sic }</span>
                    <span class="tei-corr" data-origin="editor" {title}>
                        { " [" }<span class="visually-hidden">{ words.corrected }{ why }{ ": " }</span>{ corr }{ "]" }
                    </span>
                </span>
            }
        }
        ChoiceKind::Expansion | ChoiceKind::Regularization => {
            let [printed, read] = if kind == ChoiceKind::Expansion {
                ["tei-abbr", "tei-expan"]
            } else {
                ["tei-orig", "tei-reg"]
            };
            markup! {
                <span class="tei-choice"><span class={printed}>{ sic }</span><span class={read} data-origin="editor">{ corr }</span></span>
            }
        }
    }
}
