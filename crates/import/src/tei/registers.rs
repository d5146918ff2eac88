//! Registers: persons, places, organisations, works, events, wherever a file lists them.

use super::facts::facts;
use super::names::{self, Prefixes};
use super::{Context, Listed, dates, kinds, stated, xml};
use ::dates::{Edtf, bounds};
use edition::{Authority, Entry, EntryId, EntryKind, Form};
use roxmltree::Node;
use source::Severity;
use std::collections::BTreeSet;

/// The entries of a file. Only elements with an identifier are entries; the rest are mentions.
pub(super) fn read(context: &mut Context<'_>, root: Node<'_, '_>, prefixes: &Prefixes) -> Vec<Listed> {
    let mut out = Vec::new();
    for node in root.descendants() {
        let kind = match xml::name(node) {
            "person" | "personGrp" => EntryKind::Person,
            "place" => EntryKind::Place,
            "org" => EntryKind::Organisation,
            "bibl" | "biblStruct" | "biblFull"
                if node.parent().is_some_and(|list| xml::is(list, "listBibl")) =>
            {
                EntryKind::Work
            }
            "event" => EntryKind::Event,
            _ => continue,
        };
        let Some(id) = xml::id(node) else { continue };
        if let Some(entry) = entry(context, node, kind, id, prefixes) {
            out.push(Listed { entry, span: xml::start_tag(context.file, node) });
        }
    }
    out
}

/// Whether a text is nothing but lists, every item of which has an identifier or leads to one: subjects that other files
/// refer to, or circles of persons.
pub(super) fn is_list(text: Node<'_, '_>) -> bool {
    let blocks = || text.children().filter(Node::is_element).flat_map(|body| body.children());
    let mut items = text.descendants().filter(|node| xml::is(*node, "item")).peekable();
    items.peek().is_some()
        && items.all(|item| xml::id(item).is_some() || item.has_attribute("corresp"))
        && blocks().all(|block| xml::is(block, "list") || !xml::is_words(block) && !block.is_element())
}

/// Whether a text that no `correspDesc` describes is a register and no letter. A letter can bring a register of its own behind
/// its words, and what only letters have (an opener, a signature) makes one in any case.
pub(super) fn is_register_file(text: Node<'_, '_>) -> bool {
    let lists = |node: Node<'_, '_>| {
        node.descendants().any(|list| kinds::is_register(xml::name(list)) && has_entries(list))
    };
    let of_a_letter = |node: Node<'_, '_>| {
        let name = xml::name(node);
        matches!(name, "opener" | "closer" | "salute" | "signed" | "dateline" | "postscript")
            || name == "div" && node.attribute("type") == Some("letter")
    };
    let body = xml::child(text, "body");
    let told = body.is_some_and(|body| !lists(body) && body.descendants().any(xml::is_words));
    lists(text) && !told && !text.descendants().any(of_a_letter)
}

/// Whether a list holds entries, and does not only name some.
pub(super) fn has_entries(list: Node<'_, '_>) -> bool {
    list.children().any(|child| xml::id(child).is_some())
}

fn entry(
    context: &mut Context<'_>,
    node: Node<'_, '_>,
    kind: EntryKind,
    id: &str,
    prefixes: &Prefixes,
) -> Option<Entry> {
    let mut names: Vec<(String, String)> = Vec::new();
    // Some editions write an entry in a paragraph.
    let in_paragraphs = || node.children().filter(|child| xml::is(*child, "p")).flat_map(|p| p.children());
    for child in node.children().chain(in_paragraphs()).filter(|child| is_name(*child, kind)) {
        let (shown, sorted) = name(child, kind);
        if !shown.is_empty() && names.iter().all(|(known, _)| *known != shown) {
            names.push((shown, sorted));
        }
    }
    if names.is_empty() && kind == EntryKind::Work {
        let words = xml::words(node);
        names.extend((!words.is_empty()).then(|| (words.clone(), words)));
    }
    let mut names = names.into_iter();
    let (shown, sorted) = names.next()?;
    let forms = names.map(|(form, _)| Form { text: form.into(), recognized: false }).collect();
    let date = |context: &mut Context<'_>, name: &str| -> Option<Edtf> {
        let node = xml::child(node, name)?;
        let inner = || xml::child(node, "date").filter(|date| dates::is_dated(*date));
        match Some(node).filter(|node| dates::is_dated(*node)).or_else(inner) {
            Some(dated) => stated::stated(context, dated)?.reading.meaning,
            None => dates::in_words(&xml::words(xml::child(node, "date").unwrap_or(node))),
        }
    };
    let (begin, end) = (date(context, "birth"), date(context, "death"));
    let days =
        begin.as_ref().zip(end.as_ref()).map(|(begin, end)| (bounds(begin).earliest, bounds(end).latest));
    if let Some((Some(first), Some(last))) = days
        && last < first
    {
        let message = format!("{shown} dies before being born");
        let finding = context.say("tei/reversed-dates", Severity::Warning, node, message);
        *finding = finding.clone().advise("exchange the two dates, or mend the one that is wrong");
    }
    Some(Entry {
        id: EntryId::from(id),
        kind,
        name: shown.into(),
        sort_name: sorted.into(),
        forms,
        about: about(node).or_else(|| unlinked(node, kind)),
        begin,
        end,
        authorities: authorities(node),
        facts: facts(node, kind),
        related: related(node, kind, prefixes),
    })
}

