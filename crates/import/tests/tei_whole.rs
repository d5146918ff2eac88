//! Every TEI letter of the corpora: no word is lost, identifiers are unique, nothing panics.

use edition::{Inline, Letter};
use roxmltree::Node;
use source::decode;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of letters, relative to the corpora.
const CORPORA: &[&str] = &[
    "schnitzler/editions",
    "tillich/editions",
    "dahn-berlin/Corpus",
    "dahn-pec/Corpus",
    "amp-auden/editions",
    "jean-paul/briefe",
    "small-editions",
    "tolstoy",
    "tei-correspondence-sig",
    "tei-p5-test",
];

fn corpora() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora");
    if !folder.is_dir() {
        eprintln!("skipped: there are no corpora beside the project");
        return None;
    }
    Some(folder)
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "xml") {
            out.push(path);
        }
    }
}

/// The characters of a text, blanks aside, in any order: notes move out of their line.
fn signature(text: &str, counts: &mut std::collections::BTreeMap<char, i64>, by: i64) {
    for character in text.chars().filter(|c| !c.is_whitespace()) {
        *counts.entry(character).or_default() += by;
    }
}

/// What the README of the importer says is not in the text: readings an editor gives beside printed words, registers,
/// words inside calls.
fn source_text(text: Node<'_, '_>, calls: &dyn Fn(Node<'_, '_>) -> bool) -> String {
    let name = |node: Node<'_, '_>| node.tag_name().name().to_owned();
    let left_out = |node: Node<'_, '_>| {
        node.ancestors().take_while(|above| *above != text).any(|above| {
            let parent = above.parent_element().map(name).unwrap_or_default();
            let pair = |one: &str, other: &str| {
                let siblings = above.parent_element().into_iter().flat_map(|parent| parent.children());
                let names: BTreeSet<String> = siblings.filter(Node::is_element).map(name).collect();
                names.contains(one) && names.contains(other)
            };
            let in_choice = parent == "choice" && above.is_element() && {
                match name(above).as_str() {
                    "sic" | "abbr" | "orig" => false,
                    "corr" => pair("sic", "corr"),
                    "expan" => pair("abbr", "expan") && !pair("sic", "corr"),
                    "reg" => pair("orig", "reg") && !pair("sic", "corr") && !pair("abbr", "expan"),
                    _ => false,
                }
            };
            let in_note = || above.ancestors().any(|note| name(note) == "note");
            let register = matches!(
                name(above).as_str(),
                "listPerson" | "listPlace" | "listOrg" | "listBibl" | "listEvent" | "listObject"
            ) && !in_note();
            in_choice || register || calls(above)
        })
    };
    let texts = text.descendants().filter(|node| node.is_text() && !left_out(*node));
    texts.filter_map(|node| node.text()).collect()
}

fn imported(letter: &Letter) -> String {
    fn walk(inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                // What the importer puts in has no place in the source.
                Inline::Text(text) if text.span.is_empty() => {}
                Inline::Text(text) => out.push_str(&text.text),
                other => walk(other.inner(), out),
            }
        }
    }
    let mut out = String::new();
    for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
        walk(&block.inlines, &mut out);
    }
    out
}

#[test]
fn no_word_of_a_tei_letter_is_lost() {
    let Some(folder) = corpora() else { return };
    let (mut letters, mut refused, mut wrong) = (0, 0, Vec::new());
    for corpus in CORPORA {
        let mut paths = Vec::new();
        files(&folder.join(corpus), &mut paths);
        for path in paths {
            let file = decode(&path.to_string_lossy(), fs::read(&path).expect("a file of the corpora")).value;
            let report = import::read_tei(&file);
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
            // Entities may be declared; what declares them is refused, and says so.
            let refuses =
                report.diagnostics.iter().any(|finding| finding.severity == source::Severity::Error);
            if refuses {
                refused += 1;
                assert!(report.value.letters.is_empty());
                continue;
            }
            let Ok(document) = roxmltree::Document::parse_with_options(&file.text, options) else {
                assert!(!report.diagnostics.is_empty(), "{}: nothing is said", path.display());
                refused += 1;
                continue;
            };
            let texts: Vec<Node<'_, '_>> = document
                .descendants()
                .filter(|node| node.tag_name().name() == "TEI")
                .filter(|node| {
                    node.tag_name().namespace().is_none_or(|space| space == "http://www.tei-c.org/ns/1.0")
                })
                // A file without correspondence that lists entries is a register.
                .filter(|tei| {
                    let has = |wanted: &str| tei.descendants().any(|node| node.tag_name().name() == wanted);
                    let id = ("http://www.w3.org/XML/1998/namespace", "id");
                    let entry = |node: Node<'_, '_>| {
                        node.tag_name().name().starts_with("list")
                            && !matches!(
                                node.tag_name().name(),
                                "list" | "listWit" | "listRef" | "listChange" | "listTranspose"
                            )
                            && node.ancestors().any(|above| above.tag_name().name() == "text")
                            && node.children().any(|child| child.has_attribute(id))
                    };
                    has("correspDesc") || !tei.descendants().any(entry)
                })
                .filter_map(|tei| tei.children().find(|child| child.tag_name().name() == "text"))
                .filter(|text| {
                    text.descendants()
                        .any(|node| node.is_text() && !node.text().unwrap_or_default().trim().is_empty())
                })
                .collect();
            if report.value.letters.len() != texts.len() {
                wrong.push(format!(
                    "{}: {} texts, {} letters",
                    path.display(),
                    texts.len(),
                    report.value.letters.len()
                ));
                continue;
            }
            for (text, letter) in texts.iter().zip(&report.value.letters) {
                letters += 1;
                let notes: BTreeSet<&str> = text
                    .descendants()
                    .filter(|node| node.tag_name().name() == "note")
                    .filter_map(|node| node.attribute(("http://www.w3.org/XML/1998/namespace", "id")))
                    .collect();
                let calls = |node: Node<'_, '_>| {
                    let target = node.attribute("target").and_then(|target| target.trim().strip_prefix('#'));
                    matches!(node.tag_name().name(), "ref" | "ptr")
                        && target.is_some_and(|id| notes.contains(id))
                };
                let mut counts = std::collections::BTreeMap::new();
                signature(&source_text(*text, &calls), &mut counts, 1);
                signature(&imported(letter), &mut counts, -1);
                let lost: String =
                    counts.iter().filter(|(_, count)| **count > 0).map(|(c, n)| format!("{c}{n}")).collect();
                let made: String =
                    counts.iter().filter(|(_, count)| **count < 0).map(|(c, n)| format!("{c}{n}")).collect();
                if !lost.is_empty() || !made.is_empty() {
                    wrong.push(format!("{}: lost {lost:.60}, made {made:.60}", path.display()));
                }
                let mut ids = BTreeSet::new();
                for block in &letter.text {
                    if !ids.insert(block.id.as_str()) {
                        wrong.push(format!("{}: {} twice", path.display(), block.id));
                    }
                }
                for note in &letter.notes {
                    if !ids.insert(note.id.as_str()) {
                        wrong.push(format!("{}: {} twice", path.display(), note.id));
                    }
                }
            }
        }
    }
    eprintln!("{letters} letters, {refused} files refused, {} wrong", wrong.len());
    assert!(letters > 1000, "only {letters} letters were found");
    assert_eq!(wrong, Vec::<String>::new());
}
