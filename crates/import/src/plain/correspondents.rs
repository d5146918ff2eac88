//! Headings that name both: `LORD BYRON TO MR. MURRAY`, `BONAPARTE AU GÉNÉRAL CLARKE.`, `Luther an Spalatin.`; and those that
//! name the addressee alone after a number, `№ 12. А. С. Суворину`. Any of these can be a title or a sentence: they are
//! headings only where a dateline or a salutation follows.

use super::dateline::{self, Where};
use super::heading::{self, Heading, end_of_names, heading_in_capitals, in_names, number, trimmed};
use super::{among, blank, opening, place};
use dates::Language;
use std::ops::Range;

/// Words between the two in a heading in capitals, and in one in ordinary letters.
const CAPITALS: &[&str] = &[" TO ", " AN DEN ", " AN DIE ", " AN ", " AU ", " AUX ", " À ", " К "];
const ORDINARY: &[&str] = &[" to ", " an den ", " an die ", " an ", " à ", " au ", " к "];

/// Words that no name of a writer begins with, in small letters.
const NO_WRITERS: &str = "|a|an|my|his|her|their|our|introduction|introductory|preface|address|appendix|letter|letters|note|notes|\
    reply|answer|key|index|guide|farewell|ode|speech|message|return|back|journey|visit|welcome|supplement|contents|postscript|\
    dedication|epistle|brief|briefe|vorwort|einleitung|antwort|reise|lettre|lettres|réponse|retour|dear|lieber|liebe|cher|";

/// Offices and ranks that stand after an article.
const RANKS: &str = "|earl|duke|king|queen|marquis|marquess|viscount|baron|count|countess|duchess|bishop|archbishop|prince|\
    princess|emperor|empress|pope|same|elector|";

/// Reads a heading that names who writes and to whom.
pub(super) fn read(text: &str, language: Language) -> Option<Heading> {
    if text.len() > 800 {
        return None;
    }
    let mut heading = Heading::default();
    let mut lines = lines(text).into_iter();
    let mut line = lines.next()?;
    // The number may have a line of its own.
    if opening::numeral(text.get(line.clone())?) {
        heading.number = Some(line.clone());
        line = lines.next()?;
    }
    let below = lines.next().and_then(|line| text.get(line.clone()).map(|words| (line, words)));
    let words = text.get(..line.end)?;
    let mut at = line.start;
    if let Some((number, next)) = number(words, at) {
        (heading.number, at) = (Some(number), next);
    }
    let from = ["FROM ", "From "]
        .into_iter()
        .find(|from| words.get(at..).is_some_and(|rest| rest.starts_with(from)));
    at += from.map_or(0, str::len);
    if from.is_none() && heading::before(words.get(at..)?).is_some() || words.len() - at > 160 {
        return None;
    }
    let end = end_of_names(words, at, language, &mut heading)?;
    if let Some(addressee) = numbered(words, at..end, heading.number.is_some()) {
        heading.addressees = vec![addressee];
        return Some(heading);
    }
    let named = words.get(at..end)?;
    let capitals = heading_in_capitals(named);
    let joints = if capitals { CAPITALS } else { ORDINARY };
    let (joint, length) = joints.iter().find_map(|joint| Some((at + named.find(joint)?, joint.len())))?;
    // "From York to Rome" is a journey.
    let journey =
        from.is_some() && heading.number.is_none() && !words.get(at..joint)?.trim().contains([' ', '.']);
    // "York to Rome, 3 May 1840" is a dateline.
    let dateline =
        || dateline::claims(words.get(at..).unwrap_or_default(), language, Where::Opening).is_some();
    if journey || !capitals && heading.number.is_none() && dateline() {
        return None;
    }
    let (writer, to) = (trimmed(words, at..joint), trimmed(words, joint + length..end));
    if !is_writer(words.get(writer.clone())?) || !names(words.get(to.clone())?, capitals) {
        return None;
    }
    heading.from = Some(writer);
    heading.addressees = heading::addressees(words, to);
    heading.place = below.and_then(|(line, words)| at_place(line, words));
    Some(heading)
}

/// The lines of a text without the blanks around them.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split(['\n', '\r']) {
        let lead = line.len() - line.trim_start_matches(blank).len();
        let words = line.trim_matches(blank);
        if !words.is_empty() {
            out.push(at + lead..at + lead + words.len());
        }
        at += line.len() + 1;
    }
    out
}

