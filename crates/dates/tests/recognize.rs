//! `recognize.tsv`, row by row, and what holds for every text.

use dates::{
    Calendar, CalendarChange, Certainty, DateHints, Language, Recognized, impossible, parse_edtf, print_edtf,
    recognize, recognize_dateline,
};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

const ROWS: &str = include_str!("recognize.tsv");

struct Row<'t> {
    marked: String,
    language: Language,
    hints: DateHints,
    expected: &'t str,
    rule: &'t str,
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    ROWS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let [marked, language, letter, expected, rule] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("five columns: {line}");
        };
        let letter_date = (letter != "-").then(|| parse_edtf(letter).expect(line));
        Row {
            marked: marked.replace("\\n", "\n").replace('␣', "\u{a0}"),
            language: match &language[..2] {
                "en" => Language::En,
                "de" => Language::De,
                "fr" => Language::Fr,
                "ru" => Language::Ru,
                other => panic!("no language {other}"),
            },
            hints: DateHints {
                letter_date,
                calendar_change: language.ends_with('+').then_some(CalendarChange::RUSSIA),
            },
            expected,
            rule,
        }
    })
}

#[test]
fn every_row() {
    let (mut wrong, mut count) = (String::new(), 0);
    for row in rows() {
        let text = row.marked.replace(['{', '}'], "");
        let mut found: Vec<_> = recognize(&text, row.language, &row.hints)
            .into_iter()
            .map(|found| (found.range, value(&found.dating), format!("{:?}", found.dating.rule)))
            .collect();
        // A Russian 29 February 1900 is possible only with the hint, which `impossible` does not have.
        if row.hints.calendar_change.is_none() {
            let never = impossible(&text, row.language).into_iter();
            found.extend(never.map(|range| (range, "impossible".to_owned(), "-".to_owned())));
        }
        let mut marked = text.clone();
        for (range, ..) in found.iter().rev() {
            marked.insert(range.end, '}');
            marked.insert(range.start, '{');
        }
        let join = |part: fn(&(std::ops::Range<usize>, String, String)) -> &str| {
            if found.is_empty() {
                "-".to_owned()
            } else {
                found.iter().map(part).collect::<Vec<_>>().join("; ")
            }
        };
        let (expected, rule) = (join(|found| &found.1), join(|found| &found.2));
        if (marked.as_str(), expected.as_str(), rule.as_str())
            != (row.marked.as_str(), row.expected, row.rule)
        {
            wrong += &format!(
                "{}\t{}\t{}\n  found: {marked}\t{expected}\t{rule}\n",
                row.marked, row.expected, row.rule
            );
        }
        count += 1;
    }
    assert_eq!(wrong, "");
    assert!(count >= 200, "{count} rows");
}

fn value(dating: &Recognized) -> String {
    let mut out = match (&dating.meaning, dating.duration) {
        (Some(meaning), _) => print_edtf(meaning),
        (None, Some(length)) => {
            let parts = [(length.years, 'Y'), (length.months, 'M'), (length.weeks, 'W'), (length.days, 'D')];
            let said = parts.into_iter().filter(|(count, _)| *count > 0);
            format!("P{}", said.map(|(count, unit)| format!("{count}{unit}")).collect::<String>())
        }
        (None, None) => "none".to_owned(),
    };
    if let Some(original) = &dating.original {
        out += &format!(" (O.S. {})", print_edtf(original));
    }
    if dating.calendar == Calendar::NotStated {
        out += " style not stated";
    }
    out += match dating.certainty {
        Certainty::High => "",
        Certainty::Medium => " medium",
        Certainty::Low => " low",
        Certainty::Unknown => " unknown",
    };
    out
}

