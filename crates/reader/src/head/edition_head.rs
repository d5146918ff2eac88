//! The head of a page that shows the edition as a whole, or no one thing.

use super::json::{Node, Thing};
use super::license::{is_only, license};
use super::{Head, HeadWords, Page, Site, Target, begin};
use crate::Library;
use edition::plain;

/// The head of the first page, or of the list of letters.
pub(super) fn edition_head(
    library: &Library,
    title: &str,
    path: &str,
    words: &HeadWords<'_>,
    site: &Site<'_>,
) -> Head {
    let head = other_head(library, title, path, words, site);
    let header = library.header();
    let editors = header.editors.iter().map(|name| plain(name)).filter(|name| !name.is_empty());
    let collection = reference(library, words, site)
        .with_text("description", [&header.description])
        .with("editor", editors.map(|name| Node::Thing(Thing::new(&["Person"]).with_text("name", [name]))))
        .with_text("inLanguage", [&header.language]);
    let json_ld = with_rights(collection, site.rights).document();
    Head { json_ld, ..head }
}

/// The head of a page that shows no one thing.
pub(super) fn other_head(
    library: &Library,
    title: &str,
    path: &str,
    words: &HeadWords<'_>,
    site: &Site<'_>,
) -> Head {
    let page = Page {
        name: plain(title),
        description: library.header().description.to_string(),
        og_type: "website",
        path,
        license: license(site.rights),
    };
    begin(library, page, words, site)
}

/// The title of the edition.
pub(super) fn name_of(library: &Library, words: &HeadWords<'_>) -> String {
    let title = plain(&library.header().title);
    if title.is_empty() { plain(words.letters) } else { title }
}

/// The edition as its letters name it.
pub(super) fn reference(library: &Library, words: &HeadWords<'_>, site: &Site<'_>) -> Thing {
    Thing::new(&["Collection"])
        .at(site.address_of(Target::Edition))
        .with_text("name", [name_of(library, words)])
}

/// The license where one is named by statements of rights, and the statements that say more than that.
pub(super) fn with_rights(thing: Thing, rights: &[Box<str>]) -> Thing {
    let license = license(rights);
    let said = |line: &str| license.as_deref().is_some_and(|license| is_only(line, license));
    let more: Vec<&Box<str>> = rights.iter().filter(|line| !said(line)).collect();
    thing.with("license", license.map(Node::Text)).with_text("copyrightNotice", more)
}