/// `А. С. Суворину` after a number in the same line: initials and a name.
fn numbered(words: &str, range: Range<usize>, number: bool) -> Option<Range<usize>> {
    let name = trimmed(words, range.clone());
    let text = words.get(name.clone())?;
    let mut parts = text.split_whitespace();
    let initial = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.')
    };
    let initials = parts.clone().take_while(|part| initial(part)).count();
    let surname = parts.nth(initials)?;
    let whole = parts.next().is_none() && surname.chars().all(|c| c.is_alphabetic() || c == '-');
    let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    (number
        && (1..=3).contains(&initials)
        && whole
        && surname.starts_with(|c: char| c.is_uppercase() && cyrillic(c))
        && surname.chars().nth(2).is_some())
    .then_some(name)
}

/// Whether words can be the name of who writes.
fn is_writer(text: &str) -> bool {
    let small = text.to_lowercase();
    let mut words = small.split(|c: char| blank(c)).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let office = first != "the" || words.next().is_some_and(|second| among(RANKS, second));
    office && !among(NO_WRITERS, first) && names(text, heading_in_capitals(text))
}

/// Whether words are one or more names: few, each with a capital, no sentence.
fn names(text: &str, capitals: bool) -> bool {
    let count = text.split_whitespace().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (1..=6).contains(&count)
        && letters > 1
        && !text
            .contains(|c: char| c.is_ascii_digit() || matches!(c, '!' | '?' | ':' | ';' | '"' | '“' | '['))
        && (capitals || in_names(text))
}

/// `IN MANCHESTER` in the line below.
fn at_place(line: Range<usize>, words: &str) -> Option<Range<usize>> {
    let word = ["IN ", "AT ", "À ", "in ", "at "].into_iter().find(|word| words.starts_with(word))?;
    let found = place::bare_place(words.get(word.len()..)?)?;
    let start = line.start + word.len();
    Some(start + found.start..start + found.end)
}

#[cfg(test)]
mod tests {
    use super::read;
    use dates::Language;

    fn said(text: &str) -> String {
        read(text, Language::En).map_or("no heading".to_owned(), |heading| {
            let part =
                |range: Option<std::ops::Range<usize>>| range.map_or("-", |range| &text[range]).to_owned();
            let to: Vec<&str> = heading.addressees.iter().map(|name| &text[name.clone()]).collect();
            let (from, number) = (part(heading.from), part(heading.number));
            let (at, sent_from) = (part(heading.place), part(heading.sent_from));
            format!("{from} to {}; at {at}; number {number}; sent from {sent_from}", to.join(" & "))
        })
    }

    #[test]
    fn headings_that_name_both() {
        let rows = [
            ("LORD BELL TO MR. DORN", "LORD BELL to MR. DORN; at -; number -; sent from -"),
            ("LETTER 12 - FROM LORD BELL TO MR. DORN", "LORD BELL to MR. DORN; at -; number 12; sent from -"),
            ("ROWE AU GÉNÉRAL DORN.", "ROWE to GÉNÉRAL DORN; at -; number -; sent from -"),
            ("BELL TO DORN\nIN YORK", "BELL to DORN; at YORK; number -; sent from -"),
            ("72\nBELL TO DORN\nIN YORK", "BELL to DORN; at YORK; number 72; sent from -"),
            ("Anna Bell to Carl Dorn, Esq.", "Anna Bell to Carl Dorn, Esq; at -; number -; sent from -"),
            ("Rowe an Weiß.", "Rowe to Weiß; at -; number -; sent from -"),
            ("№ 12. А. С. Дорину", "- to А. С. Дорину; at -; number 12; sent from -"),
            ("12. BELL TO DORN. York, 3 May 1840", "BELL to DORN; at -; number 12; sent from York"),
            (
                "THE EARL OF BELL TO ANNA AND CARL DORN",
                "THE EARL OF BELL to ANNA & CARL DORN; at -; number -; sent from -",
            ),
            ("THE ROAD TO YORK", "no heading"),
            ("INTRODUCTION TO THE LETTERS", "no heading"),
            ("Back to York", "no heading"),
            ("From York to Rome", "no heading"),
            ("York to Rome, 3 May 1840", "no heading"),
            ("TO ANNA BELL", "no heading"),
            ("It came to York in May.", "no heading"),
            ("We are to meet, I think", "no heading"),
        ];
        for (text, expected) in rows {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
