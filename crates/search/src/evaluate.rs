//! A query answered.

use crate::expand::{Looker, Match, Wish};
use crate::index::{Index, ShardId};
use crate::order;
use crate::query::{Clause, Query, Scope, Unit};
use crate::results::{Answer, Hit, Meaning, Results};
use crate::shard::Posting;

/// Most that the places of the words of a query may take, in 256 bytes, to be brought for ranking alone.
const CHEAP: u32 = 20;

/// How well each document fits, by number; nought for one that does not.
type Scores = Vec<f32>;

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
        let mut search = Search {
            generously,
            looker: Looker { index: self, needs: Vec::new() },
            results: Results::default(),
            lost: Vec::new(),
        };
        let clauses: Vec<Scores> = query.clauses.iter().map(|clause| search.clause(clause)).collect();
        let close = search.closeness(query, &clauses);
        if !search.looker.needs.is_empty() {
            return Answer::Needs(search.looker.needs);
        }

        let mut results = search.results;
        results.lost = search.lost.len();
        if query.clauses.is_empty() && query.pairs.is_empty() {
            return Answer::Ready(results);
        }
        let mut ranked: Vec<u64> = Vec::new();
        for document in 0..u32::try_from(self.documents()).unwrap_or(u32::MAX) {
            let fits = query.clauses.iter().zip(&clauses).all(|(clause, scores)| {
                let fits = scores.get(document as usize).is_some_and(|score| *score > 0.0);
                fits != clause.negated
            });
            if !fits || !allowed.is_none_or(|allowed| allowed(document)) {
                continue;
            }
            let scores = query.clauses.iter().zip(&clauses).filter(|(clause, _)| !clause.negated);
            let sum: f32 = scores.filter_map(|(_, scores)| scores.get(document as usize)).sum();
            let score = sum * close.get(document as usize).copied().unwrap_or(1.0);
            // Scores are never below nought: the larger one has the larger bits. Sorted as one number, the best first.
            ranked.push((u64::from(!score.to_bits()) << 32) | u64::from(document));
        }
        order::numbers(&mut ranked);
        #[expect(clippy::cast_possible_truncation, reason = "the halves of a number")]
        let hits = ranked
            .iter()
            .map(|hit| Hit { document: *hit as u32, score: f32::from_bits(!(hit >> 32) as u32) });
        results.hits = hits.collect();
        Answer::Ready(results)
    }
}

struct Search<'i> {
    /// See [`Wish`].
    generously: bool,
    looker: Looker<'i>,
    results: Results,
    lost: Vec<ShardId>,
}

