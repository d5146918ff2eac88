//! `letterbook build`: an edition as a folder that any web server can serve.

use crate::check::{Counts, Detail, as_text};
use crate::config::Shown;
use crate::folder::{Folder, FolderError, read_folder_with};
use crate::pages::Pages;
use crate::progress::{Progress, Step};
use crate::sources::{ARCHIVE, archive};
use crate::{single, swap};
use bundle::{OpenError, Packed, PartName};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::borrow::Cow;
use std::cell::RefCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use viewer::pages::{Kept, Site};

/// The viewer that was taken in when this command was built.
pub(crate) static VIEWER: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/viewer.rs"));

/// Headers that suit a site, for hosts that read them from it.
const HEADERS: &[u8] = include_bytes!("site/headers.txt");

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
    /// All in one file, `out`, in place of a folder.
    pub single_file: bool,
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
    if options.single_file {
        single::free(&out, &read.sources)?;
    } else {
        swap::free(&out, options.folder, read.sources.iter().map(PathBuf::as_path))?;
    }
    let counts = Counts::of(&read.diagnostics);
    as_text(&read, options.detail, messages)
        .map_err(|reason| FolderError::Write { path: "the report".into(), reason })?;
    let letters = read.edition.letters.len();
    let stopped = options.strict && counts.errors + counts.warnings > 0;
    if stopped || letters == 0 {
        return Ok(Built { written: false, letters, counts });
    }
    if options.single_file {
        single::write(viewer, &read, &out, &options.progress)?;
        return Ok(Built { written: true, letters, counts });
    }
    let Made { files, pages } = make(viewer, &read)?;
    let running = options.progress.begin(Step::Writing, files.len() + pages.count());
    let kept = RefCell::new(Kept::default());
    let files = files.into_iter().map(Ok).chain(printed(&pages)).inspect(|file| {
        running.advance();
        if let Ok((name, bytes)) = file {
            kept.borrow_mut().add(name, bytes);
        }
    });
    // Known when all others are.
    let list =
        std::iter::once_with(|| Ok((Kept::FILE.into(), Cow::Owned(kept.borrow().list().into_bytes()))));
    swap::put(&out, files.chain(list))?;
    drop(running);
    Ok(Built { written: true, letters, counts })
}

/// A file of the site: its path in it, and its bytes.
pub(crate) type SiteFile<'v> = (Cow<'v, str>, Cow<'v, [u8]>);

/// A site, but for its pages, which are printed one after the other: all of them together may be too many to hold.
pub(crate) struct Made<'v> {
    pub(crate) files: Vec<SiteFile<'v>>,
    pub(crate) pages: Pages,
}

/// Makes the site. The same edition gives the same bytes.
pub(crate) fn make<'v>(viewer: &'v [(&'v str, &'v [u8])], read: &Folder) -> Result<Made<'v>, FolderError> {
    // The viewer's own letter has pages too; they are no part of this edition.
    let viewer = viewer.iter().filter(|(name, _)| !name.ends_with(".html"));
    let mut files: Vec<SiteFile<'_>> =
        viewer.map(|(name, bytes)| ((*name).into(), Cow::Borrowed(*bytes))).collect();
    // Two long steps, and neither waits for the other.
    let indexes = index::build(&read.edition);
    let pack = || bundle::pack(&read.edition, &indexes);
    let ((archive, words), packed) = rayon::join(|| (sources(read), words(read, &indexes)), pack);
    let (archive, mut packed) = (archive?, packed.map_err(FolderError::Pack)?);
    if let Some(archive) = archive {
        let length = u32::try_from(archive.len()).unwrap_or(u32::MAX);
        packed.manifest.header.sources = Some((ARCHIVE.into(), length));
        files.push((ARCHIVE.into(), archive.into()));
    }
    files.push(("_headers".into(), HEADERS.into()));
    files.push((
        "site.webmanifest".into(),
        reader::head::web_manifest(&read.edition.header).into_bytes().into(),
    ));
    files.extend(
        words.map_err(FolderError::Pack)?.into_iter().map(|(name, bytes)| (name.into(), bytes.into())),
    );
    let pages = Pages::plan(packed, site(read)).map_err(FolderError::Pack)?;
    files.extend(pages.sitemap().into_iter().map(|file| (file.name.into(), file.xml.into_bytes().into())));
    files.extend(parts(pages.packed()).map_err(FolderError::Pack)?);
    Ok(Made { files, pages })
}

/// The source files in an archive, unless they are not to be had.
fn sources(read: &Folder) -> Result<Option<Vec<u8>>, FolderError> {
    if read.config.hidden.contains(&Shown::Sources) { Ok(None) } else { archive(read).map(Some) }
}

/// The index of words, as files.
pub(crate) fn words(read: &Folder, indexes: &index::Indexes) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    bundle::search_files(&index::full_text(&read.edition, &indexes.catalogue))
}

/// What the pages have in common.
pub(crate) fn site(read: &Folder) -> Site {
    let base = read.config.base.as_ref().map(|base| base.as_str().to_owned());
    Site { base, rights: read.edition.header.rights.clone(), kiosk: read.config.kiosk, ..Site::default() }
}

/// The pages as files, each printed when it is asked for.
fn printed<'v>(pages: &Pages) -> impl Iterator<Item = Result<SiteFile<'v>, FolderError>> + use<'v, '_> {
    pages.all().map(|page| {
        let (name, html) = page.map_err(FolderError::Pack)?;
        Ok((name.into(), html.into_bytes().into()))
    })
}

/// The edition: its manifest and its parts, compressed.
fn parts(packed: &Packed) -> Result<Vec<SiteFile<'static>>, OpenError> {
    let mut files = vec![("edition.ltb".into(), bundle::compressed(&packed.manifest_file()?)?.into())];
    let bodies: Vec<(&PartName, Vec<u8>)> = packed.files().collect();
    let parts = bodies
        .into_par_iter()
        .map(|(name, bytes)| Ok((name.path().into(), bundle::compressed(&bytes)?.into())));
    files.extend(parts.collect::<Result<Vec<SiteFile<'static>>, OpenError>>()?);
    Ok(files)
}
