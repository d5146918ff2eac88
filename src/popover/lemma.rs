//! The words that an open popover belongs to are lit (N20): the mention, or the sentence before a note's caller.

use super::dom::{closest, document, set_class, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node, Range};

/// The name of the highlight in the style sheet: `::highlight(lemma)`.
const HIGHLIGHT: &str = "lemma";
/// A note belongs to words in one of these.
const BLOCK: &str = "p,li,dd,dt,td,h1,h2,h3,blockquote,[class^=tei-]:not(span)";
/// Text that is no part of a sentence.
const APART: &str = ".noteref,.permalink,.tei-pb";

/// Lights the words of a caller.
pub(super) fn light(caller: &HtmlElement) {
    set_class(&lit(caller), "is-lemma", true);
    if caller.class_list().contains("noteref")
        && let Some(range) = sentence(caller)
    {
        highlight(Some(&range));
    }
}

/// Puts the light out.
pub(super) fn dim(caller: &HtmlElement) {
    set_class(&lit(caller), "is-lemma", false);
    if caller.class_list().contains("noteref") {
        highlight(None);
    }
}

fn lit(caller: &HtmlElement) -> HtmlElement {
    closest(caller, ".mention,.date").unwrap_or_else(|| caller.clone())
}

/// A highlight needs no markup of its own, so a sentence may run through any number of elements. A browser
/// without highlights lights the caller only.
pub(crate) fn highlight(range: Option<&Range>) -> Option<()> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let all = Reflect::get(&css, &"highlights".into()).ok()?;
    let method = |name: &str| Reflect::get(&all, &name.into()).ok()?.dyn_into::<Function>().ok();
    match range {
        Some(range) => {
            let kind = Reflect::get(&window(), &"Highlight".into()).ok()?.dyn_into::<Function>().ok()?;
            let made = Reflect::construct(&kind, &Array::of1(range)).ok()?;
            method("set")?.call2(&all, &HIGHLIGHT.into(), &made).ok()?;
        }
        None => {
            method("delete")?.call1(&all, &HIGHLIGHT.into()).ok()?;
        }
    }
    Some(())
}

/// The words that a note says it is on; else from the beginning of the sentence that ends at the caller, or in which it
/// stands, to the caller.
fn sentence(caller: &HtmlElement) -> Option<Range> {
    let block = closest(&caller.parent_element()?, BLOCK)?;
    let range = document().create_range().ok()?;
    let note = caller.get_attribute("aria-details")?;
    if let Ok(Some(start)) = block.query_selector(&["[data-of=", &note, "]"].concat()) {
        range.set_start(&start, 0).ok()?;
    } else {
        let walker = document().create_tree_walker_with_what_to_show(&block, 4).ok()?;
        let mut text = Vec::<u16>::new();
        let mut pieces = Vec::<(Node, usize)>::new();
        while let Ok(Some(node)) = walker.next_node() {
            if node.compare_document_position(caller) & Node::DOCUMENT_POSITION_FOLLOWING == 0 {
                break;
            }
            if node.parent_element().is_some_and(|parent| parent.closest(APART).ok().flatten().is_some()) {
                continue;
            }
            let piece = node.node_value().unwrap_or_default();
            pieces.push((node, text.len()));
            text.extend(piece.encode_utf16());
        }
        let start = sentence_start(&text);
        let (node, offset) = pieces.iter().rev().find(|(_, offset)| *offset <= start)?;
        range.set_start(node, u32::try_from(start - offset).ok()?).ok()?;
    }
    range.set_end_before(caller).ok()?;
    Some(range)
}

/// Where the last sentence of a text begins, in UTF-16 units. An initial, a short abbreviation and a number after
/// the full stop do not end a sentence.
fn sentence_start(text: &[u16]) -> usize {
    let is = |at: usize, signs: &str| {
        text.get(at).is_some_and(|unit| signs.chars().any(|sign| u32::from(sign) == u32::from(*unit)))
    };
    let blank = |at: usize| is(at, " \n\t\u{a0}");
    let mut end = text.len();
    while end > 0 && (blank(end - 1) || is(end - 1, ".!?…”\"»)")) {
        end -= 1;
    }
    let mut at = end;
    let mut next = end;
    while at > 0 {
        at -= 1;
        if blank(at) {
            continue;
        }
        // `at` is the last sign before a blank, `next` the first after it.
        if next > at + 1 && blank(at + 1) {
            let mut stop = at;
            while stop > 0 && is(stop, "”\"»)") {
                stop -= 1;
            }
            let word = (0..stop).rev().take_while(|&i| !blank(i) && !is(i, ".([“„«")).count();
            let short = word < 2 || (word == 2 && upper(text[stop - word]));
            if is(stop, "!?…") || (is(stop, ".") && !short && !is(next, "0123456789")) {
                return next;
            }
        }
        next = at;
    }
    (0..end).find(|&at| !blank(at)).unwrap_or(0)
}

/// Capitals of the Latin and Cyrillic alphabets; enough to know an initial by, and no table.
fn upper(unit: u16) -> bool {
    matches!(unit, 0x41..=0x5a | 0xc0..=0xde | 0x400..=0x42f)
}

#[cfg(test)]
mod tests {
    use super::sentence_start;

    fn last(text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16_lossy(&units[sentence_start(&units)..])
    }

    #[test]
    fn n20_the_last_sentence() {
        assert_eq!(last("I have read it. You were busy."), "You were busy.");
        assert_eq!(last("You were busy then"), "You were busy then");
        assert_eq!(last("I know of it. You do not."), "You do not.");
        assert_eq!(last("  Is it so? It is “so.” "), "It is “so.” ");
    }

    #[test]
    fn n20_initials_abbreviations_and_numbers_do_not_end_it() {
        assert_eq!(
            last("Yes! To A. A. Joffe of the C.C. in vol. 45 I wrote"),
            "To A. A. Joffe of the C.C. in vol. 45 I wrote"
        );
        assert_eq!(last("Здравствуйте! Товарищ И. Иванов"), "Товарищ И. Иванов");
        assert_eq!(last("Then Dr. Weiss came"), "Then Dr. Weiss came");
    }

    #[test]
    fn n20_nothing_before_the_caller() {
        assert_eq!(last(""), "");
        assert_eq!(last(" . "), " . ");
    }
}
