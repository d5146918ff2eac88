//! Dates in prose: tokens, readings of one place after the other, missing parts filled in.
//!
//! Every place is read in all ways and the longest reading wins; a reading looks at a bounded number of tokens, so
//! the time grows with the length of the text and nothing else.

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
        let (reading, next, bracketed) = doubts(words, i, reading, next);
        let resolved = resolve(context, &reading)?;
        let dating = resolved.map(|mut dating| {
            if bracketed && dating.certainty == Certainty::High {
                dating.certainty = Certainty::Medium;
            }
            dating
        });
        let range = words.token(i)?.start..words.token(next - 1)?.end;
        Some((Finding { range, dating }, next))
    })
}

/// Figures, brackets and the words of the lexicon begin a date; nothing that sticks to a word before it does.
fn may_begin(words: &Words<'_>, i: usize) -> bool {
    if words.is_word(i) {
        return words.find(i, |_| Some(())).is_some() || words.capital(i);
    }
    let glued = words.tight(i) && i > 0 && (words.is_word(i - 1) || words.mark(i - 1, "$£€%#@&=+*^\\"));
    let decimal = words.tight(i)
        && i > 1
        && words.mark(i - 1, ".,:")
        && words.tight(i - 1)
        && words.number(i - 2).is_some();
    words.mark(i, "[") || (words.number(i).is_some() && !glued && !decimal)
}

/// Marks of doubt after and around a date: `1850?`, `(?)`, `[17 March 1921]`. Gives whether brackets stand around it.
fn doubts(words: &Words<'_>, i: usize, reading: Reading, next: usize) -> (Reading, usize, bool) {
    let Reading::One(date) = reading else { return (reading, next, false) };
    let (mut date, mut next) = (date, next);
    let sign = words.mark(next, "?") && words.tight(next);
    let closed = words.mark(next + 1, ")],;") || (i == 0 && next + 1 == words.tokens.len());
    if sign && closed {
        (date, next) = (date.doubted(Qualifier::UNCERTAIN), next + 1);
    } else if words.mark(next, "([") && words.mark(next + 1, "?") && words.mark(next + 2, ")]") {
        (date, next) = (date.doubted(Qualifier::UNCERTAIN), next + 3);
    }
    let bracketed = i > 0 && words.mark(i - 1, "[") && words.mark(words.past(next, "."), "]");
    (Reading::One(date), next, bracketed)
}

/// "in May", "im März", "в марте": a month without year needs a preposition.
fn month_alone(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let (month, next) = single::month_name(words, i)?;
    // After these words stands a person as often as a month.
    const PERSONS: [&str; 14] = [
        "by",
        "from",
        "for",
        "dated",
        "published",
        "about",
        "copyright",
        "um",
        "zu",
        "aus",
        "pour",
        "за",
        "от",
        "and",
    ];
    let before = i.checked_sub(1)?;
    let company = words.ends_before(i, |sense| sense == Sense::In) && !PERSONS.contains(&words.key(before));
    let name =
        words.capital(next) && !words.mark(next, ".") && words.language != Language::De && next == i + 1;
    let name = name && words.language == Language::En;
    let short = words.token(i)?.text.chars().count() < 3 || (words.mark(next, "-") && words.tight(next));
    (company && !name && !short)
        .then_some((Partial { month: Some(month), ..Partial::new(Rule::MonthYear) }, next))
}

/// "on the 15th": a day without month, where no noun follows.
fn day_alone(words: &Words<'_>, i: usize) -> Option<(Partial, usize)> {
    let (day, next) = single::day(words, i)?;
    let ends = next >= words.tokens.len() || words.mark(next, ".,;:)!?");
    let the = i > 1
        && words.key(i - 1) == "the"
        && matches!(words.key(i - 2), "on" | "of" | "since" | "until" | "till" | "from" | "by");
    let date = Partial {
        day: Some(day),
        month_shift: Some(0),
        certainty: Certainty::Low,
        ..Partial::new(Rule::Relative)
    };
    (the && ends && next == i + 2 && day <= 31).then_some((date, next))
}
