use super::{EntryPage, Mentions, count, entry_page};
use crate::fixture::{self, EN, library};
use expect_test::{Expect, expect};

fn lines(title: &str, page: &[Mentions<'_>]) -> String {
    let mut lines = String::new();
    for mentions in page {
        let names = |partners: &[crate::Partner<'_>]| {
            partners.iter().map(|partner| partner.name).collect::<Vec<_>>().join(" and ")
        };
        let letter = &mentions.letter;
        lines.push_str(&format!(
            "{title}: {} from {} to {}\n",
            letter.date,
            names(&letter.senders),
            names(&letter.recipients)
        ));
        for place in &mentions.places {
            let note = place.note.map(|label| format!(" (note {label})")).unwrap_or_default();
            let excerpt = place.excerpt;
            lines.push_str(&format!(
                "  #{}: {}<{}>{}{note}\n",
                place.fragment, excerpt.before, excerpt.words, excerpt.after
            ));
        }
    }
    lines
}

fn show(page: &EntryPage<'_>) -> String {
    let mut text = format!("{} {}\n", page.entry.name, page.dates);
    for (title, letters) in [("sent", &page.sent), ("received", &page.received)] {
        for line in letters {
            let partners = line.senders.iter().chain(&line.recipients).map(|partner| partner.name);
            let part =
                line.part.map(|part| format!(" [{:?} {}]", part.origin, part.reason.unwrap_or_default()));
            text.push_str(&format!(
                "{title}: {} {}{}\n",
                line.date,
                partners.collect::<Vec<_>>().join(", "),
                part.unwrap_or_default()
            ));
        }
    }
    text.push_str(&lines("text", &page.in_text));
    text.push_str(&lines("notes", &page.in_notes));
    text.push_str(&lines("imprint", &page.in_imprint));
    for relation in &page.relations {
        let names: Vec<&str> = relation.entries.iter().map(|entry| &*entry.name).collect();
        text.push_str(&format!("{:?}: {}\n", relation.kind, names.join(", ")));
    }
    for link in &page.authorities {
        text.push_str(&format!("{}: {}\n", link.file, link.href.as_deref().unwrap_or("no address")));
    }
    for year in page.years.counts.iter().filter(|year| year.all() > 0) {
        text.push_str(&format!("{}: {} {} {}\n", year.from, year.sent, year.received, year.mentioned));
    }
    let undated = &page.years.undated;
    text.push_str(&format!("undated: {} {} {}\n", undated.sent, undated.received, undated.mentioned));
    text
}

fn check(id: &str, expected: Expect) {
    let library = library();
    let page = entry_page(&library, &id.into(), EN);
    expected.assert_eq(&page.as_ref().map(show).unwrap_or_default());
}

#[test]
fn i4_letters_and_mentions_with_dates_partners_and_sentences() {
    check(
        "gross",
        expect![[r#"
        Friederike Groß 1770–1840
        sent: 1833 John Stevens Henslow, Hans Christian Ørsted [Editor ]
        received: 1811 Carl Maria von Weber [Editor ]
        text: 1817 from Caroline Weber to Carl Maria von Weber
          #m2: I have seen <Madame Groß> at Prag.
        notes: 1817 from Caroline Weber to Carl Maria von Weber
          #m4: <Friederike Groß> sang in his opera. (note 1)
          #m6: <She> was late. (note 1)
        1811: 0 1 0
        1817: 0 0 3
        1833: 1 0 0
        undated: 0 0 0
    "#]],
    );
    check(
        "weber",
        expect![[r#"
        Carl Maria von Weber 1786–1826
        sent: 1811 Friederike Groß [Editor ]
        sent:  Caroline Weber [Editor ]
        received: 1817 Caroline Weber [Editor ]
        text: 1817 from Caroline Weber to Carl Maria von Weber
          #m1: Dear <Weber>.
        text: 1833 from Friederike Groß to John Stevens Henslow and Hans Christian Ørsted
          #m1: Of <Weber> nothing remains, of Madame Schröder a song.
        Offices: Kapellmeister at Dresden
        Works: Der Freischütz
        GND: https://d-nb.info/gnd/118629662
        letters: no address
        1811: 1 0 0
        1817: 0 1 1
        1833: 0 0 1
        undated: 1 0 0
    "#]],
    );
    check(
        "caroline",
        expect![[r#"
        Caroline Weber 1794–1852
        sent: 1817 Carl Maria von Weber [Editor ]
        received:  Carl Maria von Weber [Editor ]
        text: 1811 from Carl Maria von Weber to Friederike Groß
          #m1: <Miss Brandt> sings.
        imprint: 1817 from Caroline Weber to Carl Maria von Weber
          #m9: <Caroline Brandt>
        1811: 0 0 1
        1817: 1 0 1
        undated: 0 1 0
    "#]],
    );
}

#[test]
fn i4_a_place_says_who_puts_the_letter_there() {
    check(
        "prague",
        expect![[r#"
        Prague 
        sent: 1817 Caroline Weber, Carl Maria von Weber [Machine the theatre is meant]
        text: 1817 from Caroline Weber to Carl Maria von Weber
          #m3: I have seen Madame Groß at <Prag>.
        1817: 1 0 1
        undated: 0 0 0
    "#]],
    );
}

#[test]
fn i4_what_belongs_together_is_shown_on_both_sides() {
    check(
        "kapellmeister",
        expect![[r#"
        Kapellmeister at Dresden 
        Holder: Carl Maria von Weber
        undated: 0 0 0
    "#]],
    );
    check(
        "opera",
        expect![[r#"
        Der Freischütz 1821
        notes: 1817 from Caroline Weber to Carl Maria von Weber
          #m5: Friederike Groß sang in <his opera>. (note 1)
        Author: Carl Maria von Weber
        1817: 0 0 1
        undated: 0 0 0
    "#]],
    );
}

#[test]
fn i5_counts_equal_the_lists_and_the_years() {
    let library = library();
    let edition = fixture::edition();
    let indexes = index::build(&edition);
    for (entry, record) in edition.register.entries.iter().zip(&indexes.entries) {
        let Some(page) = entry_page(&library, &entry.id, EN) else {
            panic!("{} is in the register", entry.id)
        };
        let years = || page.years.counts.iter().chain([&page.years.undated]);
        assert_eq!(page.sent.len(), record.sent.len(), "{}", entry.id);
        assert_eq!(page.received.len(), record.received.len(), "{}", entry.id);
        assert_eq!(page.mentioned(), record.occurrences.len(), "{}", entry.id);
        assert_eq!(page.mentioned(), count(&page.in_text) + count(&page.in_notes) + count(&page.in_imprint));
        assert_eq!(years().map(|year| year.sent).sum::<usize>(), page.sent.len(), "{}", entry.id);
        assert_eq!(years().map(|year| year.received).sum::<usize>(), page.received.len(), "{}", entry.id);
        assert_eq!(years().map(|year| year.mentioned).sum::<usize>(), page.mentioned(), "{}", entry.id);
    }
}

#[test]
fn an_unknown_identifier_has_no_page() {
    assert!(entry_page(&library(), &"xyz".into(), EN).is_none());
}

#[test]
fn an_identifier_with_other_characters_makes_no_address() {
    let authority = |name: &str, id: &str| edition::Authority { name: name.into(), id: id.into() };
    let href = |name, id| super::link(&authority(name, id)).href;
    assert_eq!(href("wikidata", "Q649").as_deref(), Some("https://www.wikidata.org/wiki/Q649"));
    assert_eq!(href("geonames", "524901").as_deref(), Some("https://www.geonames.org/524901/"));
    for (name, id) in [("wikidata", "../x"), ("viaf", ""), ("gnd", "1\"onclick"), ("diary", "7")] {
        assert_eq!(href(name, id), None, "{name} {id}");
    }
}

#[test]
fn an_address_is_a_link_that_is_called_by_its_file() {
    let authority = |name: &str, id: &str| edition::Authority { name: name.into(), id: id.into() };
    let all = [
        authority("gnd", "118840819"),
        authority("diary", "https://diary.example/person_7.html"),
        authority("pmb", "https://pmb.example/entity/2167/"),
        authority("pmb", "https://pmb.example/entity/162012/"),
        authority("pmb", "https://pmb.example/a b"),
        authority("pmb", "javascript:alert(1)//https://pmb.example"),
    ];
    let links: Vec<_> = all.iter().map(super::link).collect();
    let shown: Vec<_> = links.iter().map(|link| (link.label(&links), link.href.as_deref())).collect();
    let shown: Vec<_> = shown.iter().map(|(label, href)| (&**label, *href)).collect();
    assert_eq!(
        shown,
        [
            ("GND 118840819", Some("https://d-nb.info/gnd/118840819")),
            ("diary", Some("https://diary.example/person_7.html")),
            ("pmb 2167", Some("https://pmb.example/entity/2167/")),
            ("pmb 162012", Some("https://pmb.example/entity/162012/")),
            ("pmb https://pmb.example/a b", None),
            ("pmb javascript:alert(1)//https://pmb.example", None),
        ]
    );
}
