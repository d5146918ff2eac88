//! `letterbook.toml`: what an edition is called and where its letters are.

mod base;
mod kiosk;
mod moved;
mod show;

pub use base::Base;
pub use moved::Moved;
pub use show::Shown;
pub use viewer::pages::Kiosk;

use dates::CalendarChange;
use source::{Code, Diagnostic, Report, Severity, SourceFile, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// Every key, for advice on those that are not known.
const KEYS: [&str; 13] = [
    "title",
    "description",
    "language",
    "licence",
    "editors",
    "sources",
    "register",
    "base",
    "interface",
    "kiosk",
    "calendar_change",
    "show",
    "moved",
];

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
    pub sources: Vec<NamedPath>,
    /// The side files. None: `register.toml`, where it is there.
    pub registers: Vec<NamedPath>,
    /// Where the site will stand. None: at the root of a host.
    pub base: Option<Base>,
    /// The languages of the interface, each once. None: that of the edition, or English where the interface does not speak
    /// it.
    pub interface: Vec<Interface>,
    /// The edition is for the screen of a museum. None: for any browser.
    pub kiosk: Option<Kiosk>,
    /// The first day of the Gregorian calendar where the letters were written. None: all dates are of that calendar.
    pub calendar_change: Option<CalendarChange>,
    /// What is not to be shown.
    pub hidden: Vec<Shown>,
    /// Letters that had another address.
    pub moved: Vec<Moved>,
}

/// A path and where `letterbook.toml` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPath {
    /// The path, from the folder of the edition.
    pub path: String,
    /// Its place in `letterbook.toml`.
    pub span: Span,
}

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interface {
    /// `en`
    English,
    /// `de`
    German,
    /// `ru`
    Russian,
}

impl Interface {
    /// The language of the interface for an edition in a language (BCP 47).
    #[must_use]
    pub fn of(language: &str) -> Self {
        let primary = language.split('-').next().unwrap_or_default();
        let spoken = LANGUAGES.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(primary));
        spoken.map_or(Self::English, |(_, language)| *language)
    }

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        LANGUAGES.iter().find(|(_, known)| *known == self).map_or("en", |(tag, _)| *tag)
    }
}

const LANGUAGES: [(&str, Interface); 3] =
    [("en", Interface::English), ("de", Interface::German), ("ru", Interface::Russian)];

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
            let typed = span.and_then(|span| source::typed_advice(&file.text, span.start as usize));
            let typed = typed.map_or(String::new(), |advice| format!("; {advice}"));
            diagnostics
                .push(finding.advise(format!("nothing of the file is used until this is mended{typed}")));
            return Report { value: config, diagnostics };
        }
    };
    for (key, value) in table.get_ref() {
        let known = Known { key: key.get_ref(), value, diagnostics: &mut diagnostics };
        match key.get_ref().as_ref() {
            "title" => config.title = known.text(),
            "description" => config.description = known.text(),
            "language" => config.language = known.language(),
            "licence" => config.licence = known.text(),
            "editors" => config.editors = known.texts().into_iter().map(|(editor, _)| editor).collect(),
            "sources" => {
                let without = "letters are looked for in the whole folder";
                config.sources = known.paths("neither file nor folder", without);
            }
            "register" => {
                let without = "register.toml is read where it is there";
                config.registers = known.paths("no file", without);
            }
            "base" => config.base = known.base(),
            "interface" => config.interface = known.interface(),
            "kiosk" => config.kiosk = known.kiosk(),
            "show" => config.hidden = known.hidden(),
            "moved" => config.moved = known.moved(),
            "calendar_change" => config.calendar_change = known.calendar_change(),
            other => {
                let message = format!("{other} is no key of letterbook.toml");
                diagnostics.push(unknown(other, place(key), message, KEYS));
            }
        }
    }
    diagnostics.sort_by_key(|finding| finding.span);
    Report { value: config, diagnostics }
}

/// A key that is known, while its value is read.
struct Known<'t, 'i> {
    key: &'t str,
    value: &'t Spanned<DeValue<'i>>,
    diagnostics: &'t mut Vec<Diagnostic>,
}

impl Known<'_, '_> {
    /// A key that the table does not know.
    fn unknown<const N: usize>(&mut self, key: &str, span: Span, keys: [&'static str; N]) {
        let message = format!("{key} is no key of {}", self.key);
        self.diagnostics.push(unknown(key, span, message, keys));
    }

    fn wrong_type(&mut self, span: Span, wanted: &str) {
        let message = format!("{} has to be {wanted}", self.key);
        self.diagnostics.push(wrong("config/wrong-type", span, message));
    }

    fn text(mut self) -> Option<String> {
        self.one(self.value)
    }

    fn one(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(place(value), "a text in quotation marks");
        }
        text
    }

