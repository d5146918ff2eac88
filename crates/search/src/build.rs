//! An index made of documents.

use crate::codec::{put, put_bytes, sealed};
use crate::coder::{Model, Writer};
use crate::format;
use crate::index::{FORMAT, ShardId};
use crate::{Document, Field};
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{BTreeMap, HashMap};

/// Bytes of a file of terms before compression, which makes less than half of them; a single term is not cut.
const SHARD: usize = 6 * 1024;

/// Gathers documents. The same documents in the same order give the same bytes.
#[derive(Debug)]
pub struct Builder {
    terms: BTreeMap<String, Term>,
    lengths: Vec<u32>,
    shard: usize,
}

impl Default for Builder {
    fn default() -> Self {
        Self { terms: BTreeMap::new(), lengths: Vec::new(), shard: SHARD }
    }
}

/// A word, and where it is.
#[derive(Debug, Default)]
struct Term {
    /// Documents, each with what the occurrences count, the fields they are in, and where they stand.
    postings: Vec<(u32, u8, Vec<u32>)>,
    /// The languages of the documents, with one spelling.
    spelt: BTreeMap<String, (u32, String)>,
    /// How many of its letters all forms of the word have in common, and a mark that tells this word from others; none where
    /// it has no other form.
    group: Option<(u8, u8)>,
}

/// An index in files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The file that is read first.
    pub root: Vec<u8>,
    /// What the names of the other files may begin with: another index has another.
    pub id: u32,
    terms: Vec<Vec<u8>>,
    places: Vec<Vec<u8>>,
}

impl Built {
    /// A file of the index.
    #[must_use]
    pub fn shard(&self, id: ShardId) -> Option<&[u8]> {
        let (files, number) = match id {
            ShardId::Terms(number) => (&self.terms, number),
            ShardId::Places(number) => (&self.places, number),
        };
        files.get(usize::try_from(number).ok()?).map(Vec::as_slice)
    }

    /// All files but the root.
    pub fn shards(&self) -> impl Iterator<Item = (ShardId, &[u8])> {
        let terms = (0..).zip(&self.terms).map(|(number, file)| (ShardId::Terms(number), file.as_slice()));
        let places = (0..).zip(&self.places).map(|(number, file)| (ShardId::Places(number), file.as_slice()));
        terms.chain(places)
    }
}

impl Builder {
    /// The same with files of terms of about so many bytes before compression; by default 6 KB.
    #[must_use]
    pub fn with_shards_of(self, bytes: usize) -> Self {
        Self { shard: bytes, ..self }
    }

    /// Takes a document; its number is how many were taken before.
    pub fn add(&mut self, document: Document) {
        let number = count(self.lengths.len());
        self.lengths.push(document.length);
        let Document { language, words, mut spelt, said, .. } = document;
        for (word, mut places) in words {
            places.sort_unstable();
            places.dedup();
            let (mut weight, mut fields) = (0_u8, 0);
            for place in &places {
                let field = [Field::Heading, Field::Text, Field::Note, Field::Name][(place & 3) as usize];
                fields |= field.bit();
                weight = (weight + field.weight()).min(15);
            }
            let spelt = spelt.remove(&word).unwrap_or_else(|| word.clone());
            let term = self.terms.entry(word).or_default();
            term.postings.push((number, weight << 4 | fields, places));
            term.spelt.entry(language.clone()).or_insert((0, spelt)).0 += 1;
        }
        for word in said {
            self.terms.entry(word).or_default().postings.push((number, 0, Vec::new()));
        }
    }

    /// Makes the index.
    #[must_use]
    pub fn finish(mut self) -> Built {
        self.group();
        let shards = self.shards();
        let id = self.id();
        let mut built = Built { root: Vec::new(), id, terms: Vec::new(), places: Vec::new() };
        let mut root = Vec::new();
        put(&mut root, FORMAT);
        root.extend_from_slice(&id.to_le_bytes());
        put(&mut root, count(self.lengths.len()));
        root.extend(self.lengths.iter().map(|length| class(*length)));
        put(&mut root, count(shards.len()));
        let mut last = String::new();
        for terms in &shards {
            let first = terms.first().map_or("", |(word, _)| word.as_str());
            front_code(&mut root, &last, first);
            first.clone_into(&mut last);
            let places = places(terms);
            put(&mut root, count(places.len() / 256));
            built.terms.push(sealed(id, terms_file(terms)));
            built.places.push(sealed(id, places));
        }
        built.root = sealed(0, root);
        built
    }

