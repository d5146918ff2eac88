//! Small invented letters, each for one thing; see `plain/README.md`.

use import::{Draft, read_plain, rebuild};
use source::{Lines, Report, SourceFile};
use std::fmt::Write as _;
use std::path::Path;

/// What came of a file, for a reader who knows letters and not Rust.
fn account(file: &SourceFile, decoded: &[source::Diagnostic], report: &Report<Draft>) -> String {
    let draft = &report.value;
    let mut out = String::new();
    let words = |span: Option<source::Span>| span.map_or("-", |span| file.slice(span));
    let to: Vec<String> =
        draft.addressees.iter().map(|found| format!("{} ({})", found.display, found.as_written)).collect();
    let pages: Vec<String> = draft
        .pages
        .iter()
        .map(|page| {
            let begins: String = file.text[page.start as usize..].chars().take(16).collect();
            format!("{} at “{}”", page.page, begins.lines().next().unwrap_or_default())
        })
        .collect();
    let _ = writeln!(out, "{:?}, {}", draft.manner, file.encoding);
    let _ = writeln!(out, "author: {}; signature: {}", words(draft.author), words(draft.signature));
    let _ = writeln!(out, "to: {}; at: {}", to.join(" and "), words(draft.addressee_place));
    let _ = writeln!(out, "from the place: {}; number: {}", words(draft.dateline_place), words(draft.number));
    let _ = writeln!(out, "pages: {}\n", pages.join(", "));
    out.push_str(&edition::dump(&draft.letter));
    out.push('\n');
    let lines = Lines::of(&file.text);
    for finding in decoded.iter().chain(&report.diagnostics) {
        let place = finding.span.map_or("file".to_owned(), |span| {
            let place = lines.line_column(span.start);
            format!("{}:{}", place.line, place.column)
        });
        let _ = writeln!(out, "{place} {:?} {}: {}", finding.severity, finding.code.0, finding.message);
        for hint in &finding.hints {
            let _ = writeln!(out, "    {}", hint.message);
        }
    }
    out
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plain");
    let readme = std::fs::read_to_string(folder.join("README.md")).expect("a README");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder")
        .flatten()
        .filter_map(|entry| {
            entry.file_name().to_str().and_then(|name| name.strip_suffix(".txt")).map(str::to_owned)
        })
        .collect();
    names.sort();
    assert!(!names.is_empty());
    for name in names {
        assert!(readme.contains(&format!("\n- `{name}`: ")), "{name} has no line in README.md");
        let bytes = std::fs::read(folder.join(format!("{name}.txt"))).expect("a file");
        let decoded = source::decode(&format!("{name}.txt"), &bytes);
        let file = decoded.value;
        let report = read_plain(&file);
        let rebuilt = rebuild(&file, &report.value.letter, &report.value.consumed);
        assert_eq!(rebuilt.as_deref(), Ok(&*file.text), "{name}");
        let expected = folder.join(format!("{name}.expected"));
        expect_test::expect_file![expected].assert_eq(&account(&file, &decoded.diagnostics, &report));
    }
}
