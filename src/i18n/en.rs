//! English.

use super::letter_strings::LetterListStrings;
#[cfg(feature = "ssr")]
use super::letter_strings::LetterStrings;
#[cfg(feature = "ssr")]
use super::parts;
#[cfg(feature = "ssr")]
use super::strings::{AboutStrings, EntryStrings, FrameStrings};
use super::strings::{PageStrings, PopoverStrings};
use super::strings::{RegisterStrings, ShellStrings, Strings, TimelineStrings};
#[cfg(feature = "ssr")]
use dates::Rule;

/// What is said beside pages.
pub(super) const PAGE: PageStrings = PageStrings {
    unavailable: "A part of the edition could not be had",
    retry: "Try again",
    copy_words: "Copy a link to these words",
    copied: "Link copied",
};

pub(super) const STRINGS: Strings = Strings {
    #[cfg(feature = "ssr")]
    letter: LetterStrings {
        sent_from: "Sent from",
        sent_to: "Sent to",
        answers: "Answers:",
        on_this_page: "On this page",
        notes_short: "Notes",
        names_short: "Names",
        dates_short: "Dates",
        source_short: "Source",
        on_paper: "Notes on paper",
        on_paper_where: ["at the end", "after each paragraph"],
        share: "Share",
        notes: "Notes",
        series: ["The author’s notes", "The editor’s notes", "Notes on the text"],
        names: "Names in this letter",
        dates: "Dates in this letter",
        source: "Source",
        key: "Marks on this page",
        key_note: "a note; it opens beside the word",
        key_abbreviation: "Abbreviations",
        key_inferred_name: "Names, inferred by the program",
        key_proposed: "Names, not identified",
        key_supplied: "[supplied by the editor of the print]",
        hide_series: "Hide these notes",
        entry: "Entry",
        all_mentions: |count| ["Mentions (", &count.to_string(), ")"].concat(),
        rule: |rule| match rule {
            Rule::Iso => "year, month and day in figures",
            Rule::Numeric => "a day in figures",
            Rule::RomanMonth => "the month in Roman figures",
            Rule::MonthName => "the month by its name",
            Rule::MonthYear => "a month and its year",
            Rule::Year => "a year",
            Rule::Range => "from one date to another",
            Rule::Season => "a season of a year",
            Rule::Limit => "a limit",
            Rule::Decade => "a decade or century",
            Rule::DoubleDate => "one day in Old and New Style",
            Rule::Relative => "a word that counts from another day",
            Rule::Duration => "a length of time",
            Rule::Feast => "a feast of the calendar",
        },
        note_before: "note ",
        back_to: |reference| ["back to reference ", reference].concat(),
        permalink: "Link to this paragraph",
        page: |page| ["p. ", page].concat(),
        page_printed: "Here a page of the print begins",
        page_inferred: "No mark in the source: the page follows from the lines about the print",
        signs: [
            "deleted",
            "added",
            "restored",
            "hard to read",
            "damaged",
            "too much",
            "supplied by the editor",
            "left out in the abbreviation",
            "sign of abbreviation",
            "another witness",
            "another hand",
        ],
        gap: "missing:",
        choices: ["abbreviation written out", "spelling of today"],
        facsimile: "image",
        corrected: "the editor reads",
        no_signature: "No signature is printed.",
        neighbors: "In the edition",
        neighbors_between: "In this correspondence",
        previous: "Previous letter",
        next: "Next letter",
        imprint: [
            "Author",
            "First publication",
            "Basis of the text",
            "Edition",
            "Volume and pages",
            "Translation",
            "Digital text",
            "Way of the letter",
            "Not understood",
        ],
        one_of: "One of these is meant:",
        all_of: "All of these are meant:",
        not_identified: "not identified",
        identification: "Identified",
        implied: "not named in so many words",
        sender: "sender",
        recipient: "recipient",
        in_this_letter: "In this letter",
        in_edition: "In the edition",
        times_in_text: |times| {
            if times == 1 {
                "once in the text".to_owned()
            } else {
                [&times.to_string(), " times in the text"].concat()
            }
        },
        times_in_notes: |times| {
            if times == 1 {
                "once in the notes".to_owned()
            } else {
                [&times.to_string(), " times in the notes"].concat()
            }
        },
        times_in_imprint: |times| {
            if times == 1 {
                "once in the imprint".to_owned()
            } else {
                [&times.to_string(), " times in the imprint"].concat()
            }
        },
        mention_in_text: |number| ["mention ", number, ", in the text"].concat(),
        mention_in_note: |number, note| ["mention ", number, ", in note ", note].concat(),
        mention_in_imprint: |number| ["mention ", number, ", in the lines about the print"].concat(),
        printed: "Printed",
        stated: "In the edition",
        duration: |length| {
            parts(length, |count, at| {
                let (one, more) =
                    [("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")][at];
                [&*count.to_string(), " ", if count == 1 { one } else { more }].concat()
            })
        },
        no_value: "no day can be given",
    },
    popover: PopoverStrings { note: |label| ["Note ", label].concat(), close: "Close" },
    #[cfg(feature = "ssr")]
    about: AboutStrings {
        keep: "Keep this edition, to read it without a network",
        one_file: [
            "In this file the letters stand one below the other. Registers, timeline and cards need a browser that runs scripts.",
            "The letters in this file are compressed. To read them, please open it in a browser that runs scripts.",
        ],
        rights: "Source and rights",
        contents: "What is in it",
        letters: |count| {
            if count == 1 { "1 letter".to_owned() } else { [&count.to_string(), " letters"].concat() }
        },
        dates: |count| if count == 1 { "1 date".to_owned() } else { [&count.to_string(), " dates"].concat() },
        editors: "Editors",
        left_out: "These files could not be read, and are not in it:",
        sources: "The source files of this edition",
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
    #[cfg(feature = "ssr")]
    search: super::search_strings::EN,
    #[cfg(feature = "ssr")]
    frame: FrameStrings {
        skip: "Skip to the text",
        letter: "Letter",
        search: "Search",
        about: "About",
        navigation: "Edition",
        not_found: "There is no page at this address.",
        settings: "Reading settings",
        theme: "Colours",
        themes: ["As the system", "Light", "Dark"],
        size: "Text size",
        sizes: ["Small", "Medium", "Large", "Largest"],
        names: "Names in the text",
        names_shown: ["Plain", "Underlined", "Underlined, and reached by the Tab key"],
        layer: "Text",
        layers: ["as one reads it", "as it stands on the paper"],
        language: "Language of the interface",
        waiting: "This part of the edition is on its way …",
        footer: "Made with Letterbook.",
    },
    shell: ShellStrings {
        letters: "Letters",
        years: "Years",
        chronology: "Timeline",
        persons: "Persons",
        places: "Places",
        organisations: "Organisations",
        works: "Works",
        events: "Events",
        offices: "Offices",
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
        unavailable_parts: |files| {
            ["Missing or damaged: ", files, ". What else you have opened goes on working."].concat()
        },
        failed_truncated: "The data is cut off: it was not loaded to its end.",
        failed_damaged: "The data is damaged: its checksum does not fit.",
    },
    letters: LetterListStrings {
        from_to: |from, to| [from, " to ", to].concat(),
        unknown: "unknown",
        correspondence: "The whole correspondence",
        filters: "Show only",
        facets: ["From", "To", "Correspondence", "Year", "Sent from", "Language"],
        any: "Any",
        order: "Order",
        orders: ["The earliest first", "The latest first", "By sender", "By recipient"],
        found: |shown, all| {
            let noun = if all == 1 { " letter" } else { " letters" };
            if shown == all {
                [&all.to_string(), noun].concat()
            } else {
                [&shown.to_string(), " of ", &all.to_string(), noun].concat()
            }
        },
        nothing: "No letter fits all of this.",
        clear: "Show all again",
        between: |one, other| [one, " and ", other].concat(),
        gap: |length| [length, " without a letter"].concat(),
        on_timeline: "On the timeline",
        undated: "undated",
        from: "from",
        to: "to",
        origins: ["as printed", "the editor’s", "inferred by the program"],
    },
    register: RegisterStrings {
        look_up: "Find a name",
        found: |shown, all| {
            let noun = if all == 1 { " entry" } else { " entries" };
            if shown == all {
                [&all.to_string(), noun].concat()
            } else {
                [&shown.to_string(), " of ", &all.to_string(), noun].concat()
            }
        },
        nothing: "Nothing fits all of this.",
        clear: "Show all again",
        columns: ["Name", "Dates", "Sent", "Received", "Mentioned", "Letters of"],
        place_columns: ["Sent from here", "Received here"],
        filters: "Show only",
        role: "Role",
        roles: ["Any", "Sender", "Recipient", "Mentioned only"],
        period: "Letters of",
        any_period: "Any time",
        decade: |first| [&first.to_string(), "s"].concat(),
        century: |first| [&first.to_string(), "–", &first.saturating_add(99).to_string()].concat(),
        identified: "Authority files",
        identifieds: ["Either", "Identified", "Not identified"],
        unmentioned: |count| [&count.to_string(), " more that no letter mentions"].concat(),
        initials: "By initial",
        see: "see",
        found_by: "also",
    },
    #[cfg(feature = "ssr")]
    entry: EntryStrings {
        not_found: "This edition has no such entry",
        not_found_id: |id| {
            ["Nothing in it is called “", id, "”. The register may have it under another name:"].concat()
        },
        other_names: "Other names",
        authorities: "In authority files",
        relations: [
            "By",
            "Held by",
            "Part of",
            "Parts",
            "Offices",
            "Organisations",
            "Persons",
            "Works",
            "Events",
            "Places",
        ],
        sent: ["Letters sent", "Letters sent from here"],
        received: ["Letters received", "Letters received here"],
        in_text: "Mentioned in letters",
        in_notes: "Mentioned in notes",
        in_imprint: "Named in the imprint",
        nowhere: "No letter of this edition mentions it.",
        years: "Year by year",
        sent_count: |count| [&count.to_string(), " sent"].concat(),
        received_count: |count| [&count.to_string(), " received"].concat(),
        mention_count: |count| {
            if count == 1 { "1 mention".to_owned() } else { [&count.to_string(), " mentions"].concat() }
        },
        note: |label| ["note ", label].concat(),
    },
    timeline: TimelineStrings {
        kinds: ["letter written", "letter received", "mentioned in the letter", "in a note", "in print"],
        in_note: |label| ["in note ", label].concat(),
        lanes: ["Letters written", "Letters received", "In letters", "In notes", "Print"],
        lane_from: |who| ["From ", who].concat(),
        lane_to: |who| ["To ", who].concat(),
        kinds_label: "Show",
        axis: "Axis of dates. Arrow keys move, Page Up and Page Down by ten, Enter goes in, Backspace goes out, Shift with an arrow picks a range.",
        dates: |count| if count == 1 { "1 date".to_owned() } else { [&count.to_string(), " dates"].concat() },
        possible: |count| [&count.to_string(), " more possible"].concat(),
        lasting: |count| {
            if count == 1 {
                "within 1 span".to_owned()
            } else {
                ["within ", &count.to_string(), " spans"].concat()
            }
        },
        nothing: "no date",
        lengths: [
            |count| if count == 1 { "1 day".to_owned() } else { [&count.to_string(), " days"].concat() },
            |count| if count == 1 { "1 month".to_owned() } else { [&count.to_string(), " months"].concat() },
            |count| if count == 1 { "1 year".to_owned() } else { [&count.to_string(), " years"].concat() },
        ],
        folded: "folded",
        undated: "Without a date",
        undated_why: ["the letter gives no date", "the words give no value"],
        from_to: ["From", "To"],
        field_hint: "A year, month or day: 1921, 1921-03, 1921-03-17",
        field_wrong: "This is no date. Write 1921, 1921-03 or 1921-03-17.",
        with: ["Correspondent", "Everyone"],
        scale: ["A bin holds", "Automatic"],
        scales: ["a day", "a week", "a month", "a quarter", "a year", "5 years", "a decade"],
        fold: "Fold empty stretches",
        table: "Show as table",
        table_heads: ["Period", "Possible", "Spans"],
        up: "Wider",
        enter_picked: "Only these days",
        reset: "All dates",
        around: "Around this date",
        status: |listed, all| {
            if listed == all {
                return if all == 1 { "1 date".to_owned() } else { [&all.to_string(), " dates"].concat() };
            }
            [&listed.to_string(), " of ", &all.to_string(), " dates"].concat()
        },
        too_fine: "That would be too many bins. Choose a shorter time first; until then a bin holds",
        in_words: "In order",
        places: ["in the letter", "in the lines about the print"],
        counted_from: [
            |date| ["counted from the letter’s date, ", date].concat(),
            |date| ["counted from the date before it, ", date].concat(),
        ],
        taken_from: [
            |date| ["what is not printed is taken from the letter’s date, ", date].concat(),
            |date| ["what is not printed is taken from the date before it, ", date].concat(),
        ],
        counted_back: |date| {
            ["counted back from the letter’s date, ", date, "; the words give only the length"].concat()
        },
        certainties: ["probable", "a guess", "not certain"],
        old_style: |date| ["Old Style ", date].concat(),
        no_style: "Old or New Style is not stated",
        all: |count| ["all ", &count.to_string()].concat(),
        rest: |count| ["Show ", &count.to_string(), " more"].concat(),
        empty: "There are no dates here.",
    },
};
