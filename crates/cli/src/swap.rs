//! A folder written beside its place and then put there: what stood there before is whole until the new one is, and
//! comes back where that fails.

use crate::folder::FolderError;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Says that a folder was written by this command, so that it may be written again.
const MARKER: &str = ".letterbook";
const MARKED: &[u8] = b"letterbook build wrote this folder, and may write it again\n";

/// Puts a folder in the place of what this command wrote there before; `fill` writes what is in it.
///
/// # Errors
/// Where something cannot be written; the place is then as it was, but where only the old site could not be taken away:
/// then the new one is in its place.
pub(crate) fn put(
    out: &Path,
    fill: impl FnOnce(&Fresh) -> Result<(), FolderError>,
) -> Result<(), FolderError> {
    let fresh = Fresh(beside(out, "new"));
    remove(&fresh.0)?;
    // The marker is the first file: what is left of a killed build is known as ours.
    let written =
        fresh.write(MARKER, MARKED).and_then(|()| fill(&fresh)).and_then(|()| exchange(&fresh.0, out));
    if written.is_err() {
        // The first failure is the one to speak of.
        let _ = remove(&fresh.0);
    }
    written
}

/// A folder that is not in its place yet.
#[derive(Debug)]
pub(crate) struct Fresh(PathBuf);

impl Fresh {
    /// Writes a file, by its path in the folder. Several threads may, each its own.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let path = self.0.join(name);
        let failed = |reason| cannot_write(&path, reason);
        fs::create_dir_all(path.parent().unwrap_or(&self.0)).map_err(failed)?;
        fs::write(&path, bytes).map_err(failed)
    }
}

/// Refuses places whose content is not ours to replace. A site that was left aside when a build was killed comes back
/// to its place first.
///
/// # Errors
/// Where the place is not free, or cannot be looked at.
pub(crate) fn free<'p>(
    out: &Path,
    folder: &Path,
    sources: impl IntoIterator<Item = &'p Path>,
) -> Result<(), FolderError> {
    let refused = |reason| Err(FolderError::Refused { path: out.to_owned(), reason });
    if absolute(folder)?.starts_with(out) {
        return refused("holds the folder of the edition");
    }
    for source in sources {
        let source = absolute(source)?;
        if out.starts_with(&source) {
            return refused("is inside the sources of the edition: letters would be looked for in it");
        }
        if source.starts_with(out) {
            return refused("holds sources of the edition");
        }
    }
    put_back(out)?;
    let Ok(mut entries) = fs::read_dir(out) else {
        return if out.exists() { refused("is a file") } else { Ok(()) };
    };
    if entries.next().is_some() && !is_ours(out) {
        return refused("is not empty, and was not written by letterbook");
    }
    Ok(())
}

/// A path without `.`, `..` and links, as far as it is there already, and from there on where it would be.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, FolderError> {
    let read = |reason| FolderError::Read { path: path.to_owned(), reason };
    let mut known = PathBuf::new();
    for part in std::path::absolute(path).map_err(read)?.components() {
        match part {
            // What is above a folder that is not there yet is above where it would be.
            Component::ParentDir => drop(known.pop()),
            part => known.push(part),
        }
        if let Ok(there) = fs::canonicalize(&known) {
            known = there;
        }
    }
    Ok(known)
}

/// Two renames: no system exchanges two folders in one step everywhere.
fn exchange(fresh: &Path, out: &Path) -> Result<(), FolderError> {
    let failed = |reason| cannot_write(out, reason);
    let old = beside(out, "old");
    remove(&old)?;
    if !out.exists() {
        return fs::rename(fresh, out).map_err(failed);
    }
    fs::rename(out, &old).map_err(failed)?;
    if let Err(reason) = fs::rename(fresh, out) {
        fs::rename(&old, out).map_err(failed)?;
        return Err(failed(reason));
    }
    remove(&old)
}

/// A build that was killed between the renames has left the old site aside, and nothing in its place.
fn put_back(out: &Path) -> Result<(), FolderError> {
    let old = beside(out, "old");
    if out.exists() || !is_ours(&old) {
        return Ok(());
    }
    fs::rename(&old, out).map_err(|reason| cannot_write(out, reason))
}

