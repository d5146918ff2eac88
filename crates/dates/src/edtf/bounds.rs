//! The first and last day that a date can mean.

use super::{Bounds, Date, DayNumber, Edtf, Endpoint};
use crate::calendar::{Calendar, days_in_month};

/// The first and last day that a date can mean; the marks `?`, `~` and `%` do not widen it.
///
/// None on a side that is open or unknown, and on both where nothing is known of the year (`XXXX-05-12`).
/// Spring is March to May, summer June to August, autumn September to November, winter December to February of
/// the next year. Years too far off for a [`DayNumber`] give its least or greatest value.
pub fn bounds(date: &Edtf) -> Bounds {
    match date {
        Edtf::Date(date) => date_bounds(date),
        Edtf::Interval { from, to } => {
            Bounds { earliest: end(from).and_then(|b| b.earliest), latest: end(to).and_then(|b| b.latest) }
        }
        Edtf::OneOf(members) | Edtf::AllOf(members) => {
            let all: Vec<Bounds> = members.iter().map(bounds).collect();
            let earliest = all.iter().map(|b| b.earliest).collect::<Option<Vec<_>>>();
            let latest = all.iter().map(|b| b.latest).collect::<Option<Vec<_>>>();
            Bounds {
                earliest: earliest.and_then(|days| days.into_iter().min()),
                latest: latest.and_then(|days| days.into_iter().max()),
            }
        }
    }
}

fn end(endpoint: &Endpoint) -> Option<Bounds> {
    match endpoint {
        Endpoint::Date(date) => Some(date_bounds(date)),
        Endpoint::Open | Endpoint::Unknown => None,
    }
}

fn date_bounds(date: &Date) -> Bounds {
    if date.year.is_unknown() {
        return Bounds::default();
    }
    let (first, last) = (date.year.value, date.year.latest());
    let (from_month, to_month, next_year) = months(date);
    let (from_day, to_day) = days(date);
    // A 29 February of an open year is that of the first and last leap year that fits.
    let leap = from_day == 29 && from_month == 2 && to_month == 2 && to_day == 29;
    let has_day = |year: &i32| !leap || days_in_month(*year, 2, Calendar::Gregorian) == 29;
    let first = (first..=last.min(first.saturating_add(8))).find(has_day).unwrap_or(first);
    let last = (first.max(last.saturating_sub(8))..=last).rev().find(has_day).unwrap_or(last);
    let last = if next_year { last.saturating_add(1) } else { last };
    Bounds {
        earliest: Some(day_at(first, from_month, from_day)),
        latest: Some(day_at(last, to_month, to_day)),
    }
}

/// First and last month, and whether the last belongs to the next year.
fn months(date: &Date) -> (u8, u8, bool) {
    let Some(month) = date.month else { return (1, 12, false) };
    match (month.value, month.tens) {
        (Some(21), _) => (3, 5, false),
        (Some(22), _) => (6, 8, false),
        (Some(23), _) => (9, 11, false),
        (Some(24), _) => (12, 2, true),
        (Some(month), _) => (month, month, false),
        (None, Some(0)) => (1, 9, false),
        (None, Some(_)) => (10, 12, false),
        (None, None) => (1, 12, false),
    }
}

/// First and last day; the last may be more than the month has.
fn days(date: &Date) -> (u8, u8) {
    let Some(day) = date.day else { return (1, 31) };
    match (day.value, day.tens) {
        (Some(day), _) => (day, day),
        (None, Some(tens)) => ((tens * 10).max(1), tens * 10 + 9),
        (None, None) => (1, 31),
    }
}

/// That day, or the last of its month.
fn day_at(year: i32, month: u8, day: u8) -> DayNumber {
    let day = day.min(days_in_month(year, month, Calendar::Gregorian));
    let far = DayNumber(if year < 0 { i32::MIN } else { i32::MAX });
    DayNumber::from_gregorian(year, month, day).unwrap_or(far)
}
