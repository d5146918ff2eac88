//! `letterbook check`: the report on an edition.

use crate::folder::{Folder, FolderError, read_folder};
use crate::run::Format;
use crate::terminal;
use serde_json::{Value, json};
use source::{Diagnostic, Lines, Severity};
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

/// Prints the report on the edition in a folder, and counts what is in it.
///
/// # Errors
/// Where the folder cannot be read or the report not written.
pub fn check(folder: &Path, format: Format, out: &mut dyn Write) -> Result<Counts, FolderError> {
    let read = read_folder(folder)?;
    let counts = Counts::of(&read.diagnostics);
    let written = match format {
        Format::Text => as_text(&read, counts, out),
        Format::Json => as_json(&read, out),
    };
    written.map_err(|reason| FolderError::Write { path: "the report".into(), reason })?;
    Ok(counts)
}

/// The report, finding by finding, then what was counted.
pub(crate) fn as_text(read: &Folder, counts: Counts, out: &mut dyn Write) -> io::Result<()> {
    for finding in &read.diagnostics {
        match read.files.iter().find(|file| file.id == finding.source) {
            Some(file) => out.write_all(terminal::draw(finding, file).as_bytes())?,
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
    let (letters, entries) = (read.edition.letters.len(), read.edition.register.entries.len());
    writeln!(
        out,
        "{letters} letters, {entries} entries: {} errors, {} warnings, {} notes",
        counts.errors, counts.warnings, counts.notes
    )
}

fn severity(finding: &Diagnostic) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The findings as an array, for programs.
fn as_json(read: &Folder, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &findings(read))?;
    writeln!(out)
}

/// The findings for programs. Lines and columns count from 1, columns in characters.
pub(crate) fn findings(read: &Folder) -> Vec<Value> {
    let findings = read.diagnostics.iter().map(|finding| {
        let file = read.files.iter().find(|file| file.id == finding.source);
        let place = file.zip(finding.span).map(|(file, span)| Lines::of(&file.text).line_column(span.start));
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
