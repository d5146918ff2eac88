//! What elements say of the state of their words (TEI P5, chapter 11.3).

use super::xml;
use edition::{Gap, Manner, Sign, SignKind};
use roxmltree::Node;
use std::collections::BTreeMap;

/// The hands of a file, by identifier: what is said of each.
pub(super) type Hands = BTreeMap<String, Box<str>>;

/// What an element says of the state of its words, how and by whom.
pub(super) fn sign(node: Node<'_, '_>, hands: &Hands) -> Option<Sign> {
    let (kind, how, hand): (_, &[&str], _) = match xml::name(node) {
        "del" => (SignKind::Deleted, &["rend", "rendition"], "hand"),
        "add" => (SignKind::Added, &["place"], "hand"),
        "restore" => (SignKind::Restored, &[], "hand"),
        "unclear" => (SignKind::Unclear, &["reason"], "hand"),
        "damage" => (SignKind::Damage, &["agent"], "hand"),
        "surplus" => (SignKind::Surplus, &["reason"], ""),
        "supplied" => (SignKind::Supplied, &["reason"], ""),
        "ex" => (SignKind::Expansion, &[], ""),
        "am" => (SignKind::AbbreviationMark, &[], ""),
        "handShift" => (SignKind::HandShift, &["medium"], "new"),
        _ => return None,
    };
    let how = how.iter().find_map(|name| said(node, name).filter(|how| tells(how))).unwrap_or_default();
    let hand = said(node, hand).or_else(|| said(node, "scribe"));
    let hand = hand.map(|hand| names(hand, hands)).unwrap_or_default();
    Some(Sign { kind, manner: manner(how.replace('#', ""), hand) })
}

/// Whether a value says something to a reader: lists of values end with one for all others.
fn tells(value: &str) -> bool {
    !["other", "unknown", "unspecified"].iter().any(|nothing| value.eq_ignore_ascii_case(nothing))
}

/// What another witness reads.
pub(super) fn variant(reading: Node<'_, '_>) -> Sign {
    let witness = said(reading, "wit").unwrap_or_default();
    Sign { kind: SignKind::Variant, manner: manner(witness.to_owned(), String::new()) }
}

/// Missing words. Where the extent is in words, a number before them is their number.
pub(super) fn gap(node: Node<'_, '_>) -> Gap {
    let number = |words: &str| words.parse().ok().filter(|number| *number > 0);
    let extent = said(node, "extent").map(|extent| match extent.split_once(' ') {
        Some((count, unit)) if number(count).is_some() => (number(count), unit.trim()),
        _ => (None, extent),
    });
    let quantity = said(node, "quantity").and_then(number).or(extent.and_then(|(count, _)| count));
    let unit = said(node, "unit").or(extent.map(|(_, unit)| unit));
    Gap {
        reason: said(node, "reason").filter(|why| tells(why)).map(Into::into),
        quantity,
        unit: unit.map(Into::into),
    }
}

/// What is said of a hand: with what it writes and who it is, or in its own words where they are few.
pub(super) fn hand(note: Node<'_, '_>) -> Box<str> {
    const FEW: usize = 80;
    let words = xml::words(note);
    if !words.is_empty() && words.chars().count() <= FEW {
        return words.into();
    }
    let named = ["medium", "script", "scribe"].into_iter().filter_map(|name| said(note, name)).map(readable);
    xml::joined(named, ", ").into()
}

/// The characters that a source describes (`char`, `glyph`), by identifier: what they are mapped to.
pub(super) type Glyphs = BTreeMap<String, Box<str>>;

/// The character that a `char` or `glyph` is mapped to (TEI P5, chapter 5.2).
pub(super) fn glyph(described: Node<'_, '_>) -> Option<Box<str>> {
    let mut mappings: Vec<Node<'_, '_>> = xml::all(described, "mapping").collect();
    mappings.sort_by_key(|mapping| mapping.attribute("type") != Some("standard"));
    mappings.into_iter().find_map(xml::words_or_none)
}

/// What an element stands for that holds no words: a character (`c`, `g`), or a line drawn between parts (`metamark`). One that
/// is not known stands in brackets by its name, so that a reader sees that something is there.
pub(super) fn written(node: Node<'_, '_>, glyphs: &Glyphs) -> Option<String> {
    const MOST: usize = 200;
    let name = xml::name(node);
    if !matches!(name, "c" | "g" | "metamark") || node.descendants().any(|inner| inner.is_text()) {
        return None;
    }
    if name == "metamark" {
        return (said(node, "function") == Some("separation")).then(|| "———".to_owned());
    }
    let pointer = ["ref", "rendition", "rend", "type"].iter().find_map(|name| said(node, name))?;
    let name = pointer.rsplit_once('#').map_or(pointer, |(_, name)| name);
    if let Some(known) = glyphs.get(name) {
        return Some(known.to_string());
    }
    let count = said(node, "n").and_then(|count| count.parse().ok()).unwrap_or(3).min(MOST);
    Some(match name.to_lowercase().as_str() {
        "dots" | "punkte" => ".".repeat(count),
        "prozent" | "percent" => "%".to_owned(),
        "kaufmannsund" | "ampersand" | "et" => "&".to_owned(),
        "paragraph" | "section" => "§".to_owned(),
        "gedankenstrich" | "dash" => "–".to_owned(),
        "asterisk" | "stern" | "sternchen" => "*".to_owned(),
        _ => ["[", &readable(name), "]"].concat(),
    })
}

fn manner(how: String, hand: String) -> Option<Box<Manner>> {
    (!how.is_empty() || !hand.is_empty()).then(|| Box::new(Manner { how: how.into(), hand: hand.into() }))
}

/// The hands that are pointed to: what is said of each, else its name.
fn names(pointers: &str, hands: &Hands) -> String {
    let named = pointers.split_whitespace().map(|pointer| {
        let id = pointer.rsplit_once('#').map_or(pointer, |(_, id)| id);
        match hands.get(id).filter(|said| !said.is_empty()) {
            Some(said) => said.to_string(),
            None => readable(id),
        }
    });
    xml::joined(named, "; ")
}

/// A word of an attribute as one reads it.
fn readable(word: &str) -> String {
    word.replace('_', " ")
}

fn said<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attribute(name).map(str::trim).filter(|value| !value.is_empty())
}
