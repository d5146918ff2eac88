//! Datelines (R4): a short line that is a date, with a place or without.

use super::blank;
use dates::{DateHints, Language, Rule};
use std::ops::Range;

/// How sure one has to be: before the letter begins anything that is a date will do; between paragraphs only a line
/// that is hardly anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Opening,
    Body,
}

/// A dateline, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Bytes in the text given.
    pub(super) place: Option<Range<usize>>,
}

/// Words that stand in datelines and are no places, by their beginning, in small letters.
const NO_PLACES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "morning",
    "evening",
    "night",
    "noon",
    "afternoon",
    "midnight",
    "o'clock",
    "a.m",
    "p.m",
    "written",
    "sent",
    "later",
    "early",
    "late",
    "end",
    "beginning",
    "about",
    "circa",
    "ca",
    "undated",
    "no",
    "st",
    "nd",
    "rd",
    "th",
    "old",
    "new",
    "style",
    "o.s",
    "n.s",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "morgen",
    "abend",
    "nacht",
    "mittag",
    "uhr",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "matin",
    "soir",
    "nuit",
    "midi",
    "heures",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "утро",
    "вечер",
    "ночь",
    "г",
    "ст",
];

/// Small words between the parts of a dateline.
const SMALL: &[&str] = &[
    "the",
    "of",
    "at",
    "on",
    "in",
    "from",
    "to",
    "and",
    "or",
    "not",
    "than",
    "before",
    "after",
    "den",
    "dem",
    "der",
    "am",
    "im",
    "bei",
    "vom",
    "um",
    "von",
    "le",
    "la",
    "les",
    "ce",
    "de",
    "du",
    "près",
    "à",
    "en",
    "sur",
    "в",
    "на",
    "из",
    "от",
    "under",
    "near",
    "half",
    "past",
    "half-past",
    "instant",
    "inst",
];

/// Reads a text as a dateline.
pub(super) fn claims(text: &str, language: Language, place: Where) -> Option<Dateline> {
    let (characters, most) = match place {
        Where::Opening => (100, 8),
        Where::Body => (60, 4),
    };
    if text.len() > 4 * characters
        || text.chars().nth(characters).is_some()
        || text.ends_with([':', '?', '!', '-'])
    {
        return None;
    }
    // Between paragraphs a date has figures; looking for them first spares most lines the recogniser.
    if place == Where::Body && !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // In prose four figures alone may be anything; where a date is due they are a year.
    let recognize = if place == Where::Opening { dates::recognize_dateline } else { dates::recognize };
    let mut dates: Vec<Range<usize>> = recognize(text, language, &DateHints::default())
        .into_iter()
        .filter(|date| !matches!(date.dating.rule, Rule::Duration | Rule::Relative))
        .map(|date| date.range)
        .collect();
    // A day that never was makes a dateline all the same.
    dates.extend(dates::impossible(text, language));
    if dates.is_empty() {
        return None;
    }
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut others = 0;
    let mut figures = 0;
    for word in words_between(text, &dates) {
        let letters = text.get(word.clone()).unwrap_or_default();
        let small = letters.to_lowercase();
        if letters.bytes().all(|byte| byte.is_ascii_digit()) {
            figures += 1;
            if letters.len() > 2 || figures > 1 {
                return None;
            }
        } else if NO_PLACES.contains(&&*small) || SMALL.contains(&&*small) {
            others += 1;
        } else if letters.chars().next().is_some_and(char::is_uppercase) {
            places.push(word);
        } else {
            return None;
        }
    }
    if places.len() + others > most || (place == Where::Body && places.len() > 2) {
        return None;
    }
    Some(Dateline { place: first_run(text, &places, &dates) })
}

/// A place is one run of words, the first: no date and no other sign than commas, stops and hyphens between.
fn first_run(text: &str, places: &[Range<usize>], dates: &[Range<usize>]) -> Option<Range<usize>> {
    let first = places.first()?;
    let mut end = first.end;
    for word in places.iter().skip(1) {
        let between = text.get(end..word.start).unwrap_or_default();
        let joined = between.chars().all(|c| blank(c) || matches!(c, ',' | '-' | '.' | '\'' | '’'));
        if !joined || dates.iter().any(|date| date.start >= end && date.end <= word.start) {
            break;
        }
        end = word.end;
    }
    Some(first.start..end)
}

/// The words that are in no date.
fn words_between(text: &str, dates: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start: Option<usize> = None;
    let in_date = |at: usize| dates.iter().any(|date| date.contains(&at));
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = (c.is_alphanumeric() || matches!(c, '\'' | '’')) && !in_date(at);
        match start {
            None if inside => start = Some(at),
            Some(from) if !inside => {
                out.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// A place alone on its line, after heading or date: `ROME`, `Nohant`, `Monticello,`
pub(super) fn bare_place(text: &str) -> Option<Range<usize>> {
    let name = text.trim_end_matches([',', '.']);
    let written = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-' | '\'' | '’'));
    let mut count = 0;
    for word in name.split([' ', ',', '.']).filter(|word| !word.is_empty()) {
        count += 1;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if !capital && !SMALL.contains(&word) {
            return None;
        }
    }
    ((1..=4).contains(&count) && name.len() <= 60 && written).then_some(0..name.len())
}

#[cfg(test)]
mod tests {
    use super::{Where, bare_place, claims};
    use dates::Language;

    fn check(text: &str, place: Where, expected: &str) {
        let found = match claims(text, Language::En, place) {
            None => "no".to_owned(),
            Some(dateline) => dateline.place.map_or("yes".to_owned(), |range| text[range].to_owned()),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn datelines_of_an_opening() {
        check("17. III.1921", Where::Opening, "yes");
        check("10/V. 1817", Where::Opening, "yes");
        check("[21.] XI. 1823", Where::Opening, "yes");
        check("Autumn 1787", Where::Opening, "yes");
        check("1812.", Where::Opening, "yes");
        check("31. VI.1911", Where::Opening, "yes");
        check("Morning, July 6, 1800.", Where::Opening, "yes");
        check("Bonn, 1787. Autumn.", Where::Opening, "Bonn");
        check("LYONS,\nApril 4, 1871.", Where::Opening, "LYONS");
        check("LYONS,\r\nApril 4, 1871.", Where::Opening, "LYONS");
        check("PORT ELGIN, ONTARIO, March 9, 1911.", Where::Opening, "PORT ELGIN, ONTARIO");
        check("[Leyden,] Monday [March 12, 1832].", Where::Opening, "Leyden");
        check("Nohant, 21 novembre 1823.", Where::Opening, "Nohant");
        check("I came on March 9.", Where::Opening, "no");
        check("Dear Sofia,", Where::Opening, "no");
        check("After March 1921 everything went wrong with us.", Where::Opening, "no");
    }

    #[test]
    fn datelines_between_paragraphs() {
        check("Monday Evening, July 6.", Where::Body, "yes");
        check("July 7.", Where::Body, "yes");
        check("[Later, January 19 or 20.]", Where::Body, "yes");
        check("Who was there on March 9?", Where::Body, "no");
    }

    #[test]
    fn places_alone() {
        let found = |text: &str| bare_place(text).map_or("no".to_owned(), |range| text[range].to_owned());
        assert_eq!(found("ROME"), "ROME");
        assert_eq!(found("Monticello,"), "Monticello");
        assert_eq!(found("Stratford upon"), "no");
        assert_eq!(found("MY ANGEL! MY ALL!"), "no");
        assert_eq!(found("Frankfurt am Main"), "Frankfurt am Main");
    }
}
