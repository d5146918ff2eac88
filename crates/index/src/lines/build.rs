//! Lines are written, in each language of the interface.

use super::{leaf_size, told};
use crate::catalogue::{number, shared};
use crate::{Catalogue, LetterRow, Party};
use dates::{Date, DateForm, DayNumber, Edtf, Language, Names, bounds, display, names};
use edition::{EntryKind, LetterId};
use search::{put, put_bytes, sealed};

/// The lines of the letters of a catalogue in a language (BCP 47), for the index of words with a number.
#[must_use]
pub fn lines(catalogue: &Catalogue, language: &str, id: u32) -> Vec<u8> {
    sealed(id, body(catalogue, language))
}

/// The same letters in leaves of so many as [`leaf_size`](super::leaf_size) says, the last with what is left. A line is
/// `ADDRESS DATE FROM TO LANGUAGE KNOWN-BY`, its parts apart by tabs.
#[must_use]
pub fn leaves(
    catalogue: &Catalogue,
    language: &str,
    id: u32,
    address: &dyn Fn(&LetterId) -> String,
) -> Vec<Vec<u8>> {
    let names = names(Language::of_tag(language));
    let leaf = |rows: &[LetterRow]| {
        let mut out = String::new();
        rows.iter().for_each(|row| put_line(&mut out, catalogue, row, (names, address)));
        sealed(id, out.into_bytes())
    };
    catalogue.letters.chunks(leaf_size(catalogue.letters.len()).max(1)).map(leaf).collect()
}

fn put_line(
    out: &mut String,
    catalogue: &Catalogue,
    row: &LetterRow,
    (names, address): (&Names, &dyn Fn(&LetterId) -> String),
) {
    let date = row.date.as_ref().map_or_else(String::new, |date| date.words(names));
    let [from, to] = [&row.senders, &row.recipients].map(|who| catalogue.names_of(who));
    let parts = [&*address(&row.id), &date, &from, &to, catalogue.language_of(row), &row.known_by];
    for (nth, part) in parts.into_iter().enumerate() {
        out.extend((nth > 0).then_some('\t'));
        out.extend(part.chars().map(|sign| if sign.is_control() { ' ' } else { sign }));
    }
    out.push('\n');
}

/// The same before it belongs to an index.
pub(crate) fn body(catalogue: &Catalogue, language: &str) -> Vec<u8> {
    let names = names(Language::of_tag(language));
    let mut out = Vec::new();
    put_parties(&mut out, &catalogue.parties);
    put_parties(&mut out, &catalogue.places);
    put_texts(&mut out, &catalogue.languages);
    let months: Vec<Box<str>> = (1..=12).map(|month| around(month, names).into()).collect();
    put_texts(&mut out, &months);
    put(&mut out, number(catalogue.letters.len()));
    let mut before = "";
    for row in &catalogue.letters {
        let id = row.id.as_str();
        let shared = shared(before, id);
        put(&mut out, number(shared));
        put_bytes(&mut out, &id.as_bytes()[shared..]);
        before = id;
    }
    let mut last = 0;
    catalogue.letters.iter().for_each(|row| put_date(&mut out, row, names, &months, &mut last));
    for row in &catalogue.letters {
        for side in [&row.senders, &row.recipients] {
            put(&mut out, number(side.len()));
            side.iter().for_each(|(party, _)| put(&mut out, *party));
        }
        if row.senders.is_empty() && row.recipients.is_empty() {
            put_bytes(&mut out, row.known_by.as_bytes());
        }
    }
    for row in &catalogue.letters {
        put(&mut out, row.place.map_or(0, |place| place + 1));
        put(&mut out, row.language);
    }
    out
}

/// What stands between day and year of a month; empty where days are not worded like that.
fn around(month: u8, names: &Names) -> String {
    let words = display(&Edtf::Date(Date::day(1900, month, 2)), names, DateForm::Long);
    let between = words.strip_prefix('2').and_then(|rest| rest.strip_suffix("1900"));
    between.unwrap_or_default().to_owned()
}

fn put_texts(out: &mut Vec<u8>, texts: &[Box<str>]) {
    put(out, number(texts.len()));
    texts.iter().for_each(|text| put_bytes(out, text.as_bytes()));
}

fn put_parties(out: &mut Vec<u8>, parties: &[Party]) {
    put(out, number(parties.len()));
    for Party { name, sort_name, entry } in parties {
        put_bytes(out, name.as_bytes());
        put_bytes(out, sort_name.as_bytes());
        let kind = |kind: &EntryKind| EntryKind::REGISTERS.iter().position(|known| known == kind);
        match entry.as_ref().and_then(|(of, id)| Some((kind(of)?, id))) {
            Some((kind, id)) => {
                put(out, number(kind + 1));
                put_bytes(out, id.as_str().as_bytes());
            }
            None => put(out, 0),
        }
    }
}

fn put_date(out: &mut Vec<u8>, row: &LetterRow, names: &Names, months: &[Box<str>], last: &mut i32) {
    let Some(date) = &row.date else { return put(out, 0) };
    let mut put_day = |out: &mut Vec<u8>, day: i32| {
        put(out, unsigned(day.wrapping_sub(*last)));
        *last = day;
    };
    let words = date.words(names);
    let Some(meaning) = &date.meaning else {
        put(out, told::WORDS);
        return put_bytes(out, words.as_bytes());
    };
    let bounds = bounds(meaning);
    let (first, last) = (bounds.earliest.map(|day| day.0), bounds.latest.map(|day| day.0));
    if let (Some(day), true) = (first, first == last) {
        let (year, month, nth) = DayNumber(day).gregorian();
        let month = usize::from(month).checked_sub(1).and_then(|at| months.get(at));
        let plain = month.map(|month| format!("{nth}{month}{year}"));
        if plain.as_deref() == Some(&*words) && row.years == Some((year, year)) {
            put(out, told::DAY);
            return put_day(out, day);
        }
    }
    let bit = |is: bool, bit: u32| if is { bit } else { 0 };
    let told = bit(first.is_some(), told::FIRST)
        | bit(last.is_some(), told::LAST)
        | bit(row.years.is_some(), told::YEARS)
        | told::WORDS;
    put(out, told);
    put_bytes(out, words.as_bytes());
    [first, last].into_iter().flatten().for_each(|day| put_day(out, day));
    if let Some((first, last)) = row.years {
        put(out, unsigned(first));
        put(out, unsigned(last.wrapping_sub(first)));
    }
}

/// See [`super::signed`].
fn unsigned(signed: i32) -> u32 {
    ((signed << 1) ^ (signed >> 31)).cast_unsigned()
}
