//! The dates in parts: all of them without the sentences around them, and the sentences.

use super::body::{Body, Kind, List};
use crate::seal::OpenError;
use dates::{Anchor, Bounds, Calendar, Certainty, Duration, Edtf, Rule};
use edition::{LetterId, Origin};
use index::{Excerpt, Moment, MomentKind, Setting};
use serde::Serialize;

/// All dates.
pub(super) fn chronology(moments: &[Moment]) -> Result<Body, OpenError> {
    let mut list = List::default();
    for moment in moments {
        list.push(&Bare::of(moment))?;
    }
    Body::of_lists(Kind::Chronology, &[&list])
}

/// The sentences around some dates.
pub(super) fn excerpts(moments: &[Moment]) -> Result<Body, OpenError> {
    let mut list = List::default();
    for moment in moments {
        list.push(&moment.excerpt)?;
    }
    Body::of_lists(Kind::Excerpts, &[&list])
}

/// A [`Moment`] with an empty sentence.
#[derive(Serialize)]
struct Bare<'m> {
    kind: MomentKind,
    letter: &'m LetterId,
    fragment: &'m str,
    setting: &'m Setting,
    as_written: &'m str,
    excerpt: Excerpt,
    meaning: &'m Option<Edtf>,
    bounds: &'m Bounds,
    origin: Origin,
    certainty: Certainty,
    rule: Option<Rule>,
    anchor: &'m Option<Anchor>,
    duration: Option<Duration>,
    calendar: Calendar,
    original: &'m Option<Edtf>,
    reason: &'m Option<Box<str>>,
}

impl<'m> Bare<'m> {
    fn of(moment: &'m Moment) -> Self {
        Self {
            kind: moment.kind,
            letter: &moment.letter,
            fragment: &moment.fragment,
            setting: &moment.setting,
            as_written: &moment.as_written,
            excerpt: Excerpt::default(),
            meaning: &moment.meaning,
            bounds: &moment.bounds,
            origin: moment.origin,
            certainty: moment.certainty,
            rule: moment.rule,
            anchor: &moment.anchor,
            duration: moment.duration,
            calendar: moment.calendar,
            original: &moment.original,
            reason: &moment.reason,
        }
    }
}
