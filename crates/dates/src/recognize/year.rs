//! Years, decades and centuries that stand alone. Most figures in prose are no years, so their company decides.

use super::lexicon::Sense;
use super::partial::Partial;
use super::single::{longest, month_name};
use super::token::{Kind, Words};
use crate::{Certainty, Rule};

type Read = Option<(Partial, usize)>;

/// A year, decade or century at this place, if its company allows it.
pub(super) fn year_alone(words: &Words<'_>, i: usize) -> Read {
    longest([before_christ(words, i), decade(words, i), plain(words, i)].into_iter().flatten())
}

/// `B.C. 68`, `68 B.C.`, `44 v. Chr.`
fn before_christ(words: &Words<'_>, i: usize) -> Read {
    let (year, next) = if let Some(at) = words.sense(i, Sense::BeforeChrist) {
        (words.number(at)?, at + 1)
    } else {
        (words.number(i)?, words.sense(i + 1, Sense::BeforeChrist)?)
    };
    let (year @ 1..=9999, _) = year else { return None };
    Some((Partial { year: Some(1 - i32::try_from(year).ok()?), ..Partial::new(Rule::Year) }, next))
}

/// `the 1850s`, `1850er Jahre`, `années 1850`, `1850-е годы`; `nineteenth century`, `XIXe siècle`, `19. Jahrhundert`
pub(super) fn decade(words: &Words<'_>, i: usize) -> Read {
    longest([ten_years(words, i), century(words, i)].into_iter().flatten())
}

fn ten_years(words: &Words<'_>, i: usize) -> Read {
    let french = words.sense(i, Sense::Decade).filter(|at| *at == i + 1 && words.key(i) == "années");
    let at = french.unwrap_or(i);
    let (year @ 1000..2100, 4) = words.number(at)? else { return None };
    if year % 10 != 0 || is_located(words, i) {
        return None;
    }
    let ending = words.past(at + 1, "-'’");
    let ended = words.tight(at + 1)
        && words.tight(ending)
        && matches!(words.key(ending), "s" | "er" | "ern" | "е" | "х");
    if french.is_none() && !ended {
        return None;
    }
    let next = if ended { words.past_sense(ending + 1, Sense::Decade) } else { at + 1 };
    // "The 1900s" are ten years or a hundred.
    let certainty = if year % 100 == 0 { Certainty::Low } else { Certainty::High };
    let date =
        Partial { year: i32::try_from(year).ok(), open_year: 1, certainty, ..Partial::new(Rule::Decade) };
    Some((date, next))
}

fn century(words: &Words<'_>, i: usize) -> Read {
    let (ordinal, at) = match words.token(i)?.kind {
        Kind::Number(value) if words.token(i)?.text.len() <= 2 => {
            let hyphen = words.past(i + 1, "-");
            let suffix =
                words.sense(hyphen, Sense::Suffix).filter(|_| words.tight(i + 1) && words.tight(hyphen));
            (value, suffix.unwrap_or_else(|| words.past(i + 1, ".")))
        }
        Kind::Word => match words.find(i, |sense| if let Sense::Ordinal(n) = sense { Some(n) } else { None })
        {
            Some((ordinal, next)) => (u32::from(ordinal), next),
            None => roman(words, i)?,
        },
        _ => return None,
    };
    let next = words.sense(words.past(at, "-"), Sense::Century)?;
    let ordinal = i32::try_from(ordinal).ok().filter(|n| (1..=21).contains(n))?;
    let date = Partial { open_year: 3, ..Partial::new(Rule::Decade) };
    match words.sense(next, Sense::BeforeChrist) {
        Some(next) => Some((Partial { year: Some(1 - ordinal * 100), ..date }, next)),
        None => Some((Partial { year: Some((ordinal - 1) * 100), ..date }, next)),
    }
}

/// Whether a century in Roman figures stands there.
pub(super) fn is_roman(words: &Words<'_>, i: usize) -> bool {
    words.capital(i) && words.key(i).starts_with(['x', 'х']) && roman(words, i).is_some()
}

/// XVI to XXI, with the ending that French gives it (`XIXe`, `XIXᵉ`).
fn roman(words: &Words<'_>, i: usize) -> Option<(u32, usize)> {
    const CENTURIES: [&str; 10] = ["xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi"];
    let key = words.key(i).trim_end_matches("ème").trim_end_matches(['e', 'ᵉ']);
    let key = key.replace('х', "x");
    let place = CENTURIES.iter().position(|century| **century == *key)?;
    words.capital(i).then_some((u32::try_from(place).ok()? + 12, words.past(i + 1, ".")))
}

