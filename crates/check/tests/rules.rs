//! One sound edition, and one defect for each rule: it is found, and nothing else is.

use check::{Checked, RULES, check};
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

/// The codes found where some words are others, each with the number of its file.
fn found(changes: &[(&str, &str)]) -> Vec<(&'static str, u32)> {
    let number = |at: usize| SourceId(u32::try_from(at).expect("few files"));
    let files: Vec<SourceFile> = SOUND
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let mut text = (*text).to_owned();
            for (from, to) in changes {
                text = text.replace(from, to);
            }
            SourceFile { id: number(at), ..SourceFile::from_text(&format!("{at}.xml"), &text) }
        })
        .collect();
    let report = import::import_with_sources(&files, None);
    assert_eq!(report.diagnostics, [], "the files themselves are sound");
    let checked =
        Checked { edition: &report.value.edition, sources: &report.value.sources, register: number(2) };
    check(checked).iter().map(|finding| (finding.code.0, finding.source.0)).collect()
}

#[test]
fn a_sound_edition_has_nothing_to_report() {
    assert_eq!(found(&[]), []);
}

#[test]
fn each_defect_is_found_in_its_file() {
    let cases: &[Case] = &[
        ("check/missing-part", 0, &[("<date when='1901-05-03'/>", "")]),
        (
            "check/missing-part",
            1,
            &[("<persName ref='#ada'>Ada</persName></correspAction>", "</correspAction>")],
        ),
        ("check/date-outside-life", 0, &[("1901-05-03", "1801-05-03")]),
        ("check/date-outside-life", 0, &[("1901-05-03", "1931")]),
        ("check/broken-chain", 0, &[("type='prev' target='one'", "type='prev' target='zero'")]),
        ("check/same-authority", 2, &[("<birth", "<idno>http://d-nb.info/gnd/7/</idno><birth")]),
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
    ];
    for (code, file, changes) in cases {
        let found = found(changes);
        assert_eq!(found, [(*code, *file)], "{changes:?}");
    }
    let tried: BTreeSet<&str> = cases.iter().map(|(code, ..)| *code).collect();
    let known: BTreeSet<&str> = RULES.iter().map(|rule| rule.code.0).collect();
    assert_eq!(tried, known, "every rule has its case");
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
}
