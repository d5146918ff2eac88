//! The timeline: when the letters were written, and which days they, their notes and their print speak of.
//!
//! [`TimelineState`] is what a reader has chosen and stands in the address; [`timeline`] makes of it the columns
//! of the axis and the rows of the chronology in words; the methods of [`Timeline`] are the steps a reader can
//! take. Positions are columns, not measures, so that every column can be read and pressed.

mod axis;
mod columns;
mod doubt;
mod lanes;
mod period;
mod state;
mod steps;
#[cfg(test)]
mod tests;
mod width;

pub use axis::{Piece, PieceKind};
pub use columns::{Bar, Cell, Column};
pub use doubt::doubtful;
pub use lanes::{Lane, correspondents};
pub use period::{Length, Stretch, parse_period};
pub use state::{Picked, TimelineState, kind_word};
pub use width::Width;

pub use index::{Moment, MomentKind, Setting};

use crate::Library;
use axis::{Wish, axis, gaps};
use columns::{Placed, columns, undated};
use lanes::Sorter;

/// Rows of the list that are shown before a reader asks for all.
const MOST_ROWS: usize = 200;
/// How many dates stand before and after the one a reader came from.
const AROUND: usize = 10;

/// The timeline as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The columns of the axis, that of what has no date last.
    pub columns: Vec<Column>,
    /// Its lanes: those that have dates that are switched on.
    pub lanes: Vec<Lane>,
    /// How many rows of bars each lane has.
    pub bar_rows: Vec<usize>,
    /// The width of a bin.
    pub width: Width,
    /// The chosen width gave too many bins, and this coarser one was taken.
    pub too_fine: bool,
    /// The chronology in words.
    pub rows: Vec<Row>,
    /// Rows left out because the list is long.
    pub rest: usize,
    /// How many dates there are on the axis and beside it.
    pub total: u32,
    /// How many of them are in the list, before it was cut.
    pub listed: u32,
    /// How many dates there are of each kind, switched on or off, in the order of [`MomentKind::ALL`].
    pub kinds: [u32; 5],
    /// The days of the axis; none where nothing has a date.
    pub range: Option<Stretch>,
    /// The date of the letter a reader came from, as place in the chronology.
    pub current: Option<usize>,
}

/// A row of the chronology in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A date, as place in the chronology of the edition.
    Moment(usize),
    /// So long nothing.
    Gap(Length),
    /// What has no date begins.
    Undated,
}

impl Row {
    /// The date, for a row that is one.
    #[must_use]
    pub fn moment(&self) -> Option<usize> {
        match self {
            Self::Moment(at) => Some(*at),
            Self::Gap(_) | Self::Undated => None,
        }
    }
}

/// The timeline for what a reader has chosen, with at most `most` bins where the axis chooses their width.
#[must_use]
pub fn timeline(library: &Library, state: &TimelineState, most: usize) -> Timeline {
    let moments = library.moments();
    let sorter = Sorter::new(library, state.with.as_ref());
    let data = whole(moments.iter());
    let asked = data.map(|data| state.range(data));
    let ranged = state.from.is_some() || state.to.is_some();

    let mut kinds = [0; 5];
    let mut lanes_used = Vec::new();
    let mut placed = Vec::new();
    let mut without: Vec<(usize, Lane)> = Vec::new();
    for (at, moment) in moments.iter().enumerate() {
        let Some(lane) = sorter.lane(moment) else { continue };
        let stretch = data.and_then(|data| stretch(moment, data));
        if ranged && stretch.zip(asked).is_none_or(|(stretch, asked)| !asked.meets(stretch)) {
            continue;
        }
        kinds[place(moment.kind)] += 1;
        if !state.shows(moment.kind) {
            continue;
        }
        if !lanes_used.contains(&lane) {
            lanes_used.push(lane);
        }
        match stretch {
            Some(stretch) => placed.push(Placed { moment: at, stretch, lane, lasts: moment.lasts() }),
            None => without.push((at, lane)),
        }
    }
    let lanes: Vec<Lane> = Lane::ALL.into_iter().filter(|lane| lanes_used.contains(lane)).collect();

    // The axis reaches as far as the reader asked, else as far as what is shown.
    let shown = placed.iter().map(|date| date.stretch).reduce(Stretch::with);
    let range = if ranged { asked } else { shown };
    let (mut all, mut width, mut too_fine) = (Vec::new(), state.width.unwrap_or(Width::Day), false);
    let mut empty = Vec::new();
    if let Some(range) = range {
        let clip = |date: &Placed| Stretch {
            first: date.stretch.first.max(range.first),
            last: date.stretch.last.min(range.last),
        };
        let dates: Vec<Stretch> = placed.iter().map(clip).collect();
        let wish = Wish { width: state.width, linear: state.linear, most, open: &state.open };
        let axis = axis(range, &dates, wish);
        all = columns(&axis.pieces, &lanes, &placed, moments);
        (width, too_fine) = (axis.width, axis.too_fine);
        empty = gaps(range, &dates);
    }
    if !without.is_empty() {
        all.push(undated(&lanes, &without, moments));
    }
    pick(&mut all, state.picked);

    let current = state.around.as_deref().and_then(|letter| {
        let sent = |moment: &Moment| moment.kind == MomentKind::Sent && moment.letter.as_str() == letter;
        moments.iter().position(sent)
    });
    let listed = listed(moments, &placed, &without, state, current);
    let mut rows = rows(&listed, &without, &empty);
    let rest = if state.whole_list { 0 } else { rows.len().saturating_sub(MOST_ROWS) };
    rows.truncate(rows.len() - rest);
    let mut bar_rows = vec![0; lanes.len()];
    for column in &all {
        for (rows, cell) in bar_rows.iter_mut().zip(&column.cells) {
            for bar in &cell.bars {
                *rows = (bar.row + 1).max(*rows);
            }
        }
    }
    let count = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    Timeline {
        columns: all,
        lanes,
        bar_rows,
        width,
        too_fine,
        rows,
        rest,
        total: count(placed.len() + without.len()),
        listed: count(listed.len()),
        kinds,
        range,
        current,
    }
}

