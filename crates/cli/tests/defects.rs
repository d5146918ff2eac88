//! The editions in `tests/corpus/defects`: the mistake of each is named at its line, and nothing else is.

use cli::read_folder;
use source::Lines;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// File, line and name of a finding, as the table has them.
type Finding = (String, String, String);

fn defects() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/defects")
}

/// What is to be found in each edition.
fn expected() -> BTreeMap<String, BTreeSet<Finding>> {
    let table = fs::read_to_string(defects().join("expected.tsv")).expect("the table");
    let mut out: BTreeMap<String, BTreeSet<Finding>> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [edition, file, line, code] = cells[..] else { panic!("a row of four cells: {row}") };
        out.entry(edition.to_owned()).or_default().insert((
            file.to_owned(),
            line.to_owned(),
            code.to_owned(),
        ));
    }
    out
}

/// The folder of an edition; one that is a file gets a folder of its own.
fn folder(name: &str) -> PathBuf {
    let place = defects().join(name);
    if place.is_dir() {
        return place;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("defects").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    fs::copy(place, folder.join(name)).expect("a file");
    folder
}

/// All that the report on an edition names.
fn found(name: &str) -> BTreeSet<Finding> {
    let read = read_folder(&folder(name)).expect("the folder can be read");
    let files = read.shown(read.diagnostics.iter());
    let said = read.diagnostics.iter().map(|finding| {
        let file = files.iter().find(|file| file.id == finding.source);
        let line =
            file.zip(finding.span).map(|(file, span)| Lines::of(&file.text).line_column(span.start).line);
        (
            file.map(|file| file.path.0.to_string()).unwrap_or_default(),
            line.map_or_else(|| "-".to_owned(), |line| line.to_string()),
            finding.code.0.to_owned(),
        )
    });
    said.collect()
}

#[test]
fn every_mistake_is_named_at_its_line_and_nothing_else() {
    let expected = expected();
    let found: BTreeMap<String, BTreeSet<Finding>> =
        expected.keys().map(|name| (name.clone(), found(name))).collect();
    assert_eq!(expected.len(), 32);
    for (name, expected) in &expected {
        assert_eq!(&found[name], expected, "{name}");
    }
}

#[test]
fn every_edition_has_its_row_and_its_sentence() {
    let readme = fs::read_to_string(defects().join("README.md")).expect("the README");
    let expected = expected();
    for entry in fs::read_dir(defects()).expect("the folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        if name != "README.md" && name != "expected.tsv" {
            assert!(expected.contains_key(&name), "{name} is not in the table");
            assert!(readme.contains(&format!("- `{name}`: ")), "{name} is not in the README");
        }
    }
}
