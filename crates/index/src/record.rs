//! A letter as a record, for search engines and other programs.

use crate::catalogue::{Catalogue, LetterRow, Party};
use crate::full_text::{each_mention, paragraphs};
use dates::{DateForm, DayNumber, Language, bounds, display, names, print_edtf};
use edition::{Edition, Entry, EntryId, EntryKind, Letter, Mention};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// A letter, flat. Fields without a value are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Record {
    /// Its identifier in the edition.
    pub id: String,
    /// Its page. Filled in by who knows where the edition stands.
    pub url: String,
    /// The source's title, else sender and recipient.
    pub title: String,
    /// The number that the source gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The date as EDTF, with all its uncertainty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The date in words of the edition's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_text: Option<String>,
    /// The first day it can be of: `1921-03-17`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_from: Option<String>,
    /// The last day it can be of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_to: Option<String>,
    /// The first day as a number of days since 1 January 1970, for engines that sort by numbers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_from: Option<i32>,
    /// The last day, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_to: Option<i32>,
    /// The first year it can be of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Who sent it.
    pub from: Vec<String>,
    /// Who received it.
    pub to: Vec<String>,
    /// Where it was sent from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Its language (BCP 47).
    pub language: String,
    /// The persons that the text or a note mentions, by the names of the register.
    pub persons: Vec<String>,
    /// The organisations, likewise.
    pub organisations: Vec<String>,
    /// The places, likewise.
    pub places: Vec<String>,
    /// The works, likewise.
    pub works: Vec<String>,
    /// Every other name that the register has for what is mentioned, for whoever sent or received the letter too.
    pub other_names: Vec<String>,
    /// The entries of the register that the fields above name, each once, and those of events and offices.
    pub entries: Vec<RecordEntry>,
    /// The pages of the print that it stands on.
    pub pages: Vec<String>,
    /// The text as it is read, its paragraphs apart by an empty line.
    pub text: String,
    /// The text as it was written, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_as_written: Option<String>,
    /// The notes, each on its own.
    pub notes: Vec<String>,
}

/// An entry of the register that a letter has to do with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordEntry {
    /// Its identifier in the edition.
    pub id: String,
    /// `person`, `organisation`, `place`, `work`, `event`, `office`
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// What it is to the letter: `from`, `to`, `place`, `mentioned`; one or more of these, in this order.
    pub roles: Vec<&'static str>,
    /// Its page. Filled in by who knows where the edition stands.
    pub url: String,
    /// Its addresses in authority files. Filled in by who knows how they are made.
    pub same_as: Vec<String>,
}

/// A record of each letter, in the order of the edition.
pub fn records<'e>(edition: &'e Edition, catalogue: &'e Catalogue) -> impl Iterator<Item = Record> + 'e {
    let entries: HashMap<&EntryId, &Entry> =
        edition.register.entries.iter().map(|entry| (&entry.id, entry)).collect();
    let language = Language::of_tag(&edition.header.language);
    edition
        .letters
        .iter()
        .zip(&catalogue.letters)
        .map(move |(letter, row)| record(letter, row, catalogue, &entries, language))
}

fn record(
    letter: &Letter,
    row: &LetterRow,
    catalogue: &Catalogue,
    entries: &HashMap<&EntryId, &Entry>,
    language: Language,
) -> Record {
    let mut named = Named { entries, seen: BTreeSet::new(), record: Record::default() };
    for party in catalogue.parties_of(&row.senders) {
        named.party(party, "from");
        named.record.from.push(party.name.to_string());
    }
    for party in catalogue.parties_of(&row.recipients) {
        named.party(party, "to");
        named.record.to.push(party.name.to_string());
    }
    if let Some(place) = row.place.and_then(|at| catalogue.places.get(at as usize)) {
        named.party(place, "place");
        named.record.place = Some(place.name.to_string());
    }
    each_mention(letter, &mut |mention| named.mention(mention));

    let mut record = named.record;
    record.id = letter.id.to_string();
    record.number = letter.number.as_deref().map(str::to_owned);
    record.language = letter.language.to_string();
    record.title = letter.title.as_deref().map_or_else(|| title(&record), str::to_owned);
    when(&mut record, row, language);
    let all = paragraphs(&letter.text);
    let joined = |texts: Vec<&str>| {
        // Deletions leave blanks on both sides.
        let texts = texts.into_iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
    };
    record.text = joined(all.iter().map(|paragraph| &*paragraph.reading).collect());
    let written = joined(all.iter().map(|paragraph| &*paragraph.written).collect());
    record.text_as_written = Some(written).filter(|written| *written != record.text);
    record.pages = letter.first_page.iter().map(|page| page.page.to_string()).collect();
    record.pages.extend(all.into_iter().flat_map(|paragraph| paragraph.pages));
    record.notes = letter
        .notes
        .iter()
        .map(|note| joined(paragraphs(&note.blocks).iter().map(|paragraph| &*paragraph.reading).collect()))
        .collect();
    record
}

