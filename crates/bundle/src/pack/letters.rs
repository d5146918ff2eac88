//! Letters in parts, each with the entries that occur in it.

use super::body::{Body, Kind, List, append};
use super::entries::Heads;
use super::{PART, Parts};
use crate::manifest::Range;
use crate::part::SpanOfDate;
use crate::seal::OpenError;
use edition::{Edition, EntryId, Inline, Letter, LetterId, each_inline};
use index::{Indexes, Moment, Neighbors};
use std::collections::{BTreeMap, BTreeSet};

/// Cuts the letters into parts, by identifier: a reader finds the part without a list of all letters.
pub(super) fn letters(
    parts: &mut Parts,
    edition: &Edition,
    indexes: &Indexes,
    heads: &Heads<'_>,
) -> Result<Vec<Range<LetterId>>, OpenError> {
    let mut spans: BTreeMap<&LetterId, Vec<SpanOfDate>> = BTreeMap::new();
    for moment in indexes.chronology.iter().filter(|moment| moment.duration.is_some()) {
        spans.entry(&moment.letter).or_default().push(span(moment));
    }
    let mut order: Vec<usize> = (0..edition.letters.len()).collect();
    order.sort_by_key(|at| &edition.letters[*at].id);
    let mut cut = Cut {
        parts,
        heads,
        ranges: Vec::new(),
        first: None,
        letters: List::default(),
        here: BTreeSet::new(),
    };
    let (none, mut body, mut bytes) = (Neighbors::default(), Vec::new(), 0);
    for at in order {
        let letter = &edition.letters[at];
        // The fields of a `LetterBody`.
        let neighbors = indexes.neighbors.get(at).unwrap_or(&none);
        body.clear();
        body = append(body, &(letter, neighbors, spans.remove(&letter.id).unwrap_or_default()))?;
        let named = named(letter, heads);
        let new = named.iter().filter(|entry| !cut.here.contains(entry));
        let more = body.len() + new.map(|entry| heads.encoded(*entry).len()).sum::<usize>();
        if bytes + more > PART && cut.first.is_some() {
            cut.close()?;
            bytes = 0;
        }
        bytes += more;
        cut.here.extend(named);
        cut.first.get_or_insert(&letter.id);
        cut.letters.push_encoded(&body);
    }
    cut.close()?;
    Ok(cut.ranges)
}

/// A part while letters are put into it.
struct Cut<'p, 'e> {
    parts: &'p mut Parts,
    heads: &'p Heads<'e>,
    ranges: Vec<Range<LetterId>>,
    /// The first letter; none in a part that is empty.
    first: Option<&'e LetterId>,
    letters: List,
    /// The entries that occur in them.
    here: BTreeSet<u32>,
}

impl Cut<'_, '_> {
    fn close(&mut self) -> Result<(), OpenError> {
        let Some(first) = self.first.take() else { return Ok(()) };
        let mut entries = List::default();
        for entry in std::mem::take(&mut self.here) {
            entries.push_encoded(self.heads.encoded(entry));
        }
        let part = self.parts.add(Body::of_lists(Kind::Letters, &[&self.letters, &entries])?);
        self.letters.clear();
        self.ranges.push(Range { first: first.clone(), part });
        Ok(())
    }
}

fn span(moment: &Moment) -> SpanOfDate {
    SpanOfDate {
        dating: moment.fragment.as_ref().into(),
        meaning: moment.meaning.clone(),
        anchor: moment.anchor.clone(),
    }
}

/// Every entry that a letter's page names, as places among the heads.
fn named(letter: &Letter, heads: &Heads<'_>) -> BTreeSet<u32> {
    let mut out = BTreeSet::new();
    let mut add = |id: &EntryId| out.extend(heads.place(id));
    for action in &letter.corresp.actions {
        action.correspondents.iter().flat_map(|mention| &mention.targets).for_each(&mut add);
        action.place.iter().filter_map(|place| place.target.as_ref()).for_each(&mut add);
    }
    letter.corresp.replies_to.iter().filter_map(|reply| reply.work.as_ref()).for_each(&mut add);
    let imprint = letter.witness.imprint.iter().map(|line| &line.inlines);
    let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
    for inlines in imprint.chain(blocks.map(|block| &block.inlines)) {
        each_inline(inlines, &mut |inline| {
            if let Inline::Mention(mention, _) = inline {
                mention.targets.iter().for_each(&mut add);
            }
        });
    }
    out
}
