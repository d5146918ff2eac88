//! Letters in parts, each with the entries that occur in it.

use super::{PART, Parts, size};
use crate::manifest::Range;
use crate::part::{EntryHead, LetterBody, Letters, Part, SpanOfDate};
use crate::seal::OpenError;
use edition::{Edition, EntryId, Inline, Letter, LetterId, each_inline};
use index::{Indexes, Moment};
use std::collections::{BTreeMap, BTreeSet};

/// Cuts the letters into parts, by identifier: a reader finds the part without a list of all letters.
pub(super) fn letters(
    parts: &mut Parts,
    edition: &Edition,
    indexes: &Indexes,
    heads: &BTreeMap<&EntryId, EntryHead>,
) -> Result<Vec<Range<LetterId>>, OpenError> {
    let mut spans: BTreeMap<&LetterId, Vec<SpanOfDate>> = BTreeMap::new();
    for moment in indexes.chronology.iter().filter(|moment| moment.duration.is_some()) {
        spans.entry(&moment.letter).or_default().push(span(moment));
    }
    let mut order: Vec<usize> = (0..edition.letters.len()).collect();
    order.sort_by_key(|at| &edition.letters[*at].id);
    let mut ranges = Vec::new();
    let mut part = Letters::default();
    let (mut bytes, mut here) = (0, BTreeSet::new());
    for at in order {
        let letter = &edition.letters[at];
        let body = LetterBody {
            letter: letter.clone(),
            neighbors: indexes.neighbors.get(at).cloned().unwrap_or_default(),
            spans: spans.remove(&letter.id).unwrap_or_default(),
        };
        let named: BTreeSet<&EntryId> = named(letter).into_iter().filter(|id| !here.contains(*id)).collect();
        let more = size(&body) + named.iter().filter_map(|id| heads.get(*id)).map(size).sum::<usize>();
        if bytes + more > PART && !part.letters.is_empty() {
            close(parts, &mut ranges, std::mem::take(&mut part))?;
            (bytes, here) = (0, BTreeSet::new());
        }
        for id in self::named(letter) {
            if here.insert(id) {
                part.entries.extend(heads.get(id).cloned());
            }
        }
        bytes += more;
        part.letters.push(body);
    }
    if !part.letters.is_empty() {
        close(parts, &mut ranges, part)?;
    }
    Ok(ranges)
}

fn close(parts: &mut Parts, ranges: &mut Vec<Range<LetterId>>, mut part: Letters) -> Result<(), OpenError> {
    part.entries.sort_by(|one, other| one.entry.id.cmp(&other.entry.id));
    let Some(first) = part.letters.first().map(|body| body.letter.id.clone()) else { return Ok(()) };
    let part = parts.add(&Part::Letters(part))?;
    ranges.push(Range { first, part });
    Ok(())
}

fn span(moment: &Moment) -> SpanOfDate {
    SpanOfDate {
        dating: moment.fragment.as_ref().into(),
        meaning: moment.meaning.clone(),
        anchor: moment.anchor.clone(),
    }
}

/// Every entry that a letter's page names.
fn named(letter: &Letter) -> BTreeSet<&EntryId> {
    let mut out = BTreeSet::new();
    for action in &letter.corresp.actions {
        out.extend(action.correspondents.iter().flat_map(|mention| &mention.targets));
        out.extend(action.place.iter().filter_map(|place| place.target.as_ref()));
    }
    out.extend(letter.corresp.replies_to.iter().filter_map(|reply| reply.work.as_ref()));
    let imprint = letter.witness.imprint.iter().map(|line| &line.inlines);
    let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
    for inlines in imprint.chain(blocks.map(|block| &block.inlines)) {
        each_inline(inlines, &mut |inline| {
            if let Inline::Mention(mention, _) = inline {
                out.extend(&mention.targets);
            }
        });
    }
    out
}
