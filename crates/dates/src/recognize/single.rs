//! One date in words or figures, a function for each way to write it. Each takes the place of its first token and
//! gives what it read and the place after it.

use super::lexicon::Sense;
use super::partial::Partial;
use super::token::Words;
use crate::{Certainty, Qualifier, Rule};

type Read = Option<(Partial, usize)>;

/// The longest date with a day, or a month or season with its year. No bare months, no bare years.
pub(super) fn single(words: &Words<'_>, i: usize) -> Read {
    const WAYS: [fn(&Words<'_>, usize) -> Read; 10] = [
        iso,
        numeric,
        roman,
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

/// `1921-03-17`, `1921-03`
fn iso(words: &Words<'_>, i: usize) -> Read {
    let (year, 4) = words.number(i)? else { return None };
    let two = |at: usize| {
        let (value, digits) = words.number(at + 1)?;
        (words.mark(at, "-") && words.tight(at) && words.tight(at + 1) && digits == 2).then_some(value)
    };
    let (year, month) = (i32::try_from(year).ok()?, two(i + 1)?);
    let date = Partial { year: Some(year), month: u8::try_from(month).ok(), ..Partial::new(Rule::Iso) };
    if let Some(day) = two(i + 3) {
        return Some((Partial { day: u8::try_from(day).ok(), ..date }, i + 5));
    }
    // 1911-12 is two years; 1921-03 cannot be.
    let month_only = (1..=12).contains(&month) && i64::from(month) <= i64::from(year % 100);
    let date = Partial { certainty: Certainty::Medium, ..date };
    (month_only && !(words.mark(i + 3, "-") && words.tight(i + 4))).then_some((date, i + 3))
}

/// `17.3.1921`, `17/3/21`, `3/17/1921`
fn numeric(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (first, first_doubt, at) = atom(words, i, &mut open, two_digits)?;
    let separator = *[".", "/", "-"].iter().find(|mark| words.mark(at, mark))?;
    let (second, second_doubt, at) = atom(words, at + 1, &mut open, two_digits)?;
    if !words.mark(at, separator) {
        return None;
    }
    let blanks = (i + 1..=at).any(|at| !words.tight(at));
    let (year, year_doubt, short, next) = match year(words, at + 1, &mut open) {
        Some((year, doubt, next)) => (year, doubt, false, next),
        None if !blanks && words.tight(at + 1) && !open => {
            let (year, 2) = words.number(at + 1)? else { return None };
            // 1.2.34.5 and 1.2.34,5 are no dates.
            if words.mark(at + 2, ".,/-:")
                && words.tight(at + 2)
                && words.number(at + 3).is_some()
                && words.tight(at + 3)
            {
                return None;
            }
            (i32::try_from(year).ok()?, Qualifier::default(), true, at + 2)
        }
        None => return None,
    };
    if open || (i > 0 && words.mark(i - 1, ".,:/-") && words.tight(i)) {
        return None;
    }
    // With stops the day comes first in all four languages; with strokes English may put the month there.
    let english = words.language == crate::Language::En && separator != ".";
    let month_first =
        (english && first <= 12) || (separator == "/" && first <= 12 && second > 12 && second <= 31);
    let both = first <= 12 && second <= 12 && first != second;
    let certainty = match (both, separator) {
        (true, "/" | "-") if english => Certainty::Low,
        (true, "-") => Certainty::Medium,
        _ if short => Certainty::Medium,
        _ => Certainty::High,
    };
    let (day, month) = if month_first && second <= 31 { (second, first) } else { (first, second) };
    let (day_doubt, month_doubt) =
        if month == first { (second_doubt, first_doubt) } else { (first_doubt, second_doubt) };
    let date = Partial {
        year: Some(year),
        short_year: short,
        month: Some(month),
        day: Some(day),
        doubt: [year_doubt, month_doubt, day_doubt],
        certainty,
        ..Partial::new(Rule::Numeric)
    };
    Some((date, next))
}

/// `17. III.1921`, `15/III`, `10/V. 1817`, `[21.] XI. 1823`
fn roman(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (day, day_doubt, at) = atom(words, i, &mut open, two_digits)?;
    let stroke = words.mark(at, "/");
    let separated = words.mark(at, "./-");
    let at = words.past(at, "./-");
    let (month, month_doubt, at) = atom(words, at, &mut open, roman_month)?;
    let letters = words.token(at - 1).map_or(0, |token| token.text.chars().count());
    let lower = words.key(at - 1) == words.token(at - 1).map_or("", |token| token.text);
    let after = words.past(words.past(at, "./-"), ",");
    let mut date = Partial {
        month: Some(month),
        day: Some(day),
        doubt: [Qualifier::default(), month_doubt, day_doubt],
        ..Partial::new(Rule::RomanMonth)
    };
    if let Some((year, doubt, next)) = year(words, after, &mut open) {
        date.year = Some(year);
        date.doubt[0] = doubt;
        return (!open && (!lower || separated)).then_some((date, next));
    }
    if let Some((short, 2)) = words.number(after)
        && after > at
        && words.tight(after)
        && !words.mark(after + 1, "/.")
        && !open
    {
        let (year, certainty) = (i32::try_from(short).ok(), Certainty::Medium);
        return (!lower).then_some((Partial { year, short_year: true, certainty, ..date }, after + 1));
    }
    // Without a year a stop is not enough to tell "5. I" from a list.
    let sure = separated
        && !lower
        && (stroke || (words.tight(i + 1) && words.tight(i + 2) && (letters > 1 || day > 12)));
    (sure && !open && day <= 31).then_some((date, at))
}

/// `17 March 1921`, `17th of March, 1921`, `17. März`, `1er mars`, `14-го марта 1921 г.`, `10/23 May`, `11 (23) мая`
fn day_month(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let mut second = None;
    let start = words.past_sense(i, Sense::Small).min(i + 1);
    // An article opens a date only where a word for the day follows: "the first of May".
    let i = if words.number(start).is_none() && words.is_word(start) && start > i { start } else { i };
    let (day, day_doubt, at) =
        atom(words, i, &mut open, |words, i| day(words, i).or_else(|| day_word(words, i)))?;
    let mut at = words.past(at, ".");
    if let Some((other, next)) = other_day(words, at) {
        second = Some(other);
        at = words.past(next, ".");
    }
    let at = words.past_small_words(words.past(at, ","));
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

/// `March 14, 1921`, `March 16`, `September the 4th`, `March 11(24), 1917`, `August 25,1775`
fn month_day(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (month, month_doubt, at) = atom(words, i, &mut open, month_name)?;
    let at = words.past_sense(words.past(at, "."), Sense::Small);
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
    let heads = i == 0 || rule == Rule::MonthYear;
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

/// `Thursday, 17 March 1921`, `Sonntag, den 3. April`
fn with_weekday(words: &Words<'_>, i: usize) -> Read {
    let (weekday, at) = words.find(i, |sense| match sense {
        Sense::Weekday(weekday) => Some(weekday),
        _ => None,
    })?;
    let at = words.past_small_words(words.past(words.past(at, "."), ","));
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
    if words.mark(next, "?")
        && words.tight(next)
        && (*open || words.number(next + 1).is_some() || words.is_word(next + 1))
    {
        let goes_on = *open || month_name(words, next + 1).is_some() || words.number(next + 1).is_some();
        if goes_on {
            doubt = Qualifier::UNCERTAIN;
            next += 1;
        }
    }
    if *open {
        let inner = words.past(next, ".,");
        if words.mark(inner, "]") {
            *open = false;
            next = inner + 1;
        }
    }
    Some((value, doubt, next))
}

/// A year 1000 to 2099 of four digits, and words that belong to it ("г.", "n. Chr.").
pub(super) fn year(words: &Words<'_>, i: usize, open: &mut bool) -> Option<(i32, Qualifier, usize)> {
    let (year, doubt, next) = atom(words, i, open, |words, i| {
        let (value, 4) = words.number(i)? else { return None };
        let next = i + 1;
        let glued = words.tight(next)
            && (words.number(next).is_some()
                || words.mark(next, "%°€$£")
                || (words.is_word(next) && words.sense(next, Sense::YearAfter).is_none())
                || (words.mark(next, ".,:") && words.tight(next + 1) && words.number(next + 1).is_some()));
        (!glued && (1000..2100).contains(&value)).then_some((i32::try_from(value).ok()?, next))
    })?;
    let next = words.past_sense(next, Sense::YearAfter);
    Some((year, doubt, words.past_sense(next, Sense::AfterChrist)))
}

/// The year after day and month: `, 1921`, `of 1914`, `d. J.`, `'21`, and the double year of England (`1750/51`).
fn year_after(words: &Words<'_>, at: usize, open: &mut bool, date: &mut Partial) -> usize {
    if let Some((shift, next)) = words.find(words.past(at, "."), |sense| match sense {
        Sense::InYear(shift) => Some(shift),
        _ => None,
    }) {
        date.year_shift = Some(shift);
        return next;
    }
    // The call of a note may stand here ("15 March.[84]"): only four digits in brackets are a year.
    let start = words.past(words.past(at, "."), ",");
    let start = words.past_sense(words.past_small_words(start), Sense::YearBefore);
    if let Some((short, 2)) = words.number(start + 1)
        && words.mark(start, "'’")
        && words.tight(start + 1)
    {
        date.year = i32::try_from(short).ok();
        date.short_year = true;
        return start + 2;
    }
    let mut opened = *open;
    let Some((year, doubt, mut next)) = year(words, start, &mut opened) else { return at };
    *open = opened;
    date.year = Some(year);
    date.doubt[0] = doubt;
    if let Some((short, 1..=2)) = words.number(next + 1)
        && words.mark(next, "/")
        && words.tight(next)
        && words.tight(next + 1)
        && date.day.is_some()
        && date.month.is_some_and(|month| month <= 3)
        && (i64::from(year) + 1) % 100 == i64::from(short)
    {
        date.year = Some(year + 1);
        date.certainty = Certainty::Medium;
        next += 2;
    }
    next
}

/// The second figure of a day in two styles: `/23`, ` (23)`.
fn other_day(words: &Words<'_>, at: usize) -> Option<(u8, usize)> {
    let bracket = words.mark(at, "(");
    if !bracket && !(words.mark(at, "/") && words.tight(at)) {
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
fn two_digits(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    let (value, digits) = words.number(i)?;
    let value = u8::try_from(value).ok()?;
    let glued = words.tight(i) && i > 0 && words.is_word(i - 1);
    (digits <= 2 && value > 0 && !glued).then_some((value, i + 1))
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

/// I to XII, all in capitals or all small.
fn roman_month(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    let token = words.token(i)?;
    let one_case = token.text.chars().all(char::is_uppercase) || token.text.chars().all(char::is_lowercase);
    const MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    // Russian printers set the Cyrillic letter.
    let key = token.key.replace('х', "x");
    let place = MONTHS.iter().position(|month| **month == *key)?;
    one_case.then_some((u8::try_from(place + 1).ok()?, i + 1))
}
