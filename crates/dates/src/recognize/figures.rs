//! Dates in figures, the month a figure or a Roman numeral.

use super::lexicon::Sense;
use super::partial::Partial;
use super::single::{atom, two_digits};
use super::token::Words;
use super::year_of_date::year;
use crate::{Certainty, Language, Qualifier, Rule};

type Read = Option<(Partial, usize)>;

/// `1921-03-17`, `1921-03`
pub(super) fn iso(words: &Words<'_>, i: usize) -> Read {
    let (year, 4) = words.number(i)? else { return None };
    if i > 0 && words.tight(i) && words.mark(i - 1, "-/.,:") {
        return None;
    }
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

/// `17.3.1921`, `17/3/21`, `3/17/1921`, `7/5 1931`, `31. 12. 93`, `20/12 904`, `[1.] 7. 1902`, `am 20.9.`
pub(super) fn numeric(words: &Words<'_>, i: usize) -> Read {
    if i > 0 && words.mark(i - 1, ".,:/-") && words.tight(i) {
        return None;
    }
    let mut open = false;
    let (first, first_doubt, at) = atom(words, i, &mut open, two_digits)?;
    let (separator, at) = separator(words, at)?;
    let (second, second_doubt, at) = atom(words, at, &mut open, two_digits)?;
    let mut date = Partial {
        month: Some(second),
        day: Some(first),
        doubt: [Qualifier::default(), second_doubt, first_doubt],
        ..Partial::new(Rule::Numeric)
    };
    let after = self::separator(words, at).filter(|(mark, _)| *mark == separator || separator == '/');
    let Some(next) = figure_year(words, separator, at, after.map(|(_, at)| at), &mut open, &mut date) else {
        return without_year(words, i, separator, at, open, date);
    };
    // With stops the day comes first in all four languages; with strokes English may put the month there.
    let english = words.language == Language::En && separator != '.';
    let month_first = first <= 12 && second <= 31 && (english || (separator == '/' && second > 12));
    if month_first {
        (date.month, date.day) = (Some(first), Some(second));
        date.doubt = [date.doubt[0], first_doubt, second_doubt];
    }
    let both = first <= 12 && second <= 12 && first != second;
    let certainty = match (both, separator) {
        (true, '/' | '-') if english => Certainty::Low,
        (true, '-') => Certainty::Medium,
        _ => Certainty::High,
    };
    date.certainty = date.certainty.max(certainty);
    (!open).then_some((date, next))
}

/// The year after day and month in figures, and the place after it.
fn figure_year(
    words: &Words<'_>,
    separator: char,
    at: usize,
    after: Option<usize>,
    open: &mut bool,
    date: &mut Partial,
) -> Option<usize> {
    let start = after.or_else(|| (separator == '/').then_some(at))?;
    if let Some((found, doubt, next)) = year(words, start, open) {
        (date.year, date.doubt[0]) = (Some(found), doubt);
        return Some(next);
    }
    let (short, digits) = words.number(start).filter(|_| !*open)?;
    let next = start + 1;
    // 1.2.34.5 and 1.2.34,5 are no dates.
    let runs_on = words.tight(next)
        && (words.is_word(next)
            || (words.mark(next, ".,/-:") && words.tight(next + 1) && words.number(next + 1).is_some()));
    let close = after.is_some() && words.tight(start) && words.tight(at - 1);
    // With blanks only where figures put the day first, and nothing follows that the figure could count.
    let loose = words.language != Language::En && (separator == '/' || after.is_some()) && ends(words, next);
    if runs_on || !(close || loose) {
        return None;
    }
    date.certainty = Certainty::Medium;
    match (digits, short) {
        (2, _) => (date.year, date.short_year) = (i32::try_from(short).ok(), true),
        // 904 for 1904, as German hands wrote it.
        (3, 700..=999) if words.language == Language::De => date.year = i32::try_from(short + 1000).ok(),
        _ => return None,
    }
    Some(next)
}

/// `am 20.9.`, `vom 30/5`: outside English, after a word that asks for a date, or alone.
fn without_year(words: &Words<'_>, i: usize, separator: char, at: usize, open: bool, date: Partial) -> Read {
    let next = words.past(at, ".");
    let stopped = next > at || separator == '/';
    let alone = i == 0 && next >= words.tokens.len();
    let asked = words
        .ends_before(i, |sense| matches!(sense, Sense::Small | Sense::From | Sense::To | Sense::Weekday(_)))
        && i > 0
        && words.key(i - 1) != "um";
    let day_and_month = date.day.is_some_and(|day| day <= 31) && date.month.is_some_and(|month| month <= 12);
    let runs_on = words.number(next).is_some() || words.key(next) == "uhr" || words.mark(next, "%");
    let fits =
        words.language != Language::En && separator != '-' && stopped && day_and_month && !open && !runs_on;
    (fits && (alone || asked)).then_some((date, if separator == '.' { next } else { at }))
}

/// `17. III.1921`, `15/III`, `10/V. 1817`, `[21.] XI. 1823`, `27. VI. 10`
pub(super) fn roman(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    let (day, day_doubt, at) = atom(words, i, &mut open, two_digits)?;
    let stroke = words.mark(at, "/");
    let separated = separator(words, at).is_some();
    let at = separator(words, at).map_or(at, |(_, at)| at);
    let (month, month_doubt, at) = atom(words, at, &mut open, roman_month)?;
    let token = words.token(at - 1)?;
    let (letters, lower) = (token.text.chars().count(), *token.key == *token.text);
    let after = words.past(words.past(at, "./-"), ",");
    let mut date = Partial {
        month: Some(month),
        day: Some(day),
        doubt: [Qualifier::default(), month_doubt, day_doubt],
        ..Partial::new(Rule::RomanMonth)
    };
    if let Some((year, doubt, next)) = year(words, after, &mut open) {
        (date.year, date.doubt[0]) = (Some(year), doubt);
        return (!open && (!lower || separated)).then_some((date, next));
    }
    if let Some((short, 2)) = words.number(after)
        && !open
        && !lower
        && !(words.mark(after + 1, "/.") && words.tight(after + 2) && words.number(after + 2).is_some())
        && ((after > at && words.tight(after)) || ((separated || letters > 1) && ends(words, after + 1)))
    {
        let (year, certainty) = (i32::try_from(short).ok(), Certainty::Medium);
        return Some((Partial { year, short_year: true, certainty, ..date }, after + 1));
    }
    // Without a year a stop is not enough to tell "5. I" from a list.
    let close = words.tight(i + 1) && words.tight(i + 2) && (letters > 1 || day > 12);
    let alone = i == 0 && after >= words.tokens.len() && letters > 1;
    let sure = !lower && ((separated && (stroke || close)) || alone);
    (sure && !open && day <= 31).then_some((date, at))
}

/// A stop, stroke or hyphen between figures. The stop may have been taken into an editor's bracket: `[1.] 7.`
fn separator(words: &Words<'_>, at: usize) -> Option<(char, usize)> {
    let stroke = words.past(at, ".");
    if words.mark(stroke, "/") {
        return Some(('/', stroke + 1));
    }
    if words.mark(at, ".-") {
        return Some((if words.mark(at, ".") { '.' } else { '-' }, at + 1));
    }
    let inside = at > 1 && words.mark(at - 1, "])?") && words.mark(at - 2, ".?");
    inside.then_some(('.', at))
}

/// Whether nothing follows that a figure could count.
pub(super) fn ends(words: &Words<'_>, next: usize) -> bool {
    // German gives capitals to what is counted, too.
    let sentence = words.capital(next) && words.language != Language::De;
    let line = words.token(next).is_none_or(|token| token.new_line);
    line || sentence || words.mark(next, ".,;:)]!?–—\"”«“")
}

/// I to XII, all in capitals or all small.
fn roman_month(words: &Words<'_>, i: usize) -> Option<(u8, usize)> {
    const MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let token = words.token(i)?;
    let one_case = token.text.chars().all(char::is_uppercase) || token.text.chars().all(char::is_lowercase);
    // Russian printers set the Cyrillic letter.
    let key = token.key.replace('х', "x");
    let place = MONTHS.iter().position(|month| **month == *key)?;
    one_case.then_some((u8::try_from(place + 1).ok()?, i + 1))
}

/// A month and its year in figures: `07.1920`.
pub(super) fn month_of_year(words: &Words<'_>, i: usize) -> Read {
    let (month, 2) = words.number(i)? else { return None };
    let padded = words.token(i)?.text.starts_with('0') || words.language != Language::En;
    let close = words.mark(i + 1, ".") && words.tight(i + 1) && words.tight(i + 2);
    let glued = i > 0 && words.tight(i) && words.mark(i - 1, ".,:/-");
    let (found, doubt, next) = year(words, i + 2, &mut false)?;
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let doubt = [doubt, Qualifier::default(), Qualifier::default()];
    let certainty = Certainty::Medium;
    let date =
        Partial { year: Some(found), month: Some(month), doubt, certainty, ..Partial::new(Rule::Numeric) };
    (padded && close && !glued).then_some((date, next))
}
