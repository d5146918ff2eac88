//! Files that mean harm, through every importer: a clear message, or harmless text; never a fetch, never the end of the
//! memory or the stack.

use edition::{Edition, EntryId, Inline, Letter, Link, each_inline};
use source::{Report, SourceFile, SourceId, decode};

/// A file of the disk, decoded and imported; with the findings of both.
fn read(name: &str, text: &str) -> Report<Edition> {
    with_register(name, text, None)
}

fn with_register(name: &str, text: &str, register: Option<&str>) -> Report<Edition> {
    let decoded = decode(name, text.as_bytes());
    let side =
        register.map(|text| SourceFile { id: SourceId(1), ..decode("register.toml", text.as_bytes()).value });
    let mut report = import::import(&[decoded.value], side.as_ref());
    report.diagnostics.splice(0..0, decoded.diagnostics);
    report
}

fn tei(body: &str) -> String {
    format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>")
}

fn codes(report: &Report<Edition>) -> Vec<&'static str> {
    report.diagnostics.iter().map(|finding| finding.code.0).collect()
}

/// All words of a letter, blocks parted by line ends, and where its links lead.
fn words(letter: &Letter) -> (String, Vec<Link>) {
    let (mut words, mut links) = (String::new(), Vec::new());
    for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
        each_inline(&block.inlines, &mut |inline| match inline {
            Inline::Text(text) => words.push_str(&text.text),
            Inline::Link(link, _) => links.push(link.clone()),
            _ => {}
        });
        words.push('\n');
    }
    (words, links)
}

