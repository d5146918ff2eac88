//! The tree of a file, and small questions to it.

use edition::without_hyphen;
use roxmltree::{Document, Node, ParsingOptions};
use source::{Code, Diagnostic, Severity, SourceFile, Span};

/// Deeper nesting is refused: a page is built by descending.
const DEPTH: usize = 200;
/// Larger files are refused, in bytes.
const LARGEST: usize = 64 << 20;
/// More nodes are refused.
const NODES: u32 = 20_000_000;

/// Parses a file. Nothing outside of it is ever fetched.
pub(super) fn parse(file: &SourceFile) -> Result<Document<'_>, Diagnostic> {
    let refuse =
        |code: &'static str, message: String| Diagnostic::new(Code(code), Severity::Error, None, message);
    if file.text.len() > LARGEST {
        let message = format!("the file is larger than {} MB and is not read", LARGEST >> 20);
        return Err(refuse("tei/too-large", message).advise("split it: one letter or one register a file"));
    }
    if let Some(at) = file.text.find("<!ENTITY") {
        let mut finding = refuse("tei/entities", "the file declares entities and is not read".to_owned());
        finding.span = Some(Span::new(at, at + "<!ENTITY".len()));
        return Err(
            finding.advise("write the characters themselves; entities can be made to fill all memory")
        );
    }
    let options = ParsingOptions {
        allow_dtd: file.text.contains("<!DOCTYPE"),
        nodes_limit: NODES,
        ..Default::default()
    };
    let document = Document::parse_with_options(&file.text, options).map_err(|error| {
        let place = error.pos();
        let line = usize::try_from(place.row.saturating_sub(1)).unwrap_or_default();
        let start: usize = file.text.split_inclusive('\n').take(line).map(str::len).sum();
        let column = usize::try_from(place.col.saturating_sub(1)).unwrap_or_default();
        let rest = file.text.get(start..).unwrap_or_default();
        let at = start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
        let at = at.min(file.text.len());
        let mut finding = refuse("tei/not-well-formed", format!("this is not well-formed XML: {error}"));
        finding.span = Some(Span::new(at, at));
        finding.advise("the letter is left out until this is mended; an XML editor shows the place")
    })?;
    if let Some(node) = too_deep(&document) {
        let mut finding = refuse("tei/too-deep", format!("elements are nested more than {DEPTH} deep"));
        finding.span = Some(start_tag(file, node));
        return Err(finding.advise("the letter is left out; no text needs that"));
    }
    Ok(document)
}

fn too_deep<'d, 'i>(document: &'d Document<'i>) -> Option<Node<'d, 'i>> {
    let mut depth = 0_usize;
    let mut node = document.root();
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > DEPTH {
                return Some(child);
            }
            node = child;
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            node = node.parent()?;
            depth -= 1;
        }
    }
}

/// Whether a node is the TEI element of this name (in the TEI namespace, or in none).
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    self::name(node) == name
}

/// The name of a TEI element; nothing for other nodes and other namespaces.
pub(super) fn name<'d>(node: Node<'d, '_>) -> &'d str {
    let ours = node.is_element()
        && node.tag_name().namespace().is_none_or(|space| space == "http://www.tei-c.org/ns/1.0");
    if ours { node.tag_name().name() } else { "" }
}

/// The first child of this name.
pub(super) fn child<'d, 'i>(node: Node<'d, 'i>, name: &str) -> Option<Node<'d, 'i>> {
    node.children().find(|child| is(*child, name))
}

/// The first descendant of this name.
pub(super) fn find<'d, 'i>(node: Node<'d, 'i>, name: &str) -> Option<Node<'d, 'i>> {
    node.descendants().find(|child| is(*child, name))
}

/// All descendants of this name.
pub(super) fn all<'d, 'i>(node: Node<'d, 'i>, name: &'static str) -> impl Iterator<Item = Node<'d, 'i>> {
    node.descendants().filter(move |child| is(*child, name))
}

/// The identifier of an element.
pub(super) fn id<'d>(node: Node<'d, '_>) -> Option<&'d str> {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "id")).filter(|id| !id.is_empty())
}

/// The language of an element.
pub(super) fn lang<'d>(node: Node<'d, '_>) -> Option<&'d str> {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).filter(|lang| !lang.is_empty())
}

