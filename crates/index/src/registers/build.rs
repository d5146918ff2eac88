//! One pass over the letters, then the order of the headings.

use edition::{ActionKind, Edition, EntryId, EntryKind, Letter, Mention, Register};
use std::collections::{BTreeSet, HashMap};

use super::{names, years};
use crate::collation::Collation;
use crate::excerpt::Found;
use crate::{EntryRecord, Occurrence, SeeReference, Share};

/// Where the entries stand in the register. Asked for each mention, so by hash; its order is never seen.
pub(crate) type Known<'e> = HashMap<&'e EntryId, usize>;

/// One record for each entry of the register, in its order; as yet they know of no letter.
pub(crate) fn records(register: &Register) -> (Known<'_>, Vec<EntryRecord>) {
    let known = register.entries.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
    let abbreviations = names::abbreviations(register);
    let names = register.entries.iter().map(|entry| names::keys(&abbreviations, entry));
    (known, names.map(|names| EntryRecord { names, ..EntryRecord::default() }).collect())
}

/// One letter on its way into the records.
pub(crate) struct Pass<'b> {
    known: &'b Known<'b>,
    records: &'b mut [EntryRecord],
    /// Records that this letter has to do with.
    touched: BTreeSet<usize>,
    letter: &'b Letter,
    number: u32,
}

impl<'b> Pass<'b> {
    /// Begins with what is said of the letter's way.
    pub(crate) fn new(
        known: &'b Known<'b>,
        records: &'b mut [EntryRecord],
        letter: &'b Letter,
        number: u32,
    ) -> Self {
        let mut pass = Self { known, records, touched: BTreeSet::new(), letter, number };
        pass.corresp();
        pass
    }

    fn corresp(&mut self) {
        for action in &self.letter.corresp.actions {
            // Who may have been another did nothing that can be counted.
            let certain = action.correspondents.iter();
            let certain = certain.filter(|mention| !action.is_one_of() && !mention.is_one_of());
            let correspondents = certain.flat_map(|mention| {
                mention.targets.iter().map(move |target| (target, mention.origin, &mention.reason))
            });
            let place = action.place.iter().filter_map(|place| {
                place.target.as_ref().map(|target| (target, place.origin, &place.reason))
            });
            for (target, origin, reason) in correspondents.chain(place) {
                if !matches!(action.kind, ActionKind::Sent | ActionKind::Received) {
                    continue;
                }
                let letter = self.number;
                let Some(record) = self.touch(target) else { continue };
                let sent = action.kind == ActionKind::Sent;
                let list = if sent { &mut record.sent } else { &mut record.received };
                if list.last().is_none_or(|last| last.letter != letter) {
                    list.push(Share { letter, origin, reason: reason.clone() });
                }
            }
        }
    }

    /// A name that stands in the letter's words.
    pub(crate) fn mention(&mut self, mention: &Mention, found: &Found<'_, '_>) {
        for (nth, target) in mention.targets.iter().enumerate() {
            if mention.targets.iter().take(nth).any(|before| before == target) {
                continue;
            }
            let letter = self.number;
            let Some(record) = self.touch(target) else { continue };
            record.occurrences.push(Occurrence {
                letter,
                fragment: mention.id.as_str().into(),
                setting: found.setting.clone(),
                excerpt: found.sentence(),
                origin: mention.origin,
            });
        }
    }

    /// Notes the years of the letter for all entries that it has to do with.
    pub(crate) fn end(self) {
        let Some((first, last)) = years::letter_years(self.letter) else { return };
        for at in self.touched {
            let record = &mut self.records[at];
            record.first_year = Some(record.first_year.map_or(first, |known| known.min(first)));
            record.last_year = Some(record.last_year.map_or(last, |known| known.max(last)));
        }
    }

    /// The record of an entry, which has to do with this letter.
    fn touch(&mut self, id: &EntryId) -> Option<&mut EntryRecord> {
        let at = *self.known.get(id)?;
        self.touched.insert(at);
        self.records.get_mut(at)
    }
}

/// Gives each heading its place among those of its kind, and its initial.
pub(crate) fn arrange(edition: &Edition, records: &mut [EntryRecord]) {
    let register = &edition.register;
    let collation = Collation::of(&edition.header.language);
    let abbreviations = names::abbreviations(register);
    for (entry, record) in register.entries.iter().zip(records.iter_mut()) {
        record.initial = collation.initial(&entry.sort_name);
        record.sees = names::see_headings(&abbreviations, entry)
            .into_iter()
            .map(|shown| SeeReference { initial: collation.initial(&shown), shown, collation: 0 })
            .collect();
    }
    for kind in KINDS {
        // Heading, entry, and which see-reference of the entry it is, if it is one.
        let mut headings: Vec<(&str, usize, Option<usize>)> = Vec::new();
        for (at, (entry, record)) in register.entries.iter().zip(records.iter()).enumerate() {
            if entry.kind == kind {
                headings.push((&entry.sort_name, at, None));
                headings
                    .extend(record.sees.iter().enumerate().map(|(nth, see)| (&*see.shown, at, Some(nth))));
            }
        }
        headings.sort_by(|one, other| {
            collation.compare(one.0, other.0).then_with(|| (one.1, one.2).cmp(&(other.1, other.2)))
        });
        let places: Vec<(usize, Option<usize>)> =
            headings.into_iter().map(|(_, at, see)| (at, see)).collect();
        for (place, (at, see)) in (0..).zip(places) {
            let Some(record) = records.get_mut(at) else { continue };
            match see {
                None => record.collation = place,
                Some(nth) => {
                    if let Some(see) = record.sees.get_mut(nth) {
                        see.collation = place;
                    }
                }
            }
        }
    }
}

const KINDS: [EntryKind; 7] = [
    EntryKind::Person,
    EntryKind::Organisation,
    EntryKind::Place,
    EntryKind::Work,
    EntryKind::Event,
    EntryKind::Office,
    EntryKind::Abbreviation,
];
