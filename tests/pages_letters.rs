//! What the page of a letter says of those between whom it went, of its dates and of its notes: letters made by hand.

mod common;

use bundle::{LetterBody, Letters, Manifest, Part, PartName, Range};
use common::printed;
use dates::Certainty;
use edition::{
    ActionKind, CorrespAction, CorrespDesc, EntryId, EntryKind, Header, Joint, Letter, Mention, Origin,
    Witness,
};
use index::Neighbors;
use reader::Library;
use viewer::Locale;

/// A correspondent who is in no register.
fn mention(name: &str) -> Mention {
    Mention {
        id: "".into(),
        kind: EntryKind::Person,
        as_written: name.into(),
        targets: Vec::new(),
        joint: Joint::And,
        origin: Origin::Source,
        certainty: Certainty::Unknown,
        reason: None,
        expansion: None,
        implied: false,
        span: Default::default(),
    }
}

fn action(kind: ActionKind, who: Mention) -> CorrespAction {
    CorrespAction {
        kind,
        correspondents: vec![who],
        joint: Joint::And,
        place: None,
        dating: None,
        other_datings: Vec::new(),
    }
}

/// A letter between two.
fn between(from: Mention, to: Mention) -> Letter {
    Letter {
        id: "made".into(),
        title: None,
        number: None,
        status: None,
        language: "en".into(),
        corresp: CorrespDesc {
            actions: vec![action(ActionKind::Sent, from), action(ActionKind::Received, to)],
            ..CorrespDesc::default()
        },
        witness: Witness::default(),
        text: Vec::new(),
        notes: Vec::new(),
        first_page: None,
    }
}

/// The main part of its page.
fn page(letter: Letter, locale: Locale) -> String {
    let body = LetterBody { letter, neighbors: Neighbors::default(), spans: Vec::new() };
    let letters = Letters { letters: vec![body], entries: Vec::new() };
    let name = PartName { kind: "letters".into(), checksum: 0 };
    let letter_parts = vec![Range { first: "made".into(), part: name.clone() }];
    let header = Header { title: "One letter".into(), language: "en".into(), ..Header::default() };
    let mut library = Library::of(Manifest { header, letters: 1, letter_parts, ..Manifest::default() });
    library.keep(name, Part::Letters(letters));
    let html = printed(library, "/letters/made/", locale);
    let main = html.split_once("<main").map_or(&*html, |(_, rest)| rest);
    main.split_once("</main>").map_or(main, |(main, _)| main).to_owned()
}

#[test]
fn who_is_in_no_register_is_not_put_in_doubt() {
    let html = page(between(mention("François Guizot"), mention("Jan Elm")), Locale::En);
    assert!(html.contains("François Guizot to Jan Elm") && !html.contains("not certain"), "{html}");
    // What the source doubts, or gives a reason for, is said.
    let mut doubted = mention("Jan Elm");
    (doubted.targets, doubted.certainty) = (vec![EntryId::from("elm")], Certainty::Unknown);
    let html = page(between(mention("François Guizot"), doubted), Locale::En);
    assert!(html.contains("Jan Elm <span class=\"origin\" data-origin=\"source\">not certain"), "{html}");
}

#[test]
fn what_an_editor_goes_by_is_said_in_the_language_of_the_page() {
    let mut guessed = mention("Jan Elm");
    (guessed.origin, guessed.reason) = (Origin::Editor, Some("evidence: conjecture".into()));
    let letter = between(guessed, mention("François Guizot"));
    for (locale, words) in [
        (Locale::En, "<p>a conjecture</p>"),
        (Locale::De, "<p>eine Vermutung</p>"),
        (Locale::Ru, "<p>предположение</p>"),
    ] {
        let html = page(letter.clone(), locale);
        assert!(html.contains(words) && !html.contains("evidence"), "{html}");
    }
    // An editor's own words are in the language of the edition.
    let mut guessed = mention("Jan Elm");
    guessed.reason = Some("the hand is his".into());
    let html = page(between(guessed, mention("François Guizot")), Locale::De);
    assert!(html.contains("<p lang=\"en\">the hand is his</p>"), "{html}");
}

/// The main part of a page of an edition of so many letters, without statements of rights.
fn bare(letters: u32, href: &str, locale: Locale) -> String {
    let library = Library::of(Manifest { letters, ..Manifest::default() });
    let html = printed(library, href, locale);
    html.split_once("<main").map_or(&*html, |(_, rest)| rest).to_owned()
}

#[test]
fn about_an_edition_without_rights_has_no_heading_for_them() {
    let html = bare(2, "/about/", Locale::En);
    assert!(html.contains("<h1") && !html.contains("Source and rights"), "{html}");
}

#[test]
fn the_way_back_from_nowhere_is_called_what_it_leads_to() {
    for (letters, locale, name) in
        [(1, Locale::En, ">Letter<"), (2, Locale::En, ">Letters<"), (2, Locale::De, ">Briefe<")]
    {
        let html = bare(letters, "/nowhere/", locale);
        assert!(html.contains(name), "{html}");
    }
}
