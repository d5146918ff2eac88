//! `letterbook check`: the report on an edition.

use crate::folder::{Folder, FolderError, read_folder_with};
use crate::places::Places;
use crate::progress::Progress;
use crate::{sarif, terminal};
use serde_json::{Value, json};
use source::{Diagnostic, Severity};
use std::io::{self, Write};
use std::path::Path;

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// Counts findings.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| diagnostics.iter().filter(|finding| finding.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }
}

/// At which findings a command ends with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Deny {
    /// Errors
    Errors,
    /// Errors and warnings
    Warnings,
}

impl Deny {
    /// Whether any of what was counted is denied.
    #[must_use]
    pub fn any(self, counts: &Counts) -> bool {
        counts.errors > 0 || (self == Self::Warnings && counts.warnings > 0)
    }
}

/// How the report on an edition is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportFormat {
    /// For people
    Text,
    /// For programs: a list of findings
    Json,
    /// For editors and forges that show findings beside the lines (SARIF 2.1.0)
    Sarif,
}

/// How much of the report for people is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Every finding, and how many there are.
    Everything,
    /// Errors and warnings.
    Problems,
}

/// What to check.
#[derive(Debug, Clone)]
pub struct CheckOptions<'p> {
    /// The folder of the edition.
    pub folder: &'p Path,
    /// How to print.
    pub format: ReportFormat,
    /// How much of it; reports for programs are whole.
    pub detail: Detail,
    /// Where it is shown how far the work has come.
    pub progress: Progress,
}

/// Prints the report on the edition in a folder, and counts what is in it.
///
/// # Errors
/// Where the folder cannot be read or the report not written.
pub fn check(options: &CheckOptions<'_>, out: &mut dyn Write) -> Result<Counts, FolderError> {
    let read = read_folder_with(options.folder, &options.progress)?;
    let counts = Counts::of(&read.diagnostics);
    let written = match options.format {
        ReportFormat::Text => as_text(&read, options.detail, out),
        ReportFormat::Json => as_json(&read, out),
        ReportFormat::Sarif => pretty(&sarif::render(&read), out),
    };
    written.map_err(|reason| FolderError::Write { path: "the report".into(), reason })?;
    Ok(counts)
}

/// The report, finding by finding, then what was counted.
pub(crate) fn as_text(read: &Folder, detail: Detail, out: &mut dyn Write) -> io::Result<()> {
    let told = |finding: &&Diagnostic| detail == Detail::Everything || finding.severity > Severity::Note;
    let files = read.shown(read.diagnostics.iter().filter(told));
    let places = Places::of(&files);
    for finding in read.diagnostics.iter().filter(told) {
        match places.lines(finding.source) {
            Some((file, lines)) => out.write_all(terminal::draw(finding, file, lines).as_bytes())?,
            // There is no file to show.
            None => {
                let severity = severity(finding);
                writeln!(out, "{severity}[{}]: {}", finding.code.0, finding.message)?;
                for hint in &finding.hints {
                    writeln!(out, "  = help: {}", hint.message)?;
                }
                writeln!(out)?;
            }
        }
    }
    if detail == Detail::Problems {
        return Ok(());
    }
    let counts = Counts::of(&read.diagnostics);
    let (letters, entries) = (read.edition.letters.len(), read.edition.register.entries.len());
    let findings = [(counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note")];
    let findings = findings.map(|(many, what)| counted(many, what)).join(", ");
    let entries = if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") };
    writeln!(out, "{}, {entries}: {findings}", counted(letters, "letter"))
}

/// `1 letter`, `2 letters`; of words that take an `s`.
pub(crate) fn counted(many: usize, what: &str) -> String {
    format!("{many} {what}{}", if many == 1 { "" } else { "s" })
}

pub(crate) fn severity(finding: &Diagnostic) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The findings as an array, for programs.
fn as_json(read: &Folder, out: &mut dyn Write) -> io::Result<()> {
    pretty(&findings(read).into(), out)
}

/// The findings for programs. Lines and columns count from 1, columns in characters.
pub(crate) fn findings(read: &Folder) -> Vec<Value> {
    let files = read.shown(read.diagnostics.iter());
    let places = Places::of(&files);
    let findings = read.diagnostics.iter().map(|finding| {
        let file = places.file(finding.source);
        let place = finding.span.and_then(|span| places.range(finding.source, span)).map(|(start, _)| start);
        json!({
            "code": finding.code.0,
            "severity": severity(finding),
            "file": file.map(|file| &*file.path.0),
            "line": place.map(|place| place.line),
            "column": place.map(|place| place.column),
            "message": finding.message,
            "hints": finding.hints.iter().map(|hint| hint.message.as_str()).collect::<Vec<_>>(),
        })
    });
    findings.collect()
}

fn pretty(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
