//! Words that look other than those around them.

use super::inlines::blank;
use super::kinds::alignment;
use super::xml;
use edition::{Alignment, Inline, Rend};
use roxmltree::Node;

const MARKS: &str = "\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞〟＂";

/// What `hi` or `emph` holds. Words that stand at a side or in the middle have a line of their own.
pub(super) fn highlighted(node: Node<'_, '_>, inner: Vec<Inline>, out: &mut Vec<Inline>) {
    let rend = rend(node);
    let Some(side @ (Alignment::Center | Alignment::Right)) = alignment(node) else {
        out.push(Inline::Hi(rend, inner));
        return;
    };
    let inner = match rend {
        // What says the side alone.
        Rend::Other(_) => inner,
        face => vec![Inline::Hi(face, inner)],
    };
    out.push(blank());
    out.push(Inline::Hi(Rend::Other(side.word().unwrap_or_default().into()), inner));
    out.push(blank());
}

/// What editors call the looks that are told apart here (`@rend`, `@rendition`, `@style`); the first that is named counts.
const LOOKS: &[(Rend, &[&str])] = &[
    (Rend::Italic, &["italic", "italics", "i", "aq", "italique"]),
    (Rend::Strong, &["bold", "b", "g", "spaced", "spaced_out", "spaced-out", "letterspaced", "gesperrt"]),
    (Rend::SmallCaps, &["smallcaps", "sc", "small-caps", "k"]),
    (Rend::Superscript, &["superscript", "sup", "super", "superlinear"]),
    (Rend::Subscript, &["subscript", "sub"]),
    (Rend::Underlined, &["underline", "underlined", "u", "uu", "underscore"]),
    (Rend::Capitals, &["capitals", "caps", "allcaps", "uppercase", "versalien"]),
    (Rend::LatinScript, &["latintype", "latin", "latin-script", "lateinisch", "antiqua"]),
    (Rend::Printed, &["pre-print", "preprint", "preprinted", "printed", "letterhead", "vordruck"]),
    (Rend::Stamped, &["stamp", "stamped", "stempel"]),
    (Rend::Typed, &["typed", "typewritten", "typescript", "monospace"]),
];

/// How the source says that they look.
fn rend(node: Node<'_, '_>) -> Rend {
    let said =
        node.attribute("rend").or_else(|| node.attribute("rendition")).or_else(|| node.attribute("style"));
    let said = said.unwrap_or_default().replace('#', "").to_lowercase();
    if said.is_empty() {
        return if xml::is(node, "emph") { Rend::Italic } else { Rend::Strong };
    }
    let is = |words: &[&str]| said.split_whitespace().any(|word| words.contains(&word));
    let known = LOOKS.iter().find(|(_, words)| is(words)).map(|(look, _)| look.clone());
    known.unwrap_or_else(|| Rend::Other(said.into()))
}

/// Whether words of others stand between marks of quotation that the source writes: in their element, or around it. Where there
/// are no words, none are wanted.
pub(super) fn has_marks(node: Node<'_, '_>) -> bool {
    let words = words_of(node);
    if words.is_empty() {
        return true;
    }
    let mark = |sign: Option<char>| sign.is_some_and(|sign| MARKS.contains(sign));
    // An apostrophe belongs to the word that it stands in: `d'<q>`, `</q>'s`.
    let other = |one: Option<char>, next: Option<char>| {
        mark(one) && !(matches!(one, Some('\'' | '’')) && next.is_some_and(char::is_alphabetic))
    };
    // A passage and where it is from stand together.
    let whole = node.parent().filter(|around| xml::is(*around, "cit")).unwrap_or(node);
    let before = whole.prev_siblings().skip(1).map(words_of).find(|words| !words.is_empty());
    let after = whole.next_siblings().skip(1).map(words_of).find(|words| !words.is_empty());
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let (mut back, mut on) = (before.chars().rev(), after.chars());
    mark(words.chars().next())
        || mark(words.chars().last())
        || other(back.next(), back.next())
        || other(on.next(), on.next())
}

/// The words of what stands beside an element, without the blanks at their ends.
fn words_of(node: Node<'_, '_>) -> String {
    let words = if node.is_element() { xml::words(node) } else { String::new() };
    let text = node.text().filter(|_| node.is_text()).unwrap_or(&words);
    text.trim().to_owned()
}
