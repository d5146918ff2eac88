use dates::{Bounds, Calendar, Certainty, DateForm, Language, bounds, display, names, parse_edtf};
use edition::{ActionKind, CorrespAction, CorrespDesc, EntryKind, Joint, Letter, Mention, Origin, Witness};
use expect_test::{Expect, expect};
use index::{Excerpt, Moment, MomentKind, Setting};

use super::{
    Length, Picked, Row, Stretch, Timeline, TimelineState, Width, correspondents, parse_period, timeline,
};
use crate::Library;

fn moment(letter: &str, kind: MomentKind, fragment: &str, edtf: &str) -> Moment {
    let meaning = parse_edtf(edtf).ok();
    Moment {
        kind,
        letter: letter.into(),
        fragment: fragment.into(),
        setting: Setting::Text,
        as_written: edtf.into(),
        excerpt: Excerpt::default(),
        bounds: meaning.as_ref().map_or_else(Bounds::default, bounds),
        meaning,
        origin: Origin::Source,
        certainty: Certainty::High,
        rule: None,
        anchor: None,
        duration: None,
        calendar: Calendar::default(),
        original: None,
        reason: None,
    }
}

fn library(mut moments: Vec<Moment>) -> Library {
    moments.sort_by_key(|moment| {
        let first = moment.bounds.earliest.or(moment.bounds.latest);
        (first.is_none(), first, moment.bounds.latest)
    });
    let mut library = Library::default();
    library.indexes.chronology = moments;
    library
}

/// The thirteen dates of the letter to Joffe.
fn seed() -> Library {
    let of = |kind, fragment: &str, edtf: &str| moment("joffe", kind, fragment, edtf);
    use MomentKind::{InNote, Mentioned, Printing, Sent};
    library(vec![
        of(Printing, "d1", "1959"),
        of(Printing, "d2", "1970"),
        of(Printing, "d3", "2000-08"),
        of(Sent, "d4", "1921-03-17"),
        of(Mentioned, "d5", "1921-03-15"),
        of(Mentioned, "d6", "1919/1920"),
        of(Mentioned, "d7", "1917-09~/1921-03-17"),
        of(Mentioned, "d8", "1921-03-16"),
        of(InNote, "d9", "1921-03-15"),
        of(InNote, "d10", "1920-12-07"),
        of(InNote, "d11", "1921-03-14"),
        of(InNote, "d12", "1921-03-16"),
    ])
}

fn words(stretch: Stretch) -> String {
    display(&stretch.name(), names(Language::En), DateForm::Short)
}

fn length(length: Length) -> String {
    match length {
        Length::Days(days) => format!("{days} days"),
        Length::Months(months) => format!("{months} months"),
        Length::Years(years) => format!("{years} years"),
    }
}

/// One line a column: what it is, its numbers, and in each lane the marks and bars.
fn axis(timeline: &Timeline) -> String {
    let mut out = format!(
        "{:?}{} {:?}\n",
        timeline.width,
        if timeline.too_fine { " (too fine)" } else { "" },
        timeline.lanes
    );
    for column in &timeline.columns {
        let name = match column.stretch() {
            Some(stretch) if column.is_break() => format!("~ {} ~", length(stretch.length())),
            Some(stretch) => words(stretch),
            None => "undated".to_owned(),
        };
        out.push_str(&format!("{name}: {} +{} ={}", column.certain, column.possible, column.lasting));
        for cell in &column.cells {
            out.push_str(" |");
            out.push_str(&"*".repeat(cell.marks.len()));
            for bar in &cell.bars {
                let (open, close) = (if bar.begins { "[" } else { "" }, if bar.ends { "]" } else { "" });
                out.push_str(&format!("{open}{}{}{close}", if bar.lasts { "=" } else { "?" }, bar.row));
            }
        }
        out.push_str(if column.picked { " picked\n" } else { "\n" });
    }
    out
}

fn check(library: &Library, query: &str, expected: Expect) {
    expected.assert_eq(&axis(&timeline(library, &TimelineState::parse(query), 60)));
}

