//! Who or what words name: references, keys, prefixes.

use super::{kinds, xml};
use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Mention, Origin};
use roxmltree::Node;

/// Prefixes of references (TEI `prefixDef`): each with what is to be written before the rest.
pub(super) type Prefixes = Vec<(String, String)>;

/// The prefixes that a file declares. Only the plain kind is read, whose replacement ends in `$1`.
pub(super) fn prefixes(root: Node<'_, '_>) -> Prefixes {
    let definitions = xml::all(root, "prefixDef");
    definitions
        .filter_map(|definition| {
            let name = definition.attribute("ident")?;
            let pattern = definition.attribute("replacementPattern")?;
            Some((name.to_owned(), pattern.strip_suffix("$1")?.to_owned()))
        })
        .collect()
}

/// The kind of thing that an element names; none where it is no name.
pub(super) fn kind(node: Node<'_, '_>) -> Option<EntryKind> {
    let by_word = |word: &str| {
        Some(match word {
            "person" | "pers" | "people" | "fictional" => EntryKind::Person,
            "place" | "geog" | "location" | "city" => EntryKind::Place,
            "org" | "organisation" | "organization" | "institution" => EntryKind::Organisation,
            "work" | "bibl" | "title" | "lit_work" | "book" | "literature" | "werk" => EntryKind::Work,
            "event" => EntryKind::Event,
            _ => return None,
        })
    };
    // Editions put something before it: `bi_person`.
    let by_type = |words: &str| {
        let last = words.rsplit(['_', '-', ':', '.']).next().filter(|last| last.len() < words.len());
        by_word(words).or_else(|| by_word(last?))
    };
    match xml::name(node) {
        "persName" => Some(EntryKind::Person),
        "placeName" | "geogName" => Some(EntryKind::Place),
        "orgName" => Some(EntryKind::Organisation),
        "name" | "rs" => match node.attribute("type") {
            Some(word) => by_type(word),
            None => reference(node).map(|_| EntryKind::Person),
        },
        "title" | "bibl" => reference(node).map(|_| EntryKind::Work),
        "eventName" => Some(EntryKind::Event),
        "settlement" | "country" | "region" => reference(node).map(|_| EntryKind::Place),
        _ => None,
    }
}

fn reference<'d>(node: Node<'d, '_>) -> Option<&'d str> {
    ["ref", "key", "corresp", "sameAs"]
        .iter()
        .find_map(|name| node.attribute(*name))
        .filter(|value| !value.trim().is_empty())
}

/// The targets of an element as identifiers, not yet resolved. A key is one, whatever is in it.
pub(super) fn targets(node: Node<'_, '_>, prefixes: &Prefixes) -> Vec<EntryId> {
    let mut out: Vec<EntryId> = Vec::new();
    match node.attribute("ref").filter(|value| !value.trim().is_empty()) {
        Some(references) => {
            for reference in references.split_whitespace() {
                out.extend(target(reference, prefixes));
            }
        }
        None => {
            let said = |name: &str| node.attribute(name).map(str::trim);
            let key = said("key").or_else(|| listed(node)).or_else(|| said("sameAs"));
            out.extend(key.and_then(|key| target(key, prefixes)));
        }
    }
    out.dedup();
    out
}

/// The entry that an item of a list in a note stands for: `<person corresp="#p1"><persName>`. Such lists name those of whom a
/// line speaks; the items of a register have identifiers of their own.
fn listed<'d>(node: Node<'d, '_>) -> Option<&'d str> {
    let is_item = |node: &Node<'_, '_>| {
        xml::id(*node).is_none() && node.parent().is_some_and(|list| kinds::is_register(xml::name(list)))
    };
    let item = [Some(node), node.parent()].into_iter().flatten().find(is_item)?;
    item.attribute("corresp").or_else(|| item.attribute("sameAs")).map(str::trim)
}

/// One reference as an identifier: without `#`, file and prefix; addresses as they are.
fn target(reference: &str, prefixes: &Prefixes) -> Option<EntryId> {
    let mut whole = reference.to_owned();
    if let Some((prefix, rest)) = reference.split_once(':')
        && let Some((_, before)) = prefixes.iter().find(|(name, _)| name == prefix)
    {
        whole = [before, rest].concat();
    }
    let web = whole.starts_with("http:") || whole.starts_with("https:");
    let bare = match whole.rsplit_once('#') {
        Some((_, id)) if !web && !id.is_empty() => id,
        _ => whole.trim_start_matches('#'),
    };
    // Placeholders that editors leave: `#???`, `#...`, `#XXXX`.
    let meant = bare.chars().any(|c| c.is_alphanumeric() && c != 'X');
    meant.then(|| bare.into())
}

/// How sure an element is (`@cert`).
pub(super) fn certainty(node: Node<'_, '_>) -> Certainty {
    match node.attribute("cert") {
        Some("low") => Certainty::Low,
        Some("medium") => Certainty::Medium,
        Some("unknown") => Certainty::Unknown,
        _ => Certainty::High,
    }
}

/// A mention; its words are those of the element.
pub(super) fn mention(node: Node<'_, '_>, kind: EntryKind, prefixes: &Prefixes) -> Mention {
    let targets = targets(node, prefixes);
    // Of whom there is no entry nothing is known; a doubt that the source has stays one.
    let certainty = match certainty(node) {
        Certainty::High if targets.is_empty() => Certainty::Unknown,
        said => said,
    };
    Mention {
        id: "".into(),
        kind,
        as_written: xml::reading_words(node).into(),
        joint: if targets.len() > 1 && certainty > Certainty::Medium { Joint::OneOf } else { Joint::And },
        // The encoding is an editor's word.
        origin: if targets.is_empty() { Origin::Source } else { Origin::Editor },
        targets,
        certainty,
        reason: node.attribute("evidence").map(|evidence| format!("evidence: {evidence}").into()),
        expansion: None,
        implied: node.attribute("subtype").is_some_and(|kind| kind.contains("implied")),
        span: xml::span(node),
    }
}
