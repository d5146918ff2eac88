//! `letterbook new`: a small edition to start from.

use crate::folder::FolderError;
use std::fs;
use std::path::Path;

/// What a new edition holds: one letter of each format, a register, and comments that teach.
const FILES: [(&str, &str); 5] = [
    ("letterbook.toml", include_str!("start/letterbook.toml")),
    ("register.toml", include_str!("start/register.toml")),
    ("letters/1-ferry.md", include_str!("start/1-ferry.md")),
    ("letters/2-answer.xml", include_str!("start/2-answer.xml")),
    ("letters/3-printed.txt", include_str!("start/3-printed.txt")),
];

/// Writes a small edition into a folder that is new or empty.
///
/// # Errors
/// Where the folder holds something already, or cannot be written.
pub fn start(folder: &Path) -> Result<(), FolderError> {
    let write = |reason| FolderError::Write { path: folder.to_owned(), reason };
    fs::create_dir_all(folder).map_err(write)?;
    if fs::read_dir(folder).map_err(write)?.next().is_some() {
        return Err(FolderError::Refused { path: folder.to_owned(), reason: "is not empty" });
    }
    for (name, text) in FILES {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(write)?;
        fs::write(path, text).map_err(write)?;
    }
    Ok(())
}
