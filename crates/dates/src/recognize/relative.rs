//! Words counted from the date of the letter, lengths of time, and feasts.

use super::lexicon::{Sense, Unit};
use super::partial::{Partial, Reading, Relative};
use super::single::{longest, month_name, season_name};
use super::token::Words;
use super::year_of_date::year;
use crate::{Duration, Rule};

type Read = Option<(Reading, usize)>;

/// The longest such expression at this place.
pub(super) fn relative(words: &Words<'_>, i: usize) -> Read {
    longest([day_word(words, i), ago(words, i), shifted(words, i), duration(words, i)].into_iter().flatten())
}

/// `yesterday`, `avant-hier`, `heute`
fn day_word(words: &Words<'_>, i: usize) -> Read {
    let (days, next) = words.find(i, |sense| match sense {
        Sense::Day(days) => Some(days),
        _ => None,
    })?;
    // "Hier-", "Yesterday's": a compound names no day; the genitive does.
    (!(words.mark(next, "-") && words.tight(next))).then_some((Reading::Relative(Relative::Days(days)), next))
}

/// `three weeks ago`, `a year ago`, `vor zwei Tagen`, `il y a trois mois`, `год назад`
fn ago(words: &Words<'_>, i: usize) -> Read {
    if let Some(at) = words.sense(i, Sense::AgoBefore) {
        let (length, next) = length(words, at, true)?;
        return Some((Reading::Relative(Relative::Ago(length)), next));
    }
    let (length, at) = length(words, i, true)?;
    // "a fortnight since, and" against "two years since we met".
    let since = words.key(at) == "since" && (at + 1 >= words.tokens.len() || words.mark(at + 1, ".,;:)!?"));
    let next = if since { at + 1 } else { words.sense(at, Sense::Ago)? };
    Some((Reading::Relative(Relative::Ago(length)), next))
}

/// `three and a half years`, `zwei Monate`, `полтора года`
fn duration(words: &Words<'_>, i: usize) -> Read {
    let (length, next) = length(words, i, false)?;
    // "the Seven Years' War" is a name.
    let war = words.past(next, "'’");
    let name = words.capital(i)
        && words.capital(next - 1)
        && words.capital(war)
        && words.language == crate::Language::En;
    let glued = words.tight(i) && i > 0 && !words.mark(i - 1, "([{\"“„«'‘’—–*_;,:");
    // "One day", like "eines Tages", is any day.
    let any_day = length == Duration { days: 1, ..Duration::default() } && words.is_word(i);
    (!name && !glued && !any_day).then_some((Reading::Length(length), next))
}

/// A number and its unit. Before "ago" an article, or a unit alone, is a one.
fn length(words: &Words<'_>, i: usize, ago: bool) -> Option<(Duration, usize)> {
    let phrase = words.find(i, |sense| match sense {
        Sense::Length(halves, unit) => Some((halves, unit)),
        _ => None,
    });
    if let Some(((halves, unit), next)) = phrase {
        return Some((measure(halves, unit)?, next));
    }
    let (mut halves, mut at) = match count(words, i) {
        Some(found) => found,
        None if ago => (2, words.past_sense(i, Sense::Article)),
        None => return None,
    };
    if let Some(next) = words.sense(at, Sense::Half) {
        (halves, at) = (halves + 1, next);
    }
    let (unit, mut next) = words.find(at, |sense| match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    })?;
    // French and Russian, and English too, may say the half last: trois ans et demi.
    if let Some(end) = words.sense(next, Sense::Half)
        && halves % 2 == 0
    {
        (halves, next) = (halves + 1, end);
    }
    Some((measure(halves, unit)?, next))
}

/// In halves: `six`, `25`, `twenty-five`.
fn count(words: &Words<'_>, i: usize) -> Option<(u16, usize)> {
    if let Some((value @ 1..1000, _)) = words.number(i) {
        return Some((u16::try_from(value).ok()? * 2, i + 1));
    }
    let word = |at| {
        words.find(at, |sense| match sense {
            Sense::Count(halves) => Some(halves),
            _ => None,
        })
    };
    let (halves, next) = word(i)?;
    if halves >= 40
        && halves % 20 == 0
        && let Some((units @ 2..20, end)) = word(words.past(next, "-"))
    {
        return Some((halves + units, end));
    }
    Some((halves, next))
}

