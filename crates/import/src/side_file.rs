//! The editor's side file (`register.toml`): who and what is named, and what the editor adds to a letter.

mod entries;
mod letters;
mod table;

use dates::{Certainty, Edtf};
use edition::{EntryId, Header, Register};
use source::{Code, Diagnostic, Report, Severity, SourceFile, SourceId, Span};
use table::Table;
use toml::de::DeTable;

/// What the side file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SideFile {
    /// Which file it is, for messages.
    pub source: SourceId,
    /// Title, language and rights of the edition.
    pub header: Header,
    /// The entry that a bare "Vol. 45" or "present edition" means.
    pub present_edition: Option<EntryId>,
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
}

/// A form of a name and where the side file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPlace {
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
    /// Its file name or identifier.
    pub file: Box<str>,
    /// Its language (BCP 47).
    pub language: Option<Box<str>>,
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
    /// The letter's identifier; every letter where it is not given.
    pub letter: Option<Box<str>>,
    /// The block: `p2`, `n86`.
    pub block: Box<str>,
    /// The words.
    pub surface: Box<str>,
    /// Which of several equal ones, from 1.
    pub nth: usize,
    /// Where the side file says so.
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
    let mut diagnostics = Vec::new();
    let mut side = SideFile { source: file.id, ..SideFile::default() };
    let (document, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        let span = error.span().map(|range| Span::new(range.start, range.end));
        let message =
            error.message().lines().next().unwrap_or("this is not TOML").trim_end_matches('.').to_owned();
        diagnostics.push(
            Diagnostic::new(Code("register/syntax"), Severity::Error, span, message)
                .advise("the file is in TOML; text stands in quotation marks, lists in square brackets"),
        );
    }
    let root = document.get_ref();
    for (key, value) in root.iter() {
        let name = key.get_ref().as_ref();
        let span = Span::new(key.span().start, key.span().end);
        if let Some(kind) = entries::kind(name) {
            for mut table in Table::each(value, &mut diagnostics) {
                entries::read(&mut side, &mut table, kind);
                table.done(&mut diagnostics);
            }
            continue;
        }
        let read: fn(&mut SideFile, &mut Table<'_, '_>) = match name {
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
        for mut table in Table::each(value, &mut diagnostics) {
            read(&mut side, &mut table);
            table.done(&mut diagnostics);
        }
    }
    entries::check(&side, file, &mut diagnostics);
    let diagnostics = diagnostics.into_iter().map(|finding| finding.in_source(file.id)).collect();
    Report { value: side, diagnostics }
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
