//! EDTF printed and read back is the same value, and no text makes the parser panic.

use dates::{
    Date, DateForm, Day, Edtf, Endpoint, Language, Month, Qualifier, Year, bounds, display, names,
    parse_edtf, print_edtf,
};
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

fn qualifier() -> impl Strategy<Value = Qualifier> {
    any::<(bool, bool)>().prop_map(|(uncertain, approximate)| Qualifier { uncertain, approximate })
}

/// The value is the earliest year that fits, so open digits are 0 after Christ and 9 before.
fn year() -> impl Strategy<Value = Year> {
    let short = (-9999..=9999_i32, 0..16_u8, qualifier()).prop_map(|(value, unspecified, qualifier)| {
        let open = if value < 0 { 9 } else { 0 };
        let mut digits = 0;
        for (bit, scale) in [1, 10, 100, 1000].into_iter().enumerate() {
            let left_open = unspecified & (1 << bit) != 0;
            digits += scale * if left_open { open } else { value.abs() / scale % 10 };
        }
        Year { value: if value < 0 { -digits } else { digits }, unspecified, qualifier }
    });
    let long = (10_000..i32::MAX, any::<bool>(), qualifier()).prop_map(|(value, negative, qualifier)| Year {
        value: if negative { -value } else { value },
        unspecified: 0,
        qualifier,
    });
    prop_oneof![9 => short, 1 => long]
}

fn date() -> impl Strategy<Value = Date> {
    let open_month = prop_oneof![Just((None, None)), (0..=1_u8).prop_map(|tens| (None, Some(tens)))];
    let month = prop_oneof![
        4 => (1..=12_u8).prop_map(|month| (Some(month), None)),
        1 => (21..=24_u8).prop_map(|season| (Some(season), None)),
        1 => open_month,
    ];
    let day = prop_oneof![
        4 => (1..=28_u8).prop_map(|day| (Some(day), None)),
        1 => prop_oneof![Just((None, None)), (0..=2_u8).prop_map(|tens| (None, Some(tens)))],
    ];
    let month = (month, qualifier()).prop_map(|((value, tens), qualifier)| Month { value, tens, qualifier });
    let day = (day, qualifier()).prop_map(|((value, tens), qualifier)| Day { value, tens, qualifier });
    (year(), option::of(month), option::of(day)).prop_map(|(year, month, day)| {
        // A long year stands alone, a season has no day.
        let month = month.filter(|_| year.value.abs() <= 9999);
        let day = day.filter(|_| month.is_some_and(|month| month.value.is_none_or(|month| month <= 12)));
        Date { year, month, day }
    })
}

/// Two ends that do not run backwards.
fn span() -> impl Strategy<Value = Edtf> {
    let end = || prop_oneof![4 => date().prop_map(Endpoint::Date), 1 => Just(Endpoint::Open), 1 => Just(Endpoint::Unknown)];
    (end(), end()).prop_filter_map("an interval", |(from, to)| {
        let whole = Edtf::Interval { from, to };
        let bounds = bounds(&whole);
        let Edtf::Interval { from, to } = &whole else { return None };
        let dated = matches!(from, Endpoint::Date(_)) || matches!(to, Endpoint::Date(_));
        let forward = bounds.earliest.zip(bounds.latest).is_none_or(|(earliest, latest)| earliest <= latest);
        (dated && forward).then_some(whole)
    })
}

fn member() -> impl Strategy<Value = Edtf> {
    let known = |end: &Endpoint| *end != Endpoint::Unknown;
    let range = span().prop_filter(
        "no unknown ends in a set",
        move |span| matches!(span, Edtf::Interval { from, to } if known(from) && known(to)),
    );
    prop_oneof![date().prop_map(Edtf::Date), range]
}

fn edtf() -> impl Strategy<Value = Edtf> {
    let members = || proptest::collection::vec(member(), 1..4);
    prop_oneof![
        date().prop_map(Edtf::Date),
        span(),
        members().prop_map(Edtf::OneOf),
        members().prop_map(Edtf::AllOf)
    ]
}

proptest! {
    #[test]
    fn printed_and_read_back(date in edtf()) {
        let printed = print_edtf(&date);
        prop_assert_eq!(parse_edtf(&printed), Ok(date), "{}", printed);
    }

    #[test]
    fn every_value_has_words(date in edtf()) {
        for language in Language::ALL {
            for form in [DateForm::Long, DateForm::Short] {
                prop_assert!(!display(&date, names(language), form).is_empty());
            }
        }
    }

    #[test]
    fn any_text_is_parsed_or_refused_inside_it(text in any::<String>()) {
        if let Err(error) = parse_edtf(&text) {
            prop_assert!(error.at <= text.len());
        }
    }

    #[test]
    fn what_is_read_is_canonical_after_one_printing(text in "[-Y0-9X?~%/.,\\[\\]{}TES]{0,24}") {
        if let Ok(date) = parse_edtf(&text) {
            let printed = print_edtf(&date);
            prop_assert_eq!(parse_edtf(&printed), Ok(date));
        }
    }
}
