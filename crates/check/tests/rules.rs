//! One sound edition, and one defect for each rule: it is found, and nothing else is.

use check::{Checked, RULES, check};
use edition::{EntryId, LetterId, Origin, Reply};
use source::{SourceFile, SourceId};
use std::collections::BTreeSet;

/// Two letters that answer each other, with a register.
const SOUND: [&str; 3] = [
    "<TEI xml:id='one'><teiHeader><correspDesc>\
     <correspAction type='sent'><persName ref='#ada'>Ada</persName><date when='1901-05-03'/></correspAction>\
     <correspAction type='received'><persName ref='#carl'>Carl</persName></correspAction>\
     <correspContext><ref type='next' target='two'/></correspContext>\
     </correspDesc></teiHeader><text xml:lang='en'><body><p>Good day.</p></body></text></TEI>",
    "<TEI xml:id='two'><teiHeader><correspDesc>\
     <correspAction type='sent'><persName ref='#carl'>Carl</persName><date when='1901-05-09'/></correspAction>\
     <correspAction type='received'><persName ref='#ada'>Ada</persName></correspAction>\
     <correspContext><ref type='prev' target='one'/></correspContext>\
     </correspDesc></teiHeader><text xml:lang='en'><body><p>Good day to you.</p></body></text></TEI>",
    "<TEI><text><body><listPerson>\
     <person xml:id='ada'><persName>Ada</persName><birth when='1870'/><death when='1930'/></person>\
     <person xml:id='carl'><persName>Carl</persName><idno>https://d-nb.info/gnd/7</idno></person>\
     </listPerson></body></text></TEI>",
];

/// What is to be found, in which file, where which words are others.
type Case = (&'static str, u32, &'static [(&'static str, &'static str)]);

const NOWHERE: u32 = u32::MAX;

/// The codes found where some words are others, each with the number of its file.
fn found(changes: &[(&str, &str)]) -> Vec<(&'static str, u32)> {
    found_in(&SOUND, changes)
}

fn found_in(texts: &[&str], changes: &[(&str, &str)]) -> Vec<(&'static str, u32)> {
    let number = |at: usize| SourceId(u32::try_from(at).expect("few files"));
    let files: Vec<SourceFile> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let mut text = (*text).to_owned();
            for (from, to) in changes {
                text = text.replace(from, to);
            }
            SourceFile { id: number(at), ..SourceFile::from_text(&format!("{at:02}.xml"), &text) }
        })
        .collect();
    let report = import::import_with_places(&files, &[], None);
    assert_eq!(report.diagnostics, [], "the files themselves are sound");
    let images = BTreeSet::from(["scans/one.jpg".to_owned()]);
    let checked =
        Checked { edition: &report.value.edition, places: &report.value.places, files: Some(&images) };
    check(checked).iter().map(|finding| (finding.code.0, finding.source.0)).collect()
}

#[test]
fn a_sound_edition_has_nothing_to_report() {
    assert_eq!(found(&[]), []);
}

const CASES: &[Case] = &[
    ("check/missing-part", 0, &[("<date when='1901-05-03'/>", "")]),
    ("check/missing-part", 1, &[("<persName ref='#ada'>Ada</persName></correspAction>", "</correspAction>")]),
    (
        "check/missing-part",
        1,
        &[("<date when='1901-05-03'/>", "<placeName>Bonn</placeName><date when='1901-05-03'/>")],
    ),
    ("check/date-outside-life", 0, &[("1901-05-03", "1801-05-03")]),
    (
        "check/date-outside-life",
        1,
        &[("Carl</persName><idno>https", "Carl</persName><death when='1900'/><idno>https")],
    ),
    ("check/date-less-exact", 0, &[("<date when='1901-05-03'/>", "<date when='1901-05-03'>May 1901</date>")]),
    (
        "check/date-in-doubt",
        0,
        &[("<date when='1901-05-03'/>", "<date when='1901-05-03'>[3 May 1901?]</date>")],
    ),
    (
        "check/weekday",
        0,
        &[("<date when='1901-05-03'/>", "<date when='1901-05-03'>Monday, 3 May 1901</date>")],
    ),
    (
        "check/weekday",
        0,
        &[(
            "<body><p>Good day.",
            "<body><dateline><date when='1901-05-03'>Mittwoch</date></dateline><p>Good day.",
        )],
    ),
    (
        "check/reply-before",
        0,
        &[("<ref type='next' target='two'/>", "<ref type='isReplyTo' target='two.xml'/>")],
    ),
    (
        "check/received-before",
        0,
        &[(
            "<persName ref='#carl'>Carl</persName></correspAction>",
            "<persName ref='#carl'>Carl</persName><date when='1901-05-01'/></correspAction>",
        )],
    ),
    (
        "check/title-contradicts",
        0,
        &[(
            "<TEI xml:id='one'><teiHeader>",
            "<TEI xml:id='one'><teiHeader><titleStmt><title>Carl to Ada, 3 May</title></titleStmt>",
        )],
    ),
    ("check/broken-chain", 0, &[("type='prev' target='one'", "type='prev' target='zero'")]),
    ("check/missing-image", 0, &[("<p>Good day.", "<p><pb facs='scans/two.jpg'/>Good day.")]),
    ("check/same-authority", 2, &[("<birth", "<idno>http://d-nb.info/gnd/7/</idno><birth")]),
    (
        "check/same-person",
        2,
        &[
            (
                "<birth when='1870'/><death when='1930'/></person>",
                "<birth when='1870'/><death when='1930'/></person><person xml:id='eva'><persName>Ada</persName><birth when='1870'/><death when='1930'/></person>",
            ),
            ("<p>Good day to", "<p><persName ref='#eva'>Eva</persName> to"),
        ],
    ),
    (
        "check/nearly-named",
        1,
        &[
            ("<persName>Ada</persName><birth", "<persName>Ada Brook</persName><birth"),
            (
                "<persName ref='#ada'>Ada</persName></correspAction>",
                "<persName>Ada Brok</persName></correspAction>",
            ),
        ],
    ),
    (
        "check/unused-entry",
        2,
        &[("</listPerson>", "<person xml:id='eva'><persName>Eva</persName></person></listPerson>")],
    ),
    (
        "check/language-tag",
        0,
        &[("xml:lang='en'><body><p>Good day.", "xml:lang='german'><body><p>Good day.")],
    ),
    ("check/language-tag", 0, &[("<p>Good day.", "<p>Good <foreign xml:lang='klein_x'>day</foreign>.")]),
    ("check/bad-identifier", 2, &[("'ada'", "'a\"da'"), ("'#ada'", "'#a\"da'")]),
];

