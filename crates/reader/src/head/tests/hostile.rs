//! Whatever an edition says stays text.

use super::{ALTERNATES, BASE, WORDS, edition, fixture, letter, path};
use crate::head::{Head, HeadOf, Link, Meta, MetaKey, Site, head, head_markup};
use edition::plain;
use edition::{BlockKind, Edition, Inline, Text};
use proptest::prelude::{Strategy, any, prop, proptest};
use proptest::{prop_assert, prop_assert_eq, test_runner::TestCaseError};

const HOSTILE: [&str; 7] = [
    "</script><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)\" x='",
    "]]><!--<script>",
    "&lt;b&gt; &amp;amp; \\u003c \\\"",
    "a\u{202e}b\u{2067}c",
    "nul\u{0}esc\u{1b}\u{2028}\r\nline",
];

/// An edition in which all that a head can say is this text.
fn saying(text: &str) -> Edition {
    let mut edition = edition();
    let header = &mut edition.header;
    (header.title, header.description, header.language) = (text.into(), text.into(), text.into());
    (header.editors, header.rights) = (vec![text.into()], vec![text.into()]);
    for entry in &mut edition.register.entries {
        (entry.name, entry.sort_name, entry.about) = (text.into(), text.into(), Some(text.into()));
        entry.forms.push(edition::Form { text: format!("x {text}").into(), recognized: true });
        entry.authorities.push(edition::Authority { name: "gnd".into(), id: text.into() });
    }
    for id in ["one", "two", "three", "four"] {
        let letter = letter(&mut edition, id);
        (letter.title, letter.number, letter.language) = (Some(text.into()), Some(text.into()), text.into());
        letter.witness.rights = vec![text.into()];
        for block in letter.text.iter_mut().filter(|block| block.kind == BlockKind::Paragraph) {
            block.inlines = vec![Inline::Text(Text { text: text.into(), span: Default::default() })];
        }
        for action in &mut letter.corresp.actions {
            for mention in &mut action.correspondents {
                mention.as_written = text.into();
            }
        }
    }
    edition
}

fn pages(edition: &Edition, text: &str) -> Vec<Head> {
    let library = fixture::open(edition);
    let rights = [text.into()];
    let site = Site { base: BASE, root: "/", path: &path, alternates: &ALTERNATES, rights: &rights };
    let (one, two, weber) = ("one".into(), "two".into(), "weber".into());
    let pages = [
        HeadOf::Letter(&one),
        HeadOf::Letter(&two),
        HeadOf::Entry(&weber),
        HeadOf::Edition { title: text, path: "" },
        HeadOf::Other { title: text, path: "" },
    ];
    pages.map(|page| head(&library, page, &WORDS, &site).expect("the page is there")).to_vec()
}

#[test]
fn hostile_words_stay_words_in_every_field() {
    for text in HOSTILE {
        for (nth, head) in pages(&saying(text), text).iter().enumerate() {
            let said = plain(text);
            assert!(head.title.contains(&said), "{nth}: {}", head.title);
            assert!(head.description.contains(&said), "{nth}: {}", head.description);
            let mut html = String::new();
            head_markup(head, &mut html);
            let mut found = read(&html).expect("a browser can take it apart");
            let (json, same) = (found.json_ld.take(), head.json_ld.clone());
            assert_eq!(found, Head { json_ld: None, ..without_controls(head) }, "{nth}: {html}");
            assert_eq!(json.is_some(), same.is_some());
            let (Some(json), Some(same)) = (json.as_deref(), same.as_deref()) else { continue };
            let json = value(json).expect("what stands in the page is JSON");
            assert_eq!(Some(&json), value(same).as_ref());
            let texts = texts(&json);
            assert!(texts.iter().filter(|found| found.contains(&said)).count() >= 3, "{nth}: {texts:?}");
            // No address was made of it.
            let addresses = texts.iter().filter(|found| found.contains("://"));
            assert!(addresses.clone().all(|address| !address.contains(&said)), "{nth}: {texts:?}");
        }
    }
}

/// JSON, read: a sign and its escape are one.
fn value(json: &str) -> Option<serde_json::Value> {
    serde_json::from_str(json).ok()
}

fn texts(json: &serde_json::Value) -> Vec<String> {
    match json {
        serde_json::Value::Object(members) => members.values().flat_map(texts).collect(),
        serde_json::Value::Array(values) => values.iter().flat_map(texts).collect(),
        other => other.as_str().map(str::to_owned).into_iter().collect(),
    }
}

/// What can be read of a head: characters that HTML does not have are not.
fn without_controls(head: &Head) -> Head {
    let clean = |text: &str| {
        text.chars().filter(|sign| !sign.is_control() || sign.is_whitespace()).collect::<String>()
    };
    let mut head = head.clone();
    (head.title, head.description) = (clean(&head.title), clean(&head.description));
    head.meta.iter_mut().for_each(|meta| meta.content = clean(&meta.content));
    for link in &mut head.links {
        link.href = clean(&link.href);
        link.hreflang = link.hreflang.as_deref().map(clean);
    }
    head
}

