//! The register in parts: a list of each kind, and the entries by identifier.

use super::{PART, Parts, size};
use crate::manifest::Range;
use crate::part::{EntryBody, EntryHead, Part, RegisterRow, Related};
use crate::seal::OpenError;
use edition::{Abbreviation, Edition, Entry, EntryId, EntryKind};
use index::{EntryRecord, Indexes, Setting};
use std::collections::{BTreeMap, BTreeSet};

/// What a card or a line says of each entry.
pub(super) fn heads<'e>(edition: &'e Edition, indexes: &Indexes) -> BTreeMap<&'e EntryId, EntryHead> {
    let register = &edition.register;
    let mut abbreviations: BTreeMap<&EntryId, Vec<&Abbreviation>> = BTreeMap::new();
    for known in &register.abbreviations {
        if let Some(id) = &known.entry {
            abbreviations.entry(id).or_default().push(known);
        }
    }
    let entries = register.entries.iter().zip(&indexes.entries);
    entries
        .map(|(entry, record)| {
            let known = abbreviations.get(&entry.id).map_or(&[][..], Vec::as_slice);
            (&entry.id, head(entry, record, known))
        })
        .collect()
}

fn head(entry: &Entry, record: &EntryRecord, abbreviations: &[&Abbreviation]) -> EntryHead {
    let mut mentioned = [0; 3];
    for occurrence in &record.occurrences {
        mentioned[match occurrence.setting {
            Setting::Text => 0,
            Setting::Note(_) => 1,
            Setting::Imprint => 2,
        }] += 1;
    }
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    EntryHead {
        entry: entry.clone(),
        abbreviations: abbreviations.iter().map(|known| (known.short.clone(), known.long.clone())).collect(),
        collation: record.collation,
        sent: count(record.sent.len()),
        received: count(record.received.len()),
        mentioned,
        years: record.first_year.zip(record.last_year),
    }
}

/// The list of a kind, in the order of the register.
pub(super) fn register(
    edition: &Edition,
    indexes: &Indexes,
    heads: &BTreeMap<&EntryId, EntryHead>,
    kind: EntryKind,
) -> Vec<RegisterRow> {
    let entries = edition.register.entries.iter().zip(&indexes.entries);
    let of_kind = entries.filter(|(entry, _)| entry.kind == kind);
    of_kind
        .filter_map(|(entry, record)| {
            let mut head = heads.get(&entry.id)?.clone();
            head.entry.forms.clear();
            Some(RegisterRow {
                head,
                initial: record.initial.clone(),
                names: record.names.clone(),
                sees: record.sees.clone(),
                decades: decades(indexes, record),
            })
        })
        .collect()
}

/// Longest time that a letter of uncertain date is counted in: longer ones say nothing about the decade.
const UNCERTAIN: i32 = 1000;

/// First years of the decades that an entry's letters can be of.
fn decades(indexes: &Indexes, record: &EntryRecord) -> Vec<i32> {
    let letters = record.sent.iter().chain(&record.received).map(|share| share.letter);
    let letters = letters.chain(record.occurrences.iter().map(|occurrence| occurrence.letter));
    let letters: BTreeSet<u32> = letters.collect();
    let mut out = BTreeSet::new();
    for letter in letters {
        let row = indexes.catalogue.letters.get(letter as usize);
        let Some((first, last)) = row.and_then(|row| row.years) else { continue };
        let mut decade = first.div_euclid(10) * 10;
        while decade <= last.min(first.saturating_add(UNCERTAIN)) {
            out.insert(decade);
            decade += 10;
        }
    }
    out.into_iter().collect()
}

/// Cuts the entries into parts, by identifier.
pub(super) fn entries(
    parts: &mut Parts,
    edition: &Edition,
    indexes: &Indexes,
    heads: &BTreeMap<&EntryId, EntryHead>,
) -> Result<Vec<Range<EntryId>>, OpenError> {
    let mut records: Vec<(&Entry, &EntryRecord)> =
        edition.register.entries.iter().zip(&indexes.entries).collect();
    records.sort_by_key(|(entry, _)| &entry.id);
    let related = related(edition);
    let mut ranges = Vec::new();
    let (mut part, mut bytes) = (Vec::new(), 0);
    for (entry, record) in records {
        let Some(head) = heads.get(&entry.id) else { continue };
        let mut others: Vec<(u32, Related)> = Vec::new();
        for (other, forth) in related.get(&entry.id).into_iter().flatten() {
            let Some(known) = heads.get(other) else { continue };
            let (kind, name) = (known.entry.kind, known.entry.name.clone());
            others.push((known.collation, Related { id: (*other).clone(), kind, name, forth: *forth }));
        }
        others.sort_by_key(|(collation, _)| *collation);
        let body = EntryBody {
            head: head.clone(),
            related: others.into_iter().map(|(_, other)| other).collect(),
            sent: record.sent.clone(),
            received: record.received.clone(),
            occurrences: record.occurrences.clone(),
        };
        let more = size(&body);
        if bytes + more > PART && !part.is_empty() {
            close(parts, &mut ranges, std::mem::take(&mut part))?;
            bytes = 0;
        }
        bytes += more;
        part.push(body);
    }
    if !part.is_empty() {
        close(parts, &mut ranges, part)?;
    }
    Ok(ranges)
}

fn close(parts: &mut Parts, ranges: &mut Vec<Range<EntryId>>, part: Vec<EntryBody>) -> Result<(), OpenError> {
    let Some(first) = part.first().map(|body| body.head.entry.id.clone()) else { return Ok(()) };
    let part = parts.add(&Part::Entries(part))?;
    ranges.push(Range { first, part });
    Ok(())
}

/// The entries that belong with each entry, and whether it is the one that says so: the register says it on one side.
fn related(edition: &Edition) -> BTreeMap<&EntryId, BTreeMap<&EntryId, bool>> {
    let mut out: BTreeMap<&EntryId, BTreeMap<&EntryId, bool>> = BTreeMap::new();
    for entry in &edition.register.entries {
        for other in entry.related.iter().filter(|other| **other != entry.id) {
            out.entry(&entry.id).or_default().insert(other, true);
            out.entry(other).or_default().entry(&entry.id).or_insert(false);
        }
    }
    out
}