#[test]
fn a_name_that_may_be_two_people_or_is_an_entry_is_not_nearly_one() {
    let party = "<persName ref='#ada'>Ada</persName></correspAction>";
    for (written, other) in [("Ada Brok", "Ada Brock"), ("Ada Brook", "Ada Broom")] {
        let written = format!("<persName>{written}</persName></correspAction>");
        let other = format!("<person xml:id='eva'><persName>{other}</persName></person></listPerson>");
        let found = found(&[
            ("<persName>Ada</persName><birth", "<persName>Ada Brook</persName><birth"),
            (party, &written),
            ("</listPerson>", &other),
        ]);
        assert_eq!(found, [("check/unused-entry", 2)], "{written}");
    }
}

#[test]
fn each_defect_is_found_in_its_file() {
    for (code, file, changes) in CASES {
        let mut found = found(changes);
        // Two titles and two parties can both be wrong.
        found.dedup();
        assert_eq!(found, [(*code, *file)], "{changes:?}");
    }
    let tried: BTreeSet<&str> = CASES.iter().map(|(code, ..)| *code).collect();
    let known: BTreeSet<&str> = RULES.iter().map(|rule| rule.code.0).collect();
    // These two have tests of their own, below.
    let others = BTreeSet::from(["check/empty-letter", "check/out-of-order"]);
    assert_eq!(tried.union(&others).copied().collect::<BTreeSet<_>>(), known, "every rule has its case");
}

#[test]
fn a_doubt_that_attributes_say_is_none_to_report() {
    for said in ["evidence='conjecture'", "cert='low'"] {
        let date = format!("<date when='1901-05-03' {said}>[3 May 1901?]</date>");
        let found = found(&[("<date when='1901-05-03'/>", &date)]);
        assert!(!found.contains(&("check/date-in-doubt", 0)), "{said}: {found:?}");
    }
}

#[test]
fn a_letter_without_text_is_found() {
    let files = [SourceFile::from_text("one.md", "---\nfrom: Ada\nto: Carl\ndate: 1901-05-03\n---\n")];
    let report = import::import_with_places(&files, &[], None);
    let checked = Checked { edition: &report.value.edition, places: &report.value.places, files: None };
    let codes: Vec<&str> = check(checked).iter().map(|finding| finding.code.0).collect();
    assert_eq!(codes, ["check/empty-letter"]);
}

#[test]
fn one_letter_among_many_is_out_of_order() {
    let letter = |day: usize| {
        SOUND[0]
            .replace("xml:id='one'", "")
            .replace("<ref type='next' target='two'/>", "")
            .replace("05-03", &format!("05-{day:02}"))
    };
    let row = |days: &[usize]| {
        let texts: Vec<String> = days.iter().map(|day| letter(*day)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).chain([SOUND[2]]).collect();
        found_in(&texts, &[])
    };
    assert_eq!(row(&[1, 2, 2, 4, 5, 6, 7, 8, 9, 10, 11]), []);
    assert_eq!(row(&[1, 2, 3, 9, 5, 6, 7, 8, 9, 10, 11]), [("check/out-of-order", 3)]);
    assert_eq!(row(&[5, 6, 7, 8, 9, 10, 11, 12, 13, 1, 14]), [("check/out-of-order", 9)]);
    // Two correspondences, one after the other.
    assert_eq!(row(&[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5]), []);
}

