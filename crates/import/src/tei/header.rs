//! What the header of a file says of a letter, correspondence aside.

use super::xml;
use crate::ids::{cleaned, stem};
use edition::{LetterId, LetterPlace};
use roxmltree::Node;
use source::SourceFile;
use std::collections::BTreeMap;

/// The identifier of a letter: that of its TEI element, else the name of its file.
pub(super) fn letter_id(file: &SourceFile, tei: Node<'_, '_>, ranks: &mut Ranks) -> LetterId {
    let stem = stem(&file.path.0);
    let root = tei.parent().is_none_or(|parent| parent.is_root());
    let id = xml::id(tei).or_else(|| root.then_some(stem));
    let id = id.map_or_else(|| format!("{stem}-{}", ranks.nth(tei)), str::to_owned);
    cleaned(&id).as_str().into()
}

/// Which of their siblings elements are, asked in their order: by parent the last that was asked for.
#[derive(Debug, Default)]
pub(super) struct Ranks(BTreeMap<u32, (u32, usize)>);

impl Ranks {
    /// Which of its siblings an element is, from 1. A corpus has many letters: they are not counted anew for each.
    fn nth(&mut self, node: Node<'_, '_>) -> usize {
        let parent = node.parent().map_or(0, |parent| parent.id().get());
        let (last, before) = self.0.get(&parent).copied().unwrap_or_default();
        let since = node.prev_siblings().take_while(|sibling| sibling.id().get() != last);
        let rank = before + since.filter(Node::is_element).count();
        self.0.insert(parent, (node.id().get(), rank));
        rank
    }
}

/// The title of the letter: that of its own level before that of a series.
pub(super) fn title(head: Node<'_, '_>) -> Option<Box<str>> {
    title_node(head).and_then(xml::words_or_none)
}

fn title_node<'d, 'i>(head: Node<'d, 'i>) -> Option<Node<'d, 'i>> {
    let titles: Vec<_> =
        xml::find(head, "titleStmt")?.children().filter(|node| xml::is(*node, "title")).collect();
    let of = |level: &str| titles.iter().find(|title| title.attribute("level") == Some(level));
    // Beside it stand those of a series, and short ones.
    let main = titles.iter().find(|title| title.attribute("type") == Some("main"));
    let plain = titles
        .iter()
        .find(|title| title.attribute("level").is_none() && title.attribute("type") != Some("iso-date"));
    of("a").or(main).or(plain).or(titles.first()).copied()
}

/// Where a letter says what is said of it as a whole.
pub(super) fn place(file: &SourceFile, tei: Node<'_, '_>) -> LetterPlace {
    let head = xml::child(tei, "teiHeader");
    let described = head.and_then(|head| xml::find(head, "correspDesc"));
    let text = xml::child(tei, "text");
    let spoken = text.and_then(|text| language_node(head, tei, text));
    LetterPlace {
        source: file.id,
        head: Some(xml::start_tag(file, described.or(head).unwrap_or(tei))),
        title: head.and_then(title_node).map(|node| xml::start_tag(file, node)),
        language: spoken.map(|node| xml::start_tag(file, node)),
    }
}

/// The title of the edition a file belongs to: that of a corpus, or of a series.
pub(super) fn edition_title(root: Node<'_, '_>) -> Option<Box<str>> {
    let head = xml::child(root, "teiHeader")?;
    if xml::is(root, "teiCorpus") {
        return title(head);
    }
    let statement = xml::find(head, "titleStmt")?;
    let series =
        statement.children().find(|node| xml::is(*node, "title") && node.attribute("level") == Some("s"));
    let series = series.or_else(|| xml::find(xml::find(head, "editionStmt")?, "title"));
    series.and_then(xml::words_or_none)
}

/// The state of the work (`revisionDesc/@status`).
pub(super) fn status(head: Node<'_, '_>) -> Option<Box<str>> {
    xml::child(head, "revisionDesc")?.attribute("status").filter(|status| !status.is_empty()).map(Into::into)
}

/// The language of the letter as BCP 47, `und` where nothing says it.
pub(super) fn language(head: Option<Node<'_, '_>>, tei: Node<'_, '_>, text: Node<'_, '_>) -> Box<str> {
    let said =
        language_node(head, tei, text).and_then(|node| xml::lang(node).or_else(|| node.attribute("ident")));
    normal(said.unwrap_or("und")).into()
}

/// The element that says the language.
fn language_node<'d, 'i>(
    head: Option<Node<'d, 'i>>,
    tei: Node<'d, 'i>,
    text: Node<'d, 'i>,
) -> Option<Node<'d, 'i>> {
    let says = |node: &Node<'d, 'i>| xml::lang(*node).is_some();
    // Divisions of several languages leave it to the header.
    let division = || {
        let first = xml::find(text, "div").filter(says)?;
        let siblings = first.next_siblings().filter(|node| xml::is(*node, "div"));
        siblings.into_iter().all(|node| xml::lang(node) == xml::lang(first)).then_some(first)
    };
    let usage =
        || xml::find(xml::find(head?, "langUsage")?, "language").filter(|node| node.has_attribute("ident"));
    Some(text).filter(says).or_else(division).or_else(usage).or_else(|| Some(tei).filter(says))
}

/// The language of a tag, without script and region.
pub(super) fn primary(tag: &str) -> String {
    normal(tag).split('-').next().unwrap_or_default().to_lowercase()
}

/// The tag that BCP 47 wants, of those that are seen in headers.
pub(super) fn normal(tag: &str) -> &str {
    match tag.trim() {
        "fra" | "fre" | "frz" => "fr",
        "deu" | "ger" => "de",
        "eng" => "en",
        "lat" | "latin" => "la",
        "ita" => "it",
        "spa" => "es",
        "rus" => "ru",
        "ell" | "gre" | "gr" => "el",
        "heb" => "he",
        "nld" | "dut" => "nl",
        "dan" | "dk" => "da",
        "swe" => "sv",
        "pol" => "pl",
        "jpn" => "ja",
        "ara" => "ar",
        "en-UK" => "en-GB",
        "" => "und",
        other => other,
    }
}
