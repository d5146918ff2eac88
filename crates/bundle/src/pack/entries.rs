//! The register in parts: a list of each kind, and the entries by identifier.

use super::body::{Body, Kind, List, append};
use super::{PART, Parts};
use crate::manifest::Range;
use crate::part::{EntryHead, Related};
use crate::seal::OpenError;
use edition::{Abbreviation, Edition, Entry, EntryId, EntryKind};
use index::{EntryRecord, Indexes, Setting};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a card or a line says of each entry, by identifier.
pub(super) struct Heads<'e> {
    heads: Vec<Head>,
    /// Where the head of an entry is. Asked for each mention, so by hash; its order is never seen.
    places: HashMap<&'e EntryId, u32>,
}

struct Head {
    encoded: Vec<u8>,
    /// The same without the forms of the name, as registers have it.
    short: EntryHead,
}

impl<'e> Heads<'e> {
    pub(super) fn of(edition: &'e Edition, indexes: &Indexes) -> Result<Self, OpenError> {
        let register = &edition.register;
        let mut abbreviations: BTreeMap<&EntryId, Vec<&Abbreviation>> = BTreeMap::new();
        for known in &register.abbreviations {
            if let Some(id) = &known.entry {
                abbreviations.entry(id).or_default().push(known);
            }
        }
        let entries = register.entries.iter().zip(&indexes.entries);
        let by_id: BTreeMap<&EntryId, (&Entry, &EntryRecord)> =
            entries.map(|(entry, record)| (&entry.id, (entry, record))).collect();
        let (mut heads, mut places) = (Vec::with_capacity(by_id.len()), HashMap::with_capacity(by_id.len()));
        for (place, (id, (entry, record))) in (0..).zip(by_id) {
            let known = abbreviations.get(id).map_or(&[][..], Vec::as_slice);
            let mut head = head(entry, record, known);
            let encoded = append(Vec::new(), &head)?;
            head.entry.forms = Vec::new();
            heads.push(Head { encoded, short: head });
            places.insert(id, place);
        }
        Ok(Self { heads, places })
    }

    /// Where the head of an entry is; the order is that of the identifiers.
    pub(super) fn place(&self, id: &EntryId) -> Option<u32> {
        self.places.get(id).copied()
    }

    /// A head as it is packed.
    pub(super) fn encoded(&self, place: u32) -> &[u8] {
        self.heads.get(place as usize).map_or(&[], |head| &head.encoded)
    }

    fn get(&self, id: &EntryId) -> Option<&Head> {
        self.heads.get(self.place(id)? as usize)
    }
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

/// The list of a kind, in the order of the register, and how many are in it; none of a kind that has no entries.
pub(super) fn register(
    edition: &Edition,
    indexes: &Indexes,
    heads: &Heads<'_>,
    kind: EntryKind,
) -> Result<Option<(Body, u32)>, OpenError> {
    let entries = edition.register.entries.iter().zip(&indexes.entries);
    let mut rows = List::default();
    for (entry, record) in entries.filter(|(entry, _)| entry.kind == kind) {
        let Some(head) = heads.get(&entry.id) else { continue };
        // The fields of a `RegisterRow`.
        let decades = decades(indexes, record);
        rows.push(&(&head.short, &record.initial, &record.names, &record.sees, decades))?;
    }
    if rows.count == 0 {
        return Ok(None);
    }
    Ok(Some((Body::of_lists(Kind::Register, &[&rows])?, rows.count)))
}

/// Longest time that a letter of uncertain date is counted in: longer ones say nothing about the decade.
const UNCERTAIN: i32 = 1000;

/// First years of the decades that an entry's letters can be of.
fn decades(indexes: &Indexes, record: &EntryRecord) -> Vec<i32> {
    let letters = record.sent.iter().chain(&record.received).map(|share| share.letter);
    let letters = letters.chain(record.occurrences.iter().map(|occurrence| occurrence.letter));
    let mut out = BTreeSet::new();
    let mut before = None;
    for letter in letters {
        // The mentions of a letter stand together.
        if before.replace(letter) == Some(letter) {
            continue;
        }
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
    heads: &Heads<'_>,
) -> Result<Vec<Range<EntryId>>, OpenError> {
    let mut records: Vec<(&Entry, &EntryRecord)> =
        edition.register.entries.iter().zip(&indexes.entries).collect();
    records.sort_by_key(|(entry, _)| &entry.id);
    let related = related(edition);
    let mut ranges = Vec::new();
    let (mut part, mut first) = (List::default(), None);
    let mut body = Vec::new();
    for (entry, record) in records {
        let Some(head) = heads.get(&entry.id) else { continue };
        let mut others: Vec<(u32, Related)> = Vec::new();
        for (other, forth) in related.get(&entry.id).into_iter().flatten() {
            let Some(Head { short, .. }) = heads.get(other) else { continue };
            let (kind, name) = (short.entry.kind, short.entry.name.clone());
            others.push((short.collation, Related { id: (*other).clone(), kind, name, forth: *forth }));
        }
        others.sort_by_key(|(collation, _)| *collation);
        let others: Vec<Related> = others.into_iter().map(|(_, other)| other).collect();
        // The fields of an `EntryBody`, of which the first is the head.
        body.clear();
        body.extend_from_slice(&head.encoded);
        body = append(body, &(others, &record.sent, &record.received, &record.occurrences))?;
        if part.bytes.len() + body.len() > PART && part.count > 0 {
            close(parts, &mut ranges, &mut part, first.take())?;
        }
        first.get_or_insert(&entry.id);
        part.push_encoded(&body);
    }
    close(parts, &mut ranges, &mut part, first)?;
    Ok(ranges)
}

fn close(
    parts: &mut Parts,
    ranges: &mut Vec<Range<EntryId>>,
    part: &mut List,
    first: Option<&EntryId>,
) -> Result<(), OpenError> {
    let Some(first) = first else { return Ok(()) };
    let name = parts.add(Body::of_lists(Kind::Entries, &[part])?);
    part.clear();
    ranges.push(Range { first: first.clone(), part: name });
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
