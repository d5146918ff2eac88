//! Folders of letters for the tests of the command.
#![allow(dead_code, reason = "each test uses a part")]

use cli::{BuildOptions, CheckOptions, Counts, Deny, Detail, FolderError, Progress, ReportFormat};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A viewer of two files.
pub(crate) const VIEWER: &[(&str, &[u8])] = &[
    (
        "index.html",
        b"<!DOCTYPE html>\n<html lang=\"en\"><title>Letterbook</title><div id=app></div></html>\n",
    ),
    ("fonts/a.woff2", b"font"),
];

/// A letter without mistakes.
pub(crate) const LETTER: &str = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='L1'><teiHeader><correspDesc>\
    <correspAction type='sent'><persName ref='#ada'>Ada</persName><date when='1901-05-03'/></correspAction>\
    <correspAction type='received'><persName ref='#carl'>Carl</persName></correspAction></correspDesc></teiHeader><text xml:lang='en'><body><p>Good day, <persName ref='#carl'>Carl</persName>.</p></body></text></TEI>";

/// Its persons.
pub(crate) const REGISTER: &str = "<TEI><text><body><listPerson><person xml:id='ada'><persName>Brook, Ada</persName></person>\
    <person xml:id='carl'><persName>Dorn, Carl</persName></person></listPerson></body></text></TEI>";

/// A new folder with these files in it. The name is that of the test's file and the test.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

/// Every file below a folder, with its bytes.
pub(crate) fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut out = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).expect("a file below it").to_owned();
            out.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
    out
}

/// The report on a folder.
pub(crate) fn report(folder: &Path, format: ReportFormat) -> (String, Counts) {
    let options = CheckOptions { folder, format, detail: Detail::Everything, progress: Progress::none() };
    let mut out = Vec::new();
    let counts = cli::check(&options, &mut out).expect("the folder can be read");
    (String::from_utf8(out).expect("text"), counts)
}

/// Builds with the viewer of two files; with what was said.
pub(crate) fn built(folder: &Path, out: &Path, deny: Option<Deny>) -> (cli::Built, String) {
    let (detail, progress) = (Detail::Everything, Progress::none());
    let options = BuildOptions { folder, out, deny, single_file: false, detail, progress };
    let mut said = Vec::new();
    let built = cli::build_with(VIEWER, &options, &mut said).expect("a free place");
    (built, String::from_utf8(said).expect("text"))
}

/// The same, of which only what comes of it counts: errors and warnings stop it, or none.
pub(crate) fn site(folder: &Path, out: &Path, strict: bool) -> Result<cli::Built, FolderError> {
    site_with(VIEWER, folder, out, strict)
}

/// Builds with some viewer.
pub(crate) fn site_with(
    viewer: &[(&str, &[u8])],
    folder: &Path,
    out: &Path,
    strict: bool,
) -> Result<cli::Built, FolderError> {
    let (detail, progress) = (Detail::Everything, Progress::none());
    let deny = strict.then_some(Deny::Warnings);
    let options = BuildOptions { folder, out, deny, single_file: false, detail, progress };
    cli::build_with(viewer, &options, &mut Vec::new())
}