fn is_ours(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

fn beside(out: &Path, what: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{what}"))
}

/// Removes what a build left; an empty folder was not marked yet. What others put under that name stays.
fn remove(folder: &Path) -> Result<(), FolderError> {
    if !folder.exists() {
        return Ok(());
    }
    let empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if !empty && !is_ours(folder) {
        let reason = "is in the way, and was not written by letterbook";
        return Err(FolderError::Refused { path: folder.to_owned(), reason });
    }
    fs::remove_dir_all(folder).map_err(|reason| cannot_write(folder, reason))
}

fn cannot_write(path: &Path, reason: io::Error) -> FolderError {
    FolderError::Write { path: path.to_owned(), reason }
}

#[cfg(test)]
mod tests {
    use super::{absolute, beside, exchange, free, remove};
    use crate::folder::FolderError;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// A place for a site in a folder of its own.
    fn place(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("letterbook-swap-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        folder.join("site")
    }

    fn page(out: &Path) -> String {
        fs::read_to_string(out.join("index.html")).expect("a page")
    }

    /// What stands beside each other in the folder of the place; clears it away.
    fn names(out: &Path) -> Vec<String> {
        let folder = out.parent().expect("a folder");
        let entries =
            fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        fs::remove_dir_all(folder).expect("cleared away");
        names
    }

    const NONE: [&Path; 0] = [];

    fn put(out: &Path, name: &str, text: &str) -> Result<(), FolderError> {
        super::put(out, |fresh| fresh.write(name, text.as_bytes()))
    }

    #[test]
    fn no_detour_leads_into_the_sources() {
        let out = place("detour");
        let folder = out.parent().expect("a folder").canonicalize().expect("it is there");
        fs::create_dir_all(folder.join("letters")).expect("a folder");
        for way in ["letters/a/b", "new/../letters/a/b", "new/deeper/../../letters/a/b", "./letters/a/./b"] {
            let whole = absolute(&folder.join(way)).expect("a path");
            assert_eq!(whole, folder.join("letters/a/b"), "{way}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.join("letters"), folder.join("link")).expect("a link");
            assert_eq!(absolute(&folder.join("link/a/b")).expect("a path"), folder.join("letters/a/b"));
        }
        fs::remove_dir_all(&folder).expect("cleared away");
    }

    #[test]
    fn the_old_site_comes_back_where_the_new_one_cannot_be_put() {
        let out = place("restored");
        put(&out, "index.html", "old").expect("a free place");
        // There is no new folder: the second rename fails.
        let failed = exchange(&beside(&out, "new"), &out);
        assert!(matches!(failed, Err(FolderError::Write { .. })), "{failed:?}");
        assert_eq!(page(&out), "old");
        assert_eq!(names(&out), ["site"]);
    }

    #[test]
    fn a_site_left_aside_by_a_killed_build_is_put_back() {
        let out = place("left");
        put(&out, "index.html", "old").expect("a free place");
        fs::rename(&out, beside(&out, "old")).expect("left aside");
        free(&out, Path::new("."), NONE).expect("a free place");
        assert_eq!(page(&out), "old");
        // Killed after the second rename: both are there, and the old one goes.
        let old = beside(&out, "old");
        fs::create_dir(&old).expect("a folder");
        fs::write(old.join(".letterbook"), "").expect("a file");
        put(&out, "index.html", "new").expect("our own place");
        assert_eq!(page(&out), "new");
        assert_eq!(names(&out), ["site"]);
    }

    #[test]
    fn what_others_put_beside_the_place_stays() {
        let out = place("theirs");
        let old = beside(&out, "old");
        fs::create_dir(&old).expect("a folder");
        fs::write(old.join("diary.txt"), "Dear diary").expect("a file");
        free(&out, Path::new("."), NONE).expect("a free place");
        assert!(!out.exists(), "a diary is no site");
        assert!(matches!(remove(&old), Err(FolderError::Refused { .. })));
        let refused = put(&out, "index.html", "new");
        assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
        assert_eq!(names(&out), [".site.old"]);
    }

    #[test]
    fn sources_are_neither_replaced_nor_written_into() {
        let out =
            fs::canonicalize(place("sources").parent().expect("a folder")).expect("a folder").join("site");
        put(&out, "letters/one.txt", "Dear").expect("a free place");
        for source in [out.clone(), out.join("letters"), out.join("letters/one.txt")] {
            let refused = free(&out, Path::new("."), [source.as_path()]);
            assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
        }
        let inside = free(&out.join("letters/site"), Path::new("."), [out.join("letters").as_path()]);
        assert!(matches!(inside, Err(FolderError::Refused { .. })), "{inside:?}");
        let refused = free(&out, &out, NONE);
        assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
        free(&out, Path::new("."), [out.join("../elsewhere").as_path()]).expect("a place beside the sources");
        assert_eq!(names(&out), ["site"]);
    }
}
