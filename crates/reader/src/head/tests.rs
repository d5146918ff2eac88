mod hostile;
mod letters;
mod pages;

use super::{Alternate, Head, HeadOf, HeadWords, MetaKey, Site, Target, head};
use crate::fixture::{self, EN};
use dates::{Certainty, parse_edtf};
use edition::{CorrespAction, Edition, EntryKind, Letter};
use expect_test::Expect;

const WORDS: HeadWords<'_> = HeadWords {
    tag: "en",
    dates: EN,
    from_to: &|from, to| [from, " to ", to].concat(),
    unknown: "unknown",
    letters: "Letters",
};

const ALTERNATES: [Alternate<'_>; 2] =
    [Alternate { language: "en", path: "/here/" }, Alternate { language: "de", path: "/de/here/" }];

/// The paths of the viewer.
fn path(target: Target<'_>) -> String {
    match target {
        Target::Edition => "/".to_owned(),
        Target::Letter(id) => format!("/letters/{id}/"),
        Target::Entry(EntryKind::Person, id) => format!("/persons/{id}/"),
        Target::Entry(EntryKind::Place, id) => format!("/places/{id}/"),
        Target::Entry(_, id) => format!("/others/{id}/"),
    }
}

/// A site of which it is known where it will stand, or not.
fn site<'s>(base: Option<&'s str>, rights: &'s [Box<str>]) -> Site<'s> {
    Site { base, root: "../../", path: &path, alternates: &[], rights }
}

const BASE: Option<&str> = Some("https://example.org/weber/");

/// The edition of the tests with all that a head can say.
fn edition() -> Edition {
    let mut edition = fixture::edition();
    let header = &mut edition.header;
    header.title = "Weber and his circle".into();
    header.description = "Letters of musicians and of those who heard them, 1811 to 1833.".into();
    header.editors = vec!["Ada Editor".into(), "Ben Editor".into()];
    for entry in &mut edition.register.entries {
        match entry.id.as_str() {
            "weber" => {
                entry.about = Some("Composer, Kapellmeister at Dresden.".into());
                entry.begin = parse_edtf("1786-11-18?").ok();
                entry.end = parse_edtf("1826-06-05").ok();
            }
            "prague" => entry.authorities = vec![authority("geonames", "3067696")],
            _ => {}
        }
    }
    for letter in &mut edition.letters {
        for action in &mut letter.corresp.actions {
            for mention in &mut action.correspondents {
                mention.as_written = match &*mention.as_written {
                    "weber" => "C. M. v. WEBER",
                    "caroline" => "Caroline",
                    "gross" => "Mme. Groß",
                    _ => "the naturalists",
                }
                .into();
            }
        }
    }
    edition
}

fn authority(name: &str, id: &str) -> edition::Authority {
    edition::Authority { name: name.into(), id: id.into() }
}

fn letter<'e>(edition: &'e mut Edition, id: &str) -> &'e mut Letter {
    edition.letters.iter_mut().find(|letter| letter.id.as_str() == id).expect("the letter is there")
}

fn sent(letter: &mut Letter) -> &mut CorrespAction {
    letter.corresp.actions.first_mut().expect("it was sent")
}

fn date(letter: &mut Letter, edtf: &str, certainty: Certainty) {
    let reading = &mut sent(letter).dating.as_mut().expect("it has a date").reading;
    reading.meaning = parse_edtf(edtf).ok();
    reading.certainty = certainty;
}

fn of(edition: &Edition, of: HeadOf<'_>, site: &Site<'_>) -> Head {
    head(&fixture::open(edition), of, &WORDS, site).expect("the page is there")
}

fn show(head: &Head) -> String {
    let mut text = format!("{}\n{}\n", head.title, head.description);
    for meta in &head.meta {
        let (MetaKey::Name(key) | MetaKey::Property(key)) = meta.key;
        text.push_str(&format!("{key}: {}\n", meta.content));
    }
    for link in &head.links {
        let language = link.hreflang.as_ref().map(|tag| format!(" ({tag})")).unwrap_or_default();
        text.push_str(&format!("{} -> {}{language}\n", link.rel, link.href));
    }
    text.push_str(&lines(head.json_ld.as_deref().unwrap_or("no JSON-LD")));
    text.push('\n');
    text
}

/// JSON with a line for each value, in the order in which it was written.
fn lines(json: &str) -> String {
    let mut text = String::new();
    let (mut depth, mut inside, mut escaped) = (0, false, false);
    for sign in json.chars() {
        let line = |text: &mut String, depth: usize| text.push_str(&format!("\n{}", "  ".repeat(depth)));
        match sign {
            '{' | '[' if !inside => {
                depth += 1;
                text.push(sign);
                line(&mut text, depth);
            }
            '}' | ']' if !inside => {
                depth -= 1;
                line(&mut text, depth);
                text.push(sign);
            }
            ',' if !inside => {
                text.push(sign);
                line(&mut text, depth);
            }
            ':' if !inside => text.push_str(": "),
            _ => text.push(sign),
        }
        inside ^= sign == '"' && !escaped;
        escaped = sign == '\\' && !escaped;
    }
    text
}

fn check(head: &Head, expected: Expect) {
    expected.assert_eq(&show(head));
}

#[test]
fn without_a_base_nothing_is_absolute() {
    let edition = edition();
    for base in [None, Some(""), Some("/weber/"), Some("javascript:alert(1)//")] {
        for page in [HeadOf::Letter(&"two".into()), HeadOf::Edition { title: "", path: "" }] {
            let head = of(&edition, page, &Site { alternates: &ALTERNATES, ..site(base, &[]) });
            assert!(head.links.iter().all(|link| link.href.starts_with("../../")), "{:?}", head.links);
            let url = MetaKey::Property("og:url");
            assert!(head.meta.iter().all(|meta| meta.key != url), "{base:?}");
            let json = head.json_ld.unwrap_or_default();
            assert!(json.contains("\"@id\":\"../../"), "{json}");
        }
    }
}

#[test]
fn what_the_edition_lacks_has_no_head() {
    let library = fixture::library();
    assert_eq!(head(&library, HeadOf::Letter(&"xyz".into()), &WORDS, &site(BASE, &[])), None);
    assert_eq!(head(&library, HeadOf::Entry(&"xyz".into()), &WORDS, &site(BASE, &[])), None);
}
