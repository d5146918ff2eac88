//! Printed letters in plain text: what is read, and that nothing is lost.

use import::{Draft, block_name, imprint_name, read_plain, rebuild};
use source::{CodePoints, Report, SourceFile};
use std::path::{Path, PathBuf};

fn seed() -> SourceFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/letters/joffe-1921-03-17.txt");
    let bytes = std::fs::read(path).expect("the seed letter is part of the project");
    source::decode("joffe-1921-03-17.txt", &bytes).value
}

fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(folder);
    if !path.is_dir() {
        eprintln!("skipped: ../shared is absent");
        return None;
    }
    Some(path)
}

fn whole(file: &SourceFile) -> Report<Draft> {
    let report = read_plain(file);
    let rebuilt = rebuild(file, &report.value.letter, &report.value.consumed);
    assert_eq!(rebuilt.as_deref(), Ok(&*file.text), "{}", file.path.0);
    report
}

/// Every block with its kind, start and end in code points.
fn blocks(file: &SourceFile, draft: &Draft) -> Vec<(String, String, usize, usize)> {
    let points = CodePoints::of(&file.text);
    let imprint = draft
        .letter
        .witness
        .imprint
        .iter()
        .map(|line| (line.id.to_string(), imprint_name(line.kind), line.span));
    let text =
        draft.letter.text.iter().map(|block| (block.id.to_string(), block_name(&block.kind), block.span));
    let notes = draft.letter.notes.iter().map(|note| (note.id.to_string(), "note", note.span));
    imprint
        .chain(text)
        .chain(notes)
        .map(|(id, kind, span)| (id, kind.to_owned(), points.before(span.start), points.before(span.end)))
        .collect()
}

#[test]
fn the_seed_has_its_parts() {
    let file = seed();
    let report = whole(&file);
    let kinds: Vec<String> =
        blocks(&file, &report.value).into_iter().map(|(id, kind, ..)| format!("{id} {kind}")).collect();
    assert_eq!(
        kinds.join("\n"),
        "h1 header.author\nh2 header.firstPublished\nh3 header.firstPublished\nh4 header.textSource\nh5 header.edition\n\
         h6 header.edition\nh7 header.volumePages\nh8 header.translation\nh9 header.translation\nh10 header.digitisation\n\
         head heading.addressee\ndl dateline\nsal salutation\np1 paragraph\np2 paragraph\np3 paragraph\np4 paragraph\n\
         pb100 pageMarker\np5 paragraph\np6 paragraph\np7 paragraph\np8 paragraph\np9 paragraph\np10 paragraph\n\
         clo closer\nn84 note\nn85 note\nn86 note"
    );
    let addressees: Vec<&str> = report.value.addressees.iter().map(|a| &*a.display).collect();
    assert_eq!(addressees, ["A. A. Joffe"]);
    let codes: Vec<&str> = report.diagnostics.iter().map(|finding| finding.code.0).collect();
    assert_eq!(codes, ["plain/missing-signature"]);
}

#[test]
fn the_seed_can_be_read() {
    let report = whole(&seed());
    expect_test::expect_file!["plain/joffe-1921-03-17.expected"]
        .assert_eq(&edition::dump(&report.value.letter));
}

