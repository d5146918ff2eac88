//! The folder of an edition: its letters, its register, its `letterbook.toml`, read and imported.

use crate::config::{Config, Interface, Shown, read_config};
use crate::moved;
use crate::paths::{Letters, is_named, letters, named};
use crate::progress::{Progress, Step};
use crate::reading::{Reading, decoded};
use crate::sources::inside;
use edition::Edition;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use source::{Code, Diagnostic, Severity, SourceFile, SourceId};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Why nothing could be done.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// A file or folder cannot be read.
    #[error("{} cannot be read: {reason}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why, as the system says.
        reason: io::Error,
    },
    /// Something cannot be written.
    #[error("{} cannot be written: {reason}", path.display())]
    Write {
        /// What.
        path: PathBuf,
        /// Why, as the system says.
        reason: io::Error,
    },
    /// The edition cannot be packed.
    #[error("the edition cannot be packed: {0}")]
    Pack(bundle::OpenError),
    /// The system gives no threads.
    #[error("there are no threads to work with: {0}")]
    Threads(String),
    /// The place for the edition is not free.
    #[error("{} {reason}", path.display())]
    Refused {
        /// Which place.
        path: PathBuf,
        /// Why it is refused.
        reason: &'static str,
    },
    /// The address cannot be served on.
    #[error("{address} cannot be served on: {reason}; another port: --port 8081")]
    Serve {
        /// Which.
        address: String,
        /// Why, as the system says.
        reason: io::Error,
    },
    /// The command was built without the viewer.
    #[error(
        "this letterbook was built without the viewer, so it can check editions, not build them; \
         `cargo xtask install` makes one that can"
    )]
    NoViewer,
}

/// An edition as it was read from its folder.
#[derive(Debug)]
pub struct Folder {
    /// The folder itself.
    pub root: PathBuf,
    /// What `letterbook.toml` says.
    pub config: Config,
    /// Every file that was read. Those that are TEI are here without their words; see [`Folder::shown`].
    pub files: Vec<SourceFile>,
    /// Those of them, files and folders, that cannot be read; they are here for what is said of them, without words.
    pub closed: BTreeSet<SourceId>,
    /// The edition.
    pub edition: Edition,
    /// What is to be said of it, file by file.
    pub diagnostics: Vec<Diagnostic>,
    /// The folders and files that letters were looked for in.
    pub sources: Vec<PathBuf>,
    /// Where files are whose names are no Unicode.
    places: BTreeMap<SourceId, PathBuf>,
}

impl Folder {
    /// Where a file is.
    #[must_use]
    pub fn path(&self, file: &SourceFile) -> PathBuf {
        self.places.get(&file.id).cloned().unwrap_or_else(|| self.root.join(&*file.path.0))
    }

    /// The files that findings stand in, with their words. Those that were let go are read again; a file that is gone by
    /// now, or can no longer be read, has none.
    #[must_use]
    pub fn shown<'d>(&self, findings: impl Iterator<Item = &'d Diagnostic>) -> Vec<SourceFile> {
        let wanted: BTreeSet<SourceId> = findings.map(|finding| finding.source).collect();
        let files: Vec<&SourceFile> = self.files.iter().filter(|file| wanted.contains(&file.id)).collect();
        let shown = files.into_par_iter().map(|file| {
            let mut file = file.clone();
            if file.text.is_empty()
                && let Ok(again) = decoded(&self.root, &self.path(&file))
            {
                file.text = again.value.text;
            }
            file
        });
        shown.collect()
    }
}

/// Reads the folder of an edition.
///
/// # Errors
/// Where the folder or its `letterbook.toml` cannot be read. What is wrong with a letter is a diagnostic, that it cannot be
/// read too.
pub fn read_folder(folder: &Path) -> Result<Folder, FolderError> {
    read_folder_with(folder, &Progress::none())
}