/// All words of an element, blanks made one; notes in it left out. A line that ends does not join two words.
pub(super) fn words(node: Node<'_, '_>) -> String {
    words_without(node, |above| is(above, "note"))
}

/// The words of an element as one reads them: of a choice those of the editor, and none that were struck out.
pub(super) fn reading_words(node: Node<'_, '_>) -> String {
    let other = |above: Node<'_, '_>| {
        let beside = |wanted: &str| above.parent().is_some_and(|choice| child(choice, wanted).is_some());
        match name(above) {
            "note" | "del" | "surplus" | "am" | "rdg" => true,
            "sic" => beside("corr"),
            "abbr" => beside("expan"),
            "orig" => beside("reg"),
            _ => false,
        }
    };
    let read = words_without(node, other);
    if read.is_empty() { words(node) } else { read }
}

fn words_without(node: Node<'_, '_>, left_out: fn(Node<'_, '_>) -> bool) -> String {
    let is_out = |inner: Node<'_, '_>| inner.ancestors().take_while(|above| *above != node).any(left_out);
    let read = |inner: &Node<'_, '_>| inner.is_text() || matches!(name(*inner), "lb" | "pb" | "cb");
    let mut whole = String::new();
    for inner in node.descendants().filter(|inner| read(inner) && !is_out(*inner)) {
        let Some(text) = inner.text().filter(|_| inner.is_text()) else {
            if inside_word(inner) {
                whole.truncate(without_hyphen(whole.trim_end()).len());
            } else {
                whole.push(' ');
            }
            continue;
        };
        // Parts of a name are words, whether or not a blank stands between their elements.
        let part = inner.parent().filter(|part| is_name_part(*part) && inner.prev_sibling().is_none());
        if part.and_then(|part| part.prev_sibling()).is_some_and(is_name_part) && !ends_in_elision(&whole) {
            whole.push(' ');
        }
        whole.push_str(text);
    }
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text ends in a small word that is one with the next: `d'`, `dell’`.
pub(super) fn ends_in_elision(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.ends_with(['\'', '’']) && word.starts_with(char::is_lowercase)
}

/// Whether a word goes on over a break.
pub(super) fn inside_word(node: Node<'_, '_>) -> bool {
    let hyphen = node.attribute("rendition").is_some_and(|rendition| rendition.contains("hyphen"));
    node.attribute("break") == Some("no") || hyphen
}

/// Whether an element is a part of a personal name (TEI P5, 13.2.1).
fn is_name_part(node: Node<'_, '_>) -> bool {
    let parts = ["forename", "surname", "nameLink", "addName", "genName", "roleName"];
    node.is_element() && parts.contains(&name(node))
}

/// Whether an element stands where lines are set one below the other: addresses, signatures, datelines, salutes.
pub(super) fn is_set_in_lines(node: Node<'_, '_>) -> bool {
    let around = node.ancestors().skip(1).take_while(|around| !matches!(name(*around), "p" | "div" | "body"));
    around.into_iter().any(|around| matches!(name(around), "address" | "signed" | "dateline" | "salute"))
}

/// Words one after the other, with something between them; empty ones are left out.
pub(super) fn joined(words: impl Iterator<Item = String>, between: &str) -> String {
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(between)
}

/// Whether a node is a text, and not of blanks alone.
pub(super) fn is_words(node: Node<'_, '_>) -> bool {
    node.is_text() && !node.text().unwrap_or_default().trim().is_empty()
}

/// Whether words stand in an element itself, beside the elements in it.
pub(super) fn says_words(node: Node<'_, '_>) -> bool {
    node.children().any(is_words)
}

/// The words of an element, or nothing.
pub(super) fn words_or_none(node: Node<'_, '_>) -> Option<Box<str>> {
    Some(words(node)).filter(|words| !words.is_empty()).map(Into::into)
}

/// Where an element stands, from its first to its last character.
pub(super) fn span(node: Node<'_, '_>) -> Span {
    let range = node.range();
    Span::new(range.start, range.end)
}

/// Where an element begins: its start tag, for findings.
pub(super) fn start_tag(file: &SourceFile, node: Node<'_, '_>) -> Span {
    let range = node.range();
    let text = file.text.get(range.clone()).unwrap_or_default();
    let length = text.find('>').map_or(text.len(), |at| at + 1);
    Span::new(range.start, range.start + length)
}
