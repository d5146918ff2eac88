//! `letterbook build --single-file`: an edition as one file that opens from a disk.

use crate::folder::{Folder, FolderError};
use crate::pages::{Pages, parts};
use crate::progress::{Progress, Step};
use crate::site::{site, words};
use crate::swap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use viewer::pages::faces;
use viewer::pages::one_file::{self, Program};

/// What every such file has in its first bytes, and by which it is known as ours.
const MARK: &str = "data-one-file";
const HEAD: u64 = 400;

/// Refuses places whose content is not ours to replace.
///
/// # Errors
/// Where there is a folder, a file of another make, or a source of the edition.
pub(crate) fn free(out: &Path, sources: &[PathBuf]) -> Result<(), FolderError> {
    free_of(out, sources, |head| head.contains(MARK))
}

/// The same for a file of a kind that is known by its first bytes.
pub(crate) fn free_of(
    out: &Path,
    sources: &[PathBuf],
    ours: impl FnOnce(&str) -> bool,
) -> Result<(), FolderError> {
    let refused = |reason| Err(FolderError::Refused { path: out.to_owned(), reason });
    if out.is_dir() {
        return refused("is a folder; a file is asked for");
    }
    for source in sources {
        let source = swap::absolute(source)?;
        if source == out {
            return refused("is a source of the edition");
        }
        if source.is_dir() && out.starts_with(&source) {
            return refused("is inside the sources of the edition: letters would be looked for in it");
        }
    }
    let Ok(file) = fs::File::open(out) else { return Ok(()) };
    let mut head = Vec::new();
    let read = file.take(HEAD).read_to_end(&mut head).unwrap_or_default();
    if read > 0 && !ours(&String::from_utf8_lossy(&head)) {
        return refused("is a file that was not written by letterbook");
    }
    Ok(())
}

/// Writes the file beside its place, and puts it there when it is whole.
///
/// # Errors
/// Where the viewer lacks a file, the edition cannot be packed, or the file not written.
pub(crate) fn write(
    viewer: &[(&str, &[u8])],
    read: &Folder,
    out: &Path,
    progress: &Progress,
) -> Result<(), FolderError> {
    let bytes = |name: &str| {
        let file = viewer.iter().find(|(known, _)| *known == name);
        file.map(|(_, bytes)| *bytes).ok_or(FolderError::NoViewer)
    };
    let text = |name: &str| std::str::from_utf8(bytes(name)?).map_err(|_| FolderError::NoViewer);
    let kiosk = if read.config.kiosk.is_some() { &one_file::KIOSK[..] } else { &[] };
    let names = one_file::PROGRAM.iter().chain(kiosk);
    let program_files: Vec<(&str, &[u8])> =
        names.map(|name| Ok((*name, bytes(name)?))).collect::<Result<_, FolderError>>()?;
    let faces: Vec<(&str, &[u8])> = faces::all()
        .map(|name| Ok((name, bytes(&["fonts/", name].concat())?)))
        .collect::<Result<_, FolderError>>()?;
    let program = Program {
        style: text("app.css")?,
        faces: &faces,
        icon: text("icon.svg")?,
        boot: text("boot.js")?,
        files: &program_files,
    };
    let indexes = index::build(&read.edition);
    let mut packed = bundle::pack(&read.edition, &indexes).map_err(FolderError::Pack)?;
    let mut files = vec![("edition.ltb".to_owned(), packed.manifest_file().map_err(FolderError::Pack)?)];
    files.extend(packed.live_files().map(|(name, bytes)| (name.path(), bytes)));
    for (_, bytes) in &mut files {
        *bytes = bundle::compressed(bytes).map_err(FolderError::Pack)?;
    }
    files.extend(words(&read.edition, &indexes, false).map_err(FolderError::Pack)?);
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    let parts = parts(&mut packed).map_err(FolderError::Pack)?;
    let pages = Pages::plan(packed.manifest, parts, site(read)).map_err(FolderError::Pack)?;
    let running = progress.begin(Step::Writing, pages.count());
    let html = pages.one_file(&program, &files, || running.advance()).map_err(FolderError::Pack)?;
    drop(running);
    swap::put_file(out, |file| file.write_all(html.as_bytes()))
}
