//! The editor's side files (`register.toml`): who and what is named, and what the editor adds to a letter.

mod check;
mod entries;
mod letters;
mod table;

use dates::{CalendarChange, Certainty, Edtf};
use edition::{EntryId, Header, Register};
use source::{Code, Diagnostic, Report, Severity, SourceFile, SourceId, Span, typed_advice};
use std::collections::BTreeMap;
use table::Table;
use toml::de::DeTable;

/// What the side file says, or several of them together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SideFile {
    /// Title, language and rights of the edition.
    pub header: Header,
    /// The entry that a bare "Vol. 45" or "present edition" means.
    pub present_edition: Option<EntryId>,
    /// When the calendar changed where the letters were written: before that the style of a date is not stated.
    pub calendar_change: Option<CalendarChange>,
    /// The entries.
    pub register: Register,
    /// Every form that is looked for, with its place in the file, for messages.
    pub forms: Vec<FormPlace>,
    /// What is said of single letters.
    pub letters: Vec<LetterNote>,
    /// Corrections of misprints.
    pub corrections: Vec<Correction>,
    /// Mentions that the editor names or denies.
    pub mentions: Vec<MentionNote>,
    /// Dates that the editor reads.
    pub dates: Vec<DateNote>,
    /// Where the entries are.
    pub places: BTreeMap<EntryId, FilePlace>,
}

/// A form of a name and where the side file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPlace {
    /// The side file.
    pub source: SourceId,
    /// The entry.
    pub entry: EntryId,
    /// The form.
    pub text: Box<str>,
    /// Where it stands in the side file.
    pub span: Span,
}

/// A place that the editor gives for sending or receiving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceNote {
    /// The entry.
    pub place: EntryId,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub reason: Option<Box<str>>,
}

/// What the editor says of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterNote {
    /// The side file.
    pub source: SourceId,
    /// Its file name or identifier.
    pub file: Box<str>,
    /// Where the side file names it.
    pub span: Span,
    /// Its language (BCP 47).
    pub language: Option<Box<str>>,
    /// Whether it was written in Russia; as the whole edition where nothing is said.
    pub russian: Option<bool>,
    /// Sender.
    pub from: Option<EntryId>,
    /// Addressee.
    pub to: Option<EntryId>,
    /// Where it was sent from.
    pub sent_from: Option<PlaceNote>,
    /// Where it was sent to.
    pub sent_to: Option<PlaceNote>,
    /// The letter it answers.
    pub answers: Option<EntryId>,
    /// Source and rights.
    pub rights: Vec<Box<str>>,
}

/// Words in one block of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The side file.
    pub source: SourceId,
    /// The letter's identifier or file name; every letter where it is not given.
    pub letter: Option<Box<str>>,
    /// Where the side file names it.
    pub letter_span: Option<Span>,
    /// The block: `p2`, `n86`.
    pub block: Box<str>,
    /// The words.
    pub surface: Box<str>,
    /// Which of several equal ones, from 1.
    pub nth: usize,
    /// Where the side file has the words.
    pub span: Span,
}

/// A correction of a misprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The words as printed.
    pub place: Place,
    /// As the editor reads.
    pub corr: Box<str>,
    /// Why.
    pub reason: Option<Box<str>>,
}

/// A mention that the editor names, or words that are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionNote {
    /// The words.
    pub place: Place,
    /// What they name; none where they name nothing.
    pub entry: Option<EntryId>,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub reason: Option<Box<str>>,
}

/// A date as the editor reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateNote {
    /// The words.
    pub place: Place,
    /// The value; none where they are no date.
    pub value: Option<Edtf>,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub reason: Option<Box<str>>,
}

/// Reads a side file. What cannot be read is left out and reported.
#[must_use]
pub fn read_side_file(file: &SourceFile) -> Report<SideFile> {
    read_side_files(&[file])
}

/// Reads several side files as one: an entry may be in one and be spoken of in another. Of what can be said of the
/// edition once, the first word stands.
#[must_use]
pub fn read_side_files(files: &[&SourceFile]) -> Report<SideFile> {
    let mut reading = Reading::default();
    let mut diagnostics = Vec::new();
    for file in files {
        reading.source = file.id;
        let mut findings = Vec::new();
        read(&mut reading, file, &mut findings);
        diagnostics.extend(findings.into_iter().map(|finding| finding.in_source(file.id)));
    }
    // Tables of one name come together; the register keeps the order of the files.
    let places: BTreeMap<EntryId, FilePlace> =
        reading.ids.iter().rev().map(|(id, at)| (id.clone(), *at)).collect();
    reading.side.register.entries.sort_by_key(|entry| places.get(&entry.id).copied());
    reading.side.places = places;
    reading.side.forms.sort_by_key(|form| (form.source, form.span));
    check::check(&reading, files, &mut diagnostics);
    diagnostics.sort_by_key(|finding| (finding.source, finding.span.map_or(0, |span| span.start)));
    Report { value: reading.side, diagnostics }
}

fn read(reading: &mut Reading, file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) {
    let (document, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        let span = error.span().map(|range| Span::new(range.start, range.end));
        let message =
            error.message().lines().next().unwrap_or("this is not TOML").trim_end_matches('.').to_owned();
        let typed = span.and_then(|span| typed_advice(&file.text, span.start as usize));
        let advice =
            typed.unwrap_or("the file is in TOML; text stands in quotation marks, lists in square brackets");
        diagnostics
            .push(Diagnostic::new(Code("register/syntax"), Severity::Error, span, message).advise(advice));
    }
    let root = document.get_ref();
    for (key, value) in root.iter() {
        let name = key.get_ref().as_ref();
        let span = Span::new(key.span().start, key.span().end);
        if let Some(kind) = entries::kind(name) {
            for mut table in Table::each(name, value, diagnostics) {
                entries::read(reading, &mut table, kind);
                table.done(diagnostics);
            }
            continue;
        }
        let read: fn(&mut Reading, &mut Table<'_, '_>) = match name {
            "edition" => letters::edition,
            "letter" => letters::letter,
            "correction" => letters::correction,
            "mention" => letters::mention,
            "date" => letters::date,
            "abbreviation" => entries::abbreviation,
            _ => {
                diagnostics.push(table::unknown_key(name, span, TABLES));
                continue;
            }
        };
        for mut table in Table::each(name, value, diagnostics) {
            read(reading, &mut table);
            table.done(diagnostics);
        }
    }
}

/// A place in one of the side files.
pub(crate) type FilePlace = (SourceId, Span);

/// Side files while they are read, with the places that messages speak of.
#[derive(Debug, Default)]
struct Reading {
    side: SideFile,
    /// The file that is read now.
    source: SourceId,
    /// The identifiers that entries have, in the order of the files.
    ids: Vec<(EntryId, FilePlace)>,
    /// The identifiers that entries are spoken of by.
    references: Vec<(EntryId, FilePlace)>,
    /// Entries whose end may lie before their beginning: beginning, end, place of the end.
    lives: Vec<(Edtf, Edtf, FilePlace)>,
}

impl Reading {
    /// An identifier that has to be that of an entry.
    fn reference(&mut self, said: Option<(Box<str>, Span)>) -> Option<EntryId> {
        let (id, span) = said?;
        let id = EntryId(id);
        self.references.push((id.clone(), (self.source, span)));
        Some(id)
    }
}

const TABLES: &[&str] = &[
    "edition",
    "letter",
    "correction",
    "mention",
    "date",
    "person",
    "organisation",
    "place",
    "work",
    "event",
    "office",
    "abbreviation",
];
