//! A folder written beside its place and then put there: what stood there before is whole until the new one is, and
//! comes back where that fails.

use crate::folder::FolderError;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path, PathBuf};

/// Says that a folder was written by this command, so that it may be written again.
const MARKER: &str = ".letterbook";
const MARKED: &str = "letterbook build wrote this folder, and may write it again; of it are\n";

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
    let held = fresh.begin()?;
    let written = fill(&fresh).and_then(|()| {
        let mut mark = MARKED.to_owned();
        names(&fresh.0)?.iter().for_each(|name| mark.extend([name, "\n"]));
        // Where locks bind, nobody else may write into it.
        (&held).write_all(mark.as_bytes()).map_err(|reason| cannot_write(&fresh.0.join(MARKER), reason))?;
        // Windows renames nothing that is open.
        let _held = (!cfg!(windows)).then_some(held);
        exchange(&fresh.0, out)
    });
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
    /// Makes the folder. What a killed build left there goes; while another build is at work it is refused. The file that is
    /// given is open as long as this one is.
    fn begin(&self) -> Result<File, FolderError> {
        let marker = self.0.join(MARKER);
        let busy = || FolderError::Refused {
            path: self.0.clone(),
            reason: "is being written by another letterbook",
        };
        if let Ok(left) = File::open(&marker) {
            left.try_lock().map_err(|_| busy())?;
            drop(left);
        }
        remove(&self.0)?;
        if let Some(above) = self.0.parent() {
            fs::create_dir_all(above).map_err(|reason| cannot_write(above, reason))?;
        }
        match fs::create_dir(&self.0) {
            Err(reason) if reason.kind() == io::ErrorKind::AlreadyExists => return Err(busy()),
            made => made.map_err(|reason| cannot_write(&self.0, reason))?,
        }
        // The marker is the first file: what is left of a killed build is known as ours.
        let failed = |reason| cannot_write(&marker, reason);
        let held = File::create(&marker).map_err(failed)?;
        // A system without locks builds all the same.
        let _ = held.try_lock();
        Ok(held)
    }

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
    if is_mounted(out) {
        return refused("is where a disk begins, and cannot be put in place: name a folder inside of it");
    }
    Ok(())
}

/// Whether a folder is on another disk than the one above it.
fn is_mounted(folder: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let disk = |path: &Path| fs::metadata(path).ok().map(|known| known.dev());
        folder.parent().is_some_and(|above| disk(folder) != disk(above))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        false
    }
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

/// Two renames: no system exchanges two folders in one step everywhere. What others put into the old folder (`.git`, `CNAME`)
/// is in the new one then.
fn exchange(fresh: &Path, out: &Path) -> Result<(), FolderError> {
    let failed = |reason| cannot_write(out, reason);
    let old = beside(out, "old");
    put_back(out)?;
    clear(&old, out)?;
    if !out.exists() {
        return fs::rename(fresh, out).map_err(failed);
    }
    for name in theirs(out)? {
        if fresh.join(&name).exists() {
            let reason = "is in the way, and was not written by letterbook";
            return Err(FolderError::Refused { path: out.join(name), reason });
        }
    }
    fs::rename(out, &old).map_err(failed)?;
    if let Err(reason) = fs::rename(fresh, out) {
        fs::rename(&old, out).map_err(failed)?;
        return Err(failed(reason));
    }
    clear(&old, out)
}

/// Takes the old site away, but for what others put there: that goes where the new one is.
fn clear(old: &Path, out: &Path) -> Result<(), FolderError> {
    if is_ours(old) {
        for name in theirs(old)? {
            let (from, to) = (old.join(&name), out.join(&name));
            if to.exists() {
                let reason = "is in the way, and was not written by letterbook";
                return Err(FolderError::Refused { path: from, reason });
            }
            fs::rename(&from, &to).map_err(|reason| cannot_write(&to, reason))?;
        }
    }
    remove(old)
}

/// What stands in a folder of ours that we did not write. Folders of versions that kept no list have nothing of the kind.
fn theirs(folder: &Path) -> Result<Vec<String>, FolderError> {
    let mark = fs::read_to_string(folder.join(MARKER)).unwrap_or_default();
    let ours: BTreeSet<&str> = mark.lines().skip(1).collect();
    let mut names = names(folder)?;
    names.retain(|name| !ours.is_empty() && !ours.contains(&**name));
    Ok(names)
}

/// The names in a folder, in their order.
fn names(folder: &Path) -> Result<Vec<String>, FolderError> {
    let failed = |reason| FolderError::Read { path: folder.to_owned(), reason };
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(failed)?;
    let mut names: Vec<String> =
        entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    Ok(names)
}

/// Writes a file beside its place, and puts it there when it is whole: what was there is as it was until then, and where that
/// fails.
///
/// # Errors
/// Where it cannot be written.
pub(crate) fn put_file(
    out: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), FolderError> {
    let fresh = beside(out, &format!("new-{}", std::process::id()));
    let write = || {
        if let Some(folder) = out.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = BufWriter::new(File::create(&fresh)?);
        fill(&mut file)?;
        file.into_inner().map_err(io::IntoInnerError::into_error)?;
        fs::rename(&fresh, out)
    };
    write().map_err(|reason| {
        let _ = fs::remove_file(&fresh);
        cannot_write(out, reason)
    })
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
mod tests;
