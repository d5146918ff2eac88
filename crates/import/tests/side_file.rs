//! Side files as nobody should write them: nothing panics, and whatever is wrong is reported where it stands.

use import::{SideFile, read_side_file};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use source::{Report, Severity, SourceFile};

/// Reads a side file; every finding points into it.
fn read(text: &str) -> Report<SideFile> {
    let file = SourceFile::from_text("register.toml", text);
    let report = read_side_file(&file);
    for finding in &report.diagnostics {
        let span = finding.span.unwrap_or_else(|| panic!("no place: {}", finding.message));
        assert!(text.get(span.range()).is_some(), "{} stands nowhere: {span:?}", finding.message);
    }
    report
}

/// What a key has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Texts,
    Date,
    Certainty,
    Number,
    Flag,
    Table,
}

/// Every key of every table, by what it has to be.
const KEYS: &[(&str, &str, Kind)] = &[
    ("edition", "title", Kind::Text),
    ("edition", "language", Kind::Text),
    ("edition", "rights", Kind::Texts),
    ("edition", "present_edition", Kind::Text),
    ("edition", "russian", Kind::Flag),
    ("letter", "file", Kind::Text),
    ("letter", "language", Kind::Text),
    ("letter", "russian", Kind::Flag),
    ("letter", "from", Kind::Text),
    ("letter", "to", Kind::Text),
    ("letter", "answers", Kind::Text),
    ("letter", "rights", Kind::Texts),
    ("letter", "sent_from", Kind::Table),
    ("letter", "sent_to", Kind::Table),
    ("correction", "letter", Kind::Text),
    ("correction", "block", Kind::Text),
    ("correction", "sic", Kind::Text),
    ("correction", "corr", Kind::Text),
    ("correction", "reason", Kind::Text),
    ("correction", "nth", Kind::Number),
    ("mention", "letter", Kind::Text),
    ("mention", "block", Kind::Text),
    ("mention", "surface", Kind::Text),
    ("mention", "entry", Kind::Text),
    ("mention", "not", Kind::Flag),
    ("mention", "nth", Kind::Number),
    ("mention", "cert", Kind::Certainty),
    ("mention", "reason", Kind::Text),
    ("date", "surface", Kind::Text),
    ("date", "value", Kind::Date),
    ("date", "not", Kind::Flag),
    ("date", "nth", Kind::Number),
    ("date", "cert", Kind::Certainty),
    ("person", "id", Kind::Text),
    ("person", "name", Kind::Text),
    ("person", "sort", Kind::Text),
    ("person", "forms", Kind::Texts),
    ("person", "lookup", Kind::Texts),
    ("person", "born", Kind::Date),
    ("person", "died", Kind::Date),
    ("person", "about", Kind::Text),
    ("person", "ids", Kind::Table),
    ("person", "related", Kind::Texts),
    ("organisation", "begin", Kind::Date),
    ("place", "ids", Kind::Table),
    ("work", "end", Kind::Date),
    ("event", "forms", Kind::Texts),
    ("office", "related", Kind::Texts),
    ("abbreviation", "short", Kind::Text),
    ("abbreviation", "long", Kind::Text),
    ("abbreviation", "entry", Kind::Text),
];

/// One value of every kind that TOML has.
const VALUES: &[&str] = &[
    "\"words\"",
    "\"\"",
    "'1921-03-17'",
    "\"low\"",
    "\"1921-13-45\"",
    "1",
    "-1",
    "0",
    "99999999999999999999999",
    "1.5",
    "nan",
    "true",
    "false",
    "1921-03-17",
    "1921-03-17T10:00:00Z",
    "[]",
    "[\"a\", \"b\"]",
    "[1, \"a\"]",
    "[[\"a\"]]",
    "[{ a = 1 }]",
    "{}",
    "{ place = \"a\" }",
    "{ place = 1 }",
];

/// Whether a value is not what a key has to be.
fn wrong(kind: Kind, value: &str) -> bool {
    let text = value.starts_with(['"', '\'']);
    match kind {
        Kind::Text => !text,
        Kind::Date => !matches!(value, "'1921-03-17'" | "1921-03-17"),
        Kind::Certainty => value != "\"low\"",
        Kind::Texts => !matches!(value, "[]" | "[\"a\", \"b\"]"),
        Kind::Number => value != "1",
        Kind::Flag => !matches!(value, "true" | "false"),
        Kind::Table => !value.starts_with('{') || value.contains('1'),
    }
}

#[test]
fn every_wrong_value_of_every_key_is_reported_where_it_stands() {
    for (table, key, kind) in KEYS {
        for value in VALUES {
            let text = format!("[[{table}]]\n{key} = {value}\n");
            let report = read(&text);
            let place = text.find(" = ").map_or(0, |at| at + 3);
            let there = report.diagnostics.iter().any(|finding| {
                finding.severity == Severity::Error
                    && finding.span.is_some_and(|span| span.start as usize >= place)
            });
            if wrong(*kind, value) {
                assert!(there, "not reported: {text}{:?}", report.diagnostics);
            }
            let unknown = report.diagnostics.iter().any(|finding| {
                finding.code.0 == "register/unknown-key" && finding.message.contains(&format!("“{key}”"))
            });
            assert!(!unknown, "{key} is a key of {table}");
        }
    }
}

