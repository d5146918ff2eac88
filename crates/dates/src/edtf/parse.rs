//! EDTF from text, a function for each production. Sections are those of the Extended Date/Time Format
//! Specification, Library of Congress, 4 February 2019.

use super::{Date, Day, Edtf, EdtfError, Endpoint, Expected, Month, Qualifier, Year, bounds};
use crate::calendar::{Calendar, days_in_month};

/// Reads an EDTF expression.
///
/// Claimed: level 0 without times of day, level 1, and of level 2 one-of-a-set, all-of-a-set, qualification
/// of groups and parts, and open digits: anywhere in a year, from the right in month and day.
///
/// ```
/// use dates::{parse_edtf, print_edtf};
/// let date = parse_edtf("1854-03-?19").unwrap();
/// assert_eq!(print_edtf(&date), "1854-03-?19");
/// assert!(parse_edtf("1900-06-31").is_err());
/// ```
///
/// # Errors
/// The first place where the text departs from the claimed productions, names a day that no month has, or
/// ends before it begins.
///
/// # Source
/// Library of Congress, Extended Date/Time Format Specification, 2019.
pub fn parse_edtf(text: &str) -> Result<Edtf, EdtfError> {
    let mut cursor = Cursor { bytes: text.as_bytes(), at: 0 };
    let value = match cursor.peek() {
        Some(b'[') => Edtf::OneOf(set(&mut cursor, b']')?),
        Some(b'{') => Edtf::AllOf(set(&mut cursor, b'}')?),
        _ if cursor.bytes.contains(&b'/') => interval(&mut cursor)?,
        _ => Edtf::Date(date(&mut cursor)?),
    };
    if cursor.at < cursor.bytes.len() { Err(cursor.error(Expected::End)) } else { Ok(value) }
}

/// The text and how far it is read.
struct Cursor<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn eat_dots(&mut self) -> bool {
        let found = self.bytes[self.at..].starts_with(b"..");
        self.at += if found { 2 } else { 0 };
        found
    }

    fn error(&self, expected: Expected) -> EdtfError {
        EdtfError { at: self.at, expected }
    }
}

/// Level 0, Time Interval; level 1, Extended Interval; level 2, Interval.
fn interval(cursor: &mut Cursor<'_>) -> Result<Edtf, EdtfError> {
    let from = endpoint(cursor)?;
    if !cursor.eat(b'/') {
        return Err(cursor.error(Expected::OneSlash));
    }
    let start = cursor.at;
    let to = endpoint(cursor)?;
    if cursor.peek() == Some(b'/') {
        return Err(cursor.error(Expected::OneSlash));
    }
    ordered(from, to, start)
}

/// Level 1, Extended Interval: an open end is `..`, an unknown one is empty.
fn endpoint(cursor: &mut Cursor<'_>) -> Result<Endpoint, EdtfError> {
    if cursor.eat_dots() {
        return Ok(Endpoint::Open);
    }
    match cursor.peek() {
        None | Some(b'/') => Ok(Endpoint::Unknown),
        Some(_) => date(cursor).map(Endpoint::Date),
    }
}

/// An interval has a date on one side at least and does not run backwards.
fn ordered(from: Endpoint, to: Endpoint, at: usize) -> Result<Edtf, EdtfError> {
    match (&from, &to) {
        (Endpoint::Date(first), Endpoint::Date(last)) => {
            let first = bounds(&Edtf::Date(*first)).earliest;
            let last = bounds(&Edtf::Date(*last)).latest;
            if first.zip(last).is_some_and(|(first, last)| last < first) {
                return Err(EdtfError { at, expected: Expected::LaterEnd });
            }
        }
        (Endpoint::Date(_), _) | (_, Endpoint::Date(_)) => {}
        _ => return Err(EdtfError { at, expected: Expected::DateOnOneSide }),
    }
    Ok(Edtf::Interval { from, to })
}

/// Level 2, Set representation: `[…]` one of the members, `{…}` all of them.
fn set(cursor: &mut Cursor<'_>, close: u8) -> Result<Vec<Edtf>, EdtfError> {
    cursor.at += 1;
    let mut members = vec![member(cursor)?];
    while !cursor.eat(close) {
        if !cursor.eat(b',') {
            return Err(cursor.error(Expected::CommaOrClose));
        }
        members.push(member(cursor)?);
    }
    Ok(members)
}

