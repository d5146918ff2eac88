//! One pass over the letters, then the order of the headings.

use edition::{ActionKind, Block, Edition, EntryId, EntryKind, Inline, Letter, Mention, each_inline};
use std::collections::{BTreeMap, BTreeSet};

use super::{names, years};
use crate::collation::Collation;
use crate::excerpt::{Words, excerpt, excerpt_in, from_paragraph};
use crate::{EntryRecord, Excerpt, Occurrence, SeeReference, Setting, Share};

/// One record for each entry of the register, in the order of the register.
pub(crate) fn build(edition: &Edition) -> Vec<EntryRecord> {
    let register = &edition.register;
    let by_id: BTreeMap<&EntryId, usize> =
        register.entries.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
    let mut records: Vec<EntryRecord> = register
        .entries
        .iter()
        .map(|entry| EntryRecord { names: names::keys(register, entry), ..EntryRecord::default() })
        .collect();
    for (number, letter) in edition.letters.iter().enumerate() {
        let Ok(number) = u32::try_from(number) else { break };
        let mut pass =
            Pass { by_id: &by_id, records: &mut records, touched: BTreeSet::new(), letter, number };
        pass.corresp();
        pass.mentions();
        let touched = std::mem::take(&mut pass.touched);
        pass.years(touched);
    }
    arrange(edition, &mut records);
    records
}

/// One letter on its way into the records.
struct Pass<'b> {
    by_id: &'b BTreeMap<&'b EntryId, usize>,
    records: &'b mut [EntryRecord],
    /// Records that this letter has to do with.
    touched: BTreeSet<usize>,
    letter: &'b Letter,
    number: u32,
}

impl Pass<'_> {
    fn corresp(&mut self) {
        for action in &self.letter.corresp.actions {
            let correspondents = action.correspondents.iter().flat_map(|mention| {
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

    fn mentions(&mut self) {
        let letter = self.letter;
        for line in &letter.witness.imprint {
            self.inlines(&line.inlines, &Setting::Imprint, &|words| excerpt(&line.inlines, words));
        }
        self.blocks(&letter.text, &Setting::Text);
        for note in &letter.notes {
            self.blocks(&note.blocks, &Setting::Note(note.label.clone()));
        }
    }

    fn blocks(&mut self, blocks: &[Block], setting: &Setting) {
        for (at, block) in blocks.iter().enumerate() {
            let sentence = |words: Words<'_>| excerpt_in(from_paragraph(blocks, at), words);
            self.inlines(&block.inlines, setting, &sentence);
        }
    }

    fn inlines(
        &mut self,
        inlines: &[Inline],
        setting: &Setting,
        sentence: &dyn Fn(Words<'_>) -> Option<Excerpt>,
    ) {
        each_inline(inlines, &mut |inline| {
            if let Inline::Mention(mention, _) = inline {
                self.mention(mention, setting, sentence);
            }
        });
    }

    fn mention(
        &mut self,
        mention: &Mention,
        setting: &Setting,
        sentence: &dyn Fn(Words<'_>) -> Option<Excerpt>,
    ) {
        for (nth, target) in mention.targets.iter().enumerate() {
            if mention.targets.iter().take(nth).any(|before| before == target) {
                continue;
            }
            let letter = self.number;
            let Some(record) = self.touch(target) else { continue };
            record.occurrences.push(Occurrence {
                letter,
                fragment: mention.id.as_str().into(),
                setting: setting.clone(),
                excerpt: sentence(Words::Mention(&mention.id)).unwrap_or_default(),
                origin: mention.origin,
            });
        }
    }

    fn years(&mut self, touched: BTreeSet<usize>) {
        let Some((first, last)) = years::letter_years(self.letter) else { return };
        for at in touched {
            let record = &mut self.records[at];
            record.first_year = Some(record.first_year.map_or(first, |known| known.min(first)));
            record.last_year = Some(record.last_year.map_or(last, |known| known.max(last)));
        }
    }

    /// The record of an entry, which has to do with this letter.
    fn touch(&mut self, id: &EntryId) -> Option<&mut EntryRecord> {
        let at = *self.by_id.get(id)?;
        self.touched.insert(at);
        self.records.get_mut(at)
    }
}

/// Gives each heading its place among those of its kind, and its initial.
fn arrange(edition: &Edition, records: &mut [EntryRecord]) {
    let register = &edition.register;
    let collation = Collation::of(&edition.header.language);
    for (entry, record) in register.entries.iter().zip(records.iter_mut()) {
        record.initial = collation.initial(&entry.sort_name);
        record.sees = names::see_headings(register, entry)
            .into_iter()
            .map(|shown| SeeReference { initial: collation.initial(&shown), shown, collation: 0 })
            .collect();
    }
    for kind in KINDS {
        // Heading, entry, and which see-reference of the entry it is, if it is one.
        let mut headings: Vec<(Box<str>, usize, Option<usize>)> = Vec::new();
        for (at, (entry, record)) in register.entries.iter().zip(records.iter()).enumerate() {
            if entry.kind == kind {
                headings.push((entry.sort_name.clone(), at, None));
                headings.extend(
                    record.sees.iter().enumerate().map(|(nth, see)| (see.shown.clone(), at, Some(nth))),
                );
            }
        }
        headings.sort_by(|one, other| {
            collation.compare(&one.0, &other.0).then_with(|| (one.1, one.2).cmp(&(other.1, other.2)))
        });
        for (place, (_, at, see)) in headings.iter().enumerate() {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            let Some(record) = records.get_mut(*at) else { continue };
            match see {
                None => record.collation = place,
                Some(nth) => {
                    if let Some(see) = record.sees.get_mut(*nth) {
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
