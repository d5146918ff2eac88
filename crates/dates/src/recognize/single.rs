//! One date in words, a function for each way to write it. Each takes the place of its first token and
//! gives what it read and the place after it.

use super::figures::{iso, month_of_year, numeric, roman};
use super::lexicon::Sense;
use super::partial::Partial;
use super::token::Words;
use super::year_of_date::{year, year_after};
use crate::{Certainty, Language, Qualifier, Rule};

type Read = Option<(Partial, usize)>;

/// The longest date with a day, or a month or season with its year. No bare months, no bare years.
pub(super) fn single(words: &Words<'_>, i: usize) -> Read {
    const WAYS: [fn(&Words<'_>, usize) -> Read; 11] = [
        iso,
        numeric,
        roman,
        month_of_year,
        day_month,
        month_day,
        month_year,
        year_first,
        season_year,
        shifted_day,
        with_weekday,
    ];
    longest(WAYS.iter().filter_map(|way| way(words, i)))
}

/// A month or a year without company, as it stands after "before", "between", "about".
pub(super) fn bare(words: &Words<'_>, i: usize) -> Read {
    let month = |words: &Words<'_>, i| {
        let (month, next) = month_name(words, i)?;
        Some((Partial { month: Some(month), ..Partial::new(Rule::MonthYear) }, next))
    };
    let year = |words: &Words<'_>, i| {
        let (year, doubt, next) = year(words, i, &mut false)?;
        let doubt = [doubt, Qualifier::default(), Qualifier::default()];
        (!words.ends_before(i, |sense| sense == Sense::Locator)
            && words.sense(next, Sense::Counted).is_none())
        .then_some((Partial { year: Some(year), doubt, ..Partial::new(Rule::Year) }, next))
    };
    longest(
        [single(words, i), month(words, i), year(words, i), super::year::decade(words, i)]
            .into_iter()
            .flatten(),
    )
}

pub(super) fn longest<T>(read: impl Iterator<Item = (T, usize)>) -> Option<(T, usize)> {
    read.fold(None, |best, found| match best {
        Some((_, next)) if next >= found.1 => best,
        _ => Some(found),
    })
}

/// `17 March 1921`, `17th of March, 1921`, `17. März`, `1er mars`, `14-го марта 1921 г.`, `10/23 May`, `11 (23) мая`
fn day_month(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let mut second = None;
    let (day, day_doubt, at) =
        atom(words, i, &mut open, |words, i| day(words, i).or_else(|| day_word(words, i)))?;
    let mut at = words.past(at, ".");
    if let Some((other, next)) = other_day(words, at) {
        second = Some(other);
        at = words.past(next, ".");
    }
    let at = past_words_within(words, words.past(at, ","));
    let (month, month_doubt, at) = atom(words, at, &mut open, month_name)?;
    let mut date = Partial {
        month: Some(month),
        day: Some(day),
        doubt: [Qualifier::default(), month_doubt, day_doubt],
        second: second.map(|other| (None, month, other)),
        ..Partial::new(Rule::MonthName)
    };
    let next = year_after(words, at, &mut open, &mut date);
    (!open && (day <= 31 || date.year.is_some())).then_some((date, next))
}

/// Past articles and "of" between a day and its month. A capital begins a sentence: in "it is 2. On November 9" and after
/// the number of a note ("2 On November 9") the figure is no day.
fn past_words_within(words: &Words<'_>, at: usize) -> usize {
    let begins = words.token(at).is_some_and(|token| {
        token.text.starts_with(char::is_uppercase) && token.text.contains(char::is_lowercase)
    });
    if begins && words.key(at) != "of" { at } else { words.past_small_words(at) }
}

/// `March 14, 1921`, `March 16`, `September the 4th`, `March 11(24), 1917`, `August 25,1775`
fn month_day(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (month, month_doubt, at) = atom(words, i, &mut open, month_name)?;
    let at = words.past_sense(words.past(at, "."), Sense::Small);
    // "Dezember 05", "Dec. 93": a year.
    let padded =
        words.token(at).is_some_and(|token| token.text.starts_with('0')) && words.language != Language::En;
    if let Some((short, 2)) = words.number(at)
        && (padded || short > 31)
        && !open
    {
        let ends = at + 1 >= words.tokens.len() || words.mark(at + 1, ".,;:)]!?–—");
        let doubt = [Qualifier::default(), month_doubt, Qualifier::default()];
        let (month, year, certainty) = (Some(month), i32::try_from(short).ok(), Certainty::Medium);
        let date =
            Partial { month, year, short_year: true, doubt, certainty, ..Partial::new(Rule::MonthYear) };
        return ends.then_some((date, at + 1));
    }
    let (day, day_doubt, at) = atom(words, at, &mut open, day)?;
    if words.mark(at, ".,:")
        && words.tight(at)
        && words.tight(at + 1)
        && matches!(words.number(at + 1), Some((_, 1..=3)))
    {
        return None;
    }
    let (second, at) =
        other_day(words, at).map_or((None, at), |(other, next)| (Some((None, month, other)), next));
    let mut date = Partial {
        month: Some(month),
        day: Some(day),
        doubt: [Qualifier::default(), month_doubt, day_doubt],
        second,
        ..Partial::new(Rule::MonthName)
    };
    let next = year_after(words, at, &mut open, &mut date);
    (!open && (day <= 31 || date.year.is_some())).then_some((date, next))
}

