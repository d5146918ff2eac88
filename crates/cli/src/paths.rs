//! The paths of an edition: those that `letterbook.toml` names, and the letters below them.

use crate::config::{Config, NamedPath};
use source::{Code, Diagnostic, Severity, SourceId};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The sources and the side files of an edition, and whether all that are named are there. What is not there is
/// reported; `letterbook.toml` is the first file of every run that has one.
pub(crate) fn named(
    folder: &Path,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<PathBuf>, Vec<PathBuf>, bool) {
    let mut all_there = true;
    let mut there = |named: &[NamedPath], fits: fn(&Path) -> bool, what: &str| {
        let mut paths = Vec::new();
        for one in named {
            let path = folder.join(&one.path);
            if fits(&path) {
                paths.push(path);
            } else {
                all_there = false;
                diagnostics.push(missing(&path, one, what).in_source(SourceId(0)));
            }
        }
        paths
    };
    let mut sources = there(&config.sources, Path::exists, "file or folder");
    let mut registers = there(&config.registers, Path::is_file, "file");
    if config.sources.is_empty() {
        sources.push(folder.to_owned());
    }
    if config.registers.is_empty() {
        registers.extend(Some(folder.join("register.toml")).filter(|path| is_named(path)));
    }
    // A file that is named twice is read once.
    let mut known = BTreeSet::new();
    registers.retain(|path| known.insert(whole(path)));
    (sources, registers, all_there)
}

fn missing(path: &Path, named: &NamedPath, what: &str) -> Diagnostic {
    let message = format!("there is no {what} {}", named.path);
    let finding = Diagnostic::new(Code("config/missing-path"), Severity::Error, Some(named.span), message);
    match neighbour(path) {
        Some(near) => finding.advise(format!("did you mean {near}?")),
        None => finding.advise("mend the path, or take it out; it begins at the folder of letterbook.toml"),
    }
}

/// The name beside a path that is most like its own, where one is like it.
fn neighbour(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_string_lossy().into_owned();
    let entries = path.parent()?.read_dir().ok()?.filter_map(Result::ok);
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let near = names.map(|name| (strsim::damerau_levenshtein(&wanted, &name), name)).min()?;
    (near.0 > 0 && near.0 <= 3 && near.0 < wanted.chars().count()).then_some(near.1)
}

/// What is found where letters are looked for.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    /// The letters.
    pub(crate) letters: Vec<PathBuf>,
    /// What the system does not let be read, and why.
    pub(crate) closed: Vec<(PathBuf, io::Error)>,
    /// Files of word processors.
    pub(crate) foreign: Vec<PathBuf>,
}

/// The letters in folders and those below them, each once, sorted by name folder by folder; what is hidden is left out.
pub(crate) fn letters(sources: &[PathBuf]) -> Letters {
    // `~$` begins what a word processor writes beside a file that is open.
    let hidden = |name: &OsStr| {
        let name = name.to_string_lossy();
        name.starts_with('.') || name.starts_with("~$")
    };
    let mut known = BTreeSet::new();
    let mut found = Letters::default();
    for source in sources {
        let walk = WalkDir::new(source).sort_by_file_name().follow_links(true).into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().unwrap_or(source).to_owned();
                    // A link that leads nowhere is a letter's only where its name says so; one that leads back leads to what is
                    // read already.
                    let nowhere = path.is_symlink() && !is_letter(&ending_of(&path));
                    if error.loop_ancestor().is_none() && !nowhere {
                        found.closed.push((path, reason(error)));
                    }
                    continue;
                }
            };
            let ending = ending_of(entry.path());
            if !entry.file_type().is_file() {
                continue;
            }
            if is_letter(&ending) {
                if known.insert(whole(entry.path())) {
                    found.letters.push(entry.into_path());
                }
            } else if matches!(&*ending, "docx" | "doc" | "odt" | "rtf") {
                found.foreign.push(entry.into_path());
            }
        }
    }
    found
}

/// The ending of a file's name, in small letters.
fn ending_of(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

fn is_letter(ending: &str) -> bool {
    matches!(ending, "txt" | "xml" | "tei" | "md" | "markdown")
}

/// Whether something has a name, be it a link that leads nowhere or no file at all.
pub(crate) fn is_named(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// What the system says, without the path, which is named beside it.
fn reason(error: walkdir::Error) -> io::Error {
    let kind = error.io_error().map(io::Error::kind);
    error.into_io_error().unwrap_or_else(|| kind.unwrap_or(io::ErrorKind::Other).into())
}

/// One path for a file, by whatever way it was reached.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