/// Reads a head back as a browser would take it apart: an element ends at the first sign that can end it.
fn read(html: &str) -> Result<Head, String> {
    let mut head = Head::default();
    let mut rest = html;
    while let Some(after) = rest.strip_prefix('<') {
        let (tag, after) = after.split_once('>').ok_or("a tag without end")?;
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut values = Vec::new();
        while !attributes.is_empty() {
            let (key, value) =
                attributes.split_once("=\"").ok_or_else(|| format!("attributes: {attributes}"))?;
            let (value, after) = value.split_once('"').ok_or("an attribute without end")?;
            values.push((key, unescaped(value)?));
            attributes = after.trim_start();
        }
        rest = match name {
            "title" | "script" => {
                let (inside, after) = after.split_once("</").ok_or("an element without end")?;
                if name == "title" {
                    head.title = unescaped(inside)?;
                } else {
                    head.json_ld = Some(inside.to_owned());
                }
                after.strip_prefix(name).and_then(|after| after.strip_prefix(">\n")).ok_or("another end")?
            }
            _ => {
                head = with(head, name, &values)?;
                after.strip_prefix('\n').ok_or("no line end")?
            }
        };
    }
    if rest.is_empty() { Ok(head) } else { Err(format!("left over: {rest}")) }
}

/// Adds an element that has no end.
fn with(mut head: Head, name: &str, values: &[(&str, String)]) -> Result<Head, String> {
    match (name, values) {
        ("meta", [("name", key), ("property", property), ("content", content)])
            if key == "description" && property == "og:description" =>
        {
            head.description.clone_from(content);
        }
        ("meta", [(attribute, key), ("content", content)]) => {
            let key = known(key)?;
            let key = if *attribute == "name" { MetaKey::Name(key) } else { MetaKey::Property(key) };
            head.meta.push(Meta { key, content: content.clone() });
        }
        ("link", [("rel", rel), ("href", href), language @ ..]) => {
            let hreflang = language.first().map(|(_, language)| language.clone());
            head.links.push(Link { rel: known(rel)?, href: href.clone(), hreflang });
        }
        _ => return Err(format!("no such element: {name} {values:?}")),
    }
    Ok(head)
}

fn known(key: &str) -> Result<&'static str, String> {
    const KEYS: [&str; 16] = [
        "og:title",
        "og:type",
        "og:url",
        "og:site_name",
        "og:locale",
        "citation_title",
        "citation_author",
        "citation_publication_date",
        "citation_language",
        "dcterms.type",
        "canonical",
        "prev",
        "next",
        "alternate",
        "license",
        "x",
    ];
    KEYS.into_iter().find(|known| *known == key).ok_or_else(|| format!("no such word: {key}"))
}

fn unescaped(text: &str) -> Result<String, String> {
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, after) = piece.split_once(';').ok_or_else(|| format!("a bare ampersand: {piece}"))?;
        let sign = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'")];
        let (_, sign) = sign.iter().find(|(known, _)| *known == name).ok_or_else(|| format!("&{name};"))?;
        out.push_str(sign);
        out.push_str(after);
    }
    if out.is_empty() || !text.contains(['<', '>', '"']) { Ok(out) } else { Err(format!("bare: {text}")) }
}

/// Texts with many of the signs that mean something in HTML and JSON.
fn words() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        '<', '>', '"', '\'', '&', '/', '\\', ';', '!', '-', ']', '\u{0}', '\n', '\u{202e}', 'a', 'ß', 'ф',
    ]);
    let fragments = prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned);
    let any_text = prop::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter);
    proptest::prop_oneof![
        prop::collection::vec(signs, 0..24).prop_map(String::from_iter),
        fragments,
        any_text,
    ]
}

proptest! {
    #[test]
    fn every_head_can_be_read_back(
        title in words(), description in words(), contents in prop::collection::vec(words(), 0..4),
        addresses in prop::collection::vec((words(), prop::option::of(words())), 0..4),
        json in prop::option::of(words()),
    ) {
        let head = Head {
            title,
            description,
            meta: contents.into_iter().map(|content| Meta { key: MetaKey::Name("x"), content }).collect(),
            links: addresses.into_iter().map(|(href, hreflang)| Link { rel: "x", href, hreflang }).collect(),
            json_ld: json.map(|text| serde_json::json!({ "name": text }).to_string()),
        };
        let mut html = String::new();
        head_markup(&head, &mut html);
        let mut found = read(&html).map_err(TestCaseError::fail)?;
        let mut expected = without_controls(&head);
        prop_assert_eq!(found.json_ld.as_deref().map(value), expected.json_ld.as_deref().map(value));
        (found.json_ld, expected.json_ld) = (None, None);
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn every_edition_says_what_it_says(text in words()) {
        for head in pages(&saying(&text), &text) {
            let mut html = String::new();
            head_markup(&head, &mut html);
            let read = read(&html).map_err(TestCaseError::fail)?;
            prop_assert_eq!(read.title, head.title);
            prop_assert_eq!(read.json_ld.as_deref().map(value), head.json_ld.as_deref().map(value));
            prop_assert!(read.json_ld.as_deref().is_none_or(|json| value(json).is_some()));
            prop_assert!(head.description.chars().count() <= 200);
        }
    }
}
