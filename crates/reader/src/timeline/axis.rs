//! The axis: a row of bins and of breaks that stand for stretches in which nothing begins or ends.

use super::period::Stretch;
use super::width::Width;
use crate::order;

/// The most bins that are drawn where a reader chose their width; a finer width gives way to the next coarser.
const MOST_CHOSEN: usize = 400;

/// A column of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its days.
    pub stretch: Stretch,
    /// What it is.
    pub kind: PieceKind,
}

/// What a column of the axis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// Its width stands for its days.
    Bin,
    /// A folded stretch in which nothing begins or ends: drawn narrow, whatever its length.
    Break,
    /// A bin inside a fold that the reader opened.
    Opened,
}

/// How an axis is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wish<'w> {
    /// The width of a bin; none lets the axis choose.
    pub width: Option<Width>,
    /// Nothing is folded.
    pub linear: bool,
    /// The most bins where the axis chooses.
    pub most: usize,
    /// First days of folds that are open.
    pub open: &'w [i32],
}

/// An axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Axis {
    /// Its columns, in order, without gap or overlap.
    pub pieces: Vec<Piece>,
    /// The width of a bin outside opened folds.
    pub width: Width,
    /// The wished width would give too many bins, and a coarser one was taken.
    pub too_fine: bool,
}

/// Draws the axis over `whole` for dates with these bounds, all inside it.
///
/// A stretch in which no date begins or ends folds where it is longer than a fifth of what is not folded; this
/// is asked again until nothing folds. A date known to the year or month that fills a folded stretch by itself
/// keeps it as a bin of its own.
pub(crate) fn axis(whole: Stretch, dates: &[Stretch], wish: Wish<'_>) -> Axis {
    let wished = wish.width.unwrap_or(Width::Day);
    let most = if wish.width.is_some() { MOST_CHOSEN } else { wish.most.max(1) };
    let mut width = wished;
    loop {
        let parts = parts(whole, dates, width, wish.linear);
        let bins = parts.iter().fold(0, |sum: usize, part| sum.saturating_add(part.bins(width)));
        if bins <= most || matches!(width, Width::Years(1_000_000_000..)) {
            let pieces = pieces(&parts, dates, width, wish, most.saturating_sub(bins));
            return Axis { pieces, width, too_fine: wish.width.is_some() && width != wished };
        }
        width = width.coarser();
    }
}

/// A stretch between two days on which something begins or ends.
#[derive(Debug, Clone, Copy)]
struct Part {
    stretch: Stretch,
    folded: bool,
}

impl Part {
    fn bins(&self, width: Width) -> usize {
        if self.folded { 1 } else { width.count(self.stretch) }
    }
}

fn parts(whole: Stretch, dates: &[Stretch], width: Width, linear: bool) -> Vec<Part> {
    let part = |first, last| Part { stretch: Stretch { first, last }, folded: false };
    if linear {
        return vec![part(whole.first, whole.last)];
    }
    // First days of parts. Bins are not cut: a date begins with its first bin and ends with its last.
    let mut starts = vec![whole.first];
    // They come in order: most begin and end in the bin of the one before.
    let nowhere = Stretch { first: i32::MAX, last: i32::MIN };
    let (mut begins, mut ends) = (nowhere, nowhere);
    let is_in = |bin: Stretch, day: i32| (bin.first..=bin.last).contains(&day);
    for date in dates {
        if !is_in(begins, date.first) {
            begins = width.bin(date.first);
            starts.push(begins.first.max(whole.first));
        }
        if !is_in(ends, date.last) {
            ends = width.bin(date.last);
            if ends.last < whole.last {
                starts.push(ends.last + 1);
            }
        }
    }
    order::by(&mut starts, Ord::cmp);
    starts.dedup();
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([whole.last]);
    let mut parts: Vec<Part> = starts.iter().zip(ends).map(|(first, last)| part(*first, last)).collect();
    loop {
        let open = parts.iter().filter(|part| !part.folded);
        let total: i64 = open.map(|part| part.stretch.days()).sum();
        let mut changed = false;
        for part in &mut parts {
            if !part.folded && part.stretch.days() * 5 > total && width.count(part.stretch) > 1 {
                part.folded = true;
                changed = true;
            }
        }
        if !changed {
            return parts;
        }
    }
}

fn pieces(parts: &[Part], dates: &[Stretch], width: Width, wish: Wish<'_>, room: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in parts {
        let Stretch { first, last } = part.stretch;
        if !part.folded {
            bins(&mut pieces, part.stretch, width, PieceKind::Bin);
        } else if wish.open.contains(&first) {
            let mut width = width;
            while width.count(part.stretch) > room.clamp(12, 24) {
                width = width.coarser();
            }
            bins(&mut pieces, part.stretch, width, PieceKind::Opened);
        } else {
            let fills =
                |date: &Stretch| width.bin(date.first).first <= first && width.bin(date.last).last >= last;
            let filled = dates.iter().any(|date| part.stretch.contains(*date) && fills(date));
            let kind = if filled { PieceKind::Bin } else { PieceKind::Break };
            pieces.push(Piece { stretch: part.stretch, kind });
        }
    }
    pieces
}

fn bins(pieces: &mut Vec<Piece>, stretch: Stretch, width: Width, kind: PieceKind) {
    let mut first = stretch.first;
    loop {
        let last = width.bin(first).last.min(stretch.last);
        pieces.push(Piece { stretch: Stretch { first, last }, kind });
        if last >= stretch.last {
            return;
        }
        first = last + 1;
    }
}

/// The empty stretches that a chronology in words mentions between two dates: those that fold on a folded axis
/// by days and that no date covers.
pub(crate) fn gaps(whole: Stretch, dates: &[Stretch]) -> Vec<Stretch> {
    let parts = parts(whole, dates, Width::Day, false);
    let mut covered = dates.to_vec();
    order::by(&mut covered, Ord::cmp);
    let mut gaps = Vec::new();
    let (mut next, mut reached) = (0, i32::MIN);
    for part in parts {
        while let Some(date) = covered.get(next).filter(|date| date.first <= part.stretch.first) {
            reached = reached.max(date.last);
            next += 1;
        }
        if part.folded && reached < part.stretch.first {
            gaps.push(part.stretch);
        }
    }
    gaps
}
