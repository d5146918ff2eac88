//! Every address the viewer has.

use edition::{EntryId, EntryKind, LetterId};
use reader::{escape, unescape};

/// A view, with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`: the letter where there is one, else the list.
    Home,
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
        let mut segments = path.split('/').filter(|segment| !segment.is_empty() && *segment != "index.html");
        let (first, second, third) = (segments.next(), segments.next(), segments.next());
        if let (Some("correspondence"), Some(one), Some(other), None) =
            (first, second, third, segments.next())
        {
            return Self::Correspondence {
                one: unescape(one).as_str().into(),
                other: unescape(other).as_str().into(),
            };
        }
        if third.is_some() {
            return Self::NotFound;
        }
        match (first, second) {
            (None, _) => Self::Home,
            (Some("letters"), None) => Self::Home,
            (Some("letters"), Some(id)) => Self::Letter { id: unescape(id).as_str().into() },
            (Some("chronology"), None) => Self::Chronology,
            (Some("about"), None) => Self::About,
            (Some(word), id) => match (REGISTERS.iter().find(|(_, known)| *known == word), id) {
                (Some((kind, _)), None) => Self::Register { kind: *kind },
                (Some((kind, _)), Some(id)) => Self::Entry { kind: *kind, id: unescape(id).as_str().into() },
                (None, _) => Self::NotFound,
            },
        }
    }

    /// The address of the view.
    #[must_use]
    pub fn href(&self) -> String {
        let mut href = String::from("/");
        let mut push = |segment: &str| {
            escape(&mut href, segment);
            href.push('/');
        };
        match self {
            Self::Home => {}
            Self::Letter { id } => {
                push("letters");
                push(id.as_str());
            }
            Self::Correspondence { one, other } => {
                push("correspondence");
                push(one.as_str());
                push(other.as_str());
            }
            Self::Chronology => push("chronology"),
            Self::Register { kind } => push(register_word(*kind)),
            Self::Entry { kind, id } => {
                push(register_word(*kind));
                push(id.as_str());
            }
            Self::About => push("about"),
            Self::NotFound => push("404"),
        }
        href
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
            fragment: hash.trim_start_matches('#').split(":~:").next().unwrap_or_default().to_owned(),
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
    use super::Route;
    use edition::EntryKind;

    #[test]
    fn every_identifier_comes_back_from_its_address() {
        for id in ["joffe", "Müller", "a/b", "..", "x?y#z", "50 % + 1", "<b>\"'", "ж"] {
            let routes = [
                Route::Letter { id: id.into() },
                Route::Entry { kind: EntryKind::Person, id: id.into() },
                Route::Correspondence { one: id.into(), other: "joffe".into() },
            ];
            for route in routes {
                let href = route.href();
                assert!(href.is_ascii() && !href.contains(['?', '#', '<', '"', '\'']), "{href}");
                assert_eq!(Route::parse(&href), route, "{href}");
            }
        }
    }
}
