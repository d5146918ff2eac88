//! `letterbook build`: an edition as a folder that any web server can serve.

use crate::check::{Counts, Deny, Detail, as_text};
use crate::config::Shown;
use crate::folder::{Folder, FolderError, read_folder_with};
use crate::pages::{Pages, Parts, parts};
use crate::progress::{Progress, Step};
use crate::sources::{ARCHIVE, archive};
use crate::{single, swap};
use bundle::{OpenError, Packed};
use edition::{Edition, LetterId};
use source::{Diagnostic, Severity};
use std::borrow::Cow;
use std::io::Write;
use std::path::{Path, PathBuf};
use viewer::pages::{Kept, Site};
use viewer::{Locale, Route};

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
    /// Which findings stop the build. None: those in `letterbook.toml` that the whole site would be wrong by, and no others.
    pub deny: Option<Deny>,
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
    /// Why the site was not written; none where it was.
    pub stopped: Option<NotBuilt>,
    /// How many letters are in it.
    pub letters: usize,
    /// What was found on the way.
    pub counts: Counts,
}

impl Built {
    /// Whether the site was written.
    #[must_use]
    pub fn written(&self) -> bool {
        self.stopped.is_none()
    }
}

/// Why a site was not written: what stood in its place is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotBuilt {
    /// No file is a letter.
    #[error("there is no letter to show")]
    NoLetter,
    /// What `letterbook.toml` says cannot be meant, and every page would show it.
    #[error("letterbook.toml has errors, and all of the site would be wrong")]
    Config,
    /// Findings that are denied.
    #[error("{}", match .0 {
        Deny::Errors => "there are errors, which --deny errors stops at",
        Deny::Warnings => "there are errors or warnings, which --deny warnings (--strict) stops at",
    })]
    Denied(Deny),
}

/// Whether and why nothing is to be built of what was read.
fn stopped(read: &Folder, counts: &Counts, deny: Option<Deny>) -> Option<NotBuilt> {
    let config =
        |finding: &Diagnostic| finding.severity == Severity::Error && finding.code.0.starts_with("config/");
    if read.edition.letters.is_empty() {
        Some(NotBuilt::NoLetter)
    } else if read.diagnostics.iter().any(config) {
        Some(NotBuilt::Config)
    } else {
        deny.filter(|deny| deny.any(counts)).map(NotBuilt::Denied)
    }
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
    let report = |reason| FolderError::Write { path: "the report".into(), reason };
    as_text(&read, options.detail, messages).map_err(report)?;
    let letters = read.edition.letters.len();
    let stopped = stopped(&read, &counts, options.deny);
    let built = Built { stopped, letters, counts };
    if let Some(why) = stopped {
        writeln!(messages, "not built: {why}").map_err(report)?;
        return Ok(built);
    }
    if options.single_file {
        single::write(viewer, &read, &out, &options.progress)?;
        return Ok(built);
    }
    let Made { files, pages } = make(viewer, read)?;
    let running = options.progress.begin(Step::Writing, files.len() + pages.parts().count() + pages.count());
    swap::put(&out, |fresh| {
        let write = |kept: &mut Kept, name: &str, bytes: &[u8]| {
            kept.add(name, bytes);
            running.advance();
            fresh.write(name, bytes)
        };
        let mut kept = Kept::default();
        files.iter().try_for_each(|(name, bytes)| write(&mut kept, name, bytes))?;
        pages.parts().try_for_each(|(name, bytes)| write(&mut kept, &name, bytes))?;
        let printed = pages.all(|pages| {
            let mut kept = Kept::default();
            pages.iter().try_for_each(|(name, html)| write(&mut kept, name, html.as_bytes()))?;
            Ok(kept)
        })?;
        printed.into_iter().for_each(|pages| kept.extend(pages));
        // Known when all others are.
        fresh.write(Kept::FILE, kept.list().as_bytes())
    })?;
    drop(running);
    Ok(built)
}

/// A file of the site: its path in it, and its bytes.
pub(crate) type SiteFile<'v> = (Cow<'v, str>, Cow<'v, [u8]>);