/// `August 2000`, `March, 1921`, `März des Jahres 1921`, `[Mai] 1817`
fn month_year(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (month, month_doubt, at) = atom(words, i, &mut open, month_name)?;
    let doubt = [Qualifier::default(), month_doubt, Qualifier::default()];
    let mut date = Partial { month: Some(month), doubt, ..Partial::new(Rule::MonthYear) };
    let next = year_after(words, at, &mut open, &mut date);
    (!open && (date.year.is_some() || date.year_shift.is_some())).then_some((date, next))
}

/// `1817 Mai 10`, `1921 г. 17 марта`, `1787. Autumn`, `1921, March 17`
fn year_first(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (year, doubt, next) = year(words, i, &mut open)?;
    let at = words.past_small_words(words.past(next, ".,:"));
    let rest = longest([day_month(words, at), month_day(words, at)].into_iter().flatten());
    if let Some((date, next)) = rest
        && date.year.is_none()
        && !open
    {
        return Some((
            Partial { year: Some(year), doubt: [doubt, date.doubt[1], date.doubt[2]], ..date },
            next,
        ));
    }
    let (month, rule, end) = season_name(words, at)
        .map(|(season, end)| (season, Rule::Season, end))
        .or_else(|| month_name(words, at).map(|(month, end)| (month, Rule::MonthYear, end)))?;
    // In "in 1848. Spring had come" the season belongs to the next sentence.
    let ends = words.token(end).is_none_or(|_| words.mark(end, ".,;:)]"));
    let heads = i == 0 || rule == Rule::MonthYear || words.past(end, ".") >= words.tokens.len();
    (ends && heads && !open && words.capital(at)).then_some((
        Partial { year: Some(year), month: Some(month), doubt: [doubt; 3], ..Partial::new(rule) },
        end,
    ))
}

/// `Autumn 1787`, `the spring of 1917`, `Sommer 1916`, `весной 1917 года`
fn season_year(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (season, doubt, at) = atom(words, i, &mut open, season_name)?;
    // "Winter 1916/17" begins in the first of the two years, which is how EDTF winters are counted here.
    let at = words.past_small_words(words.past(at, ","));
    let at = words.past_sense(at, Sense::YearBefore);
    let (year, year_doubt, mut next) = year(words, at, &mut open)?;
    if let Some((short, 2)) = words.number(next + 1)
        && words.mark(next, "/-–")
        && words.tight(next)
        && i64::from(short) == i64::from((year + 1) % 100)
        && season == 24
    {
        next += 2;
    }
    let doubt = [year_doubt, doubt, Qualifier::default()];
    (!open).then_some((
        Partial { year: Some(year), month: Some(season), doubt, ..Partial::new(Rule::Season) },
        next,
    ))
}

/// `15th inst.`, `3d ult.`, `15. d. M.`, `le 15 courant`
fn shifted_day(words: &Words<'_>, i: usize) -> Read {
    let (day, next) = day(words, i)?;
    let at = words.past(next, ".");
    let (shift, next) = words.find(at, |sense| match sense {
        Sense::InMonth(shift) => Some(shift),
        _ => None,
    })?;
    let date = Partial { day: Some(day), month_shift: Some(shift), ..Partial::new(Rule::Relative) };
    (day <= 31).then_some((date, next))
}

/// `Thursday, `, `Sonntag, den `: a weekday, and the place of what it is of.
pub(super) fn weekday(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    let (weekday, at) = words.find(i, |sense| match sense {
        Sense::Weekday(weekday) => Some(weekday),
        _ => None,
    })?;
    Some((weekday, words.past_small_words(words.past(words.past(at, "."), ","))))
}

/// `Thursday, 17 March 1921`, `Sonntag, den 3. April`
fn with_weekday(words: &Words<'_>, i: usize) -> Read {
    let (weekday, at) = weekday(words, i)?;
    let rest = [numeric(words, at), roman(words, at), day_month(words, at), month_day(words, at)];
    let (date, next) = longest(rest.into_iter().flatten())?;
    Some((Partial { weekday: Some(weekday), ..date }, next))
}

