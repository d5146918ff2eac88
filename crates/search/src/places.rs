//! A file of places: where words stand in some of their documents.

use crate::Damaged;
use crate::codec::{Bytes, put_rising};
use crate::coder::{Coder, Model, Reader};
use crate::format;
use crate::shard::{Posting, Terms};
use std::ops::Range;

/// A file of places that has been read, each as the difference to the one before: what is not asked for is passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Places {
    bytes: Vec<u8>,
    terms: Vec<Range<usize>>,
}

/// A file of places that is being read. A frequent word stands in tens of thousands of places, which cannot be read at a
/// stroke while somebody scrolls.
#[derive(Debug, Clone)]
pub(crate) struct Opening {
    model: Model<Reader>,
    read: Places,
    /// The first of the documents, and how many there are at most.
    documents: (u32, u32),
    /// Which document of the word is next.
    next: usize,
}

impl Opening {
    /// Of so many documents from a first on.
    pub(crate) fn new(body: &[u8], first: u32, count: u32) -> Self {
        Self {
            model: Model::new(Reader::new(body)),
            read: Places::default(),
            documents: (first, count),
            next: 0,
        }
    }

    /// Reads on, about so many places; whether that was the end.
    pub(crate) fn go_on(&mut self, terms: &Terms, most: usize) -> Result<bool, Damaged> {
        let mut left = most;
        let mut places = Vec::new();
        let (first, count) = self.documents;
        while let Some(term) = terms.term(self.read.terms.len()) {
            let count = if format::has_places(term.word.as_bytes()) { count } else { 0 };
            for posting in terms.among(self.read.terms.len(), first, count).skip(self.next) {
                if left == 0 {
                    return Ok(false);
                }
                places.clear();
                format::places(&mut self.model, posting.weight(), &mut places).ok_or(Damaged)?;
                put_rising(&mut self.read.bytes, places.iter().copied());
                left = left.saturating_sub(1 + places.len());
                self.next += 1;
            }
            self.next = 0;
            let start = self.read.terms.last().map_or(0, |before| before.end);
            self.read.terms.push(start..self.read.bytes.len());
        }
        if self.model.coder.is_beyond() { Err(Damaged) } else { Ok(true) }
    }

    /// What has been read.
    pub(crate) fn places(self) -> Places {
        self.read
    }
}

impl Places {
    /// Calls back for each document of a word with where the word stands in it: four times the place, and the field. The
    /// postings are those of the documents whose places are here.
    pub(crate) fn each<'p>(
        &self,
        term: usize,
        postings: impl Iterator<Item = &'p Posting>,
        see: &mut dyn FnMut(u32, &[u32]),
    ) {
        let range = self.terms.get(term).cloned().unwrap_or_default();
        let mut bytes = Bytes(self.bytes.get(range).unwrap_or_default());
        let mut places = Vec::new();
        for posting in postings {
            places.clear();
            // What was put there can be read.
            let _ = bytes.rising(|place| places.push(place));
            see(posting.document(), &places);
        }
    }
}
