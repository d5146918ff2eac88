//! The index of letters that `export --format cmif` writes: what it says, and that it says no more than the edition.

mod common;

use cli::{Counts, Detail, ExportFormat, ExportOptions, Progress};
use common::folder;
use expect_test::expect_file;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::path::Path;

/// The file, and what was said on the way.
fn cmif(folder: &Path, date: Option<&str>) -> (String, String) {
    let (detail, progress) = (Detail::Problems, Progress::none());
    let options = ExportOptions { folder, format: ExportFormat::Cmif, date, out: None, detail, progress };
    let (mut out, mut said) = (Vec::new(), Vec::new());
    let _: Counts = cli::export(&options, &mut out, &mut said).expect("the folder can be read");
    (String::from_utf8(out).expect("text"), String::from_utf8(said).expect("text"))
}

/// A letter in TEI, by its identifier and its two actions.
fn letter(id: &str, sent: &str, received: &str) -> String {
    format!(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='{id}'><teiHeader><correspDesc>\
         <correspAction type='sent'>{sent}</correspAction>\
         <correspAction type='received'>{received}</correspAction>\
         </correspDesc></teiHeader><text xml:lang='de'><body><p>Guten Tag.</p></body></text></TEI>"
    )
}

const REGISTER: &str = "<TEI><text><body>\
    <listPerson>\
    <person xml:id='ada'><persName>Brook, Ada</persName><idno type='VIAF'>https://viaf.org/viaf/2001/</idno>\
    <idno type='GND'>https://d-nb.info/gnd/1001</idno></person>\
    <person xml:id='carl'><persName>Dorn, Carl</persName><idno type='wikidata'>https://www.wikidata.org/wiki/Q3</idno></person>\
    <person xml:id='eva'><persName>Elm, Eva</persName></person>\
    </listPerson>\
    <listOrg><org xml:id='mill'><orgName>Mill &amp; Sons</orgName><idno type='gnd'>1004</idno></org></listOrg>\
    <listPlace><place xml:id='ford'><placeName>Ford</placeName><idno type='gnd'>https://d-nb.info/gnd/1005</idno>\
    <idno type='geonames'>https://www.geonames.org/5005/ford.html</idno></place></listPlace>\
    </body></text></TEI>";

const EDITION: &str = "title = \"Letters of a Mill\"\neditors = [\"A. Weiss\", \"B. Lund\"]\n\
    base = \"https://letters.example/mill/\"\nlicence = \"https://creativecommons.org/licenses/by/4.0/\"\n";

/// Every letter of an edition with what letters have: known and unknown parties, two of them, one of two, an organisation,
/// places, dates of every kind.
#[test]
fn a_letter_is_said_as_surely_as_the_edition_says_it() {
    let ada = "<persName ref='#ada'>Ada</persName>";
    let carl = "<persName ref='#carl'>Carl</persName>";
    let letters = [
        ("L1", format!("{ada}<placeName ref='#ford'>F.</placeName><date when='1901-05-03'>3. Mai 1901</date>"), carl.to_owned()),
        ("L2", format!("{carl}{ada}<date when='1901-05-04'>[4. 5. 1901?]</date>"), "<orgName ref='#mill'>the mill</orgName>".to_owned()),
        ("L3", "<persName ref='#ada' cert='low' evidence='conjecture'>A.</persName><date notBefore='1901' notAfter='1902'/>".to_owned(), "<persName>a friend</persName>".to_owned()),
        ("L4", format!("{ada} oder {carl}<date from='1901-06-01' to='1901-06-03'/>"), "<persName ref='#eva'>Eva</persName><placeName ref='#ford' evidence='conjecture' cert='medium'>Ford?</placeName>".to_owned()),
        ("L5", "<date>ohne Datum</date>".to_owned(), format!("{ada}<date when='1901-07'/>")),
    ];
    let texts: Vec<(String, String)> = letters
        .iter()
        .map(|(id, sent, received)| (format!("{id}.xml"), letter(id, sent, received)))
        .collect();
    let mut files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (&**name, &**text)).collect();
    files.extend([("register.xml", REGISTER), ("letterbook.toml", EDITION)]);
    let place = folder("cmif/edition", &files);
    let (file, said) = cmif(&place, Some("2026-11-30"));
    expect_file!["cmif/edition.expected"].assert_eq(&file);
    assert!(!said.contains("cmif: "), "{said}");
    assert_eq!(cmif(&place, Some("2026-11-30")).0, file, "the same edition gives the same bytes");
    expect_what_the_format_wants(&file, 5);
}