/// A site, but for its pages and the parts of the edition, which they are printed from: all pages together may be too many
/// to hold.
pub(crate) struct Made<'v> {
    pub(crate) files: Vec<SiteFile<'v>>,
    pub(crate) pages: Pages,
}

/// Makes the site. The same edition gives the same bytes. Of the letters nothing is left but what was made of them.
pub(crate) fn make<'v>(viewer: &'v [(&'v str, &'v [u8])], mut read: Folder) -> Result<Made<'v>, FolderError> {
    // The viewer's own letter has pages too; they are no part of this edition.
    let viewer = viewer.iter().filter(|(name, _)| !name.ends_with(".html"));
    let mut files: Vec<SiteFile<'_>> =
        viewer.map(|(name, bytes)| ((*name).into(), Cow::Borrowed(*bytes))).collect();
    let (site, web_manifest) = (site(&read), reader::head::web_manifest(&read.edition.header));
    let (words, mut packed, parts) = packed(&read.edition).map_err(FolderError::Pack)?;
    // All letters are packed; the archive takes as much room again.
    read.edition.letters = Vec::new();
    if let Some(archive) = sources(&read)? {
        let length = u32::try_from(archive.len()).unwrap_or(u32::MAX);
        packed.manifest.header.sources = Some((ARCHIVE.into(), length));
        files.push((ARCHIVE.into(), archive.into()));
    }
    files.push(("_headers".into(), HEADERS.into()));
    files.push(("site.webmanifest".into(), web_manifest.into_bytes().into()));
    files.extend(words.into_iter().map(|(name, bytes)| (name.into(), bytes.into())));
    let manifest = packed.manifest_file().and_then(|manifest| bundle::compressed(&manifest));
    let manifest = manifest.map_err(FolderError::Pack)?;
    let pages = Pages::plan(packed.manifest, parts, site).map_err(FolderError::Pack)?;
    let old = pages.moved(&read.config.moved).into_iter();
    files.extend(old.map(|(name, html)| (name.into(), html.into_bytes().into())));
    files.extend(pages.sitemap().into_iter().map(|file| (file.name.into(), file.xml.into_bytes().into())));
    files.push(("edition.ltb".into(), manifest.into()));
    Ok(Made { files, pages })
}

/// The index of words, and the edition in parts, taken out of it: two long steps, and neither waits for the other.
fn packed(edition: &Edition) -> Result<(Words, Packed, Parts), OpenError> {
    let indexes = index::build(edition);
    let in_parts = || {
        let mut packed = bundle::pack(edition, &indexes)?;
        let parts = parts(&mut packed)?;
        Ok((packed, parts))
    };
    let (words, packed) = rayon::join(|| words(edition, &indexes, true), in_parts);
    let (packed, parts) = packed?;
    Ok((words?, packed, parts))
}

/// The source files in an archive, unless they are not to be had.
fn sources(read: &Folder) -> Result<Option<Vec<u8>>, FolderError> {
    if read.config.hidden.contains(&Shown::Sources) { Ok(None) } else { archive(read).map(Some) }
}

/// The files of the index of words, each with its path.
type Words = Vec<(String, Vec<u8>)>;

/// The index of words, as files. Where each is fetched by itself (`apart`), there are leaves of the letters too.
pub(crate) fn words(edition: &Edition, indexes: &index::Indexes, apart: bool) -> Result<Words, OpenError> {
    let words = index::full_text(edition, &indexes.catalogue);
    let languages = Locale::offered(&edition.header.interface).into_iter().map(Locale::tag);
    let mut files = bundle::search_files(&words, &indexes.catalogue, languages.clone())?;
    if apart {
        let address = |id: &LetterId| Route::Letter { id: id.clone() }.path();
        files.extend(bundle::leaf_files(words.id, &indexes.catalogue, languages, &address)?);
    }
    Ok(files)
}

/// What the pages have in common.
pub(crate) fn site(read: &Folder) -> Site {
    let base = read.config.base.as_ref().map(|base| base.as_str().to_owned());
    Site { base, rights: read.edition.header.rights.clone(), kiosk: read.config.kiosk, ..Site::default() }
}
