//! Days counted against dates that are known from elsewhere.

use dates::{
    Calendar, Date, DayNumber, Language, days_in_month, easter, parse_edtf, to_gregorian, to_julian,
};
use proptest::prelude::{prop_assert_eq, proptest};

/// Year, month, day.
type Named = (i32, u8, u8);

/// Julian and Gregorian names of one day: the reforms, the borders of the differences, dates of Russian history.
const ONE_DAY: [(Named, Named); 14] = [
    ((1582, 10, 5), (1582, 10, 15)),
    ((1700, 2, 18), (1700, 2, 28)),
    ((1700, 2, 28), (1700, 3, 10)),
    ((1700, 2, 29), (1700, 3, 11)),
    ((1700, 3, 1), (1700, 3, 12)),
    ((1752, 9, 3), (1752, 9, 14)),
    ((1800, 2, 28), (1800, 3, 11)),
    ((1800, 2, 29), (1800, 3, 12)),
    ((1800, 3, 1), (1800, 3, 13)),
    ((1845, 8, 25), (1845, 9, 6)),
    ((1897, 12, 24), (1898, 1, 5)),
    ((1900, 2, 29), (1900, 3, 13)),
    ((1917, 10, 25), (1917, 11, 7)),
    ((1918, 2, 1), (1918, 2, 14)),
];

#[test]
fn old_and_new_style() {
    for ((jy, jm, jd), (gy, gm, gd)) in ONE_DAY {
        assert_eq!(to_gregorian(&Date::day(jy, jm, jd)), Some(Date::day(gy, gm, gd)));
        assert_eq!(to_julian(&Date::day(gy, gm, gd)), Some(Date::day(jy, jm, jd)));
    }
}

#[test]
fn epochs_and_weekdays() {
    assert_eq!(DayNumber::from_gregorian(1970, 1, 1), Some(DayNumber(0)));
    // Julian Day Number 0 is 1 January 4713 B.C. of the Julian calendar, a Monday.
    assert_eq!(DayNumber::from_julian(-4712, 1, 1), Some(DayNumber(-2_440_588)));
    for ((year, month, day), weekday) in
        [((1970, 1, 1), 4), ((1921, 3, 17), 4), ((1917, 11, 7), 3), ((2000, 2, 29), 2), ((-4713, 11, 24), 1)]
    {
        assert_eq!(
            DayNumber::from_gregorian(year, month, day).map(DayNumber::weekday),
            Some(weekday),
            "{year}"
        );
    }
}

#[test]
fn impossible_days() {
    assert_eq!(DayNumber::from_gregorian(1900, 6, 31), None);
    assert_eq!(DayNumber::from_gregorian(1900, 2, 29), None);
    assert!(DayNumber::from_julian(1900, 2, 29).is_some());
    assert_eq!(DayNumber::from_gregorian(1900, 13, 1), None);
    assert_eq!(DayNumber::from_gregorian(1900, 0, 1), None);
    assert_eq!(DayNumber::from_gregorian(1900, 1, 0), None);
    assert_eq!(DayNumber::from_gregorian(i32::MAX, 1, 1), None);
    assert_eq!(days_in_month(1900, 2, Calendar::NotStated), 29);
}

#[test]
fn easter_sundays() {
    for (language, day) in [
        (Language::De, (1818, 3, 22)),
        (Language::De, (1905, 4, 23)),
        (Language::En, (1943, 4, 25)),
        (Language::Fr, (2000, 4, 23)),
        (Language::Ru, (1905, 4, 30)),
        (Language::Ru, (1917, 4, 15)),
        (Language::Ru, (2000, 4, 30)),
    ] {
        assert_eq!(easter(day.0, language).map(DayNumber::gregorian), Some(day));
    }
}

#[test]
fn conversion_keeps_marks_and_asks_for_a_full_day() {
    let date = |text| match parse_edtf(text) {
        Ok(dates::Edtf::Date(date)) => date,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(to_gregorian(&date("1849-05-?10")), Some(date("1849-05-?22")));
    assert_eq!(to_gregorian(&date("1849-05")), None);
    assert_eq!(to_gregorian(&date("184X-05-10")), None);
}

proptest! {
    #[test]
    fn every_day_has_one_name_in_each_calendar(number in -3_000_000..3_000_000_i32) {
        let day = DayNumber(number);
        let (year, month, date) = day.gregorian();
        prop_assert_eq!(DayNumber::from_gregorian(year, month, date), Some(day));
        let (year, month, date) = day.julian();
        prop_assert_eq!(DayNumber::from_julian(year, month, date), Some(day));
    }

    #[test]
    fn the_ends_of_the_count_do_not_panic(number in proptest::num::i32::ANY) {
        let day = DayNumber(number);
        prop_assert_eq!(day.weekday(), day.plus(7).plus(-7).plus(0).weekday());
        let _ = (day.gregorian(), day.julian());
    }
}