/// Level 2, Set representation: a date, `a..b` (all dates from a to b), `..b` or `a..`.
fn member(cursor: &mut Cursor<'_>) -> Result<Edtf, EdtfError> {
    if cursor.eat_dots() {
        return Ok(Edtf::Interval { from: Endpoint::Open, to: Endpoint::Date(date(cursor)?) });
    }
    let first = date(cursor)?;
    if !cursor.eat_dots() {
        return Ok(Edtf::Date(first));
    }
    let start = cursor.at;
    let to = match cursor.peek() {
        Some(b',' | b']' | b'}') | None => Endpoint::Open,
        Some(_) => Endpoint::Date(date(cursor)?),
    };
    ordered(Endpoint::Date(first), to, start)
}

/// Level 0, Date; level 1, Seasons, Qualification of a date, Unspecified digits from the right; level 2,
/// Qualification (a mark after a part is for it and all parts to its left, a mark before it for it alone).
fn date(cursor: &mut Cursor<'_>) -> Result<Date, EdtfError> {
    if !matches!(cursor.peek(), Some(b'0'..=b'9' | b'X' | b'Y' | b'-' | b'?' | b'~' | b'%')) {
        return Err(cursor.error(Expected::Date));
    }
    let own = qualifier(cursor)?;
    let long = cursor.peek() == Some(b'Y');
    let mut year = year(cursor)?;
    let group = qualifier(cursor)?;
    year.qualifier = own.and(group);
    let mut date = Date { year, month: None, day: None };
    if long || !cursor.eat(b'-') {
        return Ok(date);
    }
    let own = qualifier(cursor)?;
    let mut month = month(cursor)?;
    let group = qualifier(cursor)?;
    month.qualifier = own.and(group);
    date.month = Some(month);
    date.year.qualifier = date.year.qualifier.and(group);
    if cursor.peek() != Some(b'-') {
        return Ok(date);
    }
    if month.value.is_some_and(|month| month > 12) {
        return Err(cursor.error(Expected::MonthBeforeDay));
    }
    cursor.at += 1;
    let own = qualifier(cursor)?;
    let start = cursor.at;
    let mut day = day(cursor)?;
    if let Some(value) = day.value
        && value > longest_month(&date)
    {
        return Err(EdtfError { at: start, expected: Expected::DayOfMonth });
    }
    if day.tens == Some(3) && longest_month(&date) < 30 {
        return Err(EdtfError { at: start, expected: Expected::DayOfMonth });
    }
    let group = qualifier(cursor)?;
    day.qualifier = own.and(group);
    date.day = Some(day);
    date.year.qualifier = date.year.qualifier.and(group);
    date.month = Some(Month { qualifier: month.qualifier.and(group), ..month });
    if cursor.peek() == Some(b'T') {
        return Err(cursor.error(Expected::NoTime));
    }
    Ok(date)
}

/// Level 0, Date; level 1, Letter-prefixed calendar year, Negative calendar year, Unspecified digits; level 2,
/// Unspecified digit.
fn year(cursor: &mut Cursor<'_>) -> Result<Year, EdtfError> {
    if cursor.eat(b'Y') {
        return long_year(cursor);
    }
    let start = cursor.at;
    let negative = cursor.eat(b'-');
    let (mut value, mut unspecified) = (0, 0);
    for _ in 0..4 {
        let digit = match cursor.peek() {
            Some(digit @ b'0'..=b'9') => i32::from(digit - b'0'),
            // The earliest year that fits: the open digits of a year before 1 B.C. count as nines.
            Some(b'X') => i32::from(negative) * 9,
            _ => return Err(cursor.error(Expected::Year)),
        };
        unspecified = unspecified << 1 | u8::from(cursor.peek() == Some(b'X'));
        value = value * 10 + digit;
        cursor.at += 1;
    }
    match cursor.peek() {
        Some(b'S') => return Err(cursor.error(Expected::NoSignificantDigits)),
        Some(b'0'..=b'9' | b'X') => return Err(cursor.error(Expected::End)),
        _ => {}
    }
    if negative && value == 0 {
        return Err(EdtfError { at: start, expected: Expected::YearZeroWithoutSign });
    }
    let value = if negative { -value } else { value };
    Ok(Year { value, unspecified, qualifier: Qualifier::default() })
}

