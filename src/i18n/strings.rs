//! The messages, area by area.

/// Every message of the interface. Plurals and insertions are functions.
pub struct Strings {
    /// Frame of the page.
    pub shell: ShellStrings,
    /// About the edition.
    pub about: AboutStrings,
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
    /// Button and heading of the settings.
    pub settings: &'static str,
    /// Setting: light or dark.
    pub theme: &'static str,
    /// As the system, light, dark.
    pub themes: [&'static str; 3],
    /// Setting: size of the text.
    pub size: &'static str,
    /// Small, medium, large, largest.
    pub sizes: [&'static str; 4],
    /// Setting: names in the text.
    pub names: &'static str,
    /// Plain, underlined, underlined and in the tab order.
    pub names_shown: [&'static str; 3],
    /// Setting: language of the interface.
    pub language: &'static str,
    /// What the footer says: text below every page.
    pub footer: &'static str,
    /// Cut off.
    pub failed_truncated: &'static str,
    /// Damaged.
    pub failed_damaged: &'static str,
}

/// About the edition.
pub struct AboutStrings {
    /// Heading: source and rights.
    pub rights: &'static str,
    /// Heading: what is in it.
    pub contents: &'static str,
    /// (letters) counted.
    pub letters: fn(usize) -> String,
    /// (dates) counted.
    pub dates: fn(usize) -> String,
    /// Heading: how to read it.
    pub reading: &'static str,
    /// What notes, names and dates do under pointer, key and finger; one paragraph each.
    pub reading_how: [&'static str; 3],
    /// Heading: who says so.
    pub origins: &'static str,
    /// What source, editor and machine mean; one paragraph each.
    pub origins_how: [&'static str; 3],
    /// Heading: keys.
    pub keys: &'static str,
    /// Key and what it does.
    pub key_list: [(&'static str, &'static str); 4],
}
