//! Entries, the edition, other pages; and how a head is written.

use super::{ALTERNATES, BASE, check, edition, of, site};
use crate::head::{HeadOf, Site, head_markup};
use edition::EntryKind;
use expect_test::expect;

#[test]
fn an_entry_with_authorities() {
    let edition = edition();
    check(
        &of(&edition, HeadOf::Entry(&"weber".into()), &site(BASE, &[])),
        expect![[r#"
            Carl Maria von Weber · Weber and his circle
            Composer, Kapellmeister at Dresden.
            og:title: Carl Maria von Weber
            og:type: profile
            og:url: https://example.org/weber/persons/weber/
            og:site_name: Weber and his circle
            og:locale: en_GB
            canonical -> https://example.org/weber/persons/weber/
            {
              "@context": "https://schema.org",
              "@type": "Person",
              "@id": "https://example.org/weber/persons/weber/",
              "name": "Carl Maria von Weber",
              "sameAs": "https://d-nb.info/gnd/118629662",
              "alternateName": "C. M. v. Weber",
              "description": "Composer, Kapellmeister at Dresden.",
              "deathDate": "1826-06-05"
            }
        "#]],
    );
    check(
        &of(&edition, HeadOf::Entry(&"prague".into()), &site(None, &[])),
        expect![[r#"
            Prague · Weber and his circle
            Letters of musicians and of those who heard them, 1811 to 1833.
            og:title: Prague
            og:type: website
            og:site_name: Weber and his circle
            og:locale: en_GB
            {
              "@context": "https://schema.org",
              "@type": "Place",
              "@id": "../../places/prague/",
              "name": "Prague",
              "sameAs": "https://www.geonames.org/3067696/",
              "alternateName": "Prag"
            }
        "#]],
    );
}

#[test]
fn the_dates_of_an_entry_are_those_its_kind_has() {
    let mut edition = edition();
    let mut told = |kind: EntryKind| {
        for entry in edition.register.entries.iter_mut().filter(|entry| entry.id.as_str() == "caroline") {
            entry.kind = kind;
        }
        let json = of(&edition, HeadOf::Entry(&"caroline".into()), &site(None, &[])).json_ld;
        let after_names = json.as_deref().and_then(|json| json.split_once("\"Caroline Brandt\""));
        after_names.map(|(_, after)| after.to_owned()).unwrap_or_default()
    };
    assert_eq!(told(EntryKind::Person), r#","birthDate":"1794","deathDate":"1852"}"#);
    assert_eq!(told(EntryKind::Organisation), r#","foundingDate":"1794","dissolutionDate":"1852"}"#);
    assert_eq!(told(EntryKind::Event), r#","startDate":"1794","endDate":"1852"}"#);
    assert_eq!(told(EntryKind::Work), "}");
}

#[test]
fn the_edition_and_a_page_of_no_one_thing() {
    let edition = edition();
    let rights = ["Texts: CC BY 4.0".into(), "Prints of 1840".into()];
    let first = HeadOf::Edition { title: "", path: "" };
    check(
        &of(&edition, first, &site(BASE, &rights)),
        expect![[r#"
            Weber and his circle
            Letters of musicians and of those who heard them, 1811 to 1833.
            og:title: Weber and his circle
            og:type: website
            og:url: https://example.org/weber/
            og:site_name: Weber and his circle
            og:locale: en_GB
            canonical -> https://example.org/weber/
            license -> https://creativecommons.org/licenses/by/4.0/
            {
              "@context": "https://schema.org",
              "@type": "Collection",
              "@id": "https://example.org/weber/",
              "name": "Weber and his circle",
              "description": "Letters of musicians and of those who heard them, 1811 to 1833.",
              "editor": [
                {
                  "@type": "Person",
                  "name": "Ada Editor"
                },
                {
                  "@type": "Person",
                  "name": "Ben Editor"
                }
              ],
              "inLanguage": "de",
              "license": "https://creativecommons.org/licenses/by/4.0/",
              "copyrightNotice": [
                "Texts: CC BY 4.0",
                "Prints of 1840"
              ]
            }
        "#]],
    );
    let index = HeadOf::Other { title: "Persons", path: "/persons/" };
    check(
        &of(&edition, index, &site(BASE, &rights)),
        expect![[r#"
            Persons · Weber and his circle
            Letters of musicians and of those who heard them, 1811 to 1833.
            og:title: Persons
            og:type: website
            og:url: https://example.org/weber/persons/
            og:site_name: Weber and his circle
            og:locale: en_GB
            canonical -> https://example.org/weber/persons/
            license -> https://creativecommons.org/licenses/by/4.0/
            no JSON-LD
        "#]],
    );
    let mut untitled = edition;
    untitled.header = edition::Header::default();
    let list = HeadOf::Edition { title: "Letters", path: "/letters/" };
    check(
        &of(&untitled, list, &site(None, &[])),
        expect![[r#"
            Letters

            og:title: Letters
            og:type: website
            og:site_name: Letters
            og:locale: en_GB
            {
              "@context": "https://schema.org",
              "@type": "Collection",
              "@id": "../../",
              "name": "Letters"
            }
        "#]],
    );
}

#[test]
fn as_html() {
    let edition = edition();
    let mut html = String::new();
    let list = HeadOf::Edition { title: "A & B", path: "/letters/" };
    let site = Site { alternates: &ALTERNATES, ..site(BASE, &[]) };
    head_markup(&of(&edition, list, &site), &mut html);
    expect![[r#"
        <title>A &amp; B · Weber and his circle</title>
        <meta name="description" property="og:description" content="Letters of musicians and of those who heard them, 1811 to 1833.">
        <meta property="og:title" content="A &amp; B">
        <meta property="og:type" content="website">
        <meta property="og:url" content="https://example.org/weber/letters/">
        <meta property="og:site_name" content="Weber and his circle">
        <meta property="og:locale" content="en_GB">
        <link rel="canonical" href="https://example.org/weber/letters/">
        <link rel="alternate" href="https://example.org/weber/here/" hreflang="en">
        <link rel="alternate" href="https://example.org/weber/de/here/" hreflang="de">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Collection","@id":"https://example.org/weber/","name":"Weber and his circle","description":"Letters of musicians and of those who heard them, 1811 to 1833.","editor":[{"@type":"Person","name":"Ada Editor"},{"@type":"Person","name":"Ben Editor"}],"inLanguage":"de"}</script>
    "#]].assert_eq(&html);
}
