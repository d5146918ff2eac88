//! The year that a date says, after its day and month or before them: two years of one winter, and an editor's other year.

use super::figures::ends;
use super::lexicon::Sense;
use super::partial::Partial;
use super::single::{atom, month_name, split_figure};
use super::token::Words;
use crate::{Certainty, Language, Qualifier};

/// The last year that England began on 25 March.
const LAST_OF_LADY_DAY: i32 = 1752;

/// A year 1000 to 2099 of four digits, and words that belong to it ("г.", "n. Chr.").
pub(super) fn year(words: &Words<'_>, i: usize, open: &mut bool) -> Option<(i32, Qualifier, usize)> {
    if let Some((value @ 1000..2100, 4, next)) = split_figure(words, i) {
        return Some((i32::try_from(value).ok()?, Qualifier::UNCERTAIN, next));
    }
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

/// The year after day and month: `, 1921`, `of 1914`, `d. J.`, `'21`, `1750/51`, `1850 [1851]`.
pub(super) fn year_after(words: &Words<'_>, at: usize, open: &mut bool, date: &mut Partial) -> usize {
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
    if let (Some((year @ 1..=999, _)), Some(end)) =
        (words.number(start), words.sense(start + 1, Sense::BeforeChrist))
    {
        date.year = i32::try_from(year).ok().map(|year| 1 - year);
        return end;
    }
    // "27. Mai 92": where nothing follows that the figure could count.
    if let Some((short, 2)) = words.number(start)
        && date.day.is_some()
        && (short > 31 || words.language != Language::En)
        && words.token(start).is_some_and(|token| token.apart && !token.new_line)
        && ends(words, start + 1)
        && !*open
    {
        (date.year, date.short_year) = (i32::try_from(short).ok(), true);
        return start + 1;
    }
    let mut opened = *open;
    let Some((year, doubt, next)) = year(words, start, &mut opened) else { return at };
    *open = opened;
    date.year = Some(year);
    date.doubt[0] = doubt;
    let next = double_year(words, next, year, date).unwrap_or(next);
    if *open { next } else { corrected(words, next, year, date).unwrap_or(next) }
}

/// The second year of `7 February 1690/1`, `March 5th, 1710-11`, `15 February 1750/51`. As long as the year began on
/// 25 March the second is that of today's count; later, and after March, two years stand there of which one is meant.
fn double_year(words: &Words<'_>, at: usize, year: i32, date: &mut Partial) -> Option<usize> {
    let (second, digits) = words.number(at + 1)?;
    let next = at + 2;
    let stroke = words.mark(at, "/");
    let hyphen = words.mark(at, "-–") && year < LAST_OF_LADY_DAY;
    let scale = 10_i32.pow(u32::try_from(digits).ok().filter(|digits| matches!(digits, 1 | 2 | 4))?);
    let follows = i64::from((year + 1) % scale) == i64::from(second);
    // "5 March 1710-11 April 1712" and "1710/11/12" go on.
    let goes_on = month_name(words, words.past(next, ".")).is_some()
        || (words.tight(next) && (words.is_word(next) || words.mark(next, "/-–")));
    if !(stroke || hyphen) || !words.tight(at) || !words.tight(at + 1) || !follows || goes_on {
        return None;
    }
    let winter = date.month.is_some_and(|month| month <= 3);
    if winter && (year < LAST_OF_LADY_DAY) {
        date.year = Some(year + 1);
        date.certainty = Certainty::Medium;
        return Some(next);
    }
    if !stroke || date.day.is_none() {
        return None;
    }
    date.doubt[0] = Qualifier::UNCERTAIN;
    Some(next)
}

/// The year that an editor sets after the printed one: `3 June 1850 [1851]`, `[recte 1851]`, `[1851?]`. It leads; that
/// two years stand there makes it less than certain.
fn corrected(words: &Words<'_>, at: usize, year: i32, date: &mut Partial) -> Option<usize> {
    if !words.mark(at, "[") {
        return None;
    }
    let said = matches!(words.key(at + 1), "recte" | "rectius" | "richtig" | "correctly" | "правильно");
    let start = if said { words.past(at + 2, ":") } else { at + 1 };
    let (other, 4) = words.number(start)? else { return None };
    let other = i32::try_from(other).ok().filter(|other| *other != year && (other - year).abs() <= 20)?;
    let asked = words.past(start + 1, "?");
    if !words.mark(asked, "]") {
        return None;
    }
    date.year = Some(other);
    date.certainty = date.certainty.max(Certainty::Medium);
    if !said || asked > start + 1 {
        date.doubt[0] = Qualifier::UNCERTAIN;
    }
    Some(asked + 1)
}
