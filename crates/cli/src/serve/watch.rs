//! Whether something has changed in a folder: looked at again and again, which works on every disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::WalkDir;

/// What a folder looked like: its files, how long they were and when they were written.
pub(super) type Look = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Looks at a folder, at the sources that may lie elsewhere, and at what is below them. What is hidden, and what a build wrote, does not count.
pub(super) fn look(folder: &Path, sources: &[PathBuf]) -> Look {
    let walks = std::iter::once(folder).chain(sources.iter().map(PathBuf::as_path)).flat_map(|place| {
        WalkDir::new(place).follow_links(true).into_iter().filter_entry(|entry| {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            entry.depth() == 0 || !(hidden || entry.path().join(".letterbook").is_file())
        })
    });
    let files = walks.flatten().filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let known = entry.metadata().ok()?;
            Some((entry.into_path(), (known.len(), known.modified().ok())))
        })
        .collect()
}
