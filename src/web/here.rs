//! Where the reader is, and what the addresses of the page mean from there.

use super::browser::{document, window};
use crate::i18n::Locale;
use crate::route::{Address, Ways};
use web_sys::{Document, Url};

/// Where the reader is.
#[derive(Clone, Default)]
pub(super) struct Here {
    /// The path of the page, as the browser has it.
    pub(super) path: String,
    pub(super) query: String,
    pub(super) fragment: String,
    /// The path at which the edition begins in the language of the page.
    pub(super) root: String,
    pub(super) locale: Locale,
}

impl Here {
    /// The page that is shown.
    pub(super) fn now() -> Self {
        let location = window().location();
        let lang = document().document_element().and_then(|root| root.get_attribute("lang"));
        Self {
            path: location.pathname().unwrap_or_default(),
            query: location.search().unwrap_or_default(),
            fragment: location.hash().unwrap_or_default(),
            root: resolved("data-root"),
            locale: Locale::wanted(lang.as_deref()).unwrap_or_default(),
        }
    }

    /// The address of the page as the browser has it, without the host.
    pub(super) fn whole(&self) -> String {
        [&*self.path, &self.query, &self.fragment].concat()
    }

    /// The address of the view.
    pub(super) fn address(&self) -> Address {
        let path = self.path.strip_prefix(&*self.root).unwrap_or(&self.path);
        Address::parse(path, &self.query, &self.fragment)
    }
}

/// The ways that the page names.
pub(super) fn ways() -> Ways {
    Ways { root: attribute(&document(), "data-root"), shared: attribute(&document(), "data-shared") }
}

/// A fragment without its sign, and without a directive that a browser left.
pub(super) fn plain(fragment: &str) -> String {
    Address::parse("", "", fragment).fragment
}

/// The path that a way of the page that is shown leads to.
pub(super) fn resolved(name: &str) -> String {
    way(&document(), name, &window().location().href().unwrap_or_default())
}

/// The path that a way of a page leads to, which is shown at an address.
pub(super) fn way(page: &Document, name: &str, at: &str) -> String {
    Url::new_with_base(&attribute(page, name), at).map(|url| url.pathname()).unwrap_or_default()
}

fn attribute(page: &Document, name: &str) -> String {
    let root = page.document_element();
    root.and_then(|root| root.get_attribute(name)).unwrap_or_else(|| "/".to_owned())
}
