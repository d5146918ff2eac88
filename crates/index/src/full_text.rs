//! The letters as documents to be searched.

mod paragraphs;

pub(crate) use paragraphs::{Paragraph, paragraphs};

use crate::catalogue::{Catalogue, Party};
use crate::lines::body;
use crate::sign;
use dates::{DateForm, Language, display, names};
use edition::{
    ActionKind, Block, Edition, Entry, EntryId, EntryKind, Inline, Letter, Mention, PlaceStatement,
};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use search::{Builder, Built, Document, Field, checksum};
use std::collections::{BTreeSet, HashMap};

/// An index of the words of all letters, numbered as in the edition: text in both layers, notes, headings, and the names
/// that the register knows for what is mentioned.
#[must_use]
pub fn full_text(edition: &Edition, catalogue: &Catalogue) -> Built {
    let entries: HashMap<&EntryId, &Entry> =
        edition.register.entries.iter().map(|entry| (&entry.id, entry)).collect();
    // The lines of the letters in any language are others where these are.
    let beside = checksum(0, &body(catalogue, "en"));
    let mut builder = Builder::default().beside(beside);
    let numbered: Vec<(usize, &Letter)> = edition.letters.iter().enumerate().collect();
    for some in numbered.chunks(AT_ONCE) {
        let made = some.par_iter().map(|(number, letter)| document(letter, *number, &entries, catalogue));
        made.collect::<Vec<_>>().into_iter().for_each(|document| builder.add(document));
    }
    builder.finish()
}

/// Letters of which the words are held at a time, before they are taken into the index in the letters' order.
const AT_ONCE: usize = 256;

fn document(
    letter: &Letter,
    number: usize,
    entries: &HashMap<&EntryId, &Entry>,
    catalogue: &Catalogue,
) -> Document {
    let mut made = Made { document: Document::new(&letter.language), entries, named: BTreeSet::new() };
    made.heading(letter, catalogue, number);
    made.blocks(Field::Text, &letter.text);
    for note in &letter.notes {
        made.blocks(Field::Note, &note.blocks);
    }
    made.names(letter);
    made.document
}

/// A document in the making.
struct Made<'e> {
    document: Document,
    entries: &'e HashMap<&'e EntryId, &'e Entry>,
    /// The entries whose names were taken in.
    named: BTreeSet<&'e EntryId>,
}

impl<'e> Made<'e> {
    fn heading(&mut self, letter: &Letter, catalogue: &Catalogue, number: usize) {
        for text in letter.title.iter().chain(&letter.number) {
            self.document.add(Field::Heading, text);
        }
        self.document.say(sign::LANGUAGE, &letter.language);
        let Some(row) = catalogue.letters.get(number) else { return };
        for (sign, parties) in [(sign::FROM, &row.senders), (sign::TO, &row.recipients)] {
            catalogue.parties_of(parties).for_each(|party| self.party(sign, party));
        }
        if let Some(party) = row.place.and_then(|at| catalogue.places.get(at as usize)) {
            self.document.add(Field::Heading, &party.name);
            self.party(sign::PLACE, party);
        }
        let Some(date) = &row.date else { return };
        match &date.meaning {
            Some(meaning) => {
                let at = self.document.here();
                for language in Language::ALL {
                    self.document.also(
                        Field::Heading,
                        &display(meaning, names(language), DateForm::Long),
                        at,
                    );
                }
                self.document.end();
            }
            None => self.document.add(Field::Heading, &date.as_written),
        }
    }

    /// Who sent or received a letter, or where it was sent from, under all their names.
    fn party(&mut self, sign: char, party: &Party) {
        let entry = party.entry.as_ref().and_then(|(_, id)| self.entries.get(id).copied());
        for name in std::iter::once(&*party.name).chain(entry.into_iter().flat_map(forms)) {
            self.document.say(sign, name);
            if sign != sign::PLACE && !self.document.has(name) {
                self.document.add(Field::Heading, name);
            }
        }
    }

    fn blocks(&mut self, field: Field, blocks: &[Block]) {
        for Paragraph { reading, written, pages } in paragraphs(blocks) {
            let at = self.document.here();
            self.document.append(field, &reading);
            if written != reading {
                self.document.also(field, &written, at);
            }
            self.document.end();
            for page in pages {
                self.document.add(Field::Name, &["p. ", &page].concat());
            }
        }
    }

    /// The names that the register has for what is mentioned, where the letter does not use them itself.
    fn names(&mut self, letter: &'e Letter) {
        each_mention(letter, &mut |mention| self.mention(mention));
        for action in &letter.corresp.actions {
            if let Some(PlaceStatement { target: Some(target), .. }) = &action.place {
                self.entry(target);
            }
            if !matches!(action.kind, ActionKind::Sent | ActionKind::Received) {
                action.correspondents.iter().for_each(|mention| self.mention(mention));
            }
        }
    }

    fn mention(&mut self, mention: &'e Mention) {
        mention.targets.iter().for_each(|target| self.entry(target));
        if let Some(expansion) =
            mention.expansion.as_deref().filter(|expansion| !self.document.has(expansion))
        {
            self.document.add(Field::Name, expansion);
        }
        if let (true, Some(sign)) = (mention.targets.is_empty(), sign_of(mention.kind)) {
            self.document.say(sign, &mention.as_written);
        }
    }

    fn entry(&mut self, id: &'e EntryId) {
        let Some(entry) = self.entries.get(id).copied().filter(|_| self.named.insert(id)) else { return };
        for name in forms(entry) {
            if let Some(sign) = sign_of(entry.kind) {
                self.document.say(sign, name);
            }
            if !self.document.has(name) {
                self.document.add(Field::Name, name);
            }
        }
    }
}

/// Calls back for each mention in the text and the notes of a letter.
pub(crate) fn each_mention<'l>(letter: &'l Letter, see: &mut dyn FnMut(&'l Mention)) {
    let text = letter.text.iter().map(|block| &block.inlines);
    let notes = letter.notes.iter().flat_map(|note| &note.blocks).map(|block| &block.inlines);
    for inlines in text.chain(notes) {
        edition::each_inline(inlines, &mut |inline| {
            if let Inline::Mention(mention, _) = inline {
                see(mention);
            }
        });
    }
}

/// All names of an entry.
fn forms(entry: &Entry) -> impl Iterator<Item = &str> {
    std::iter::once(&*entry.name).chain(entry.forms.iter().map(|form| &*form.text))
}

fn sign_of(kind: EntryKind) -> Option<char> {
    match kind {
        EntryKind::Person | EntryKind::Organisation => Some(sign::NAMED),
        EntryKind::Place => Some(sign::PLACE),
        EntryKind::Work => Some(sign::WORK),
        EntryKind::Event | EntryKind::Office | EntryKind::Abbreviation => None,
    }
}

#[cfg(test)]
pub(crate) mod tests;
