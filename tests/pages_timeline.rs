//! The timeline as markup, rendered natively: a small edition, the address as a reader would have it.

mod common;

use bundle::{Manifest, Part, PartName};
use common::printed;
use dates::{Anchor, Bounds, Calendar, Certainty, Duration, Edtf, Rule, bounds, parse_edtf};
use edition::{Header, Origin};
use expect_test::{ExpectFile, expect_file};
use index::{Catalogue, Excerpt, Moment, MomentKind, Setting};
use reader::Library;
use viewer::Locale;

fn moment(kind: MomentKind, fragment: &str, meaning: &str, [before, words, after]: [&str; 3]) -> Moment {
    let meaning = parse_edtf(meaning).ok();
    Moment {
        kind,
        letter: "ada-1904-05-02".into(),
        fragment: fragment.into(),
        setting: match kind {
            MomentKind::InNote => Setting::Note("3".into()),
            MomentKind::Printing => Setting::Imprint,
            _ => Setting::Text,
        },
        as_written: words.into(),
        excerpt: Excerpt { before: before.into(), words: words.into(), after: after.into() },
        bounds: meaning.as_ref().map_or_else(Bounds::default, bounds),
        meaning,
        origin: Origin::Source,
        certainty: Certainty::High,
        rule: Some(Rule::MonthName),
        anchor: None,
        duration: None,
        calendar: Calendar::default(),
        original: None,
        reason: None,
    }
}

/// Two days in May, a span, a length of time, a yesterday, a doubtful month, a print thirty years on, and a
/// letter without a date.
fn edition() -> Library {
    use MomentKind::{InNote, Mentioned, Printing, Sent};
    let letter: Edtf = parse_edtf("1904-05-02").expect("a day");
    let mut length =
        moment(Mentioned, "d5", "1902-05-02~/1904-05-02~", ["I have not slept for ", "two years", "."]);
    length.rule = Some(Rule::Duration);
    length.duration = Some(Duration { years: 2, ..Duration::default() });
    length.anchor = Some(Anchor::LetterDate(letter.clone()));
    length.origin = Origin::Machine;
    length.certainty = Certainty::Low;
    let mut yesterday = moment(Mentioned, "d3", "1904-05-01", ["Your card came ", "yesterday", "."]);
    yesterday.rule = Some(Rule::Relative);
    yesterday.anchor = Some(Anchor::LetterDate(letter));
    yesterday.origin = Origin::Machine;
    let mut month = moment(InNote, "d6", "1904-05?", ["Posted in ", "May", ", it seems."]);
    month.origin = Origin::Editor;
    month.reason = Some("the postmark is smudged".into());
    let mut bare = moment(Sent, "p1", "no date", ["No day, no year.", "", ""]);
    bare.letter = "bare".into();
    bare.rule = None;
    let moments = vec![
        length,
        moment(Mentioned, "d4", "1903/1904", ["The old house (", "1903-1904", ") is sold."]),
        yesterday,
        month,
        moment(Sent, "d2", "1904-05-02", ["", "2 May 1904", ""]),
        moment(Printing, "d1", "1934", ["First published in ", "1934", ""]),
        bare,
    ];
    let name = |kind: &str| PartName { kind: kind.into(), checksum: 0 };
    let header = Header { title: "Two letters".into(), language: "en".into(), ..Header::default() };
    let mut library = Library::of(Manifest {
        header,
        chronology: name("chronology"),
        catalogue: name("catalogue"),
        excerpt_parts: vec![name("excerpts")],
        ..Manifest::default()
    });
    let excerpts = moments.iter().map(|moment| moment.excerpt.clone()).collect();
    library.keep(name("chronology"), Part::Chronology(moments));
    library.keep(name("excerpts"), Part::Excerpts(excerpts));
    library.keep(name("catalogue"), Part::Catalogue(Catalogue::default()));
    library
}

fn page(address: &str, locale: Locale) -> String {
    printed(edition(), address, locale)
}

