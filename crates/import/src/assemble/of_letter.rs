//! The date of a letter: that of its dateline, else of its heading. What stands beside it may say that it is an editor's, or
//! that it is not the day of writing.

use super::marks::{Marker, within};
use dates::{Candidate, Certainty, DateHints, Edtf, Endpoint, Language, Qualifier, Recognized, Rule};
use edition::{BlockKind, Dating, Letter};
use source::{Code, Diagnostic, Severity, Span};

/// What a date in a dateline is the day of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayOf {
    Writing,
    /// A postmark: the letter was written about then.
    Posting,
    /// The letter was written before.
    Receipt,
    /// The letter was written before, too.
    Answer,
}

impl DayOf {
    /// Whether the letter was written then or about then.
    fn is_near(self) -> bool {
        matches!(self, Self::Writing | Self::Posting)
    }
}

/// Words of postmarks, by their beginning, in small letters.
const POSTING: &[&str] =
    &["postmark", "post mark", "poststempel", "timbre", "cachet", "штемпель", "почт. шт"];

/// Words of receipts.
const RECEIPT: &[&str] =
    &["received", "rec'd", "rec’d", "recd", "erhalten", "empfangen", "eingegangen", "reçu", "получено"];

/// Words of answers.
const ANSWER: &[&str] = &["answered", "ans.", "ansd", "beantwortet", "répondu", "отвечено"];

/// What the words before a date say that it is the day of.
pub(super) fn day_of(before: &str) -> DayOf {
    let before = before.to_lowercase();
    // What is said of another date before it counts no more.
    let near = before.rsplit([';', '\n']).next().unwrap_or_default();
    let says = |words: &[&str]| {
        words.iter().any(|word| {
            near.match_indices(word)
                .any(|(at, _)| !near.get(..at).is_some_and(|head| head.ends_with(char::is_alphabetic)))
        })
    };
    match () {
        () if says(RECEIPT) => DayOf::Receipt,
        () if says(ANSWER) => DayOf::Answer,
        () if says(POSTING) => DayOf::Posting,
        () => DayOf::Writing,
    }
}

/// The dates in words. In a dateline a date is due; there and in a heading what stands in an editor's brackets, and what is
/// the day of a postmark, is in doubt as the date of the letter.
pub(super) fn recognize(
    kind: Option<&BlockKind>,
    words: &str,
    language: Language,
    hints: &DateHints,
) -> Vec<Candidate> {
    let dateline = kind == Some(&BlockKind::Dateline);
    let mut found = match dateline {
        true => dates::recognize_dateline(words, language, hints),
        false => dates::recognize(words, language, hints),
    };
    if !dateline && kind != Some(&BlockKind::Heading) {
        return found;
    }
    for found in &mut found {
        let before = words.get(..found.range.start).unwrap_or_default();
        let after = words.get(found.range.end..).unwrap_or_default();
        let posted = dateline && day_of(before) == DayOf::Posting;
        let closed = after.trim_start_matches(['?', '.', ',']).starts_with(']');
        let supplied = found.dating.certainty == Certainty::Medium && before.ends_with('[') && closed;
        let supplied = supplied || dateline && all_bracketed(words);
        if posted || supplied {
            doubt(&mut found.dating, if posted { Qualifier::APPROXIMATE } else { Qualifier::UNCERTAIN });
        }
    }
    found
}

/// `[York, 3 May 1840.]`: all of it in one pair of brackets.
fn all_bracketed(words: &str) -> bool {
    let inner = words.strip_prefix('[').and_then(|rest| rest.trim_end_matches('.').strip_suffix(']'));
    inner.is_some_and(|inner| !inner.contains(['[', ']']))
}

/// That an editor's year stands beside the printed one: `3 June 1850 [1851]`.
pub(super) fn corrected(words: &str, span: Span) -> Option<Diagnostic> {
    let (printed, inner) = words.split_once('[')?;
    let year = |part: &str| part.bytes().filter(u8::is_ascii_digit).count() == 4;
    let last = printed.trim_end().rsplit(|c: char| !c.is_ascii_digit()).next()?;
    (last.len() == 4 && inner.trim_end().ends_with(']') && year(inner)).then(|| {
        Diagnostic::new(
            Code("dates/corrected-year"),
            Severity::Note,
            Some(span),
            format!("two years stand in “{words}”; the one in brackets counts"),
        )
        .advise(
            "it is an editor's; give the day that is meant in a [[date]] of the side file if it is another",
        )
    })
}

/// Marks a single date that says no doubt of its own.
fn doubt(reading: &mut Recognized, qualifier: Qualifier) {
    if let Some(Edtf::Date(date)) = &mut reading.meaning
        && date.is_unmarked()
    {
        *date = date.qualified(qualifier);
        reading.certainty = reading.certainty.max(Certainty::Medium);
    }
}

