//! Dates in prose: tokens, readings of one place after the other, missing parts filled in.
//!
//! Every place is read in all ways and the longest reading wins; a reading looks at a bounded number of tokens, so
//! the time grows with the length of the text and nothing else.

mod counted;
mod figures;
mod fill;
mod lexicon;
mod partial;
mod relative;
mod resolve;
mod single;
mod span;
mod style;
mod token;
mod year;
mod year_of_date;

use crate::{Candidate, Certainty, DateHints, Language, Qualifier, Recognized, Rule};
use fill::Context;
use lexicon::Sense;
use partial::{Partial, Reading};
use resolve::resolve;
use std::ops::Range;
use token::{Words, paragraphs};

/// All dates in a text, in order, not overlapping; ranges are bytes on character borders.
///
/// The months and number words of all four languages are read in every text; `language` breaks ties, decides
/// whether figures put the month first, and admits words that mean something else in the other languages ("hier").
/// Parts that are not printed come from the nearest date before or from the letter's, as [`Recognized::anchor`] says.
/// Days that never were are left out: see [`impossible`].
///
/// ```
/// use dates::{recognize, print_edtf, DateHints, Language};
/// let found = recognize("your letter of 15. III.1921, pp. 99-100", Language::En, &DateHints::default());
/// assert_eq!(found.len(), 1);
/// assert_eq!(print_edtf(found[0].dating.meaning.as_ref().unwrap()), "1921-03-15");
/// ```
pub fn recognize(text: &str, language: Language, hints: &DateHints) -> Vec<Candidate> {
    scan(text, language, hints).into_iter().filter_map(Finding::date).collect()
}

/// What [`recognize`] finds in a dateline; there four figures alone are a year too, which in prose may be anything:
/// `1812.`, `1812?`. Years run from 1000 to 2099.
///
/// ```
/// use dates::{recognize_dateline, print_edtf, DateHints, Language};
/// let found = recognize_dateline("1793.", Language::En, &DateHints::default());
/// assert_eq!(print_edtf(found[0].dating.meaning.as_ref().unwrap()), "1793");
/// ```
pub fn recognize_dateline(text: &str, language: Language, hints: &DateHints) -> Vec<Candidate> {
    let found = recognize(text, language, hints);
    if !found.is_empty() {
        return found;
    }
    year_of_dateline(text, hints).into_iter().collect()
}

