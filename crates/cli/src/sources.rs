//! The source files of an edition in an archive, for readers who want them.

use crate::folder::{Folder, FolderError};
use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Component, Path, PathBuf};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The name of the archive in the site.
pub(crate) const ARCHIVE: &str = "sources.zip";

/// How hard they are compressed, from 1 to 9. They are fetched seldom, and made with every build.
const LEVEL: i64 = 2;

/// Files that are compressed one after the other by one thread.
const TOGETHER: usize = 128;

/// Every file that was read, as it lies on the disk, by the name it has in the report. The same files give the same
/// bytes: no time is kept.
pub(crate) fn archive(read: &Folder) -> Result<Vec<u8>, FolderError> {
    let mut taken = BTreeSet::new();
    let named: Vec<(String, PathBuf)> = read
        .files
        .iter()
        .filter(|file| !read.closed.contains(&file.id))
        .map(|file| {
            let wanted = inside(&file.path.0);
            let mut name = wanted.clone();
            let mut number = 1;
            while !taken.insert(name.clone()) {
                number += 1;
                name = format!("{number}/{wanted}");
            }
            (name, read.path(file))
        })
        .collect();
    let pieces: Result<Vec<_>, FolderError> = named.par_chunks(TOGETHER).map(piece).collect();
    let whole = pieces?.into_iter().try_fold(ZipWriter::new(Cursor::new(Vec::new())), |mut whole, piece| {
        whole.merge_archive(piece)?;
        Ok(whole)
    });
    whole.and_then(ZipWriter::finish).map(Cursor::into_inner).map_err(failed)
}

/// Some files in an archive of their own.
fn piece(files: &[(String, PathBuf)]) -> Result<ZipArchive<Cursor<Vec<u8>>>, FolderError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default());
    let mut piece = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, path) in files {
        let bytes = fs::read(path).map_err(|reason| FolderError::Read { path: path.clone(), reason })?;
        piece.start_file(&**name, options).map_err(failed)?;
        piece.write_all(&bytes).map_err(|reason| failed(reason.into()))?;
    }
    piece.finish_into_readable().map_err(failed)
}

fn failed(reason: ZipError) -> FolderError {
    FolderError::Write { path: ARCHIVE.into(), reason: reason.into() }
}

/// The name of a file inside an edition. Of one that lies elsewhere only what is below the place where the ways part is
/// told: where it lies on a machine is nobody's business.
pub(crate) fn inside(name: &str) -> String {
    let path = Path::new(name);
    let parts: Vec<String> = if path.is_absolute() {
        path.file_name().into_iter().map(|name| name.to_string_lossy().into_owned()).collect()
    } else {
        let normal = path.components().filter_map(|part| match part {
            Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
            _ => None,
        });
        normal.collect()
    };
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn names_lead_nowhere_else() {
        for (name, expected) in [
            ("letters/one.xml", "letters/one.xml"),
            ("../letters/one.xml", "letters/one.xml"),
            ("./a/../one.md", "a/one.md"),
            ("/elsewhere/letters/one.xml", "one.xml"),
        ] {
            assert_eq!(inside(name), expected);
        }
    }
}
