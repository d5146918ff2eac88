//! A document as it is taken into an index.

use crate::fold::lowered;
use crate::words::Words;
use crate::{Field, tokens};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Places left free between two parts of a document, so that no phrase goes from one into the other.
const GAP: u32 = 4;

/// A document as it is taken into an index.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The language of the text (BCP 47).
    pub(crate) language: String,
    pub(crate) words: Words,
    /// A word and where it stands, four times its place and the field: as it came.
    pub(crate) places: Vec<(u32, u32)>,
    /// How words are spelt that folding changed, by their numbers.
    pub(crate) spelt: BTreeMap<u32, String>,
    /// What is said of the document, as words that no text can hold.
    pub(crate) said: Words,
    /// The next free place.
    here: u32,
    /// How many words the heading and the text have.
    pub(crate) length: u32,
}

impl Document {
    /// A document without words, in a language (BCP 47), by which its words are stemmed.
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self { language: language.to_owned(), ..Self::default() }
    }

    /// The place of the next word.
    #[must_use]
    pub fn here(&self) -> u32 {
        self.here
    }

    /// Appends text: a paragraph, a heading, a note. No phrase goes beyond it.
    pub fn add(&mut self, field: Field, text: &str) {
        self.append(field, text);
        self.here += GAP;
    }

    /// Appends text that goes on in what comes after it.
    pub fn append(&mut self, field: Field, text: &str) {
        let count = self.put(field, text, self.here);
        self.here += count;
        self.length += count;
    }

    /// Ends what was appended: no phrase goes beyond here.
    pub fn end(&mut self) {
        self.here += GAP;
    }

    /// Another reading of what was appended at a place (see [`Document::here`]): found there too, and no part of the
    /// document's length.
    pub fn also(&mut self, field: Field, text: &str, at: u32) {
        let count = self.put(field, text, at);
        self.here = self.here.max(at + count);
    }

    /// Whether the document has all words of a text.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        let lowered = lowered(text);
        let (mut tokens, mut word) = (tokens(&lowered), String::new());
        while tokens.read(&mut word).is_some() {
            if self.words.find(&word).is_none() {
                return false;
            }
        }
        true
    }

    /// Says something of the document as a whole: the words of `text` are found under the sign of a scope
    /// ([`Scope::Said`](crate::Scope::Said)) and nowhere else.
    pub fn say(&mut self, sign: char, text: &str) {
        let lowered = lowered(text);
        let (mut tokens, mut word) = (tokens(&lowered), String::new());
        while tokens.read(&mut word).is_some() {
            self.said.number(&said(sign, &word));
        }
    }

    fn put(&mut self, field: Field, text: &str, mut place: u32) -> u32 {
        let start = place;
        let lowered = lowered(text);
        let (mut tokens, mut word) = (tokens(&lowered), String::new());
        while let Some(range) = tokens.read(&mut word) {
            let number = self.words.number(&word);
            let printed = &lowered[range];
            // What is of ASCII is spelt as it is found.
            if !printed.is_ascii() && !self.spelt.contains_key(&number) {
                let spelt: String = printed.nfc().collect();
                if spelt != word {
                    self.spelt.insert(number, spelt);
                }
            }
            self.places.push((number, place << 2 | field as u32));
            place += 1;
        }
        place - start
    }
}

/// A word that is said of a document: it begins with a control character, as no word of a text does.
pub(crate) fn said(sign: char, word: &str) -> String {
    ["\u{1}", sign.encode_utf8(&mut [0; 4]), word].concat()
}