/// The same, and shows how far it has come.
///
/// # Errors
/// As above.
pub fn read_folder_with(folder: &Path, progress: &Progress) -> Result<Folder, FolderError> {
    let mut reading = Reading::of(folder);
    if !folder.is_dir() {
        let reason = io::Error::new(io::ErrorKind::NotFound, "there is no such folder");
        return Err(FolderError::Read { path: folder.to_owned(), reason });
    }
    let config_path = folder.join("letterbook.toml");
    let mut config = Config::default();
    if is_named(&config_path) {
        if !config_path.is_file() {
            let reason = io::Error::new(io::ErrorKind::NotFound, "it is no file, nor a link to one");
            return Err(FolderError::Read { path: config_path, reason });
        }
        let file = reading.read(&config_path)?;
        let report = read_config(&reading.files[file]);
        let id = reading.files[file].id;
        reading.diagnostics.extend(report.diagnostics.into_iter().map(|finding| finding.in_source(id)));
        config = report.value;
    }
    let (sources, registers, all_there) = named(folder, &config, &mut reading.diagnostics);
    let mut sides = Vec::new();
    for path in registers {
        match reading.read(&path) {
            Ok(at) => sides.push(at),
            Err(error) => reading.leave_out(error),
        }
    }
    let first = reading.files.len();
    let Letters { letters: paths, closed, foreign } = letters(&sources);
    reading.name_foreign(&foreign);
    for (path, reason) in closed {
        let error = FolderError::Read { path, reason };
        // Of a folder that cannot be looked into nothing can be made at all.
        match &error {
            FolderError::Read { path, .. } if path == folder => return Err(error),
            _ => reading.leave_out(error),
        }
    }
    let running = progress.begin(Step::Reading, paths.len());
    let reports = paths.par_iter().map(|path| {
        let mut report = decoded(folder, path)?;
        let first = import::FirstRead::of(&report.value);
        if first.is_whole() {
            // What is said of it shows its lines; those are read again then.
            report.value.text = Box::default();
        }
        running.advance();
        Ok((report, first))
    });
    let mut read = Vec::with_capacity(paths.len());
    for (path, result) in paths.iter().zip(reports.collect::<Vec<_>>()) {
        match result {
            Ok((report, first)) => {
                let at = reading.take(report);
                if !reading.leave_out_what_is_no_letter(at) {
                    if path.to_str().is_none() {
                        reading.places.insert(reading.files[at].id, path.clone());
                    }
                    read.push(first);
                }
            }
            Err(error) => reading.leave_out(error),
        }
    }
    drop(running);
    let letters = &reading.files[first..];
    // Where a path is missing or closed, that is said.
    if letters.is_empty() && all_there && reading.all_open() {
        let message = "there is no letter here".to_owned();
        let finding = Diagnostic::new(Code("folder/empty"), Severity::Error, None, message);
        let finding = finding.advise("letters are files that end in .txt, .md or .xml");
        reading.diagnostics.push(finding);
    }
    let sides: Vec<&SourceFile> = sides.iter().map(|at| &reading.files[*at]).collect();
    let running = progress.begin(Step::Importing, letters.len());
    let defaults = import::Defaults {
        calendar_change: config.calendar_change,
        language: config.language.as_deref().map(Into::into),
    };
    let report = import::assemble(letters, read, &sides, &defaults);
    reading.diagnostics.extend(report.diagnostics);
    let closed = reading.name_closed();
    let present = present(folder);
    let checked = check::Checked {
        edition: &report.value.edition,
        places: &report.value.places,
        files: Some(&present),
    };
    reading.diagnostics.extend(check::check(checked));
    // `letterbook.toml` is the first file of every run that has one.
    let moved = moved::findings(&config.moved, &report.value.edition);
    reading.diagnostics.extend(moved.into_iter().map(|finding| finding.in_source(SourceId(0))));
    reading.empty_is_all();
    drop(running);
    let mut edition = report.value.edition;
    let header = &mut edition.header;
    if let Some(title) = &config.title {
        header.title = title.as_str().into();
    } else if header.title.is_empty() {
        header.title = name_of(folder).into();
    }
    header.language = config.language.as_deref().map_or_else(|| header.language.clone(), Into::into);
    header.description = config.description.clone().unwrap_or_default().into();
    let spoken = config.interface.iter().map(|language| language.tag());
    // Each language has pages of its own: as many as an edition asks for.
    let own = config.interface.is_empty().then(|| Interface::of(&header.language).tag());
    header.interface = spoken.chain(own).map(Into::into).collect();
    header.editors = config.editors.iter().map(|editor| editor.as_str().into()).collect();
    let written_in = report.value.places.letters.iter().map(|place| place.source).collect();
    let hidden = config.hidden.iter().filter_map(|shown| match shown {
        Shown::View(view) => Some((*view).into()),
        Shown::Sources => None,
    });
    header.hidden = hidden.collect();
    header.left_out = left_out(&reading, &written_in, first);
    header.rights.extend(config.licence.iter().map(|licence| licence.as_str().into()));
    reading.diagnostics.sort_by_key(|finding| (finding.source, finding.span));
    let root = folder.to_owned();
    let Reading { files, diagnostics, places, .. } = reading;
    Ok(Folder { root, config, files, closed, edition, diagnostics, sources, places })
}

/// The name of a folder, however it was said.
fn name_of(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    whole.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files of which nothing came because of an error in them.
fn left_out(reading: &Reading<'_>, sources: &BTreeSet<SourceId>, first: usize) -> Vec<Box<str>> {
    let files = reading.files[first..].iter().filter(|file| {
        let mut findings = reading.diagnostics.iter().filter(|finding| finding.source == file.id);
        !sources.contains(&file.id) && findings.any(|finding| finding.severity == Severity::Error)
    });
    files.map(|file| inside(&file.path.0).into()).collect()
}

/// Every file in the folder of an edition, named from there.
fn present(folder: &Path) -> BTreeSet<String> {
    let files = WalkDir::new(folder)
        .follow_links(true)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    let names = files.filter_map(|entry| {
        let name = entry.path().strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/");
        Some(name)
    });
    names.collect()
}
