//! The pages of an edition, printed as they are wanted.

use crate::config::Moved;
use crate::folder::FolderError;
use crate::moved;
use bundle::{Manifest, OpenError, Packed, PartName};
use edition::LetterId;
use rayon::iter::{ParallelBridge, ParallelIterator};
use rayon::slice::ParallelSlice;
use reader::head::{SitemapFile, sitemap};
use reader::{Library, Shared, Wanted};
use std::collections::BTreeMap;
use viewer::pages::one_file::{self, Program, Sheet};
use viewer::pages::{self, Embedding, Printer, Site};
use viewer::{Locale, Route};

/// Pages that are printed one after the other by one thread: they need the same few parts of the edition.
const TOGETHER: usize = 256;

/// The parts of an edition as files, compressed: that is a quarter of what they would take, and soon undone.
pub(crate) type Parts = BTreeMap<PartName, Vec<u8>>;

/// Takes the parts out and compresses them.
///
/// # Errors
/// Where one cannot be compressed.
pub(crate) fn parts(packed: &mut Packed) -> Result<Parts, OpenError> {
    let parts = packed.take_files().par_bridge();
    parts.map(|(name, bytes)| Ok((name, bundle::compressed(&bytes)?))).collect()
}

/// The pages of an edition.
#[derive(Debug)]
pub(crate) struct Pages {
    site: Site,
    manifest: Manifest,
    parts: Parts,
    /// What is at which file, in an order in which neighbours need the same parts.
    plan: Vec<Planned>,
}

/// What is printed of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Page,
    /// For the pages of others.
    Frame,
    /// What others ask how to show it: oEmbed 1.0, section 2.3.
    Embedding,
}

/// A page that is to be printed.
#[derive(Debug)]
struct Planned {
    file: String,
    kind: Kind,
    route: Route,
    locale: Locale,
}

impl Pages {
    /// Plans the pages of an edition.
    ///
    /// # Errors
    /// Where the edition cannot be read back.
    pub(crate) fn plan(manifest: Manifest, parts: Parts, site: Site) -> Result<Self, OpenError> {
        let mut pages = Self { site, manifest, parts, plan: Vec::new() };
        let mut library = Library::of(pages.manifest.clone());
        let kinds: Vec<_> = pages.manifest.registers.iter().map(|(kind, ..)| *kind).collect();
        pages.bring(&mut library, |library| library.needs(Wanted::Letters))?;
        for kind in kinds {
            pages.bring(&mut library, |library| library.needs(Wanted::Register(kind)))?;
        }
        let routes = pages::routes(&library);
        for locale in Locale::offered(&library.header().interface) {
            for route in &routes {
                let mut add = |file, kind| {
                    pages.plan.push(Planned { file, kind, route: route.clone(), locale });
                };
                add(pages::file(&library, route, locale), Kind::Page);
                if let Some(file) = pages::embed_file(&library, route, locale) {
                    add(file, Kind::Frame);
                }
                if let Some(file) = pages::embedding_file(&pages.site, &library, route, locale) {
                    add(file, Kind::Embedding);
                }
            }
        }
        Ok(pages)
    }

    /// Takes in what is needed, until nothing is.
    fn bring(
        &self,
        library: &mut Library,
        needs: impl Fn(&Library) -> Vec<PartName>,
    ) -> Result<(), OpenError> {
        loop {
            let wanted = needs(library);
            if wanted.is_empty() {
                return Ok(());
            }
            for name in wanted {
                let part = self.parts.get(&name).ok_or(OpenError::Damaged)?;
                library.accept(&name, &bundle::uncompressed(part)?)?;
            }
        }
    }

