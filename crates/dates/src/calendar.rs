//! Days counted, and the two calendars they are named in.

use crate::{Date, DayNumber, Language};
use serde::{Deserialize, Serialize};

/// The calendar of printed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Calendar {
    /// New Style.
    #[default]
    Gregorian,
    /// Old Style.
    Julian,
    /// The words do not say, and the place and time leave both open.
    NotStated,
}

/// From 1 March 0000 to 1 January 1970, in the Gregorian and the Julian count.
const GREGORIAN_EPOCH: i64 = 719_468;
const JULIAN_EPOCH: i64 = 719_470;

impl DayNumber {
    /// The day of that name in the proleptic Gregorian calendar (astronomical years); none where there is no
    /// such day, or it is more than five million years off.
    pub fn from_gregorian(year: i32, month: u8, day: u8) -> Option<Self> {
        let (year, day_of_year) = from_march(year, month, day, Calendar::Gregorian)?;
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
        i32::try_from(days - GREGORIAN_EPOCH).ok().map(Self)
    }

    /// The day of that name in the Julian calendar (astronomical years); none as in [`Self::from_gregorian`].
    pub fn from_julian(year: i32, month: u8, day: u8) -> Option<Self> {
        let (year, day_of_year) = from_march(year, month, day, Calendar::Julian)?;
        let days = year.div_euclid(4) * 1461 + year.rem_euclid(4) * 365 + day_of_year;
        i32::try_from(days - JULIAN_EPOCH).ok().map(Self)
    }

    /// Year, month and day in the proleptic Gregorian calendar.
    pub fn gregorian(self) -> (i32, u8, u8) {
        let days = i64::from(self.0) + GREGORIAN_EPOCH;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        to_march(era * 400 + year, of_era - (365 * year + year / 4 - year / 100))
    }

    /// Year, month and day in the Julian calendar.
    pub fn julian(self) -> (i32, u8, u8) {
        let days = i64::from(self.0) + JULIAN_EPOCH;
        let (era, of_era) = (days.div_euclid(1461), days.rem_euclid(1461));
        let year = (of_era - of_era / 1460) / 365;
        to_march(era * 4 + year, of_era - 365 * year)
    }

    /// Day of the week, 1 (Monday) to 7 (Sunday), as ISO 8601 counts.
    pub fn weekday(self) -> u8 {
        u8::try_from((i64::from(self.0) + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The day that many days later (earlier where negative), not past the ends of the count.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// Year beginning in March, and day of that year from 0; none where there is no such day.
fn from_march(year: i32, month: u8, day: u8, calendar: Calendar) -> Option<(i64, i64)> {
    if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month, calendar) {
        return None;
    }
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    Some((year, (153 * ((month + 9) % 12) + 2) / 5 + day - 1))
}

fn to_march(year: i64, day_of_year: i64) -> (i32, u8, u8) {
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    let year = i32::try_from(year + i64::from(month <= 2)).unwrap_or(i32::MAX);
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}

/// How many days a month (1 to 12) has; 0 for any other month. [`Calendar::NotStated`] counts as Julian, which
/// has every day that either calendar has.
pub fn days_in_month(year: i32, month: u8, calendar: Calendar) -> u8 {
    let leap = match calendar {
        Calendar::Gregorian => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0),
        Calendar::Julian | Calendar::NotStated => year % 4 == 0,
    };
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => 0,
    }
}

/// The Gregorian name of a Julian day; marks of doubt stay. None where the date is no full day.
///
/// # Source
/// The difference is 10 days up to 28 February 1700 O.S., 11 up to 28 February 1800, 12 up to 28 February 1900,
/// then 13.
pub fn to_gregorian(julian: &Date) -> Option<Date> {
    let (year, month, day) = julian.full()?;
    Some(renamed(julian, DayNumber::from_julian(year, month, day)?.gregorian()))
}

/// The Julian name of a Gregorian day; marks of doubt stay. None where the date is no full day.
pub fn to_julian(gregorian: &Date) -> Option<Date> {
    let (year, month, day) = gregorian.full()?;
    Some(renamed(gregorian, DayNumber::from_gregorian(year, month, day)?.julian()))
}

fn renamed(date: &Date, (year, month, day): (i32, u8, u8)) -> Date {
    let mut renamed = Date::day(year, month, day);
    renamed.year.qualifier = date.year.qualifier;
    if let (Some(new), Some(old)) = (&mut renamed.month, date.month) {
        new.qualifier = old.qualifier;
    }
    if let (Some(new), Some(old)) = (&mut renamed.day, date.day) {
        new.qualifier = old.qualifier;
    }
    renamed
}

/// Easter Sunday as the churches of a language kept it in a year: by the Gregorian reckoning, or the Julian one
/// for Russian and for all years before 1583.
///
/// # Source
/// Anonymous Gregorian computus (Nature, 1876); Meeus, Julian algorithm.
pub fn easter(year: i32, language: Language) -> Option<DayNumber> {
    if language == Language::Ru || year < 1583 {
        let a = year.rem_euclid(19);
        let d = (19 * a + 15) % 30;
        let e = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - d + 34).rem_euclid(7);
        let march = d + e + 22;
        return DayNumber::from_julian(year, 3, 1).map(|first| first.plus(march - 1));
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let march = h + l - 7 * m + 22;
    DayNumber::from_gregorian(year, 3, 1).map(|first| first.plus(march - 1))
}