    /// A tag of a language. Browsers choose by it: a wrong one is worse than none.
    fn language(mut self) -> Option<String> {
        let tag = self.one(self.value)?;
        if check::is_tag(&tag) {
            return Some(tag);
        }
        let message = format!("{tag} is no tag of a language, and is not used");
        let span = Some(place(self.value));
        let finding = Diagnostic::new(Code("config/language"), Severity::Warning, span, message);
        self.diagnostics.push(finding.advise(check::LANGUAGE_ADVICE));
        None
    }

    /// A list of texts, or one, each with its place.
    fn texts(mut self) -> Vec<(String, Span)> {
        self.list()
    }

    fn list(&mut self) -> Vec<(String, Span)> {
        let value = self.value;
        match value.get_ref() {
            DeValue::String(text) => vec![(text.to_string(), place(value))],
            DeValue::Array(values) => {
                let texts = values.iter().map(|value| Some((self.one(value)?, place(value))));
                texts.flatten().collect()
            }
            _ => {
                self.wrong_type(place(value), "a list of texts");
                Vec::new()
            }
        }
    }

    /// Paths; `what` they would name. A list of none is no way to leave the key out.
    fn paths(self, what: &str, without: &str) -> Vec<NamedPath> {
        if self.value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            let finding = wrong("config/no-path", place(self.value), format!("{} names {what}", self.key));
            self.diagnostics.push(finding.advise(format!("without this line, {without}")));
        }
        self.texts().into_iter().map(|(path, span)| NamedPath { path, span }).collect()
    }

    fn base(mut self) -> Option<Base> {
        let text = self.one(self.value)?;
        match Base::parse(&text) {
            Ok(base) => Some(base),
            Err(reason) => {
                let message = format!("{text} cannot be the address of a site: {reason}");
                let finding = wrong("config/base", place(self.value), message);
                self.diagnostics
                    .push(finding.advise("write a path like /letters/, or https://host.example/letters/"));
                None
            }
        }
    }

    /// A day, as TOML has them (`1918-02-14`) or in quotation marks.
    fn calendar_change(self) -> Option<CalendarChange> {
        let value = self.value.get_ref();
        let when = match value {
            DeValue::Datetime(when) => Some(*when),
            DeValue::String(text) => text.parse::<Datetime>().ok(),
            _ => None,
        };
        let day = when.filter(|when| when.time.is_none()).and_then(|when| when.date);
        let change = day.and_then(|day| CalendarChange::new(i32::from(day.year), day.month, day.day));
        if change.is_none() {
            let message = format!("{} has to be a day from 1582-10-15 on", self.key);
            let finding = wrong("config/calendar-change", place(self.value), message);
            self.diagnostics.push(finding.advise(
                "write the first day of the Gregorian calendar, like 1918-02-14 (Russia) or 1752-09-14 (Britain)",
            ));
        }
        change
    }

    fn interface(mut self) -> Vec<Interface> {
        let mut spoken = Vec::new();
        for (word, span) in self.list() {
            match LANGUAGES.iter().find(|(code, _)| *code == word) {
                Some((_, language)) if spoken.contains(language) => {}
                Some((_, language)) => spoken.push(*language),
                None => {
                    let codes = LANGUAGES.map(|(code, _)| code);
                    let advice = match nearest(&word, codes) {
                        Some(near) => format!("did you mean {near}?"),
                        None => format!("it speaks {}", codes.join(", ")),
                    };
                    let message = format!("the interface does not speak {word}");
                    let finding = wrong("config/interface", span, message);
                    self.diagnostics.push(finding.advise(advice));
                }
            }
        }
        spoken
    }
}

fn unknown<const N: usize>(key: &str, span: Span, message: String, keys: [&'static str; N]) -> Diagnostic {
    let finding = Diagnostic::new(Code("config/unknown-key"), Severity::Warning, Some(span), message);
    match nearest(key, keys) {
        Some(near) => finding.advise(format!("did you mean {near}?")),
        None => finding.advise(format!("the keys are {}", keys.join(", "))),
    }
}

fn wrong(code: &'static str, span: Span, message: String) -> Diagnostic {
    Diagnostic::new(Code(code), Severity::Error, Some(span), message)
}

fn place<T>(value: &Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}

/// The known word that is most like a word, where one is like it: a short word must not become another.
fn nearest<const N: usize>(word: &str, known: [&'static str; N]) -> Option<&'static str> {
    let edits = |other: &str| strsim::damerau_levenshtein(&word.to_lowercase(), other);
    let near = known.into_iter().map(|other| (edits(other), other)).min()?;
    (near.0 <= 3 && near.0 < near.1.chars().count()).then_some(near.1)
}
