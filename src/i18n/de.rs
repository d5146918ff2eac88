//! German.

use super::strings::{ShellStrings, Strings};

pub(super) const STRINGS: Strings = Strings {
    shell: ShellStrings {
        skip: "Zum Text springen",
        letter: "Brief",
        chronology: "Zeitleiste",
        persons: "Personen",
        places: "Orte",
        organisations: "Organisationen",
        works: "Werke",
        events: "Ereignisse",
        offices: "Ämter",
        about: "Über",
        navigation: "Edition",
        not_found: "Unter dieser Adresse gibt es keine Seite.",
        failed: "Die Edition lässt sich nicht öffnen.",
        failed_foreign: "Die Daten zu dieser Seite sind keine Letterbook-Edition.",
        failed_version: |found, expected| {
            [
                "Die Daten haben Format ",
                &found.to_string(),
                ", diese Seite liest Format ",
                &expected.to_string(),
                ".",
            ]
            .concat()
        },
        failed_truncated: "Die Daten sind abgeschnitten: sie wurden nicht bis zum Ende geladen.",
        failed_damaged: "Die Daten sind beschädigt: ihre Prüfsumme stimmt nicht.",
    },
};
