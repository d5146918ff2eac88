//! Where the pages of an edition stand.

use edition::{EntryId, EntryKind, LetterId};

/// Where the pages of an edition stand, as the caller knows it.
///
/// All paths go out from the first page of the edition, are escaped as addresses are, and may begin with a slash or
/// not: `/letters/one/` and `letters/one/` are the same.
#[derive(Clone, Copy)]
pub struct Site<'s> {
    /// The absolute address of the first page of the edition, `https://example.org/letters/`. Without it, or where it
    /// begins with something else than `http://` or `https://`, no absolute address of a page is written.
    pub base: Option<&'s str>,
    /// What leads from this page to the first, for links that cannot be absolute: `/`, `/letters/`, `../../`.
    pub root: &'s str,
    /// The path of a page.
    pub path: &'s dyn Fn(Target<'_>) -> String,
    /// This page in each language of the interface, this one included; empty where there is but one.
    pub alternates: &'s [Alternate<'s>],
    /// Rights that hold for all letters that name none of their own. The header of a packed edition cannot say that:
    /// the rights of single letters stand among its own there.
    pub rights: &'s [Box<str>],
}

/// A page that has a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'t> {
    /// The first page of the edition.
    Edition,
    /// A letter.
    Letter(&'t LetterId),
    /// An entry.
    Entry(EntryKind, &'t EntryId),
}

/// A page in a language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternate<'a> {
    /// The language (BCP 47), or `x-default` for a page that chooses it by itself.
    pub language: &'a str,
    /// The path of the page.
    pub path: &'a str,
}

impl Site<'_> {
    /// The absolute address of a path; none without a base.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        let base = self.base?;
        let known = base.starts_with("https://") || base.starts_with("http://");
        known.then(|| below(base, path))
    }

    /// The address of a path: absolute with a base, else from this page.
    pub(super) fn address(&self, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| [self.root, path.trim_start_matches('/')].concat())
    }

    /// The address of a page.
    pub(super) fn address_of(&self, target: Target<'_>) -> String {
        self.address(&(self.path)(target))
    }
}

/// A path under the address of a first page.
pub(super) fn below(base: &str, path: &str) -> String {
    [base.trim_end_matches('/'), "/", path.trim_start_matches('/')].concat()
}
