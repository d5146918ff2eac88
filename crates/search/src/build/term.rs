//! What is known of a word while an index is made, and how it is written.

use crate::codec::{Bytes, put, put_bytes, put_rising};
use crate::coder::{Model, Writer};
use crate::format;
use crate::index::{length_of, parts};
use crate::reach::Reach;

/// Where a word is: as bytes, because it is most of what an index holds.
#[derive(Debug, Default)]
pub(super) struct Term {
    /// How many documents have it.
    pub(super) documents: u32,
    /// The last of them.
    last: u32,
    /// Each of them as the distance to the one before, then what the occurrences count, and the fields they are in.
    pub(super) postings: Vec<u8>,
    /// For each of them how many occurrences there are, and the distance of each to the one before.
    pub(super) places: Vec<u8>,
    /// The languages of the documents, how many have it, and one spelling, where that is another.
    pub(super) spelt: Vec<(u32, u32, Option<Box<str>>)>,
    /// How many of its letters all forms of the word have in common, and a mark that tells this word from others; none where
    /// it has no other form.
    pub(super) group: Option<(u8, u8)>,
}

impl Term {
    /// Notes a document that has the word at some places.
    pub(super) fn add(&mut self, document: u32, weight: u8, places: impl ExactSizeIterator<Item = u32>) {
        put(&mut self.postings, document - self.last);
        self.postings.push(weight);
        self.documents += 1;
        self.last = document;
        put_rising(&mut self.places, places);
    }

    /// Notes that a document in a language has the word, spelt like that.
    pub(super) fn spell(&mut self, language: u32, spelt: Option<String>) {
        match self.spelt.iter_mut().find(|(known, ..)| *known == language) {
            Some((_, often, _)) => *often += 1,
            None => self.spelt.push((language, 1, spelt.map(Into::into))),
        }
    }

    /// The documents, each as the distance to the one before, and the weights.
    fn postings(&self) -> impl Iterator<Item = (u32, u8)> {
        let mut bytes = Bytes(&self.postings);
        std::iter::from_fn(move || {
            let distance = bytes.number().ok()?;
            Some((distance, *bytes.take(1).ok()?.first()?))
        })
    }
}

/// The words in their order, with the documents that each is in.
pub(super) fn terms_file(terms: &[(&str, &Term)], reach: &Reach) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, count(terms.len()));
    let mut model = Model::new(Writer::new(out));
    let (mut last, mut before) = (Vec::new(), (0, 0));
    for (word, term) in terms {
        let common = format::word(&mut model, &mut last, word.as_bytes());
        let group = term.group.unwrap_or_default();
        format::group(&mut model, before, common, word.len(), group);
        if group.0 > 0 {
            before = group;
        }
        format::documents(&mut model, word.len(), term.documents);
        let in_text = format::has_places(&last);
        let (mut document, mut next, mut weight) = (0, 0, 0);
        for (left, (distance, counts)) in (1..=term.documents).rev().zip(term.postings()) {
            document += distance;
            format::document(&mut model, reach, (term.documents, left), in_text, next, document);
            next = document + 1;
            if in_text {
                weight = format::weight(&mut model, term.documents, weight, counts);
            }
        }
    }
    model.coder.finish()
}

/// Where the words stand, in as many files as that takes; and how large it would be in one, in 256 bytes.
pub(super) fn places_files(terms: &[(&str, &Term)], documents: usize) -> (u32, Vec<Vec<u8>>) {
    let whole = places(terms, 1, u32::MAX);
    let size = count(whole.first().map_or(0, Vec::len) / 256);
    let (parts, share) = parts(size, documents);
    (size, if parts == 1 { whole } else { places(terms, parts, share) })
}

/// Where the words stand, in so many files of so many documents each.
fn places(terms: &[(&str, &Term)], parts: u32, share: u32) -> Vec<Vec<u8>> {
    let mut models: Vec<_> = (0..parts).map(|_| Model::new(Writer::new(Vec::new()))).collect();
    let mut places = Vec::new();
    for (_, term) in terms.iter().filter(|(word, _)| format::has_places(word.as_bytes())) {
        let mut written = Bytes(&term.places);
        let mut document = 0;
        for (distance, weight) in term.postings() {
            document += distance;
            places.clear();
            // What was put there can be read.
            let _ = written.rising(|place| places.push(place));
            format::places(&mut models[(document / share) as usize], weight, &mut places);
        }
    }
    models.into_iter().map(|model| model.coder.finish()).collect()
}

/// A word by what it has in common with the one before it.
pub(super) fn front_code(out: &mut Vec<u8>, last: &str, word: &str) {
    let common = common(last, word);
    put(out, count(common));
    put_bytes(out, &word.as_bytes()[common..]);
}

/// How many bytes two words begin with in common, as whole characters.
pub(super) fn common(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.chars());
    pairs
        .take_while(|((_, one), other)| one == other)
        .map(|((at, one), _)| at + one.len_utf8())
        .last()
        .unwrap_or(0)
}

/// A length in few classes, each an eighth longer than the one before: ranking asks for no more.
pub(super) fn class(length: u32) -> u8 {
    let mut class = 0;
    while class < u8::MAX && length_of(class) < length {
        class += 1;
    }
    class
}

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
