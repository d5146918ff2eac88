//! Words counted from the date of the letter: "yesterday", "last week", "three months ago". They are no surer than the
//! date they are counted from.

use super::fill::Context;
use super::partial::Relative;
use super::resolve::{day_at, month_at};
use crate::{Certainty, Date, DayNumber, Duration, Edtf, Endpoint, Qualifier, Recognized, Rule};

/// Counted from the letter's date; without one there are only the words.
pub(super) fn counted(context: &Context<'_>, relative: Relative) -> Recognized {
    let letter = context.hints.letter_date.as_ref();
    let meaning = letter.and_then(|letter| from(letter, relative));
    let certainty = match (&meaning, relative) {
        (None, _) => Certainty::Unknown,
        (Some(_), Relative::Days(_)) if context.letter_is_sure() => Certainty::High,
        (Some(_), _) => Certainty::Medium,
    };
    let anchor = if meaning.is_some() { context.letter_anchor() } else { None };
    Recognized { meaning, certainty, anchor, ..Recognized::nothing(Rule::Relative) }
}

/// The same number of days, weeks, months from every day that the letter can be of.
fn from(letter: &Edtf, relative: Relative) -> Option<Edtf> {
    if let Edtf::Date(date) = letter {
        return from_date(date, relative);
    }
    let mut each = Vec::new();
    alternatives(letter, relative, &mut each)?;
    each.dedup();
    match <[Edtf; 1]>::try_from(each) {
        Ok([one @ Edtf::Date(_)]) => Some(one),
        Ok(one) => Some(Edtf::OneOf(one.into())),
        Err(each) => Some(Edtf::OneOf(each)),
    }
}

/// What is meant for each date of a set, and from the first to the last day of a span.
fn alternatives(letter: &Edtf, relative: Relative, out: &mut Vec<Edtf>) -> Option<()> {
    match letter {
        Edtf::Date(date) => out.push(from_date(date, relative)?),
        Edtf::Interval { from, to } => {
            let end = |endpoint: &Endpoint, last: bool| match endpoint {
                Endpoint::Date(date) => Some(edge(from_date(date, relative)?, last)),
                Endpoint::Open => Some(Endpoint::Open),
                Endpoint::Unknown => None,
            };
            let (from, to) = (end(from, false)?, end(to, true)?);
            out.push(match (from, to) {
                (Endpoint::Date(from), Endpoint::Date(to)) if from == to => Edtf::Date(from),
                (from, to) => Edtf::Interval { from, to },
            });
        }
        Edtf::OneOf(members) | Edtf::AllOf(members) => {
            members.iter().try_for_each(|member| alternatives(member, relative, out))?;
        }
    }
    Some(())
}

/// The beginning or the end of what is meant.
fn edge(meaning: Edtf, last: bool) -> Endpoint {
    match meaning {
        Edtf::Date(date) => Endpoint::Date(date),
        Edtf::Interval { from, to } => {
            if last {
                to
            } else {
                from
            }
        }
        Edtf::OneOf(_) | Edtf::AllOf(_) => Endpoint::Unknown,
    }
}

/// Counted from one date, with its doubts.
fn from_date(letter: &Date, relative: Relative) -> Option<Edtf> {
    if letter.year.unspecified != 0 {
        return None;
    }
    let doubted = |date: Date| {
        let year = letter.year.qualifier;
        let month = letter.month.map_or(year, |month| month.qualifier);
        let day = letter.day.map_or(month, |day| day.qualifier);
        Date {
            year: crate::Year { qualifier: date.year.qualifier.and(year), ..date.year },
            month: date.month.map(|part| crate::Month { qualifier: part.qualifier.and(month), ..part }),
            day: date.day.map(|part| crate::Day { qualifier: part.qualifier.and(day), ..part }),
        }
    };
    let end = |endpoint| match endpoint {
        Endpoint::Date(date) => Endpoint::Date(doubted(date)),
        other => other,
    };
    Some(match from_letter(letter, relative)? {
        Edtf::Date(date) => Edtf::Date(doubted(date)),
        Edtf::Interval { from, to } => Edtf::Interval { from: end(from), to: end(to) },
        set => set,
    })
}

fn from_letter(letter: &Date, relative: Relative) -> Option<Edtf> {
    let year = letter.year.value;
    let month = letter.month.and_then(|month| month.value).filter(|month| *month <= 12);
    let today = letter.full().and_then(|(year, month, day)| DayNumber::from_gregorian(year, month, day));
    let day = |number| Edtf::Date(day_at(number));
    Some(match relative {
        Relative::Days(days) => day(today?.plus(i32::from(days))),
        Relative::Ago(length) => return ago(letter, length),
        Relative::Week(weeks) => {
            let today = today?;
            let monday = today.plus(1 - i32::from(today.weekday()) + 7 * i32::from(weeks));
            Edtf::Interval {
                from: Endpoint::Date(day_at(monday)),
                to: Endpoint::Date(day_at(monday.plus(6))),
            }
        }
        Relative::Month(months) => Edtf::Date(month_at(year, month?, i32::from(months))),
        Relative::Year(years) => Edtf::Date(Date::year(year + i32::from(years))),
        Relative::Weekday(weekday, shift) => {
            let today = today?;
            let ahead = (i32::from(weekday) - i32::from(today.weekday())).rem_euclid(7);
            let days = match shift {
                -1 => ahead - 7,
                0 => i32::from(weekday) - i32::from(today.weekday()),
                _ => {
                    if ahead == 0 {
                        7
                    } else {
                        ahead
                    }
                }
            };
            day(today.plus(days))
        }
        Relative::NamedMonth(named, shift) => {
            let month = month?;
            let step = match shift {
                -1 => -i32::from(named >= month),
                0 => 0,
                _ => i32::from(named <= month),
            };
            Edtf::Date(Date::month(year + step, named))
        }
        Relative::Season(season, shift) => {
            // The season's last month: a winter ends in the February after its year.
            let last = (season - 20) * 3 + 2;
            let first = last - 2;
            let month = month?;
            let step = match shift {
                -1 if last > 12 => -1 - i32::from(month <= last - 12),
                -1 => -i32::from(last >= month),
                0 if last > 12 => -i32::from(month <= last - 12),
                0 => 0,
                _ => i32::from(first <= month),
            };
            Edtf::Date(Date::month(year + step, season))
        }
    })
}

/// So long before the letter: as exact as the length is told.
fn ago(letter: &Date, length: Duration) -> Option<Edtf> {
    let year = letter.year.value;
    let back = i32::from(length.years) * 12 + i32::from(length.months);
    let about = Qualifier::APPROXIMATE;
    if length.days > 0 && back == 0 || length.weeks > 0 {
        let (year, month, day) = letter.full()?;
        let days = i32::from(length.days) + 7 * i32::from(length.weeks);
        let date = day_at(DayNumber::from_gregorian(year, month, day)?.plus(-days));
        return Some(Edtf::Date(if length.weeks == 0 && days < 10 { date } else { date.qualified(about) }));
    }
    if length.months == 0 && length.years > 0 {
        return Some(Edtf::Date(Date::year(year - i32::from(length.years)).qualified(about)));
    }
    let month = letter.month.and_then(|month| month.value).filter(|month| *month <= 12)?;
    Some(Edtf::Date(month_at(year, month, -back).qualified(about)))
}