/// A letter in each format that holds these words.
fn in_each_format(said: &str) -> [(&'static str, String); 3] {
    let escaped = said.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    [
        ("letter.txt", format!("Dear Anna,\n\n{said}\n\nYours,\n\nEva\n")),
        ("letter.md", format!("---\nfrom: Eva\nto: Anna\n---\n\n{said}\n")),
        ("letter.xml", tei(&format!("<p>{escaped}</p>"))),
    ]
}

const BOMB: &str = "<!DOCTYPE TEI [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\
    <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>\
    <TEI><text><body><p>&d;</p></body></text></TEI>";

#[test]
fn files_that_declare_entities_are_refused() {
    let external = "<!DOCTYPE TEI [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><TEI><text><body><p>&x;</p></body></text></TEI>";
    let parameter = "<!DOCTYPE TEI [<!ENTITY % x SYSTEM \"http://example.org/x.dtd\"> %x;]><TEI><text><body><p>a</p></body></text></TEI>";
    for text in [BOMB, external, parameter] {
        let report = read("letter.xml", text);
        assert_eq!(codes(&report), ["tei/entities"]);
        assert!(report.value.letters.is_empty());
    }
    // To the others it is a text like any.
    for name in ["letter.txt", "letter.md"] {
        let report = read(name, BOMB);
        let (words, _) = words(&report.value.letters[0]);
        assert!(words.contains("&d;") && words.len() < BOMB.len() + 100, "{name}: {words}");
    }
    let report = with_register("letter.xml", &tei("<p>a</p>"), Some(BOMB));
    assert!(codes(&report).contains(&"register/syntax"), "{:?}", codes(&report));
}

#[test]
fn nothing_outside_of_a_file_is_fetched() {
    // An address that nobody serves: a fetch would fail, and be said.
    let outside = "<!DOCTYPE TEI SYSTEM \"http://127.0.0.1:9/tei.dtd\"><?xml-stylesheet href=\"http://127.0.0.1:9/a.css\"?>\
        <TEI xmlns:xi=\"http://www.w3.org/2001/XInclude\"><text><body><p>Here.</p>\
        <xi:include href=\"file:///etc/hostname\" parse=\"text\"/></body></text></TEI>";
    let report = read("letter.xml", outside);
    assert_eq!(words(&report.value.letters[0]).0.trim(), "Here.");
    assert!(codes(&report).iter().all(|code| *code == "tei/unknown-element"), "{:?}", codes(&report));
    let image = read("letter.md", "![words](http://127.0.0.1:9/a.png)\n");
    assert_eq!(words(&image.value.letters[0]), ("words\n".to_owned(), Vec::new()));
}

#[test]
fn front_matter_that_multiplies_itself_is_refused() {
    let mut front = "a0: &a0 [ha,ha,ha,ha,ha,ha,ha,ha,ha]\n".to_owned();
    for level in 1..12 {
        let before = format!("*a{}", level - 1);
        front += &format!("a{level}: &a{level} [{}]\n", [&*before; 9].join(","));
    }
    let report = read("letter.md", &format!("---\n{front}from: *a11\n---\n\nHere.\n"));
    assert_eq!(codes(&report), ["markdown/front-matter"]);
    assert_eq!(words(&report.value.letters[0]).0, "Here.\n");
}

#[test]
fn two_hundred_levels_and_more() {
    for levels in [200, 20_000] {
        let nested = |open: &str, close: &str| format!("{}x{}", open.repeat(levels), close.repeat(levels));
        let deep = read("letter.xml", &tei(&nested("<hi>", "</hi>")));
        assert_eq!(codes(&deep), ["tei/too-deep"]);
        assert!(deep.value.letters.is_empty());
        for text in [
            nested("*a **b ", " b** a*"),
            nested("[", "](https://example.org/)"),
            nested("> ", ""),
            nested("- ", ""),
        ] {
            let report = read("letter.md", &text);
            assert!(words(&report.value.letters[0]).0.contains('x'));
            assert!(codes(&report).iter().all(|code| *code == "markdown/too-deep"), "{:?}", codes(&report));
        }
        let report = read("letter.md", &format!("---\nfrom: {}\n---\nx\n", nested("[", "]")));
        assert!(codes(&report).len() <= 1 && words(&report.value.letters[0]).0.contains('x'));
        let report = read("letter.txt", &format!("Dear Anna,\n\n{}\n", nested("[_", "_]")));
        assert!(words(&report.value.letters[0]).0.contains('x'));
        let report =
            with_register("letter.txt", "Dear Anna,\n\nx\n", Some(&format!("a = {}", nested("[", "]"))));
        assert!(codes(&report).contains(&"register/syntax"), "{:?}", codes(&report));
    }
    let shallow = read("letter.xml", &tei(&format!("{}x{}", "<hi>".repeat(190), "</hi>".repeat(190))));
    assert_eq!(words(&shallow.value.letters[0]).0.trim(), "x");
}

#[test]
fn markup_in_words_stays_words() {
    for said in [
        "<script>alert(1)</script>",
        "a\"><img src=x onerror=alert(1)>",
        "{{7}} ${7} <!-- x -->",
        "]]> </title>",
    ] {
        for (name, text) in in_each_format(said) {
            let report = read(name, &text);
            let found = words(&report.value.letters[0]).0.replace('\n', "");
            assert!(found.contains(said), "{name}: {found}");
        }
    }
}

#[test]
fn identifiers_made_of_markup() {
    let bad = "\"&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
    let text = format!(
        "<TEI xml:id='{bad}'><text><body><p><persName ref='#x'>A</persName>\
         <note n='{bad}' xml:id='{bad}2'>b</note><note n='&lt;b&gt;'>c</note><pb n='{bad}'/></p></body></text></TEI>"
    );
    let report = read("letter.xml", &text);
    let letter = &report.value.letters[0];
    let safe = |id: &str| id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    assert!(safe(letter.id.as_str()), "{}", letter.id);
    let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
    let ids = blocks.map(|block| block.id.as_str()).chain(letter.notes.iter().map(|note| note.id.as_str()));
    for id in ids {
        assert!(safe(id), "{id}");
    }
    for name in ["<b>.txt", "\"onload=.md", "javascript:alert(1).xml", "..txt", "a b?c#d.md"] {
        let text = if name.ends_with("xml") { tei("<p>x</p>") } else { "Dear Anna,\n\nx\n".to_owned() };
        let report = read(name, &text);
        assert!(safe(report.value.letters[0].id.as_str()), "{name}: {}", report.value.letters[0].id);
    }
    let note = read("letter.md", "x[^<b>\"]\n\n[^<b>\"]: y\n");
    assert!(note.value.letters[0].notes.iter().all(|note| safe(note.id.as_str())));
}

/// What an entry is called, is the editor's word: it stays as it is, and a rule of `check` reports it.
#[test]
fn entries_keep_their_identifiers() {
    let register =
        "[[person]]\nid = \"\\\"><b>\"\nname = \"<script>alert(1)</script>\"\nforms = [\"<b>Anna</b>\"]\n";
    let report = with_register("letter.txt", "Dear Anna,\n\nI saw <b>Anna</b> today.\n", Some(register));
    assert_eq!(report.value.register.entries[0].id, EntryId::from("\"><b>"));
    assert_eq!(&*report.value.register.entries[0].name, "<script>alert(1)</script>");
    assert!(words(&report.value.letters[0]).0.contains("<b>Anna</b>"));
}

const REFUSED: [&str; 8] = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java&#x09;script:alert(1)",
    " javascript:alert(1)",
    "&#1;javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/hostname",
];

