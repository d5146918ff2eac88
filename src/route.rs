//! Every address the viewer has.

use edition::{EntryId, EntryKind, LetterId};
use reader::place_of;
use std::cell::RefCell;

/// The ways from the page that is shown to other parts of its site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// To the beginning of the edition in the language of the page: `../../`, or `/` where the site is a whole host.
    pub root: String,
    /// To the files that the pages of all languages share.
    pub shared: String,
}

impl Default for Ways {
    fn default() -> Self {
        Self { root: String::from("/"), shared: String::from("/") }
    }
}

thread_local! {
    // One page is shown at a time, and every link on it begins with the same way.
    static WAYS: RefCell<Ways> = RefCell::default();
}

/// Says where the page stands that is shown from now on; all addresses begin there.
pub fn stand(ways: Ways) {
    WAYS.set(ways);
}

/// The address of a file that the pages of all languages share.
#[cfg(feature = "ssr")]
pub(crate) fn shared_file(name: &str) -> String {
    WAYS.with_borrow(|ways| [&ways.shared, name].concat())
}

/// The longest name of a folder, in bytes, that is not cut; file systems take 255.
const LONGEST: usize = 120;
/// What stands between a fragment and what it tells a browser, by the WICG's [URL Fragment Text Directives](https://wicg.github.io/scroll-to-text-fragment/).
pub(crate) const DIRECTIVE: &str = ":~:";

/// An identifier as a segment of an address, which is also the name of a folder: letters and digits of ASCII, hyphens,
/// low lines and full stops within stay; every other byte becomes `~` and two digits. No host, file system or browser
/// changes such a name (RFC 3986, section 2.3). The name of a page's own file has no full stop either. What is too long for a
/// name is cut, and told apart by a checksum.
fn segment(path: &mut String, id: &str) {
    let start = path.len();
    escape(path, id);
    if path.len() - start > LONGEST {
        path.truncate(start + LONGEST);
        // FNV-1a, 64 bits.
        let sum = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        path.push('~');
        for byte in sum.to_be_bytes() {
            hexadecimal(path, byte);
        }
    }
}

/// The file that is in each folder.
const INDEX: &str = "index.html";

fn escape(path: &mut String, id: &str) {
    let file = id == INDEX;
    for (at, byte) in id.bytes().enumerate() {
        let stays =
            byte.is_ascii_alphanumeric() || b"-_".contains(&byte) || (byte == b'.' && at > 0 && !file);
        if stays {
            path.push(char::from(byte));
        } else {
            path.push('~');
            hexadecimal(path, byte);
        }
    }
}

fn hexadecimal(path: &mut String, byte: u8) {
    for digit in [byte >> 4, byte & 15] {
        path.push(char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
    }
}

/// The identifier of a segment.
fn identifier(segment: &str) -> String {
    let mut parts = segment.split('~');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(&part.as_bytes()[2..]);
            }
            None => {
                bytes.push(b'~');
                bytes.extend_from_slice(part.as_bytes());
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| segment.to_owned())
}

/// A view, with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`: the letter where there is one, else the list.
    Home,
    /// `/letters/`: all letters in a line each.
    Letters,
    /// `/letters/ID/`
    Letter {
        /// Which.
        id: LetterId,
    },
    /// `/correspondence/ID/ID/`: the letters between two.
    Correspondence {
        /// One of them.
        one: EntryId,
        /// The other.
        other: EntryId,
    },
    /// `/chronology/`: the timeline of dates.
    Chronology,
    /// `/persons/`, `/organisations/`, `/places/`, `/works/`: the index of a kind.
    Register {
        /// Which kind: person, organisation, place or work; events and offices stand with organisations.
        kind: EntryKind,
    },
    /// `/persons/ID/` and so on: an entry.
    Entry {
        /// Its kind, as in the address.
        kind: EntryKind,
        /// Which.
        id: EntryId,
    },
    /// `/search/`: words in all letters.
    Search,
    /// `/about/`: the edition, its sources and rights.
    About,
    /// Anything else.
    NotFound,
}

/// An address inside the viewer: a view, its state (the query) and a place in it (the fragment).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The view.
    pub route: Route,
    /// The query without question mark.
    pub query: String,
    /// The fragment without number sign.
    pub fragment: String,
}

/// How an address is entered into the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A step that Back undoes.
    Push,
    /// In place of the current one.
    Replace,
}

/// The kinds that have an index of their own, with their word in addresses.
pub(crate) const REGISTERS: &[(EntryKind, &str)] = &[
    (EntryKind::Person, "persons"),
    (EntryKind::Place, "places"),
    (EntryKind::Organisation, "organisations"),
    (EntryKind::Work, "works"),
    (EntryKind::Event, "events"),
    (EntryKind::Office, "offices"),
];