fn place(kind: MomentKind) -> usize {
    MomentKind::ALL.iter().position(|known| *known == kind).unwrap_or_default()
}

/// From the first day that is known to the last.
fn whole<'m>(moments: impl Iterator<Item = &'m Moment>) -> Option<Stretch> {
    let mut whole: Option<Stretch> = None;
    for moment in moments {
        for day in [moment.bounds.earliest, moment.bounds.latest].into_iter().flatten() {
            let day = Stretch { first: day.0, last: day.0 };
            whole = Some(whole.map_or(day, |whole| whole.with(day)));
        }
    }
    whole
}

/// The days of a date; a side without limit reaches to the end of what is known.
fn stretch(moment: &Moment, whole: Stretch) -> Option<Stretch> {
    let (first, last) = match (moment.bounds.earliest, moment.bounds.latest) {
        (None, None) => return None,
        (first, last) => (first.map_or(whole.first, |day| day.0), last.map_or(whole.last, |day| day.0)),
    };
    Some(Stretch { first: first.min(last), last: last.max(first) })
}

fn pick(columns: &mut [Column], picked: Option<Picked>) {
    for column in columns {
        column.picked = match (picked, column.stretch()) {
            (Some(Picked::Days(days)), Some(stretch)) => days.meets(stretch),
            (Some(Picked::Undated), None) => true,
            _ => false,
        };
    }
}

/// The dates of the list, with their days: those that are picked, or those around the current one, or all.
fn listed(
    moments: &[Moment],
    placed: &[Placed],
    without: &[(usize, Lane)],
    state: &TimelineState,
    current: Option<usize>,
) -> Vec<(usize, Option<Stretch>)> {
    let dated = placed.iter().map(|date| (date.moment, Some(date.stretch)));
    let undated = without.iter().map(|(moment, _)| (*moment, None));
    if let Some(current) = current {
        // Among letters where there are several, else among whatever dates there are.
        let letter = |at: usize| moments.get(at).is_some_and(|moment| moment.kind == MomentKind::Sent);
        let letters: Vec<_> = dated.clone().filter(|(at, _)| letter(*at)).collect();
        let among: Vec<_> = if letters.len() > 1 { letters } else { dated.chain(undated).collect() };
        let Some(at) = among.iter().position(|(at, _)| *at == current) else { return among };
        return among[at.saturating_sub(AROUND)..among.len().min(at + AROUND + 1)].to_vec();
    }
    match state.picked {
        None => dated.chain(undated).collect(),
        Some(Picked::Days(days)) => {
            dated.filter(|(_, stretch)| stretch.is_some_and(|s| days.meets(s))).collect()
        }
        Some(Picked::Undated) => undated.collect(),
    }
}

fn rows(listed: &[(usize, Option<Stretch>)], without: &[(usize, Lane)], gaps: &[Stretch]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut gaps = gaps.iter().peekable();
    let mut heading = without.first().map(|(at, _)| *at);
    for (at, stretch) in listed {
        match stretch {
            Some(stretch) => {
                while let Some(gap) = gaps.next_if(|gap| gap.last < stretch.first) {
                    // A gap at the beginning is no gap between two dates; of several the last is the nearest.
                    if !rows.is_empty() && gaps.peek().is_none_or(|next| next.last >= stretch.first) {
                        rows.push(Row::Gap(gap.length()));
                    }
                }
            }
            None if heading.take().is_some() => rows.push(Row::Undated),
            None => {}
        }
        rows.push(Row::Moment(*at));
    }
    rows
}
