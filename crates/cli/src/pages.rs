//! The pages of an edition, printed as they are wanted.

use bundle::{OpenError, Packed, PartName};
use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;
use reader::head::{SitemapFile, sitemap};
use reader::{Library, Shared, Wanted};
use std::collections::BTreeMap;
use viewer::pages::{self, Site};
use viewer::{Locale, Route};

/// Pages that are printed one after the other by one thread: they need the same few parts of the edition.
const TOGETHER: usize = 64;
/// Pages that are held at a time before they are written.
const HELD: usize = 1024;

/// The pages of an edition.
#[derive(Debug)]
pub(crate) struct Pages {
    site: Site,
    packed: Packed,
    /// The parts of the edition as files.
    parts: BTreeMap<PartName, Vec<u8>>,
    /// What is at which file, in an order in which neighbours need the same parts.
    plan: Vec<(String, Route, Locale)>,
}

impl Pages {
    /// Plans the pages of an edition.
    ///
    /// # Errors
    /// Where the edition cannot be read back.
    pub(crate) fn plan(packed: Packed, site: Site) -> Result<Self, OpenError> {
        let parts = packed.files().map(|(name, bytes)| (name.clone(), bytes)).collect();
        let mut pages = Self { site, packed, parts, plan: Vec::new() };
        let mut library = Library::of(pages.packed.manifest.clone());
        let kinds: Vec<_> = pages.packed.manifest.registers.iter().map(|(kind, ..)| *kind).collect();
        pages.bring(&mut library, |library| library.needs(Wanted::Letters))?;
        for kind in kinds {
            pages.bring(&mut library, |library| library.needs(Wanted::Register(kind)))?;
        }
        let routes = pages::routes(&library);
        for locale in Locale::offered(&library.header().interface) {
            let files =
                routes.iter().map(|route| (pages::file(&library, route, locale), route.clone(), locale));
            pages.plan.extend(files);
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
                library.accept(&name, self.parts.get(&name).ok_or(OpenError::Damaged)?)?;
            }
        }
    }

    /// The edition as it was packed.
    pub(crate) fn packed(&self) -> &Packed {
        &self.packed
    }

    /// How many pages there are.
    pub(crate) fn count(&self) -> usize {
        self.plan.len()
    }

    /// Where search engines find all pages, if the address of the site is known.
    pub(crate) fn sitemap(&self) -> Vec<SitemapFile> {
        let Some(base) = self.site.base.as_deref().filter(|base| base.contains("://")) else {
            return Vec::new();
        };
        // The page for addresses that do not exist is none.
        let pages = self.plan.iter().filter_map(|(file, ..)| file.strip_suffix("index.html"));
        sitemap(base, pages.map(|path| [base, path].concat()))
    }

    /// The page at a file of the site, if it is one.
    pub(crate) fn at(&self, file: &str) -> Option<String> {
        let planned = self.plan.iter().find(|(known, ..)| known == file)?;
        self.print(std::slice::from_ref(planned)).ok()?.pop().map(|(_, html)| html)
    }

    /// All pages, printed by all threads, each with its file.
    pub(crate) fn all(&self) -> impl Iterator<Item = Result<(String, String), OpenError>> {
        self.plan.chunks(HELD).flat_map(|held| {
            let printed: Vec<_> = held.par_chunks(TOGETHER).map(|planned| self.print(planned)).collect();
            printed.into_iter().flat_map(|pages| match pages {
                Ok(pages) => pages.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error)],
            })
        })
    }

    fn print(&self, planned: &[(String, Route, Locale)]) -> Result<Vec<(String, String)>, OpenError> {
        let mut library = Library::of(self.packed.manifest.clone());
        for (_, route, _) in planned {
            self.bring(&mut library, |library| pages::needs(library, route))?;
        }
        let library = Shared::new(library);
        let printed = planned
            .iter()
            .map(|(file, route, locale)| (file.clone(), pages::page(&self.site, &library, route, *locale)));
        Ok(printed.collect())
    }
}
