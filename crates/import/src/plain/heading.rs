//! Headings (R3): `TO A. A. JOFFE`, `TO DR. SCHADE,--AUGSBURG.`, `A M. CARON, A PARIS`, `LETTER II.--TO JOHN RANDOLPH,
//! August 25,1775`, `TO A. LINCOLN FROM JAS. SHIELDS`.

use super::closer::ends_in_initial;
use super::dateline::{self, Where};
use super::{blank, place};
use dates::{DateHints, Language};
use std::ops::Range;

/// What a heading says; all ranges are bytes in its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Heading {
    /// The running number before the words.
    pub(super) number: Option<Range<usize>>,
    /// Whom it names.
    pub(super) addressees: Vec<Range<usize>>,
    /// Where they are.
    pub(super) place: Option<Range<usize>>,
    /// Who writes.
    pub(super) from: Option<Range<usize>>,
    /// Where from, if the dateline stands in the same line.
    pub(super) sent_from: Option<Range<usize>>,
}

/// Sorts of letters that stand before `TO`.
const SORTS: &[&str] = &[
    "LETTER",
    "NOTE",
    "TELEGRAM",
    "POSTCARD",
    "MESSAGE",
    "REPLY",
    "ANSWER",
    "CABLE",
    "RADIOGRAM",
    "WIRE",
    "TELEPHONE",
    "TELEPHONED",
    "DIRECTIVE",
    "INSTRUCTIONS",
];

/// Words before the addressee. Those after which it must stand in capitals.
const BEFORE: &[&str] =
    &["TO: ", "TO ", "A ", "À ", "A.", "AU ", "AUX ", "AN ", "AN DEN ", "AN DIE ", "К ", "КО "];

/// Those after which names in ordinary letters are taken too.
const BEFORE_SMALL: &[&str] = &["To ", "An ", "À ", "Au "];

/// Small words that stay small in names.
const SMALL: &[&str] = &[
    "of", "the", "in", "and", "at", "for", "to", "de", "la", "le", "les", "du", "des", "et", "von", "van",
    "vom", "der", "den", "die", "dem", "zu", "und", "his", "her", "their",
];

/// Reads a text as a heading. `bare` admits a name in capitals without a word before it, as a numbered heading has.
pub(super) fn read(text: &str, bare: bool, language: Language) -> Option<Heading> {
    let line = text.lines().next().unwrap_or_default().trim_end_matches(blank);
    if line.len() > 240 || text.len() > 800 {
        return None;
    }
    let mut heading = Heading::default();
    let mut at = line.len() - line.trim_start_matches(['*', ' ']).len();
    if let Some((number, next)) = number(line, at) {
        heading.number = Some(number);
        at = next;
    }
    // `[To Anna Bell]`: the heading is the editor's.
    at += usize::from(line.starts_with('[') && line.ends_with(']') && line.matches('[').count() == 1);
    let starred = line.starts_with('*');
    let (start, small) = match before(line.get(at..)?) {
        Some((length, small)) => (at + length, small),
        None if (bare || starred) && heading_in_capitals(line.get(at..)?) => (at, false),
        None => return None,
    };
    let end = end_of_names(line, start, language, &mut heading)?;
    let named = line.get(start..end)?.trim_end_matches([' ', ',', ':']);
    let good = if small { in_names(named) } else { heading_in_capitals(named) };
    if !good || named.trim_matches(['*', '.', ' ']).is_empty() && !named.contains("***") {
        return None;
    }
    let mut names = start..start + named.len();
    if let Some(from) = line.get(names.clone())?.find(" FROM ") {
        heading.from = Some(trimmed(line, names.start + from + 6..names.end));
        names.end = names.start + from;
    }
    heading.place = place_in(line, &mut names);
    heading.addressees = addressees(line, names);
    Some(heading)
}