/// What an entry belongs to: the authors of a work, the place that a place is in.
fn related(node: Node<'_, '_>, kind: EntryKind, prefixes: &Prefixes) -> Vec<EntryId> {
    let mut out: Vec<EntryId> = Vec::new();
    match kind {
        EntryKind::Work => authors(node).for_each(|author| out.extend(names::targets(author, prefixes))),
        EntryKind::Place => {
            let around = node.ancestors().skip(1).find(|above| xml::is(*above, "place")).and_then(xml::id);
            out.extend(around.map(EntryId::from));
            let located = |node: &Node<'_, '_>| node.attribute("type") == Some("located_in_place");
            for location in node.children().filter(|child| xml::is(*child, "location")).filter(located) {
                let inside =
                    location.children().filter(|child| names::kind(*child) == Some(EntryKind::Place));
                inside.for_each(|place| out.extend(names::targets(place, prefixes)));
            }
        }
        _ => {}
    }
    let mut known = BTreeSet::new();
    out.retain(|id| known.insert(id.clone()));
    out
}

/// Who made a work: `author`, wherever a reference has it.
fn authors<'d, 'i>(work: Node<'d, 'i>) -> impl Iterator<Item = Node<'d, 'i>> {
    xml::all(work, "author")
        .filter(|author| author.has_attribute("ref") || author.descendants().any(xml::is_words))
}

/// Of a work without a note: its authors who lead nowhere, and where it appeared.
fn unlinked(node: Node<'_, '_>, kind: EntryKind) -> Option<Box<str>> {
    if kind != EntryKind::Work {
        return None;
    }
    let alone = |author: &Node<'_, '_>| !author.has_attribute("ref") && !author.has_attribute("key");
    let authors = authors(node).filter(alone).map(xml::words);
    let appeared = node.children().filter(|title| is_citation(*title)).map(xml::words);
    let words = xml::joined(authors.chain(appeared), "; ");
    (!words.is_empty()).then(|| words.into())
}

/// Whether a title of a work is a reference to where it appeared.
fn is_citation(title: Node<'_, '_>) -> bool {
    xml::is(title, "title") && title.attribute("type").is_some_and(|kind| kind.contains("bibliogra"))
}

fn is_name(node: Node<'_, '_>, kind: EntryKind) -> bool {
    let address = xml::is(node, "title") && xml::words(node).starts_with("http");
    !address
        && !is_citation(node)
        && matches!(
            (xml::name(node), kind),
            ("persName", EntryKind::Person)
                | ("placeName" | "geogName" | "settlement", EntryKind::Place)
                | ("orgName", EntryKind::Organisation)
                | ("title", EntryKind::Work)
                | ("label" | "head" | "eventName" | "desc", EntryKind::Event)
                | ("name", _)
        )
}

