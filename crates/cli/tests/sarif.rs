//! `letterbook check --format sarif`: the report as editors and forges read it.

mod common;

use cli::ReportFormat;
use common::{LETTER, REGISTER, folder};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn report(name: &str, files: &[(&str, &str)]) -> Value {
    serde_json::from_str(&common::report(&folder(name, files), ReportFormat::Sarif).0).expect("JSON")
}

/// What the standard demands of every log, and what is more: rules and results fit each other.
fn sound(log: &Value) -> &[Value] {
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().expect("a schema").ends_with("/sarif-schema-2.1.0.json"));
    let runs = log["runs"].as_array().expect("runs");
    assert_eq!(runs.len(), 1);
    assert_eq!(runs[0]["tool"]["driver"]["name"], "letterbook");
    assert_eq!(runs[0]["columnKind"], "unicodeCodePoints");
    let rules = runs[0]["tool"]["driver"]["rules"].as_array().expect("rules");
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().expect("an id")).collect();
    assert_eq!(ids.len(), rules.len(), "one rule for each code");
    let results = runs[0]["results"].as_array().expect("results");
    let used: BTreeSet<&str> =
        results.iter().map(|result| result["ruleId"].as_str().expect("a rule")).collect();
    assert_eq!(used, ids);
    for result in results {
        let rule = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[rule]["id"], result["ruleId"]);
        assert!(
            ["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")),
            "{result}"
        );
        assert!(!result["message"]["text"].as_str().expect("words").is_empty());
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        for location in result["locations"].as_array().into_iter().flatten().chain(related) {
            let physical = &location["physicalLocation"];
            let address = physical["artifactLocation"]["uri"].as_str().expect("an address");
            assert!(
                address.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)),
                "{address}"
            );
            let base = physical["artifactLocation"]["uriBaseId"].as_str().expect("a base");
            assert!(runs[0]["originalUriBaseIds"][base].is_object());
            if let Some(region) = physical["region"].as_object() {
                let at = |key: &str| region[key].as_u64().expect("a number");
                let (start, end) = ((at("startLine"), at("startColumn")), (at("endLine"), at("endColumn")));
                assert!(start >= (1, 1) && start <= end, "{region:?}");
            }
        }
    }
    results
}

#[test]
fn every_finding_is_a_result_with_its_place() {
    let config = "title = \"Größe\" # ü\ntitel = \"Briefe\"\nlanguage = 7\n";
    let side = "[[person]]\nid = \"ada\"\nname = \"Ada\"\n\n[[person]]\nid = \"ada\"\nname = \"Ada\"\n";
    let log = report(
        "sarif/findings",
        &[
            ("letterbook.toml", config),
            ("register.toml", side),
            ("Über uns/one two.xml", "<TEI><text>"),
            ("README.md", "# Letters\n"),
        ],
    );
    let results = sound(&log);
    let said: Vec<(&str, &str)> = results
        .iter()
        .map(|one| (one["ruleId"].as_str().expect("a rule"), one["level"].as_str().expect("a level")))
        .collect();
    assert_eq!(
        said,
        [
            ("config/unknown-key", "warning"),
            ("config/wrong-type", "error"),
            ("check/unused-entry", "note"),
            ("register/duplicate-id", "error"),
            ("tei/not-well-formed", "error"),
            ("folder/not-a-letter", "note"),
        ]
    );
    let place = |result: &Value| result["locations"][0]["physicalLocation"].clone();
    assert_eq!(
        place(&results[0]),
        json!({
            "artifactLocation": { "uri": "letterbook.toml", "uriBaseId": "EDITION" },
            "region": { "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6 },
        })
    );
    assert_eq!(results[0]["message"]["text"], "titel is no key of letterbook.toml. did you mean title?");
    assert_eq!(place(&results[2])["region"]["startLine"], 2, "where the entry stands");
    let first = &results[3]["relatedLocations"][0];
    assert_eq!(first["physicalLocation"]["region"]["startLine"], 2);
    assert_eq!(first["message"]["text"], "the first is here; give one of them another id");
    assert_eq!(place(&results[4])["artifactLocation"]["uri"], "%C3%9Cber%20uns/one%20two.xml");
    assert!(results[5].get("locations").is_none(), "it is said of no file that was read");
}

#[test]
fn a_sound_edition_is_an_empty_run() {
    let log = report("sarif/sound", &[("one.xml", LETTER), ("r.xml", REGISTER)]);
    assert_eq!(sound(&log), [] as [Value; 0]);
}