fn year_of_dateline(text: &str, hints: &DateHints) -> Option<Candidate> {
    let begun = text.trim_start_matches(['[', ' ', '\u{a0}']);
    let figures = begun.get(..4).filter(|figures| figures.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year = figures.parse().ok().filter(|year| (1000..2100).contains(year))?;
    let rest = begun.get(4..)?;
    if !rest.chars().all(|c| matches!(c, ']' | '.' | '?' | ' ' | '\u{a0}')) {
        return None;
    }
    let uncertain = Qualifier { uncertain: rest.contains('?'), ..Qualifier::default() };
    let date = Partial { year: Some(year), doubt: [uncertain; 3], ..Partial::new(Rule::Year) };
    let dating = resolve(&mut Context::new(hints), &Reading::One(date))??;
    let start = text.len() - begun.len();
    Some(Candidate { range: start..start + figures.len(), dating })
}

/// The places in a text that name a day that never was (31 June 1900, 30.II.1905), as byte ranges in order. None of
/// them overlaps what [`recognize`] gives for the same text. A 29 February that only the Julian calendar has is
/// possible where the words say Old Style.
pub fn impossible(text: &str, language: Language) -> Vec<Range<usize>> {
    let findings = scan(text, language, &DateHints::default());
    findings.into_iter().filter_map(|finding| finding.dating.is_none().then_some(finding.range)).collect()
}

/// What stands at a range; no dating where it is an impossible day.
struct Finding {
    range: Range<usize>,
    dating: Option<Recognized>,
}

impl Finding {
    fn date(self) -> Option<Candidate> {
        Some(Candidate { range: self.range, dating: self.dating? })
    }
}

fn scan(text: &str, language: Language, hints: &DateHints) -> Vec<Finding> {
    let mut context = Context::new(hints);
    let mut findings = Vec::new();
    for words in paragraphs(text, language) {
        let mut i = 0;
        while i < words.tokens.len() {
            match at(&words, i, &mut context) {
                Some((finding, next)) => {
                    findings.push(finding);
                    i = next.max(i + 1);
                }
                None => i += 1,
            }
        }
    }
    findings
}

/// The longest reading of this place that makes sense, and where it ends.
fn at(words: &Words<'_>, i: usize, context: &mut Context<'_>) -> Option<(Finding, usize)> {
    if !may_begin(words, i) {
        return None;
    }
    let one = |(date, next)| (Reading::One(date), next);
    let mut readings: Vec<(Reading, usize)> = [
        span::joined(words, i),
        style::styled(words, i).map(one),
        span::about(words, i).map(one),
        relative::relative(words, i),
        relative::feast(words, i).map(one),
        year::year_alone(words, i).map(one),
        month_alone(words, i).map(one),
        day_alone(words, i).map(one),
    ]
    .into_iter()
    .flatten()
    .collect();
    readings.sort_by_key(|(_, next)| std::cmp::Reverse(*next));
    readings.into_iter().find_map(|(reading, next)| {
        let Doubted { reading, first, next, bracketed } = doubts(words, i, reading, next);
        let resolved = resolve(context, &reading)?;
        let dating = resolved.map(|mut dating| {
            if bracketed && dating.certainty == Certainty::High {
                dating.certainty = Certainty::Medium;
            }
            dating
        });
        let range = words.token(first)?.start..words.token(next - 1)?.end;
        Some((Finding { range, dating }, next))
    })
}

/// Figures, brackets and some words of the lexicon begin a date; nothing that sticks to a word before it does. Most words of
/// a letter are passed over here.
fn may_begin(words: &Words<'_>, i: usize) -> bool {
    if words.is_word(i) {
        return words.find(i, |sense| sense.begins().then_some(())).is_some() || year::is_roman(words, i);
    }
    let glued = words.tight(i) && i > 0 && (words.is_word(i - 1) || words.mark(i - 1, "$£€%#@&=+*^\\"));
    let decimal = words.tight(i)
        && i > 1
        && words.mark(i - 1, ".,:")
        && words.tight(i - 1)
        && words.number(i - 2).is_some();
    let supplied = words.mark(i, "[") && (words.number(i + 1).is_some() || words.is_word(i + 1));
    supplied || (words.number(i).is_some() && !glued && !decimal)
}

/// A reading with the marks around it.
struct Doubted {
    reading: Reading,
    first: usize,
    next: usize,
    /// An editor's brackets stand around the whole.
    bracketed: bool,
}

/// Marks of doubt after and around a date: `1850?`, `(?)`, `[17 March 1921]`. What stands in brackets as a whole is
/// an editor's, but not therefore in doubt.
fn doubts(words: &Words<'_>, i: usize, reading: Reading, next: usize) -> Doubted {
    let closing = (i..next).filter(|at| words.mark(*at, "]")).count();
    if let Reading::One(date) = reading
        && words.mark(i, "[")
        && words.mark(next - 1, "]")
        && closing == 1
    {
        let asked = (i..next).any(|at| words.mark(at, "?"));
        let doubt = if asked { Qualifier::UNCERTAIN } else { Qualifier::default() };
        let reading = Reading::One(Partial { doubt: [doubt; 3], ..date });
        return Doubted { reading, first: i + 1, next: next - 1, bracketed: true };
    }
    let closes = words.mark(words.past(words.past(next, "?"), "."), "]");
    let bracketed = i > 0 && words.mark(i - 1, "[") && closes;
    let plain = Doubted { reading, first: i, next, bracketed };
    let Reading::One(date) = reading else { return plain };
    // "[? June 1850]"
    if closes && i > 1 && words.mark(i - 1, "?") && words.mark(i - 2, "[") {
        return Doubted { reading: Reading::One(date.doubted(Qualifier::UNCERTAIN)), ..plain };
    }
    let sign = words.mark(next, "?") && words.tight(next);
    let closed = words.mark(next + 1, ")],;") || (i == 0 && next + 1 == words.tokens.len());
    let doubted = Reading::One(date.doubted(Qualifier::UNCERTAIN));
    if sign && closed {
        return Doubted { reading: doubted, next: next + 1, ..plain };
    }
    if words.mark(next, "([") && words.mark(next + 1, "?") && words.mark(next + 2, ")]") {
        return Doubted { reading: doubted, next: next + 3, ..plain };
    }
    plain
}

/// "in May", "im März", "в марте": a month without year needs a preposition.
fn month_alone(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let (month, next) = single::month_name(words, i)?;
    // After these words stands a person as often as a month.
    const PERSONS: &str = "|by|from|for|dated|published|about|copyright|um|zu|aus|pour|за|от|and|";
    let person = |word: &str| PERSONS.split('|').any(|other| other == word);
    let asked = i > 0 && words.ends_before(i, |sense| sense == Sense::In) && !person(words.key(i - 1));
    let alone = i == 0 && next >= words.tokens.len();
    let name = words.language == Language::En && words.capital(next);
    let short = words.token(i)?.text.chars().count() < 3 || (words.mark(next, "-") && words.tight(next));
    ((asked || alone) && !name && !short)
        .then_some((Partial { month: Some(month), ..Partial::new(Rule::MonthYear) }, next))
}

/// "on the 15th", "am 16ten": a day without month, where no noun follows.
fn day_alone(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let (day, next) = single::day(words, i)?;
    let date = Partial {
        day: Some(day),
        month_shift: Some(0),
        certainty: Certainty::Low,
        ..Partial::new(Rule::Relative)
    };
    let before = if i > 0 { words.key(i - 1) } else { "" };
    let ends = next >= words.tokens.len() || words.mark(next, ".,;:)!?");
    let preposition =
        i > 1 && matches!(words.key(i - 2), "on" | "of" | "since" | "until" | "till" | "from" | "by");
    let english = before == "the" && preposition && ends;
    let german = matches!(before, "am" | "den" | "vom" | "bis" | "zum" | "d") && !words.capital(next);
    let suffix = words.key(next - 1);
    let suffixed = match suffix {
        "ten" | "sten" | "tn" => german,
        "th" | "st" | "nd" | "rd" | "d" => english,
        _ => false,
    };
    (suffixed && next == i + 2 && day <= 31).then_some((date, next))
}
