//! Words of a query looked up, and the documents that have them in the order of how well they fit.

use crate::expand::{Looker, Match, Wish};
use crate::index::{Index, ShardId};
use crate::order;
use crate::query::{Clause, Query, Scope, Unit};
use crate::results::{Answer, Hit, Results};
use crate::shard::Posting;

/// Most that the places of the words of a query may take, in 256 bytes, to be brought for ranking alone.
const CHEAP: u32 = 20;

/// How well each document fits, by number; nought for one that does not.
pub(crate) type Scores = Vec<f32>;

impl Index {
    /// Searches for words and nothing else: a query of [`words`](crate::words). None where the answer takes more than to look
    /// them up, so that [`Index::search`] is to be asked: where no document has them all, or something could not be had. What it
    /// does find is what that finds.
    #[must_use]
    pub fn search_words(&self, query: &Query) -> Option<Answer> {
        let mut search = Search::new(self, None);
        let mut clauses: Vec<Scores> = Vec::new();
        for unit in query.clauses.iter().filter_map(|clause| clause.units.first()) {
            let Some(word) = unit.words.first() else { continue };
            let (matches, _) = search.look_up(&word.text, word.prefix, true);
            search.mark(&matches);
            clauses.push(search.word(unit, &matches));
        }
        Some(search.answer(query, &clauses, None)).filter(|answer| match answer {
            Answer::Needs(_) => true,
            Answer::Ready(results) => !results.hits.is_empty() && results.lost == 0,
        })
    }
}

/// What a word may have been meant to be that is nowhere.
pub(crate) type Near = fn(&mut Looker<'_>, &str) -> Vec<(u32, usize)>;

/// A search that is going on.
pub(crate) struct Search<'i> {
    pub(crate) looker: Looker<'i>,
    pub(crate) results: Results,
    lost: Vec<ShardId>,
}

impl<'i> Search<'i> {
    /// In an index; `near` finds what a word may have been meant to be.
    pub(crate) fn new(index: &'i Index, near: Option<Near>) -> Self {
        let looker = Looker { index, near, generously: false, needs: Vec::new() };
        Self { looker, results: Results::default(), lost: Vec::new() }
    }

