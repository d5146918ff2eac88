//! The place in a dateline: which of its words are a name, and where the name begins and ends.

use super::{among, blank};
use std::ops::Range;

/// Words that stand in datelines and are no places, in small letters: days, times of the day, what the paper is, what else a
/// date can be the day of.
const NO_PLACES: &str = "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|night|noon|afternoon|\
    midnight|o'clock|a.m|p.m|written|sent|later|early|late|end|beginning|about|circa|ca|undated|no|st|\
    nd|rd|th|old|new|style|o.s|n.s|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|\
    sonntag|morgen|abend|nacht|mittag|uhr|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|\
    soir|nuit|midi|heures|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|утро|вечер|ночь|\
    г|ст|postmark|postmarked|poststempel|timbre|cachet|received|recd|rec'd|endorsed|answered|erhalten|\
    empfangen|eingegangen|reçu|draft|copy|fragment|extract|entwurf|konzept|abschrift|auszug|brouillon|\
    copie|minute|extrait|получено|штемпель|черновик|копия|отрывок|";

/// Small words between the parts of a dateline.
const SMALL: &str = "|the|of|at|on|in|from|to|and|or|not|than|before|after|den|dem|der|am|im|bei|vom|um|von|le|la|les|ce|\
    de|du|près|à|en|sur|в|на|из|от|under|near|half|past|half-past|instant|inst|";

/// Those that stand inside names of places: `Frankfurt am Main`, `Rue de Rivoli`.
const INSIDE: &str = "|the|of|am|an|der|bei|im|de|du|la|le|les|sur|près|under|near|upon|";

/// Those that names of places begin with, with a capital: `The Hague`, `St. Louis`, `New York`.
const BEGINNINGS: &str = "|the|le|la|les|den|st|ste|new|old|";

/// Words of addresses: a part of the place that has one is a street.
const STREETS: &str = "|street|str|road|lane|square|avenue|boulevard|rue|quai|via|ул|улица|пер|";

/// Ends of words that name streets.
const STREET_ENDS: &[&str] = &["straße", "strasse", "gasse", "platz"];

/// What a word of a dateline outside of its dates can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// With a capital: of the name of a place.
    Name,
    Small,
    /// One of those that name no place.
    Other,
    /// The number of a house, an hour.
    Figure,
}

/// A word of a dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) kind: Kind,
    /// Bytes in the text.
    pub(super) range: Range<usize>,
}

/// What a word is; none where no dateline has it.
pub(super) fn word(text: &str, range: Range<usize>) -> Option<Word> {
    let letters = text.get(range.clone()).unwrap_or_default();
    let small = letters.to_lowercase();
    let kind = match () {
        () if letters.bytes().all(|byte| byte.is_ascii_digit()) => Kind::Figure,
        // "À" without its accent.
        () if among(SMALL, &small) || letters == "A" => Kind::Small,
        () if among(NO_PLACES, &small) => Kind::Other,
        () if letters.chars().next().is_some_and(char::is_uppercase) => Kind::Name,
        () => return None,
    };
    Some(Word { kind, range })
}

/// The place is one run of words, the first: no date and no other sign than commas, stops and hyphens between; small words
/// and the numbers of houses may stand in it. Where it has parts, those that name a street are none of it.
pub(super) fn first(text: &str, words: &[Word], dates: &[Range<usize>]) -> Option<Range<usize>> {
    let first = words.iter().position(|word| word.kind == Kind::Name)?;
    let (mut start, mut end) = (words[first].range.start, words[first].range.end);
    if let Some(before) = first.checked_sub(1).and_then(|before| words.get(before))
        && begins(text, before, start)
    {
        start = before.range.start;
    }
    for (number, word) in words.iter().enumerate().skip(first + 1) {
        let before = &words[number - 1];
        let between = text.get(before.range.end..word.range.start).unwrap_or_default();
        let dated = dates.iter().any(|date| date.start >= before.range.end && date.end <= word.range.start);
        let in_name = word.kind == Kind::Small || before.kind == Kind::Small;
        let joined = match in_name {
            true => between.chars().all(blank),
            false => between.chars().all(|c| blank(c) || matches!(c, ',' | '-' | '.' | '\'' | '’')),
        };
        let inside = match word.kind {
            Kind::Name | Kind::Figure => true,
            Kind::Small => among(INSIDE, &text.get(word.range.clone()).unwrap_or_default().to_lowercase()),
            // "New York, St. Louis": part of the next name.
            Kind::Other => words.get(number + 1).is_some_and(|next| begins(text, word, next.range.start)),
        };
        if dated || !joined || !inside {
            break;
        }
        if word.kind == Kind::Name {
            end = word.range.end;
        }
    }
    Some(without_street(text, start..end))
}

