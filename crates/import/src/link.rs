//! Where links of a source may lead.

use edition::{EntryKind, Link};

/// Schemes of addresses that readers may follow.
const OPEN: [&str; 3] = ["https:", "http:", "mailto:"];
/// Schemes whose addresses are programs or files of the reader's own machine.
const REFUSED: [&str; 6] = ["javascript:", "data:", "vbscript:", "file:", "blob:", "filesystem:"];

/// What stands before the colon of a link to an entry, as an editor of Markdown writes it. Of several words for a kind the first
/// is that of the documentation.
pub(crate) const ENTRIES: [(&str, EntryKind); 7] = [
    ("person", EntryKind::Person),
    ("place", EntryKind::Place),
    ("organisation", EntryKind::Organisation),
    ("org", EntryKind::Organisation),
    ("work", EntryKind::Work),
    ("event", EntryKind::Event),
    ("office", EntryKind::Office),
];

/// What may stand before the colon of a link that leads somewhere.
pub(crate) fn schemes() -> impl Iterator<Item = &'static str> {
    let entries = ENTRIES.iter().map(|(scheme, _)| *scheme);
    entries.chain(["letter"]).chain(OPEN.iter().map(|scheme| scheme.trim_end_matches(':')))
}

/// What to do about a link that is refused.
pub(crate) const ADVICE: &str = "links lead to https:, http: and mailto: addresses; the words are kept";

/// The link that an address makes; what is no address of the web is kept as words.
pub(crate) fn link(address: &str) -> Link {
    if OPEN.iter().any(|scheme| address.starts_with(scheme)) {
        Link::Address(address.into())
    } else {
        Link::Unknown(address.into())
    }
}

/// Whether a browser would run or open the address in a way that no letter needs.
pub(crate) fn is_refused(address: &str) -> bool {
    // Browsers pass over blanks and controls in a scheme, and do not tell capitals from small letters.
    let bare = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(16);
    let bare: String = bare.flat_map(char::to_lowercase).collect();
    REFUSED.iter().any(|scheme| bare.starts_with(scheme))
}

/// What is said of an address that is refused.
pub(crate) fn message(address: &str) -> String {
    let scheme: String =
        address.chars().take_while(|c| *c != ':').filter(|c| c.is_ascii_alphabetic()).collect();
    format!("a link to {}: leads nowhere here", scheme.to_lowercase())
}
