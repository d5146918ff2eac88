//! The files of an edition while they are read, one after the other; those that cannot be read are named, not fatal.

use crate::folder::FolderError;
use source::{Code, Diagnostic, Report, Severity, SourceFile, SourceId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// So many lines are looked through for what front matter would say.
const HEAD: usize = 12;
const LETTER_KEYS: [&str; 6] = ["from:", "to:", "date:", "from =", "to =", "date ="];

/// What is said of no file.
const NO_FILE: SourceId = SourceId(u32::MAX);

/// The files that were read so far, and what is to be said of them.
pub(crate) struct Reading<'p> {
    pub(crate) root: &'p Path,
    pub(crate) files: Vec<SourceFile>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Where files are whose names are no Unicode, and in the report are written otherwise.
    pub(crate) places: BTreeMap<SourceId, PathBuf>,
    /// Files and folders that the system does not let be read.
    closed: Vec<FolderError>,
}

/// Reads and decodes a file.
pub(crate) fn decoded(root: &Path, path: &Path) -> Result<Report<SourceFile>, FolderError> {
    let bytes = std::fs::read(path).map_err(|reason| FolderError::Read { path: path.to_owned(), reason })?;
    Ok(source::decode(&name(root, path), bytes))
}

/// A file is named from the folder of the edition: the report is the same wherever that stands.
fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

impl<'p> Reading<'p> {
    /// Nothing yet, of the edition in a folder.
    pub(crate) fn of(root: &'p Path) -> Self {
        Self { root, files: Vec::new(), diagnostics: Vec::new(), places: BTreeMap::new(), closed: Vec::new() }
    }

    /// Reads a file that is no letter: it may say nothing.
    pub(crate) fn read(&mut self, path: &Path) -> Result<usize, FolderError> {
        let mut report = decoded(self.root, path)?;
        report.diagnostics.retain(|finding| finding.code != Code("source/empty"));
        Ok(self.take(report))
    }

    /// Takes a file into the list; its place there.
    pub(crate) fn take(&mut self, report: Report<SourceFile>) -> usize {
        let id = self.next();
        self.diagnostics.extend(report.diagnostics.into_iter().map(|finding| finding.in_source(id)));
        self.files.push(SourceFile { id, ..report.value });
        self.files.len() - 1
    }

    fn next(&self) -> SourceId {
        SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX))
    }

    /// Remembers a file or folder that cannot be read.
    pub(crate) fn leave_out(&mut self, error: FolderError) {
        self.closed.push(error);
    }

    /// Whether all files and folders could be read so far.
    pub(crate) fn all_open(&self) -> bool {
        self.closed.is_empty()
    }

    /// Puts the files and folders that cannot be read behind those that can, each with a finding, and gives their numbers.
    pub(crate) fn name_closed(&mut self) -> BTreeSet<SourceId> {
        let mut closed = BTreeSet::new();
        let errors = std::mem::take(&mut self.closed).into_iter();
        let mut errors: Vec<_> = errors
            .filter_map(|error| match error {
                FolderError::Read { path, reason } => Some((path, reason)),
                _ => None,
            })
            .collect();
        errors.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (path, reason) in errors {
            let id = self.next();
            let name = name(self.root, &path);
            let what = if path.is_dir() { "the folder" } else { "the file" };
            let message = format!("{what} is left out, for it cannot be read: {reason}");
            let finding = Diagnostic::new(Code("folder/unreadable"), Severity::Error, None, message);
            let advice =
                "allow it to be read, or put it elsewhere; the rest of the edition is made without it";
            self.diagnostics.push(finding.advise(advice).in_source(id));
            self.files.push(SourceFile { id, ..SourceFile::from_text(&name, "") });
            closed.insert(id);
        }
        closed
    }

    /// Of a file without any text no more is said than that.
    pub(crate) fn empty_is_all(&mut self) {
        let says = |finding: &Diagnostic| finding.code == Code("source/empty");
        let empty: BTreeSet<SourceId> =
            self.diagnostics.iter().filter(|finding| says(finding)).map(|finding| finding.source).collect();
        self.diagnostics.retain(|finding| says(finding) || !empty.contains(&finding.source));
    }

    /// Names the files of word processors that lie among the letters.
    pub(crate) fn name_foreign(&mut self, foreign: &[PathBuf]) {
        let Some(first) = foreign.first() else { return };
        let first = name(self.root, first);
        let message = match foreign.len() {
            1 => format!("{first} is left out: it is a file of a word processor"),
            more => format!("{more} files of a word processor are left out, {first} the first of them"),
        };
        let finding = Diagnostic::new(Code("folder/word-processor"), Severity::Note, None, message);
        let finding = finding.advise("a letter is saved as plain text: .md or .txt, in UTF-8");
        self.diagnostics.push(finding.in_source(NO_FILE));
    }

    /// Many folders hold a README: a text in Markdown is a letter where front matter says so.
    pub(crate) fn leave_out_what_is_no_letter(&mut self, at: usize) -> bool {
        let file = &self.files[at];
        let markdown = file.path.0.ends_with(".md") || file.path.0.ends_with(".markdown");
        let text = file.text.trim_start();
        if !markdown || text.starts_with("---") || text.starts_with("+++") {
            return false;
        }
        let path = &file.path.0;
        // A word processor makes a dash of three hyphens.
        let keys = text.lines().take(HEAD).any(|line| LETTER_KEYS.iter().any(|key| line.starts_with(key)));
        let (severity, message) = if keys {
            let message =
                format!("{path} is left out: its first line is not --- and so it has no front matter");
            (Severity::Warning, message)
        } else {
            (Severity::Note, format!("{path} is left out: it has no front matter"))
        };
        let finding = Diagnostic::new(Code("folder/not-a-letter"), severity, None, message);
        let finding =
            finding.advise("if it is a letter, begin it with lines --- and --- and from: and to: between");
        // What is left out has no number of its own.
        self.diagnostics.retain(|known| known.source != file.id);
        self.diagnostics.push(finding.in_source(NO_FILE));
        self.files.remove(at);
        true
    }
}
