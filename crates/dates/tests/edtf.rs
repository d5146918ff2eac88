//! Every example of the Extended Date/Time Format Specification (Library of Congress, 4 February 2019), in its order:
//! section, example, and what is made of it. `=` is read and printed unchanged; a text is the canonical form it is
//! printed in; a word in capitals is why it is refused.

use dates::{bounds, parse_edtf, print_edtf};
use expect_test::expect;

const EXAMPLES: &str = "
0 Date                          | 1985-04-12                    | =
0 Date                          | 1985-04                       | =
0 Date                          | 1985                          | =
0 Date and Time                 | 1985-04-12T23:20:30           | NoTime
0 Date and Time                 | 1985-04-12T23:20:30Z          | NoTime
0 Date and Time                 | 1985-04-12T23:20:30-04        | NoTime
0 Date and Time                 | 1985-04-12T23:20:30+04:30     | NoTime
0 Time Interval                 | 1964/2008                     | =
0 Time Interval                 | 2004-06/2006-08               | =
0 Time Interval                 | 2004-02-01/2005-02-08         | =
0 Time Interval                 | 2004-02-01/2005-02            | =
0 Time Interval                 | 2004-02-01/2005               | =
0 Time Interval                 | 2005/2006-02                  | =
1 Letter-prefixed calendar year | Y170000002                    | =
1 Letter-prefixed calendar year | Y-170000002                   | =
1 Seasons                       | 2001-21                       | =
1 Qualification of a date       | 1984?                         | =
1 Qualification of a date       | 2004-06~                      | =
1 Qualification of a date       | 2004-06-11%                   | =
1 Unspecified digits            | 201X                          | =
1 Unspecified digits            | 20XX                          | =
1 Unspecified digits            | 2004-XX                       | =
1 Unspecified digits            | 1985-04-XX                    | =
1 Unspecified digits            | 1985-XX-XX                    | =
1 Extended Interval             | 1985-04-12/..                 | =
1 Extended Interval             | 1985-04/..                    | =
1 Extended Interval             | 1985/..                       | =
1 Extended Interval             | ../1985-04-12                 | =
1 Extended Interval             | ../1985-04                    | =
1 Extended Interval             | ../1985                       | =
1 Extended Interval             | 1985-04-12/                   | =
1 Extended Interval             | 1985-04/                      | =
1 Extended Interval             | 1985/                         | =
1 Extended Interval             | /1985-04-12                   | =
1 Extended Interval             | /1985-04                      | =
1 Extended Interval             | /1985                         | =
1 Negative calendar year        | -1985                         | =
2 Exponential year              | Y-17E7                        | NoExponent
2 Significant digits            | 1950S2                        | NoSignificantDigits
2 Significant digits            | Y171010000S3                  | NoSignificantDigits
2 Significant digits            | Y3388E2S3                     | NoExponent
2 Sub-year groupings            | 2001-34                       | NoGrouping
2 Set representation            | [1667,1668,1670..1672]        | =
2 Set representation            | [..1760-12-03]                | =
2 Set representation            | [1760-12..]                   | =
2 Set representation            | [1760-01,1760-02,1760-12..]   | =
2 Set representation            | [1667,1760-12]                | =
2 Set representation            | [..1984]                      | =
2 Set representation            | {1667,1668,1670..1672}        | =
2 Set representation            | {1960,1961-12}                | =
2 Set representation            | {..1984}                      | =
2 Qualification, group          | 2004-06-11%                   | =
2 Qualification, group          | 2004-06~-11                   | =
2 Qualification, group          | 2004?-06-11                   | =
2 Qualification, individual     | ?2004-06-~11                  | =
2 Qualification, individual     | 2004-%06-11                   | =
2 Unspecified digit             | 156X-12-25                    | =
2 Unspecified digit             | 15XX-12-25                    | =
2 Unspecified digit             | XXXX-12-XX                    | =
2 Unspecified digit             | 1XXX-XX                       | =
2 Unspecified digit             | 1XXX-12                       | =
2 Unspecified digit             | 1984-1X                       | =
2 Interval                      | 2004-06-~01/2004-06-~20       | =
2 Interval                      | 2004-06-XX/2004-07-03         | =
";

#[test]
fn every_example_of_the_specification() {
    let mut rows = 0;
    for row in EXAMPLES.lines().filter(|row| !row.is_empty()) {
        let [section, text, expected] = row.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("three columns: {row}");
        };
        let found = match parse_edtf(text) {
            Ok(date) => print_edtf(&date),
            Err(error) => format!("{:?}", error.expected),
        };
        assert_eq!(found, if expected == "=" { text } else { expected }, "{section}: {text}");
        rows += 1;
    }
    assert_eq!(rows, 64);
}

