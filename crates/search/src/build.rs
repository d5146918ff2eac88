//! An index made of documents.

mod term;

use crate::codec::{checksum, put, sealed};
use crate::index::{FORMAT, ShardId};
use crate::reach::Reach;
use crate::words::Words;
use crate::{Document, Field};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rust_stemmers::{Algorithm, Stemmer};
use std::cmp::Reverse;
use std::collections::HashMap;
use term::{Term, class, common, count, front_code, places_files, terms_file};

/// Bytes of a file of terms before compression, which makes less than half of them; a single term is not cut.
const SHARD: usize = 6 * 1024;

/// Gathers documents. The same documents in the same order give the same bytes.
#[derive(Debug)]
pub struct Builder {
    words: Words,
    /// For each word, by its number, where it is.
    terms: Vec<Term>,
    /// The languages of the documents.
    languages: Words,
    lengths: Vec<u32>,
    shard: usize,
    /// See [`Builder::beside`].
    beside: u32,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            words: Words::default(),
            terms: Vec::new(),
            languages: Words::default(),
            lengths: Vec::new(),
            shard: SHARD,
            beside: 0,
        }
    }
}

/// An index in files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The file that is read first.
    pub root: Vec<u8>,
    /// What the names of the other files may begin with: another index has another.
    pub id: u32,
    terms: Vec<Vec<u8>>,
    /// For each of these, those of its places.
    places: Vec<Vec<Vec<u8>>>,
}

impl Built {
    /// A file of the index.
    #[must_use]
    pub fn shard(&self, id: ShardId) -> Option<&[u8]> {
        let at = |number: u32| usize::try_from(number).ok();
        match id {
            ShardId::Terms(number) => self.terms.get(at(number)?),
            ShardId::Places(number, part) => self.places.get(at(number)?)?.get(at(part)?),
        }
        .map(Vec::as_slice)
    }

    /// All files but the root.
    pub fn shards(&self) -> impl Iterator<Item = (ShardId, &[u8])> {
        let terms = (0..).zip(&self.terms).map(|(number, file)| (ShardId::Terms(number), file.as_slice()));
        let places = (0..).zip(&self.places).flat_map(|(number, files)| {
            (0..).zip(files).map(move |(part, file)| (ShardId::Places(number, part), file.as_slice()))
        });
        terms.chain(places)
    }
}

impl Builder {
    /// The same with files of terms of about so many bytes before compression; by default 6 KB.
    #[must_use]
    pub fn with_shards_of(self, bytes: usize) -> Self {
        Self { shard: bytes, ..self }
    }

    /// The same beside other files, of which this is a checksum: with others the index has another number, and so other names
    /// of files.
    #[must_use]
    pub fn beside(self, checksum: u32) -> Self {
        Self { beside: checksum, ..self }
    }

