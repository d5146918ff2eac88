//! What a search shows first: the letters that fit best, before the list of all letters is here, and the program that narrows
//! it. It answers words and nothing else, which are most of what readers ask.

use super::Finder;
use index::{leaf, leaf_size};
use search::{Answer, ShardId, words};

/// A leaf of the edition's letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    number: u32,
    /// A line each; none where it could not be had.
    lines: Option<Vec<String>>,
}

impl Leaf {
    pub(super) fn is_here(&self) -> bool {
        self.lines.is_some()
    }
}

/// A file that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Shard(ShardId),
    Leaf(u32),
}

/// What a search comes to first.
#[derive(Debug, Clone, PartialEq)]
pub enum First<'f> {
    /// These files are to be brought, or refused, and it is to be asked again.
    Needs(Vec<String>),
    /// How many letters were found, and a line for each of the best: `ADDRESS DATE FROM TO LANGUAGE KNOWN-BY`, its parts apart by
    /// tabs.
    Ready(usize, Vec<&'f str>),
}

impl Finder {
    /// Searches for words, and tells of so many letters; none where that takes more than words and leaves of letters, so that
    /// [`Finder::search`] is to be asked. What it tells is what that finds first. The text is in lower case and decomposed.
    #[must_use]
    pub fn first(&mut self, text: &str, typing: bool, most: usize) -> Option<First<'_>> {
        let hits = match self.index.search_words(&words(text, typing)?)? {
            Answer::Needs(shards) => return Some(First::Needs(self.files(shards))),
            Answer::Ready(results) => results.hits,
        };
        let size = u32::try_from(leaf_size(self.index.documents())).unwrap_or(u32::MAX).max(1);
        let mut needs = Vec::new();
        for hit in hits.iter().take(most) {
            let number = hit.document / size;
            if !self.leaves.iter().any(|leaf| leaf.number == number) {
                let file = bundle::leaf_file(self.index.id(), &self.language, number);
                if !needs.contains(&file) {
                    self.wanted.push((file.clone(), Wanted::Leaf(number)));
                    needs.push(file);
                }
            }
        }
        if !needs.is_empty() {
            return Some(First::Needs(needs));
        }
        let mut lines = Vec::new();
        for hit in hits.iter().take(most) {
            let leaf = self.leaves.iter().find(|leaf| leaf.number == hit.document / size)?;
            lines.push(leaf.lines.as_ref()?.get((hit.document % size) as usize)?.as_str());
        }
        Some(First::Ready(hits.len(), lines))
    }

    /// The files of the index that are wanted.
    pub(super) fn files(&mut self, shards: Vec<ShardId>) -> Vec<String> {
        let mut files = Vec::new();
        for shard in shards {
            let file = bundle::search_file(self.index.id(), shard);
            self.wanted.push((file.clone(), Wanted::Shard(shard)));
            files.push(file);
        }
        files
    }

    /// Begins to take in a file of the index or a leaf that was asked for, or takes note that it could not be had; the index goes
    /// on with it. Whether it is one of these: what else is asked for are the lines.
    pub fn came(&mut self, file: &str, bytes: Option<&[u8]>) -> bool {
        let Some(at) = self.wanted.iter().position(|(wanted, _)| wanted == file) else { return false };
        match (self.wanted.swap_remove(at).1, bytes) {
            (Wanted::Shard(shard), Some(bytes)) => drop(self.index.begin(shard, bytes)),
            (Wanted::Shard(shard), None) => self.index.lose(shard),
            (Wanted::Leaf(number), bytes) => {
                let text = bytes.and_then(|bytes| leaf(self.index.id(), bytes).ok());
                let lines = text.map(|text| text.lines().map(str::to_owned).collect());
                self.leaves.push(Leaf { number, lines });
            }
        }
        true
    }
}
