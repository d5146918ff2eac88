//! The messages of letters and of lists of them.

use super::phrase::{Phrase, words};
#[cfg(feature = "ssr")]
use dates::{Duration, Rule};

words! {
    /// The list of letters, and correspondences.
    pub struct LetterListStrings {
        /// What has no date: heading, and bin of the timeline.
        pub without_date: &'static str,
        /// (sender, addressee) as a heading.
        pub from_to: Phrase,
        /// A correspondent that nobody names.
        pub unknown: &'static str,
        /// Link: all letters between the two.
        pub correspondence: &'static str,
        /// Label of the filters.
        pub filters: &'static str,
        /// Sender, recipient, correspondence, year, place, language.
        pub facets: [&'static str; 6],
        /// No choice.
        pub any: &'static str,
        /// Label of the order.
        pub order: &'static str,
        /// The earliest first, the latest first, by sender, by recipient.
        pub orders: [&'static str; 4],
        /// How many letters there are, and how many are shown of how many.
        pub found: [Phrase; 2],
        /// Nothing fits.
        pub nothing: &'static str,
        /// Link: take all filters back.
        pub clear: &'static str,
        /// (one, other): the title of a correspondence.
        pub between: Phrase,
        /// (length): so long no letter.
        pub gap: Phrase,
        /// Link: these letters in the chronology.
        pub on_timeline: &'static str,
        /// In letters without a date.
        pub undated: &'static str,
        /// Before the sender of a letter.
        pub from: &'static str,
        /// Before the recipient of a letter.
        pub to: &'static str,
        /// Who says so: source, editor, machine.
        pub origins: [&'static str; 3],
        /// What editors go by (TEI `evidence`): the letter itself, what is outside of it, a conjecture.
        pub evidence: [&'static str; 3],
    }
}

#[cfg(feature = "ssr")]
/// A letter.
pub struct LetterStrings {
    /// Before the place it was sent from.
    pub sent_from: &'static str,
    /// Before the place it was sent to.
    pub sent_to: &'static str,
    /// Before the letter it answers.
    pub answers: &'static str,
    /// Label of the links to the parts of the page.
    pub on_this_page: &'static str,
    /// Link to the notes.
    pub notes_short: &'static str,
    /// Link to the names.
    pub names_short: &'static str,
    /// Link to the dates.
    pub dates_short: &'static str,
    /// Link to the source.
    pub source_short: &'static str,
    /// Button: how the letter is cited, and shown in other pages.
    pub share: &'static str,
    /// Heading of the notes.
    pub notes: &'static str,
    /// The author's notes, the editor's, those on the text.
    pub series: [&'static str; 3],
    /// Heading of what editors say of the letter as a whole.
    pub commentary: &'static str,
    /// Heading of the names.
    pub names: &'static str,
    /// Heading of the dates.
    pub dates: &'static str,
    /// Heading of the source.
    pub source: &'static str,
    /// Heading of the key of marks.
    pub key: &'static str,
    /// What a raised number is.
    pub key_note: &'static str,
    /// An abbreviation of no entry.
    pub key_abbreviation: &'static str,
    /// A name that the program assigned to its entry.
    pub key_inferred_name: &'static str,
    /// A name that nobody identified.
    pub key_proposed: &'static str,
    /// What the editor of the print supplied.
    pub key_supplied: &'static str,
    /// Switch: hides the notes of a series.
    pub hide_series: &'static str,
    /// How the words of a date were read.
    pub rule: fn(Rule) -> &'static str,
    /// Hidden word before the number of a note, with a blank.
    pub note_before: &'static str,
    /// (reference) of a link back to a call.
    pub back_to: fn(&str) -> String,
    /// Label of a link to a paragraph.
    pub permalink: &'static str,
    /// (page) as a mark in the margin.
    pub page: fn(&str) -> String,
    /// A page has no number in the source.
    pub page_inferred: &'static str,
    /// Signs of the transcription: deleted, added, restored, unclear, damaged, surplus, supplied, letters of an
    /// abbreviation, its sign, variant, another hand, number on the page.
    pub signs: [&'static str; 12],
    /// How words were added, deleted or lost, in the order of the view's table.
    pub manners: [&'static str; crate::text::MANNERS_IN_WORDS],
    /// Looks on the paper: underlined, Latin script, printed, stamped, typed.
    pub looks: [&'static str; 5],
    /// (number if known, unit) of what is missing: characters, words, lines, pages.
    pub amount: fn(Option<u16>, usize) -> String,
    /// Missing words.
    pub gap: &'static str,
    /// Abbreviations written out, spelling of today: in the key.
    pub choices: [&'static str; 2],
    /// The way to the image of a page.
    pub facsimile: &'static str,
    /// Before a correction.
    pub corrected: &'static str,
    /// There is no signature.
    pub no_signature: &'static str,
    /// Label of the links to other letters of the edition.
    pub neighbors: &'static str,
    /// Label of the links to other letters between the same two.
    pub neighbors_between: &'static str,
    /// The letter before.
    pub previous: &'static str,
    /// The letter after.
    pub next: &'static str,
    /// What the lines about the print tell: author, first publication, basis, edition, pages, translation, digital text,
    /// way of the letter, not understood, the paper, editors.
    pub imprint: [&'static str; 11],
    /// One of several entries is meant.
    pub one_of: &'static str,
    /// All of several entries are meant.
    pub all_of: &'static str,
    /// What one of a register is called: person, place, organisation, work, event, office.
    pub one_kind: [&'static str; 6],
    /// Nobody said who or what this is.
    pub not_identified: &'static str,
    /// Before who identified a name, and how surely.
    pub identification: &'static str,
    /// A pronoun or the like.
    pub implied: &'static str,
    /// Steps of a letter's way: sent at another date, received, carried, redirected, forwarded, delivered, another.
    pub steps: [&'static str; 7],
    /// The part of a sender.
    pub sender: &'static str,
    /// The part of a recipient.
    pub recipient: &'static str,
    /// Before the part in this letter.
    pub in_this_letter: &'static str,
    /// Before the counts of the whole edition.
    pub in_edition: &'static str,
    /// (times) named in the text.
    pub times_in_text: fn(usize) -> String,
    /// (times) named in the notes.
    pub times_in_notes: fn(usize) -> String,
    /// (times) named in the lines about the print.
    pub times_in_imprint: fn(usize) -> String,
    /// (number) of a mention in the text.
    pub mention_in_text: fn(&str) -> String,
    /// (number, note) of a mention in a note.
    pub mention_in_note: fn(&str, &str) -> String,
    /// (number) of a mention in the lines about the print.
    pub mention_in_imprint: fn(&str) -> String,
    /// Before the words of a date as printed.
    pub printed: &'static str,
    /// Before the words of a date as the edition has it.
    pub stated: &'static str,
    /// A length of time.
    pub duration: fn(Duration) -> String,
    /// Words that no value can be given.
    pub no_value: &'static str,
}