impl Search<'_> {
    fn index(&self) -> &Index {
        self.looker.index
    }

    fn clause(&mut self, clause: &Clause) -> Scores {
        let mut best = vec![0.0; self.index().documents()];
        for unit in &clause.units {
            let words = unit.words.len();
            let scores = match (unit.scope, unit.words.as_slice()) {
                (Scope::Said(signs), _) => {
                    let counts = self.said(unit, signs);
                    self.scored(counts, words)
                }
                (_, [_]) => self.word(unit, clause.negated),
                _ => {
                    let counts = self.phrase(unit, clause.negated);
                    self.scored(counts, words)
                }
            };
            best.iter_mut().zip(scores).for_each(|(best, score)| *best = score.max(*best));
        }
        best
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

    /// How much it says that something is in so many documents.
    fn rarity(&self, documents: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "numbers of documents are small")]
        let (all, with) = (self.index().documents() as f32, documents as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// What a count says of a document: less and less with each occurrence, and less in a long one.
    fn saturated(&self, document: u32, count: f32) -> f32 {
        count * 2.2 / (count + 1.2 * (0.4 + 0.6 * self.index().relative_length(document)))
    }

    fn look_up(&mut self, word: &str, prefix: bool, loosely: bool) -> Vec<Match> {
        let (matches, known) =
            self.looker.look_up(Wish { word, prefix, loosely, generously: self.generously });
        if matches.len() > known {
            let found = self.words_of(&matches[known..]);
            self.results.meanings.push(Meaning { typed: word.to_owned(), found });
        }
        if matches.is_empty() {
            let shards = self.index().shards_with(word).map(ShardId::Terms);
            let lost: Vec<_> = shards.filter(|shard| self.index().is_lost(*shard)).collect();
            lost.into_iter().for_each(|shard| self.lose(shard));
        }
        matches
    }

    fn lose(&mut self, shard: ShardId) {
        if !self.lost.contains(&shard) {
            self.lost.push(shard);
        }
    }

    fn words_of(&self, matches: &[Match]) -> Vec<String> {
        let word = |found: &Match| Some(self.index().terms(found.shard)?.term(found.at)?.word.clone());
        matches.iter().filter_map(word).collect()
    }

    /// How well each document fits a single word. What was typed counts by its own rarity, other words by that of all
    /// together, if they are rarer.
    fn word(&mut self, unit: &Unit, negated: bool) -> Scores {
        let mut scores = vec![0.0; self.index().documents()];
        let Some(word) = unit.words.first() else { return scores };
        let matches = self.look_up(&word.text, word.prefix, !negated && !unit.exact);
        let mut any = vec![false; scores.len()];
        self.each_posting(&matches, &mut |_, _, posting| any[posting.document as usize] = true);
        let together = self.rarity(any.iter().filter(|any| **any).count());
        self.each_posting(&matches, &mut |weight, documents, posting| {
            let own = self.rarity(documents);
            #[expect(clippy::float_cmp, reason = "one is one")]
            let rare = if weight == 1.0 { own } else { own.min(together) };
            if stands(unit.scope, posting.fields()) {
                scores[posting.document as usize] +=
                    weight * rare * self.saturated(posting.document, posting.count());
            }
        });
        if !negated {
            let words = self.words_of(&matches);
            self.results.marks.add(vec![words]);
        }
        scores
    }

    /// Calls back for each document of each word, with what the word counts and in how many documents it is.
    fn each_posting(&self, matches: &[Match], see: &mut dyn FnMut(f32, usize, Posting)) {
        for Match { shard, at, weight } in matches {
            let postings = self.index().terms(*shard).map(|terms| terms.postings(*at)).unwrap_or_default();
            postings.iter().for_each(|posting| see(*weight, postings.len(), *posting));
        }
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
                for Match { shard, at, .. } in self.look_up(&said, word.prefix, false) {
                    let postings = self.index().terms(shard).map(|terms| terms.postings(at));
                    for posting in postings.unwrap_or_default() {
                        if let Some(has) = has.get_mut(posting.document as usize) {
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
            unit.words.iter().map(|word| self.look_up(&word.text, word.prefix, false)).collect();
        if !self.looker.needs.is_empty() || words.iter().any(Vec::is_empty) {
            return counts;
        }
        let mut all: Vec<usize> = vec![0; documents];
        for (nth, matches) in words.iter().enumerate() {
            for Match { shard, at, .. } in matches {
                let postings = self.index().terms(*shard).map(|terms| terms.postings(*at));
                for posting in postings.unwrap_or_default() {
                    if let Some(all) = all.get_mut(posting.document as usize).filter(|all| **all == nth) {
                        *all += 1;
                    }
                }
            }
        }
        let candidate = |document: u32| all.get(document as usize) == Some(&words.len());
        if !all.contains(&words.len()) {
            return counts;
        }
        // Where the phrase can have got to in each document after each word.
        let mut reached: Vec<Vec<u32>> = Vec::new();
        for (nth, matches) in words.iter().enumerate() {
            let Some(mut places) = self.places(matches, &candidate) else {
                return counts;
            };
            let next = |document: usize, place: u32| {
                nth == 0
                    || reached.get(document).is_some_and(|before| {
                        place.checked_sub(4).is_some_and(|wanted| before.binary_search(&wanted).is_ok())
                    })
            };
            for (document, places) in places.iter_mut().enumerate() {
                places.retain(|place| next(document, *place));
            }
            reached = places;
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

    /// Where words stand in the documents that are wanted, by number, in order; none where a file is not here.
    fn places(&mut self, matches: &[Match], wanted: &dyn Fn(u32) -> bool) -> Option<Vec<Vec<u32>>> {
        let mut all: Vec<Vec<u32>> = vec![Vec::new(); self.index().documents()];
        let mut here = true;
        for Match { shard, at, .. } in matches {
            let id = ShardId::Places(*shard);
            let index = self.looker.index;
            let (Some(terms), Some(places)) = (index.terms(*shard), index.places(*shard)) else {
                if index.is_lost(id) {
                    self.lose(id);
                } else {
                    self.looker.need(id);
                }
                here = false;
                continue;
            };
            let read = places.each(*at, terms.postings(*at), wanted, &mut |document, places| {
                let Some(all) = all.get_mut(document as usize) else { return };
                if all.is_empty() {
                    all.extend_from_slice(places);
                    return;
                }
                for place in places {
                    if let Err(at) = all.binary_search(place) {
                        all.insert(at, *place);
                    }
                }
            });
            if read.is_err() {
                self.lose(id);
                here = false;
            }
        }
        here.then_some(all)
    }

    /// How close single words of a query stand in documents that have all of them, where that costs little to know.
    fn closeness(&mut self, query: &Query, clauses: &[Scores]) -> Vec<f32> {
        let mut close = Vec::new();
        let single = |clause: &&Clause| {
            !clause.negated
                && matches!(clause.units.as_slice(), [Unit { words, scope: Scope::Anywhere, .. }] if words.len() == 1)
        };
        let words: Vec<&str> = query
            .clauses
            .iter()
            .filter(single)
            .flat_map(|clause| &clause.units)
            .flat_map(|unit| &unit.words)
            .map(|word| word.text.as_str())
            .collect();
        if words.len() < 2 || !self.looker.needs.is_empty() {
            return close;
        }
        let shards: Vec<u32> = words.iter().map(|word| self.index().shard_of(word)).collect();
        let cost =
            shards.iter().filter_map(|shard| self.index().shards.get(*shard as usize)).map(|(_, size)| size);
        let lost = |shard: &u32| self.index().is_lost(ShardId::Places(*shard));
        if cost.sum::<u32>() > CHEAP || shards.iter().any(lost) {
            return close;
        }
        let all = |document: u32| {
            let at = document as usize;
            clauses.iter().all(|scores| scores.get(at).is_some_and(|score| *score > 0.0))
        };
        close.resize(self.index().documents(), 1.0_f32);
        let mut last: Vec<Vec<u32>> = Vec::new();
        for word in words {
            let matches =
                self.looker.look_up(Wish { word, prefix: false, loosely: false, generously: false }).0;
            let places = self.places(&matches, &all).unwrap_or_default();
            for ((before, at), factor) in last.iter().zip(&places).zip(&mut close) {
                let pairs = before.iter().flat_map(|one| {
                    let near = at.partition_point(|other| other < one);
                    at.iter()
                        .skip(near.saturating_sub(1))
                        .take(2)
                        .map(|other| (one.abs_diff(*other) / 4).max(1))
                });
                if let Some(gap) = pairs.min() {
                    let gap = f32::from(u16::try_from(gap).unwrap_or(u16::MAX));

                    *factor = factor.max(1.0 + 0.5 / gap);
                }
            }
            last = places;
        }
        close
    }
}

/// Whether fields are those that are asked for.
fn stands(scope: Scope, fields: u8) -> bool {
    match scope {
        Scope::In(field) => fields & field.bit() != 0,
        Scope::Anywhere | Scope::Said(_) | Scope::Pair => true,
    }
}
