//! What an editor says of the state of words. Both layers stand in the page; the style sheet shows the one that the
//! reader has chosen (`data-layer`), so that changing it moves nothing else.

use super::TextContext;
use crate::markup::markup;
use edition::{ChoiceKind, Gap, Sign};
use yew::prelude::*;

/// The place of a sign in the words for signs, as in `Strings`.
pub(crate) fn sign_number(sign: &Sign) -> usize {
    match sign {
        Sign::Deleted => 0,
        Sign::Added(_) => 1,
        Sign::Restored => 2,
        Sign::Unclear => 3,
        Sign::Damage => 4,
        Sign::Surplus => 5,
        Sign::Supplied => 6,
        Sign::Expansion => 7,
        Sign::AbbreviationMark => 8,
        Sign::Variant(_) => 9,
        Sign::HandShift(_) => 10,
    }
}

/// The class of a sign.
pub(crate) fn sign_class(number: usize) -> &'static str {
    [
        "tei-del",
        "tei-add",
        "tei-restore",
        "tei-unclear",
        "tei-damage",
        "tei-surplus",
        "tei-supplied-by-editor",
        "tei-ex",
        "tei-am",
        "tei-rdg",
        "tei-hand-shift",
    ]
    .get(number)
    .copied()
    .unwrap_or("tei-other")
}

/// Words with what is said of their state.
pub(super) fn sign(context: TextContext<'_>, sign: &Sign, inner: Html) -> Html {
    let number = sign_number(sign);
    let class = sign_class(number);
    let name = context.viewer.strings().letter.signs[number];
    let more = match sign {
        Sign::Added(place) | Sign::Variant(place) | Sign::HandShift(place) if !place.is_empty() => {
            Some(&**place)
        }
        _ => None,
    };
    let title = [name, if more.is_some() { ": " } else { "" }, more.unwrap_or_default()].concat();
    match sign {
        Sign::Deleted => markup! { <del {class} {title}>{ inner }</del> },
        Sign::Added(_) => markup! { <ins {class} {title}>{ inner }</ins> },
        // It holds nothing, so it says its name.
        Sign::HandShift(_) => markup! { <span {class}>{ "[" }{ title }{ "]" }</span> },
        _ => markup! { <span {class} {title}>{ inner }</span> },
    }
}

/// Missing words: never nothing on the screen.
pub(super) fn gap(context: TextContext<'_>, gap: &Gap) -> Html {
    let words = &context.viewer.strings().letter;
    let mut title = String::from(words.gap);
    for part in
        [gap.quantity.map(|quantity| quantity.to_string()), gap.unit.as_ref().map(|unit| unit.to_string())]
            .into_iter()
            .flatten()
    {
        title.push(' ');
        title.push_str(&part);
    }
    if let Some(reason) = &gap.reason {
        title.push_str(", ");
        title.push_str(reason);
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
            markup! {
                <span class="tei-choice">
                    <span class="tei-sic">{ sic }</span>
                    <span class="tei-corr" data-origin="editor" {title}>
                        { " [" }<span class="visually-hidden">{ words.corrected }{ ": " }</span>{ corr }{ "]" }
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
