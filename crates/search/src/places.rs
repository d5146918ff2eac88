//! A file of places: where words stand in their documents.

use crate::Damaged;
use crate::codec::Bytes;
use crate::shard::Posting;
use std::ops::Range;

/// A file of places that has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Places {
    bytes: Vec<u8>,
    terms: Vec<Range<usize>>,
}

impl Places {
    pub(crate) fn open(body: &[u8], terms: usize) -> Result<Self, Damaged> {
        let mut bytes = Bytes(body);
        let mut ranges = Vec::new();
        let mut at = 0_usize;
        for _ in 0..terms {
            let next = at.checked_add(bytes.size()?).ok_or(Damaged)?;
            ranges.push(at..next);
            at = next;
        }
        if at != bytes.0.len() {
            return Err(Damaged);
        }
        Ok(Self { bytes: bytes.0.to_vec(), terms: ranges })
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
            let count = bytes.size()?;
            let wanted = wanted(posting.document);
            places.clear();
            let mut place = 0_u32;
            for _ in 0..count {
                place = place.checked_add(bytes.number()?).ok_or(Damaged)?;
                if wanted {
                    places.push(place);
                }
            }
            if wanted {
                see(posting.document, &places);
            }
        }
        Ok(())
    }
}
