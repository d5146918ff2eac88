//! A table of the side file, key by key; keys that nobody asked for are reported.

use dates::{Certainty, Edtf, parse_edtf};
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table while it is read.
pub(super) struct Table<'t, 'i> {
    entries: &'t DeTable<'i>,
    /// Where it begins.
    pub(super) span: Span,
    asked: BTreeSet<&'static str>,
    findings: Vec<Diagnostic>,
}

fn place<T>(value: &Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}

impl<'t, 'i> Table<'t, 'i> {
    /// The tables of one name: an array of them, or one.
    pub(super) fn each(
        name: &str,
        value: &'t Spanned<DeValue<'i>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Self> {
        let one = |value: &'t Spanned<DeValue<'i>>| match value.get_ref() {
            DeValue::Table(entries) => Some(Self::new(entries, place(value))),
            _ => None,
        };
        let found: Vec<Option<Self>> = match value.get_ref() {
            DeValue::Array(values) => values.iter().map(one).collect(),
            _ => vec![one(value)],
        };
        if found.iter().any(Option::is_none) {
            diagnostics.push(
                Diagnostic::new(
                    Code("register/not-a-table"),
                    Severity::Error,
                    Some(place(value)),
                    format!("{name} has to be a table"),
                )
                .advise(format!("begin it on a line of its own, with [[{name}]]")),
            );
        }
        found.into_iter().flatten().collect()
    }

    fn new(entries: &'t DeTable<'i>, span: Span) -> Self {
        Self { entries, span, asked: BTreeSet::new(), findings: Vec::new() }
    }

    fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.asked.insert(key);
        self.entries.iter().find(|(name, _)| name.get_ref().as_ref() == key).map(|(_, value)| value)
    }

    fn wrong(&mut self, span: Span, message: String, advice: &str) {
        let finding = Diagnostic::new(Code("register/value"), Severity::Error, Some(span), message);
        self.findings.push(finding.advise(advice));
    }