/// The day up to which a letter was written that came on a day.
pub(super) fn until_received(reading: &Recognized) -> Recognized {
    let meaning = match &reading.meaning {
        Some(Edtf::Date(date)) => {
            Some(Edtf::OneOf(vec![Edtf::Interval { from: Endpoint::Open, to: Endpoint::Date(*date) }]))
        }
        _ => None,
    };
    Recognized {
        meaning,
        certainty: reading.certainty.max(Certainty::Medium),
        rule: Rule::Limit,
        ..reading.clone()
    }
}

/// The date of writing among the datings of a letter's datelines, each with the words before it: the first that is no
/// other day's; else what follows from the day on which it came.
pub(super) fn of_writing(datings: &[(DayOf, Dating)]) -> Option<Dating> {
    let of = |wanted: DayOf| datings.iter().find(|(day, _)| *day == wanted);
    let written = of(DayOf::Writing).or_else(|| of(DayOf::Posting));
    written.map(|(_, dating)| dating.clone()).or_else(|| {
        let (_, received) = datings.first()?;
        Some(Dating { reading: until_received(&received.reading), ..received.clone() })
    })
}

impl Marker<'_> {
    /// The first date of the dateline, else of the heading; as the editor reads it, where he does.
    pub(super) fn letter_date(
        &self,
        letter: &Letter,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<(Edtf, Certainty)> {
        let of_kind = |kind: BlockKind| letter.text.iter().filter(move |block| block.kind == kind);
        let mut blocks = of_kind(BlockKind::Dateline).chain(of_kind(BlockKind::Heading));
        let found = blocks.find_map(|block| self.dated_block(&block.kind, block.id.as_str(), block.span));
        if found.is_some() {
            return found;
        }
        // A dateline that is only a place is none to complain of; one with figures is.
        let unreadable = of_kind(BlockKind::Dateline).find(|block| {
            let words = self.file.slice(block.span);
            words.contains(|c: char| c.is_ascii_digit()) && dates::impossible(words, self.language).is_empty()
        });
        if let Some(block) = unreadable {
            findings.push(
                Diagnostic::new(
                    Code("dates/unreadable"),
                    Severity::Warning,
                    Some(block.span),
                    "the date of the letter cannot be read",
                )
                .advise("write it as 17. III. 1921 or March 17, 1921, or give its value in a [[date]] of the side file")
                .in_source(self.file.id),
            );
        }
        None
    }

    /// The first date of a block, and how sure it is; as the editor reads it, where he does.
    pub(super) fn dated_block(&self, kind: &BlockKind, id: &str, span: Span) -> Option<(Edtf, Certainty)> {
        let note = self.notes(&self.side.dates, |note| &note.place, id, span);
        if let Some((_, note)) = note.iter().find(|(_, note)| note.value.is_some()) {
            return note.value.clone().map(|value| (value, note.certainty));
        }
        let words = self.file.slice(span);
        let denied = |place: Span| note.iter().any(|(noted, _)| noted.contains(place));
        let mut found = recognize(Some(kind), words, self.language, &self.hints).into_iter();
        let found = found.find(|found| !denied(within(span, &found.range)))?;
        let before = words.get(..found.range.start).unwrap_or_default();
        let later = *kind == BlockKind::Dateline && !day_of(before).is_near();
        let reading = if later { until_received(&found.dating) } else { found.dating };
        reading.meaning.map(|value| (value, reading.certainty))
    }
}

#[cfg(test)]
mod tests {
    use super::{DayOf, corrected, day_of};
    use source::Span;

    #[test]
    fn two_years_are_told() {
        let told = |words: &str| corrected(words, Span::default()).is_some();
        assert!(told("3 June 1850 [1851]"));
        assert!(told("3 June 1850 [recte 1851]"));
        assert!(!told("3 June [1850]"));
        assert!(!told("[3 June] 1850"));
        assert!(!told("185[0]"));
    }

    #[test]
    fn the_words_before_a_date_say_what_it_is_the_day_of() {
        assert_eq!(day_of("[Postmark: "), DayOf::Posting);
        assert_eq!(day_of("[Poststempel: Berlin, "), DayOf::Posting);
        assert_eq!(day_of("Received "), DayOf::Receipt);
        assert_eq!(day_of("York, "), DayOf::Writing);
        assert_eq!(day_of("Received 3 May; answered "), DayOf::Answer);
        assert_eq!(day_of("Received 3 May; York, "), DayOf::Writing);
        assert_eq!(day_of("Unreceived "), DayOf::Writing);
    }
}
