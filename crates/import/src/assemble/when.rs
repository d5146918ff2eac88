//! The date that the front matter of a letter says: EDTF, words, or that nobody knows it. What of the words is not read
//! is named.

use crate::markdown::Front;
use dates::{
    Candidate, Certainty, DateHints, Edtf, Expected, Language, Recognized, Rule, impossible, names,
    parse_edtf, print_edtf, recognize, recognize_dateline,
};
use edition::{Dating, Origin};
use source::{Code, Diagnostic, Severity, SourceFile};
use std::ops::Range;

/// How editors say that a letter bears no date and nobody knows one; letters only, small.
const UNDATED: [&str; 22] = [
    "undated",
    "nodate",
    "unknown",
    "nd",
    "undatiert",
    "unbekannt",
    "ohnedatum",
    "ohnejahr",
    "odatum",
    "od",
    "oj",
    "ood",
    "sd",
    "sa",
    "sinedato",
    "sansdate",
    "nondatée",
    "nondaté",
    "inconnue",
    "бездаты",
    "бд",
    "неизвестно",
];

/// Words beside a date that change nothing of its value: articles, times of day.
const HARMLESS: &str = "|the|of|on|in|at|a|d|den|der|dem|des|am|vom|im|an|le|la|du|de|l|г|год|года|\
    |morning|noon|afternoon|evening|night|morgen|morgens|früh|vormittag|vormittags|mittag|mittags|nachmittag|\
    |nachmittags|abend|abends|nacht|nachts|matin|midi|soir|nuit|утро|утром|день|днём|вечер|вечером|ночь|ночью|\
    |mo|di|mi|do|fr|sa|so|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс|";

/// What to write where words cannot be read, or not all of them.
const ADVICE: &str = "write it as EDTF, in quotation marks: \"1921-05\", \"1921-05/1921-06\" for a span, \
    \"[1921-05-03,1921-06-04]\" for one of two days";

/// The date of a letter. Its words are kept, whatever can be read of them.
pub(super) fn dating(
    file: &SourceFile,
    front: &Front,
    date: &str,
    language: Language,
    findings: &mut Vec<Diagnostic>,
) -> Dating {
    let span = front.place("date");
    let mut say = |code: &'static str, message: String| {
        let finding = Diagnostic::new(Code(code), Severity::Warning, Some(span), message);
        findings.push(finding.advise(ADVICE).in_source(file.id));
    };
    let reading = match read(date, language) {
        Read::Whole(reading) => reading,
        Read::Undated => none(),
        Read::Part(reading, left) => {
            let value = reading.meaning.as_ref().map(print_edtf).unwrap_or_default();
            let left = left.join("” and “");
            say(
                "markdown/date-in-part",
                format!("“{left}” in the date {date} is not read; it counts as {value}"),
            );
            reading
        }
        Read::Backwards => {
            say(
                "markdown/bad-date",
                format!("the date {date} ends before it begins; no value is taken from it"),
            );
            none()
        }
        Read::Nothing if !impossible(date, language).is_empty() => {
            say("markdown/bad-date", format!("the date {date} names a day that never was"));
            none()
        }
        Read::Nothing => {
            let figures = date.rsplit(|sign: char| !sign.is_ascii_digit()).next().unwrap_or_default();
            let why = if figures.len() == 2 { ": nothing says of which century it is" } else { "" };
            say("markdown/bad-date", format!("the date {date} cannot be read{why}"));
            none()
        }
    };
    let id = "d0".into();
    Dating { id, as_written: date.into(), reading, origin: Origin::Editor, reason: None, span }
}

/// What is read of the words of a date.
#[derive(Debug, PartialEq)]
enum Read {
    /// All that they say.
    Whole(Recognized),
    /// A date, and the words beside it that may say more.
    Part(Recognized, Vec<String>),
    /// That there is none.
    Undated,
    /// A span whose end is earlier than its beginning.
    Backwards,
    Nothing,
}

fn read(date: &str, language: Language) -> Read {
    let words = doubt_closed_up(date.trim());
    match exact(&words) {
        Ok(meaning) => return Read::Whole(encoded(meaning)),
        Err(true) => return Read::Backwards,
        Err(false) if is_undated(&words) => return Read::Undated,
        Err(false) => {}
    }
    let hints = DateHints::default();
    let mut found = recognize(&words, language, &hints);
    found.retain(|found| found.dating.meaning.is_some());
    // "30. April/1. Mai 1921": a day without a year says less.
    let of_a_year = |found: &Candidate| {
        found.dating.meaning.as_ref().is_some_and(|value| !print_edtf(value).contains("XXXX"))
    };
    let best = found.iter().position(of_a_year).unwrap_or_default();
    let found = found.into_iter().nth(best);
    let in_dateline = || recognize_dateline(&words, language, &hints).into_iter().next();
    let Some(found) = found.or_else(in_dateline).filter(|found| found.dating.meaning.is_some()) else {
        return Read::Nothing;
    };
    let left = left_over(&words, &found.range);
    if left.is_empty() { Read::Whole(found.dating) } else { Read::Part(found.dating, left) }
}

/// `1921 (?)`, `1921 [?]` and `1921 ?` as `1921?`.
fn doubt_closed_up(words: &str) -> String {
    let stem = ["(?)", "[?]", "?"].iter().find_map(|sign| words.strip_suffix(sign));
    match stem.map(str::trim_end).filter(|stem| !stem.is_empty()) {
        Some(stem) => format!("{stem}?"),
        None => words.to_owned(),
    }
}

