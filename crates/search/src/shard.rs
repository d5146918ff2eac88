//! A file of terms: words in order, and the documents each is in.

use crate::Damaged;
use crate::codec::Bytes;
use crate::coder::{Coder, Model, Reader};
use crate::format;
use crate::reach::Reach;
use std::ops::Range;

/// A file of terms that has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Terms {
    terms: Vec<Term>,
    /// The documents of all words, each with what it counts.
    postings: Box<[Posting]>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) word: String,
    /// How many bytes the forms of the word have in common, and the mark of the word; nought for a word without others.
    group: (u8, u8),
    postings: Range<usize>,
}

/// A document in which a word stands, and what its occurrences count there. As one number: there are thousands of a frequent word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Posting(u32);

/// Documents have numbers below this.
const DOCUMENTS: u32 = 1 << 24;

impl Posting {
    /// None where the number is of no document that can be.
    fn new(document: u32, weight: u8) -> Option<Self> {
        (document < DOCUMENTS).then_some(Self(document << 8 | u32::from(weight)))
    }

    pub(crate) fn document(self) -> u32 {
        self.0 >> 8
    }

    /// What the occurrences count, in halves, above the fields they are in.
    pub(crate) fn weight(self) -> u8 {
        let [weight, ..] = self.0.to_le_bytes();
        weight
    }

    pub(crate) fn fields(self) -> u8 {
        self.weight() & 15
    }

    pub(crate) fn count(self) -> f32 {
        f32::from(self.weight() >> 4) / 2.0
    }
}

impl Terms {
    pub(crate) fn open(body: &[u8], reach: &Reach) -> Result<Self, Damaged> {
        let mut bytes = Bytes(body);
        let count = bytes.size()?;
        let mut model = Model::new(Reader::new(bytes.0));
        let (mut terms, mut postings): (Vec<Term>, Vec<Posting>) = (Vec::new(), Vec::new());
        let (mut last, mut before) = (Vec::new(), (0, 0));
        for _ in 0..count {
            let common = format::word(&mut model, &mut last, &[]);
            let word = String::from_utf8(last.clone()).map_err(|_| Damaged)?;
            let group = format::group(&mut model, before, common, word.len(), (0, 0));
            if group.0 > 0 {
                before = group;
            }
            let in_documents = format::documents(&mut model, word.len(), 0);
            let start = postings.len();
            let in_text = format::has_places(&last);
            let (mut next, mut weight) = (0, 0);
            for left in (1..=in_documents).rev() {
                let counts = (in_documents, left);
                let document =
                    format::document(&mut model, reach, counts, in_text, next, 0).ok_or(Damaged)?;
                if in_text {
                    weight = format::weight(&mut model, in_documents, weight, 0);
                }
                if document as usize >= reach.documents() || model.coder.is_beyond() {
                    return Err(Damaged);
                }
                postings.push(Posting::new(document, weight).ok_or(Damaged)?);
                next = document + 1;
            }
            let ordered = terms.last().is_none_or(|term| term.word < word);
            if !ordered || model.coder.is_beyond() {
                return Err(Damaged);
            }
            terms.push(Term { word, group, postings: start..postings.len() });
        }
        Ok(Self { terms, postings: postings.into() })
    }

    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        self.terms.binary_search_by(|term| term.word.as_str().cmp(word)).ok()
    }

    pub(crate) fn term(&self, at: usize) -> Option<&Term> {
        self.terms.get(at)
    }

    /// The words with a beginning, as places in the file.
    pub(crate) fn beginning(&self, beginning: &str) -> Range<usize> {
        let start = self.terms.partition_point(|term| term.word.as_str() < beginning);
        let rest = self.terms.get(start..).unwrap_or_default();
        start..start + rest.partition_point(|term| term.word.starts_with(beginning))
    }

    /// Those of a word's documents that are among so many from a first on.
    pub(crate) fn among(&self, at: usize, first: u32, count: u32) -> impl Iterator<Item = &Posting> {
        self.postings(at).iter().filter(move |posting| posting.document().wrapping_sub(first) < count)
    }

    pub(crate) fn postings(&self, at: usize) -> &[Posting] {
        self.terms.get(at).and_then(|term| self.postings.get(term.postings.clone())).unwrap_or_default()
    }
}

impl Term {
    /// What all forms of the word begin with, where it has others.
    pub(crate) fn stem(&self) -> Option<&str> {
        self.word.get(..self.group.0.into()).filter(|stem| !stem.is_empty())
    }

    /// Whether another is a form of the same word.
    pub(crate) fn is_form_of(&self, other: &Self) -> bool {
        self.group == other.group && self.group.0 > 0
    }
}