#[test]
fn every_table_can_be_anything_else() {
    for table in KEYS.iter().map(|(table, ..)| *table) {
        for value in VALUES {
            let report = read(&format!("{table} = {value}\n"));
            let stands =
                matches!(*value, "[]" | "{}") || value.starts_with("{ place") || *value == "[{ a = 1 }]";
            assert!(stands || !report.diagnostics.is_empty(), "{table} = {value}");
        }
    }
}

#[test]
fn what_is_deep_is_refused_not_followed() {
    let deep = 50_000;
    for text in [
        format!("person = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("person = {}", "[".repeat(deep)),
        format!("person = {}", "{a=".repeat(deep)),
        format!("[[person]]\nids = {}1{}", "{a=".repeat(deep), "}".repeat(deep)),
        format!("[[person]]\nforms = {}1", "[{a=".repeat(deep)),
    ] {
        let report = read(&text);
        assert!(report.diagnostics.iter().any(|finding| finding.severity == Severity::Error));
    }
}

#[test]
fn what_is_long_is_read_once() {
    let many = 20_000;
    let forms = "\"Joffe\", 1, ".repeat(many / 2);
    let report = read(&format!("[[person]]\nid = \"a\"\nname = \"A\"\nforms = [{forms}]\n"));
    assert_eq!(report.diagnostics.len(), many / 2);
    assert_eq!(report.value.forms.len(), many / 2);

    let keys: String = (0..many).map(|number| format!("key{number} = 1\n")).collect();
    let report = read(&format!("[[person]]\nid = \"a\"\nname = \"A\"\n{keys}"));
    assert_eq!(report.diagnostics.len(), many);

    let report = read(&"[[person]]\nid = \"a\"\nname = \"A\"\nforms = [\"Joffe\"]\n".repeat(many));
    assert_eq!(report.value.register.entries.len(), many);
    assert_eq!(report.diagnostics.iter().filter(|d| d.code.0 == "register/duplicate-id").count(), many - 1);

    let long = "x".repeat(50_000);
    let report = read(&format!(
        "[[person]]\nid = \"{long}\"\nname = \"{long}\"\nforms = [\"{long}\"]\nrelated = [\"y{long}\"]\n{long} = 1\n"
    ));
    assert_eq!(report.diagnostics.len(), 2);
}

fn value() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        (0..VALUES.len()).prop_map(|at| VALUES[at].to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        "[a-zA-Zäиß’ -]{0,12}".prop_map(|text| format!("\"{text}\"")),
        "[0-9XuU~?%./\\[\\]{},-]{0,14}".prop_map(|text| format!("\"{text}\"")),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let key = "[a-z]{1,6}";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::btree_map(key, inner, 0..4).prop_map(|pairs| {
                let pairs: Vec<String> =
                    pairs.into_iter().map(|(key, value)| format!("{key} = {value}")).collect();
                format!("{{ {} }}", pairs.join(", "))
            }),
        ]
    })
}

/// A file of tables as there are, their keys with any value.
fn file() -> impl Strategy<Value = String> {
    let line = (0..KEYS.len(), value());
    let table =
        (0..KEYS.len(), prop_oneof![4 => Just(true), 1 => Just(false)], prop::collection::vec(line, 0..8));
    prop::collection::vec(table, 0..8).prop_map(|tables| {
        tables.into_iter().fold(String::new(), |mut text, (table, many, lines)| {
            let table = KEYS[table].0;
            text += &if many { format!("[[{table}]]\n") } else { format!("[{table}]\n") };
            for (key, value) in lines {
                text += &format!("{} = {value}\n", KEYS[key].1);
            }
            text
        })
    })
}

proptest! {
    #[test]
    fn nothing_panics_and_everything_wrong_has_its_place(text in file()) {
        let report = read(&text);
        prop_assert!(report.value.forms.iter().all(|form| text.get(form.span.range()).is_some()));
        prop_assert_eq!(read(&text), report);
    }

    #[test]
    fn anything_is_read(text in "\\PC{0,200}|[\\[\\]a-z=\"'{},. \n#0-9]{0,120}") {
        read(&text);
    }

    #[test]
    fn a_file_cut_off_anywhere_is_read(at in 0..30_000_usize) {
        let whole = include_str!("../../../assets/letters/register.toml");
        let cut = whole.get(..at.min(whole.len())).unwrap_or_default();
        read(cut);
    }

    #[test]
    fn what_stands_behind_a_wrong_value_is_read(wrong in value()) {
        let text = format!("[[person]]\nid = \"a\"\nname = \"A\"\nborn = {wrong}\n\n[[place]]\nid = \"riga\"\nname = \"Riga\"\n");
        let report = read(&text);
        prop_assert!(report.value.register.entry(&"riga".into()).is_some(), "{:?}", report.diagnostics);
    }
}
