//! Which words of the index a word of a query stands for.

use crate::evaluate::Near;
use crate::index::{Index, ShardId};
use crate::near;
use crate::shard::Terms;

/// Shortest word, in letters, whose longer words are found; a single sign of Han is enough.
const BEGINNING: usize = 3;

/// What the words found count, beside the word as typed.
const LONGER: f32 = 0.8;
const FORM: f32 = 0.6;
const MISSPELT: f32 = 0.4;

/// A word of the index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    pub(crate) shard: u32,
    pub(crate) at: usize,
    pub(crate) weight: f32,
}

/// How a word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wish<'w> {
    pub(crate) word: &'w str,
    /// Longer words are found too.
    pub(crate) prefix: bool,
    /// Other forms of the word are found too, and what it may have been meant to be, where it is nowhere.
    pub(crate) loosely: bool,
}

/// Looks words up in the files that are here, and gathers which others are needed.
pub(crate) struct Looker<'i> {
    pub(crate) index: &'i Index,
    /// Finds what a word may have been meant to be.
    pub(crate) near: Option<Near>,
    /// What words may have been meant to be is found even where they are somewhere.
    pub(crate) generously: bool,
    pub(crate) needs: Vec<ShardId>,
}

impl<'i> Looker<'i> {
    /// A file of terms, where it is here; else it is needed, unless it is lost.
    pub(crate) fn terms(&mut self, shard: u32) -> Option<&'i Terms> {
        let terms = self.index.terms(shard);
        let known = self.index.shards.len() > shard as usize;
        if terms.is_none() && known {
            self.need(ShardId::Terms(shard));
        }
        terms
    }

    /// Asks for a file, unless it is lost.
    pub(crate) fn need(&mut self, shard: ShardId) {
        if !self.index.is_lost(shard) && !self.needs.contains(&shard) {
            self.needs.push(shard);
        }
    }

    /// The words of the index that are meant; how many of them are what was typed, the others being what that may have been
    /// meant to be.
    pub(crate) fn look_up(&mut self, wish: Wish<'_>) -> (Vec<Match>, usize) {
        let mut found: Vec<Match> = Vec::new();
        let shard = self.index.shard_of(wish.word);
        let exact = self.typed(wish, &mut found);
        if let Some(word) = Some(wish.word).filter(|_| self.index.umlauts).and_then(unmarked) {
            self.typed(Wish { word: &word, ..wish }, &mut found);
        }
        let lost = self.index.is_lost(ShardId::Terms(shard));
        let known = found.len();
        // What is in several documents is hardly a misspelling.
        let often = exact.is_some_and(|(terms, at)| terms.postings(at).len() >= near::FEW);
        let enough = known > 0 && (!self.generously || often);
        if enough || !self.needs.is_empty() || !wish.loosely || lost {
            return (found, known);
        }
        let near = self.near.map_or_else(Vec::new, |near| near(self, wish.word));
        for (shard, at) in near {
            put(&mut found, Match { shard, at, weight: MISSPELT });
        }
        (found, known)
    }

    /// Finds a word as it was typed, its forms, and longer ones; in which of the files it stands and where, if it does.
    fn typed(&mut self, wish: Wish<'_>, found: &mut Vec<Match>) -> Option<(&'i Terms, usize)> {
        let shard = self.index.shard_of(wish.word);
        let exact = self.terms(shard).and_then(|terms| Some((terms, terms.find(wish.word)?)));
        if let Some((terms, at)) = exact {
            put(found, Match { shard, at, weight: 1.0 });
            let stem = terms.term(at).and_then(|term| Some((term, term.stem()?)));
            if let (true, Some((term, stem))) = (wish.loosely, stem) {
                self.each_beginning(stem, &mut |shard, at, other| {
                    if other.is_form_of(term) {
                        put(found, Match { shard, at, weight: FORM });
                    }
                });
            }
        }
        if wish.prefix
            && (wish.word.chars().nth(BEGINNING - 1).is_some() || crate::tokens::is_sign(wish.word))
        {
            self.each_beginning(wish.word, &mut |shard, at, _| {
                put(found, Match { shard, at, weight: LONGER });
            });
        }
        exact
    }

    /// Calls back for all words with a beginning.
    pub(crate) fn each_beginning(
        &mut self,
        beginning: &str,
        see: &mut dyn FnMut(u32, usize, &'i crate::shard::Term),
    ) {
        for shard in self.index.shards_with(beginning) {
            if let Some(terms) = self.terms(shard) {
                for at in terms.beginning(beginning) {
                    if let Some(term) = terms.term(at) {
                        see(shard, at, term);
                    }
                }
            }
        }
    }
}

/// A word without the letters that stand in it for umlauts, as the index has it, which drops marks: `fur` of `fuer`, for `für`. None
/// where there are none: an `e` behind two vowels, or behind `qu`, is one of its own, and short words mean what they are.
fn unmarked(word: &str) -> Option<String> {
    let mut out = String::new();
    let (mut before, mut last) = (' ', ' ');
    for letter in word.chars() {
        let written = letter == 'e'
            && matches!(last, 'a' | 'o' | 'u')
            && !matches!(before, 'a' | 'e' | 'i' | 'o' | 'u' | 'q');
        if !written {
            out.push(letter);
        }
        (before, last) = (last, letter);
    }
    (out.len() < word.len() && out.chars().nth(2).is_some()).then_some(out)
}

/// Takes a word in once, for the most that it counts.
fn put(found: &mut Vec<Match>, new: Match) {
    match found.iter_mut().find(|known| (known.shard, known.at) == (new.shard, new.at)) {
        Some(known) => known.weight = known.weight.max(new.weight),
        None => found.push(new),
    }
}
