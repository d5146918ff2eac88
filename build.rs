//! Reads the letters in `assets/letters` with their register and packs the edition that the viewer's own pages are printed
//! from, and the part of it that the viewer carries. What an editor should know is said as warnings of the build.

use source::{Lines, Severity, SourceFile, SourceId};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The languages of the interface (BCP 47): `Locale::ALL`, which is not compiled yet.
const LANGUAGES: [&str; 3] = ["en", "de", "ru"];

fn main() {
    println!("cargo::rerun-if-changed=assets/letters");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    if let Err(error) = pack(Path::new("assets/letters"), &out) {
        println!("cargo::error=the edition cannot be packed: {error}");
    }
}

fn pack(folder: &Path, out: &Path) -> io::Result<()> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let register = folder.join("register.toml");
    if register.is_file() {
        paths.push(register);
    }
    let mut files = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        let report = source::decode(&path.to_string_lossy(), &fs::read(path)?);
        let id = SourceId(u32::try_from(number).unwrap_or(u32::MAX));
        for finding in report.diagnostics.iter().filter(|finding| finding.severity > Severity::Note) {
            println!("cargo::warning={}: {}", path.display(), finding.message);
        }
        files.push(SourceFile { id, ..report.value });
    }
    let side = files.pop_if(|file| file.path.0.ends_with("register.toml"));
    let report = import::import(&files, side.as_ref());
    for finding in report.diagnostics.iter().filter(|finding| finding.severity > Severity::Note) {
        let Some(file) = files.iter().chain(&side).find(|file| file.id == finding.source) else { continue };
        let place = Lines::of(&file.text).line_column(finding.span.map_or(0, |span| span.start));
        println!("cargo::warning={}:{}:{}: {}", file.path.0, place.line, place.column, finding.message);
    }
    let indexes = index::build(&report.value);
    let words = index::full_text(&report.value, &indexes.catalogue);
    let mut table = String::from("&[");
    for (number, (name, bytes)) in bundle::search_files(&words, &indexes.catalogue, LANGUAGES)
        .map_err(io::Error::other)?
        .into_iter()
        .enumerate()
    {
        let file = out.join(format!("find-{number}"));
        fs::write(&file, bytes)?;
        table.push_str(&format!("({name:?}, include_bytes!({:?})),", file.to_string_lossy()));
    }
    table.push(']');
    fs::write(out.join("find.rs"), table)?;
    fs::write(out.join("find-id.rs"), words.id.to_string())?;
    let packed = bundle::pack(&report.value, &indexes).map_err(io::Error::other)?;
    fs::write(out.join("edition.bin"), packed.one_piece().map_err(io::Error::other)?)?;
    fs::write(out.join("live.bin"), packed.live_piece().map_err(io::Error::other)?)
}
