//! Where the reader is, and what the addresses of the page mean from there.

use super::browser::document;
use super::embed::{is_embedded, shown};
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
    /// The page that is shown, after another.
    pub(super) fn after(before: &Self) -> Self {
        let [path, query, fragment] = before.now();
        let lang = document().document_element().and_then(|root| root.get_attribute("lang"));
        Self {
            path,
            query,
            fragment,
            root: resolved("data-root"),
            locale: Locale::wanted(lang.as_deref()).unwrap_or_default(),
        }
    }

    /// Path, query and fragment that the browser shows.
    pub(super) fn now(&self) -> [String; 3] {
        self.parts(&shown())
    }

    /// Path, query and fragment of a whole address, the latter two with their signs. In an edition of one file all three
    /// stand behind the number sign; what is no path there is a place in the page that is shown.
    pub(super) fn parts(&self, href: &str) -> [String; 3] {
        if !is_one_file() {
            let url = Url::new(href);
            return url.map(|url| [url.pathname(), url.search(), url.hash()]).unwrap_or_default();
        }
        let rest = href.split_once('#').map_or("", |(_, rest)| rest);
        let (whole, fragment) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
        let (path, query) = whole.split_at(whole.find('?').unwrap_or(whole.len()));
        if path.is_empty() || path.ends_with('/') {
            return [path, query, fragment].map(str::to_owned);
        }
        [self.path.clone(), self.query.clone(), ["#", rest].concat()]
    }

    /// The address of the page as the browser has it, without the host.
    pub(super) fn whole(&self) -> String {
        entered(&[&self.path, &self.query, &self.fragment])
    }

    /// The path of the view in the edition.
    pub(super) fn inside(&self) -> &str {
        self.path.strip_prefix(&*self.root).unwrap_or(&self.path)
    }

    /// The address of the view.
    pub(super) fn address(&self) -> Address {
        Address::parse(self.inside(), &self.query, &self.fragment)
    }
}

/// Whether the whole edition is the file that is open.
pub(super) fn is_one_file() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-one-file"))
}

/// Path, query and fragment as they are entered into the history.
pub(super) fn entered(parts: &[&str; 3]) -> String {
    [if is_one_file() { "#" } else { "" }, &parts.concat()].concat()
}

/// The document says of itself what another page says: its language, its ways, its title.
pub(super) fn say_as(page: &Document) {
    if let (Some(root), Some(other)) = (document().document_element(), page.document_element()) {
        for name in ["lang", "data-root", "data-shared"] {
            let _ = root.set_attribute(name, &other.get_attribute(name).unwrap_or_default());
        }
    }
    document().set_title(&page.title());
}

/// The ways that the page names.
pub(super) fn ways() -> Ways {
    let way = |name| if is_embedded() { resolved(name) } else { attribute(&document(), name) };
    Ways { root: way("data-root"), shared: way("data-shared") }
}

/// A fragment without its sign, and without a directive that a browser left.
pub(super) fn plain(fragment: &str) -> String {
    Address::parse("", "", fragment).fragment
}

/// The path that a way of the page that is shown leads to.
pub(super) fn resolved(name: &str) -> String {
    way(&document(), name, &shown())
}

/// The path that a way of a page leads to, which is shown at an address.
pub(super) fn way(page: &Document, name: &str, at: &str) -> String {
    let way = attribute(page, name);
    match way.strip_prefix('#') {
        Some(inside) => inside.to_owned(),
        None => Url::new_with_base(&way, at).map(|url| url.pathname()).unwrap_or_default(),
    }
}

fn attribute(page: &Document, name: &str) -> String {
    let root = page.document_element();
    root.and_then(|root| root.get_attribute(name)).unwrap_or_else(|| "/".to_owned())
}
