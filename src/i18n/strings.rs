//! The messages, area by area.

use super::letter_strings::LetterListStrings;
#[cfg(feature = "ssr")]
use super::letter_strings::LetterStrings;
use super::phrase::{Phrase, words};
#[cfg(feature = "ssr")]
use super::search_strings::SearchStrings;

/// Every message of the interface. Plurals and insertions of what a browser says are phrases, of what is only printed
/// functions.
#[cfg(feature = "ssr")]
pub struct Strings {
    /// Frame of the page.
    pub frame: FrameStrings,
    /// About the edition.
    pub about: AboutStrings,
    /// Words in all letters.
    pub search: SearchStrings,
    /// A letter.
    pub letter: LetterStrings,
    /// An entry of a register.
    pub entry: EntryStrings,
    /// What the views that live say.
    pub live: LiveStrings,
}

#[cfg(feature = "ssr")]
impl std::ops::Deref for Strings {
    type Target = LiveStrings;

    fn deref(&self) -> &LiveStrings {
        &self.live
    }
}

/// A browser has the messages of the views that live, in the language of the page, from the page itself.
#[cfg(not(feature = "ssr"))]
pub type Strings = LiveStrings;

words! {
    /// What the views that live say.
    pub struct LiveStrings {
        /// The views by their names, and what can go wrong with them.
        pub shell: ShellStrings,
        /// The list of letters, and correspondences.
        pub letters: LetterListStrings,
        /// The timeline of dates.
        pub timeline: TimelineStrings,
        /// Registers of persons, places and so on.
        pub register: RegisterStrings,
    }
}

#[cfg(feature = "ssr")]
/// Frame of the page.
pub struct FrameStrings {
    /// Skip link.
    pub skip: &'static str,
    /// Label of the button that closes a note or card.
    pub close: &'static str,
    /// Navigation: the letter.
    pub letter: &'static str,
    /// Navigation: words in all letters.
    pub search: &'static str,
    /// Navigation: about this edition.
    pub about: &'static str,
    /// Label of the main navigation.
    pub navigation: &'static str,
    /// No page at this address.
    pub not_found: &'static str,
    /// Button and heading of the settings.
    pub settings: &'static str,
    /// Setting: language of the interface.
    pub language: &'static str,
    /// A part of the edition is on its way.
    pub waiting: &'static str,
    /// What the footer says: text below every page.
    pub footer: &'static str,
}

words! {
    /// The views by their names, and what can go wrong with them.
    pub struct ShellStrings {
        /// Navigation: the list of letters.
        pub letters: &'static str,
        /// Label of the way to the years of letters.
        pub years: &'static str,
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
        /// The edition could not be opened; a full stop and the reason follow.
        pub failed: &'static str,
        /// It is not an edition.
        pub failed_foreign: &'static str,
        /// Other format: (found, expected).
        pub failed_version: Phrase,
        /// (files): which, and what still works.
        pub unavailable_parts: Phrase,
        /// Cut off.
        pub failed_truncated: &'static str,
        /// Damaged.
        pub failed_damaged: &'static str,
    }
}