#[test]
fn what_may_be_is_not_reported() {
    // In the year of birth; before a death of which only the decade is known; neighbours in different rows.
    assert_eq!(found(&[("1901-05-03", "1870")]), []);
    assert_eq!(found(&[("<death when='1930'/>", "<death notBefore='1900' notAfter='1930'/>")]), []);
    assert_eq!(
        found(&[("type='prev' target='one'", "type='prev' subtype='correspondence' target='zero'")]),
        []
    );
    for date in [
        // A day that is said to be inferred; a day as exact as its words; another style; the right weekday.
        "<date when='1901-05-03' cert='low'>May 1901</date>",
        "<date when='1901-05-03' evidence='conjecture'>May 1901</date>",
        "<date when='1901-05-03' cert='low'>[3 May 1901?]</date>",
        "<date when='1901-05-03'>3 May 1901</date>",
        "<date when='1901-05-03'>3 May</date>",
        "<date when='1901-05-03' calendar='#julian'>Saturday, 20 April 1901</date>",
        "<date when='1901-05-03'>Freitag, 3 May 1901</date>",
        "<date when='1901-05'>May 1901</date>",
    ] {
        assert_eq!(found(&[("<date when='1901-05-03'/>", date)]), [], "{date}");
    }
    for title in [
        "Ada to Carl, 3 May",
        "Ada Brook to Carl",
        "On the way to Bonn",
        "Letter from Ada to Carl",
        "Eva an C.",
    ] {
        let title = format!("<TEI xml:id='one'><teiHeader><titleStmt><title>{title}</title></titleStmt>");
        assert_eq!(found(&[("<TEI xml:id='one'><teiHeader>", &title)]), [], "{title}");
    }
    for image in
        ["scans/one.jpg", "../scans/one.jpg", "./one.jpg", "https://example.org/two.jpg", "MS_0001", "#two"]
    {
        assert_eq!(found(&[("<p>Good day.", &format!("<p><pb facs='{image}'/>Good day."))]), [], "{image}");
    }
    // Father and son; two whom an authority file tells apart.
    let son = |rest: &str| {
        format!("<death when='1930'/></person><person xml:id='eva'><persName>Ada</persName>{rest}</person>")
    };
    for rest in ["<birth when='1890'/><death when='1930'/>", ""] {
        let changes = [
            ("<death when='1930'/></person>", &*son(rest)),
            ("<p>Good day to", "<p><persName ref='#eva'>Eva</persName> to"),
        ];
        assert_eq!(found(&changes), [], "{rest}");
    }
}

#[test]
fn an_entry_that_stands_nowhere_is_no_reason_to_fail() {
    let files = [SourceFile::from_text("one.xml", SOUND[0])];
    let mut report = import::import_with_places(&files, &[], None).value;
    let twin = report.edition.register.entries[0].clone();
    report.edition.register.entries.push(edition::Entry { id: EntryId::from("a b"), ..twin });
    report.edition.letters[0].corresp.replies_to.push(Reply {
        letter: Some(LetterId::from("absent")),
        work: None,
        origin: Origin::Editor,
    });
    let checked = Checked { edition: &report.edition, places: &report.places, files: None };
    let found: Vec<_> = check(checked).iter().map(|finding| (finding.code.0, finding.source.0)).collect();
    assert_eq!(found, [("check/unused-entry", NOWHERE), ("check/bad-identifier", NOWHERE)]);
}

#[test]
fn identifiers_and_places_that_are_nearly_right_are_named() {
    let register = "[[person]]\nid = \"rehm\"\nname = \"Friederike Rehm\"\n\n[[person]]\nid = \"eva\"\nname = \"Eva\"\n\n\
        [[place]]\nid = \"frankfurt\"\nname = \"Frankfurt am Main\"\n";
    let table = [
        ("to: rhem", Some("rhem is no name of an entry; Friederike Rehm is nearly the same")),
        ("to: Rhem", None),
        ("to: eve", None),
        ("to: rehm", None),
        (
            "place: Frankfrut am Main",
            Some("Frankfrut am Main is no name of an entry; Frankfurt am Main is nearly the same"),
        ),
        ("place: frankfrut", Some("frankfrut is no name of an entry; Frankfurt am Main is nearly the same")),
        ("place: Frankenau", None),
    ];
    for (line, expected) in table {
        let letter = SourceFile::from_text("one.md", &format!("---\nfrom: eva\n{line}\n---\nGood day.\n"));
        let side = SourceFile { id: SourceId(1), ..SourceFile::from_text("register.toml", register) };
        let report = import::import_with_places(&[letter], &[&side], None);
        let checked = Checked { edition: &report.value.edition, places: &report.value.places, files: None };
        let found = check(checked);
        let said = found.iter().find(|finding| finding.code.0 == "check/nearly-named");
        assert_eq!(said.map(|finding| &*finding.message), expected, "{line}");
    }
}