    /// Takes a document; its number is how many were taken before.
    pub fn add(&mut self, document: Document) {
        let number = count(self.lengths.len());
        self.lengths.push(document.length);
        let Document { language, words, mut places, mut spelt, said, .. } = document;
        let language = self.languages.number(&language);
        places.sort_unstable();
        places.dedup();
        for places in places.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((word, _)) = places.first() else { continue };
            let (mut weight, mut fields) = (0_u8, 0);
            for (_, place) in places {
                let field = [Field::Heading, Field::Text, Field::Note, Field::Name][(place & 3) as usize];
                fields |= field.bit();
                weight = (weight + field.weight()).min(15);
            }
            let term = self.term(words.get(*word));
            term.add(number, weight << 4 | fields, places.iter().map(|(_, place)| *place));
            term.spell(language, spelt.remove(word));
        }
        for word in 0..count(said.len()) {
            self.term(said.get(word)).add(number, 0, std::iter::empty());
        }
    }

    fn term(&mut self, word: &str) -> &mut Term {
        let at = self.words.number(word) as usize;
        if at == self.terms.len() {
            self.terms.push(Term::default());
        }
        &mut self.terms[at]
    }

    /// The words in their order, by their numbers.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..count(self.terms.len())).collect();
        order.sort_unstable_by_key(|word| self.words.get(*word));
        order
    }

    /// Makes the index.
    #[must_use]
    pub fn finish(mut self) -> Built {
        let order = self.order();
        self.group(&order);
        let shards = self.shards(&order);
        let id = self.id(&order);
        let mut built = Built { root: Vec::new(), id, terms: Vec::new(), places: Vec::new() };
        let mut root = Vec::new();
        put(&mut root, FORMAT);
        root.extend_from_slice(&id.to_le_bytes());
        put(&mut root, count(self.lengths.len()));
        let classes: Vec<u8> = self.lengths.iter().map(|length| class(*length)).collect();
        root.extend(&classes);
        put(&mut root, count(shards.len()));
        let reach = Reach::new(classes.iter().copied());
        let mut last = String::new();
        let documents = self.lengths.len();
        let files: Vec<(Vec<u8>, u32, Vec<Vec<u8>>)> = shards
            .par_iter()
            .map(|terms| {
                let (size, places) = places_files(terms, documents);
                (terms_file(terms, &reach), size, places)
            })
            .collect();
        for (terms, (file, size, places)) in shards.iter().zip(files) {
            let first = terms.first().map_or("", |(word, _)| word);
            front_code(&mut root, &last, first);
            first.clone_into(&mut last);
            put(&mut root, size);
            built.terms.push(sealed(id, file));
            built.places.push(places.into_iter().map(|file| sealed(id, file)).collect());
        }
        built.root = sealed(0, root);
        built
    }

    /// Brings forms of the same word together.
    fn group(&mut self, order: &[u32]) {
        let languages: Vec<(String, Option<Stemmer>)> = (0..count(self.languages.len()))
            .map(|language| self.languages.get(language))
            .map(|language| (primary(language), stemmer(language)))
            .collect();
        let mut stems: Vec<(&str, String, u32)> = Vec::new();
        for word in order {
            // The language in which it occurs most; of several, the first by name.
            let spelt = self.terms[*word as usize].spelt.iter();
            let most =
                spelt.max_by_key(|(language, often, _)| (*often, Reverse(self.languages.get(*language))));
            let Some((language, _, spelt)) = most else { continue };
            if let (primary, Some(stemmer)) = &languages[*language as usize] {
                let spelt = spelt.as_deref().unwrap_or(self.words.get(*word));
                stems.push((primary, stemmer.stem(spelt).into_owned(), *word));
            }
        }
        let mut marks: HashMap<&str, u8> = HashMap::new();
        // Words of the same stem stay in their order.
        stems.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        for group in stems.chunk_by(|one, other| (one.0, &one.1) == (other.0, &other.1)) {
            let [(.., first), .., (.., last)] = group else { continue };
            // They are in order: what the outer ones have in common, all have.
            let (first, last) = (self.words.get(*first), self.words.get(*last));
            let common = common(first, last);
            if let (Ok(length), true) = (u8::try_from(common), common >= 3) {
                // Words that begin alike and are of several: the first, the second … of these.
                let marks = marks.entry(first.get(..common).unwrap_or_default()).or_insert(0);
                let mark = *marks;
                *marks = marks.wrapping_add(1);
                for (.., word) in group {
                    self.terms[*word as usize].group = Some((length, mark));
                }
            }
        }
    }

    /// Cuts the words into files, so that the forms of a word stay together.
    fn shards(&self, order: &[u32]) -> Vec<Vec<(&str, &Term)>> {
        let mut shards: Vec<Vec<(&str, &Term)>> = Vec::new();
        let (mut size, mut end) = (usize::MAX, "");
        for number in order {
            let (word, term) = (self.words.get(*number), &self.terms[*number as usize]);
            let apart = end.is_empty() || !word.starts_with(end);
            if size > self.shard.saturating_mul(2) || (size > self.shard && apart) {
                shards.push(Vec::new());
                size = 0;
            }
            size += 4 + term.documents as usize * 2;
            end = term.group.and_then(|(length, _)| word.get(..length.into())).unwrap_or_default();
            if let Some(shard) = shards.last_mut() {
                shard.push((word, term));
            }
        }
        shards
    }

    /// A number that another index will hardly have.
    fn id(&self, order: &[u32]) -> u32 {
        order.iter().fold(self.beside, |sum, number| {
            let term = &self.terms[*number as usize];
            let sum = checksum(sum, self.words.get(*number).as_bytes());
            checksum(checksum(sum, &term.postings), &term.places)
        })
    }
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
