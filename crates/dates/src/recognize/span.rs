//! Two dates joined, limits, and parts of a month or year.

use super::lexicon::Sense;
use super::partial::{Joint, Partial, Reading};
use super::single::{bare, day, longest, month_name, season_name, weekday};
use super::style::styled;
use super::token::Words;
use super::year::is_located;
use crate::{Certainty, Qualifier, Rule};

type Read = Option<(Reading, usize)>;

/// Dates of more than one word group at this place: the longest.
pub(super) fn joined(words: &Words<'_>, i: usize) -> Read {
    longest(
        [pair(words, i), years(words, i), days_of_month(words, i), limit(words, i), third(words, i)]
            .into_iter()
            .flatten(),
    )
}

/// `from 14 March to 2 April 1921`, `between May and June`, `14 March – 2 April`, `6 September or 7 October`
fn pair(words: &Words<'_>, i: usize) -> Read {
    let (opened, start) = opening(words, i);
    let (start, doubt) =
        if opened.is_some() { past_about(words, start) } else { (start, Qualifier::default()) };
    let read = |at| if opened.is_some() { bare(words, at) } else { None };
    let first = longest([styled(words, start), month_alone(words, start), read(start)].into_iter().flatten());
    let (from, at) = first?;
    let (joint, at) = joint(words, at, opened)?;
    let (at, last_doubt) = past_about(words, words.past_small_words(at));
    let (to, next) = longest(
        [styled(words, at), month_alone(words, at), read(at), last_day(words, at, &from)]
            .into_iter()
            .flatten(),
    )?;
    let from = from.doubted(doubt);
    let to = to.doubted(last_doubt);
    // Two lonely words, "May and June", say too little.
    let says = |date: &Partial| date.day.is_some() || date.year.is_some() || date.rule == Rule::Decade;
    let enough = opened.is_some() || ((says(&from) || says(&to)) && fits(&from, &to, joint));
    enough.then_some((Reading::Two(from, joint, to), next))
}

/// Without a word that opens a span both sides must be of one kind, and days be said at both or months at both.
fn fits(from: &Partial, to: &Partial, joint: Joint) -> bool {
    let same = from.day.is_some() == to.day.is_some() && from.month.is_some() == to.month.is_some();
    // "5 March 1920 and 6 April 1921" are two dates, not one expression.
    same && (joint == Joint::Through || from.year.is_none()) && from.second.is_none() && to.second.is_none()
}

/// "between", "from", and the place after it and its article.
fn opening(words: &Words<'_>, i: usize) -> (Option<Joint>, usize) {
    let found = words.find(i, |sense| match sense {
        Sense::Between => Some(Joint::Between),
        Sense::From => Some(Joint::Through),
        _ => None,
    });
    found.map_or((None, i), |(joint, next)| (Some(joint), words.past_small_words(next)))
}

fn joint(words: &Words<'_>, at: usize, opened: Option<Joint>) -> Option<(Joint, usize)> {
    let dash = words.past(at, "-–—‒−");
    let found = words.find(at, |sense| match sense {
        Sense::To => Some(Joint::Through),
        Sense::And => Some(Joint::And),
        Sense::Or => Some(Joint::Or),
        _ => None,
    });
    match (opened, found) {
        (Some(Joint::Between), Some((Joint::And, next))) => Some((Joint::Between, next)),
        (Some(Joint::Between), _) => None,
        (_, _) if dash > at => Some((Joint::Through, dash)),
        (Some(_), Some((Joint::Through, next))) => Some((Joint::Through, next)),
        (Some(_), _) => None,
        (None, found) => found,
    }
}

fn month_alone(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let (month, next) = month_name(words, i)?;
    Some((Partial { month: Some(month), ..Partial::new(Rule::MonthYear) }, next))
}

/// The day that ends a span within one month: `September 6-15`.
fn last_day(words: &Words<'_>, i: usize, from: &Partial) -> Option<(Partial, usize)> {
    from.day.filter(|_| from.year.is_none() && from.month.is_some())?;
    let (last, next) = day(words, i)?;
    let mut date = Partial { month: from.month, day: Some(last), ..Partial::new(from.rule) };
    let at = words.past(next, ",");
    let mut open = false;
    if let Some((year, _, end)) = super::year_of_date::year(words, at, &mut open)
        && !open
    {
        date.year = Some(year);
        return Some((date, end));
    }
    let runs_on = words.mark(next, ".,:") && words.tight(next + 1) && words.number(next + 1).is_some();
    (last <= 31 && !runs_on).then_some((date, next))
}