/// What a letter is called that the source gives no title.
fn title(record: &Record) -> String {
    let sides = [record.from.join(", "), record.to.join(", ")];
    sides.iter().filter(|side| !side.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" – ")
}

fn when(record: &mut Record, row: &LetterRow, language: Language) {
    let Some(date) = &row.date else { return };
    let Some(meaning) = &date.meaning else {
        record.date_text = Some(date.as_written.to_string());
        return;
    };
    let iso = |DayNumber(day)| {
        let (year, month, day) = DayNumber(day).gregorian();
        // RFC 3339 has years of four figures, and so have the engines.
        (0..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}"))
    };
    let bounds = bounds(meaning);
    record.date = Some(print_edtf(meaning));
    record.date_text = Some(display(meaning, names(language), DateForm::Long));
    record.date_from = bounds.earliest.and_then(iso);
    record.date_to = bounds.latest.and_then(iso);
    record.day_from = bounds.earliest.map(|day| day.0);
    record.day_to = bounds.latest.map(|day| day.0);
    record.year = row.years.map(|(first, _)| first);
}

/// Takes in who and what is named.
struct Named<'e> {
    entries: &'e HashMap<&'e EntryId, &'e Entry>,
    seen: BTreeSet<EntryId>,
    record: Record,
}

impl Named<'_> {
    /// The other names of a correspondent or a place; its name stands in a field of its own.
    fn party(&mut self, party: &Party, role: &'static str) {
        let entry = party.entry.as_ref().and_then(|(_, id)| self.entries.get(id).copied());
        entry.into_iter().for_each(|entry| self.entry(entry, role));
        for form in entry.into_iter().flat_map(|entry| &entry.forms) {
            put(&mut self.record.other_names, &form.text);
        }
    }

    fn mention(&mut self, mention: &Mention) {
        if mention.targets.is_empty()
            && let Some(names) = self.names_of(mention.kind)
        {
            put(names, &mention.as_written);
        }
        for id in &mention.targets {
            let Some(entry) = self.entries.get(id).copied().filter(|_| self.seen.insert(id.clone())) else {
                continue;
            };
            self.entry(entry, "mentioned");
            if let Some(names) = self.names_of(entry.kind) {
                put(names, &entry.name);
            }
            for form in &entry.forms {
                put(&mut self.record.other_names, &form.text);
            }
        }
    }

    /// Takes an entry in once, with all that it is to the letter. An abbreviation has no page, and is none.
    fn entry(&mut self, entry: &Entry, role: &'static str) {
        if !EntryKind::REGISTERS.contains(&entry.kind) {
            return;
        }
        let entries = &mut self.record.entries;
        if let Some(known) = entries.iter_mut().find(|known| known.id == entry.id.as_str()) {
            if !known.roles.contains(&role) {
                known.roles.push(role);
            }
            return;
        }
        let (id, name) = (entry.id.to_string(), entry.name.to_string());
        entries.push(RecordEntry {
            id,
            kind: entry.kind.word(),
            name,
            roles: vec![role],
            url: String::new(),
            same_as: Vec::new(),
        });
    }

    fn names_of(&mut self, kind: EntryKind) -> Option<&mut Vec<String>> {
        match kind {
            EntryKind::Person => Some(&mut self.record.persons),
            EntryKind::Organisation => Some(&mut self.record.organisations),
            EntryKind::Place => Some(&mut self.record.places),
            EntryKind::Work => Some(&mut self.record.works),
            EntryKind::Event | EntryKind::Office | EntryKind::Abbreviation => None,
        }
    }
}

/// Takes a name in once.
fn put(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

#[cfg(test)]
mod tests;
