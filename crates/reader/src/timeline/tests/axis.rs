use super::*;

#[test]
fn t09_the_seed_letter_is_readable_at_a_glance() {
    check(
        &seed(),
        "",
        expect![[r#"
        Day [Sent, Mentioned, InNote, Printing]
        ~ 16 months ~: 0 +0 =1 | |[=0 | |
        ~ 23 months ~: 0 +0 =2 | |=0[=1 | |
        7 Dec 1920: 1 +0 =2 | |=0=1 |* |
        ~ 24 days ~: 0 +0 =2 | |=0=1] | |
        ~ 2 months ~: 0 +0 =1 | |=0 | |
        14 Mar 1921: 1 +0 =1 | |=0 |* |
        15 Mar 1921: 2 +0 =1 | |*=0 |* |
        16 Mar 1921: 2 +0 =1 | |*=0 |* |
        17 Mar 1921: 1 +0 =1 |* |=0] | |
        ~ 38 years ~: 0 +0 =0 | | | |
        1959: 1 +0 =0 | | | |*
        ~ 10 years ~: 0 +0 =0 | | | |
        1970: 1 +0 =0 | | | |*
        ~ 30 years ~: 0 +0 =0 | | | |
        Aug 2000: 1 +0 =0 | | | |*
    "#]],
    );
    list(
        &seed(),
        "",
        expect![[r#"
        d7 Mentioned 1917-09~/1921-03-17
        d6 Mentioned 1919/1920
        d10 InNote 1920-12-07
        d11 InNote 1921-03-14
        d5 Mentioned 1921-03-15
        d9 InNote 1921-03-15
        d8 Mentioned 1921-03-16
        d12 InNote 1921-03-16
        d4 Sent 1921-03-17
        --- 38 years ---
        d1 Printing 1959
        --- 10 years ---
        d2 Printing 1970
        --- 30 years ---
        d3 Printing 2000-08
    "#]],
    );
}

#[test]
fn t09_on_a_linear_axis_the_heart_of_it_is_one_bin() {
    check(
        &seed(),
        "axis=linear&scale=decade",
        expect![[r#"
        Years(10) [Sent, Mentioned, InNote, Printing]
        Sept 1917 – 1919: 0 +0 =2 | |[=0[=1 | |
        1920s: 7 +0 =2 |* |**=0]=1] |*** |
        1930s: 0 +0 =0 | | | |
        1940s: 0 +0 =0 | | | |
        1950s: 1 +0 =0 | | | |*
        1960s: 0 +0 =0 | | | |
        1970s: 1 +0 =0 | | | |*
        1980s: 0 +0 =0 | | | |
        1990s: 0 +0 =0 | | | |
        Jan–Aug 2000: 1 +0 =0 | | | |*
    "#]],
    );
}

#[test]
fn t09_an_opened_fold_shows_what_is_in_it() {
    check(
        &seed(),
        "open=1921-03-18",
        expect![[r#"
        Day [Sent, Mentioned, InNote, Printing]
        ~ 16 months ~: 0 +0 =1 | |[=0 | |
        ~ 23 months ~: 0 +0 =2 | |=0[=1 | |
        7 Dec 1920: 1 +0 =2 | |=0=1 |* |
        ~ 24 days ~: 0 +0 =2 | |=0=1] | |
        ~ 2 months ~: 0 +0 =1 | |=0 | |
        14 Mar 1921: 1 +0 =1 | |=0 |* |
        15 Mar 1921: 2 +0 =1 | |*=0 |* |
        16 Mar 1921: 2 +0 =1 | |*=0 |* |
        17 Mar 1921: 1 +0 =1 |* |=0] | |
        18 Mar 1921 – 1924: 0 +0 =0 | | | |
        1925–1929: 0 +0 =0 | | | |
        1930–1934: 0 +0 =0 | | | |
        1935–1939: 0 +0 =0 | | | |
        1940–1944: 0 +0 =0 | | | |
        1945–1949: 0 +0 =0 | | | |
        1950–1954: 0 +0 =0 | | | |
        1955–1958: 0 +0 =0 | | | |
        1959: 1 +0 =0 | | | |*
        ~ 10 years ~: 0 +0 =0 | | | |
        1970: 1 +0 =0 | | | |*
        ~ 30 years ~: 0 +0 =0 | | | |
        Aug 2000: 1 +0 =0 | | | |*
    "#]],
    );
}

#[test]
fn t03_a_chosen_width_holds() {
    check(
        &seed(),
        "scale=year",
        expect![[r#"
        Years(1) [Sent, Mentioned, InNote, Printing]
        Sept–Dec 1917: 0 +0 =1 | |[=0 | |
        1918: 0 +0 =1 | |=0 | |
        1919: 0 +0 =2 | |=0[=1 | |
        1920: 1 +0 =2 | |=0=1] |* |
        1921: 6 +0 =1 |* |**=0] |*** |
        ~ 37 years ~: 0 +0 =0 | | | |
        1959: 1 +0 =0 | | | |*
        ~ 10 years ~: 0 +0 =0 | | | |
        1970: 1 +0 =0 | | | |*
        ~ 29 years ~: 0 +0 =0 | | | |
        Jan–Aug 2000: 1 +0 =0 | | | |*
    "#]],
    );
    check(
        &seed(),
        "from=1921-03&to=1921-03&axis=linear&scale=week",
        expect![[r#"
        Week [Sent, Mentioned, InNote]
        1–6 Mar 1921: 0 +0 =1 | |=0 |
        7–13 Mar 1921: 0 +0 =1 | |=0 |
        14–20 Mar 1921: 6 +0 =1 |* |**=0] |***
        21–27 Mar 1921: 0 +0 =0 | | |
        28–31 Mar 1921: 0 +0 =0 | | |
    "#]],
    );
}

#[test]
fn t03_a_width_too_fine_for_the_range_gives_way() {
    let shown = timeline(&seed(), &TimelineState::parse("axis=linear&scale=day"), 60);
    assert!(shown.too_fine);
    assert_eq!(shown.width, Width::Quarter);
}

#[test]
fn t01_a_date_known_to_the_month_is_spread_over_it() {
    let of = |fragment: &str, edtf: &str| moment("a", MomentKind::Sent, fragment, edtf);
    let library = library(vec![
        of("d1", "1877-02-03"),
        of("d2", "1877-02"),
        of("d3", "1877-02-26"),
        of("d4", "[1877-02-25..1877-02-28]"),
    ]);
    check(
        &library,
        "scale=week&axis=linear",
        expect![[r#"
        Week [Sent]
        1–4 Feb 1877: 1 +1 =0 |*[?0
        5–11 Feb 1877: 0 +1 =0 |?0
        12–18 Feb 1877: 0 +1 =0 |?0
        19–25 Feb 1877: 0 +2 =0 |?0[?1
        26–28 Feb 1877: 1 +2 =0 |*?0]?1]
    "#]],
    );
    check(
        &library,
        "scale=month",
        expect![[r#"
        Month [Sent]
        Feb 1877: 4 +0 =0 |***
    "#]],
    );
}

#[test]
fn t00_kinds_switch_off() {
    check(
        &seed(),
        "kinds=sent,note",
        expect![[r#"
        Day [Sent, InNote]
        7 Dec 1920: 1 +0 =0 | |*
        ~ 3 months ~: 0 +0 =0 | |
        14 Mar 1921: 1 +0 =0 | |*
        15 Mar 1921: 1 +0 =0 | |*
        16 Mar 1921: 1 +0 =0 | |*
        17 Mar 1921: 1 +0 =0 |* |
    "#]],
    );
    list(
        &seed(),
        "kinds=sent,note",
        expect![[r#"
        d10 InNote 1920-12-07
        --- 3 months ---
        d11 InNote 1921-03-14
        d9 InNote 1921-03-15
        d12 InNote 1921-03-16
        d4 Sent 1921-03-17
    "#]],
    );
    let shown = timeline(&seed(), &TimelineState::parse("kinds="), 60);
    assert_eq!((shown.columns.len(), shown.rows.len(), shown.kinds), (0, 0, [1, 0, 4, 4, 3]));
}
