//! What a reader has chosen on the timeline, and how it stands in the address.

use crate::order;
use edition::EntryId;
use index::MomentKind;

use super::period::{Stretch, parse_period, parse_stretch, push_day, push_stretch};
use super::width::Width;

/// What a reader has chosen. Every query is a state: what is not understood is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimelineState {
    /// Nothing before the first day of this.
    pub from: Option<Stretch>,
    /// Nothing after the last day of this.
    pub to: Option<Stretch>,
    /// Kinds that are switched off.
    pub off: Vec<MomentKind>,
    /// The width of a bin; none is automatic.
    pub width: Option<Width>,
    /// Nothing is folded.
    pub linear: bool,
    /// First days of the folds that are open, ascending.
    pub open: Vec<i32>,
    /// The bins that are picked.
    pub picked: Option<Picked>,
    /// The numbers stand as a table as well.
    pub table: bool,
    /// Only letters from or to this correspondent.
    pub with: Option<EntryId>,
    /// Only what is near this letter: its identifier.
    pub around: Option<Box<str>>,
    /// The whole list, however long.
    pub whole_list: bool,
}

/// Bins that are picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// Those of these days.
    Days(Stretch),
    /// That of what has no date.
    Undated,
}

impl TimelineState {
    /// Reads the query of an address, without question mark.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut state = Self::default();
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "from" => state.from = parse_period(value),
                "to" => state.to = parse_period(value),
                "kinds" => {
                    let on = |kind: &MomentKind| value.split(',').any(|word| word == kind_word(*kind));
                    state.off = MomentKind::ALL.into_iter().filter(|kind| !on(kind)).collect();
                }
                "scale" => state.width = Width::parse(value),
                "axis" => state.linear = value == "linear",
                "open" => {
                    let days = value.split(',').filter_map(parse_period);
                    state.open = days.map(|day| day.first).collect();
                    order::by(&mut state.open, Ord::cmp);
                    state.open.dedup();
                }
                "bin" if value == "undated" => state.picked = Some(Picked::Undated),
                "bin" => state.picked = parse_stretch(value).map(Picked::Days),
                "table" => state.table = value == "1",
                "with" => state.with = (!value.is_empty()).then(|| value.into()),
                "around" => state.around = (!value.is_empty()).then(|| value.into()),
                "list" => state.whole_list = value == "all",
                _ => {}
            }
        }
        state
    }

    /// Writes the query; empty where nothing was chosen. [`Self::parse`] reads the same state from it.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = Query(String::new());
        for (key, period) in [("from", self.from), ("to", self.to)] {
            if let Some(period) = period {
                push_stretch(query.key(key), period);
            }
        }
        if !self.off.is_empty() {
            let out = query.key("kinds");
            let on = MomentKind::ALL.into_iter().filter(|kind| !self.off.contains(kind));
            for (nth, kind) in on.enumerate() {
                out.push_str(if nth > 0 { "," } else { "" });
                out.push_str(kind_word(kind));
            }
        }
        if let Some(width) = self.width {
            query.key("scale").push_str(width.word());
        }
        if self.linear {
            query.key("axis").push_str("linear");
        }
        if !self.open.is_empty() {
            let out = query.key("open");
            for (nth, day) in self.open.iter().enumerate() {
                out.push_str(if nth > 0 { "," } else { "" });
                push_day(out, *day);
            }
        }
        match self.picked {
            Some(Picked::Days(days)) => push_stretch(query.key("bin"), days),
            Some(Picked::Undated) => query.key("bin").push_str("undated"),
            None => {}
        }
        if self.table {
            query.key("table").push('1');
        }
        if let Some(with) = &self.with {
            query.key("with").push_str(with.as_str());
        }
        if let Some(around) = &self.around {
            query.key("around").push_str(around);
        }
        if self.whole_list {
            query.key("list").push_str("all");
        }
        query.0
    }

    /// Whether a kind is switched on.
    #[must_use]
    pub fn shows(&self, kind: MomentKind) -> bool {
        !self.off.contains(&kind)
    }

    /// The days that `from` and `to` leave, where both are given in either order; a side that is not given is
    /// that of `whole`.
    pub(crate) fn range(&self, whole: Stretch) -> Stretch {
        let sides = match (self.from, self.to) {
            (Some(from), Some(to)) => return from.with(to),
            (Some(from), None) => (from.first, whole.last.max(from.last)),
            (None, Some(to)) => (whole.first.min(to.first), to.last),
            (None, None) => (whole.first, whole.last),
        };
        Stretch { first: sides.0, last: sides.1 }
    }
}

/// The word of a kind in addresses.
#[must_use]
pub fn kind_word(kind: MomentKind) -> &'static str {
    match kind {
        MomentKind::Sent => "sent",
        MomentKind::Received => "received",
        MomentKind::Mentioned => "mentioned",
        MomentKind::InNote => "note",
        MomentKind::Printing => "printing",
    }
}

struct Query(String);

impl Query {
    fn key(&mut self, key: &str) -> &mut String {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        &mut self.0
    }
}
