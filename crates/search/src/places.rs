//! A file of places: where words stand in their documents.

use crate::Damaged;
use crate::codec::{Bytes, put_rising};
use crate::coder::{Coder, Model, Reader};
use crate::format;
use crate::shard::{Posting, Terms};
use std::ops::Range;

/// A file of places that has arrived, each as the difference to the one before: what is not asked for is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Places {
    bytes: Vec<u8>,
    terms: Vec<Range<usize>>,
}

impl Places {
    pub(crate) fn open(body: &[u8], terms: &Terms) -> Result<Self, Damaged> {
        let mut model = Model::new(Reader::new(body));
        let (mut bytes, mut ranges, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for (at, term) in terms.each().iter().enumerate() {
            let start = bytes.len();
            for posting in terms.postings(at).iter().filter(|_| format::has_places(term.word.as_bytes())) {
                places.clear();
                format::places(&mut model, posting.weight, &mut places).ok_or(Damaged)?;
                put_rising(&mut bytes, places.iter().copied());
            }
            ranges.push(start..bytes.len());
        }
        if model.coder.is_beyond() {
            return Err(Damaged);
        }
        Ok(Self { bytes, terms: ranges })
    }

    /// Calls back for each document of a word that is wanted, with where the word stands in it: four times the place, and
    /// the field.
    pub(crate) fn each(
        &self,
        term: usize,
        postings: &[Posting],
        wanted: &dyn Fn(u32) -> bool,
        see: &mut dyn FnMut(u32, &[u32]),
    ) -> Result<(), Damaged> {
        let range = self.terms.get(term).cloned().unwrap_or_default();
        let mut bytes = Bytes(self.bytes.get(range).unwrap_or_default());
        let mut places = Vec::new();
        for posting in postings {
            let wanted = wanted(posting.document);
            places.clear();
            bytes.rising(|place| {
                if wanted {
                    places.push(place);
                }
            })?;
            if wanted {
                see(posting.document, &places);
            }
        }
        Ok(())
    }
}
