//! What a register says of its entries (TEI P5, chapter 13.3).

use super::{dates, xml};
use edition::{EntryKind, FactKind, Facts};
use roxmltree::Node;

/// The facts of an entry.
pub(super) fn facts(entry: Node<'_, '_>, kind: EntryKind) -> Facts {
    let mut facts = Vec::new();
    for node in entry.children().filter(Node::is_element) {
        let (fact, words) = match (xml::name(node), kind) {
            ("birth", EntryKind::Person) => (FactKind::BirthPlace, place(node)),
            ("death", EntryKind::Person) => (FactKind::DeathPlace, place(node)),
            ("nationality", EntryKind::Person) => (FactKind::Nationality, xml::words(node)),
            ("residence", EntryKind::Person) => (FactKind::Residence, dated(node)),
            ("education", EntryKind::Person) => (FactKind::Education, dated(node)),
            ("affiliation", EntryKind::Person) => (FactKind::Affiliation, dated(node)),
            ("event", EntryKind::Person) => (FactKind::Event, dated(node)),
            ("country", EntryKind::Place) => (FactKind::Country, xml::words(node)),
            _ => continue,
        };
        facts.push((fact, words));
    }
    if matches!(kind, EntryKind::Place | EntryKind::Organisation | EntryKind::Event) {
        // Other locations are those of what it lies in.
        let own = |node: &Node<'_, '_>| {
            matches!(xml::name(*node), "location" | "geo")
                && node.attribute("type") != Some("located_in_place")
        };
        for node in entry.children().filter(own) {
            facts.extend(xml::all(node, "country").map(|country| (FactKind::Country, xml::words(country))));
            facts.extend(xml::find(node, "geo").map(|geo| (FactKind::Coordinates, xml::words(geo))));
        }
    }
    facts.into_iter().collect()
}

/// The name of the place that a birth or a death names.
fn place(node: Node<'_, '_>) -> String {
    let named = node.descendants().filter(|place| {
        matches!(xml::name(*place), "placeName" | "settlement" | "geogName")
            && !place.descendants().any(|inner| xml::is(inner, "geo"))
    });
    named.map(xml::words).find(|words| !words.is_empty()).unwrap_or_default()
}

/// The words of a fact behind its years.
fn dated(node: Node<'_, '_>) -> String {
    let words = xml::words(node);
    let years = dates::years(node).filter(|years| !words.is_empty() && !words.contains(years.as_str()));
    years.map_or_else(|| words.clone(), |years| [&years, ": ", &words].concat())
}
