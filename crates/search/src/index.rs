//! An index that is open: its root, and the files that have arrived.

use crate::Damaged;
use crate::codec::{Bytes, checked};
use crate::places::{Opening, Places};
use crate::reach::Reach;
use crate::shard::Terms;

/// The version of the files. What has another is refused.
pub(crate) const FORMAT: u32 = 4;

/// So many places are read at a stroke: a few milliseconds on a slow telephone.
const SLICE: usize = 4096;

/// The places of the words of a file of terms are in one file up to this size, in 256 bytes, and in as many as it goes into
/// them where they take more: each has those of documents that follow each other. Whoever looks for a phrase with `the` in
/// it and two rare words reads where `the` stands in a few documents, not in all.
const PART: u32 = 12;

/// A file of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShardId {
    /// Words, and the documents they are in.
    Terms(u32),
    /// Where the words of `Terms(7)` stand in some of these documents: `Places(7, 0)`, `Places(7, 1)` and so on.
    Places(u32, u32),
}

/// What the root knows of a file of terms.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// Its first word.
    pub(crate) first: String,
    /// How large all its places are, in 256 bytes.
    pub(crate) size: u32,
}

/// How many files places of a size go into, in 256 bytes, and how many of all documents each has.
pub(crate) fn parts(size: u32, documents: usize) -> (u32, u32) {
    let documents = u32::try_from(documents).unwrap_or(u32::MAX).max(1);
    let parts = (size / PART + 1).min(documents);
    (parts, documents.div_ceil(parts))
}

/// An index that is open.
#[derive(Debug, Clone)]
pub struct Index {
    /// See [`Index::id`].
    id: u32,
    /// How long each document is, as a class.
    lengths: Vec<u8>,
    /// The same, for what is in files of terms.
    reach: Reach,
    /// The mean of the lengths.
    pub(crate) mean: f32,
    pub(crate) shards: Vec<Known>,
    /// The files of terms that are here, by number.
    terms: Vec<Option<Terms>>,
    /// The files of places that are here.
    places: Vec<((u32, u32), Places)>,
    /// Files of places that are being read.
    opening: Vec<((u32, u32), Opening)>,
    lost: Vec<ShardId>,
    /// See [`Index::with_umlauts`].
    pub(crate) umlauts: bool,
}

impl Index {
    /// Opens the root of an index.
    ///
    /// # Errors
    /// Where it is damaged, or of another version.
    pub fn open(root: &[u8]) -> Result<Self, Damaged> {
        let mut bytes = Bytes(checked(0, root)?);
        if bytes.number()? != FORMAT {
            return Err(Damaged);
        }
        let id = u32::from_le_bytes(bytes.take(4)?.try_into().map_err(|_| Damaged)?);
        let documents = bytes.size()?;
        let lengths = bytes.take(documents)?.to_vec();
        let count = bytes.size()?;
        let mut shards: Vec<Known> = Vec::new();
        let mut first = String::new();
        for _ in 0..count {
            first = front_coded(&mut bytes, &first)?;
            shards.push(Known { first: first.clone(), size: bytes.number()? });
        }
        let total: u64 = lengths.iter().map(|class| u64::from(length_of(*class))).sum();
        #[expect(clippy::cast_precision_loss, reason = "a mean of many need not be exact")]
        let mean = (total as f32 / lengths.len().max(1) as f32).max(1.0);
        Ok(Self {
            id,
            reach: Reach::new(lengths.iter().copied()),
            lengths,
            mean,
            terms: shards.iter().map(|_| None).collect(),
            places: Vec::new(),
            shards,
            opening: Vec::new(),
            lost: Vec::new(),
            umlauts: false,
        })
    }

    /// The same for readers who may write `ae`, `oe` and `ue` for umlauts, as German does where there are none.
    #[must_use]
    pub fn with_umlauts(self, are: bool) -> Self {
        Self { umlauts: are, ..self }
    }

