//! English.

use super::strings::{AboutStrings, ShellStrings, Strings};

pub(super) const STRINGS: Strings = Strings {
    about: AboutStrings {
        rights: "Source and rights",
        contents: "What is in it",
        letters: |count| {
            if count == 1 { "1 letter".to_owned() } else { [&count.to_string(), " letters"].concat() }
        },
        dates: |count| if count == 1 { "1 date".to_owned() } else { [&count.to_string(), " dates"].concat() },
        reading: "How to read it",
        reading_how: [
            "A raised number belongs to a note. Rest the pointer on it, tap it or press Enter, and the note opens beside its words. All notes stand below the letter as well.",
            "Underlined words name persons, places, organisations, works and events; rest on them or tap them to see who or what is meant. The settings (“Aa”) show names as plain words or bring them into the Tab order.",
            "Dates in the text lead to the timeline, and every mark there leads back to its words.",
        ],
        origins: "Who says so",
        origins_how: [
            "What the printed source says stands as it was printed, misprints included.",
            "What an editor adds or corrects is named as the editor’s, with the reason.",
            "What this program inferred, such as a year that the words leave out, is named as inferred, with the rule and what it was counted from.",
        ],
        keys: "Keys",
        key_list: [
            ("Tab", "to the next note or link"),
            ("Enter", "opens a note and goes into it"),
            ("Esc", "closes what was opened last"),
            ("← →", "move along the timeline"),
        ],
    },
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
        settings: "Reading settings",
        theme: "Colours",
        themes: ["As the system", "Light", "Dark"],
        size: "Text size",
        sizes: ["Small", "Medium", "Large", "Largest"],
        names: "Names in the text",
        names_shown: ["Plain", "Underlined", "Underlined, and reached by the Tab key"],
        language: "Language of the interface",
        footer: "Made with Letterbook. The page needs no network once it is open.",
        failed_truncated: "The data is cut off: it was not loaded to its end.",
        failed_damaged: "The data is damaged: its checksum does not fit.",
    },
};