/// `6-15 September 1899`, `vom 6. bis 15. September`, `с 6 по 15 сентября`, `6 and 7 March`, `between Tuesday, 4 and
/// Saturday, 8 September`, `between about 4 and about 8 September`
fn days_of_month(words: &Words<'_>, i: usize) -> Read {
    let (opened, start) = opening(words, i);
    let (start, doubt) =
        if opened.is_some() { past_about(words, start) } else { (start, Qualifier::default()) };
    // That of a day whose month is said later: `Tuesday, 4 and …`
    let of_week = opened.and_then(|_| weekday(words, start));
    let (weekday, start) = of_week.map_or((None, start), |(weekday, next)| (Some(weekday), next));
    let (first, at) = day(words, start)?;
    let at = words.past(at, ".");
    let (joint, at) = joint(words, at, opened)?;
    let (at, last_doubt) = past_about(words, words.past_small_words(at));
    let (last, next) =
        styled(words, at).filter(|(last, _)| last.second.is_none() && last.rule != Rule::Numeric)?;
    let last = last.doubted(last_doubt);
    let from = Partial { month: last.month, day: Some(first), weekday, ..Partial::new(last.rule) };
    let from = from.doubted(doubt);
    (first <= 31 && last.day.is_some_and(|day| day > first) && last.month.is_some())
        .then_some((Reading::Two(from, joint, last), next))
}

/// Past "about": what follows is not exact.
fn past_about(words: &Words<'_>, at: usize) -> (usize, Qualifier) {
    let next = words.sense(at, Sense::About);
    next.map_or((at, Qualifier::default()), |next| (words.past_small_words(next), Qualifier::APPROXIMATE))
}

/// `1919-1920`, `1919/20`, `from 1905 to 1907`: years need no company when they are two.
fn years(words: &Words<'_>, i: usize) -> Read {
    let (opened, start) = opening(words, i);
    let (from @ 1000..2100, 4) = words.number(start)? else { return None };
    let glued = words.tight(start) && start > 0 && !words.mark(start - 1, "([{\"“„«'‘’—–*_;,:©");
    let tight = words.tight(start + 1);
    let (joint, at) = match words.mark(start + 1, "/") && tight {
        true => (Joint::Through, start + 2),
        false => joint(words, words.past_sense(start + 1, Sense::YearAfter), opened)?,
    };
    let (to, digits) = words.number(at)?;
    let to = match digits {
        4 => to,
        2 if tight && words.tight(at) => from - from % 100 + to,
        _ => return None,
    };
    let next = words.past_sense(at + 1, Sense::YearAfter);
    let runs_on = next == at + 1
        && words.tight(next)
        && (words.is_word(next)
            || (words.mark(next, "-–/.,:") && words.tight(next + 1) && words.number(next + 1).is_some()));
    let joined = joint == Joint::Through || joint == Joint::Between;
    let blanks = opened.is_none() && !tight && digits == 4 && !words.mark(start + 1, "-–—");
    if glued || runs_on || !joined || blanks || !(from + 1..=from + 150).contains(&to) || to >= 2100 {
        return None;
    }
    if is_located(words, start) || words.sense(next, Sense::Counted).is_some() {
        return None;
    }
    let certainty = if opened.is_some() || next > at + 1 { Certainty::High } else { Certainty::Medium };
    let year = |year: u32| Partial { year: i32::try_from(year).ok(), certainty, ..Partial::new(Rule::Year) };
    Some((Reading::Two(year(from), joint, year(to)), next))
}

/// `not later than September 4`, `before 1905`, `after March 28`, `seit 1848`
fn limit(words: &Words<'_>, i: usize) -> Read {
    let (limit, at) = words.find(i, |sense| match sense {
        Sense::Limit(limit) => Some(limit),
        _ => None,
    })?;
    let at = words.past_small_words(at);
    let (date, next) = longest([styled(words, at), bare(words, at)].into_iter().flatten())?;
    let counted = date.rule == Rule::Year && company_counts(words, next, &date);
    (!counted).then_some((Reading::Limited(limit, date), next))
}

/// `early in April`, `Ende April 1923`, `mid-May`, `в начале 1905 года`
fn third(words: &Words<'_>, i: usize) -> Read {
    let (third, at) = words.find(i, |sense| match sense {
        Sense::Third(third) => Some(third),
        _ => None,
    })?;
    let at = words.past_small_words(words.past(at, "-"));
    let at = words.past_sense(at, Sense::YearBefore);
    let (date, next) = bare(words, at)?;
    let whole = date.day.is_none() && date.open_year == 0 && date.month.is_none_or(|month| month <= 12);
    whole.then_some((Reading::Third(third, date), next))
}

/// `c. 1850`, `um 1850`, `about 17 May 1817`
pub(super) fn about(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let at = words.past_small_words(words.sense(i, Sense::About)?);
    let (date, next) = longest([styled(words, at), bare(words, at)].into_iter().flatten())?;
    let counted = date.rule == Rule::Year && company_counts(words, next, &date);
    (!counted).then_some((date.doubted(Qualifier::APPROXIMATE), next))
}

/// Whether a plain word after a round figure is what the figure counts.
fn company_counts(words: &Words<'_>, next: usize, date: &Partial) -> bool {
    let round = date.year.is_some_and(|year| year % 100 == 0);
    round
        && words.is_word(next)
        && !words.capital(next)
        && season_name(words, next).is_none()
        && words.key(next).len() > 4
}