/// Whether a word is the beginning of the name that the next word goes on with.
fn begins(text: &str, word: &Word, next: usize) -> bool {
    let letters = text.get(word.range.clone()).unwrap_or_default();
    let between = text.get(word.range.end..next).unwrap_or_default();
    let close = matches!(between, " " | "-" | "\u{a0}" | ". " | "." | ".\u{a0}");
    let saint = matches!(letters.to_lowercase().as_str(), "st" | "ste");
    close
        && (saint || !between.contains('.'))
        && letters.starts_with(char::is_uppercase)
        && among(BEGINNINGS, &letters.to_lowercase())
}

/// What follows the last part with a street or the number of a house, else what stands before: `15 Rue de Rivoli, Paris`,
/// `IX., Berggasse 19, Wien`.
fn without_street(text: &str, place: Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    let from = before.rfind([',', '\n', '[']).map_or(0, |at| at + 1);
    let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
    let mut at = from;
    for part in text.get(from..place.end).unwrap_or_default().split([',', '\n']) {
        let range = at.max(place.start)..at + part.len();
        parts.push((range, is_street(part)));
        at += part.len() + 1;
    }
    let Some(last) = parts.iter().rposition(|(_, street)| *street) else { return place };
    if let Some((after, _)) = parts.get(last + 1) {
        return trimmed(text, after.start..place.end);
    }
    let first = parts.iter().position(|(_, street)| *street).unwrap_or_default();
    match first.checked_sub(1).and_then(|before| parts.get(before)) {
        Some((before, _)) => trimmed(text, place.start..before.end),
        None => place,
    }
}

fn is_street(part: &str) -> bool {
    let numeral = part.trim().trim_end_matches('.');
    let district = !numeral.is_empty() && numeral.bytes().all(|byte| b"IVX".contains(&byte));
    let number = part.contains(|c: char| c.is_ascii_digit());
    district
        || number
        || part.split(|c: char| !c.is_alphabetic()).any(|word| {
            let small = word.to_lowercase();
            among(STREETS, &small) || STREET_ENDS.iter().any(|end| small.ends_with(end))
        })
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let lead = words.len() - words.trim_start_matches(blank).len();
    range.start + lead..range.start + lead.max(words.trim_end_matches(blank).len())
}

/// A place alone on its line, after heading or date: `ROME`, `Nohant`, `Monticello,`
pub(super) fn bare_place(text: &str) -> Option<Range<usize>> {
    let name = text.trim_end_matches([',', '.']);
    let written = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-' | '\'' | '’'));
    let mut count = 0;
    for word in name.split([' ', ',', '.']).filter(|word| !word.is_empty()) {
        count += 1;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if !capital && !among(SMALL, word) {
            return None;
        }
    }
    ((1..=4).contains(&count) && name.len() <= 60 && written).then_some(0..name.len())
}

#[cfg(test)]
mod tests {
    use super::bare_place;
    use crate::plain::dateline::{Where, claims};
    use dates::Language;

    fn place(text: &str) -> &str {
        let found = claims(text, Language::En, Where::Opening).expect(text);
        found.place.map_or("-", |range| &text[range])
    }

    #[test]
    fn places_of_datelines() {
        let rows = [
            ("York, Dec. 14, 1880.", "York"),
            ("St. Louis, Dec. 14, 1880.", "St. Louis"),
            ("St Andrews, Dec. 14, 1880.", "St Andrews"),
            ("ST. GALLEN, 14. Dezember 1880", "ST. GALLEN"),
            ("Le Havre, 14 décembre 1880", "Le Havre"),
            ("La Madeleine, ce 14 décembre 1880", "La Madeleine"),
            ("The Hague, Dec. 14, 1880.", "The Hague"),
            ("Frankfurt am Main, 14. Dezember 1880", "Frankfurt am Main"),
            ("Weimar am 14. Dezember 1880", "Weimar"),
            ("Lyon, le 14 décembre 1880", "Lyon"),
            ("A St Petersbourg ce 14 décembre 1780", "St Petersbourg"),
            ("New York, St. Louis, Dec. 14, 1880.", "New York, St. Louis"),
            ("New York, Dec. 14, 1880. New Style", "New York"),
            ("Tuesday the 14th December 1880, York", "York"),
            // A street is no place that letters are looked for by.
            ("15 Rue de Rivoli, Paris, 14 décembre 1880", "Paris"),
            ("Rue de Rivoli, 14 décembre 1880", "Rue de Rivoli"),
            ("IX., Berggasse 19, Wien, 14. Dezember 1880.", "Wien"),
            ("Wien, Berggasse 19, 14. Dezember 1880.", "Wien"),
            ("4 Holly Villas, London, Dec. 14, 1880", "London"),
            // Words that say what the paper is, or of what the date is.
            ("[Postmark: 14 June 1779]", "-"),
            ("[Postmark: York, 14 June 1779]", "York"),
            ("Received 5 May 1780", "-"),
            ("[Draft] 5 May 1780", "-"),
            ("[Copy] York, 5 May 1780", "York"),
            ("Abschrift. Wien, 5. Mai 1780", "Wien"),
        ];
        for (text, expected) in rows {
            assert_eq!(place(text), expected, "{text}");
        }
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