/// Level 1, Letter-prefixed calendar year: only for years of more than four digits.
fn long_year(cursor: &mut Cursor<'_>) -> Result<Year, EdtfError> {
    let negative = cursor.eat(b'-');
    let start = cursor.at;
    let mut value = 0_i32;
    while let Some(digit @ b'0'..=b'9') = cursor.peek() {
        let longer = value.checked_mul(10).and_then(|tens| tens.checked_add(i32::from(digit - b'0')));
        value = longer.ok_or(EdtfError { at: start, expected: Expected::YearInRange })?;
        cursor.at += 1;
    }
    match cursor.peek() {
        Some(b'E') => return Err(cursor.error(Expected::NoExponent)),
        Some(b'S') => return Err(cursor.error(Expected::NoSignificantDigits)),
        _ => {}
    }
    if value <= 9999 || cursor.bytes.get(start) == Some(&b'0') {
        return Err(EdtfError { at: start, expected: Expected::LongYear });
    }
    let value = if negative { -value } else { value };
    Ok(Year { value, unspecified: 0, qualifier: Qualifier::default() })
}

/// Level 0, Date; level 1, Seasons (21 spring, 22 summer, 23 autumn, 24 winter); level 2, Unspecified digit.
fn month(cursor: &mut Cursor<'_>) -> Result<Month, EdtfError> {
    let (value, tens) = two_digits(cursor, Expected::Month)?;
    match (value, tens) {
        (Some(25..=41), _) => return Err(EdtfError { at: cursor.at - 2, expected: Expected::NoGrouping }),
        (Some(1..=12 | 21..=24), _) | (None, None | Some(0 | 1)) => {}
        _ => return Err(EdtfError { at: cursor.at - 2, expected: Expected::Month }),
    }
    Ok(Month { value, tens, qualifier: Qualifier::default() })
}

/// Level 0, Date; level 1, Unspecified digits; level 2, Unspecified digit.
fn day(cursor: &mut Cursor<'_>) -> Result<Day, EdtfError> {
    let (value, tens) = two_digits(cursor, Expected::Day)?;
    match (value, tens) {
        (Some(1..=31), _) | (None, None | Some(0..=3)) => {}
        _ => return Err(EdtfError { at: cursor.at - 2, expected: Expected::Day }),
    }
    Ok(Day { value, tens, qualifier: Qualifier::default() })
}

/// Two digits, of which the last or both may be `X`. Gives the number, or the first digit alone.
fn two_digits(cursor: &mut Cursor<'_>, expected: Expected) -> Result<(Option<u8>, Option<u8>), EdtfError> {
    let pair = (cursor.peek(), cursor.bytes.get(cursor.at + 1).copied());
    let read = match pair {
        (Some(tens @ b'0'..=b'9'), Some(units @ b'0'..=b'9')) => {
            (Some((tens - b'0') * 10 + units - b'0'), None)
        }
        (Some(tens @ b'0'..=b'9'), Some(b'X')) => (None, Some(tens - b'0')),
        (Some(b'X'), Some(b'X')) => (None, None),
        _ => return Err(cursor.error(expected)),
    };
    cursor.at += 2;
    Ok(read)
}

/// Level 1 and 2, Qualification: `?` uncertain, `~` approximate, `%` both.
fn qualifier(cursor: &mut Cursor<'_>) -> Result<Qualifier, EdtfError> {
    let found = match cursor.peek() {
        Some(b'?') => Qualifier::UNCERTAIN,
        Some(b'~') => Qualifier::APPROXIMATE,
        Some(b'%') => Qualifier { uncertain: true, approximate: true },
        _ => return Ok(Qualifier::default()),
    };
    cursor.at += 1;
    match cursor.peek() {
        Some(b'?' | b'~' | b'%') => Err(cursor.error(Expected::OneQualifier)),
        _ => Ok(found),
    }
}

/// The most days that the month of a date can have, given what is left open.
fn longest_month(date: &Date) -> u8 {
    match date.month.and_then(|month| month.value) {
        Some(2) if date.year.unspecified != 0 => 29,
        Some(month) => days_in_month(date.year.value, month, Calendar::Gregorian),
        None => 31,
    }
}
