use super::{Column, Period, RegisterState, Role, Row, Sort, register_page};
use crate::fixture::{EN, library};
use edition::EntryKind;
use expect_test::{Expect, expect};

/// The rows of a register for a query of an address, one a line.
fn show(kind: EntryKind, query: &str) -> String {
    let library = library();
    let state = RegisterState::from_query(query);
    let page = register_page(&library, kind, &state, &index::fold(&state.query), EN);
    let mut lines = String::new();
    for group in &page.groups {
        if let Some(initial) = group.initial {
            lines.push_str(&format!("{initial}\n"));
        }
        for row in &group.rows {
            match row {
                Row::Entry(row) => {
                    let found_by = row.found_by.map(|name| format!(" (also {name})")).unwrap_or_default();
                    lines.push_str(&format!(
                        "  {}{found_by} | {} | {} {} {} | {}\n",
                        row.entry.sort_name, row.dates, row.sent, row.received, row.mentioned, row.years
                    ));
                }
                Row::See { heading, entry } => {
                    lines.push_str(&format!("  {heading}, see {}\n", entry.sort_name))
                }
            }
        }
    }
    lines.push_str(&format!("{} of {}, {} more\n", page.found, page.total, page.unmentioned));
    lines
}

fn check(query: &str, expected: Expect) {
    expected.assert_eq(&show(EntryKind::Person, query));
}

