//! The source files of an edition in an archive, for readers who want them.

use crate::folder::{Folder, FolderError};
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Component, Path};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The name of the archive in the site.
pub(crate) const ARCHIVE: &str = "sources.zip";

/// Every file that was read, as it lies on the disk, by the name it has in the report. The same files give the same
/// bytes: no time is kept.
pub(crate) fn archive(read: &Folder) -> Result<Vec<u8>, FolderError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut taken = BTreeSet::new();
    for file in &read.files {
        let path = read.root.join(&*file.path.0);
        let bytes = fs::read(&path).map_err(|reason| FolderError::Read { path, reason })?;
        let wanted = inside(&file.path.0);
        let mut name = wanted.clone();
        let mut number = 1;
        while !taken.insert(name.clone()) {
            number += 1;
            name = format!("{number}/{wanted}");
        }
        let written = archive
            .start_file(name, options)
            .map_err(std::io::Error::from)
            .and_then(|()| archive.write_all(&bytes));
        written.map_err(|reason| FolderError::Write { path: ARCHIVE.into(), reason })?;
    }
    let whole = archive.finish().map_err(std::io::Error::from);
    whole.map(Cursor::into_inner).map_err(|reason| FolderError::Write { path: ARCHIVE.into(), reason })
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
