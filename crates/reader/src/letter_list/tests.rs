use super::{
    Facet, GroupHeading, Label, LetterList, ListOrder, ListState, Turn, choices, correspondence, letter_list,
};
use crate::timeline::Length;
use crate::{Library, fixture};
use bundle::{Manifest, Part, PartName};
use edition::{EntryKind, Origin};
use expect_test::{Expect, expect};
use index::{Catalogue, LetterRow, Party};

fn check(query: &str, expected: Expect) {
    let library = fixture::library();
    let state = ListState::from_query(query);
    assert_eq!(state.to_query(), query, "the state stands in the address");
    let list = letter_list(&library, &state);
    let id = |number: &u32| library.row(*number).map_or("", |row| row.id.as_str()).to_owned();
    let mut out = format!("{} of {}\n", list.found, list.total);
    for group in &list.groups {
        let heading = match group.heading {
            GroupHeading::Year(year) => year.map_or("undated".to_owned(), |year| year.to_string()),
            GroupHeading::Party(party) => party.unwrap_or("nobody").to_owned(),
        };
        let letters: Vec<String> = group.letters.iter().map(id).collect();
        out.push_str(&format!("{heading}: {}\n", letters.join(" ")));
    }
    for (facet, offered) in Facet::ALL.into_iter().zip(list.facets) {
        let all = choices(&library, &state, facet);
        assert_eq!(offered, all.len() > 1 || state.chosen(facet).is_some(), "{facet:?}");
        let choices = all.into_iter().map(|choice| {
            let label = match choice.label {
                Label::Name(name) => name.to_owned(),
                Label::Pair(one, other) => format!("{one} – {other}"),
                Label::Year(year) => year.to_string(),
            };
            format!("{label} ({})", choice.count)
        });
        out.push_str(&format!("{facet:?}: {}\n", choices.collect::<Vec<_>>().join("; ")));
    }
    expected.assert_eq(&out);
}