/// EDTF, with blanks between its signs too; `1921-05-03..1921-05-05` without brackets is a span. Else whether it is a
/// span that runs backwards.
fn exact(words: &str) -> Result<Edtf, bool> {
    let only_signs = words.chars().all(|c| c.is_ascii_digit() || " -/.,[]{}?~%XY".contains(c));
    if !only_signs {
        return Err(false);
    }
    // Between two figures a blank parts them: "3. 5. 1921" is no EDTF, nor are "1921 1922".
    let parts = words.split(' ').filter(|part| !part.is_empty());
    let mut compact = String::new();
    for part in parts {
        let figures =
            compact.ends_with(|c: char| c.is_ascii_digit()) && part.starts_with(|c: char| c.is_ascii_digit());
        if figures {
            return Err(false);
        }
        compact.push_str(part);
    }
    let in_set = compact.starts_with(['[', '{']);
    if let Some((from, to)) =
        compact.split_once("..").filter(|(from, to)| !in_set && !from.is_empty() && !to.is_empty())
        && !compact.contains('/')
    {
        compact = format!("{from}/{to}");
    }
    parse_edtf(&compact).map_err(|error| error.expected == Expected::LaterEnd)
}

fn is_undated(words: &str) -> bool {
    let letters: String = words.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let figures = words.contains(|c: char| c.is_numeric());
    let asked = letters.is_empty() && words.contains(['?', '–', '—', '-']);
    !figures && (asked || UNDATED.contains(&letters.as_str()))
}

/// The words before and after what is read, where they may say more of the date.
fn left_over(words: &str, read: &Range<usize>) -> Vec<String> {
    let sides = [words.get(..read.start), words.get(read.end..)];
    let bare = sides.into_iter().flatten().map(|side| {
        let side = side.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
        side.trim_start_matches('?').trim_start().to_owned()
    });
    bare.filter(|side| side.split(|c: char| !c.is_alphanumeric()).any(may_say_more)).collect()
}

fn may_say_more(word: &str) -> bool {
    let word = word.to_lowercase();
    let weekday = || {
        Language::ALL.into_iter().any(|of| names(of).weekdays.all().any(|name| name.to_lowercase() == word))
    };
    !word.is_empty() && !HARMLESS.split('|').any(|known| known == word) && !weekday()
}

fn encoded(meaning: Edtf) -> Recognized {
    Recognized { meaning: Some(meaning), certainty: Certainty::High, ..none() }
}

/// No value.
fn none() -> Recognized {
    Recognized { certainty: Certainty::Unknown, ..Recognized::nothing(Rule::Encoded) }
}

#[cfg(test)]
mod tests {
    use super::{Read, read};
    use dates::{Language, print_edtf};

    /// A row for each date: its value, and the words that are left.
    fn said(date: &str) -> String {
        let value =
            |reading: &dates::Recognized| reading.meaning.as_ref().map(print_edtf).unwrap_or_default();
        match read(date, Language::De) {
            Read::Whole(reading) => value(&reading),
            Read::Part(reading, left) => format!("{} without {}", value(&reading), left.join(" | ")),
            Read::Undated => "undated".to_owned(),
            Read::Backwards => "backwards".to_owned(),
            Read::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn dates_are_read_whole_or_what_is_left_is_named() {
        let rows = [
            ("1921-05-03", "1921-05-03"),
            ("1921-05-03..1921-05-05", "1921-05-03/1921-05-05"),
            ("1921-05-03 .. 1921-05-05", "1921-05-03/1921-05-05"),
            ("1921-05-03 / 1921-05-05", "1921-05-03/1921-05-05"),
            ("1921-05-03/1921-05-01", "backwards"),
            ("1921-05-03..1921-05-01", "backwards"),
            ("[1921-05-03, 1921-06-05]", "[1921-05-03,1921-06-05]"),
            ("[1921-05-03 .. 1921-06-05]", "[1921-05-03..1921-06-05]"),
            ("1921 (?)", "1921?"),
            ("1921 [?]", "1921?"),
            ("1921?", "1921?"),
            ("1921-05 ?", "1921-05?"),
            ("3. Mai 1921 (?)", "1921-05-03?"),
            ("Mai/Juni 1921", "1921-06 without Mai"),
            ("Mai oder Juni 1921", "[1921-05,1921-06]"),
            ("3. Mai 1921 oder 4. Juni 1921", "1921-05-03 without oder 4. Juni 1921"),
            ("30. April/1. Mai 1921", "1921-05-01 without 30. April"),
            ("zweite Aprilhälfte 1921", "1921 without zweite Aprilhälfte"),
            ("Ende April 1921", "[1921-04-21..1921-04-30]"),
            ("um 1900", "1900~"),
            ("ca. 1900", "1900~"),
            ("Dienstag, den 3. Mai 1921", "1921-05-03"),
            ("Di., 3. Mai 1921", "1921-05-03"),
            ("[3. Mai 1921]", "1921-05-03"),
            ("3. Mai 1921, abends", "1921-05-03"),
            ("3. 5. 1921", "1921-05-03"),
            ("Wien, 3. Mai 1921", "1921-05-03 without Wien"),
            ("1921 1922", "nothing"),
            ("vor dem 3. Mai 1921", "[..1921-05-02]"),
            ("3 May 1921", "1921-05-03"),
            ("undatiert", "undated"),
            ("Unbekannt", "undated"),
            ("s. d.", "undated"),
            ("[o. D.]", "undated"),
            ("o. J.", "undated"),
            ("n.d.", "undated"),
            ("?", "undated"),
            ("[?]", "undated"),
            ("some day", "nothing"),
        ];
        for (date, expected) in rows {
            assert_eq!(said(date), expected, "{date}");
        }
    }
}