    /// A text, with its place.
    pub(super) fn text_at(&mut self, key: &'static str) -> Option<(Box<str>, Span)> {
        let value = self.value(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(place(value), format!("{key} has to be a text"), "put it in quotation marks");
        }
        text.map(|text| (text.into(), place(value)))
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Box<str>> {
        self.text_at(key).map(|(text, _)| text)
    }

    /// A text that has to be there and to say something.
    pub(super) fn required(&mut self, key: &'static str) -> Option<Box<str>> {
        self.required_at(key).map(|(text, _)| text)
    }

    /// Like [`Table::required`], with its place.
    pub(super) fn required_at(&mut self, key: &'static str) -> Option<(Box<str>, Span)> {
        self.present(key);
        let (text, span) = self.text_at(key)?;
        if text.trim().is_empty() {
            self.wrong(span, format!("{key} is empty"), "write something between the quotation marks");
            return None;
        }
        Some((text, span))
    }

    /// Reports a key that is not there.
    pub(super) fn present(&mut self, key: &'static str) {
        if !self.entries.iter().any(|(name, _)| name.get_ref().as_ref() == key) {
            let message = format!("{key} is missing here");
            let finding =
                Diagnostic::new(Code("register/missing-key"), Severity::Error, Some(self.span), message);
            self.findings.push(finding.advise(format!("add {key} = \"…\"")));
        }
    }

    /// A list of texts, with their places.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<(Box<str>, Span)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(
                place(value),
                format!("{key} has to be a list of texts"),
                "write it as [\"…\", \"…\"]",
            );
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) if !text.trim().is_empty() => texts.push((text.into(), place(item))),
                _ => self.wrong(
                    place(item),
                    format!("every item of {key} has to be a text"),
                    "put it in quotation marks",
                ),
            }
        }
        texts
    }

    /// `nth = 2`: a number from 1; 1 where nothing is said.
    pub(super) fn nth(&mut self) -> usize {
        let Some(value) = self.value("nth") else { return 1 };
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        let number = number.filter(|nth| *nth > 0);
        if number.is_none() {
            self.wrong(
                place(value),
                "nth has to be a number from 1".to_owned(),
                "write nth = 2 for the second such words",
            );
        }
        number.unwrap_or(1)
    }

    /// `not = true`
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        let said = value.get_ref().as_bool();
        if said.is_none() {
            self.wrong(
                place(value),
                format!("{key} has to be true or false"),
                "write it without quotation marks",
            );
        }
        said
    }

    /// A date in EDTF.
    pub(super) fn date(&mut self, key: &'static str) -> Option<(Edtf, Span)> {
        let (text, span) = match self.value(key)? {
            // A year is a number, and a day a date, to whoever does not know what else may stand here.
            value if let DeValue::Integer(year) = value.get_ref() => (year.as_str().into(), place(value)),
            value if let DeValue::Datetime(day) = value.get_ref() => (day.to_string().into(), place(value)),
            _ => self.text_at(key)?,
        };
        let parsed = parse_edtf(&text);
        if let Err(error) = &parsed {
            let message = format!("“{text}” is not a date in EDTF: {error}");
            self.wrong(span, message, "write 1921-03-17, 1921-03, 1921, 1921~ (about) or 1921? (uncertain)");
        }
        parsed.ok().map(|value| (value, span))
    }

    /// `cert = "low"`; high where nothing is said.
    pub(super) fn certainty(&mut self) -> Certainty {
        let Some((text, span)) = self.text_at("cert") else { return Certainty::High };
        match &*text {
            "high" => Certainty::High,
            "medium" => Certainty::Medium,
            "low" => Certainty::Low,
            "unknown" => Certainty::Unknown,
            _ => {
                self.wrong(span, format!("“{text}” is no certainty"), "write high, medium, low or unknown");
                Certainty::Unknown
            }
        }
    }

    /// A table inside this one.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Table<'t, 'i>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(entries) => Some(Self::new(entries, place(value))),
            _ => {
                self.wrong(
                    place(value),
                    format!("{key} has to be a table"),
                    if key == "ids" {
                        "write it as { wikidata = \"Q…\" }"
                    } else {
                        "write it as { place = \"…\", cert = \"low\" }"
                    },
                );
                None
            }
        }
    }

    /// Every key with its text, for lists of authority files.
    pub(super) fn pairs(&mut self) -> Vec<(Box<str>, Box<str>)> {
        let mut pairs = Vec::new();
        for (key, value) in self.entries.iter() {
            match value.get_ref().as_str() {
                Some(text) => pairs.push((key.get_ref().as_ref().into(), text.into())),
                None => self.wrong(
                    place(value),
                    "an identifier has to be a text".to_owned(),
                    "put it in quotation marks",
                ),
            }
        }
        pairs
    }

    /// Adds the findings of a table that was read inside this one.
    pub(super) fn absorb(&mut self, inner: Table<'t, 'i>, every_key: bool) {
        let mut findings = inner.findings;
        if every_key {
            findings.extend(unknown(inner.entries, &inner.asked));
        }
        self.findings.append(&mut findings);
    }

    /// Ends the reading: unknown keys are reported.
    pub(super) fn done(self, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.extend(self.findings);
        diagnostics.extend(unknown(self.entries, &self.asked));
    }
}

fn unknown(entries: &DeTable<'_>, asked: &BTreeSet<&'static str>) -> Vec<Diagnostic> {
    let known: Vec<&str> = asked.iter().copied().collect();
    let stray = entries.keys().filter(|key| !asked.contains(key.get_ref().as_ref()));
    stray.map(|key| unknown_key(key.get_ref(), place(key), &known)).collect()
}

/// A key that is not known, with the nearest one that is.
pub(super) fn unknown_key(key: &str, span: Span, known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::new(
        Code("register/unknown-key"),
        Severity::Warning,
        Some(span),
        format!("“{key}” is not known here"),
    );
    match nearest(key, known) {
        Some(word) => finding.advise(format!("did you mean {word}?")),
        None => finding.advise(format!("known are {}", known.join(", "))),
    }
}

/// The word that a slip of the pen would make of another: at most every second letter differs.
pub(super) fn nearest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    let edits = known.iter().map(|other| (distance(word, other), *other)).min()?;
    (edits.0 * 2 <= word.chars().count()).then_some(edits.1)
}

/// Edits between two short words (Levenshtein); nobody mistypes a word of more than 64 bytes for another.
fn distance(one: &str, other: &str) -> usize {
    if one.len().max(other.len()) > 64 {
        return usize::MAX / 4;
    }
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, left) in one.chars().enumerate() {
        let mut before = line;
        row[0] = line + 1;
        for (column, right) in other.iter().enumerate() {
            let edit = before + usize::from(left != *right);
            before = row[column + 1];
            row[column + 1] = edit.min(before + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}
