//! What stands in the `<head>` of a page of an edition: for search engines, reference managers and social networks.
//!
//! A page is pre-rendered where the edition is built, so nothing here runs in a browser. Machines take what they read
//! for granted. So a date, a place or an identity is told to them only where the edition is sure of it: a letter
//! of doubtful day bears its year at most, a sender who is one of two bears no name.

mod date;
mod edition_head;
mod entry_head;
mod json;
mod letter_head;
mod license;
mod markup;
mod opening;
mod party;
mod site;
mod sitemap;
mod web_manifest;

pub use license::{RightsPiece, license, rights_pieces};
pub use markup::head_markup;
pub use site::{Alternate, Site, Target};
pub use sitemap::{SitemapFile, sitemap, xml_text};
pub use web_manifest::web_manifest;

use crate::Library;
use dates::Names;
use edition::{EntryId, LetterId, cut};

/// The most characters of a description: what search engines show of one.
const LONGEST: usize = 200;

/// What a page says of itself to search engines, reference managers and social networks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// What the page shows, then the edition: `V. I. Lenin to A. A. Joffe · Edition`.
    pub title: String,
    /// At most 200 characters, cut after a word. Empty where there is nothing to say.
    pub description: String,
    /// Open Graph and, of a letter, what reference managers read. The description is not repeated here: it is that of Open
    /// Graph too.
    pub meta: Vec<Meta>,
    /// Where the page stands among others.
    pub links: Vec<Link>,
    /// JSON-LD in the words of schema.org; none where the page shows no one thing.
    pub json_ld: Option<String>,
}

/// A statement in one word and a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The word.
    pub key: MetaKey,
    /// The value.
    pub content: String,
}

/// The word of a statement, by the attribute it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetaKey {
    /// `name`: `citation_title`
    Name(&'static str),
    /// `property`: `og:title`
    Property(&'static str),
}

/// Another page, or this one under its lasting address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it is to this page: `canonical`, `prev`, `next`, `alternate`, `license`.
    pub rel: &'static str,
    /// Its address.
    pub href: String,
    /// Its language (BCP 47), of an `alternate`.
    pub hreflang: Option<String>,
}

/// What a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadOf<'p> {
    /// A letter. Its part of the edition has to be here ([`crate::Wanted::Letter`]).
    Letter(&'p LetterId),
    /// An entry. Its part of the edition has to be here ([`crate::Wanted::Entry`]).
    Entry(&'p EntryId),
    /// The edition as a whole: its first page, or the list of its letters.
    Edition {
        /// What the page calls itself, `Letters`; empty where it bears the title of the edition alone.
        title: &'p str,
        /// Its path from the first page of the edition; empty for that page itself.
        path: &'p str,
    },
    /// A page that shows no one thing: an index, the timeline, what is said about the edition.
    Other {
        /// What the page calls itself.
        title: &'p str,
        /// Its path from the first page of the edition.
        path: &'p str,
    },
}

/// Words in the language of the interface.
#[derive(Clone, Copy)]
pub struct HeadWords<'w> {
    /// The language of these words (BCP 47).
    pub tag: &'w str,
    /// The language of dates.
    pub dates: &'static Names,
    /// Two names: from the first to the second.
    pub from_to: &'w dyn Fn(&str, &str) -> String,
    /// In place of a sender or recipient of whom nothing is known.
    pub unknown: &'w str,
    /// What an edition without a title is called: `Letters`.
    pub letters: &'w str,
}

/// The head of a page; none where the edition has no such letter or entry, or its part has not arrived.
#[must_use]
pub fn head(library: &Library, of: HeadOf<'_>, words: &HeadWords<'_>, site: &Site<'_>) -> Option<Head> {
    match of {
        HeadOf::Letter(id) => letter_head::letter_head(library, id, words, site),
        HeadOf::Entry(id) => entry_head::entry_head(library, id, words, site),
        HeadOf::Edition { title, path } => {
            Some(edition_head::edition_head(library, title, path, words, site))
        }
        HeadOf::Other { title, path } => Some(edition_head::other_head(library, title, path, words, site)),
    }
}

/// What a head is made of, whatever its page shows.
struct Page<'p> {
    /// What the page shows, without the edition. Empty: the edition itself.
    name: String,
    /// Not yet cut.
    description: String,
    /// What Open Graph calls such a page.
    og_type: &'static str,
    /// Its path from the first page of the edition.
    path: &'p str,
    /// The address of the license of what it shows.
    license: Option<String>,
}

/// What heads of all pages have in common. The links of a letter to its neighbors and its citation are added by it.
fn begin(library: &Library, page: Page<'_>, words: &HeadWords<'_>, site: &Site<'_>) -> Head {
    let edition = edition_head::name_of(library, words);
    let name = if page.name.is_empty() { edition.clone() } else { page.name };
    let title = if name == edition { edition.clone() } else { [&name, " · ", &*edition].concat() };
    let description = cut(&page.description, LONGEST);
    let canonical = site.absolute(page.path);
    let mut meta = Vec::new();
    let mut property = |key, content: &str| {
        if !content.is_empty() {
            meta.push(Meta { key: MetaKey::Property(key), content: content.to_owned() });
        }
    };
    property("og:title", &name);
    property("og:type", page.og_type);
    property("og:url", canonical.as_deref().unwrap_or_default());
    property("og:site_name", &edition);
    property("og:locale", &og_locale(words.tag));
    // No `og:locale:alternate`: the links below say it, with the addresses.
    let mut links = Vec::new();
    let mut link = |rel, href, hreflang| links.push(Link { rel, href, hreflang });
    if let Some(href) = canonical {
        link("canonical", href, None);
    }
    for other in site.alternates {
        link("alternate", site.address(other.path), Some(other.language.to_owned()));
    }
    if let Some(href) = page.license {
        link("license", href, None);
    }
    Head { title, description, meta, links, json_ld: None }
}

/// Open Graph writes a language with its territory, `en_GB`, and readers know no other form: that in which the words of the
/// interface are spelled.
fn og_locale(tag: &str) -> String {
    match tag {
        "de" => "de_DE".to_owned(),
        "en" => "en_GB".to_owned(),
        "ru" => "ru_RU".to_owned(),
        other => other.replace('-', "_"),
    }
}

#[cfg(test)]
mod tests;
