//! Where a letter is kept and printed, what the paper is like, who edited it, and under which terms (TEI P5, chapters 2.2 and 10).

use super::citation::citation;
use super::header::primary;
use super::xml;
use edition::{BlockId, ImprintKind, ImprintLine, Inline, Link, Text, Witness};
use roxmltree::Node;

/// What a header says of all this.
pub(super) fn witness(head: Node<'_, '_>, language: &str) -> Witness {
    let mut lines: Vec<(ImprintKind, Node<'_, '_>, Vec<Inline>)> = Vec::new();
    if let Some(source) = xml::find(head, "sourceDesc") {
        lines.extend(prints(source));
        for described in xml::all(source, "physDesc") {
            let words = xml::joined(statements(described, language).into_iter(), " · ");
            lines.push((ImprintKind::Description, described, text(described, words)));
        }
    }
    let said = xml::find(head, "correspDesc").into_iter().flat_map(|description| description.children());
    for note in said.filter(|node| xml::is(*node, "note")) {
        lines.push((ImprintKind::Description, note, text(note, xml::words(note))));
    }
    if let Some(title) = xml::find(head, "titleStmt") {
        lines.push((ImprintKind::Responsibility, title, text(title, editors(head, title))));
    }
    lines.extend(addresses(head));
    let lines = lines.into_iter().filter(|(.., words)| !words.is_empty());
    let imprint = lines.enumerate().map(|(nth, (kind, node, inlines))| ImprintLine {
        id: BlockId(format!("h{}", nth + 1).into()),
        kind,
        inlines,
        span: xml::span(node),
    });
    Witness { imprint: imprint.collect(), volume: None, pages: None, rights: rights(head) }
}

fn text(node: Node<'_, '_>, words: String) -> Vec<Inline> {
    let text = |words: String| Inline::Text(Text { text: words.into(), span: xml::span(node) });
    if words.is_empty() { Vec::new() } else { vec![text(words)] }
}

/// Where it is kept, and where it was printed. Lists of what a commentary or a reader may want are no prints of the letter.
fn prints<'d, 'i>(source: Node<'d, 'i>) -> Vec<(ImprintKind, Node<'d, 'i>, Vec<Inline>)> {
    let inside = |node: Node<'_, '_>| {
        node.ancestors().skip(1).take_while(|above| *above != source).any(|above| {
            let named = xml::name(above);
            matches!(named, "msIdentifier" | "bibl" | "biblStruct" | "biblFull" | "listPerson" | "listPlace")
                || named == "physDesc"
                || named == "listBibl"
                    && matches!(above.attribute("type"), Some("commentary" | "literature" | "secondary"))
        })
    };
    let mut lines = Vec::new();
    for node in source.descendants() {
        let kind = match xml::name(node) {
            "msIdentifier" => ImprintKind::TextSource,
            "bibl" | "biblStruct" | "biblFull" => ImprintKind::Edition,
            "p" | "ab" if node.parent() == Some(source) => ImprintKind::TextSource,
            _ => continue,
        };
        if !inside(node) {
            lines.push((kind, node, text(node, parts(node))));
        }
    }
    lines
}

/// What is said of the paper, the hands, the additions: one statement after the other. What is said in several languages is
/// taken in that of the letter, else in the first.
fn statements(node: Node<'_, '_>, language: &str) -> Vec<String> {
    if xml::says_words(node) {
        return vec![xml::words(node)];
    }
    let children = || node.children().filter(Node::is_element);
    let spoken: Vec<String> = children().filter_map(xml::lang).map(primary).collect();
    let wanted = spoken.iter().find(|tag| **tag == primary(language)).or(spoken.first());
    let other = |child: &Node<'_, '_>| xml::lang(*child).is_some_and(|tag| Some(&primary(tag)) != wanted);
    let mut out: Vec<String> = Vec::new();
    for said in children().filter(|child| !other(child)).flat_map(|child| statements(child, language)) {
        if !said.is_empty() && !out.contains(&said) {
            out.push(said);
        }
    }
    out
}

/// Who edited the letter, and what each did.
fn editors(head: Node<'_, '_>, title: Node<'_, '_>) -> String {
    let named = |name: &'static str| title.children().filter(move |node| xml::is(*node, name));
    let several = |editor: Node<'_, '_>| match xml::says_words(editor) {
        true => xml::words(editor),
        false => xml::joined(editor.children().filter(Node::is_element).map(xml::words), "; "),
    };
    let mut all: Vec<String> = named("editor").map(several).collect();
    let edition = xml::find(head, "editionStmt").into_iter().flat_map(|edition| edition.children());
    let did = named("respStmt").chain(edition.filter(|node| xml::is(*node, "respStmt")));
    for statement in did.map(responsibility) {
        if !all.contains(&statement) {
            all.push(statement);
        }
    }
    xml::joined(all.into_iter(), " · ")
}

/// `Transcription: Elm, Eva; Dorn, Carl`
fn responsibility(statement: Node<'_, '_>) -> String {
    let of = |resp: bool| {
        let parts =
            statement.children().filter(move |part| part.is_element() && xml::is(*part, "resp") == resp);
        parts.map(xml::words)
    };
    xml::joined([xml::joined(of(true), "; "), xml::joined(of(false), "; ")].into_iter(), ": ")
}

/// The lasting addresses of the digital text.
fn addresses<'d, 'i>(head: Node<'d, 'i>) -> Vec<(ImprintKind, Node<'d, 'i>, Vec<Inline>)> {
    let statement = xml::find(head, "publicationStmt").into_iter().flat_map(|node| node.children());
    let numbers = statement.filter(|node| xml::is(*node, "idno"));
    numbers
        .filter_map(|node| {
            let words = xml::words(node);
            let web = words.starts_with("https://") || words.starts_with("http://");
            let href = words.clone().into();
            web.then(|| {
                (ImprintKind::Digitisation, node, vec![Inline::Link(Link::Address(href), text(node, words))])
            })
        })
        .collect()
}

/// Under which terms, and whose rights are kept.
fn rights(head: Node<'_, '_>) -> Vec<Box<str>> {
    let licences = xml::all(head, "licence").chain(xml::all(head, "license"));
    let licences = licences.filter_map(|node| {
        let first = node.children().find(|child| xml::is(*child, "p")).unwrap_or(node);
        match (node.attribute("target"), xml::words(first)) {
            (Some(target), words) if words.is_empty() || words.len() > 120 => Some(target.into()),
            (Some(target), words) => Some(format!("{words} ({target})").into()),
            (None, words) => (!words.is_empty()).then(|| words.into()),
        }
    });
    let mut all: Vec<Box<str>> = licences.collect();
    let beside = xml::all(head, "availability").flat_map(|node| node.children());
    for said in beside.filter(|node| xml::is(*node, "p")).filter_map(xml::words_or_none) {
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all
}

/// The words of the parts of a statement, with commas between them.
fn parts(node: Node<'_, '_>) -> String {
    if xml::is(node, "biblStruct") {
        return citation(node);
    }
    if xml::says_words(node) {
        return xml::words(node);
    }
    let inner = |child: Node<'_, '_>| {
        if child.children().any(|inner| inner.is_element()) { parts(child) } else { xml::words(child) }
    };
    xml::joined(node.children().filter(Node::is_element).map(inner), ", ")
}