    /// The documents that fit, by how well each fits each part of a query.
    pub(crate) fn answer(
        mut self,
        query: &Query,
        clauses: &[Scores],
        allowed: Option<&dyn Fn(u32) -> bool>,
    ) -> Answer {
        let close = self.closeness(query, clauses);
        if !self.looker.needs.is_empty() {
            return Answer::Needs(self.looker.needs);
        }
        let documents = self.index().documents();
        let mut results = self.results;
        results.lost = self.lost.len();
        if query.clauses.is_empty() && query.pairs.is_empty() {
            return Answer::Ready(results);
        }
        let mut ranked: Vec<u64> = Vec::new();
        for document in 0..u32::try_from(documents).unwrap_or(u32::MAX) {
            let (mut fits, mut sum) = (true, 0.0);
            for (clause, scores) in query.clauses.iter().zip(clauses) {
                let score = scores.get(document as usize).copied().unwrap_or_default();
                fits &= (score > 0.0) != clause.negated;
                if !clause.negated {
                    sum += score;
                }
            }
            if !fits || !allowed.is_none_or(|allowed| allowed(document)) {
                continue;
            }
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

    pub(crate) fn index(&self) -> &Index {
        self.looker.index
    }

    /// How much it says that something is in so many documents.
    pub(crate) fn rarity(&self, documents: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "numbers of documents are small")]
        let (all, with) = (self.index().documents() as f32, documents as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// What a count says of a document: less and less with each occurrence, and less in a long one.
    pub(crate) fn saturated(&self, document: u32, count: f32) -> f32 {
        count * 2.2 / (count + 1.2 * (0.4 + 0.6 * self.index().relative_length(document)))
    }

    /// The words of the index that are meant by one; how many of them are what was typed.
    pub(crate) fn look_up(&mut self, word: &str, prefix: bool, loosely: bool) -> (Vec<Match>, usize) {
        let (matches, known) = self.looker.look_up(Wish { word, prefix, loosely });
        if matches.is_empty() {
            let shards = self.index().shards_with(word).map(ShardId::Terms);
            let lost: Vec<_> = shards.filter(|shard| self.index().is_lost(*shard)).collect();
            lost.into_iter().for_each(|shard| self.lose(shard));
        }
        (matches, known)
    }

    /// Takes note that these words are to be marked.
    pub(crate) fn mark(&mut self, matches: &[Match]) {
        let words = self.words_of(matches);
        self.results.marks.add(vec![words]);
    }

    pub(crate) fn words_of(&self, matches: &[Match]) -> Vec<String> {
        let word = |found: &Match| Some(self.index().terms(found.shard)?.term(found.at)?.word.clone());
        matches.iter().filter_map(word).collect()
    }

    fn lose(&mut self, shard: ShardId) {
        if !self.lost.contains(&shard) {
            self.lost.push(shard);
        }
    }

    /// How well each document fits a single word. What was typed counts by its own rarity, other words by that of all
    /// together, if they are rarer.
    pub(crate) fn word(&self, unit: &Unit, matches: &[Match]) -> Scores {
        let mut scores = vec![0.0; self.index().documents()];
        let mut any = vec![false; scores.len()];
        self.each_posting(matches, &mut |_, _, posting| any[posting.document() as usize] = true);
        let together = self.rarity(any.iter().filter(|any| **any).count());
        self.each_posting(matches, &mut |weight, documents, posting| {
            let own = self.rarity(documents);
            #[expect(clippy::float_cmp, reason = "one is one")]
            let rare = if weight == 1.0 { own } else { own.min(together) };
            if stands(unit.scope, posting.fields()) {
                scores[posting.document() as usize] +=
                    weight * rare * self.saturated(posting.document(), posting.count());
            }
        });
        scores
    }

    /// Calls back for each document of each word, with what the word counts and in how many documents it is.
    fn each_posting(&self, matches: &[Match], see: &mut dyn FnMut(f32, usize, Posting)) {
        for Match { shard, at, weight } in matches {
            let postings = self.index().terms(*shard).map(|terms| terms.postings(*at)).unwrap_or_default();
            postings.iter().for_each(|posting| see(*weight, postings.len(), *posting));
        }
    }

    /// Where words stand in the documents that are wanted, by number, in order, as far as the files are here; those that are
    /// not are needed, unless they are lost.
    pub(crate) fn places(&mut self, matches: &[Match], wanted: &dyn Fn(u32) -> bool) -> Vec<Vec<u32>> {
        let mut all: Vec<Vec<u32>> = vec![Vec::new(); self.index().documents()];
        for Match { shard, at, .. } in matches {
            let index = self.looker.index;
            let Some(terms) = index.terms(*shard) else { continue };
            let (parts, share) = index.parts(*shard);
            for part in 0..parts {
                let postings = || terms.among(*at, part * share, share);
                if !postings().any(|posting| wanted(posting.document())) {
                    continue;
                }
                let id = ShardId::Places(*shard, part);
                let Some(places) = index.places((*shard, part)) else {
                    if index.is_lost(id) {
                        self.lose(id);
                    } else {
                        self.looker.need(id);
                    }
                    continue;
                };
                places.each(*at, postings(), &mut |document, places| {
                    let all = all.get_mut(document as usize).filter(|_| wanted(document));
                    let Some(all) = all else { return };
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
            }
        }
        all
    }

    /// How close single words of a query stand in documents that have all of them, where that costs little to know.
    fn closeness(&mut self, query: &Query, clauses: &[Scores]) -> Vec<f32> {
        let mut close = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        let (mut cost, mut whole) = (0_u32, true);
        for clause in query.clauses.iter().filter(|clause| !clause.negated) {
            let [Unit { words: single, scope: Scope::Anywhere, .. }] = clause.units.as_slice() else {
                continue;
            };
            let [word] = single.as_slice() else { continue };
            let shard = self.index().shard_of(&word.text);
            cost = cost.saturating_add(self.index().shards.get(shard as usize).map_or(0, |known| known.size));
            whole &= !self.index().has_lost_places(shard);
            words.push(&word.text);
        }
        if words.len() < 2 || !self.looker.needs.is_empty() || cost > CHEAP || !whole {
            return close;
        }
        let all = |document: u32| {
            let at = document as usize;
            let fits = |(clause, scores): (&Clause, &Scores)| {
                clause.negated || scores.get(at).is_some_and(|score| *score > 0.0)
            };
            query.clauses.iter().zip(clauses).all(fits)
        };
        close.resize(self.index().documents(), 1.0_f32);
        let mut last: Vec<Vec<u32>> = Vec::new();
        for word in words {
            let matches = self.looker.look_up(Wish { word, prefix: false, loosely: false }).0;
            let places = self.places(&matches, &all);
            for ((before, at), factor) in last.iter().zip(&places).zip(&mut close) {
                for one in before {
                    let near = at.partition_point(|other| other < one).saturating_sub(1);
                    for other in at.iter().skip(near).take(2) {
                        let gap = (one.abs_diff(*other) / 4).clamp(1, u16::MAX.into());
                        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                        let nearer = 1.0 + 0.5 / gap as f32;
                        *factor = factor.max(nearer);
                    }
                }
            }
            last = places;
        }
        close
    }
}

/// Whether fields are those that are asked for.
pub(crate) fn stands(scope: Scope, fields: u8) -> bool {
    match scope {
        Scope::In(field) => fields & field.bit() != 0,
        Scope::Anywhere | Scope::Said(_) | Scope::Pair => true,
    }
}