#[test]
fn addresses_that_a_browser_would_run_are_words() {
    for address in REFUSED {
        // XML knows no such control; Markdown makes it U+FFFD or keeps it.
        if !address.contains("&#1;") {
            let report = read("letter.xml", &tei(&format!("<p><ref target='{address}'>here</ref></p>")));
            let (words, links) = words(&report.value.letters[0]);
            assert_eq!(words.trim(), "here");
            assert!(matches!(links[..], [Link::Unknown(_)]), "{address}: {links:?}");
            assert_eq!(codes(&report), ["tei/refused-link"], "{address}");
        }
        let report = read("letter.md", &format!("[here](<{address}>) and <{}>\n", address.trim()));
        let (_, links) = words(&report.value.letters[0]);
        assert!(links.iter().all(|link| matches!(link, Link::Unknown(_))), "{address}: {links:?}");
        assert!(codes(&report).contains(&"markdown/refused-link"), "{address}: {:?}", codes(&report));
        let report = read("letter.txt", &format!("Dear Anna,\n\nhere {address}\n"));
        assert!(words(&report.value.letters[0]).1.is_empty());
    }
    for address in ["https://example.org/", "http://example.org/", "mailto:a@example.org"] {
        for (name, text) in [
            ("letter.xml", tei(&format!("<p><ref target='{address}'>here</ref></p>"))),
            ("letter.md", format!("[here]({address})\n")),
        ] {
            let report = read(name, &text);
            assert_eq!(words(&report.value.letters[0]).1, [Link::Address(address.into())], "{name}");
            assert_eq!(codes(&report), [""; 0]);
        }
    }
    for address in ["//example.org/", "intent:x", "HTTPS://example.org/", "letter.html"] {
        let report = read("letter.xml", &tei(&format!("<p><ref target='{address}'>here</ref></p>")));
        assert!(matches!(words(&report.value.letters[0]).1[..], [Link::Unknown(_)]), "{address}");
    }
}

#[test]
fn characters_that_turn_the_line_are_kept_and_reported_once() {
    for (name, text) in in_each_format("pay \u{202e}001\u{202c} crowns, \u{2066}or not\u{2069}") {
        let report = read(name, &text);
        assert!(words(&report.value.letters[0]).0.contains("pay \u{202e}001\u{202c} crowns"), "{name}");
        let found: Vec<_> =
            report.diagnostics.iter().filter(|finding| finding.code.0 == "source/bidi-control").collect();
        let place = text.find('\u{202e}').map(|at| u32::try_from(at).expect("a small file"));
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!(found[0].span.map(|span| span.start), place, "{name}");
    }
}

#[test]
fn a_nul_is_named() {
    for (name, text) in in_each_format("one \0 two") {
        let report = read(name, &text);
        assert!(codes(&report).contains(&"source/binary"), "{name}: {:?}", codes(&report));
        match name {
            // XML has no NUL.
            "letter.xml" => assert!(codes(&report).contains(&"tei/not-well-formed")),
            _ => assert!(words(&report.value.letters[0]).0.contains("two"), "{name}"),
        }
    }
    let report = with_register("letter.txt", "Dear Anna,\n\nx\n", Some("[edition]\ntitle = \"a\0b\"\n"));
    assert!(codes(&report).contains(&"register/syntax"), "{:?}", codes(&report));
}