/// Where the names of a heading end that begin at `start`: before a date, the calls of notes, or the dateline in the line,
/// whose place is taken.
pub(super) fn end_of_names(
    line: &str,
    start: usize,
    language: Language,
    heading: &mut Heading,
) -> Option<usize> {
    let rest = line.get(start..)?;
    let dateline = rest.match_indices(". ").filter(|(at, _)| !rest.get(..*at).is_some_and(ends_in_initial));
    for (at, stop) in dateline {
        let from = at + stop.len();
        if let Some(found) = dateline::claims(rest.get(from..)?, language, Where::Opening) {
            let moved = |place: Range<usize>| start + from + place.start..start + from + place.end;
            heading.sent_from = found.place.map(moved);
            return Some(start + at);
        }
    }
    let end = start + rest.find(['[', ']']).unwrap_or(rest.len());
    let date = dates::recognize(line.get(start..end)?, language, &DateHints::default()).into_iter().next();
    let parted =
        date.filter(|date| line.get(..start + date.range.start).is_some_and(|before| before.ends_with(", ")));
    Some(parted.map_or(end, |date| start + date.range.start))
}

/// `IX.--`, `LETTER II.--`, `98. `: a running number before the heading in its line, and where that goes on.
pub(super) fn number(line: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let rest = line.get(at..)?;
    let word = ["LETTER ", "Letter ", "No. ", "Nr. ", "№ ", "LETTRE "]
        .into_iter()
        .find(|word| rest.starts_with(word));
    let skip = word.map_or(0, str::len);
    let figures = rest.get(skip..)?;
    let numeral = |byte: u8| byte.is_ascii_digit() || b"IVXLCDM".contains(&byte);
    let length = figures.bytes().position(|byte| !numeral(byte)).unwrap_or(figures.len());
    let after = figures.get(length..)?;
    let next = after.trim_start_matches(['.', ')', '-', '—', '–', ' ', ':']);
    let divided = after.len() > next.len() + usize::from(word.is_none() && after.starts_with(' '));
    (length > 0 && divided && !next.is_empty())
        .then(|| (at + skip..at + skip + length, line.len() - next.len()))
}

/// The words before the addressee: how long they are, and whether a name in ordinary letters may follow.
pub(super) fn before(rest: &str) -> Option<(usize, bool)> {
    let mut at = 0;
    for word in SORTS {
        if rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')) {
            at = word.len() + 1;
        }
    }
    let words = rest.get(at..)?;
    // `A.M. CARON`, a stop for a blank.
    let found = BEFORE.iter().filter(|word| words.starts_with(**word)).map(|word| word.len()).max();
    if let Some(length) = found {
        let stop = words.starts_with("A.") && !words.starts_with("A.M. ");
        return (!stop).then_some((at + length, false));
    }
    BEFORE_SMALL.iter().find(|word| words.starts_with(**word)).map(|word| (at + word.len(), true))
}

/// Whether nine of ten letters are capitals; `***` passes.
pub(super) fn heading_in_capitals(text: &str) -> bool {
    let (mut upper, mut all) = (0_usize, 0);
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        upper += usize::from(!letter.is_lowercase());
    }
    if all == 0 { text.contains("***") } else { upper * 10 >= all * 8 }
}

