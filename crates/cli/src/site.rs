//! `letterbook build`: an edition as a folder that any web server can serve.

use crate::check::{Counts, as_text};
use crate::folder::{Folder, FolderError, read_folder};
use crate::sources::{ARCHIVE, archive};
use bundle::OpenError;
use std::borrow::Cow;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The viewer that was taken in when this command was built.
pub(crate) static VIEWER: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/viewer.rs"));

/// Says that a folder was written by this command, so that it may be written again.
const MARKER: &str = ".letterbook";

/// What to build.
#[derive(Debug, Clone, Copy)]
pub struct BuildOptions<'p> {
    /// The folder of the edition.
    pub folder: &'p Path,
    /// Where the site goes.
    pub out: &'p Path,
    /// Errors and warnings stop the build.
    pub strict: bool,
}

/// What came of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Built {
    /// Whether the site was written.
    pub written: bool,
    /// How many letters are in it.
    pub letters: usize,
    /// What was found on the way.
    pub counts: Counts,
}

/// Builds the site of an edition; findings go to `messages`. The site is written beside its place and then put there,
/// so that one that was there before stays whole until then.
///
/// # Errors
/// Where the edition cannot be read, the place is refused or not to be written, or the viewer is missing.
pub fn build(options: &BuildOptions<'_>, messages: &mut dyn Write) -> Result<Built, FolderError> {
    build_with(VIEWER, options, messages)
}

/// The same with the files of a viewer.
///
/// # Errors
/// As above.
pub fn build_with(
    viewer: &[(&str, &[u8])],
    options: &BuildOptions<'_>,
    messages: &mut dyn Write,
) -> Result<Built, FolderError> {
    if viewer.is_empty() {
        return Err(FolderError::NoViewer);
    }
    let read = read_folder(options.folder)?;
    let out = absolute(options.out)?;
    free(&out, &read)?;
    let counts = Counts::of(&read.diagnostics);
    as_text(&read, counts, messages)
        .map_err(|reason| FolderError::Write { path: "the report".into(), reason })?;
    let letters = read.edition.letters.len();
    let stopped = options.strict && counts.errors + counts.warnings > 0;
    if stopped || letters == 0 {
        return Ok(Built { written: false, letters, counts });
    }
    let files = site_files(viewer, &read)?;
    let write = |reason| FolderError::Write { path: out.clone(), reason };
    let fresh = beside(&out, "new");
    remove(&fresh).map_err(write)?;
    for (name, bytes) in &files {
        let path = fresh.join(&**name);
        fs::create_dir_all(path.parent().unwrap_or(&fresh)).map_err(write)?;
        fs::write(path, bytes).map_err(write)?;
    }
    let old = beside(&out, "old");
    remove(&old).map_err(write)?;
    if out.exists() {
        fs::rename(&out, &old).map_err(write)?;
    }
    fs::rename(&fresh, &out).map_err(write)?;
    remove(&old).map_err(write)?;
    Ok(Built { written: true, letters, counts })
}

/// A file of the site: its path in it, and its bytes.
pub(crate) type SiteFile<'v> = (Cow<'v, str>, Cow<'v, [u8]>);

/// Every file of the site. The same edition gives the same bytes.
pub(crate) fn site_files<'v>(
    viewer: &'v [(&'v str, &'v [u8])],
    read: &Folder,
) -> Result<Vec<SiteFile<'v>>, FolderError> {
    let mut files: Vec<SiteFile<'_>> = Vec::new();
    for (name, bytes) in viewer {
        if *name == "index.html" {
            let page = page(&String::from_utf8_lossy(bytes), read).into_bytes();
            // Static hosts answer an address without a file with this page; the viewer then shows what is there.
            files.push(("404.html".into(), page.clone().into()));
            files.push(((*name).into(), page.into()));
        } else {
            files.push(((*name).into(), Cow::Borrowed(*bytes)));
        }
    }
    let archive = archive(read)?;
    let length = u32::try_from(archive.len()).unwrap_or(u32::MAX);
    files.push((ARCHIVE.into(), archive.into()));
    files.extend(parts(read, length).map_err(FolderError::Pack)?);
    let marker = b"letterbook build wrote this folder, and may write it again\n";
    files.push((MARKER.into(), Cow::Borrowed(marker)));
    Ok(files)
}

/// The edition: its manifest and its parts, compressed.
fn parts(read: &Folder, archive: u32) -> Result<Vec<SiteFile<'static>>, OpenError> {
    let mut packed = bundle::pack(&read.edition, &index::build(&read.edition))?;
    packed.manifest.header.sources = Some((["/", ARCHIVE].concat().into(), archive));
    let mut files = vec![("edition.ltb".into(), bundle::compressed(&packed.manifest_file()?)?.into())];
    for (name, bytes) in packed.files() {
        files.push((["data/", &name.file()].concat().into(), bundle::compressed(&bytes)?.into()));
    }
    Ok(files)
}

/// The page with the edition's address, title and description.
fn page(page: &str, read: &Folder) -> String {
    let header = &read.edition.header;
    let title = format!("<title>{}</title>", escaped(&header.title));
    let description = match &*header.description {
        "" => String::new(),
        words => format!("\n    <meta name=\"description\" content=\"{}\">", escaped(words)),
    };
    page.replacen("<html", "<html data-edition=\"/edition.ltb\"", 1).replacen(
        "<title>Letterbook</title>",
        &(title + &description),
        1,
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Refuses places whose content is not ours to replace.
fn free(out: &Path, read: &Folder) -> Result<(), FolderError> {
    let refused = |reason| Err(FolderError::Refused { path: out.to_owned(), reason });
    for source in &read.sources {
        if out.starts_with(absolute(source)?) {
            return refused("is inside the sources of the edition: letters would be looked for in it");
        }
    }
    let Ok(mut entries) = fs::read_dir(out) else {
        return if out.exists() { refused("is a file") } else { Ok(()) };
    };
    if entries.next().is_some() && !out.join(MARKER).is_file() {
        return refused("is not empty, and was not written by letterbook");
    }
    Ok(())
}

/// A path without `.` and links, where it is there already, else where it would be.
fn absolute(path: &Path) -> Result<PathBuf, FolderError> {
    let read = |reason| FolderError::Read { path: path.to_owned(), reason };
    if let Ok(known) = fs::canonicalize(path) {
        return Ok(known);
    }
    let whole = std::path::absolute(path).map_err(read)?;
    let parent = whole.parent().and_then(|parent| fs::canonicalize(parent).ok());
    Ok(match (parent, whole.file_name()) {
        (Some(parent), Some(name)) => parent.join(name),
        _ => whole,
    })
}

fn beside(out: &Path, what: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{what}"))
}

fn remove(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}