    /// Brings forms of the same word together.
    fn group(&mut self) {
        let mut stemmers: HashMap<String, Option<Stemmer>> = HashMap::new();
        let mut groups: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for (word, term) in &self.terms {
            // The language in which it occurs most; of several, the first by name.
            let most = term.spelt.iter().rev().max_by_key(|(_, (often, _))| *often);
            let Some((language, (_, spelt))) = most else { continue };
            let stemmer = stemmers.entry(language.clone()).or_insert_with(|| stemmer(language));
            if let Some(stemmer) = stemmer {
                let stem = stemmer.stem(spelt).into_owned();
                groups.entry((primary(language), stem)).or_default().push(word.clone());
            }
        }
        let mut marks: BTreeMap<String, u8> = BTreeMap::new();
        for words in groups.into_values() {
            let [first, .., last] = words.as_slice() else { continue };
            // They are in order: what the outer ones have in common, all have.
            let common = common(first, last);
            if let (Ok(length), true) = (u8::try_from(common), common >= 3) {
                // Words that begin alike and are of several: the first, the second … of these.
                let marks = marks.entry(first.get(..common).unwrap_or_default().to_owned()).or_insert(0_u8);
                let mark = *marks;
                *marks = marks.wrapping_add(1);
                for word in &words {
                    if let Some(term) = self.terms.get_mut(word) {
                        term.group = Some((length, mark));
                    }
                }
            }
        }
    }

    /// Cuts the words into files, so that the forms of a word stay together.
    fn shards(&self) -> Vec<Vec<(&String, &Term)>> {
        let mut shards: Vec<Vec<(&String, &Term)>> = Vec::new();
        let (mut size, mut end) = (usize::MAX, "");
        for (word, term) in &self.terms {
            let apart = end.is_empty() || !word.starts_with(end);
            if size > self.shard.saturating_mul(2) || (size > self.shard && apart) {
                shards.push(Vec::new());
                size = 0;
            }
            size += 4 + term.postings.len() * 2;
            end = term.group.and_then(|(length, _)| word.get(..length.into())).unwrap_or_default();
            if let Some(shard) = shards.last_mut() {
                shard.push((word, term));
            }
        }
        shards
    }

    /// A number that another index will hardly have.
    fn id(&self) -> u32 {
        let mut sum = 0;
        for (word, term) in &self.terms {
            sum = crate::codec::checksum(sum, word.as_bytes());
            for (document, weight, places) in &term.postings {
                sum = crate::codec::checksum(sum, &document.to_le_bytes()) ^ u32::from(*weight);
                for place in places {
                    sum = sum.rotate_left(5) ^ place;
                }
            }
        }
        sum
    }
}

fn terms_file(terms: &[(&String, &Term)]) -> Vec<u8> {
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
        let documents = count(term.postings.len());
        format::documents(&mut model, word.len(), documents);
        let (mut next, mut weight) = (0, 0);
        for (document, counts, _) in &term.postings {
            format::step(&mut model, documents, document - next);
            if format::has_places(&last) {
                weight = format::weight(&mut model, documents, weight, *counts);
            }
            next = document + 1;
        }
    }
    model.coder.finish()
}

fn places(terms: &[(&String, &Term)]) -> Vec<u8> {
    let mut model = Model::new(Writer::new(Vec::new()));
    for (_, term) in terms.iter().filter(|(word, _)| format::has_places(word.as_bytes())) {
        for (_, weight, places) in &term.postings {
            format::places(&mut model, *weight, &mut places.clone());
        }
    }
    model.coder.finish()
}

/// A word by what it has in common with the one before it.
fn front_code(out: &mut Vec<u8>, last: &str, word: &str) {
    let common = common(last, word);
    put(out, count(common));
    put_bytes(out, &word.as_bytes()[common..]);
}

/// How many bytes two words begin with in common, as whole characters.
fn common(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.chars());
    pairs
        .take_while(|((_, one), other)| one == other)
        .map(|((at, one), _)| at + one.len_utf8())
        .last()
        .unwrap_or(0)
}

/// A length in few classes, each an eighth longer than the one before: ranking asks for no more.
fn class(length: u32) -> u8 {
    let mut class = 0;
    while class < u8::MAX && crate::index::length_of(class) < length {
        class += 1;
    }
    class
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or_default().to_lowercase()
}

/// The stemmer of a language, where there is one.
fn stemmer(language: &str) -> Option<Stemmer> {
    let algorithm = match &*primary(language) {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    };
    Some(Stemmer::create(algorithm))
}