/// Four figures that their company makes a year.
fn plain(words: &Words<'_>, i: usize) -> Read {
    let mut open = false;
    // Brackets are company, not doubt.
    if words.mark(i, "[") {
        return None;
    }
    let (year, _, next) = super::year_of_date::year(words, i, &mut open)?;
    let glued = words.tight(i)
        && i > 0
        && (!words.mark(i - 1, "([{\"“„«'‘’—–*_:;,") || number_before_comma(words, i));
    let goes_on = words.mark(next, "-–/")
        && words.tight(next)
        && words.tight(next + 1)
        && words.number(next + 1).is_some();
    if glued || goes_on || is_located(words, i) || words.sense(next, Sense::Counted).is_some() {
        return None;
    }
    let certainty = company(words, i, next, year)?;
    Some((Partial { year: Some(year), certainty, ..Partial::new(Rule::Year) }, next))
}

fn number_before_comma(words: &Words<'_>, i: usize) -> bool {
    words.mark(i - 1, ",") && i > 1 && words.number(i - 2).is_some()
}

/// How sure the words around four figures make a year; none if not at all.
fn company(words: &Words<'_>, i: usize, next: usize, year: i32) -> Option<Certainty> {
    let said = next > i + 1 || words.ends_before(i, |sense| sense == Sense::YearBefore);
    let ends = next >= words.tokens.len() || words.mark(next, ".,;:)]!?–—\"”»");
    let round = year % 50 == 0 || year < 1100;
    // "of 1500 peasants" against "in 1848 he": after a round figure a plain word is what is counted.
    let sign = i > 0 && words.mark(i - 1, "©");
    let counts =
        round && words.is_word(next) && !words.capital(next) && words.sense(next, Sense::And).is_none();
    if said || sign {
        return Some(Certainty::High);
    }
    if i == 0 && words.past(next, "?") >= words.tokens.len() {
        return Some(Certainty::Medium);
    }
    if counts {
        return None;
    }
    if words
        .ends_before(i, |sense| matches!(sense, Sense::In | Sense::About | Sense::Third(_) | Sense::Limit(_)))
    {
        return Some(Certainty::High);
    }
    let before = i.checked_sub(1)?;
    let bracketed = words.mark(before, "([") && words.mark(words.past(next, "?"), ")]");
    if bracketed {
        // [1919] is an editor's date; below 1500 it would be a note.
        return (words.mark(before, "(") || year >= 1500).then_some(Certainty::Medium);
    }
    // An imprint: "Moscow, 1970", "Leipzig 1905"; a row of years: "1848 and 1849".
    let comma = words.past(before, ",") > before && ends && before > 0 && words.is_word(before - 1);
    let place = words.is_word(before) && words.capital(before) && ends && words.token(before)?.text.len() > 2;
    let row = |at: usize| matches!(words.number(at), Some((1000..2100, 4)));
    let in_row = before > 0
        && row(before - 1)
        && (words.mark(before, ",&") || words.sense(before, Sense::And).is_some());
    if (comma && words.capital(before - 1)) || place || in_row {
        return Some(Certainty::Medium);
    }
    // A line that begins with the year and a stop: a heading of annals or letters.
    (comma && month_name(words, before - 1).is_some()).then_some(Certainty::Medium)
}

/// Whether the figure is a page, a volume, a number: `pp. 99-100`, `Nr. 1917`, `S. 12, 1305`.
pub(super) fn is_located(words: &Words<'_>, i: usize) -> bool {
    let mut at = i;
    for _ in 0..8 {
        if at == 0 {
            return false;
        }
        if words.ends_before(at, |sense| sense == Sense::Locator) || words.mark(at - 1, "№§#") {
            return true;
        }
        let stop = words.mark(at - 1, ".°º") && words.ends_before(at - 1, |sense| sense == Sense::Locator);
        if stop {
            return true;
        }
        if !(words.mark(at - 1, ",-–")
            || words.number(at - 1).is_some_and(|(_, digits)| digits <= 4 && at < i))
        {
            return false;
        }
        at -= 1;
    }
    false
}
