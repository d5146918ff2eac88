//! `letterbook.toml`: what an edition is called and where its letters are.

use source::{Code, Diagnostic, Report, Severity, SourceFile, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Every key, for advice on those that are not known.
const KEYS: [&str; 7] = ["title", "description", "language", "licence", "editors", "sources", "register"];

/// What `letterbook.toml` says. A missing file says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// Title of the edition.
    pub title: Option<String>,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// Its language (BCP 47).
    pub language: Option<String>,
    /// Under which terms it may be used.
    pub licence: Option<String>,
    /// Who edits it.
    pub editors: Vec<String>,
    /// Files and folders of letters, from the folder of the edition. None: the folder itself.
    pub sources: Vec<String>,
    /// The side file. None: `register.toml`, where it is there.
    pub register: Option<String>,
}

/// Reads `letterbook.toml`. Keys that are not known are reported with the nearest that is.
#[must_use]
pub fn read_config(file: &SourceFile) -> Report<Config> {
    let mut config = Config::default();
    let mut diagnostics = Vec::new();
    let table = match DeTable::parse(&file.text) {
        Ok(table) => table,
        Err(error) => {
            let span = error.span().map(|range| Span::new(range.start, range.end));
            let finding = Diagnostic::new(Code("config/syntax"), Severity::Error, span, error.message());
            diagnostics.push(finding.advise("nothing of the file is used until this is mended"));
            return Report { value: config, diagnostics };
        }
    };
    for (key, value) in table.get_ref() {
        let span = Span::new(key.span().start, key.span().end);
        let mut wrong = |wanted: &str| {
            let span = Span::new(value.span().start, value.span().end);
            let message = format!("{} has to be {wanted}", key.get_ref());
            diagnostics.push(Diagnostic::new(
                Code("config/wrong-type"),
                Severity::Error,
                Some(span),
                message,
            ));
        };
        match key.get_ref().as_ref() {
            "title" => config.title = text(value, &mut wrong),
            "description" => config.description = text(value, &mut wrong),
            "language" => config.language = text(value, &mut wrong),
            "licence" => config.licence = text(value, &mut wrong),
            "register" => config.register = text(value, &mut wrong),
            "editors" => config.editors = texts(value, &mut wrong),
            "sources" => config.sources = texts(value, &mut wrong),
            unknown => {
                let message = format!("{unknown} is no key of letterbook.toml");
                let finding =
                    Diagnostic::new(Code("config/unknown-key"), Severity::Warning, Some(span), message);
                diagnostics.push(match nearest(unknown) {
                    Some(near) => finding.advise(format!("did you mean {near}?")),
                    None => finding.advise(format!("the keys are {}", KEYS.join(", "))),
                });
            }
        }
    }
    diagnostics.sort_by_key(|finding| finding.span);
    Report { value: config, diagnostics }
}

fn text(value: &Spanned<DeValue<'_>>, wrong: &mut dyn FnMut(&str)) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        _ => {
            wrong("a text in quotation marks");
            None
        }
    }
}

fn texts(value: &Spanned<DeValue<'_>>, wrong: &mut dyn FnMut(&str)) -> Vec<String> {
    match value.get_ref() {
        DeValue::String(text) => vec![text.to_string()],
        DeValue::Array(values) => values.iter().filter_map(|value| text(value, wrong)).collect(),
        _ => {
            wrong("a list of texts");
            Vec::new()
        }
    }
}

/// The known key that is most like a word, where one is like it.
fn nearest(word: &str) -> Option<&'static str> {
    let near = KEYS.iter().map(|key| (strsim::damerau_levenshtein(word, key), *key)).min()?;
    (near.0 <= 3).then_some(near.1)
}
