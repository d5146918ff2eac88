//! A document as it is taken into an index.

use crate::fold::lowered;
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
    /// For each word where it stands: four times its place, and the field.
    pub(crate) words: BTreeMap<String, Vec<u32>>,
    /// Words as they are spelt, for those that folding changed.
    pub(crate) spelt: BTreeMap<String, String>,
    /// What is said of the document, as words that no text can hold.
    pub(crate) said: Vec<String>,
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
        tokens(&lowered(text)).all(|token| self.words.contains_key(&token.text))
    }

    /// Says something of the document as a whole: the words of `text` are found under the sign of a scope
    /// ([`Scope::Said`](crate::Scope::Said)) and nowhere else.
    pub fn say(&mut self, sign: char, text: &str) {
        for token in tokens(&lowered(text)) {
            let word = said(sign, &token.text);
            if !self.said.contains(&word) {
                self.said.push(word);
            }
        }
    }

    fn put(&mut self, field: Field, text: &str, mut place: u32) -> u32 {
        let start = place;
        let lowered = lowered(text);
        for token in tokens(&lowered) {
            let spelt: String = lowered[token.range].nfc().collect();
            if spelt != token.text && !self.spelt.contains_key(&token.text) {
                self.spelt.insert(token.text.clone(), spelt);
            }
            self.words.entry(token.text).or_default().push(place << 2 | field as u32);
            place += 1;
        }
        place - start
    }
}

/// A word that is said of a document: it begins with a control character, as no word of a text does.
pub(crate) fn said(sign: char, word: &str) -> String {
    ["\u{1}", sign.encode_utf8(&mut [0; 4]), word].concat()
}