/// A name as it is shown, and as it is sorted.
fn name(node: Node<'_, '_>, kind: EntryKind) -> (String, String) {
    let words = xml::words(node);
    if kind != EntryKind::Person {
        return (words.clone(), words);
    }
    let part = |name: &'static str| {
        let parts: Vec<String> =
            xml::all(node, name).map(xml::words).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    };
    let (given, family, link) = (part("forename"), part("surname"), part("nameLink"));
    let joined = |parts: &[&str]| {
        let mut whole = String::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if !whole.is_empty() && !xml::ends_in_elision(&whole) {
                whole.push(' ');
            }
            whole.push_str(part);
        }
        whole
    };
    match (given.is_empty(), family.is_empty()) {
        (false, false) => {
            let behind = joined(&[&given, &link]);
            (joined(&[&given, &link, &family]), [family, behind].join(", "))
        }
        // Written as it is sorted.
        _ => match words.split_once(", ") {
            Some((family, given)) if !given.contains(',') => ([given, family].join(" "), words.clone()),
            _ => (words.clone(), words),
        },
    }
}

/// Who or what, in a line: occupations, else the first note that is no address and no code.
fn about(node: Node<'_, '_>) -> Option<Box<str>> {
    let mut occupations: Vec<String> = Vec::new();
    for occupation in node.children().filter(|child| xml::is(*child, "occupation")) {
        let words = xml::words(occupation);
        if !words.is_empty() && !occupations.contains(&words) {
            occupations.push(words);
        }
    }
    if !occupations.is_empty() {
        return Some(occupations.join(", ").into());
    }
    let notes = node.children().filter(|child| matches!(xml::name(*child), "note" | "desc"));
    notes
        .filter(|note| note.attribute("type") != Some("IDNO"))
        .map(line)
        .find(|words| !words.is_empty() && !is_code(words))
        .filter(|words| words.chars().count() <= 400)
        .map(Into::into)
}

/// The words of an element in one line.
fn line(node: Node<'_, '_>) -> String {
    let words = node.descendants().filter(|text| text.is_text()).filter_map(|text| text.text());
    words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words are the code of some gazetteer (`A.ADM2`, `1412`), which tells a reader nothing.
fn is_code(words: &str) -> bool {
    words.len() <= 12
        && words.contains(|sign: char| sign.is_ascii_digit() || sign == '.')
        && words.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'.')
}

fn authorities(node: Node<'_, '_>) -> Vec<Authority> {
    let mut out: Vec<Authority> = Vec::new();
    for idno in node.children().filter(|child| xml::is(*child, "idno")) {
        let words = xml::words(idno);
        let authority = authority(&words).or_else(|| {
            let name = file_of(idno.attribute("type"), idno.attribute("subtype"), &words)?;
            Some(Authority { name: name.to_lowercase().into(), id: words.as_str().into() })
        });
        out.extend(authority.filter(|authority| !authority.id.is_empty() && !out.contains(authority)));
    }
    out
}

/// What an authority file is called: by the type of the identifier. Of an address the type says nothing: by its subtype, else
/// by the host.
fn file_of<'n>(of: Option<&'n str>, sub: Option<&'n str>, words: &'n str) -> Option<&'n str> {
    let says = of.filter(|of| !["url", "uri"].iter().any(|word| of.eq_ignore_ascii_case(word)));
    // The GND took in the file of persons, PND, with its numbers.
    let says = says.map(|of| if of.eq_ignore_ascii_case("pnd") { "gnd" } else { of });
    let host = || {
        let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"))?;
        rest.split(['/', '?', '#']).next().map(|host| host.trim_start_matches("www."))
    };
    says.or(sub).or_else(host).or(of).filter(|name| !name.is_empty())
}

/// An authority file by the address of an entry in it; with or without `s`, `www.` and a slash at the end.
pub(super) fn authority(address: &str) -> Option<Authority> {
    let rest = address.trim().strip_prefix("https://").or_else(|| address.trim().strip_prefix("http://"))?;
    let rest = rest.trim_start_matches("www.").trim_start_matches("sws.").trim_end_matches('/');
    let known = [
        ("d-nb.info/gnd/", "gnd"),
        ("viaf.org/viaf/", "viaf"),
        ("wikidata.org/entity/", "wikidata"),
        ("wikidata.org/wiki/", "wikidata"),
        ("geonames.org/", "geonames"),
        ("orcid.org/", "orcid"),
    ];
    let (name, id) = known.iter().find_map(|(before, name)| Some((*name, rest.strip_prefix(before)?)))?;
    let id = id.split('/').next().unwrap_or_default();
    (!id.is_empty()).then(|| Authority { name: name.into(), id: id.into() })
}
