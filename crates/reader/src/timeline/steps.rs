//! The steps a reader can take on the axis. Each gives the next state; none draws anything.

use super::axis::PieceKind;
use super::period::{Stretch, civil, day};
use super::state::{Picked, TimelineState};
use super::{Column, Timeline, stretch, whole};
use crate::Library;
use crate::order;

impl Timeline {
    /// The days of a column as they are called: the whole bin, though the axis may begin or end inside it.
    #[must_use]
    pub fn bin(&self, column: &Column) -> Option<Stretch> {
        let piece = column.piece?;
        let bin = self.width.bin(piece.stretch.first);
        let cut = piece.kind == PieceKind::Bin && bin.contains(piece.stretch);
        Some(if cut { bin } else { piece.stretch })
    }

    /// Into a column: a fold opens, a bin becomes the range of the axis. A bin that cannot be divided, and the
    /// bin of what has no date, are picked.
    #[must_use]
    pub fn enter(&self, state: &TimelineState, column: usize) -> TimelineState {
        let mut next = state.clone();
        let Some(piece) = self.columns.get(column).and_then(|column| column.piece) else {
            return self.pick(state, column, column);
        };
        if piece.kind == PieceKind::Break {
            next.open.push(piece.stretch.first);
            order::by(&mut next.open, Ord::cmp);
            return next;
        }
        if piece.stretch.days() == 1 || self.range == Some(piece.stretch) {
            return self.pick(state, column, column);
        }
        next.from = Some(Stretch { last: piece.stretch.first, ..piece.stretch });
        next.to = Some(Stretch { first: piece.stretch.last, ..piece.stretch });
        next.width = None;
        next.picked = None;
        next.around = None;
        next.open.clear();
        next
    }

    /// Picks the columns from one to another, in either order. A single column that is the only one picked is
    /// let go.
    #[must_use]
    pub fn pick(&self, state: &TimelineState, from: usize, to: usize) -> TimelineState {
        let mut next = state.clone();
        let columns = self.columns.get(from.min(to)..=from.max(to)).unwrap_or_default();
        let stretches = columns.iter().filter_map(Column::stretch);
        next.picked =
            stretches.reduce(Stretch::with).map_or(Some(Picked::Undated), |days| Some(Picked::Days(days)));
        if from == to && next.picked == state.picked {
            next.picked = None;
        }
        next.around = None;
        next
    }

    /// To the range of what is picked.
    #[must_use]
    pub fn enter_picked(&self, state: &TimelineState) -> TimelineState {
        let Some(Picked::Days(days)) = state.picked else { return state.clone() };
        TimelineState {
            from: Some(Stretch { last: days.first, ..days }),
            to: Some(Stretch { first: days.last, ..days }),
            picked: None,
            width: None,
            open: Vec::new(),
            ..state.clone()
        }
    }
}

impl TimelineState {
    /// One step up: what is picked is let go, else opened folds close, else the range widens to the next month,
    /// year, decade or century around it that holds more, at last to everything.
    #[must_use]
    pub fn up(&self, library: &Library) -> Self {
        let mut next = self.clone();
        next.around = None;
        if self.picked.is_some() || self.around.is_some() {
            next.picked = None;
            return next;
        }
        if !self.open.is_empty() {
            next.open.clear();
            return next;
        }
        (next.from, next.to) = (None, None);
        let Some(data) = whole(library.moments().iter()) else { return next };
        if self.from.is_none() && self.to.is_none() {
            return next;
        }
        let range = self.range(data);
        let dates = || {
            let shown = library.moments().iter().filter(|moment| self.shows(moment.kind));
            shown.filter_map(|moment| stretch(moment, data))
        };
        let count = |range: Stretch| dates().filter(|date| range.meets(*date)).count();
        let (now, all) = (count(range), count(data));
        for wider in around(range) {
            let then = count(wider);
            if then > now && then < all {
                next.from = Some(Stretch { last: wider.first, ..wider });
                next.to = Some(Stretch { first: wider.last, ..wider });
                return next;
            }
        }
        next
    }
}

/// The month, year, decade and century around a stretch, where there is one that holds it.
fn around(range: Stretch) -> impl Iterator<Item = Stretch> {
    let ((year, month, _), (last_year, last_month, _)) = (civil(range.first), civil(range.last));
    let month_end = || {
        let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        day(next_year, next_month, 1) - 1
    };
    let in_month = (year, month) == (last_year, last_month);
    let of_month = in_month.then(|| Stretch { first: day(year, month, 1), last: month_end() });
    let of_years = [1, 10, 100].into_iter().filter_map(move |years: i32| {
        let first = year.div_euclid(years) * years;
        let inside = last_year.div_euclid(years) * years == first;
        inside.then(|| Stretch { first: day(first, 1, 1), last: day(first + years - 1, 12, 31) })
    });
    of_month.into_iter().chain(of_years).filter(move |wider| wider.contains(range) && *wider != range)
}