#[test]
fn all_letters_by_year_and_the_undated_last() {
    check(
        "",
        expect![[r#"
        4 of 4
        1811: one
        1817: two
        1833: three
        undated: four
        Sender: Groß, Friederike (1); Weber, Carl Maria von (2); Weber, Caroline (1)
        Recipient: Groß, Friederike (1); Henslow, John Stevens (1); Ørsted, Hans Christian (1); Weber, Carl Maria von (1); Weber, Caroline (1)
        Correspondence: Groß, Friederike – Henslow, John Stevens (1); Groß, Friederike – Ørsted, Hans Christian (1); Groß, Friederike – Weber, Carl Maria von (1); Weber, Carl Maria von – Weber, Caroline (2)
        Year: 1811 (1); 1817 (1); 1833 (1)
        Place: Prague (1)
        Language: en (4)
    "#]],
    );
}

#[test]
fn filters_narrow_and_the_counts_follow() {
    check(
        "from=weber",
        expect![[r#"
        2 of 4
        1811: one
        undated: four
        Sender: Groß, Friederike (1); Weber, Carl Maria von (2); Weber, Caroline (1)
        Recipient: Groß, Friederike (1); Weber, Caroline (1)
        Correspondence: Groß, Friederike – Weber, Carl Maria von (1); Weber, Carl Maria von – Weber, Caroline (1)
        Year: 1811 (1)
        Place: 
        Language: en (2)
    "#]],
    );
    check(
        "between=caroline+weber&year=1817",
        expect![[r#"
            1 of 4
            1817: two
            Sender: Weber, Caroline (1)
            Recipient: Weber, Carl Maria von (1)
            Correspondence: Weber, Carl Maria von – Weber, Caroline (1)
            Year: 1817 (1)
            Place: Prague (1)
            Language: en (1)
        "#]],
    );
}

#[test]
fn by_recipient_and_latest_first() {
    check(
        "sort=to",
        expect![[r#"
        4 of 4
        Groß, Friederike: one
        Henslow, John Stevens: three
        Weber, Carl Maria von: two
        Weber, Caroline: four
        Sender: Groß, Friederike (1); Weber, Carl Maria von (2); Weber, Caroline (1)
        Recipient: Groß, Friederike (1); Henslow, John Stevens (1); Ørsted, Hans Christian (1); Weber, Carl Maria von (1); Weber, Caroline (1)
        Correspondence: Groß, Friederike – Henslow, John Stevens (1); Groß, Friederike – Ørsted, Hans Christian (1); Groß, Friederike – Weber, Carl Maria von (1); Weber, Carl Maria von – Weber, Caroline (2)
        Year: 1811 (1); 1817 (1); 1833 (1)
        Place: Prague (1)
        Language: en (4)
    "#]],
    );
    check(
        "sort=latest",
        expect![[r#"
        4 of 4
        1833: three
        1817: two
        1811: one
        undated: four
        Sender: Groß, Friederike (1); Weber, Carl Maria von (2); Weber, Caroline (1)
        Recipient: Groß, Friederike (1); Henslow, John Stevens (1); Ørsted, Hans Christian (1); Weber, Carl Maria von (1); Weber, Caroline (1)
        Correspondence: Groß, Friederike – Henslow, John Stevens (1); Groß, Friederike – Ørsted, Hans Christian (1); Groß, Friederike – Weber, Carl Maria von (1); Weber, Carl Maria von – Weber, Caroline (2)
        Year: 1811 (1); 1817 (1); 1833 (1)
        Place: Prague (1)
        Language: en (4)
    "#]],
    );
}

#[test]
fn what_nobody_wrote_is_an_empty_list() {
    let library = fixture::library();
    for query in ["from=nobody", "year=x", "between=weber", "place=%ff", "sort=%", "&&=", "lang=xx"] {
        let list = letter_list(&library, &ListState::from_query(query));
        assert!(list.found == 0 || list.found == list.total, "{query}: {}", list.found);
    }
    assert_eq!(letter_list(&Library::default(), &ListState::default()), LetterList::default());
    assert_eq!(ListOrder::parse("nonsense"), ListOrder::Earliest);
}

#[test]
fn a_correspondence_goes_both_ways() {
    let library = fixture::library();
    let (weber, caroline) = ("weber".into(), "caroline".into());
    let both = correspondence(&library, &weber, &caroline).expect("they wrote to each other");
    let same = correspondence(&library, &caroline, &weber).expect("they wrote to each other");
    assert_eq!(both, same, "whoever is named first");
    let names: Vec<&str> = both.parties.iter().map(|party| &*party.name).collect();
    assert_eq!((names, both.counts), (vec!["Carl Maria von Weber", "Caroline Weber"], [1, 1]));
    assert_eq!(both.years, Some((1817, 1817)));
    let letters = both.turns.iter().filter(|turn| matches!(turn, Turn::Letter(..))).count();
    assert_eq!(letters, 2);
    assert!(correspondence(&library, &weber, &"prague".into()).is_none());
}

#[test]
fn a_correspondence_shows_its_gaps() {
    let party = |id: &str| Party {
        name: id.into(),
        sort_name: id.into(),
        entry: Some((EntryKind::Person, id.into())),
    };
    let row = |id: &str, from: u32, day: i32| LetterRow {
        id: id.into(),
        date: None,
        day: Some(day),
        years: None,
        senders: vec![(from, Origin::Source)],
        recipients: vec![(1 - from, Origin::Source)],
        place: None,
        language: 0,
        known_by: "".into(),
    };
    let catalogue = Catalogue {
        parties: vec![party("ada"), party("bob")],
        letters: vec![row("four", 0, 1800), row("one", 0, 0), row("two", 1, 366), row("three", 0, 733)],
        ..Catalogue::default()
    };
    let name = PartName { kind: "catalogue".into(), checksum: 0 };
    let mut library = Library::of(Manifest { catalogue: name.clone(), ..Manifest::default() });
    library.keep(name, Part::Catalogue(catalogue));
    let both = correspondence(&library, &"ada".into(), &"bob".into()).expect("they wrote to each other");
    // A year and a day is a gap, a year is none.
    let expected = [
        Turn::Letter(1, false),
        Turn::Letter(2, true),
        Turn::Gap(Length::Months(12)),
        Turn::Letter(3, false),
        Turn::Gap(Length::Years(3)),
        Turn::Letter(0, false),
    ];
    assert_eq!(both.turns, expected);
    assert_eq!(both.counts, [3, 1]);
}