/// Not in the specification: equal values written otherwise, and the form they are printed in.
#[test]
fn canonical_forms() {
    for (text, printed) in [
        ("?2004-06-11", "2004?-06-11"),
        ("~2004-~06-11", "2004-06~-11"),
        ("%2004-%06-%11", "2004-06-11%"),
        ("2004?-06~-11", "%2004-~06-11"),
        ("2004-06-?11", "2004-06-?11"),
        ("-0043", "-0043"),
        ("-018X", "-018X"),
        ("-00XX", "-00XX"),
        ("1X23-05", "1X23-05"),
        ("XXXX-05-12", "XXXX-05-12"),
        ("1899-02-2X", "1899-02-2X"),
        ("[1899-03-08..1899-03-12]", "[1899-03-08..1899-03-12]"),
        ("1854-03-?19", "1854-03-?19"),
        ("1907-21?", "1907-21?"),
    ] {
        assert_eq!(parse_edtf(text).map(|date| print_edtf(&date)).as_deref(), Ok(printed), "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused_where_it_goes_wrong() {
    let mut out = String::new();
    for text in [
        "",
        "?",
        "85",
        "19850412",
        "1985-4-12",
        "1985-13",
        "1985-00",
        "1985-04-31",
        "1900-02-29",
        "1985-04-12 ",
        "-0000",
        "Y1985",
        "Y09999999",
        "Y99999999999",
        "1984??",
        "1985-21-03",
        "2001-20",
        "1985-1X-3X",
        "1985-02-3X",
        "X985-X1",
        "1985/1984",
        "/",
        "..",
        "../..",
        "1985/1986/1987",
        "[1985",
        "[]",
        "[1985;1986]",
        "[[1985]]",
        "1985..1986",
        "März 1921",
    ] {
        match parse_edtf(text) {
            Ok(date) => out += &format!("{text:14} read as {date:?}\n"),
            Err(error) => out += &format!("{text:14} {error}\n"),
        }
    }
    expect![[r#"
                       expected a date at byte 0
        ?              expected a year of four digits at byte 1
        85             expected a year of four digits at byte 2
        19850412       expected nothing more at byte 4
        1985-4-12      expected a month 01 to 12 or a season 21 to 24 at byte 5
        1985-13        expected a month 01 to 12 or a season 21 to 24 at byte 5
        1985-00        expected a month 01 to 12 or a season 21 to 24 at byte 5
        1985-04-31     expected a day that this month has at byte 8
        1900-02-29     expected a day that this month has at byte 8
        1985-04-12     expected nothing more at byte 10
        -0000          expected the year 0000 without a sign at byte 0
        Y1985          expected a year of more than four digits after Y at byte 1
        Y09999999      expected a year of more than four digits after Y at byte 1
        Y99999999999   expected a year that fits into 32 bits at byte 1
        1984??         expected one mark ?, ~ or % at byte 5
        1985-21-03     expected a month, not a season, before a day at byte 7
        2001-20        expected a month 01 to 12 or a season 21 to 24 at byte 5
        1985-1X-3X     read as Date(Date { year: Year { value: 1985, unspecified: 0, qualifier: Qualifier { uncertain: false, approximate: false } }, month: Some(Month { value: None, tens: Some(1), qualifier: Qualifier { uncertain: false, approximate: false } }), day: Some(Day { value: None, tens: Some(3), qualifier: Qualifier { uncertain: false, approximate: false } }) })
        1985-02-3X     expected a day that this month has at byte 8
        X985-X1        expected a month 01 to 12 or a season 21 to 24 at byte 5
        1985/1984      expected an end that is not before the beginning at byte 5
        /              expected a date on one side at least at byte 1
        ..             expected a date at byte 0
        ../..          expected a date on one side at least at byte 3
        1985/1986/1987 expected one / only at byte 9
        [1985          expected a comma or the closing bracket at byte 5
        []             expected a date at byte 1
        [1985;1986]    expected a comma or the closing bracket at byte 5
        [[1985]]       expected a date at byte 1
        1985..1986     expected nothing more at byte 4
        März 1921      expected a date at byte 0
    "#]].assert_eq(&out);
}

#[test]
fn bounds_of_dates() {
    let mut out = String::new();
    for text in [
        "1921-03-17",
        "1921-03",
        "1900-02",
        "1921",
        "1916-22",
        "1916-24",
        "185X",
        "18XX",
        "XXXX-05-12",
        "1854-03-XX",
        "1854-XX-05",
        "1984-1X",
        "1984-01-2X",
        "190X-02-29",
        "-0043",
        "-018X",
        "1919/1920",
        "1926/..",
        "../1985",
        "1985/",
        "[1899-03-08..1899-03-12]",
        "[..1921-08-18]",
        "[1890-09-02,1890-09-06]",
        "{1960,1961-12}",
        "Y170000002",
    ] {
        let found = bounds(&parse_edtf(text).expect(text));
        let day = |day: Option<dates::DayNumber>| match day {
            None => "open".to_owned(),
            Some(day) if day.0 == i32::MAX => "far".to_owned(),
            Some(day) => {
                let (year, month, day) = day.gregorian();
                format!("{year:04}-{month:02}-{day:02}")
            }
        };
        out += &format!("{text:26} {} to {}\n", day(found.earliest), day(found.latest));
    }
    expect![[r#"
        1921-03-17                 1921-03-17 to 1921-03-17
        1921-03                    1921-03-01 to 1921-03-31
        1900-02                    1900-02-01 to 1900-02-28
        1921                       1921-01-01 to 1921-12-31
        1916-22                    1916-06-01 to 1916-08-31
        1916-24                    1916-12-01 to 1917-02-28
        185X                       1850-01-01 to 1859-12-31
        18XX                       1800-01-01 to 1899-12-31
        XXXX-05-12                 open to open
        1854-03-XX                 1854-03-01 to 1854-03-31
        1854-XX-05                 1854-01-05 to 1854-12-05
        1984-1X                    1984-10-01 to 1984-12-31
        1984-01-2X                 1984-01-20 to 1984-01-29
        190X-02-29                 1904-02-29 to 1908-02-29
        -0043                      -043-01-01 to -043-12-31
        -018X                      -189-01-01 to -180-12-31
        1919/1920                  1919-01-01 to 1920-12-31
        1926/..                    1926-01-01 to open
        ../1985                    open to 1985-12-31
        1985/                      1985-01-01 to open
        [1899-03-08..1899-03-12]   1899-03-08 to 1899-03-12
        [..1921-08-18]             open to 1921-08-18
        [1890-09-02,1890-09-06]    1890-09-02 to 1890-09-06
        {1960,1961-12}             1960-01-01 to 1961-12-31
        Y170000002                 far to far
    "#]]
    .assert_eq(&out);
}
