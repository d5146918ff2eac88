//! A file of terms: words in order, and the documents each is in.

use crate::Damaged;
use crate::codec::Bytes;
use crate::index::front_coded;
use std::ops::Range;

/// A file of terms that has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Terms {
    terms: Vec<Term>,
    /// The documents of all words, each with what it counts.
    postings: Vec<Posting>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) word: String,
    /// How many bytes the forms of the word have in common, and the mark of the word; nought for a word without others.
    group: (u8, u8),
    postings: Range<usize>,
}

/// A document in which a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) document: u32,
    /// What its occurrences count, in halves, above the fields they are in.
    weight: u8,
}

impl Posting {
    pub(crate) fn fields(self) -> u8 {
        self.weight & 15
    }

    pub(crate) fn count(self) -> f32 {
        f32::from(self.weight >> 4) / 2.0
    }
}

impl Terms {
    pub(crate) fn open(body: &[u8], documents: usize) -> Result<Self, Damaged> {
        let mut bytes = Bytes(body);
        let count = bytes.size()?;
        let mut terms: Vec<Term> = Vec::new();
        let mut last = String::new();
        for _ in 0..count {
            let word = front_coded(&mut bytes, &last)?;
            if word <= last && !terms.is_empty() {
                return Err(Damaged);
            }
            terms.push(Term { word: word.clone(), group: (0, 0), postings: 0..0 });
            last = word;
        }
        for term in &mut terms {
            let length = *bytes.take(1)?.first().ok_or(Damaged)?;
            if length > 0 {
                term.group = (length, *bytes.take(1)?.first().ok_or(Damaged)?);
            }
        }
        let mut total = 0_usize;
        for term in &mut terms {
            let next = total.checked_add(bytes.size()?).ok_or(Damaged)?;
            term.postings = total..next;
            total = next;
        }
        // Each takes two bytes at least.
        if total > bytes.0.len() {
            return Err(Damaged);
        }
        let mut postings = Vec::with_capacity(total);
        for term in &terms {
            let mut document = 0_u32;
            for nth in 0..term.postings.len() {
                let step = bytes.number()?;
                document = document.checked_add(step).ok_or(Damaged)?;
                if (nth > 0 && step == 0) || document as usize >= documents {
                    return Err(Damaged);
                }
                postings.push(Posting { document, weight: 0 });
            }
        }
        for (posting, weight) in postings.iter_mut().zip(bytes.take(total)?) {
            posting.weight = *weight;
        }
        Ok(Self { terms, postings })
    }

    pub(crate) fn len(&self) -> usize {
        self.terms.len()
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