/// A part of a date, perhaps in brackets that an editor set: what stands in them is not sure.
pub(super) fn atom<T>(
    words: &Words<'_>,
    i: usize,
    open: &mut bool,
    read: impl Fn(&Words<'_>, usize) -> Option<(T, usize)>,
) -> Option<(T, Qualifier, usize)> {
    let opens = !*open && words.mark(i, "[");
    let (value, mut next) = read(words, i + usize::from(opens))?;
    *open |= opens;
    let mut doubt = if *open { Qualifier::UNCERTAIN } else { Qualifier::default() };
    // The bracket of a digit that an editor read: 1[7?].
    let read_digit = words.mark(next - 1, "]");
    let asked = words.past(next, ".");
    if words.mark(asked, "(")
        && words.mark(asked + 1, "?")
        && words.mark(asked + 2, ")")
        && goes_on(words, asked + 3)
    {
        (doubt, next) = (Qualifier::UNCERTAIN, asked + 3);
    } else if words.mark(asked, "?") && words.tight(asked) && (*open || goes_on(words, asked + 1)) {
        (doubt, next) = (Qualifier::UNCERTAIN, asked + 1);
    }
    if *open {
        let inner = words.past(next, ".,");
        if words.mark(inner, "]") {
            *open = false;
            next = inner + 1;
        }
    }
    if read_digit {
        doubt = Qualifier::UNCERTAIN;
    }
    Some((value, doubt, next))
}

/// Whether another part of a date stands there, so that a question mark before it is one of doubt.
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    words.number(at).is_some() || month_name(words, at).is_some()
}

/// A figure with digits in brackets: `1[7?]`, `189[9]`, `[18]93`. The value, how many digits, the place after it.
pub(super) fn split_figure(words: &Words<'_>, i: usize) -> Option<(u32, usize, usize)> {
    let front = words.past(i, "[");
    let (first, digits) = words.number(front)?;
    let back =
        if front > i { words.past(words.past(front + 1, "?"), "]") } else { words.past(front + 1, "[") };
    let bracket = if front > i { words.mark(back - 1, "]") } else { back > front + 1 };
    let (second, more) =
        words.number(back).filter(|_| bracket && words.tight(back) && words.tight(front + 1))?;
    let mut next = back + 1;
    if front == i {
        next = words.past(words.past(next, "?."), "?.");
        if !words.mark(next, "]") {
            return None;
        }
        next += 1;
    }
    let scale = 10_u32.checked_pow(u32::try_from(more).ok()?)?;
    Some((first.checked_mul(scale)?.checked_add(second)?, digits + more, next))
}

/// The second figure of a day in two styles: `/23`, ` (23)`.
fn other_day(words: &Words<'_>, at: usize) -> Option<(u8, usize)> {
    let bracket = words.mark(at, "(");
    let stroke = words.mark(at, "/") && words.tight(at);
    if !bracket && !stroke {
        return None;
    }
    let (other, next) = day(words, at + 1)?;
    let next = words.past(next, ".");
    match bracket {
        true => words.mark(next, ")").then_some((other, next + 1)),
        false => Some((other, next)),
    }
}

/// A day in figures, with its ending: `17`, `17th`, `1er`, `14-го`.
pub(super) fn day(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    let (day, next) = two_digits(words, i)?;
    let hyphen = words.past(next, "-");
    let suffix =
        if words.tight(next) && words.tight(hyphen) { words.sense(hyphen, Sense::Suffix) } else { None };
    match suffix {
        Some(end) => Some((day, end)),
        // "5m", "12x": no day.
        None if words.tight(next) && words.is_word(next) && month_name(words, next).is_none() => None,
        None => Some((day, next)),
    }
}

/// "the first of May", "ersten Mai", "premier mai"
fn day_word(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    words.find(i, |sense| match sense {
        Sense::Ordinal(day) => Some(day),
        _ => None,
    })
}

/// 1 to 99, not the tail of a longer figure.
pub(super) fn two_digits(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    let glued = words.tight(i) && i > 0 && words.is_word(i - 1);
    if let Some((value, 2, next)) = split_figure(words, i).filter(|_| words.number(i).is_some()) {
        return (!glued && value > 0).then_some((u8::try_from(value).ok()?, next));
    }
    let (value, digits) = words.number(i)?;
    let value = u8::try_from(value).ok()?;
    let cut = words.mark(i + 1, "[")
        && words.tight(i + 1)
        && words.number(i + 2).is_some_and(|(_, digits)| digits == 1);
    // The degree sign stands for the French ending: 1° janvier.
    let next = if words.tight(i + 1) { words.past(i + 1, "°º") } else { i + 1 };
    (digits <= 2 && value > 0 && !glued && !cut).then_some((value, next))
}

/// A month by its name or the beginning of it, with the stop of a short form left to who reads on.
pub(super) fn month_name(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    words.find(i, |sense| match sense {
        Sense::Month(month) => Some(month),
        _ => None,
    })
}

pub(super) fn season_name(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    words.find(i, |sense| match sense {
        Sense::Season(season) => Some(season),
        _ => None,
    })
}
