use super::*;

#[test]
fn t02_what_has_no_date_stands_at_the_end() {
    let mut moments = seed().moments().to_vec();
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
            Row::Moment(at) => Some(library.moments()[*at].letter.as_str().to_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(
        (days.first().map(String::as_str), days.last().map(String::as_str)),
        (Some("l4"), Some("l24"))
    );
    assert_eq!(shown.current.map(|at| library.moments()[at].letter.as_str()), Some("l14"));
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
    let party = |id: &str| Party {
        name: id.into(),
        sort_name: id.into(),
        entry: Some((EntryKind::Person, id.into())),
    };
    let row = |id: &str, from: u32, to: u32| LetterRow {
        id: id.into(),
        date: None,
        day: None,
        years: None,
        senders: vec![(from, Origin::Source)],
        recipients: vec![(to, Origin::Source)],
        place: None,
        language: 0,
        known_by: "".into(),
    };
    let mut library = library(vec![
        moment("one", MomentKind::Sent, "d1", "1850-01-01"),
        moment("one", MomentKind::Mentioned, "d2", "1850-01-02"),
        moment("two", MomentKind::Sent, "d1", "1850-01-03"),
        moment("three", MomentKind::Sent, "d1", "1850-01-04"),
    ]);
    let catalogue = Catalogue {
        parties: vec![party("ada"), party("bob"), party("cid")],
        letters: vec![row("one", 0, 1), row("two", 1, 0), row("three", 1, 2)],
        ..Catalogue::default()
    };
    library.keep(name("catalogue"), Part::Catalogue(catalogue));
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
    let people: Vec<&str> = correspondents(&library).map(|(id, _)| id.as_str()).collect();
    assert_eq!(people, ["ada", "bob", "cid"]);
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
        assert_eq!(day(text), super::super::period::parse_stretch(same).map(|s| (s.first, s.last)), "{text}");
    }
    for text in
        ["", "-", "1921-", "1921-13", "1921-02-30", "1921-03-17-1", "march", "1234567", "19 21", "0x1", "+5"]
    {
        assert_eq!(day(text), None, "{text}");
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

#[test]
fn t01_a_side_that_is_cut_by_a_month_or_year_has_no_day() {
    for (from, to, expected) in [
        ("1892-02-21", "1989", "21 Feb 1892 – 1989"),
        ("1870", "1872", "1870–1872"),
        ("1870-01-01", "1871-03-15", "1870 – 15 Mar 1871"),
        ("1892-02-21", "1892-12-31", "21 Feb – Dec 1892"),
        ("1892-02-21", "1892-02-29", "21–29 Feb 1892"),
        ("1892-02", "1892-02", "Feb 1892"),
        ("1892-02-01", "1892-02-07", "1–7 Feb 1892"),
        ("1890", "1899", "1890s"),
    ] {
        let stretch = parse_period(from).zip(parse_period(to)).map(|(from, to)| from.with(to));
        assert_eq!(stretch.map(words).as_deref(), Some(expected), "{from} {to}");
    }
}