/// The view alone, a line for each element that holds others; a shape is its name in brackets.
fn lines(html: &str) -> String {
    const BLOCKS: [&str; 14] = [
        "div", "ul", "ol", "li", "p", "section", "h1", "h2", "table", "tr", "fieldset", "select", "button",
        "label",
    ];
    let main = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    let main = main.split_once('>').map_or(main, |(_, rest)| rest);
    let mut out = String::new();
    let mut drawn = false;
    for (nth, piece) in main.split('<').enumerate() {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if name == "svg" && !tag.starts_with('/') {
            drawn = true;
            let shape =
                tag.split("shape--").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            out.push_str(&["[", shape, "]"].concat());
        } else if drawn {
            drawn = name != "svg";
            out.push_str(text);
        } else {
            if BLOCKS.contains(&name) && !tag.starts_with('/') && !out.is_empty() {
                out.push('\n');
            }
            out.push_str(if nth > 0 { "<" } else { "" });
            out.push_str(piece);
        }
    }
    out.push('\n');
    out
}

fn check(address: &str, locale: Locale, expected: ExpectFile) {
    let html = page(address, locale);
    assert!(!html.contains("style="), "no style attribute");
    expected.assert_eq(&lines(&html));
}

#[test]
fn the_whole_timeline() {
    check("/chronology/", Locale::En, expect_file!["golden/timeline.html"]);
}

#[test]
fn a_date_that_is_not_in_the_words_of_its_letter_does_not_stand_behind_them() {
    let mut moment = moment(MomentKind::Sent, "p1", "1892-02-21", ["Lieber Freund! / Das Mauserl …", "", ""]);
    moment.as_written = "21. 2. 1892".into();
    let name = |kind: &str| PartName { kind: kind.into(), checksum: 0 };
    let manifest = Manifest {
        chronology: name("chronology"),
        catalogue: name("catalogue"),
        excerpt_parts: vec![name("excerpts")],
        ..Manifest::default()
    };
    let mut library = Library::of(manifest);
    library.keep(name("excerpts"), Part::Excerpts(vec![moment.excerpt.clone()]));
    library.keep(name("chronology"), Part::Chronology(vec![moment]));
    library.keep(name("catalogue"), Part::Catalogue(Catalogue::default()));
    let html = printed(library, "/chronology/", Locale::De);
    let sentence = html.split_once("moment__sentence\">").and_then(|(_, rest)| rest.split_once("</p>"));
    let link = "<a href=\"/letters/ada-1904-05-02/#p1\">Lieber Freund! / Das Mauserl …</a>";
    assert_eq!(sentence.map(|(sentence, _)| sentence), Some(link));
}

#[test]
fn a_picked_range_with_table_in_german() {
    let address = "/chronology/?bin=1904-05-01..1904-05-02&table=1";
    check(address, Locale::De, expect_file!["golden/timeline-picked.de.html"]);
}

#[test]
fn around_a_letter_in_russian() {
    check(
        "/chronology/?around=ada-1904-05-02&axis=linear&scale=year",
        Locale::Ru,
        expect_file!["golden/timeline-around.ru.html"],
    );
}

#[test]
fn nothing_is_left() {
    check("/chronology/?kinds=received", Locale::En, expect_file!["golden/timeline-empty.html"]);
}

/// Every identifier that is pointed to stands in the page, once.
#[test]
fn identifiers_are_unique_and_lead_somewhere() {
    let html = page("/chronology/?bin=1904-05", Locale::En);
    let values = |attribute: &str| -> Vec<String> {
        let start = [" ", attribute, "=\""].concat();
        html.split(&start).skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
    };
    let ids = values("id");
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
    }
    for attribute in ["interestfor", "aria-describedby", "aria-labelledby"] {
        for target in values(attribute) {
            assert!(ids.contains(&target), "{attribute} {target}");
        }
    }
    assert!(ids.contains(&"t-ada-1904-05-02-d3".to_owned()));
    assert_eq!(
        values("tabindex").iter().filter(|value| *value == "0").count(),
        1,
        "one stop of the Tab key on the axis"
    );
}
