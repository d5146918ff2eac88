//! What a search shows first: the letters that fit best, before the list of all letters is here, and the program that narrows
//! it. It answers words and nothing else, which are most of what readers ask.

use super::Finder;
use index::{leaf, leaf_size};
use search::{Answer, Marks, Results, ShardId, words};

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

/// The lines of some letters.
#[derive(Debug, Clone, PartialEq)]
pub enum Leaves<'f> {
    /// These leaves are to be brought.
    Need(Vec<String>),
    /// One for each letter; none where its leaf could not be had.
    Here(Vec<Option<&'f str>>),
}

/// What a search comes to first.
#[derive(Debug, Clone, PartialEq)]
pub enum First<'f> {
    /// These files are to be brought, or refused, and it is to be asked again.
    Needs(Vec<String>),
    /// How many letters were found; a line for each of the best: `ADDRESS DATE FROM TO LANGUAGE KNOWN-BY`, its parts apart by
    /// tabs; and what was found, for marking it in their texts.
    Ready(usize, Vec<&'f str>, Marks),
}

impl Finder {
    /// Searches for words, and tells of so many letters; none where that takes more than words and leaves of letters, so that
    /// [`Finder::search`] is to be asked. What it tells is what that finds first. The text is in lower case and decomposed.
    #[must_use]
    pub fn first(&mut self, text: &str, typing: bool, most: usize) -> Option<First<'_>> {
        let Results { hits, marks, .. } = match self.index.search_words(&words(text, typing)?)? {
            Answer::Needs(shards) => return Some(First::Needs(self.files(shards))),
            Answer::Ready(results) => results,
        };
        let best: Vec<u32> = hits.iter().take(most).map(|hit| hit.document).collect();
        match self.leaves_of(&best) {
            Leaves::Need(files) => Some(First::Needs(files)),
            Leaves::Here(lines) => {
                Some(First::Ready(hits.len(), lines.into_iter().collect::<Option<_>>()?, marks))
            }
        }
    }

    /// The lines of letters, from their leaves.
    #[must_use]
    pub fn leaves_of(&mut self, letters: &[u32]) -> Leaves<'_> {
        let size = u32::try_from(leaf_size(self.index.documents())).unwrap_or(u32::MAX).max(1);
        let mut needs = Vec::new();
        for letter in letters {
            let number = letter / size;
            if !self.leaves.iter().any(|leaf| leaf.number == number) {
                let file = bundle::leaf_file(self.index.id(), &self.language, number);
                if !needs.contains(&file) {
                    self.wanted.push((file.clone(), Wanted::Leaf(number)));
                    needs.push(file);
                }
            }
        }
        if !needs.is_empty() {
            return Leaves::Need(needs);
        }
        let line = |letter: &u32| {
            let leaf = self.leaves.iter().find(|leaf| leaf.number == letter / size)?;
            leaf.lines.as_ref()?.get((letter % size) as usize).map(String::as_str)
        };
        Leaves::Here(letters.iter().map(line).collect())
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
