//! Datelines (R4): a short line that is a date, with a place or without.

use super::place::{self, Kind, Word};
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

/// Reads a text as a dateline.
pub(super) fn claims(text: &str, language: Language, place: Where) -> Option<Dateline> {
    whole(text, language, place).or_else(|| {
        // "Wittenberg, den 18. Dez. 1519 (Sonntag vor Thomä).": the feast says no more than the date.
        let (head, inner) = text.trim_end_matches('.').strip_suffix(')')?.rsplit_once(" (")?;
        (place == Where::Opening && !inner.contains(')')).then(|| whole(head, language, place))?
    })
}

fn whole(text: &str, language: Language, place: Where) -> Option<Dateline> {
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
    // A note that names a year ("† Envoy in Paris since 1853.") dates no letter.
    let noted =
        text.starts_with(['†', '‡', '§', '¹', '²', '³']) || text.starts_with('*') && place == Where::Body;
    if noted {
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
    let mut words: Vec<Word> = Vec::new();
    let (mut places, mut others, mut figures) = (0, 0, 0);
    for range in words_between(text, &dates) {
        let word = place::word(text, range)?;
        match word.kind {
            Kind::Figure if word.range.len() > 2 || figures > 0 => return None,
            Kind::Figure => figures += 1,
            Kind::Small | Kind::Other => others += 1,
            Kind::Name => places += 1,
        }
        words.push(word);
    }
    if places + others > most || (place == Where::Body && places > 2) {
        return None;
    }
    Some(Dateline { place: place::first(text, &words, &dates) })
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

#[cfg(test)]
mod tests {
    use super::{Where, claims};
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
        check("York, March 9, 1519 (Sunday before St. Anne's).", Where::Opening, "York");
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
        check("† Envoy in Paris since 1853.", Where::Body, "no");
        check("* Envoy in Paris since 1853.", Where::Body, "no");
        check("¹ Paris, 1853.", Where::Opening, "no");
    }
}
