use crate::catalogue::{Catalogue, Neighbor};
use edition::Edition;
use source::SourceFile;

/// Five letters between Ada, Ben and Cleo; the fourth has no date.
fn edition() -> Edition {
    let letter = |id: &str, from: &str, to: &str, date: &str| {
        let text = format!("---\nid: {id}\nfrom: {from}\nto: {to}\nplace: Bern\n{date}\n---\n\nCome soon.\n");
        SourceFile::from_text(&format!("{id}.md"), &text)
    };
    let files = [
        letter("one", "Ada Stern", "Ben Kern", "date: 1901-03-02"),
        letter("two", "Cleo Blum", "Ada Stern", "date: 1901-03-05"),
        letter("three", "Ben Kern", "Ada Stern", "date: 1901-02-07"),
        letter("four", "Ada Stern", "Ben Kern", ""),
        letter("five", "Ada Stern", "Ben Kern", "date: 1901-04"),
    ];
    import::import(&files, None).value
}

fn shown(catalogue: &Catalogue) -> Vec<String> {
    let name = |at: u32| catalogue.parties[at as usize].name.to_string();
    let rows = catalogue.letters.iter();
    rows.map(|row| format!("{}: {} to {}", row.id, name(row.senders[0].0), name(row.recipients[0].0)))
        .collect()
}

#[test]
fn each_letter_has_a_line_and_each_party_stands_once_in_order() {
    let catalogue = super::build(&edition());
    let parties: Vec<&str> = catalogue.parties.iter().map(|party| &*party.name).collect();
    assert_eq!(parties, ["Ada Stern", "Ben Kern", "Cleo Blum"]);
    assert_eq!(
        shown(&catalogue),
        [
            "one: Ada Stern to Ben Kern",
            "two: Cleo Blum to Ada Stern",
            "three: Ben Kern to Ada Stern",
            "four: Ada Stern to Ben Kern",
            "five: Ada Stern to Ben Kern",
        ]
    );
    assert_eq!(catalogue.letters.iter().filter(|row| row.date.is_none()).count(), 1);
}

/// Two of one surname: who signs with it is one of them, and is a party that is neither.
#[test]
fn one_of_two_is_neither() {
    let register = "[[person]]\nid = \"ada\"\nname = \"Ada Klein\"\nforms = [\"Klein\"]\n\n[[person]]\nid = \"bruno\"\nname = \"Bruno Klein\"\n\
                    forms = [\"Klein\"]\n";
    let letter = SourceFile::from_text(
        "a.txt",
        "TO ADA KLEIN\n\nBern, May 3, 1901.\n\nDear Ada,\n\nI came.\n\nYours ever,\n\nKLEIN.\n",
    );
    let side = SourceFile::from_text("register.toml", register);
    let edition = import::import(&[letter], Some(&side)).value;
    let catalogue = super::build(&edition);
    assert_eq!(shown(&catalogue), ["a: Ada Klein / Bruno Klein to Ada Klein"]);
    let either = &catalogue.parties[catalogue.letters[0].senders[0].0 as usize];
    assert_eq!(either.entry, None);
    let registers = crate::build(&edition).entries;
    let sent = registers.iter().map(|record| (record.sent.len(), record.received.len()));
    assert_eq!(sent.collect::<Vec<_>>(), [(0, 1), (0, 0)]);
}

#[test]
fn neighbours_in_a_correspondence_go_both_ways_by_date_and_the_undated_last() {
    let edition = edition();
    let catalogue = super::build(&edition);
    let neighbors = super::neighbors(&edition, &catalogue);
    let id = |one: &Option<Neighbor>| one.as_ref().map_or("-", |one| one.letter.as_str()).to_owned();
    let pairs: Vec<String> = neighbors
        .iter()
        .map(|one| {
            let [before, after] = &one.correspondence;
            let [previous, next] = &one.edition;
            format!("{} {} | {} {}", id(before), id(after), id(previous), id(next))
        })
        .collect();
    assert_eq!(
        pairs,
        [
            "three five | three two",
            "- - | one five",
            "- one | - one",
            "five - | five -",
            "one four | two four"
        ]
    );
}

/// Letters that the source puts in an order of its own: the first two days of March stand behind the third.
#[test]
fn an_order_that_the_source_gives_goes_before_that_of_the_dates_and_ends_where_it_ends() {
    let letter = |id: &str, date: &str, context: &str| {
        let text = format!(
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"{id}\"><teiHeader><profileDesc><correspDesc>\
             <correspAction type=\"sent\"><date when=\"{date}\"/></correspAction>\
             <correspContext>{context}</correspContext></correspDesc></profileDesc></teiHeader>\
             <text><body><p>Come soon.</p></body></text></TEI>"
        );
        SourceFile::from_text(&format!("{id}.xml"), &text)
    };
    let link = |which: &str, to: &str| format!("<ref subtype=\"{which}_letter\" target=\"{to}\"/>");
    let files = [
        letter("a", "1901-03-03", &link("next", "b")),
        letter("b", "1901-03-01", &[link("previous", "a"), link("next", "c")].concat()),
        letter("c", "1901-03-02", &link("previous", "b")),
        // Nothing is said of these two, or of what is not here.
        letter("d", "1901-03-04", ""),
        letter("e", "1901-02-01", &link("next", "elsewhere")),
    ];
    let edition = import::import(&files, None).value;
    let catalogue = super::build(&edition);
    let id = |one: &Option<Neighbor>| one.as_ref().map_or("-", |one| one.letter.as_str()).to_owned();
    let rows: Vec<String> = std::iter::zip(&edition.letters, super::neighbors(&edition, &catalogue))
        .map(|(letter, one)| format!("{} {} {}", id(&one.edition[0]), letter.id, id(&one.edition[1])))
        .collect();
    assert_eq!(rows, ["- a b", "a b c", "b c -", "a d -", "- e b"]);
}

#[test]
fn a_letter_of_nobody_is_known_by_its_title_its_heading_or_its_first_words() {
    let long = "word ".repeat(40);
    let files = [
        ("title", "---\ntitle: A circular\ndate: 1901\n---\n\n# Heading\n\nCome soon.\n".to_owned()),
        ("heading", "---\ndate: 1901\n---\n\nCome soon.\n\n# Heading\n".to_owned()),
        ("words", "---\ndate: 1901\n---\n\nCome[^1] soon.\n\n[^1]: A note.\n".to_owned()),
        ("long", format!("---\ndate: 1901\n---\n\n{long}\n")),
        ("somebody", "---\ntitle: A circular\nfrom: Ada Stern\n---\n\nCome soon.\n".to_owned()),
    ]
    .map(|(id, text)| SourceFile::from_text(&format!("{id}.md"), &text));
    let catalogue = super::build(&import::import(&files, None).value);
    let known: Vec<(&str, &str)> =
        catalogue.letters.iter().map(|row| (row.id.as_str(), &*row.known_by)).collect();
    let long = format!("{} …", "word ".repeat(13).trim_end());
    assert_eq!(
        known,
        [
            ("title", "A circular"),
            ("heading", "Heading"),
            ("words", "Come soon."),
            ("long", &*long),
            ("somebody", ""),
        ]
    );
    assert_eq!(Catalogue::from(super::columns::Columns::from(&catalogue)), catalogue);
}