fn list(library: &Library, query: &str, expected: Expect) {
    let timeline = timeline(library, &TimelineState::parse(query), 60);
    let mut out = String::new();
    for row in &timeline.rows {
        out.push_str(&match row {
            Row::Moment(at) => {
                let moment = &library.indexes.chronology[*at];
                let current = if timeline.current == Some(*at) { " (here)" } else { "" };
                format!("{} {:?} {}{current}\n", moment.fragment, moment.kind, moment.as_written)
            }
            Row::Gap(gap) => format!("--- {} ---\n", length(*gap)),
            Row::Undated => "--- undated ---\n".to_owned(),
        });
    }
    if timeline.rest > 0 {
        out.push_str(&format!("and {} more\n", timeline.rest));
    }
    expected.assert_eq(&out);
}

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
        Sept 1917 – Dec 1919: 0 +0 =2 | |[=0[=1 | |
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
        18 Mar 1921 – 31 Dec 1924: 0 +0 =0 | | | |
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

#[test]
fn t02_what_has_no_date_stands_at_the_end() {
    let mut moments = seed().indexes.chronology;
    moments.push(moment("bare", MomentKind::Sent, "p1", "no date"));
    let library = library(moments);
    let shown = timeline(&library, &TimelineState::default(), 60);
    assert!(shown.columns.last().is_some_and(|column| column.piece.is_none() && column.certain == 1));
    list(
        &library,
        "bin=undated",
        expect![[r#"
        --- undated ---
        p1 Sent no date
    "#]],
    );
}

#[test]
fn t07_ten_before_and_after() {
    let mut moments: Vec<Moment> = (1..=28)
        .map(|day| moment(&format!("l{day}"), MomentKind::Sent, "d1", &format!("1850-02-{day:02}")))
        .collect();
    moments.push(moment("l14", MomentKind::InNote, "d2", "1850-02-14"));
    let library = library(moments);
    let shown = timeline(&library, &TimelineState::parse("around=l14"), 60);
    assert_eq!(shown.rows.len(), 21);
    let days: Vec<String> = shown
        .rows
        .iter()
        .filter_map(|row| match row {
            Row::Moment(at) => Some(library.indexes.chronology[*at].letter.as_str().to_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(
        (days.first().map(String::as_str), days.last().map(String::as_str)),
        (Some("l4"), Some("l24"))
    );
    assert_eq!(shown.current.map(|at| library.indexes.chronology[at].letter.as_str()), Some("l14"));
    // A single letter: among whatever dates there are.
    list(
        &seed(),
        "around=joffe&kinds=sent,note",
        expect![[r#"
        d10 InNote 1920-12-07
        --- 3 months ---
        d11 InNote 1921-03-14
        d9 InNote 1921-03-15
        d12 InNote 1921-03-16
        d4 Sent 1921-03-17 (here)
    "#]],
    );
}

#[test]
fn t06_lanes_of_a_correspondent() {
    let mention = |id: &str| Mention {
        id: "m1".into(),
        kind: EntryKind::Person,
        as_written: id.into(),
        targets: vec![id.into()],
        joint: Joint::And,
        origin: Origin::Editor,
        certainty: Certainty::High,
        reason: None,
        expansion: None,
        implied: false,
        span: source::Span::default(),
    };
    let letter = |id: &str, from: &str, to: &str| {
        let action = |kind, who: &str| CorrespAction {
            kind,
            correspondents: vec![mention(who)],
            place: None,
            dating: None,
        };
        Letter {
            id: id.into(),
            language: "en".into(),
            corresp: CorrespDesc {
                actions: vec![action(ActionKind::Sent, from), action(ActionKind::Received, to)],
                replies_to: Vec::new(),
            },
            witness: Witness::default(),
            text: Vec::new(),
            notes: Vec::new(),
            first_page: None,
        }
    };
    let mut library = library(vec![
        moment("one", MomentKind::Sent, "d1", "1850-01-01"),
        moment("one", MomentKind::Mentioned, "d2", "1850-01-02"),
        moment("two", MomentKind::Sent, "d1", "1850-01-03"),
        moment("three", MomentKind::Sent, "d1", "1850-01-04"),
    ]);
    library.edition.letters =
        vec![letter("one", "ada", "bob"), letter("two", "bob", "ada"), letter("three", "bob", "cid")];
    check(
        &library,
        "with=ada",
        expect![[r#"
        Day [From, To, Mentioned]
        1 Jan 1850: 1 +0 =0 |* | |
        2 Jan 1850: 1 +0 =0 | | |*
        3 Jan 1850: 1 +0 =0 | |* |
    "#]],
    );
    check(
        &library,
        "with=nobody",
        expect![[r#"
        Day []
    "#]],
    );
    assert_eq!(correspondents(&library).len(), 0, "the register is empty");
}

#[test]
fn t04_steps() {
    let library = seed();
    let walk = |query: &str, step: &dyn Fn(&Timeline, &TimelineState) -> TimelineState| {
        let state = TimelineState::parse(query);
        step(&timeline(&library, &state, 60), &state).query()
    };
    // Into a fold, into a year, into a day.
    assert_eq!(walk("", &|t, s| t.enter(s, 0)), "open=1917-09-01");
    assert_eq!(walk("scale=year", &|t, s| t.enter(s, 4)), "from=1921-01-01&to=1921-12-31");
    assert_eq!(walk("", &|t, s| t.enter(s, 5)), "bin=1921-03-14");
    // Picking again lets go; a range in either order.
    assert_eq!(walk("bin=1921-03-14", &|t, s| t.pick(s, 5, 5)), "");
    assert_eq!(walk("", &|t, s| t.pick(s, 7, 5)), "bin=1921-03-14..1921-03-16");
    assert_eq!(
        walk("bin=1921-03-14..1921-03-16", &|t, s| t.enter_picked(s)),
        "from=1921-03-14&to=1921-03-16"
    );
    // Up: the pick, the folds, then what holds more.
    let up = |query: &str| TimelineState::parse(query).up(&library).query();
    assert_eq!(
        up("from=1921-03-14&to=1921-03-14&open=1921-03-18&bin=1921"),
        "from=1921-03-14&to=1921-03-14&open=1921-03-18"
    );
    assert_eq!(up("from=1921-03-14&to=1921-03-14&open=1921-03-18"), "from=1921-03-14&to=1921-03-14");
    assert_eq!(up("from=1921-03-14&to=1921-03-14"), "from=1921-03-01&to=1921-03-31");
    assert_eq!(up("from=1959&to=1959"), "from=1900-01-01&to=1999-12-31");
    assert_eq!(up("from=1900&to=1999"), "");
}

#[test]
fn t08_every_query_is_a_state() {
    for query in [
        "from=1921-03&to=1921-03-17&kinds=sent,note&scale=5y&axis=linear&open=1921-03-18,1960-01-01&bin=1921-03&table=1&with=joffe&around=x&list=all",
        "bin=undated",
        "bin=1921-03-14..1921-03-16",
        "kinds=",
        "from=-0043",
        "",
    ] {
        assert_eq!(TimelineState::parse(query).query(), query);
    }
    for nonsense in [
        "from=&to=x&&=&scale=eon&open=,,&bin=9..1&kinds=what",
        "from=1921-13",
        "%%%",
        "bin=1921-03-16..1921-03-14",
    ] {
        let state = TimelineState::parse(nonsense);
        assert_eq!(TimelineState::parse(&state.query()), state);
        let _ = timeline(&seed(), &state, 60);
    }
}

#[test]
fn periods_as_typed() {
    let day = |text: &str| parse_period(text).map(|period| (period.first, period.last));
    for (text, same) in [
        ("1921", "1921-01-01..1921-12-31"),
        ("1921-3", "1921-03"),
        (" 1921-03-17 ", "1921-03-17"),
        ("17.3.1921", "1921-03-17"),
        ("3.1921", "1921-03"),
        ("−44", "-0044"),
    ] {
        assert_eq!(day(text), super::period::parse_stretch(same).map(|s| (s.first, s.last)), "{text}");
    }
    for text in
        ["", "-", "1921-", "1921-13", "1921-02-30", "1921-03-17-1", "march", "1234567", "19 21", "0x1", "+5"]
    {
        assert_eq!(day(text), None, "{text}");
    }
}

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
            23 Jun 5877642 B.C. – 31 Dec 5000002 B.C.: 1 +1 =0 |*[?0
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
            1 Jan 5000000 – 11 Jul 5881580: 1 +0 =0 |*
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
            .indexes
            .chronology
            .iter()
            .filter(|moment| {
                let (Some(first), Some(last)) = (moment.bounds.earliest, moment.bounds.latest) else {
                    return false;
                };
                shown
                    .columns
                    .iter()
                    .filter_map(super::Column::stretch)
                    .any(|s| s.contains(Stretch { first: first.0, last: last.0 }))
            })
            .count();
        assert_eq!(usize::try_from(certain).ok(), Some(inside), "{scale}");
        for column in &shown.columns {
            let cells: u32 = column.cells.iter().map(|cell| cell.certain + cell.beside).sum();
            assert_eq!(cells, column.total(), "{scale}");
        }
        assert_eq!(shown.total, 10_000);
        assert_eq!((shown.rows.len(), shown.rest), (500, 9_500));
    }
}

#[test]
fn picked_bins_say_which_dates_are_listed() {
    list(
        &seed(),
        "bin=1921-03-15..1921-03-16",
        expect![[r#"
        d7 Mentioned 1917-09~/1921-03-17
        d5 Mentioned 1921-03-15
        d9 InNote 1921-03-15
        d8 Mentioned 1921-03-16
        d12 InNote 1921-03-16
    "#]],
    );
    let state = TimelineState::parse("bin=1921-03-15");
    assert_eq!(state.picked, Some(Picked::Days(Stretch { first: -17_824, last: -17_824 })));
}
