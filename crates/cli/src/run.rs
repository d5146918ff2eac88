//! `letterbook inspect`.

use crate::found::Found;
use crate::{json, terminal, text};
use source::{Lines, Severity, SourceFile, SourceId};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs; offsets count Unicode code points of the decoded text
    Json,
}

/// What to inspect.
#[derive(Debug, Clone, Copy)]
pub struct InspectOptions<'p> {
    /// The letter.
    pub file: &'p Path,
    /// The side file.
    pub register: Option<&'p Path>,
    /// How to print.
    pub format: Format,
}

/// Why nothing could be inspected.
#[derive(Debug, thiserror::Error)]
pub enum InspectError {
    /// A file cannot be read.
    #[error("{} cannot be read: {reason}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why, as the system says.
        reason: io::Error,
    },
    /// The output cannot be written.
    #[error("the output cannot be written: {0}")]
    Write(#[from] io::Error),
}

/// Prints what is found in a letter to `out` and what is to be said of it to `messages`. Returns whether there were
/// errors among it.
///
/// # Errors
/// A file that cannot be read, an output that cannot be written.
pub fn inspect(
    options: &InspectOptions<'_>,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<bool, InspectError> {
    let read = |path: &Path, id: u32| {
        let bytes =
            std::fs::read(path).map_err(|reason| InspectError::Read { path: path.to_owned(), reason })?;
        let mut report = source::decode(&path.to_string_lossy(), &bytes);
        report.value.id = SourceId(id);
        report.diagnostics.iter_mut().for_each(|finding| finding.source = SourceId(id));
        Ok::<_, InspectError>(report)
    };
    let letter = read(options.file, 0)?;
    let side = options.register.map(|path| read(path, 1)).transpose()?;
    let mut diagnostics = letter.diagnostics;
    diagnostics.extend(side.iter().flat_map(|report| report.diagnostics.iter().cloned()));
    let side = side.map(|report| report.value);
    let report = import::import(std::slice::from_ref(&letter.value), side.as_ref());
    diagnostics.extend(report.diagnostics);

    let found = Found::all(&letter.value, &report.value);
    match options.format {
        Format::Text => {
            for (nth, found) in found.iter().enumerate() {
                if nth > 0 {
                    out.write_all(b"\n")?;
                }
                out.write_all(text::render(found).as_bytes())?;
            }
        }
        Format::Json => {
            let value = json::render(&found, &diagnostics, side.as_ref());
            serde_json::to_writer_pretty(&mut *out, &value).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
    }
    let files: Vec<(&SourceFile, Lines<'_>)> =
        std::iter::once(&letter.value).chain(&side).map(|file| (file, Lines::of(&file.text))).collect();
    for finding in &diagnostics {
        if let Some((file, lines)) = files.iter().find(|(file, _)| file.id == finding.source) {
            messages.write_all(terminal::draw(finding, file, lines).as_bytes())?;
        }
    }
    Ok(diagnostics.iter().any(|finding| finding.severity == Severity::Error))
}
