//! The command itself, as a shell sees it: what it prints where, and with which code it ends.

mod common;

use cli::{Deny, NotBuilt};
use common::{LETTER, REGISTER, built, contents, folder};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs the command in a folder.
fn letterbook(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_letterbook"));
    command.args(arguments).current_dir(folder).output().expect("the command starts")
}

#[test]
fn exit_codes() {
    // A README among the letters is a note, an unknown key a warning, broken XML an error.
    let place = folder(
        "command/codes",
        &[
            ("sound/one.xml", LETTER),
            ("sound/r.xml", REGISTER),
            ("sound/README.md", "# Letters\n"),
            ("warned/one.xml", LETTER),
            ("warned/r.xml", REGISTER),
            ("warned/letterbook.toml", "titel = \"Mill\"\n"),
            ("broken/one.xml", "<TEI><text>"),
            ("lost/one.xml", LETTER),
            ("lost/r.xml", REGISTER),
            ("lost/letterbook.toml", "sources = [\".\", \"nowhere\"]\n"),
            ("file.txt", "Dear diary"),
        ],
    );
    let table: &[(&[&str], i32)] = &[
        (&["check", "sound"], 0),
        (&["check", "sound", "--deny", "warnings"], 0),
        (&["check", "sound", "--format", "json"], 0),
        (&["check", "warned"], 0),
        (&["check", "warned", "--deny", "warnings"], 1),
        (&["check", "broken"], 1),
        (&["check", "broken", "--format", "json"], 1),
        (&["check", "sound", "--format", "sarif"], 0),
        (&["check", "broken", "--format", "sarif"], 1),
        (&["check", "lost"], 1),
        (&["check", "no-such-folder"], 2),
        (&["check", "file.txt"], 2),
        (&["check"], 2),
        (&["check", "sound", "--deny", "notes"], 2),
        (&["check", "sound", "--deny", "errors"], 0),
        (&["check", "warned", "--deny", "errors"], 0),
        (&["check", "broken", "--deny", "errors"], 1),
        // Of a build without a viewer the words are all that can be looked at: these are understood, and those below are not.
        (&["build", "sound", "-o", "site", "--deny", "notes"], 2),
        (&["build", "sound", "-o", "site", "--strict", "--deny", "errors"], 2),
        (&["check", "sound", "--jobs", "2"], 0),
        (&["check", "broken", "-q", "-j", "1"], 1),
        (&["check", "sound", "--jobs", "0"], 2),
        (&["check", "sound", "--format", "xml"], 2),
        (&["burn", "sound"], 2),
        (&["new", "sound"], 2),
        (&["new", "fresh"], 0),
        (&["build", "sound"], 2),
        (&["export", "sound", "--quiet"], 0),
        (&["export", "sound", "--quiet", "--out", "sound.jsonl"], 0),
        (&["export", "sound", "--quiet", "--out", "sound.jsonl"], 0),
        (&["export", "sound", "--quiet", "--out", "new-folder/letters.jsonl"], 0),
        (&["export", "sound", "--quiet", "--out", "file.txt/letters.jsonl"], 2),
        (&["export", "sound", "--quiet", "--out", "file.txt"], 2),
        (&["export", "sound", "--quiet", "--out", "sound/one.xml"], 2),
        (&["check", "sound", "--jobs", "257"], 2),
        (&["export", "no-such-folder"], 2),
        (&["export", "sound", "--format", "csv"], 2),
        (&["export", "sound", "--format", "cmif", "--date", "2026"], 2),
        (&["export", "sound", "--format", "cmif", "--date", "2026-02-30"], 2),
        (&["export", "sound", "--format", "cmif", "--date", "202X-03-17"], 2),
        (&["--help"], 0),
        (&["--version"], 0),
    ];
    for (arguments, code) in table {
        let output = letterbook(&place, arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(*code), "{arguments:?}: {said}");
        assert_eq!(
            said.is_empty(),
            *code != 2,
            "{arguments:?}: only what cannot be done is no report: {said}"
        );
    }
    let fresh = letterbook(&place, &["check", "fresh", "--deny", "warnings"]);
    assert_eq!(fresh.status.code(), Some(0), "{}", String::from_utf8_lossy(&fresh.stdout));
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let place = folder(
        "command/pipe",
        &[("sound/one.xml", LETTER), ("sound/r.xml", REGISTER), ("broken/one.xml", "<TEI><text>")],
    );
    let table: &[(&[&str], i32)] = &[
        (&["check", "sound"], 0),
        (&["check", "broken"], 1),
        (&["check", "broken", "--format", "json"], 1),
        (&["check", "broken", "--format", "sarif"], 1),
        (&["export", "sound", "--quiet"], 0),
        (&["inspect", "sound/one.xml"], 0),
        (&["inspect", "sound/one.xml", "--format", "json"], 0),
        (&["man"], 0),
        (&["completions", "bash"], 0),
    ];
    for (arguments, code) in table {
        let mut command = Command::new(env!("CARGO_BIN_EXE_letterbook"));
        command.args(*arguments).current_dir(&place).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = command.spawn().expect("the command starts");
        drop(running.stdout.take());
        let output = running.wait_with_output().expect("the command ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(*code), "{arguments:?}: {said}");
        assert!(!said.contains("cannot be written"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_letter_a_line_for_other_programs() {
    let register = REGISTER.replace("Ada</persName>", "Ada</persName><idno type='gnd'>1001</idno>");
    let place = folder(
        "command/export",
        &[
            ("letters/one.xml", LETTER),
            ("letters/r.xml", &register),
            ("letters/letterbook.toml", "base = \"https://letters.example/mill\"\n"),
            (
                "letters/two.md",
                "---\nfrom: \"A \\\"B\\\"\"\nto: C\ndate: 1901~\n---\n\nOne.\n\nTwo\u{2028}lines.\n",
            ),
        ],
    );
    let printed = letterbook(&place, &["export", "letters"]);
    let written = letterbook(&place, &["export", "letters", "--out", "letters.jsonl", "--quiet"]);
    assert!(written.stdout.is_empty());
    let lines = std::fs::read_to_string(place.join("letters.jsonl")).expect("the file");
    assert_eq!(String::from_utf8_lossy(&printed.stdout), lines);
    let records: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("a record")).collect();
    let [one, two] = records.as_slice() else { panic!("a line for each letter: {lines}") };
    assert_eq!(one["url"], format!("https://letters.example/mill/letters/{}/", one["id"].as_str().unwrap()));
    let expected = serde_json::json!({
        "id": "two", "url": "https://letters.example/mill/letters/two/", "title": "A \"B\" – C",
        "date": "1901~", "date_text": "about 1901", "date_from": "1901-01-01", "date_to": "1901-12-31",
        "day_from": -25202, "day_to": -24838, "year": 1901, "from": ["A \"B\""], "to": ["C"],
        "language": "und", "persons": [], "organisations": [], "places": [], "works": [], "other_names": [],
        "entries": [], "pages": [], "text": "One.\n\nTwo lines.", "notes": []
    });
    assert_eq!(*two, expected);
    let [ada, carl] = [("ada", "Ada Brook", "from"), ("carl", "Carl Dorn", "to")].map(|(id, name, role)| {
        serde_json::json!({
            "id": id, "kind": "person", "name": name,
            "roles": if id == "carl" { vec![role, "mentioned"] } else { vec![role] },
            "url": format!("https://letters.example/mill/persons/{id}/"),
            "same_as": if id == "ada" { vec!["https://d-nb.info/gnd/1001"] } else { vec![] },
        })
    });
    assert_eq!(one["entries"], serde_json::json!([ada, carl]));
    let described = include_str!("../EXPORT.md");
    for record in &records {
        for field in record.as_object().expect("an object").keys() {
            assert!(described.contains(&format!("`{field}`")), "{field} is not described");
        }
    }
}

/// The command of the tests holds no viewer: what `build` answers is asked of the library, what it prints of both.
#[test]
fn a_build_ends_as_its_findings_say() {
    let place = folder(
        "command/build",
        &[
            ("sound/one.xml", LETTER),
            ("sound/r.xml", REGISTER),
            ("warned/one.xml", LETTER),
            ("warned/r.xml", REGISTER),
            ("warned/letterbook.toml", "titel = \"Mill\"\n"),
            ("broken/one.xml", "<TEI><text>"),
            ("partly/one.xml", LETTER),
            ("partly/r.xml", REGISTER),
            ("partly/two.xml", "<TEI><text>"),
        ],
    );
    let (errors, warnings) = (Some(Deny::Errors), Some(Deny::Warnings));
    let table = [
        ("sound", None, None),
        ("sound", errors, None),
        ("sound", warnings, None),
        ("warned", None, None),
        ("warned", errors, None),
        ("warned", warnings, warnings.map(NotBuilt::Denied)),
        // One letter of two cannot be read.
        ("partly", None, None),
        ("partly", errors, errors.map(NotBuilt::Denied)),
        ("partly", warnings, warnings.map(NotBuilt::Denied)),
        ("broken", None, Some(NotBuilt::NoLetter)),
        ("broken", warnings, Some(NotBuilt::NoLetter)),
    ];
    for (name, deny, stopped) in table {
        let (source, out) = (place.join(name), place.join(format!("site-{name}-{deny:?}")));
        let (built, said) = built(&source, &out, deny);
        assert_eq!(built.stopped, stopped, "{name}, denied: {deny:?}");
        assert_eq!(out.join("index.html").is_file(), stopped.is_none(), "{name}, denied: {deny:?}");
        let last = said.lines().last().unwrap_or_default();
        match stopped {
            Some(why) => assert_eq!(last, format!("not built: {why}"), "{name}"),
            None => assert!(
                last.ends_with("notes"),
                "{name}: how much was found is the last that is said: {said}"
            ),
        }
    }
    for words in [&["--strict"][..], &["--deny", "warnings"], &["--deny", "errors"], &[]] {
        let output = letterbook(&place, &[&["build", "sound", "-o", "site"], words].concat());
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.starts_with("letterbook: this letterbook was built without the viewer"), "{said}");
    }
    assert!(!place.join("site").exists());
}

/// What would be wrong on every page stops a build, and the site that was there stays.
#[test]
fn errors_in_the_file_of_the_edition_stop_a_build() {
    let place = folder("command/config", &[("in/one.xml", LETTER), ("in/r.xml", REGISTER)]);
    let (source, out) = (place.join("in"), place.join("site"));
    let build = |line: &str| {
        std::fs::write(source.join("letterbook.toml"), line).expect("a file");
        built(&source, &out, None).0.stopped
    };
    assert_eq!(build("title = \"Mill\"\n"), None);
    let before = contents(&out);
    for line in [
        "base = \"letters\"",
        "interface = \"xx\"",
        "title = 7",
        "title = Mill",
        "register = \"nowhere.toml\"",
        "sources = [\".\", \"nowhere\"]",
        "sources = []",
    ] {
        assert_eq!(build(line), Some(NotBuilt::Config), "{line}");
        assert!(contents(&out) == before, "{line}");
    }
    // A key that is not known is a warning.
    assert_eq!(build("titel = \"Mill\"\n"), None);
}

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = letterbook(Path::new("."), &["--help"]);
    let help = String::from_utf8(help.stdout).expect("text");
    let (_, list) = help.split_once("Commands:\n").expect("a list of commands");
    let lines = list.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

#[test]
fn shells_and_man_know_every_command() {
    let commands = commands();
    for known in ["inspect", "new", "check", "build", "completions", "man"] {
        assert!(commands.iter().any(|name| name == known), "{known}: {commands:?}");
    }
    for arguments in [
        &["completions", "bash"][..],
        &["completions", "zsh"],
        &["completions", "fish"],
        &["completions", "powershell"],
        &["completions", "elvish"],
        &["man"],
    ] {
        let output = letterbook(Path::new("."), arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let text = String::from_utf8(output.stdout).expect("text");
        for name in &commands {
            let known = match arguments {
                ["man"] => text.contains(&format!("letterbook\\-{name}(1)")),
                _ => text.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == name),
            };
            assert!(known, "{arguments:?} does not know {name}");
        }
    }
    assert_eq!(letterbook(Path::new("."), &["completions", "cash"]).status.code(), Some(2));
}

#[test]
fn every_command_has_a_page() {
    for name in commands().iter().filter(|name| *name != "help") {
        let output = letterbook(Path::new("."), &["man", name]);
        let page = String::from_utf8(output.stdout).expect("text");
        assert!(page.contains(&format!(".TH letterbook-{name} 1")), "{name}: {page}");
        assert!(page.contains(".SH SYNOPSIS"), "{name}: {page}");
    }
    let output = letterbook(Path::new("."), &["man", "burn"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("letterbook: there is no command burn; there are inspect, "), "{said}");
}

#[test]
fn quiet_tells_of_errors_and_warnings_only() {
    let files = [
        ("sound/one.xml", LETTER),
        ("sound/r.xml", REGISTER),
        ("sound/README.md", "# Letters\n"),
        ("warned/one.xml", LETTER),
        ("warned/r.xml", REGISTER),
        ("warned/README.md", "# Letters\n"),
        ("warned/letterbook.toml", "titel = \"Mill\"\n"),
    ];
    let place = folder("command/quiet", &files);
    let said = |arguments: &[&str]| {
        let output = letterbook(&place, arguments);
        // No progress where nobody watches.
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        String::from_utf8(output.stdout).expect("text")
    };
    assert_eq!(said(&["check", "sound", "--quiet"]), "");
    let warned = said(&["check", "warned", "--quiet"]);
    assert!(warned.starts_with("warning[config/unknown-key]"), "{warned}");
    assert!(!warned.contains("note[") && !warned.contains("letters, "), "{warned}");
    let whole = said(&["check", "warned"]);
    assert!(whole.contains("note[folder/not-a-letter]") && whole.contains("1 letter, "), "{whole}");
    assert_eq!(
        said(&["check", "warned", "-q", "--format", "json"]),
        said(&["check", "warned", "--format", "json"])
    );
}

#[test]
fn inspect_shows_every_letter_of_a_file() {
    let letter = |id: &str, words: &str| {
        format!("<TEI xml:id='{id}'><teiHeader/><text><body><p>{words}</p></body></text></TEI>")
    };
    let corpus =
        format!("<teiCorpus><teiHeader/>{}{}</teiCorpus>", letter("one", "Come."), letter("two", "No."));
    let place = folder("command/corpus", &[("all.xml", &corpus)]);
    let text = String::from_utf8(letterbook(&place, &["inspect", "all.xml"]).stdout).expect("text");
    let heads: Vec<&str> = text.lines().filter(|line| line.starts_with("all.xml")).collect();
    assert_eq!(heads, ["all.xml (UTF-8), letter one", "all.xml (UTF-8), letter two"]);
    let json = letterbook(&place, &["inspect", "all.xml", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(json["letters"][1]["id"], "two");
    assert_eq!(json["letters"][1]["blocks"][0]["text"], "No.");
    assert!(json["diagnostics"].is_array(), "{json}");
}

#[test]
fn of_a_file_without_text_that_is_all_that_is_said() {
    let place = folder("command/empty", &[("in/a.xml", ""), ("in/b.txt", ""), ("in/c.txt", " \n")]);
    let said = String::from_utf8(letterbook(&place, &["check", "in"]).stdout).expect("text");
    let heads: Vec<&str> = said.lines().filter(|line| line.contains('[')).collect();
    assert_eq!(heads, ["error[source/empty]: the file holds no text"; 3], "{said}");
}
