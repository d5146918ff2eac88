//! The messages, area by area.

/// Every message of the interface. Plurals and insertions are functions.
pub struct Strings {
    /// Frame of the page.
    pub shell: ShellStrings,
}

/// Frame of the page.
pub struct ShellStrings {
    /// Skip link.
    pub skip: &'static str,
    /// Navigation: the letter.
    pub letter: &'static str,
    /// Navigation: the timeline.
    pub chronology: &'static str,
    /// Navigation: the persons.
    pub persons: &'static str,
    /// Navigation: the places.
    pub places: &'static str,
    /// Navigation: the organisations.
    pub organisations: &'static str,
    /// Navigation: the works.
    pub works: &'static str,
    /// Navigation: the events.
    pub events: &'static str,
    /// Navigation: the offices.
    pub offices: &'static str,
    /// Navigation: about this edition.
    pub about: &'static str,
    /// Label of the main navigation.
    pub navigation: &'static str,
    /// No page at this address.
    pub not_found: &'static str,
    /// The edition could not be opened.
    pub failed: &'static str,
    /// It is not an edition.
    pub failed_foreign: &'static str,
    /// Other format: (found, expected).
    pub failed_version: fn(u32, u32) -> String,
    /// Cut off.
    pub failed_truncated: &'static str,
    /// Damaged.
    pub failed_damaged: &'static str,
}