#[test]
fn i1_columns_and_initials() {
    check(
        "",
        expect![[r#"
            B
              Brandt, Caroline, see Weber, Caroline
            G
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
            H
              Henslow, John Stevens | 1796–1861 | 0 1 0 | 1833
            O
              Ørsted, Hans Christian | 1777–1851 | 0 1 0 | 1833
            S
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
            W
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
              Weber, Caroline | 1794–1852 | 1 1 2 | 1811–1817
            6 of 6, 1 more
        "#]],
    );
}

#[test]
fn i1_sorted_by_each_column() {
    check(
        "sort=-sent",
        expect![[r#"
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
              Weber, Caroline | 1794–1852 | 1 1 2 | 1811–1817
              Henslow, John Stevens | 1796–1861 | 0 1 0 | 1833
              Ørsted, Hans Christian | 1777–1851 | 0 1 0 | 1833
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
            6 of 6, 1 more
        "#]],
    );
    check(
        "sort=-mentioned",
        expect![[r#"
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
              Weber, Caroline | 1794–1852 | 1 1 2 | 1811–1817
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
              Henslow, John Stevens | 1796–1861 | 0 1 0 | 1833
              Ørsted, Hans Christian | 1777–1851 | 0 1 0 | 1833
            6 of 6, 1 more
        "#]],
    );
    check(
        "sort=dates",
        expect![[r#"
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
              Ørsted, Hans Christian | 1777–1851 | 0 1 0 | 1833
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
              Weber, Caroline | 1794–1852 | 1 1 2 | 1811–1817
              Henslow, John Stevens | 1796–1861 | 0 1 0 | 1833
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
            6 of 6, 1 more
        "#]],
    );
    check(
        "sort=-years",
        expect![[r#"
              Henslow, John Stevens | 1796–1861 | 0 1 0 | 1833
              Ørsted, Hans Christian | 1777–1851 | 0 1 0 | 1833
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
              Weber, Caroline | 1794–1852 | 1 1 2 | 1811–1817
            6 of 6, 1 more
        "#]],
    );
    check(
        "sort=-name",
        expect![[r#"
            W
              Weber, Caroline | 1794–1852 | 1 1 2 | 1811–1817
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
            S
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
            O
              Ørsted, Hans Christian | 1777–1851 | 0 1 0 | 1833
            H
              Henslow, John Stevens | 1796–1861 | 0 1 0 | 1833
            G
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
            B
              Brandt, Caroline, see Weber, Caroline
            6 of 6, 1 more
        "#]],
    );
}

#[test]
fn i1_filters() {
    check(
        "role=mentioned",
        expect![[r#"
            S
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
            1 of 6, 1 more
        "#]],
    );
    check(
        "role=sender&period=183X",
        expect![[r#"
            G
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
            W
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
            2 of 6, 1 more
        "#]],
    );
    check(
        "identified=yes",
        expect![[r#"
            W
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
            1 of 6, 1 more
        "#]],
    );
    check(
        "all=yes&q=named",
        expect![[r#"
              Named, Nobody | 1700–1750 | 0 0 0 | 
            1 of 6, 1 more
        "#]],
    );
}

#[test]
fn i1_filters_say_how_many_they_would_show() {
    let library = library();
    let state = RegisterState { role: Role::Recipient, ..RegisterState::default() };
    let page = register_page(&library, EntryKind::Person, &state, "", EN);
    assert_eq!(page.found, 5);
    assert_eq!(
        page.roles,
        [(Role::Any, 6), (Role::Sender, 3), (Role::Recipient, 5), (Role::MentionedOnly, 1)]
    );
    for (role, count) in page.roles {
        let state = RegisterState { role, ..RegisterState::default() };
        assert_eq!(register_page(&library, EntryKind::Person, &state, "", EN).found, count, "{role:?}");
    }
    for (period, count) in page.periods {
        let state = RegisterState { period: Some(period), ..state.clone() };
        assert_eq!(register_page(&library, EntryKind::Person, &state, "", EN).found, count, "{period:?}");
    }
    for (wanted, count) in page.identified {
        let state = RegisterState { identified: Some(wanted), ..state.clone() };
        assert_eq!(register_page(&library, EntryKind::Person, &state, "", EN).found, count, "{wanted}");
    }
}

#[test]
fn i2_a_former_name_finds_the_entry() {
    check(
        "q=Caroline+Brandt",
        expect![[r#"
              Weber, Caroline (also Caroline Brandt) | 1794–1852 | 1 1 2 | 1811–1817
            1 of 6, 1 more
        "#]],
    );
    check(
        "q=brandt",
        expect![[r#"
              Weber, Caroline (also Caroline Brandt) | 1794–1852 | 1 1 2 | 1811–1817
            1 of 6, 1 more
        "#]],
    );
}

#[test]
fn i2_fragments_in_any_order_without_case_and_marks() {
    check(
        "q=maria+web",
        expect![[r#"
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
            1 of 6, 1 more
        "#]],
    );
    check(
        "q=GROSS",
        expect![[r#"
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
            1 of 6, 1 more
        "#]],
    );
    check(
        "q=gro%C3%9F",
        expect![[r#"
              Groß, Friederike | 1770–1840 | 1 1 3 | 1811–1833
            1 of 6, 1 more
        "#]],
    );
    check(
        "q=%C3%B6rsted",
        expect![[r#"
              Ørsted, Hans Christian | 1777–1851 | 0 1 0 | 1833
            1 of 6, 1 more
        "#]],
    );
}

#[test]
fn i2_initials_stand_for_names() {
    for query in ["J.+S.+Henslow", "J.S.+Henslow", "JS+Henslow", "henslow+j", "John+S.+Henslow"] {
        assert!(show(EntryKind::Person, &["q=", query].concat()).contains("Henslow, John"), "{query}");
    }
    for query in ["J.+J.+Henslow", "X.+Henslow"] {
        assert!(show(EntryKind::Person, &["q=", query].concat()).starts_with("0 of"), "{query}");
    }
}

#[test]
fn i2_names_that_begin_with_it_come_first_then_those_with_more_letters() {
    check(
        "q=we",
        expect![[r#"
              Weber, Carl Maria von | 1786–1826 | 2 1 2 | 1811–1833
              Weber, Caroline | 1794–1852 | 1 1 2 | 1811–1817
            2 of 6, 1 more
        "#]],
    );
    check(
        "q=s",
        expect![[r#"
              Schröder-Devrient, Wilhelmine | * 1804 | 0 0 1 | 1833
              Henslow, John Stevens | 1796–1861 | 0 1 0 | 1833
            2 of 6, 1 more
        "#]],
    );
}

#[test]
fn places_have_letters_sent_from_there() {
    expect![[r#"
        P
          Prague |  | 1 0 1 | 1817
        1 of 1, 0 more
    "#]]
    .assert_eq(&show(EntryKind::Place, ""));
}

#[test]
fn i7_the_state_stands_in_the_address_and_comes_back() {
    let states = [
        RegisterState::default(),
        RegisterState {
            query: "J. S. & Ödön 100 %".to_owned(),
            role: Role::MentionedOnly,
            period: Some(Period::Decade(1920)),
            identified: Some(false),
            sort: Some(Sort { column: Column::Years, descending: true }),
            all: true,
        },
        RegisterState { period: Some(Period::Century(-100)), ..RegisterState::default() },
        RegisterState { query: " ".to_owned(), ..RegisterState::default() },
    ];
    for state in states {
        assert_eq!(RegisterState::from_query(&state.to_query()), state, "{}", state.to_query());
    }
    assert_eq!(RegisterState::default().to_query(), "");
    for foreign in [
        "role=king&period=soon&identified=perhaps&sort=size&all=",
        "&&=&%",
        "period=99999999999X",
        "view=table",
    ] {
        assert_eq!(RegisterState::from_query(foreign), RegisterState::default(), "{foreign}");
    }
}

#[test]
fn i7_a_header_sorts_and_the_next_press_turns_it_round() {
    let by_name = RegisterState::default();
    let by_sent = by_name.sorted_by(Column::Sent);
    assert_eq!(by_sent.sort, Some(Sort { column: Column::Sent, descending: true }));
    assert_eq!(by_sent.sorted_by(Column::Sent).sort, Some(Sort { column: Column::Sent, descending: false }));
    assert_eq!(by_name.sorted_by(Column::Name).sort, Some(Sort { column: Column::Name, descending: true }));
    assert_eq!(by_sent.sorted_by(Column::Name).sort, None);
    let found = RegisterState { query: "x".to_owned(), ..RegisterState::default() };
    assert_eq!(found.order(), None);
    assert_eq!(found.sorted_by(Column::Name).sort, Some(Sort { column: Column::Name, descending: false }));
}
