//! Which of overlapping finds stand: nested ones may, crossing ones do not.

use super::Found;
use dates::Certainty;
use edition::{EntryKind, Joint, Origin};

/// Chooses: equal stretches with several targets become one find that means one of them; of crossing ones the longer
/// stands, then the first; inside itself an entry is not named again; inside a title nothing is named, and inside a person's name no other
/// person.
pub(super) fn choose(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by(|a, b| (a.start, b.end).cmp(&(b.start, a.end)).then_with(|| a.targets.cmp(&b.targets)));
    let mut merged: Vec<Found> = Vec::new();
    for next in found {
        match merged.last_mut().filter(|last| (last.start, last.end) == (next.start, next.end)) {
            Some(last) => unite(last, next),
            None => merged.push(next),
        }
    }
    let chosen = nest(merged, |one| (one.start, one.end));
    let mut out: Vec<Found> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for next in chosen {
        open.retain(|at| out[*at].end > next.start);
        let inside = |at: &usize| {
            let outer = &out[*at];
            let part = match outer.kind {
                EntryKind::Person => next.kind == EntryKind::Person,
                _ => true,
            };
            (!next.targets.is_empty() && outer.targets == next.targets) || (outer.proper && part)
        };
        if !open.iter().any(inside) {
            open.push(out.len());
            out.push(next);
        }
    }
    out
}

fn unite(last: &mut Found, next: Found) {
    if last.targets.is_empty() {
        *last = next;
        return;
    }
    for target in next.targets {
        if !last.targets.contains(&target) {
            last.targets.push(target);
        }
    }
    if last.targets.len() > 1 {
        last.joint = Joint::OneOf;
        last.certainty = Certainty::Low;
        last.origin = Origin::Machine;
    }
}

/// Leaves out what crosses: of two the longer stands, then the first. The rest nests. Input sorted by start, the longer
/// first; so is the output.
pub(crate) fn nest<T>(items: Vec<T>, range: impl Fn(&T) -> (usize, usize)) -> Vec<T> {
    let mut kept: Vec<Option<T>> = Vec::new();
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    for item in items {
        let (start, end) = range(&item);
        if start >= end {
            continue;
        }
        let mut stands = true;
        while let Some((place, outer_start, outer_end)) = open.last().copied() {
            if outer_end <= start {
                open.pop();
            } else if outer_end >= end {
                break;
            } else if outer_end - outer_start >= end - start {
                stands = false;
                break;
            } else {
                kept[place] = None;
                open.pop();
            }
        }
        if stands {
            open.push((kept.len(), start, end));
            kept.push(Some(item));
        }
    }
    kept.into_iter().flatten().collect()
}
