//! From a reading to a date with its reasons.

use super::counted::counted;
use super::fill::{Context, Filled, Unfit};
use super::lexicon::Limit;
use super::partial::{Joint, Partial, Reading};
use crate::{
    Calendar, Certainty, Date, DayNumber, Edtf, Endpoint, Qualifier, Recognized, Rule, bounds, days_in_month,
};

/// The date that a reading means; none if it means none; an inner none for a day that never was.
pub(super) fn resolve(context: &mut Context<'_>, reading: &Reading) -> Option<Option<Recognized>> {
    let resolved = match reading {
        Reading::One(partial) => one(context, partial),
        Reading::Two(from, joint, to) => two(context, *from, *joint, *to),
        Reading::Limited(limit, partial) => limited(context, *limit, partial),
        Reading::Third(third, partial) => part(context, *third, partial),
        Reading::Relative(relative) => Ok(counted(context, *relative)),
        Reading::Length(duration) => {
            Ok(Recognized { duration: Some(*duration), ..Recognized::nothing(Rule::Duration) })
        }
    };
    match resolved {
        Ok(dating) => Some(Some(dating)),
        Err(Unfit::Impossible) => Some(None),
        Err(Unfit::NoDate) => None,
    }
}

fn recognized(filled: Filled, meaning: Edtf, rule: Rule) -> Recognized {
    let certainty =
        if filled.is_doubtful() { filled.certainty.max(Certainty::Medium) } else { filled.certainty };
    Recognized {
        meaning: Some(meaning),
        calendar: filled.calendar,
        original: filled.original,
        duration: None,
        certainty,
        rule,
        anchor: filled.anchor,
    }
}

/// Keeps a date that says its year for those after it that do not. Years alone serve only where the letter has no
/// date: "the revolution of 1848" does not date "March 5" in the next sentence.
fn remember(context: &mut Context<'_>, partial: &Partial, filled: &Filled) {
    let says = partial.year.is_some() && partial.open_year == 0;
    if says && (partial.month.is_some() || context.letter.is_none()) {
        context.earlier = Some(filled.date.qualified(Qualifier::default()));
    }
}

fn one(context: &mut Context<'_>, partial: &Partial) -> Result<Recognized, Unfit> {
    let filled = match context.fill(partial) {
        // What looked like two styles is two days: 6/7 March.
        Err(Unfit::NoDate) if partial.second.is_some_and(|(year, ..)| year.is_none()) => {
            let (_, month, day) = partial.second.ok_or(Unfit::NoDate)?;
            let to = Partial { month: Some(month), day: Some(day), second: None, ..*partial };
            let mut dating = two(context, Partial { second: None, ..*partial }, Joint::Through, to)?;
            dating.certainty = Certainty::Low;
            return Ok(dating);
        }
        filled => filled?,
    };
    remember(context, partial, &filled);
    let rule = if partial.second.is_some() { Rule::DoubleDate } else { partial.rule };
    let meaning = filled.meaning.clone();
    Ok(recognized(filled, meaning, rule))
}

fn two(
    context: &mut Context<'_>,
    mut from: Partial,
    joint: Joint,
    mut to: Partial,
) -> Result<Recognized, Unfit> {
    from.month = from.month.or(to.month.filter(|_| from.day.is_some()));
    to.month = to.month.or(from.month.filter(|_| to.day.is_some()));
    (from.style, to.style) = (from.style.or(to.style), to.style.or(from.style));
    let months = |from: &Partial, to: &Partial| from.month.zip(to.month).is_some_and(|(from, to)| from > to);
    let (last, first);
    if to.year.is_none() && from.year.is_some() {
        first = context.fill(&from)?;
        to.year = Some(first.date.year.value + i32::from(months(&from, &to)));
        last = context.fill(&to)?;
    } else {
        last = context.fill(&to)?;
        if from.year.is_none() && !last.date.year.is_unknown() {
            from.year = Some(last.date.year.value - i32::from(months(&from, &to)));
        }
        first = context.fill(&from)?;
    }
    let order = bounds(&Edtf::Date(first.date)).earliest.zip(bounds(&Edtf::Date(last.date)).latest);
    if order.is_some_and(|(first, last)| first > last) {
        return Err(Unfit::NoDate);
    }
    remember(context, &from, &first);
    let dates = vec![Edtf::Date(first.date), Edtf::Date(last.date)];
    let span = Edtf::Interval { from: Endpoint::Date(first.date), to: Endpoint::Date(last.date) };
    let meaning = match joint {
        Joint::Through => span,
        Joint::Between => Edtf::OneOf(vec![span]),
        Joint::And => Edtf::AllOf(dates),
        Joint::Or => Edtf::OneOf(dates),
    };
    let certainty = first.certainty.max(last.certainty);
    let anchor = last.anchor.clone().or(first.anchor.clone());
    let original = match (&first.original, &last.original) {
        (Some(Edtf::Date(from)), Some(Edtf::Date(to))) => {
            Some(Edtf::Interval { from: Endpoint::Date(*from), to: Endpoint::Date(*to) })
        }
        _ => None,
    };
    Ok(recognized(Filled { certainty, anchor, original, ..last }, meaning, Rule::Range))
}

