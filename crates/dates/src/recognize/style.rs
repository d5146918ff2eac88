//! One day in two styles, and the words that name a style.

use super::lexicon::Sense;
use super::partial::Partial;
use super::single::single;
use super::token::Words;
use super::year_of_date::year;
use crate::{Calendar, DayNumber};

/// A date with what follows it: the same day in the other style, or the name of its style.
///
/// `24.XII.1897 / 5.I.1898`, `28 февраля (13 марта) 1900 г.`, `5 March 1917 (O.S.)`
pub(super) fn styled(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let (mut date, mut next) = single(words, i)?;
    if let (Some(year), Some(end)) = (date.year, words.sense(next, Sense::BeforeChrist)) {
        (date.year, date.short_year, next) = (Some(1 - year), false, end);
    }
    let (date, next) = with_second(words, date, next).unwrap_or((date, next));
    Some(with_style(words, date, next))
}

fn with_second(words: &Words<'_>, first: Partial, at: usize) -> Option<(Partial, usize)> {
    if first.second.is_some() || first.day.is_none() {
        return None;
    }
    let bracket = words.mark(at, "(");
    if !bracket && !words.mark(at, "/") {
        return None;
    }
    let (second, mut next) = single(words, at + 1)?;
    let pair = (second.year, second.month?, second.day?);
    let mut date = Partial { second: Some(pair), ..first };
    if bracket {
        let (_, end) = with_style(words, second, next);
        next = end;
        if !words.mark(next, ")") {
            return None;
        }
        next += 1;
    }
    if date.year.is_none() && second.year.is_none() {
        let mut open = false;
        if let Some((year, doubt, end)) = year(words, words.past(next, ","), &mut open)
            && !open
        {
            date.year = Some(year);
            date.doubt[0] = doubt;
            next = end;
        }
    }
    is_one_day(&date).then_some((date, next))
}

/// Whether both dates can name one day.
fn is_one_day(date: &Partial) -> bool {
    let years = [date.year, date.second.and_then(|(year, ..)| year)];
    years.into_iter().flatten().any(|year| both_styles(date, year).is_some())
        || first_is_julian(date).is_some()
}

/// Whether the two dates lie as far apart as the styles did in some century, and if so whether the Julian one comes
/// first. Printers and writers mistook the difference: 10/23 May 1849 should be 11/23.
pub(super) fn first_is_julian(date: &Partial) -> Option<bool> {
    let (_, month, day) = date.second?;
    let anywhen = Partial { year: None, second: Some((None, month, day)), ..*date };
    let years = [1650, 1652, 1750, 1752, 1850, 1852, 1910, 1912].into_iter();
    years.filter_map(|year| both_styles(&anywhen, year)).map(|(_, julian)| julian).next()
}

/// The day of a double date, if it has both names in a year; and whether the first name is the Julian one.
pub(super) fn both_styles(date: &Partial, year: i32) -> Option<(DayNumber, bool)> {
    let (second_year, second_month, second_day) = date.second?;
    let (month, day) = (date.month?, date.day?);
    let fits = |found: (i32, u8, u8), second: (Option<i32>, u8, u8)| {
        (found.1, found.2) == (second.1, second.2) && second.0.is_none_or(|year| year == found.0)
    };
    // `20/2 June`: the month is that of the second name; the first is in the month before.
    let months = [month, if month == 1 { 12 } else { month - 1 }];
    let shared = second_month == month && second_year.is_none();
    for month in months.into_iter().take(if shared { 2 } else { 1 }) {
        let years = [year, year - 1, year + 1];
        for year in years.into_iter().take(if date.year.is_some() { 1 } else { 3 }) {
            if let Some(number) = DayNumber::from_julian(year, month, day)
                && fits(number.gregorian(), (second_year, second_month, second_day))
            {
                return Some((number, true));
            }
            if let Some(number) = DayNumber::from_gregorian(year, month, day)
                && fits(number.julian(), (second_year, second_month, second_day))
            {
                return Some((number, false));
            }
        }
    }
    None
}

/// `O.S.`, `(N.S.)`, `ст. ст.`, `neuen Stils`
fn with_style(words: &Words<'_>, date: Partial, at: usize) -> (Partial, usize) {
    let start = words.past(words.past(at, ","), "([");
    let bracket = start > 0 && words.mark(start.max(1) - 1, "([") && start > at;
    let found = words.find(start, |sense| match sense {
        Sense::Style(calendar) => Some(calendar),
        _ => None,
    });
    let Some((style, next)) = found else { return (date, at) };
    let dotted = words.mark(next - 1, ".")
        || matches!(words.key(next - 1), "style" | "стиля" | "стилю" | "stils" | "styls");
    let capital = words.capital(start);
    let closed = !bracket || words.mark(next, ")]");
    if !(dotted || capital) || !closed || style == Calendar::NotStated {
        return (date, at);
    }
    (Partial { style: Some(style), ..date }, next + usize::from(bracket))
}
