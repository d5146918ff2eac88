use super::*;

#[test]
fn t03_long_spans_and_small_ones() {
    // Every hundred years for two thousand: nothing folds, nothing fails.
    let ages: Vec<Moment> = (-5..15)
        .map(|century| {
            let year = century * 100;
            let sign = if year < 0 { "-" } else { "" };
            moment("a", MomentKind::Sent, "d1", &format!("{sign}{:04}-07-04", i32::abs(year)))
        })
        .collect();
    let shown = timeline(&library(ages), &TimelineState::default(), 60);
    assert_eq!((shown.width, shown.columns.len()), (Width::Years(100), 20));
    check(
        &library(vec![moment("a", MomentKind::Sent, "d1", "-0043-03-15")]),
        "",
        expect![[r#"
        Day [Sent]
        15 Mar 44 B.C.: 1 +0 =0 |*
    "#]],
    );
    check(
        &library(Vec::new()),
        "",
        expect![[r#"
        Day []
    "#]],
    );
    check(
        &library(vec![moment("a", MomentKind::Sent, "d1", "?")]),
        "from=1900",
        expect![[r#"
        Day []
    "#]],
    );
    // The ends of the count.
    check(
        &library(vec![
            moment("a", MomentKind::Sent, "d1", "Y-170000002"),
            moment("a", MomentKind::Sent, "d2", "Y170000002"),
            moment("a", MomentKind::Sent, "d3", "[..1900]"),
        ]),
        "axis=linear",
        expect![[r#"
            Years(1000000) [Sent]
            23 Jun 5877642 B.C. – 5000002 B.C.: 1 +1 =0 |*[?0
            5000001 B.C.–4000002 B.C.: 0 +1 =0 |?0
            4000001 B.C.–3000002 B.C.: 0 +1 =0 |?0
            3000001 B.C.–2000002 B.C.: 0 +1 =0 |?0
            2000001 B.C.–1000002 B.C.: 0 +1 =0 |?0
            1000001 B.C.–2 B.C.: 0 +1 =0 |?0
            1 B.C.–999999: 0 +1 =0 |?0]
            1000000–1999999: 0 +0 =0 |
            2000000–2999999: 0 +0 =0 |
            3000000–3999999: 0 +0 =0 |
            4000000–4999999: 0 +0 =0 |
            5000000 – 11 Jul 5881580: 1 +0 =0 |*
        "#]],
    );
}

#[test]
fn t03_never_more_bins_than_asked_for() {
    for most in [1, 12, 24, 40, 60] {
        for every in [1, 3, 11, 40, 400] {
            let base = dates::DayNumber::from_gregorian(1800, 1, 1).map_or(0, |day| day.0);
            let moments: Vec<Moment> = (0..300)
                .map(|nth| {
                    let mut one = moment("a", MomentKind::Sent, "d1", "1800");
                    let day = dates::DayNumber(base + nth * every);
                    one.bounds = Bounds { earliest: Some(day), latest: Some(day) };
                    one
                })
                .collect();
            for query in ["", "axis=linear"] {
                let shown = timeline(&library(moments.clone()), &TimelineState::parse(query), most);
                assert!(
                    shown.columns.len() <= most,
                    "{} columns, {most} asked for, every {every} days {query}",
                    shown.columns.len()
                );
                let counted: u32 = shown.columns.iter().map(|column| column.certain).sum();
                assert_eq!(counted, 300);
            }
        }
    }
}

#[test]
fn t01_the_numbers_add_up_for_ten_thousand_dates() {
    let base = dates::DayNumber::from_gregorian(1700, 1, 1).map_or(0, |day| day.0);
    let moments: Vec<Moment> = (0..10_000)
        .map(|nth: i32| {
            let mut one =
                moment("a", MomentKind::Sent, "d1", if nth % 7 == 0 { "1700/1701" } else { "1700" });
            let first = base + nth * 7 % 50_000;
            let last = first + if nth % 5 == 0 { 400 } else { 0 };
            one.bounds =
                Bounds { earliest: Some(dates::DayNumber(first)), latest: Some(dates::DayNumber(last)) };
            one
        })
        .collect();
    let library = library(moments);
    for scale in ["", "scale=year", "scale=5y&axis=linear", "scale=day"] {
        let shown = timeline(&library, &TimelineState::parse(scale), 60);
        let certain: u32 = shown.columns.iter().map(|column| column.certain).sum();
        let inside: usize = library
            .moments()
            .iter()
            .filter(|moment| {
                let (Some(first), Some(last)) = (moment.bounds.earliest, moment.bounds.latest) else {
                    return false;
                };
                shown
                    .columns
                    .iter()
                    .filter_map(super::super::Column::stretch)
                    .any(|s| s.contains(Stretch { first: first.0, last: last.0 }))
            })
            .count();
        assert_eq!(usize::try_from(certain).ok(), Some(inside), "{scale}");
        for column in &shown.columns {
            let cells: u32 = column.cells.iter().map(|cell| cell.certain + cell.beside).sum();
            assert_eq!(cells, column.total(), "{scale}");
        }
        assert_eq!(shown.total, 10_000);
        assert_eq!((shown.rows.len(), shown.rest), (200, 9_800));
    }
}