#[cfg(feature = "ssr")]
/// About the edition.
pub struct AboutStrings {
    /// Said to readers without scripts where the edition is one file: its letters are there; they are compressed.
    pub one_file: [&'static str; 2],
    /// Button: the whole edition is kept for reading without a network.
    pub keep: &'static str,
    /// Heading: source and rights.
    pub rights: &'static str,
    /// Heading: what is in it.
    pub contents: &'static str,
    /// (letters) counted.
    pub letters: fn(usize) -> String,
    /// (dates) counted.
    pub dates: fn(usize) -> String,
    /// Who edits it.
    pub editors: &'static str,
    /// Before the files that could not be read.
    pub left_out: &'static str,
    /// Link: the source files.
    pub sources: &'static str,
    /// 1024 bytes, behind a number.
    pub kilobytes: &'static str,
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

words! {
    /// Registers of persons, places and so on.
    pub struct RegisterStrings {
        /// Label of the look-up field.
        pub look_up: &'static str,
        /// How many there are, and how many are shown of how many.
        pub found: [Phrase; 2],
        /// Nothing is shown.
        pub nothing: &'static str,
        /// Takes all filters back.
        pub clear: &'static str,
        /// Name, dates, sent, received, mentioned, years of letters; the dates of persons.
        pub columns: [&'static str; 7],
        /// Of places: sent from there, received there.
        pub place_columns: [&'static str; 2],
        /// Label of the filters.
        pub filters: &'static str,
        /// Filter: part in the correspondence.
        pub role: &'static str,
        /// Any part, sender, recipient, mentioned only.
        pub roles: [&'static str; 4],
        /// Filter: time of the letters.
        pub period: &'static str,
        /// Any time.
        pub any_period: &'static str,
        /// A decade by its first year.
        pub decade: Phrase,
        /// Filter: identified in an authority file.
        pub identified: &'static str,
        /// Either, with, without.
        pub identifieds: [&'static str; 3],
        /// Shows entries that no letter mentions as well: (how many).
        pub unmentioned: Phrase,
        /// Label of the bar of initials.
        pub initials: &'static str,
        /// Between a name and the one it points to.
        pub see: &'static str,
        /// Before another name by which an entry was found.
        pub found_by: &'static str,
    }
}

#[cfg(feature = "ssr")]
/// An entry of a register.
pub struct EntryStrings {
    /// No entry at this address.
    pub not_found: &'static str,
    /// What was asked for, in quotation marks: (identifier).
    pub not_found_id: fn(&str) -> String,
    /// Other forms of the name.
    pub other_names: &'static str,
    /// Identifiers in authority files.
    pub authorities: &'static str,
    /// What a register says: places of birth and death, nationality, residence, education, affiliation, what happened, country,
    /// coordinates.
    pub facts: [&'static str; 9],
    /// In which way another entry belongs with this one: author, holder, whole, parts, offices, organisations,
    /// persons, works, events, places.
    pub relations: [&'static str; 10],
    /// Heading: letters sent. Of a place: sent from there.
    pub sent: [&'static str; 2],
    /// Heading: letters received. Of a place: received there.
    pub received: [&'static str; 2],
    /// Heading: mentions in the text of letters.
    pub in_text: &'static str,
    /// Heading: mentions in notes.
    pub in_notes: &'static str,
    /// Heading: mentions in the lines about the print.
    pub in_imprint: &'static str,
    /// In place of all lists.
    pub nowhere: &'static str,
    /// Heading: year by year.
    pub years: &'static str,
    /// (letters) sent.
    pub sent_count: fn(usize) -> String,
    /// (letters) received.
    pub received_count: fn(usize) -> String,
    /// (mentions) counted.
    pub mention_count: fn(usize) -> String,
    /// A note by its label.
    pub note: fn(&str) -> String,
}

words! {
    /// The timeline of dates.
    pub struct TimelineStrings {
        /// Kinds of dates, in the order of `MomentKind::ALL`: as the word of one date.
        pub kinds: [&'static str; 5],
        /// In the note with this label.
        pub in_note: Phrase,
        /// Lanes: sent, received, mentioned, in notes, printing.
        pub lanes: [&'static str; 5],
        /// Lane: letters from a correspondent.
        pub lane_from: Phrase,
        /// Lane: letters to a correspondent.
        pub lane_to: Phrase,
        /// Label of the switches of kinds.
        pub kinds_label: &'static str,
        /// Label of the axis, with its keys.
        pub axis: &'static str,
        /// (dates) that lie wholly in a bin.
        pub dates: Phrase,
        /// (dates) that may lie in it.
        pub possible: Phrase,
        /// (spans) that go on in it.
        pub lasting: Phrase,
        /// A bin without dates.
        pub nothing: &'static str,
        /// Lengths of time, counted: days, months, years.
        pub lengths: [Phrase; 3],
        /// After the length of a fold.
        pub folded: &'static str,
        /// Why: the letter gives none, the words give no value.
        pub undated_why: [&'static str; 2],
        /// Labels of the two date fields.
        pub from_to: [&'static str; 2],
        /// How to write a month, in letters that stand for figures.
        pub field_form: &'static str,
        /// What a date field takes.
        pub field_hint: &'static str,
        /// What was typed is no date.
        pub field_wrong: &'static str,
        /// Label: correspondent, and everyone.
        pub with: [&'static str; 2],
        /// Label: width of a bin, and automatic.
        pub scale: [&'static str; 2],
        /// Day, week, month, quarter, year, five years, decade.
        pub scales: [&'static str; 7],
        /// Switch: fold empty stretches.
        pub fold: &'static str,
        /// Switch: the numbers as a table.
        pub table: &'static str,
        /// Table headings: period, may lie in it, spans.
        pub table_heads: [&'static str; 3],
        /// Button: one step out.
        pub up: &'static str,
        /// Button: into the picked bins.
        pub enter_picked: &'static str,
        /// Button: everything again.
        pub reset: &'static str,
        /// Switch: from a letter, the dates near it.
        pub around: &'static str,
        /// How many dates there are, and how many are listed of how many.
        pub status: [Phrase; 2],
        /// The chosen width gave too many bins.
        pub too_fine: &'static str,
        /// Heading of the chronology in words.
        pub in_words: &'static str,
        /// Where words stand: in the letter, in the lines about the print.
        pub places: [&'static str; 2],
        /// Counted from, or completed from: the date of the letter, a date before it.
        pub counted_from: [Phrase; 2],
        /// What is not printed was taken from: the date of the letter, a date before it.
        pub taken_from: [Phrase; 2],
        /// Counted back from the date of the letter; only the length is said.
        pub counted_back: Phrase,
        /// How sure: probable, a guess, not said.
        pub certainties: [&'static str; 3],
        /// The other date of a double date: in Old Style.
        pub old_style: Phrase,
        /// The words do not say which calendar.
        pub no_style: &'static str,
        /// Link to all dates of a bin: (how many).
        pub all: Phrase,
        /// Button: shows the rest of the list: (how many).
        pub rest: Phrase,
        /// No dates at all.
        pub empty: &'static str,
    }
}