impl Route {
    /// Reads the path of an address. Every path is a route.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty() && *segment != INDEX);
        let (first, second, third) = (segments.next(), segments.next(), segments.next());
        if let (Some("correspondence"), Some(one), Some(other), None) =
            (first, second, third, segments.next())
        {
            return Self::Correspondence {
                one: identifier(one).as_str().into(),
                other: identifier(other).as_str().into(),
            };
        }
        if third.is_some() {
            return Self::NotFound;
        }
        match (first, second) {
            (None, _) => Self::Home,
            (Some("letters"), None) => Self::Letters,
            (Some("letters"), Some(id)) => Self::Letter { id: identifier(id).as_str().into() },
            (Some("chronology"), None) => Self::Chronology,
            (Some("search"), None) => Self::Search,
            (Some("about"), None) => Self::About,
            (Some(word), id) => match (REGISTERS.iter().find(|(_, known)| *known == word), id) {
                (Some((kind, _)), None) => Self::Register { kind: *kind },
                (Some((kind, _)), Some(id)) => {
                    Self::Entry { kind: *kind, id: identifier(id).as_str().into() }
                }
                (None, _) => Self::NotFound,
            },
        }
    }

    /// The path of the view from the beginning of the edition: `letters/ID/`; nothing for its beginning.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        let mut push = |id: &str| {
            segment(&mut path, id);
            path.push('/');
        };
        match self {
            Self::Home => {}
            Self::Letters => push("letters"),
            Self::Letter { id } => {
                push("letters");
                push(id.as_str());
            }
            Self::Correspondence { one, other } => {
                push("correspondence");
                // Both ways are one correspondence, and one page.
                let swapped = other.as_str() < one.as_str();
                let (first, second) = if swapped { (other, one) } else { (one, other) };
                push(first.as_str());
                push(second.as_str());
            }
            Self::Chronology => push("chronology"),
            Self::Register { kind } => push(register_word(*kind)),
            Self::Entry { kind, id } => {
                push(register_word(*kind));
                push(id.as_str());
            }
            Self::Search => push("search"),
            Self::About => push("about"),
            Self::NotFound => push("404"),
        }
        path
    }

    /// The address of the view from the page that is shown (see [`stand`]).
    #[must_use]
    pub fn href(&self) -> String {
        WAYS.with_borrow(|ways| [&*ways.root, &self.path()].concat())
    }

    /// The address of a place in the view.
    #[must_use]
    pub fn href_at(&self, fragment: &str) -> String {
        let mut href = self.href();
        href.push('#');
        href.push_str(fragment);
        href
    }
}

/// An address without the directive that a browser reads, as in `#p3:~:text=some,words`.
pub(crate) fn before_directive(address: &str) -> &str {
    place_of(address, DIRECTIVE).map_or(address, |at| &address[..at])
}

fn register_word(kind: EntryKind) -> &'static str {
    REGISTERS.iter().find(|(known, _)| *known == kind).map_or("works", |(_, word)| *word)
}

impl Address {
    /// Reads an address as the browser gives it: path, search (with or without `?`), hash (with or without `#`).
    #[must_use]
    pub fn parse(path: &str, search: &str, hash: &str) -> Self {
        Self {
            route: Route::parse(path),
            query: search.trim_start_matches('?').to_owned(),
            // A browser that knows no text directives leaves them here.
            fragment: before_directive(hash.trim_start_matches('#')).to_owned(),
        }
    }

    /// The view with nothing else said.
    #[must_use]
    pub fn of(route: Route) -> Self {
        Self { route, query: String::new(), fragment: String::new() }
    }

    /// The address as it stands in a link.
    #[must_use]
    pub fn href(&self) -> String {
        let mut href = self.route.href();
        if !self.query.is_empty() {
            href.push('?');
            href.push_str(&self.query);
        }
        if !self.fragment.is_empty() {
            href.push('#');
            href.push_str(&self.fragment);
        }
        href
    }

    /// The value of a key of the query (`?q=jof&sort=sent`), percent-decoding left to the caller.
    #[must_use]
    pub fn query_value(&self, key: &str) -> Option<&str> {
        self.query.split('&').filter_map(|pair| pair.split_once('=')).find(|(k, _)| *k == key).map(|(_, v)| v)
    }
}

#[cfg(test)]
mod tests {
    use super::{Route, Ways, shared_file, stand};
    use edition::EntryKind;

    #[test]
    fn every_identifier_comes_back_from_its_address() {
        for id in ["joffe", "index.html", "a.html", "Müller", "a/b", "..", "x?y#z", "50 % + 1", "<b>\"'", "ж"]
        {
            let routes =
                [Route::Letter { id: id.into() }, Route::Entry { kind: EntryKind::Person, id: id.into() }];
            for route in routes {
                let path = route.path();
                let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_~./".contains(sign);
                assert!(path.chars().all(plain) && !path.contains("/."), "{path}");
                assert_eq!(Route::parse(&path), route, "{path}");
            }
        }
    }

    #[test]
    fn long_identifiers_make_names_that_every_disk_takes() {
        let address =
            |end: &str| Route::Letter { id: ["ж".repeat(400).as_str(), end].concat().as_str().into() }.path();
        assert!(address("a").split('/').all(|name| name.len() < 150), "{}", address("a"));
        assert_ne!(address("a"), address("b"));
    }

    #[test]
    fn a_correspondence_has_one_address() {
        let address =
            |one: &str, other: &str| Route::Correspondence { one: one.into(), other: other.into() }.path();
        assert_eq!(address("joffe", "lenin"), "correspondence/joffe/lenin/");
        assert_eq!(address("lenin", "joffe"), "correspondence/joffe/lenin/");
    }

    #[test]
    fn addresses_begin_where_the_page_stands() {
        let about = Route::About;
        assert_eq!(about.href(), "/about/");
        stand(Ways { root: "../../".into(), shared: "../../../".into() });
        assert_eq!(
            (about.href_at("x"), shared_file("a.zip")),
            ("../../about/#x".into(), "../../../a.zip".into())
        );
        assert_eq!(Route::Home.href(), "../../");
        stand(Ways::default());
    }
}