/// The rules of the format that a program can check: TEI, one `source` that is there, both actions, a party in each, a value in each
/// date, every letter once.
fn expect_what_the_format_wants(file: &str, letters: usize) {
    let document = Document::parse(file).expect("XML");
    let all = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
    let named = |node: &Node<'_, '_>, names: &[&str]| names.contains(&node.tag_name().name());
    assert_eq!(document.root_element().tag_name().namespace(), Some("http://www.tei-c.org/ns/1.0"));
    let bibl = all("bibl").next().expect("an edition");
    assert_eq!(bibl.attribute("type"), Some("online"));
    let id = bibl.attribute(("http://www.w3.org/XML/1998/namespace", "id")).expect("an identifier");
    let lengths: Vec<usize> = id.split('-').map(str::len).collect();
    assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
    assert!(id.starts_with(|sign: char| sign.is_ascii_lowercase()), "no xml:id begins with a digit: {id}");
    let keys: BTreeSet<&str> = all("correspDesc").filter_map(|node| node.attribute("key")).collect();
    assert_eq!((keys.len(), all("correspDesc").count()), (letters, letters));
    for description in all("correspDesc") {
        assert_eq!(description.attribute("source"), Some(&*format!("#{id}")));
        let actions = description.children().filter(Node::is_element);
        let kinds: Vec<_> = actions.clone().map(|action| action.attribute("type").expect("a type")).collect();
        assert_eq!(kinds, ["sent", "received"]);
        for action in actions {
            assert!(action.children().any(|node| named(&node, &["persName", "orgName"])));
        }
    }
    for date in all("date") {
        assert!(
            date.attributes()
                .any(|one| ["when", "from", "to", "notBefore", "notAfter"].contains(&one.name()))
        );
    }
}

#[test]
fn names_stay_text_and_what_xml_has_no_sign_for_is_left_out() {
    let hostile = "A \"B\" <persName ref='#x'> & ]]> <!-- C --> 'D' &amp;";
    let quoted = serde_json::to_string(hostile).expect("a string");
    let front = format!(
        "---\nid: one\nfrom: {quoted}\nto: \"E\\u0001\\uFFFEF\"\ndate: 1901-05-03\nplace: {quoted}\n---\n\nGood day.\n"
    );
    let config = format!("title = {quoted}\neditors = [{quoted}]\nlicence = {quoted}\n");
    let place = folder("cmif/hostile", &[("one.md", &front), ("letterbook.toml", &config)]);
    let (file, _) = cmif(&place, None);
    let document = Document::parse(&file).expect("XML");
    for name in ["title", "editor", "publisher", "licence", "placeName"] {
        let node = document.descendants().find(|node| node.has_tag_name(name)).expect(name);
        assert_eq!(node.text(), Some(hostile), "{name}");
    }
    let names: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("persName"))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(names, [hostile, "EF"]);
    expect_what_the_format_wants(&file, 1);
}

#[test]
fn what_the_service_asks_for_and_the_edition_does_not_say_is_said() {
    let text = letter("L1", "<persName>A</persName>", "<persName>B</persName>");
    let place = folder("cmif/missing", &[("one.xml", &text), ("letterbook.toml", "base = \"/mill/\"\n")]);
    let (file, said) = cmif(&place, None);
    let missing: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("cmif: ")).collect();
    assert_eq!(
        missing,
        [
            "letters have no ref: say where the edition stands, base = \"https://…\" in letterbook.toml",
            "there is no editor: editors = [\"…\"] in letterbook.toml",
            "the licence is not CC BY 4.0, the only one of correspSearch: licence in letterbook.toml",
            "there is no date of the last change: --date 2026-11-30",
        ]
    );
    assert!(!file.contains(" ref=") && !file.contains("idno") && !file.contains("availability"), "{file}");
    expect_what_the_format_wants(&file, 1);
}

#[test]
fn an_edition_keeps_its_identifier_and_another_has_another() {
    let text = letter("L1", "<persName>A</persName>", "<persName>B</persName>");
    let place = folder("cmif/uuid", &[("one.xml", &text)]);
    let id = |config: &str| {
        std::fs::write(place.join("letterbook.toml"), config).expect("a file");
        let (file, _) = cmif(&place, None);
        file.split_once("xml:id=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .expect("an identifier")
            .0
            .to_owned()
    };
    let mill = id("title = \"Mill\"\n");
    assert_eq!(id("title = \"Mill\"\neditors = \"A\"\n"), mill);
    let here = id("title = \"Mill\"\nbase = \"https://letters.example/mill/\"\n");
    assert_eq!(id("title = \"Ford\"\nbase = \"https://letters.example/mill/\"\n"), here);
    let all = BTreeSet::from([
        mill,
        here,
        id("title = \"Ford\"\n"),
        id("base = \"https://letters.example/ford/\"\n"),
    ]);
    assert_eq!(all.len(), 4);
}
