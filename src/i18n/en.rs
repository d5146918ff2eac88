//! English.

use super::strings::{ShellStrings, Strings};

pub(super) const STRINGS: Strings = Strings {
    shell: ShellStrings {
        skip: "Skip to the text",
        letter: "Letter",
        chronology: "Timeline",
        persons: "Persons",
        places: "Places",
        organisations: "Organisations",
        works: "Works",
        events: "Events",
        offices: "Offices",
        about: "About",
        navigation: "Edition",
        not_found: "There is no page at this address.",
        failed: "The edition could not be opened.",
        failed_foreign: "The data beside this page is not a Letterbook edition.",
        failed_version: |found, expected| {
            [
                "The data has format ",
                &found.to_string(),
                ", this page reads format ",
                &expected.to_string(),
                ".",
            ]
            .concat()
        },
        failed_truncated: "The data is cut off: it was not loaded to its end.",
        failed_damaged: "The data is damaged: its checksum does not fit.",
    },
};
