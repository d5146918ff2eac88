//! What stands before a letter in Markdown: who, whom, when, where.

use super::pairs::{Pair, Said, Unreadable, toml};
use super::yaml::yaml;
use source::{Code, Diagnostic, Severity, SourceFile, Span, typed_advice};

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
    /// Its keys, and where they stand.
    pub keys: Vec<(Box<str>, Span)>,
}

const KEYS: [&str; 8] = ["title", "number", "language", "from", "to", "date", "place", "source"];

/// The front matter, and where the letter begins.
pub(super) fn read(file: &SourceFile) -> (Front, usize, Vec<Diagnostic>) {
    let text = &*file.text;
    // Blank lines before it are no part of the letter.
    let start = text.len() - text.trim_start().len();
    let mut diagnostics = Vec::new();
    for fence in ["---", "+++"] {
        let written = text[start..].strip_prefix(fence);
        let Some(rest) = written.filter(|rest| rest.starts_with(['\n', '\r'])) else {
            continue;
        };
        let first = start + fence.len();
        let mut at = first;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == fence && at > first {
                let end = at + line.len();
                let inner = &text[first..at];
                let pairs = if fence == "---" { yaml(inner, first) } else { toml(inner, first) };
                let mut front = Front { span: Span::new(start, end), ..Front::default() };
                match pairs {
                    Ok(pairs) => pairs.into_iter().for_each(|pair| front.set(pair, &mut diagnostics)),
                    Err(unreadable) => diagnostics.push(broken(text, end, unreadable)),
                }
                return (front, end, diagnostics);
            }
            at += line.len();
        }
        let span = Some(Span::new(start, first));
        let message = format!("the front matter has no end: a line with {fence} alone");
        diagnostics.push(Diagnostic::new(Code("markdown/front-matter"), Severity::Warning, span, message));
    }
    (Front::default(), 0, diagnostics)
}

/// What is said of front matter that cannot be read, at the character that breaks it.
fn broken(text: &str, end: usize, unreadable: Unreadable) -> Diagnostic {
    let Unreadable { message, at } = unreadable;
    let at = at.filter(|at| *at < end).unwrap_or_default();
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = Some(Span::new(at, at + length));
    let finding = Diagnostic::new(Code("markdown/front-matter"), Severity::Error, span, message);
    let advice = typed_advice(text, at).unwrap_or("words with : or [ in them need quotation marks");
    finding.advise(format!("nothing of it is used until this is mended; {advice}"))
}

/// A value without the curved quotation marks around it, which a word processor writes for straight ones.
fn unquoted(text: &str) -> &str {
    let mut letters = text.chars();
    match (letters.next(), letters.next_back()) {
        (Some('“' | '„' | '”'), Some('”' | '“')) if !letters.as_str().contains(['“', '„', '”']) => {
            letters.as_str().trim()
        }
        _ => text,
    }
}

impl Front {
    /// Where a key stands; the fence where it is not there.
    #[must_use]
    pub fn place(&self, key: &str) -> Span {
        let known = self.keys.iter().find(|(known, _)| **known == *key);
        let fence = self.span.start as usize;
        known.map_or(Span::new(fence, fence + 3), |(_, span)| *span)
    }

    fn set(&mut self, pair: Pair, diagnostics: &mut Vec<Diagnostic>) {
        let Pair { key, span, values } = pair;
        let mut say = |code: &'static str, severity, span, message: String, advice: String| {
            diagnostics.push(Diagnostic::new(Code(code), severity, Some(span), message).advise(advice));
        };
        if !KEYS.contains(&&*key) {
            let advice = format!("the keys are {}", KEYS.join(", "));
            say(
                "markdown/unknown-key",
                Severity::Warning,
                span,
                format!("{key} is no key of a letter"),
                advice,
            );
            return;
        }
        if self.keys.iter().any(|(known, _)| **known == *key) {
            let advice = "only the first counts; write several names as a list: [\"…\", \"…\"]".to_owned();
            say(
                "markdown/repeated-key",
                Severity::Error,
                span,
                format!("{key} stands here once more"),
                advice,
            );
            return;
        }
        let several = matches!(&*key, "from" | "to" | "source");
        let alone = values.len() == 1;
        let wanted = if several { "a text or a list of texts" } else { "a text" };
        let mut words: Vec<(Box<str>, Span)> = Vec::new();
        let mut empty = None;
        for (said, place) in values {
            match said {
                Said::Words(text) if !text.is_empty() => words.push((unquoted(&text).into(), place)),
                // A key without a value, as in a form that is not filled in: that something is missing is said elsewhere.
                Said::Nothing if alone => {}
                Said::Words(_) | Said::Nothing => empty = empty.or(Some(place)),
                Said::Other(what) => {
                    let message = format!("{key} has to be {wanted}, not {what}; this is not used");
                    let advice =
                        format!("write {key}: \"…\"; persons and places are described in register.toml");
                    say("markdown/wrong-type", Severity::Error, place, message, advice);
                }
            }
        }
        if let Some(place) = empty {
            let advice = "write something between the quotation marks, or take it out".to_owned();
            let message = format!("an empty value of {key} says nothing");
            say("markdown/empty-value", Severity::Warning, place, message, advice);
        }
        // Where a list is written for a date, it is a set in EDTF that lacks its quotation marks.
        if key == "date" && words.len() > 1 {
            let all: Vec<&str> = words.iter().map(|(text, _)| &**text).collect();
            words = vec![(format!("[{}]", all.join(", ")).into(), span)];
        }
        if let Some((second, place)) = words.get(1).filter(|_| !several) {
            let message = format!("{key} takes one value; “{second}” is not used");
            let advice = "put all of it into one text, in quotation marks".to_owned();
            say("markdown/wrong-type", Severity::Error, *place, message, advice);
        }
        let mut words = words.into_iter().map(|(text, _)| text);
        match &*key {
            "title" => self.title = words.next(),
            "number" => self.number = words.next(),
            "language" => self.language = words.next(),
            "date" => self.date = words.next(),
            "place" => self.place = words.next(),
            "from" => self.from = words.collect(),
            "to" => self.to = words.collect(),
            _ => self.source = words.collect(),
        }
        self.keys.push((key.into(), span));
    }
}
