//! The source files of an edition in an archive, for readers who want them.

use crate::folder::{Folder, FolderError};
use std::fs;
use std::io::{Cursor, Write};
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
    for file in &read.files {
        let path = read.root.join(&*file.path.0);
        let bytes = fs::read(&path).map_err(|reason| FolderError::Read { path, reason })?;
        let written = archive
            .start_file(&*file.path.0, options)
            .map_err(std::io::Error::from)
            .and_then(|()| archive.write_all(&bytes));
        written.map_err(|reason| FolderError::Write { path: ARCHIVE.into(), reason })?;
    }
    let whole = archive.finish().map_err(std::io::Error::from);
    whole.map(Cursor::into_inner).map_err(|reason| FolderError::Write { path: ARCHIVE.into(), reason })
}