/// EDTF limits include the day they name; "before" and "after" do not.
fn limited(context: &mut Context<'_>, limit: Limit, partial: &Partial) -> Result<Recognized, Unfit> {
    let filled = context.fill(partial)?;
    remember(context, partial, &filled);
    let date = filled.date;
    let span = |from, to| Edtf::Interval { from, to };
    let one_of = |from, to| Edtf::OneOf(vec![span(from, to)]);
    let meaning = match limit {
        Limit::Before => one_of(Endpoint::Open, Endpoint::Date(neighbor(&date, -1).ok_or(Unfit::NoDate)?)),
        Limit::NotAfter => one_of(Endpoint::Open, Endpoint::Date(date)),
        Limit::After => one_of(Endpoint::Date(neighbor(&date, 1).ok_or(Unfit::NoDate)?), Endpoint::Open),
        Limit::NotBefore => one_of(Endpoint::Date(date), Endpoint::Open),
        Limit::Since => span(Endpoint::Date(date), Endpoint::Open),
        Limit::Until => span(Endpoint::Open, Endpoint::Date(date)),
    };
    Ok(recognized(filled, meaning, Rule::Limit))
}

/// The day, month or year before (-1) or after (1); of a season or decade the day.
fn neighbor(date: &Date, step: i32) -> Option<Date> {
    let named = date.month.and_then(|month| month.value).filter(|month| *month <= 12);
    match (named, date.day) {
        (None, None) if date.year.unspecified == 0 && date.month.is_none() => {
            Some(Date::year(date.year.value + step))
        }
        (Some(month), None) if date.year.unspecified == 0 => Some(month_at(date.year.value, month, step)),
        _ => {
            let bounds = bounds(&Edtf::Date(*date));
            let edge = if step < 0 { bounds.earliest } else { bounds.latest };
            Some(day_at(edge?.plus(step)))
        }
    }
}

pub(super) fn day_at(number: DayNumber) -> Date {
    let (year, month, day) = number.gregorian();
    Date::day(year, month, day)
}

pub(super) fn month_at(year: i32, month: u8, step: i32) -> Date {
    let months = year.saturating_mul(12).saturating_add(i32::from(month) - 1 + step);
    Date::month(months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1))
}

/// Beginning, middle and end: ten days of a month, four months of a year.
fn part(context: &mut Context<'_>, third: u8, partial: &Partial) -> Result<Recognized, Unfit> {
    let filled = context.fill(partial)?;
    remember(context, partial, &filled);
    let with_day = |day| {
        let whole = Date::day(filled.date.year.value, partial.month.unwrap_or(1), day);
        Endpoint::Date(Date { year: filled.date.year, ..whole })
    };
    let with_month = |month| Endpoint::Date(Date::month(filled.date.year.value, month));
    let (from, to) = match partial.month {
        Some(month) => {
            let last = days_in_month(filled.date.year.value, month, Calendar::Gregorian);
            (with_day(third * 10 + 1), with_day(if third == 2 { last } else { third * 10 + 10 }))
        }
        None => (with_month(third * 4 + 1), with_month(third * 4 + 4)),
    };
    let certainty = filled.certainty.max(Certainty::Medium);
    let meaning = Edtf::OneOf(vec![Edtf::Interval { from, to }]);
    Ok(recognized(Filled { certainty, ..filled }, meaning, Rule::Limit))
}
