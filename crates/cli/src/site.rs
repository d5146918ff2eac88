//! `letterbook build`: an edition as a folder that any web server can serve.

use crate::check::{Counts, Detail, as_text};
use crate::folder::{Folder, FolderError, read_folder_with};
use crate::progress::{Progress, Step};
use crate::sources::{ARCHIVE, archive};
use crate::swap;
use bundle::{OpenError, Packed, PartName};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::borrow::Cow;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The viewer that was taken in when this command was built.
pub(crate) static VIEWER: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/viewer.rs"));

/// What to build.
#[derive(Debug, Clone)]
pub struct BuildOptions<'p> {
    /// The folder of the edition.
    pub folder: &'p Path,
    /// Where the site goes.
    pub out: &'p Path,
    /// Errors and warnings stop the build.
    pub strict: bool,
    /// How much is told of what was found.
    pub detail: Detail,
    /// Where it is shown how far the work has come.
    pub progress: Progress,
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
    let read = read_folder_with(options.folder, &options.progress)?;
    let out = swap::absolute(options.out)?;
    swap::free(&out, options.folder, read.sources.iter().map(PathBuf::as_path))?;
    let counts = Counts::of(&read.diagnostics);
    as_text(&read, options.detail, messages)
        .map_err(|reason| FolderError::Write { path: "the report".into(), reason })?;
    let letters = read.edition.letters.len();
    let stopped = options.strict && counts.errors + counts.warnings > 0;
    if stopped || letters == 0 {
        return Ok(Built { written: false, letters, counts });
    }
    let files = site_files(viewer, &read)?;
    let running = options.progress.begin(Step::Writing, files.len());
    swap::put(&out, files.iter().map(|(name, bytes)| (&**name, &**bytes)).inspect(|_| running.advance()))?;
    drop(running);
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
            let page = page(&String::from_utf8_lossy(bytes), read)?.into_bytes();
            // Static hosts answer an address without a file with this page; the viewer then shows what is there.
            files.push(("404.html".into(), page.clone().into()));
            files.push(((*name).into(), page.into()));
        } else {
            files.push(((*name).into(), Cow::Borrowed(*bytes)));
        }
    }
    // Two long steps, and neither waits for the other.
    let pack = || bundle::pack(&read.edition, &index::build(&read.edition));
    let (archive, packed) = rayon::join(|| archive(read), pack);
    let (archive, mut packed) = (archive?, packed.map_err(FolderError::Pack)?);
    let length = u32::try_from(archive.len()).unwrap_or(u32::MAX);
    packed.manifest.header.sources = Some((["/", ARCHIVE].concat().into(), length));
    files.push((ARCHIVE.into(), archive.into()));
    files.extend(parts(&packed).map_err(FolderError::Pack)?);
    Ok(files)
}

/// The edition: its manifest and its parts, compressed.
fn parts(packed: &Packed) -> Result<Vec<SiteFile<'static>>, OpenError> {
    let mut files = vec![("edition.ltb".into(), bundle::compressed(&packed.manifest_file()?)?.into())];
    let bodies: Vec<(&PartName, Vec<u8>)> = packed.files().collect();
    let parts = bodies.into_par_iter().map(|(name, bytes)| {
        Ok((["data/", &name.file()].concat().into(), bundle::compressed(&bytes)?.into()))
    });
    files.extend(parts.collect::<Result<Vec<SiteFile<'static>>, OpenError>>()?);
    Ok(files)
}

/// The page with the edition's address, title and description.
fn page(page: &str, read: &Folder) -> Result<String, FolderError> {
    let header = &read.edition.header;
    let (before, rest) = page.split_at(opening(page, "html")?.start + "<html".len());
    let (head, rest) = rest.split_at(opening(rest, "title")?.end);
    let (_, rest) = rest.split_once("</title>").ok_or(FolderError::Page { element: "title" })?;
    let description = match &*header.description {
        "" => String::new(),
        words => format!("\n    <meta name=\"description\" content=\"{}\">", escaped(words)),
    };
    let title = escaped(&header.title);
    Ok(format!("{before} data-edition=\"/edition.ltb\"{head}{title}</title>{description}{rest}"))
}

/// Where an element of the page begins, and where its tag ends.
fn opening(page: &str, element: &'static str) -> Result<Range<usize>, FolderError> {
    let missing = FolderError::Page { element };
    let tags = page.match_indices('<').map(|(start, _)| (start, &page[start + 1..]));
    let mut named = tags.filter_map(|(start, rest)| Some((start, rest.strip_prefix(element)?)));
    let found = named.find(|(_, rest)| rest.starts_with(|next: char| next == '>' || next.is_whitespace()));
    let Some((start, rest)) = found else { return Err(missing) };
    let Some(length) = rest.find('>') else { return Err(missing) };
    Ok(start..start + 1 + element.len() + length + 1)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