    /// The number that is in the names of its files.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.id
    }

    /// How many documents there are.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.lengths.len()
    }

    /// Takes in a file that was asked for. One that is damaged counts as lost.
    ///
    /// # Errors
    /// Where it is damaged, or a file of another index.
    pub fn accept(&mut self, shard: ShardId, file: &[u8]) -> Result<(), Damaged> {
        self.begin(shard, file)?;
        while self.go_on() {}
        if self.is_lost(shard) { Err(Damaged) } else { Ok(()) }
    }

    /// Begins to take in a file that was asked for; [`Index::go_on`] takes in the rest, and until then it is asked for
    /// still. One that is damaged counts as lost.
    ///
    /// # Errors
    /// Where it is damaged, as far as can be seen so soon, or a file of another index.
    pub fn begin(&mut self, shard: ShardId, file: &[u8]) -> Result<(), Damaged> {
        let taken = self.take(shard, file);
        if taken.is_err() {
            self.lose(shard);
        }
        taken
    }

    /// Takes in more of what was begun, so much that nobody waits for it; whether anything is left.
    pub fn go_on(&mut self) -> bool {
        if let Some((id, mut opening)) = self.opening.pop() {
            let terms = self.terms(id.0).ok_or(Damaged);
            match terms.and_then(|terms| opening.go_on(terms, SLICE)) {
                Ok(false) => self.opening.push((id, opening)),
                Ok(true) => self.places.push((id, opening.places())),
                Err(Damaged) => self.lose(ShardId::Places(id.0, id.1)),
            }
        }
        !self.opening.is_empty()
    }

    fn take(&mut self, shard: ShardId, file: &[u8]) -> Result<(), Damaged> {
        let body = checked(self.id, file)?;
        match shard {
            ShardId::Terms(number) => {
                let terms = Terms::open(body, &self.reach)?;
                *self.terms.get_mut(number as usize).ok_or(Damaged)? = Some(terms);
            }
            ShardId::Places(number, part) => {
                let (parts, share) = self.parts(number);
                if part >= parts {
                    return Err(Damaged);
                }
                // Who types on asks again for what is being read.
                let begun = self.opening.iter().any(|(begun, _)| *begun == (number, part));
                if !begun && self.places((number, part)).is_none() {
                    self.opening.push(((number, part), Opening::new(body, part * share, share)));
                }
            }
        }
        self.lost.retain(|lost| *lost != shard);
        Ok(())
    }

    /// Notes that a file could not be had: results come from what is left.
    pub fn lose(&mut self, shard: ShardId) {
        if !self.is_lost(shard) {
            self.lost.push(shard);
        }
    }

    /// Forgets what could not be had, so that it is asked for again.
    pub fn forget_losses(&mut self) {
        self.lost.clear();
    }

    /// A file of terms, where it is here.
    pub(crate) fn terms(&self, number: u32) -> Option<&Terms> {
        self.terms.get(number as usize)?.as_ref()
    }

    /// A file of places, where it is here.
    pub(crate) fn places(&self, file: (u32, u32)) -> Option<&Places> {
        self.places.iter().find(|(known, _)| *known == file).map(|(_, places)| places)
    }

    /// How many files of places a file of terms has, and how many of all documents each of them.
    pub(crate) fn parts(&self, shard: u32) -> (u32, u32) {
        parts(self.shards.get(shard as usize).map_or(0, |known| known.size), self.lengths.len())
    }

    /// Whether some of the places of the words of a file of terms are lost.
    pub(crate) fn has_lost_places(&self, shard: u32) -> bool {
        self.lost.iter().any(|lost| matches!(lost, ShardId::Places(of, _) if *of == shard))
    }

    pub(crate) fn is_lost(&self, shard: ShardId) -> bool {
        self.lost.contains(&shard)
    }

    /// The file of terms that a word is in, if it is in any.
    pub(crate) fn shard_of(&self, word: &str) -> u32 {
        let after = self.shards.partition_point(|known| known.first.as_str() <= word);
        u32::try_from(after.saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The files of terms that words with this beginning are in.
    pub(crate) fn shards_with(&self, beginning: &str) -> std::ops::RangeInclusive<u32> {
        let first = self.shard_of(beginning);
        let after = self
            .shards
            .partition_point(|known| known.first.as_str() <= beginning || known.first.starts_with(beginning));
        first..=u32::try_from(after.saturating_sub(1)).unwrap_or(u32::MAX).max(first)
    }

    /// How long a document is, compared to all.
    pub(crate) fn relative_length(&self, document: u32) -> f32 {
        let class = self.lengths.get(document as usize).copied().unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "a class of lengths is no exact length")]
        let length = length_of(class) as f32;
        length / self.mean
    }
}

/// The longest document of a class.
pub(crate) fn length_of(class: u8) -> u32 {
    let mut length = 8_u32;
    for _ in 0..class.min(160) {
        length += length / 8;
    }
    if class > 160 { u32::MAX } else { length }
}

/// A word that was written by what it has in common with the one before it.
pub(crate) fn front_coded(bytes: &mut Bytes<'_>, last: &str) -> Result<String, Damaged> {
    let common = bytes.size()?;
    let length = bytes.size()?;
    let rest = std::str::from_utf8(bytes.take(length)?).map_err(|_| Damaged)?;
    Ok([last.get(..common).ok_or(Damaged)?, rest].concat())
}
