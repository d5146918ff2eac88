//! Which dates stand in which column: counted, as marks, as bars.

use super::axis::{Piece, PieceKind};
use super::doubt::doubtful;
use super::lanes::Lane;
use super::period::Stretch;
use index::Moment;

/// Marks that a cell shows one by one; more are a number.
const MARKS: usize = 3;
/// Bars that a lane shows one below the other; more are counted only.
const ROWS: usize = 3;
/// Dates that the card of a column lists.
const LISTED: usize = 8;

/// A column of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its days and what it is; none for the column of what has no date.
    pub piece: Option<Piece>,
    /// Dates that lie wholly in it.
    pub certain: u32,
    /// Dates that may lie in it or beside it.
    pub possible: u32,
    /// Spans that go on in it, beginning or ending elsewhere.
    pub lasting: u32,
    /// One cell for each lane.
    pub cells: Vec<Cell>,
    /// The first dates in it, up to eight, as places in the chronology; those that are certain first.
    pub listed: Vec<usize>,
    /// It is picked.
    pub picked: bool,
}

/// Where a column and a lane meet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Dates that lie wholly in the column.
    pub certain: u32,
    /// Not all of these are in doubt themselves.
    pub sure: bool,
    /// Dates that may lie in it, and spans that go on in it.
    pub beside: u32,
    /// The first of the certain ones, to be drawn one by one; as places in the chronology.
    pub marks: Vec<usize>,
    /// The pieces of bars, one for each date that reaches beyond the column.
    pub bars: Vec<Bar>,
}

/// A piece of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The date, as place in the chronology.
    pub moment: usize,
    /// Its row in the lane, from 0.
    pub row: usize,
    /// The bar begins in this column.
    pub begins: bool,
    /// The bar ends in this column.
    pub ends: bool,
    /// Something lasts that long; else it is one day that may be any of these.
    pub lasts: bool,
}

impl Column {
    /// All dates that have to do with it.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.certain + self.possible + self.lasting
    }

    /// Whether it is a fold.
    #[must_use]
    pub fn is_break(&self) -> bool {
        self.piece.is_some_and(|piece| piece.kind == PieceKind::Break)
    }

    /// Its days.
    #[must_use]
    pub fn stretch(&self) -> Option<Stretch> {
        self.piece.map(|piece| piece.stretch)
    }
}

impl Cell {
    /// A date that lies wholly in it.
    fn add(&mut self, moment: usize, moments: &[Moment]) {
        self.certain += 1;
        self.sure |= moments.get(moment).is_some_and(|moment| !doubtful(moment));
        push_up_to(&mut self.marks, MARKS, moment);
    }
}

/// A date to be placed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    /// Its place in the chronology.
    pub(crate) moment: usize,
    /// Its days; they may reach beyond the axis.
    pub(crate) stretch: Stretch,
    pub(crate) lane: Lane,
    pub(crate) lasts: bool,
}

/// Places dates, given in the order of the chronology, on an axis.
pub(crate) fn columns(pieces: &[Piece], lanes: &[Lane], dates: &[Placed], moments: &[Moment]) -> Vec<Column> {
    let empty = |piece: &Piece| Column {
        piece: Some(*piece),
        certain: 0,
        possible: 0,
        lasting: 0,
        cells: vec![Cell::default(); lanes.len()],
        listed: Vec::new(),
        picked: false,
    };
    let mut columns: Vec<Column> = pieces.iter().map(empty).collect();
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return columns };
    let whole = first.stretch.with(last.stretch);
    let mut rows = vec![[0_usize; ROWS]; lanes.len()];
    let mut beside: Vec<Vec<usize>> = vec![Vec::new(); pieces.len()];
    for date in dates {
        let Some(lane) = lanes.iter().position(|lane| *lane == date.lane) else { continue };
        let from = pieces.partition_point(|piece| piece.stretch.last < date.stretch.first);
        let to = pieces.partition_point(|piece| piece.stretch.first <= date.stretch.last);
        if from >= to {
            continue;
        }
        if to - from == 1 && whole.contains(date.stretch) {
            let column = &mut columns[from];
            column.certain += 1;
            push_up_to(&mut column.listed, LISTED, date.moment);
            column.cells[lane].add(date.moment, moments);
            continue;
        }
        let row = rows[lane].iter().position(|taken| *taken <= from);
        if let Some(row) = row {
            rows[lane][row] = to;
        }
        for at in from..to {
            let column = &mut columns[at];
            *(if date.lasts { &mut column.lasting } else { &mut column.possible }) += 1;
            push_up_to(&mut beside[at], LISTED, date.moment);
            column.cells[lane].beside += 1;
            if let Some(row) = row {
                let (begins, ends) = (
                    at == from && whole.first <= date.stretch.first,
                    at + 1 == to && date.stretch.last <= whole.last,
                );
                column.cells[lane].bars.push(Bar {
                    moment: date.moment,
                    row,
                    begins,
                    ends,
                    lasts: date.lasts,
                });
            }
        }
    }
    for (column, beside) in columns.iter_mut().zip(beside) {
        for moment in beside {
            push_up_to(&mut column.listed, LISTED, moment);
        }
    }
    columns
}

/// The column of what has no date.
pub(crate) fn undated(lanes: &[Lane], dates: &[(usize, Lane)], moments: &[Moment]) -> Column {
    let mut cells = vec![Cell::default(); lanes.len()];
    for (moment, lane) in dates {
        if let Some(at) = lanes.iter().position(|known| known == lane) {
            cells[at].add(*moment, moments);
        }
    }
    Column {
        piece: None,
        certain: u32::try_from(dates.len()).unwrap_or(u32::MAX),
        possible: 0,
        lasting: 0,
        cells,
        listed: dates.iter().take(LISTED).map(|(moment, _)| *moment).collect(),
        picked: false,
    }
}

fn push_up_to(list: &mut Vec<usize>, most: usize, moment: usize) {
    if list.len() < most {
        list.push(moment);
    }
}
