//! Letters.

use super::{ALTERNATES, BASE, check, date, edition, letter, of, sent, site};
use crate::head::{HeadOf, MetaKey, Site};
use dates::Certainty;
use edition::{
    Block, BlockKind, Choice, ChoiceKind, Gap, ImprintKind, ImprintLine, Inline, Joint, Link, Mention,
    NoteCall, Origin, PlaceStatement, Sign, SignKind, Text,
};
use expect_test::expect;
use source::Span;

#[test]
fn a_letter_of_a_certain_day() {
    let mut edition = edition();
    let one = letter(&mut edition, "one");
    one.title = Some("An Friederike Groß, 17. März 1811".into());
    one.number = Some("12".into());
    date(one, "1811-03-17", Certainty::High);
    sent(one).place = Some(PlaceStatement {
        as_written: "Prag".into(),
        target: Some("prague".into()),
        origin: Origin::Source,
        certainty: Certainty::High,
        reason: None,
    });
    let dating = sent(one).dating.clone();
    one.corresp.actions[1].dating = dating;
    one.witness.imprint.push(lasting("https://hdl.handle.net/21.1/0000-A"));
    let rights = ["CC BY 4.0".into()];
    let site = Site { alternates: &ALTERNATES, ..site(BASE, &rights) };
    check(
        &of(&edition, HeadOf::Letter(&"one".into()), &site),
        expect![[r#"
            C. M. v. WEBER to Mme. Groß · Weber and his circle
            17 March 1811, Prague · Miss Brandt sings.
            og:title: C. M. v. WEBER to Mme. Groß
            og:type: article
            og:url: https://example.org/weber/letters/one/
            og:site_name: Weber and his circle
            og:locale: en_GB
            citation_title: C. M. v. WEBER to Mme. Groß
            citation_author: Weber, Carl Maria von
            citation_publication_date: 1811/03/17
            citation_language: en
            dcterms.type: letter
            canonical -> https://example.org/weber/letters/one/
            alternate -> https://example.org/weber/here/ (en)
            alternate -> https://example.org/weber/de/here/ (de)
            license -> https://creativecommons.org/licenses/by/4.0/
            next -> https://example.org/weber/letters/two/
            {
              "@context": "https://schema.org",
              "@type": [
                "CreativeWork",
                "Message"
              ],
              "@id": "https://example.org/weber/letters/one/",
              "name": "C. M. v. WEBER to Mme. Groß",
              "alternateName": "An Friederike Groß, 17. März 1811",
              "sameAs": "https://hdl.handle.net/21.1/0000-A",
              "sender": {
                "@type": "Person",
                "@id": "https://example.org/weber/persons/weber/",
                "name": "Carl Maria von Weber",
                "sameAs": "https://d-nb.info/gnd/118629662"
              },
              "recipient": {
                "@type": "Person",
                "@id": "https://example.org/weber/persons/gross/",
                "name": "Friederike Groß"
              },
              "dateSent": "1811-03-17",
              "dateReceived": "1811-03-17",
              "locationCreated": {
                "@type": "Place",
                "@id": "https://example.org/weber/places/prague/",
                "name": "Prague",
                "sameAs": "https://www.geonames.org/3067696/"
              },
              "inLanguage": "en",
              "position": "12",
              "isPartOf": {
                "@type": "Collection",
                "@id": "https://example.org/weber/",
                "name": "Weber and his circle"
              },
              "license": "https://creativecommons.org/licenses/by/4.0/"
            }
        "#]],
    );
}

/// The line of a lasting address, as the header of a source gives it.
fn lasting(address: &str) -> ImprintLine {
    let words = Inline::Text(Text { text: address.into(), span: Span::default() });
    ImprintLine {
        id: "h9".into(),
        kind: ImprintKind::Digitisation,
        inlines: vec![Inline::Link(Link::Address(address.into()), vec![words])],
        span: Span::default(),
    }
}

#[test]
fn a_letter_of_an_uncertain_date_from_a_guessed_place() {
    let mut edition = edition();
    date(letter(&mut edition, "two"), "1817-04/1817-05", Certainty::Low);
    check(
        &of(&edition, HeadOf::Letter(&"two".into()), &site(None, &[])),
        expect![[r#"
            Caroline to C. M. v. WEBER · Weber and his circle
            April 1817? – May 1817? · Dear Weber. I have seen Madame Groß at Prag. Be well.
            og:title: Caroline to C. M. v. WEBER
            og:type: article
            og:site_name: Weber and his circle
            og:locale: en_GB
            citation_title: Caroline to C. M. v. WEBER
            citation_author: Weber, Caroline
            citation_publication_date: 1817
            citation_language: en
            dcterms.type: letter
            prev -> ../../letters/one/
            next -> ../../letters/three/
            {
              "@context": "https://schema.org",
              "@type": [
                "CreativeWork",
                "Message"
              ],
              "@id": "../../letters/two/",
              "name": "Caroline to C. M. v. WEBER",
              "sender": {
                "@type": "Person",
                "@id": "../../persons/caroline/",
                "name": "Caroline Weber"
              },
              "recipient": {
                "@type": "Person",
                "@id": "../../persons/weber/",
                "name": "Carl Maria von Weber",
                "sameAs": "https://d-nb.info/gnd/118629662"
              },
              "dateCreated": "1817",
              "inLanguage": "en",
              "isPartOf": {
                "@type": "Collection",
                "@id": "../../",
                "name": "Weber and his circle"
              }
            }
        "#]],
    );
}

#[test]
fn a_letter_of_an_unknown_sender_with_rights_of_its_own() {
    let mut edition = edition();
    let three = letter(&mut edition, "three");
    sent(three).correspondents.clear();
    three.witness.rights = vec!["Private collection.".into(), "Free under CC BY-SA 4.0.".into()];
    let rights = ["CC0".into()];
    check(
        &of(&edition, HeadOf::Letter(&"three".into()), &site(BASE, &rights)),
        expect![[r#"
            unknown to the naturalists · Weber and his circle
            1833 · Of Weber nothing remains, of Madame Schröder a song.
            og:title: unknown to the naturalists
            og:type: article
            og:url: https://example.org/weber/letters/three/
            og:site_name: Weber and his circle
            og:locale: en_GB
            citation_title: unknown to the naturalists
            citation_publication_date: 1833
            citation_language: en
            dcterms.type: letter
            canonical -> https://example.org/weber/letters/three/
            license -> https://creativecommons.org/licenses/by-sa/4.0/
            prev -> https://example.org/weber/letters/two/
            next -> https://example.org/weber/letters/four/
            {
              "@context": "https://schema.org",
              "@type": [
                "CreativeWork",
                "Message"
              ],
              "@id": "https://example.org/weber/letters/three/",
              "name": "unknown to the naturalists",
              "recipient": [
                {
                  "@type": "Person",
                  "@id": "https://example.org/weber/persons/henslow/",
                  "name": "John Stevens Henslow"
                },
                {
                  "@type": "Person",
                  "@id": "https://example.org/weber/persons/ersted/",
                  "name": "Hans Christian Ørsted"
                }
              ],
              "dateSent": "1833",
              "inLanguage": "en",
              "isPartOf": {
                "@type": "Collection",
                "@id": "https://example.org/weber/",
                "name": "Weber and his circle"
              },
              "license": "https://creativecommons.org/licenses/by-sa/4.0/",
              "copyrightNotice": [
                "Private collection.",
                "Free under CC BY-SA 4.0."
              ]
            }
        "#]],
    );
}

#[test]
fn who_may_not_have_sent_it_is_not_told_to_machines() {
    let mut edition = edition();
    let doubtful = |mention: &mut Mention| mention.certainty = Certainty::Medium;
    // One of two.
    let one = sent(letter(&mut edition, "one"));
    one.correspondents.push(Mention { targets: vec!["caroline".into()], ..one.correspondents[0].clone() });
    one.joint = Joint::OneOf;
    // A name that probably means that person: the name is told, the person is not.
    sent(letter(&mut edition, "two")).correspondents.iter_mut().for_each(doubtful);
    // A sender whom an editor supposes, without any words for it.
    let three = sent(letter(&mut edition, "three"));
    three.correspondents.iter_mut().for_each(|mention| {
        doubtful(mention);
        mention.as_written = "".into();
    });
    let told = |id: &str| {
        let head = of(&edition, HeadOf::Letter(&id.into()), &site(BASE, &[]));
        let authors = head.meta.iter().filter(|meta| meta.key == MetaKey::Name("citation_author"));
        let authors: Vec<&str> = authors.map(|meta| &*meta.content).collect();
        let json: serde_json::Value = serde_json::from_str(&head.json_ld.unwrap_or_default()).expect("JSON");
        format!("{authors:?} {}", json["sender"])
    };
    assert_eq!(told("one"), "[] null");
    assert_eq!(told("two"), r#"["Caroline"] {"@type":"Person","name":"Caroline"}"#);
    assert_eq!(told("three"), "[] null");
}

#[test]
fn the_description_begins_where_the_writer_does_and_reads_as_one_reads() {
    let mut edition = edition();
    let text = |text: &str| Inline::Text(Text { text: text.into(), span: Span::default() });
    let block = |kind, inlines| Block {
        id: "p1".into(),
        kind,
        align: Default::default(),
        inlines,
        span: Span::default(),
    };
    let four = letter(&mut edition, "four");
    four.text = vec![
        block(BlockKind::Heading, vec![text("TO CAROLINE")]),
        block(BlockKind::Dateline, vec![text("Dresden, Monday")]),
        block(BlockKind::Salute, vec![text("Dear  Lina,")]),
        block(
            BlockKind::Paragraph,
            vec![
                Inline::Sign(Sign::plain(SignKind::Deleted), vec![text("I shall")]),
                text("come "),
                Inline::Choice(Box::new(Choice {
                    kind: ChoiceKind::Correction,
                    sic: vec![text("sonn")],
                    corr: vec![text("soon")],
                    reason: None,
                })),
                Inline::NoteCall(Box::new(NoteCall {
                    note: "n1".into(),
                    nth: 1,
                    label: "1".into(),
                    as_written: "[1]".into(),
                    resolved: true,
                    span: Span::default(),
                })),
                text(" and"),
                Inline::LineBreak { inside_word: false, kept: false },
                text("sing"),
                Inline::Gap(Box::new(Gap { reason: None, quantity: None, unit: None })),
            ],
        ),
    ];
    let described = |edition: &edition::Edition| {
        of(edition, HeadOf::Letter(&"four".into()), &site(None, &[])).description
    };
    assert_eq!(described(&edition), "Dear Lina, come soon and sing[…]");
    // Nothing said at all: what the edition is.
    letter(&mut edition, "four").text.clear();
    assert_eq!(described(&edition), "Letters of musicians and of those who heard them, 1811 to 1833.");
}