fn measure(halves: u16, unit: Unit) -> Option<Duration> {
    let (whole, half) = (halves / 2, halves % 2);
    let none = Duration::default();
    Some(match unit {
        // Half a day is no length that a date can tell.
        Unit::Day => Duration { days: whole.max(1), ..none },
        Unit::Week => Duration { weeks: whole, days: half * 3, ..none },
        Unit::Month => Duration { months: whole, days: half * 15, ..none },
        Unit::Year => Duration { years: whole, months: half * 6, ..none },
        Unit::Century => Duration { years: whole.checked_mul(100)?.checked_add(half * 50)?, ..none },
    })
}

/// `last Tuesday`, `next week`, `vorigen Sommer`, `la semaine dernière`, `в прошлом году`
fn shifted(words: &Words<'_>, i: usize) -> Read {
    let before = words.find(i, |sense| match sense {
        Sense::Shift(shift) => Some(shift),
        _ => None,
    });
    if let Some((shift, at)) = before {
        // "the last week of the war" is another week.
        if i > 0 && words.key(i - 1) == "the" {
            return None;
        }
        let (relative, next) = shift_of(words, at, shift)?;
        let of = matches!(words.key(next), "of" | "des" | "der");
        return (!of || shift == 0).then_some((Reading::Relative(relative), next));
    }
    let (_, at) = shift_of(words, i, 0)?;
    let (shift, next) = words.find(at, |sense| match sense {
        Sense::ShiftAfter(shift) => Some(shift),
        _ => None,
    })?;
    let english = words.language == crate::Language::En && matches!(words.key(at), "last" | "next");
    let (relative, _) = shift_of(words, i, shift)?;
    // In English only months and weekdays: "Tuesday last".
    let named = matches!(relative, Relative::Weekday(..) | Relative::NamedMonth(..));
    let ends = next >= words.tokens.len() || words.mark(next, ".,;:!?)]");
    (!english || (named && ends)).then_some((Reading::Relative(relative), next))
}

fn shift_of(words: &Words<'_>, at: usize, shift: i8) -> Option<(Relative, usize)> {
    if let Some((month, next)) = month_name(words, at) {
        return Some((Relative::NamedMonth(month, shift), next));
    }
    if let Some((season, next)) = season_name(words, at) {
        return Some((Relative::Season(season, shift), next));
    }
    words.find(at, |sense| match sense {
        Sense::Unit(Unit::Week) => Some(Relative::Week(shift)),
        Sense::Unit(Unit::Month) => Some(Relative::Month(shift)),
        Sense::Unit(Unit::Year) => Some(Relative::Year(shift)),
        Sense::Weekday(weekday) => Some(Relative::Weekday(weekday, shift)),
        _ => None,
    })
}

/// `Easter 1933`, `New Year's Day`, `Weihnachten 1905`
pub(super) fn feast(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let (feast, at) = words.find(i, |sense| match sense {
        Sense::Feast(feast) => Some(feast),
        _ => None,
    })?;
    if !words.capital(i) && words.key(i) != "jour" && words.key(i) != "vendredi" {
        return None;
    }
    // Whose Easter it is goes by the script of the word.
    let russian = words.key(i).chars().any(|c| ('а'..='я').contains(&c));
    let language = if russian { crate::Language::Ru } else { crate::Language::En };
    let date = Partial { feast: Some((feast, language)), ..Partial::new(Rule::Feast) };
    let start = words.past_small_words(words.past(at, ","));
    let mut open = false;
    if let Some((year, doubt, next)) = year(words, start, &mut open)
        && !open
    {
        return Some((Partial { year: Some(year), doubt: [doubt; 3], ..date }, next));
    }
    // Feasts are names too: without a year only after a preposition or article, and not before another name.
    let company = i == 0
        || words.ends_before(i, |sense| matches!(sense, Sense::In | Sense::Small | Sense::Limit(_)))
        || matches!(words.key(i - 1), "at" | "on" | "zu" | "an" | "à" | "на" | "к" | "until" | "since");
    (company && !words.capital(at)).then_some((date, at))
}
