//! The years of a date.

use dates::{Date, Edtf, Endpoint};
use edition::{ActionKind, Letter};

/// First and last year that a date can mean (astronomical count). None where it says nothing about the year;
/// an open or unknown end counts as the other end.
#[must_use]
pub fn years(date: &Edtf) -> Option<(i32, i32)> {
    match date {
        Edtf::Date(date) => of_date(date),
        Edtf::Interval { from, to } => join([from, to].into_iter().map(|end| match end {
            Endpoint::Date(date) => of_date(date),
            Endpoint::Open | Endpoint::Unknown => None,
        })),
        Edtf::OneOf(dates) | Edtf::AllOf(dates) => join(dates.iter().map(years)),
    }
}

/// First and last year that a letter can have been written in; none for an undated letter.
#[must_use]
pub fn letter_years(letter: &Letter) -> Option<(i32, i32)> {
    let sent = letter.corresp.actions.iter().filter(|action| action.kind == ActionKind::Sent);
    let others = letter.corresp.actions.iter().filter(|action| action.kind != ActionKind::Sent);
    sent.chain(others).find_map(|action| years(action.dating.as_ref()?.reading.meaning.as_ref()?))
}

fn of_date(date: &Date) -> Option<(i32, i32)> {
    let year = &date.year;
    (!year.is_unknown()).then(|| (year.value, year.latest()))
}

fn join(years: impl Iterator<Item = Option<(i32, i32)>>) -> Option<(i32, i32)> {
    years.flatten().reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}