#[test]
fn the_seed_agrees_with_the_annotation_by_hand() {
    let Some(folder) = shared("letters") else { return };
    let gold = std::fs::read_to_string(folder.join("joffe-1921-03-17.gold.json")).expect("the annotation");
    let gold: serde_json::Value = serde_json::from_str(&gold).expect("JSON");
    let file = seed();
    let found = blocks(&file, &whole(&file).value);
    let number =
        |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default();
    let expected: Vec<(String, String, usize, usize)> = gold["blocks"]
        .as_array()
        .expect("blocks")
        .iter()
        .map(|block| {
            let text = |key: &str| block[key].as_str().unwrap_or_default().to_owned();
            (text("id"), text("kind"), number(&block["start"]), number(&block["end"]))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn pages_and_notes_agree_with_the_annotation_by_hand() {
    let Some(folder) = shared("letters") else { return };
    let gold = std::fs::read_to_string(folder.join("joffe-1921-03-17.gold.json")).expect("the annotation");
    let gold: serde_json::Value = serde_json::from_str(&gold).expect("JSON");
    let file = seed();
    let draft = whole(&file).value;
    let points = CodePoints::of(&file.text);
    let found: Vec<String> = draft
        .pages
        .iter()
        .map(|page| format!("page {} from {}", page.page, points.before(page.start)))
        .collect();
    let expected: Vec<String> = gold["pages"]
        .as_array()
        .expect("pages")
        .iter()
        .map(|page| format!("page {} from {}", page["page"], page["start"]))
        .collect();
    assert_eq!(found, expected);
    let mut calls = Vec::new();
    for block in &draft.letter.text {
        for inline in &block.inlines {
            if let edition::Inline::NoteCall(call) = inline {
                let page = draft.page_at(call.span.start).map_or("?", |page| &page.page);
                calls.push((call.clone(), block.id.to_string(), page.to_owned()));
            }
        }
    }
    let place = |span: source::Span| format!("{}..{}", points.before(span.start), points.before(span.end));
    let found: Vec<String> = draft
        .letter
        .notes
        .iter()
        .zip(&calls)
        .map(|(note, (call, block, page))| {
            let reference = note.back_reference.as_ref().expect("a back reference");
            let body = note.blocks[0].span;
            let (called, body, back) = (place(call.span), place(body), place(reference.span));
            format!(
                "{} called {called} in {block} on {page}, body {body}, back {back} {}",
                note.label, reference.page
            )
        })
        .collect();
    let expected: Vec<String> = gold["notes"]
        .as_array()
        .expect("notes")
        .iter()
        .map(|note| {
            let (call, back) = (&note["call"], &note["back_reference"]);
            format!(
                "{} called {}..{} in {} on {}, body {}..{}, back {}..{} {}",
                note["n"],
                call["start"],
                call["end"],
                call["block"].as_str().unwrap_or_default(),
                note["call_page"],
                note["body_start"],
                note["body_end"],
                back["start"],
                back["end"],
                back["page"]
            )
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(calls.len(), expected.len());
}

#[test]
fn other_texts_are_whole_too() {
    let Some(folder) = shared("corpora") else { return };
    let mut files: Vec<PathBuf> = Vec::new();
    let mut waiting: Vec<PathBuf> = ["hebrew", "japanese-aozora", "arabic-muqtabas", "dahn-pec", "tillich"]
        .iter()
        .map(|part| folder.join(part))
        .collect();
    while let Some(path) = waiting.pop() {
        if let Ok(entries) = std::fs::read_dir(&path) {
            waiting.extend(entries.flatten().map(|entry| entry.path()));
        } else {
            files.push(path);
        }
    }
    assert!(files.len() > 250, "only {} files", files.len());
    let mut encodings = std::collections::BTreeMap::new();
    for path in files {
        // Letters in XML and Markdown are not read here; their text must come back all the same.
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let decoded = source::decode(&name, std::fs::read(&path).expect("a file"));
        let sign = decoded.diagnostics.iter().any(|finding| finding.code.0 == "source/undecodable");
        assert!(!sign, "{name} is not {}", decoded.value.encoding);
        whole(&decoded.value);
        if name.ends_with("sjis.txt") {
            *encodings.entry(decoded.value.encoding).or_insert(0) += 1;
        }
    }
    assert_eq!(encodings.into_iter().collect::<Vec<_>>(), [("Shift_JIS", 6)]);
}

#[test]
fn every_plain_letter_is_whole() {
    let Some(folder) = shared("corpora/plain-text") else { return };
    let mut files = Vec::new();
    for part in [folder.clone(), folder.join("raw-encodings"), folder.join("derived-layout")] {
        let entries = std::fs::read_dir(part).expect("a folder");
        files.extend(
            entries
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|e| e == "txt")),
        );
    }
    files.sort();
    assert_eq!(files.len(), 23);
    let mut lines = Vec::new();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = source::decode(&name, std::fs::read(&path).expect("a file")).value;
        let report = whole(&file);
        let kinds: Vec<&str> = report.value.letter.text.iter().map(|block| block_name(&block.kind)).collect();
        let calls: u16 = report.value.letter.notes.iter().map(|note| note.calls).sum();
        let to: Vec<&str> = report.value.addressees.iter().map(|a| &*a.display).collect();
        lines.push(format!("{name} ({})", file.encoding));
        lines.push(format!(
            "  to {} at {}",
            to.join(" and "),
            report.value.addressee_place.map_or("-", |s| file.slice(s))
        ));
        lines.push(format!("  from {}", report.value.dateline_place.map_or("-", |s| file.slice(s))));
        lines.push(format!("  {}", kinds.join(", ")));
        lines.push(format!("  {} notes, {calls} calls", report.value.letter.notes.len()));
        for finding in &report.diagnostics {
            lines.push(format!("  {}: {}", finding.code.0, finding.message));
        }
    }
    lines.push(String::new());
    expect_test::expect_file!["plain/corpus.expected"].assert_eq(&lines.join("\n"));
}

#[test]
fn a_second_letter_in_a_file_is_named() {
    let first = "TO C. DORN\n\n12. V.1901\n\nDear Carl:\n\nThe ferry came.\n\n";
    let second = "TO B. X\n\n13. V. 1901\n\nDear B.:\n\nSecond letter.\n\nAda\n";
    for (text, found) in [
        ([first, "Yours,\n\nAda\n\n\n", second].concat(), true),
        ([first, second].concat(), true),
        ([first, "TO BE SURE\n\nwe wrote twice.\n\nYours,\n\nAda\n"].concat(), false),
        ([first, "Yours,\n\nADA BROOK\n"].concat(), false),
    ] {
        let report = whole(&SourceFile::from_text("two.txt", &text));
        let told = report.diagnostics.iter().any(|finding| finding.code.0 == "plain/second-heading");
        assert_eq!(told, found, "{text}");
        let signed = report.value.letter.text.iter().filter(|block| block.kind == edition::BlockKind::Signed);
        assert!(signed.count() <= 2, "{text}");
    }
}
