//! Stretches of days, what they are called, and how they stand in addresses.

use crate::place_of;
use dates::{Calendar, Date, DayNumber, Edtf, Endpoint, Year, days_in_month};

/// Some days, from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    /// The first day.
    pub first: i32,
    /// The last day, not before the first.
    pub last: i32,
}

impl Stretch {
    /// How many days.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::from(self.last) - i64::from(self.first) + 1
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether they have a day in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The smallest stretch that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// The value with the name that a reader would use: a day, a month, a year, a decade, else from one to the
    /// other, each side in the coarsest of these: what ends with a year is called by the year, and no last day of December
    /// is made of it.
    #[must_use]
    pub fn name(self) -> Edtf {
        let ((y1, m1, d1), (y2, m2, d2)) = (civil(self.first), civil(self.last));
        let (begins, ends) = (d1 == 1, d2 == days_in_month(y2, m2, Calendar::Gregorian));
        let year_end = begins && ends && m1 == 1 && m2 == 12;
        if year_end && y1 > 0 && y1 % 10 == 0 && i64::from(y2) == i64::from(y1) + 9 {
            let year = Year { unspecified: 1, ..Date::year(y1).year };
            return Edtf::Date(Date { year, ..Date::year(y1) });
        }
        // Of a year or month that holds both sides, a side alone is not called by it.
        let (years, months) = (year_end || y1 != y2, begins && ends || (y1, m1) != (y2, m2));
        let side = |year, month, day, whole: bool, edge| match (whole, month == edge) {
            (true, true) if years => Date::year(year),
            (true, _) if months => Date::month(year, month),
            _ => Date::day(year, month, day),
        };
        let (from, to) = (side(y1, m1, d1, begins, 1), side(y2, m2, d2, ends, 12));
        if from == to {
            return Edtf::Date(from);
        }
        Edtf::Interval { from: Endpoint::Date(from), to: Endpoint::Date(to) }
    }

    /// The length in the largest unit that it reaches at least twice, rounded; a single one where it is the
    /// smallest.
    #[must_use]
    pub fn length(self) -> Length {
        let days = self.days();
        let count = |days: i64| u32::try_from(days).unwrap_or(u32::MAX);
        match days {
            ..61 => Length::Days(count(days)),
            61..731 => Length::Months(count((days * 2 + 30) / 61)),
            _ => Length::Years(count((days * 400 + 73_048) / 146_097)),
        }
    }
}

/// A length of time in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Days.
    Days(u32),
    /// Months.
    Months(u32),
    /// Years.
    Years(u32),
}

pub(crate) fn civil(day: i32) -> (i32, u8, u8) {
    DayNumber(day).gregorian()
}

/// The day of that name; the ends of the count for what lies beyond.
pub(crate) fn day(year: i32, month: u8, day: u8) -> i32 {
    let far = if year < 0 { i32::MIN } else { i32::MAX };
    DayNumber::from_gregorian(year, month, day).map_or(far, |day| day.0)
}

/// Reads a year, a month or a day as a reader types it: `1921`, `1921-03`, `1921-03-17`, `-0043`, also with
/// single figures (`1921-3-7`) and with full stops, day first (`17.3.1921`, `3.1921`). Blanks around it do not
/// count. None where it is no such date.
#[must_use]
pub fn parse_period(text: &str) -> Option<Stretch> {
    let text = text.trim();
    let negative = text.strip_prefix(['-', '−']);
    let text = negative.unwrap_or(text);
    let mut parts = [""; 3];
    let dotted = text.contains('.');
    let mut count = 0;
    for part in text.split(if dotted { '.' } else { '-' }) {
        *parts.get_mut(count)? = part;
        count += 1;
    }
    if dotted {
        parts[..count].reverse();
    }
    let year = i32::try_from(number(parts[0], 6)?).ok()?;
    let year = if negative.is_some() { -year } else { year };
    let month = if count > 1 { u8::try_from(number(parts[1], 2)?).ok()? } else { 1 };
    let last_month = if count > 1 { month } else { 12 };
    let date = if count > 2 { u8::try_from(number(parts[2], 2)?).ok()? } else { 1 };
    let last_date = if count > 2 { date } else { days_in_month(year, last_month, Calendar::Gregorian) };
    let first = DayNumber::from_gregorian(year, month, date)?.0;
    let last = DayNumber::from_gregorian(year, last_month, last_date)?.0;
    Some(Stretch { first, last })
}

fn number(text: &str, most: usize) -> Option<u32> {
    let figures = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| text.parse().ok())?
}

/// Writes a day as [`parse_period`] reads it: `1921-03-17`.
pub(crate) fn push_day(out: &mut String, number: i32) {
    let (year, month, day) = civil(number);
    push_year(out, year);
    push_two(out, month);
    push_two(out, day);
}

/// Writes a stretch in its shortest form: a year, a month or a day where it is one, else `FIRST..LAST`.
pub(crate) fn push_stretch(out: &mut String, stretch: Stretch) {
    let ((y1, m1, d1), (y2, m2, d2)) = (civil(stretch.first), civil(stretch.last));
    let whole = y1 == y2 && d1 == 1 && d2 == days_in_month(y2, m2, Calendar::Gregorian);
    if whole && m1 == 1 && m2 == 12 {
        push_year(out, y1);
    } else if whole && m1 == m2 {
        push_year(out, y1);
        push_two(out, m1);
    } else {
        push_day(out, stretch.first);
        if stretch.first != stretch.last {
            out.push_str("..");
            push_day(out, stretch.last);
        }
    }
}

/// Reads what [`push_stretch`] wrote.
pub(crate) fn parse_stretch(text: &str) -> Option<Stretch> {
    const TO: &str = "..";
    match place_of(text, TO) {
        None => parse_period(text),
        Some(at) => {
            let (first, last) = (&text[..at], &text[at + TO.len()..]);
            let (first, last) = (parse_period(first)?.first, parse_period(last)?.last);
            (first <= last).then_some(Stretch { first, last })
        }
    }
}

fn push_year(out: &mut String, year: i32) {
    if year < 0 {
        out.push('-');
    }
    let figures = year.unsigned_abs().to_string();
    for _ in figures.len()..4 {
        out.push('0');
    }
    out.push_str(&figures);
}

fn push_two(out: &mut String, value: u8) {
    out.push('-');
    out.push(char::from(b'0' + value / 10 % 10));
    out.push(char::from(b'0' + value % 10));
}
