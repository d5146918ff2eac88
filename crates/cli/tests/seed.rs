//! The letter of the project through the command: exit codes, the report for people, the report for programs.

use expect_test::expect_file;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs the command in the project's folder.
fn letterbook(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_letterbook"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("the command starts")
}

const LETTER: &str = "assets/letters/joffe-1921-03-17.txt";
const REGISTER: &str = "assets/letters/register.toml";

fn report() -> Value {
    let output = letterbook(&["inspect", LETTER, "--register", REGISTER, "--format", "json"]);
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn everything_found_reads_well() {
    let output = letterbook(&["inspect", LETTER, "--register", REGISTER]);
    assert_eq!(output.status.code(), Some(0));
    expect_file!["seed/with-register.expected"].assert_eq(&String::from_utf8_lossy(&output.stdout));
    let output = letterbook(&["inspect", LETTER]);
    assert_eq!(output.status.code(), Some(0));
    expect_file!["seed/without-register.expected"].assert_eq(&String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_disk_and_wrong_words_have_codes_of_their_own() {
    let absent = letterbook(&["inspect", "no-such-letter.txt"]);
    assert_eq!(absent.status.code(), Some(2));
    let said = String::from_utf8_lossy(&absent.stderr);
    assert!(said.starts_with("letterbook: no-such-letter.txt cannot be read: "), "{said}");
    let register = letterbook(&["inspect", LETTER, "--register", "no-such-register.toml"]);
    assert_eq!(register.status.code(), Some(2));
    assert_eq!(letterbook(&["inspect"]).status.code(), Some(2));
    assert_eq!(letterbook(&["inspect", LETTER, "--format", "xml"]).status.code(), Some(2));
    let help = letterbook(&["inspect", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(
        String::from_utf8_lossy(&help.stdout)
            .contains("letterbook inspect letter.txt --register register.toml")
    );
}

#[test]
fn offsets_count_code_points() {
    let text = std::fs::read_to_string(root().join(LETTER)).expect("the letter");
    let points: Vec<char> = text.chars().collect();
    let report = report();
    let lists = ["mentions", "dates"].iter().flat_map(|list| report[*list].as_array().expect("a list"));
    let mut count = 0;
    for item in lists.chain(report["blocks"].as_array().expect("a list")) {
        let at = |key: &str| usize::try_from(item[key].as_u64().expect("a number")).expect("small");
        let words: String = points[at("start")..at("end")].iter().collect();
        let said = item["surface"].as_str().or(item["text"].as_str()).expect("words");
        assert_eq!(words, said);
        count += 1;
    }
    assert_eq!(count, 107, "mentions, dates and blocks of the letter");
}

#[test]
fn the_annotation_by_hand_has_the_same_metadata() {
    let path = root().join("../shared/letters/joffe-1921-03-17.gold.json");
    let Ok(gold) = std::fs::read_to_string(path) else {
        eprintln!("skipped: ../shared is absent");
        return;
    };
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    let found = report();
    for (key, value) in gold["metadata"].as_object().expect("metadata") {
        let ours = &found["metadata"][key];
        match value.as_object() {
            // Reasons are sentences; they are there on both sides, in other words.
            Some(parts) => {
                for (part, value) in parts {
                    if part == "reason" {
                        assert!(ours[part].is_string(), "{key}.{part}");
                    } else {
                        assert_eq!(&ours[part], value, "{key}.{part}");
                    }
                }
            }
            None => assert_eq!(ours, value, "{key}"),
        }
    }
    let row = |item: &Value| (item["page"].clone(), item["start"].clone());
    let rows = |of: &Value| of.as_array().expect("a list").iter().map(row).collect::<Vec<_>>();
    assert_eq!(rows(&found["pages"]), rows(&gold["pages"]));
}
