//! A query answered that may have all that queries can have.

use crate::evaluate::{Scores, Search, stands};
use crate::expand::{Looker, Match};
use crate::index::Index;
use crate::near;
use crate::query::{Clause, Query, Scope, Unit};
use crate::results::{Answer, Meaning};

impl Index {
    /// Searches. Documents that `allowed` says no to are left out; a query that only excludes finds all others.
    #[must_use]
    pub fn search(&self, query: &Query, allowed: Option<&dyn Fn(u32) -> bool>) -> Answer {
        match self.attempt(query, allowed, false) {
            // Each word is somewhere, but all are nowhere: one of them may be another's misspelling.
            Answer::Ready(results) if results.hits.is_empty() && query.clauses.len() > 1 => {
                self.attempt(query, allowed, true)
            }
            answer => answer,
        }
    }

    fn attempt(&self, query: &Query, allowed: Option<&dyn Fn(u32) -> bool>, generously: bool) -> Answer {
        let mut search = Search::new(self, Some(near::near));
        search.looker.generously = generously;
        let clauses: Vec<Scores> = query.clauses.iter().map(|clause| search.clause(clause)).collect();
        search.answer(query, &clauses, allowed)
    }
}

impl Search<'_> {
    fn clause(&mut self, clause: &Clause) -> Scores {
        let mut best = vec![0.0; self.index().documents()];
        for unit in &clause.units {
            let words = unit.words.len();
            let scores = match (unit.scope, unit.words.as_slice()) {
                (Scope::Said(signs), _) => {
                    let counts = self.said(unit, signs);
                    self.scored(counts, words)
                }
                (_, [word]) => {
                    let matches = self.meant(&word.text, word.prefix, !clause.negated && !unit.exact);
                    if !clause.negated {
                        self.mark(&matches);
                    }
                    self.word(unit, &matches)
                }
                _ => {
                    let counts = self.phrase(unit, clause.negated);
                    self.scored(counts, words)
                }
            };
            best.iter_mut().zip(scores).for_each(|(best, score)| *best = score.max(*best));
        }
        best
    }

    /// The words of the index that are meant by one. What it may have been meant to be is said.
    fn meant(&mut self, word: &str, prefix: bool, loosely: bool) -> Vec<Match> {
        let (matches, known) = self.look_up(word, prefix, loosely);
        if matches.len() > known {
            let found = self.words_of(&matches[known..]);
            self.results.meanings.push(Meaning { typed: word.to_owned(), found });
        } else if loosely {
            self.offer(word, &matches);
        }
        matches
    }

    /// Offers what a word may have been meant to be that gives little, as far as the files say that are here.
    fn offer(&mut self, word: &str, matches: &[Match]) {
        let count =
            |shard: u32, at: usize| self.index().terms(shard).map_or(0, |terms| terms.postings(at).len());
        let little: usize = matches.iter().map(|found| count(found.shard, found.at)).sum();
        if !(1..=near::LITTLE).contains(&little) {
            return;
        }
        let mut looker = Looker { index: self.index(), near: None, generously: false, needs: Vec::new() };
        let mut found = Vec::new();
        for (shard, at) in near::near(&mut looker, word) {
            let term = self.index().terms(shard).and_then(|terms| terms.term(at));
            if let Some(term) = term.filter(|_| count(shard, at) > little * near::MORE) {
                found.push(term.word.clone());
            }
        }
        if !found.is_empty() {
            self.results.offers.push(Meaning { typed: word.to_owned(), found });
        }
    }

    /// Counts made into scores: see the crate's words on ranking.
    fn scored(&self, mut counts: Scores, words: usize) -> Scores {
        let rare = self.rarity(counts.iter().filter(|count| **count > 0.0).count());
        let phrase = if words > 1 { 2.0 * f32::from(u8::try_from(words).unwrap_or(u8::MAX)) } else { 1.0 };
        for (document, count) in (0..).zip(&mut counts) {
            *count = phrase * rare * self.saturated(document, *count);
        }
        counts
    }

    /// What is said of documents: all words under one of the signs.
    fn said(&mut self, unit: &Unit, signs: &[char]) -> Scores {
        let documents = self.index().documents();
        let mut counts = vec![0.0; documents];
        for sign in signs {
            let mut all = vec![true; documents];
            for word in &unit.words {
                let said = ["\u{1}", sign.encode_utf8(&mut [0; 4]), &word.text].concat();
                let mut has = vec![false; documents];
                for Match { shard, at, .. } in self.meant(&said, word.prefix, false) {
                    let postings = self.index().terms(shard).map(|terms| terms.postings(at));
                    for posting in postings.unwrap_or_default() {
                        if let Some(has) = has.get_mut(posting.document() as usize) {
                            *has = true;
                        }
                    }
                }
                all.iter_mut().zip(has).for_each(|(all, has)| *all &= has);
            }
            for (count, _) in counts.iter_mut().zip(all).filter(|(_, all)| *all) {
                *count = 1.0;
            }
        }
        self.results.marks.add(vec![unit.words.iter().map(|word| word.text.clone()).collect()]);
        counts
    }

    /// What a phrase counts in each document.
    fn phrase(&mut self, unit: &Unit, negated: bool) -> Scores {
        let documents = self.index().documents();
        let mut counts = vec![0.0; documents];
        let words: Vec<Vec<Match>> =
            unit.words.iter().map(|word| self.meant(&word.text, word.prefix, false)).collect();
        if words.iter().any(Vec::is_empty) {
            return counts;
        }
        let mut all: Vec<usize> = vec![0; documents];
        for (nth, matches) in words.iter().enumerate() {
            for Match { shard, at, .. } in matches {
                let postings = self.index().terms(*shard).map(|terms| terms.postings(*at));
                for posting in postings.unwrap_or_default() {
                    if let Some(all) = all.get_mut(posting.document() as usize).filter(|all| **all == nth) {
                        *all += 1;
                    }
                }
            }
        }
        let candidate = |document: u32| all.get(document as usize) == Some(&words.len());
        if !all.contains(&words.len()) {
            return counts;
        }
        // What is missing is asked for at once, of all words.
        let mut all_places = Vec::new();
        for matches in &words {
            all_places.push(self.places(matches, &candidate));
        }
        if !self.looker.needs.is_empty() {
            return counts;
        }
        // Where the phrase can have got to in each document after each word.
        let mut all_places = all_places.into_iter();
        let mut reached = all_places.next().unwrap_or_default();
        for places in all_places {
            for (before, places) in reached.iter_mut().zip(places) {
                let mut now = Vec::new();
                for place in places {
                    if before.binary_search(&place.wrapping_sub(4)).is_ok() {
                        now.push(place);
                    }
                }
                *before = now;
            }
        }
        for (count, places) in counts.iter_mut().zip(reached) {
            let places = places.iter().filter(|place| stands(unit.scope, 1 << (**place & 3)));
            #[expect(clippy::cast_precision_loss, reason = "more than a few count alike")]
            {
                *count = places.count() as f32;
            }
        }
        if !negated {
            let words = words.iter().map(|matches| self.words_of(matches)).collect();
            self.results.marks.add(words);
        }
        counts
    }
}