#[test]
fn reasons_are_sentences() {
    let hints = DateHints { letter_date: parse_edtf("1921-03-17").ok(), calendar_change: None };
    let text = "15/III; yesterday; 5 March 1917 (O.S.); 11 (23) May 1849; three years; 3/4/1921";
    let reasons: Vec<String> =
        recognize(text, Language::En, &hints).iter().map(|found| found.dating.reason()).collect();
    expect_test::expect![[r#"
        Read as day and month, the month a Roman numeral; what is not printed was taken from the date of the letter, 1921-03-17; probable.
        Read as words counted from another date, here that of the letter, 1921-03-17.
        Read as day and named month; converted from the Julian calendar, 1917-03-05.
        Read as one day in Old and New Style; the Julian date beside it is 1849-05-11.
        Read as a length of time.
        Read as day, month and year in figures; a guess."#]].assert_eq(&reasons.join("\n"));
}

/// A letter's worth of words that dates are made of, in any order.
fn date_like() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::Strategy;
    let part = proptest::sample::select(vec![
        "17",
        "3",
        "31",
        "1921",
        "99",
        "March",
        "III",
        "märz",
        "мая",
        "/",
        ".",
        "-",
        "–",
        "(",
        ")",
        "[",
        "]",
        "?",
        ",",
        " ",
        " ",
        "\u{a0}",
        "\n",
        "\n\n",
        "between",
        "and",
        "from",
        "to",
        "ago",
        "last",
        "year",
        "years",
        "two",
        "half",
        "about",
        "г.",
        "O.S.",
        "B.C.",
        "century",
        "19th",
        "s",
        "Easter",
        "'",
        "№",
        "yesterday",
        "10/23",
        "Mai",
        "d.",
        "J.",
        "not later than",
    ]);
    proptest::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

fn check(
    text: &str,
    russian: bool,
    letter: Option<&str>,
) -> Result<(), proptest::test_runner::TestCaseError> {
    let calendar_change = russian.then_some(CalendarChange::RUSSIA);
    let hints = DateHints { letter_date: letter.and_then(|letter| parse_edtf(letter).ok()), calendar_change };
    for language in Language::ALL {
        let mut end = 0;
        for found in recognize(text, language, &hints) {
            prop_assert!(found.range.start >= end && found.range.end > found.range.start);
            prop_assert!(text.is_char_boundary(found.range.start) && text.is_char_boundary(found.range.end));
            end = found.range.end;
            prop_assert!(found.dating.reason().ends_with('.'));
            if let Some(meaning) = found.dating.meaning {
                // What is recognized is EDTF: it can be written down and read back.
                let printed = print_edtf(&meaning);
                prop_assert_eq!(parse_edtf(&printed), Ok(meaning), "{}", printed);
            }
        }
        for range in impossible(text, language) {
            prop_assert!(text.get(range).is_some());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>(), russian in any::<bool>()) {
        check(&text, russian, Some("1921-03-17"))?;
    }

    #[test]
    fn text_like_dates_is_read(text in date_like(), russian in any::<bool>()) {
        check(&text, russian, Some("1900-02-28"))?;
        check(&text, russian, None)?;
        for letter in ["185X-XX-XX", "[1888-09-04..1888-09-08]", "{1888-09-04,1889-10-08~}", "1850?-12-30/..", "[..1902-05]"] {
            check(&text, russian, Some(letter))?;
        }
    }
}

/// Nothing in a long text is quadratic: where it were, this would take hours.
#[test]
fn long_texts_are_read_in_time() {
    const PARTS: [&str; 13] = [
        "1919-",
        "5",
        "[",
        "March ",
        "17 March 1921. ",
        "between ",
        "a",
        "1, ",
        "12/",
        "\u{301}",
        "from 1 to ",
        "pp. 1, 2, ",
        "the nature of 1500 men in May is never what it was ",
    ];
    let (done, wait) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let bytes = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };
        let found = PARTS.map(|part| {
            recognize(&part.repeat(bytes / part.len()), Language::En, &DateHints::default()).len()
                * part.len()
                * 10
                / bytes
        });
        let _ = done.send(found);
    });
    let found = wait.recv_timeout(std::time::Duration::from_secs(60));
    // Per ten bytes of each part: "17 March 1921" and "May" in each of theirs, no date in the others.
    assert_eq!(found, Ok([0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 9]));
}

#[test]
fn a_year_alone_is_a_date_where_one_is_due() {
    let rows = [
        ("1793.", "1793", "1793"),
        ("1812?", "1812?", "1812?"),
        ("[1793.?]", "1793", "1793?"),
        (" 1850 ", "1850", "1850"),
        ("17934", "", ""),
        ("0999", "", ""),
        ("2100", "", ""),
        ("1793 and so on", "", ""),
        ("17. III.1921", "17. III.1921", "1921-03-17"),
    ];
    for (text, words, expected) in rows {
        let found = recognize_dateline(text, Language::En, &DateHints::default());
        let said = found.iter().map(|found| {
            (&text[found.range.clone()], found.dating.meaning.as_ref().map(print_edtf).unwrap_or_default())
        });
        let wanted = (!words.is_empty()).then(|| (words, expected.to_owned()));
        assert_eq!(said.collect::<Vec<_>>(), wanted.into_iter().collect::<Vec<_>>(), "{text}");
    }
    assert!(recognize("1793.", Language::En, &DateHints::default()).is_empty(), "in prose");
}
