//! Takes the viewer into the command: the files of the folder that `LETTERBOOK_VIEWER` names, as a table. Without it the
//! table is empty, and the command says at `build` what is missing.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() {
    println!("cargo::rerun-if-env-changed=LETTERBOOK_VIEWER");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("viewer.rs");
    let written = match env::var_os("LETTERBOOK_VIEWER") {
        Some(folder) => table(Path::new(&folder)),
        None => Ok("&[]".to_owned()),
    };
    if let Err(error) = written.and_then(|table| fs::write(&out, table)) {
        println!("cargo::error=the viewer cannot be taken in: {error}");
    }
}

fn table(folder: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    gather(folder, "", &mut files)?;
    files.sort();
    let mut table = String::from("&[");
    for (name, path) in files {
        // Names are quoted as Rust quotes them; a path may hold anything.
        let _ = write!(table, "({name:?}, include_bytes!({:?})),", path.to_string_lossy());
    }
    table.push(']');
    Ok(table)
}

fn gather(folder: &Path, before: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{before}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if name.ends_with(".html") || name.ends_with(".ltb") || name == "data" {
            // The viewer's own letter is no part of other editions.
        } else if path.is_dir() {
            gather(&path, &format!("{name}/"), files)?;
        } else {
            files.push((name, fs::canonicalize(path)?));
        }
    }
    Ok(())
}
