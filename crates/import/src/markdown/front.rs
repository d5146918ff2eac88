//! What stands before a letter in Markdown: who, whom, when, where.

use source::{Code, Diagnostic, Severity, SourceFile, Span};
use yaml_rust2::parser::{Event, EventReceiver, Parser};
use yaml_rust2::{Yaml, YamlLoader};

/// What the front matter of a letter says. Names are those of the register, or as they are to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Front {
    /// Title.
    pub title: Option<Box<str>>,
    /// Number in the edition.
    pub number: Option<Box<str>>,
    /// Language of the letter (BCP 47).
    pub language: Option<Box<str>>,
    /// Who sent it.
    pub from: Vec<Box<str>>,
    /// To whom.
    pub to: Vec<Box<str>>,
    /// When, in EDTF or in words.
    pub date: Option<Box<str>>,
    /// Where it was sent from.
    pub place: Option<Box<str>>,
    /// Where the text comes from, and under which terms.
    pub source: Vec<Box<str>>,
    /// Where the front matter stands.
    pub span: Span,
}

const KEYS: [&str; 8] = ["title", "number", "language", "from", "to", "date", "place", "source"];

/// The front matter, and where the letter begins.
pub(super) fn read(file: &SourceFile) -> (Front, usize, Vec<Diagnostic>) {
    let text = &*file.text;
    let mut diagnostics = Vec::new();
    for fence in ["---", "+++"] {
        let Some(rest) = text.strip_prefix(fence).filter(|rest| rest.starts_with(['\n', '\r'])) else {
            continue;
        };
        let mut at = fence.len();
        let inner_start = at;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == fence && at > inner_start {
                let inner = &text[inner_start..at];
                let pairs = if fence == "---" { yaml(inner) } else { toml(inner) };
                let end = at + line.len();
                let mut front = Front { span: Span::new(0, end), ..Front::default() };
                match pairs {
                    Ok(pairs) => {
                        for (key, values) in pairs {
                            set(&mut front, &key, values, place(text, end, &key), &mut diagnostics);
                        }
                    }
                    Err(message) => {
                        let span = Some(Span::new(0, fence.len()));
                        let finding =
                            Diagnostic::new(Code("markdown/front-matter"), Severity::Error, span, message);
                        diagnostics.push(finding.advise("nothing of it is used until this is mended"));
                    }
                }
                return (front, end, diagnostics);
            }
            at += line.len();
        }
        let span = Some(Span::new(0, fence.len()));
        let message = format!("the front matter has no end: a line with {fence} alone");
        diagnostics.push(Diagnostic::new(Code("markdown/front-matter"), Severity::Warning, span, message));
    }
    (Front::default(), 0, diagnostics)
}

impl Front {
    /// Where a key stands; the fence where it is not there.
    #[must_use]
    pub fn place(&self, file: &SourceFile, key: &str) -> Span {
        place(&file.text, self.span.end as usize, key)
    }
}

/// Where a key stands in the front matter.
fn place(text: &str, end: usize, key: &str) -> Span {
    let mut at = 0;
    for line in text[..end].split_inclusive('\n') {
        if line.trim_start().starts_with(key) {
            let start = at + line.len() - line.trim_start().len();
            return Span::new(start, start + key.len());
        }
        at += line.len();
    }
    Span::new(0, 3)
}

fn set(front: &mut Front, key: &str, values: Vec<String>, span: Span, diagnostics: &mut Vec<Diagnostic>) {
    let mut values = values.into_iter().map(Box::<str>::from);
    match key {
        "title" => front.title = values.next(),
        "number" => front.number = values.next(),
        "language" => front.language = values.next(),
        "date" => front.date = values.next(),
        "place" => front.place = values.next(),
        "from" => front.from = values.collect(),
        "to" => front.to = values.collect(),
        "source" => front.source = values.collect(),
        unknown => {
            let message = format!("{unknown} is no key of a letter");
            let finding =
                Diagnostic::new(Code("markdown/unknown-key"), Severity::Warning, Some(span), message);
            diagnostics.push(finding.advise(format!("the keys are {}", KEYS.join(", "))));
        }
    }
}

type Pairs = Vec<(String, Vec<String>)>;

/// Whether a text repeats parts of itself by name. A few lines of that can stand for more than any memory holds.
#[derive(Default)]
struct Aliases(bool);

impl EventReceiver for Aliases {
    fn on_event(&mut self, event: Event) {
        self.0 |= matches!(event, Event::Alias(_));
    }
}

fn yaml(text: &str) -> Result<Pairs, String> {
    let mut aliases = Aliases::default();
    // What is wrong with the text is said below.
    let _ = Parser::new_from_str(text).load(&mut aliases, true);
    if aliases.0 {
        return Err("the front matter repeats parts of itself by * and a name; write them out".to_owned());
    }
    let documents =
        YamlLoader::load_from_str(text).map_err(|error| format!("the front matter is no YAML: {error}"))?;
    let Some(Yaml::Hash(pairs)) = documents.into_iter().next() else { return Ok(Vec::new()) };
    Ok(pairs.into_iter().filter_map(|(key, value)| Some((word(&key)?, words(&value)))).collect())
}

fn words(value: &Yaml) -> Vec<String> {
    match value {
        Yaml::Array(values) => values.iter().filter_map(word).collect(),
        one => word(one).into_iter().collect(),
    }
}

fn word(value: &Yaml) -> Option<String> {
    match value {
        Yaml::String(text) | Yaml::Real(text) => Some(text.trim().to_owned()),
        Yaml::Integer(number) => Some(number.to_string()),
        Yaml::Boolean(truth) => Some(truth.to_string()),
        _ => None,
    }
}

fn toml(text: &str) -> Result<Pairs, String> {
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| format!("the front matter is no TOML: {}", error.message()))?;
    let word = |value: &toml::Value| match value {
        toml::Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    };
    Ok(table
        .iter()
        .map(|(key, value)| match value {
            toml::Value::Array(values) => (key.clone(), values.iter().map(word).collect()),
            one => (key.clone(), vec![word(one)]),
        })
        .collect())
}