    /// The parts of the edition as files, each with its path.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.parts.iter().map(|(name, bytes)| (name.path(), &**bytes))
    }

    /// How many pages there are.
    pub(crate) fn count(&self) -> usize {
        self.plan.len()
    }

    /// Where search engines find all pages, if the address of the site is known.
    pub(crate) fn sitemap(&self) -> Vec<SitemapFile> {
        let Some(base) = self.site.whole() else {
            return Vec::new();
        };
        // The page for addresses that do not exist is none, nor are those that stand in others.
        let pages = self.plan.iter().filter(|planned| planned.kind == Kind::Page);
        let pages = pages.filter_map(|planned| planned.file.strip_suffix("index.html"));
        sitemap(base, pages.map(|path| [base, path].concat()))
    }

    /// Pages at the addresses that letters had before, each with its file.
    pub(crate) fn moved(&self, moved: &[Moved]) -> Vec<(String, String)> {
        let library = Library::of(self.manifest.clone());
        let letter = |id: &str| Route::Letter { id: LetterId(id.into()) };
        let mut out = Vec::new();
        for Moved { old, new, .. } in moved {
            let (old, new) = (letter(old), letter(new));
            for locale in Locale::offered(&library.header().interface) {
                let there = pages::file(&library, &new, locale);
                let there = there.strip_suffix("index.html").unwrap_or(&there);
                let html =
                    moved::page(locale.tag(), &new.path(), self.site.whole().map(|base| (base, there)));
                let files =
                    [Some(pages::file(&library, &old, locale)), pages::embed_file(&library, &old, locale)];
                out.extend(files.into_iter().flatten().map(|file| (file, html.clone())));
            }
        }
        out
    }

    /// Whether there is a page at a file of the site.
    pub(crate) fn has(&self, file: &str) -> bool {
        self.plan.iter().any(|planned| planned.file == file)
    }

    /// The page at a file of the site, if it is one.
    pub(crate) fn at(&self, file: &str) -> Option<String> {
        let planned = self.plan.iter().find(|planned| planned.file == file)?;
        self.print(std::slice::from_ref(planned)).ok()?.pop().map(|(_, html)| html)
    }

    /// All pages, printed by all threads; each hands on those it has printed, with their files. What becomes of them comes
    /// in the order of the plan.
    ///
    /// # Errors
    /// Where the edition cannot be read back, and those of `taken`.
    pub(crate) fn all<T: Send>(
        &self,
        taken: impl Fn(Vec<(String, String)>) -> Result<T, FolderError> + Sync,
    ) -> Result<Vec<T>, FolderError> {
        let chunks = self.plan.par_chunks(TOGETHER);
        chunks.map(|planned| taken(self.print(planned).map_err(FolderError::Pack)?)).collect()
    }

    /// All pages in one file.
    ///
    /// # Errors
    /// Where the edition cannot be read back.
    pub(crate) fn one_file(
        &self,
        program: &Program<'_>,
        files: &[(&str, &[u8])],
        printed: impl Fn() + Sync,
    ) -> Result<String, OpenError> {
        let mut library = Library::of(self.manifest.clone());
        self.bring(&mut library, |library| pages::needs(library, &Route::Home))?;
        let offered = Locale::offered(&library.header().interface);
        let first =
            |planned: &&Planned| planned.kind == Kind::Page && offered.first() == Some(&planned.locale);
        let routes: Vec<&Route> = self.plan.iter().filter(first).map(|planned| &planned.route).collect();
        let sheets: Result<Vec<Vec<Sheet>>, OpenError> = routes
            .par_chunks(TOGETHER)
            .map(|together| {
                let mut library = Library::of(self.manifest.clone());
                for route in together {
                    self.bring(&mut library, |library| pages::needs(library, route))?;
                }
                let library = Shared::new(library);
                let sheets = together.iter().flat_map(|route| {
                    printed();
                    one_file::sheets(&self.site, &library, route, &offered)
                });
                Ok(sheets.collect())
            })
            .collect();
        let sheets = sheets?.into_iter().flatten().collect();
        one_file::file(&self.site, &Shared::new(library), program, sheets, files)
    }

    fn print(&self, planned: &[Planned]) -> Result<Vec<(String, String)>, OpenError> {
        let mut library = Library::of(self.manifest.clone());
        for Planned { route, .. } in planned {
            self.bring(&mut library, |library| pages::needs(library, route))?;
        }
        let library = Shared::new(library);
        let mut printer = Printer::new(&self.site, &library);
        let printed = planned.iter().map(|Planned { file, kind, route, locale }| {
            let printed = match kind {
                Kind::Page => printer.page(route, *locale),
                Kind::Frame => printer.frame(route, *locale),
                Kind::Embedding => self.answer(&printer.embedding(route, *locale)),
            };
            (file.clone(), printed)
        });
        Ok(printed.collect())
    }

    /// How others show a letter, as oEmbed says it.
    fn answer(&self, said: &Embedding) -> String {
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "provider_name": &*self.manifest.header.title,
            "provider_url": self.site.base,
            "title": said.title,
            "html": said.html,
            "width": null,
            "height": said.height,
        });
        answer.to_string()
    }
}