/// Whether every word begins with a capital or is a small one, and there are few.
pub(super) fn in_names(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let named = |word: &str| word.chars().next().is_some_and(char::is_uppercase) || SMALL.contains(&word);
    (1..=6).contains(&words)
        && !text.ends_with(['!', '?', ','])
        && text.split_whitespace().all(named)
        && text.split_whitespace().any(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// The place after the names, which it is cut off from: `,--AUGSBURG.`, `, A PARIS`, ` (AT ATHENS)`.
fn place_in(line: &str, names: &mut Range<usize>) -> Option<Range<usize>> {
    let text = line.get(names.clone())?;
    for open in [" (AT ", " (IN ", " (À ", " (A "] {
        if let Some(at) = text.find(open) {
            let from = at + open.len();
            let length = text.get(from..)?.find(')')?;
            let found = trimmed(line, names.start + from..names.start + from + length);
            names.end = names.start + at;
            return Some(found);
        }
    }
    // "An Christian Otto in Bayreuth"; in "the Delegates in Congress" the place belongs to the name.
    if let Some(at) = text.rfind(" in ").filter(|at| *at > 0 && !text.starts_with("the ")) {
        let found = trimmed(line, names.start + at + " in ".len()..names.end);
        let whole = line.get(found.clone())?;
        if place::bare_place(whole).is_some()
            && whole.split_whitespace().count() <= 2
            && !whole.contains(". ")
        {
            names.end = names.start + at;
            return Some(found);
        }
    }
    for divider in [",--", ".--", ", A ", ", À ", ", AT ", ", IN ", "--"] {
        if let Some(at) = text.find(divider).filter(|at| *at > 0) {
            let from = names.start + at + divider.len();
            let found = trimmed(line, from..names.end);
            names.end = names.start + at;
            return place::bare_place(line.get(found.clone())?).map(|_| found);
        }
    }
    None
}

/// Names joined by `AND`; one that begins with `THE` is an office or body and may have an `AND` of its own.
pub(super) fn addressees(line: &str, names: Range<usize>) -> Vec<Range<usize>> {
    let text = line.get(names.clone()).unwrap_or_default();
    let body = ["THE ", "HIS ", "HER ", "MY "].iter().any(|word| text.starts_with(word));
    let mut out = Vec::new();
    let mut at = names.start;
    let joint = [" AND ", " ET ", " UND ", " И "].into_iter().find(|joint| !body && text.contains(joint));
    for name in text.split(joint.unwrap_or("\u{0}")) {
        let range = trimmed(line, at..at + name.len());
        if !range.is_empty() {
            out.push(range);
        }
        at += name.len() + joint.map_or(0, str::len);
    }
    out
}

/// A range without blanks and stops at its ends; the stop of an initial stays.
pub(super) fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let text = line.get(range.clone()).unwrap_or_default();
    let lead = text.len() - text.trim_start_matches(blank).len();
    let mut end = text.trim_end_matches(|c| blank(c) || matches!(c, ',' | ';' | ':')).len();
    if let Some(rest) = text.get(..end).and_then(|text| text.strip_suffix('.'))
        && !ends_in_initial(rest)
    {
        end = rest.trim_end_matches(',').len();
    }
    range.start + lead.min(end)..range.start + end
}

/// A name in ordinary letters: `A. A. JOFFE` is `A. A. Joffe`, `LOUIS XIV OF FRANCE` is `Louis XIV of France`. A name that
/// is in ordinary letters stays.
pub(super) fn in_ordinary_letters(name: &str) -> Box<str> {
    if !heading_in_capitals(name) || name.chars().all(|c| !c.is_alphabetic()) {
        return name.into();
    }
    let mut out = String::with_capacity(name.len());
    for (number, word) in name.split(' ').enumerate() {
        if number > 0 {
            out.push(' ');
        }
        let small = word.to_lowercase();
        let numeral = word.len() > 1 && word.bytes().all(|byte| b"IVX".contains(&byte));
        if numeral {
            out.push_str(word);
        } else if number > 0 && SMALL.contains(&&*small) {
            out.push_str(&small);
        } else {
            capitalized(word, &mut out);
        }
    }
    out.into()
}

/// The first letter of each part of a word stays a capital: `SAINT-SIMON`, `O'BRIEN`, `W.P.I.`
fn capitalized(word: &str, out: &mut String) {
    let mut inside = false;
    let mut before = '\0';
    for c in word.chars() {
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        let name_goes_on = matches!(c, '\'' | '’') && !matches!(before, 'O' | 'D' | 'L');
        inside = c.is_alphabetic() || (inside && name_goes_on);
        before = c;
    }
}

#[cfg(test)]
mod tests {
    use super::{in_ordinary_letters, read};
    use dates::Language;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let found = read(text, true, Language::En).map_or("no heading".to_owned(), |heading| {
            let names: Vec<String> = heading
                .addressees
                .iter()
                .map(|name| format!("{} = {}", &text[name.clone()], in_ordinary_letters(&text[name.clone()])))
                .collect();
            let part =
                |range: Option<std::ops::Range<usize>>| range.map_or("-", |range| &text[range]).to_owned();
            let (number, place, from) = (part(heading.number), part(heading.place), part(heading.from));
            format!("{}; place {place}; from {from}; number {number}", names.join(" & "))
        });
        expected.assert_eq(&found);
    }

    #[test]
    fn headings() {
        check("TO A. A. JOFFE", expect!["A. A. JOFFE = A. A. Joffe; place -; from -; number -"]);
        check("TO A. M. LYUBOVICH", expect!["A. M. LYUBOVICH = A. M. Lyubovich; place -; from -; number -"]);
        check("TO: MAXIM GORKY", expect!["MAXIM GORKY = Maxim Gorky; place -; from -; number -"]);
        check("*G. V. PLEKHANOV", expect!["G. V. PLEKHANOV = G. V. Plekhanov; place -; from -; number -"]);
        check("TO ***", expect!["*** = ***; place -; from -; number -"]);
        check("TELEGRAM TO J. BELL", expect!["J. BELL = J. Bell; place -; from -; number -"]);
        check(
            "TO DR. SCHADE,--AUGSBURG.",
            expect!["DR. SCHADE = Dr. Schade; place AUGSBURG; from -; number -"],
        );
        check(
            "TO DR. WEGELER,--VIENNA.[1]",
            expect!["DR. WEGELER = Dr. Wegeler; place VIENNA; from -; number -"],
        );
        check("TO ATTICUS (AT ATHENS)", expect!["ATTICUS = Atticus; place ATHENS; from -; number -"]);
        check("A.M. CARON, A PARIS", expect!["M. CARON = M. Caron; place PARIS; from -; number -"]);
        check("A LA MÊME, A PARIS", expect!["LA MÊME = La Même; place PARIS; from -; number -"]);
        check("IX.--TO LEIGH HUNT.", expect!["LEIGH HUNT = Leigh Hunt; place -; from -; number IX"]);
        check(
            "LETTER II.--TO JOHN RANDOLPH, August 25,1775",
            expect!["JOHN RANDOLPH = John Randolph; place -; from -; number II"],
        );
        check(
            "LETTER XL.--TO THE VIRGINIA DELEGATES IN CONGRESS, Jan. 18, 1781",
            expect![
                "THE VIRGINIA DELEGATES IN CONGRESS = The Virginia Delegates in Congress; place -; from -; number XL"
            ],
        );
        check(
            "TO A. LINCOLN FROM JAS. SHIELDS",
            expect!["A. LINCOLN = A. Lincoln; place -; from JAS. SHIELDS; number -"],
        );
        check(
            "XXVIII.--TO GEORGE AND THOMAS KEATS.",
            expect!["GEORGE = George & THOMAS KEATS = Thomas Keats; place -; from -; number XXVIII"],
        );
        check(
            "TO THE MINISTER OF WAR AND MARINE",
            expect![
                "THE MINISTER OF WAR AND MARINE = The Minister of War and Marine; place -; from -; number -"
            ],
        );
        check("To Anna Bell", expect!["Anna Bell = Anna Bell; place -; from -; number -"]);
        check("An Carl Dorn in Rom.", expect!["Carl Dorn = Carl Dorn; place Rom; from -; number -"]);
        check("An Goethe", expect!["Goethe = Goethe; place -; from -; number -"]);
        check("[To Anna Bell]", expect!["Anna Bell = Anna Bell; place -; from -; number -"]);
        check("[To be sure]", expect!["no heading"]);
        check("To be or not to be", expect!["no heading"]);
        check("A long day came to its end.", expect!["no heading"]);
        check("TO", expect!["TO = To; place -; from -; number -"]);
    }

    #[test]
    fn ordinary_letters() {
        assert_eq!(&*in_ordinary_letters("LOUIS XIV OF FRANCE"), "Louis XIV of France");
        assert_eq!(&*in_ordinary_letters("D. O'BRIEN-SMITH"), "D. O'Brien-Smith");
        assert_eq!(&*in_ordinary_letters("Anna Bell"), "Anna Bell");
    }
}
