//! What `letterbook.toml` says, and the paths that it names.

mod common;

use cli::{Base, Interface, ReportFormat, read_config, read_folder};
use common::{LETTER, REGISTER, folder, report, site};
use expect_test::expect;
use source::SourceFile;

fn findings(text: &str) -> Vec<String> {
    let report = read_config(&SourceFile::from_text("letterbook.toml", text));
    let said = report.diagnostics.iter().map(|finding| {
        let advice: Vec<&str> = finding.hints.iter().map(|hint| hint.message.as_str()).collect();
        format!("{} ({})", finding.message, advice.join("; "))
    });
    said.collect()
}

#[test]
fn every_key_is_read() {
    let text = "base = \"https://host.example/letters\"\ninterface = [\"ru\", \"en\", \"ru\"]\nsources = \"in\"\n\
                register = [\"a.toml\", \"b.toml\"]\ntitle = \"Mill\"\neditors = \"A. Weiss\"\n";
    let report = read_config(&SourceFile::from_text("letterbook.toml", text));
    assert_eq!(report.diagnostics, []);
    let config = report.value;
    assert_eq!(config.base.as_ref().map(Base::as_str), Some("https://host.example/letters/"));
    assert_eq!(config.interface, [Interface::Russian, Interface::English]);
    assert_eq!((config.title.as_deref(), &*config.editors), (Some("Mill"), &["A. Weiss".to_owned()][..]));
    let paths = |named: &[cli::NamedPath]| {
        named.iter().map(|one| (one.path.clone(), text[one.span.range()].to_owned())).collect::<Vec<_>>()
    };
    let same = |path: &str| (path.to_owned(), format!("\"{path}\""));
    assert_eq!(paths(&config.registers), [same("a.toml"), same("b.toml")]);
    assert_eq!(paths(&config.sources), [same("in")]);
}

#[test]
fn addresses_that_no_site_has_are_refused() {
    for (sound, whole) in [
        ("/", "/"),
        ("/letters", "/letters/"),
        ("/a/b/", "/a/b/"),
        ("http://localhost:8080", "http://localhost:8080/"),
        ("https://host.example/~ada/", "https://host.example/~ada/"),
    ] {
        assert_eq!(Base::parse(sound).as_ref().map(Base::as_str), Ok(whole), "{sound}");
    }
    for (base, path) in [
        ("/", "/"),
        ("/letters", "/letters/"),
        ("https://host.example", "/"),
        ("https://host.example/a/b/", "/a/b/"),
    ] {
        assert_eq!(Base::parse(base).as_ref().map(Base::path), Ok(path), "{base}");
    }
    for wrong in [
        "",
        "letters/",
        "//host/",
        "ftp://host/",
        "https:///letters/",
        "https://ho st/",
        "https://host:99999/",
        "/a?b",
        "/a#b",
        "/../a",
        "/a//b",
        "/a b/",
        "/<a>/",
        "/\"a\"/",
    ] {
        assert!(Base::parse(wrong).is_err(), "{wrong}");
    }
    let said = findings("base = \"letters\"");
    assert_eq!(
        said,
        [
            "letters cannot be the address of a site: it begins neither with / nor with https:// (write a path like /letters/, or https://host.example/letters/)"
        ]
    );
}

#[test]
fn languages_that_the_interface_does_not_speak_are_reported_with_the_nearest() {
    assert_eq!(
        findings("interface = [\"eng\", \"xyz\", 7]"),
        [
            "the interface does not speak eng (did you mean en?)",
            "the interface does not speak xyz (it speaks en, de, ru)",
            "interface has to be a text in quotation marks ()",
        ]
    );
    assert_eq!(
        findings("interfaces = \"de\""),
        ["interfaces is no key of letterbook.toml (did you mean interface?)"]
    );
}

#[test]
fn the_language_of_the_edition_is_that_of_letters_that_say_none() {
    let sent = |line: &str, letter: &str| {
        let front = "from: Ada\nto: Carl\ndate: um 1900";
        let text = format!("---\n{front}{letter}\n---\n\nAm Mittag.\n");
        let place = folder("config/language", &[("one.md", &text), ("letterbook.toml", line)]);
        let read = read_folder(&place).expect("a folder");
        let action = read.edition.letters[0].corresp.actions.first().expect("an action");
        let dating = action.dating.as_ref().and_then(|dating| dating.reading.meaning.as_ref());
        let value = dating.map(dates::print_edtf).unwrap_or_default();
        (read.edition.letters[0].language.to_string(), value)
    };
    let row = |language: &str, value: &str| (language.to_owned(), value.to_owned());
    assert_eq!(sent("language = \"de\"", ""), row("de", "1900~"));
    assert_eq!(sent("language = \"fr\"", "\nlanguage: de"), row("de", "1900~"));
    assert_eq!(sent("language = \"deutsch\"", "").0, "und");
    assert_eq!(
        findings("language = \"deutsch\""),
        [
            "deutsch is no tag of a language, and is not used (write de, en-GB, ru-petr1708: two or three letters, then parts of one to eight)"
        ]
    );
}

#[test]
fn a_kiosk_is_set_up_by_a_word_or_a_table() {
    let source = folder("config/kiosk", &[("letters/one.xml", LETTER)]);
    let kiosk = |line: &str| {
        std::fs::write(source.join("letterbook.toml"), line).expect("a file");
        read_folder(&source).expect("a folder").config.kiosk
    };
    let set = |idle, screen| Some(cli::Kiosk { idle, screen });
    assert_eq!(kiosk("kiosk = true"), set(None, None));
    assert_eq!(kiosk("kiosk = false"), None);
    assert_eq!(kiosk("kiosk = { idle = 90, screen = 520 }"), set(Some(90), Some(520)));
    assert_eq!(
        findings("kiosk = { idle = 10, sreen = 5 }"),
        [
            "kiosk has to be a table of whole numbers; this one is at least 30 ()",
            "sreen is no key of kiosk (did you mean screen?)",
        ]
    );
    assert_eq!(findings("kiosk = 1"), ["kiosk has to be true or false, or a table with idle and screen ()"]);
}

#[test]
fn before_the_calendar_changed_the_style_of_a_day_is_open() {
    let letter =
        "---\nfrom: A\nto: B\ndate: 1917-11-02\n---\n\nOn 9 May 1901 I left, on 3 April 1918 I came back.\n";
    let source = folder("config/calendar", &[("letters/one.md", letter)]);
    let styles = |line: &str| {
        std::fs::write(source.join("letterbook.toml"), line).expect("a file");
        let read = read_folder(&source).expect("a folder");
        assert_eq!(read.diagnostics, []);
        let mut styles = Vec::new();
        for block in &read.edition.letters[0].text {
            edition::each_inline(&block.inlines, &mut |inline| {
                if let edition::Inline::Date(dating, _) = inline {
                    styles.push(dating.reading.calendar);
                }
            });
        }
        styles
    };
    use dates::Calendar::{Gregorian, NotStated};
    assert_eq!(styles(""), [Gregorian, Gregorian]);
    assert_eq!(styles("calendar_change = 1918-02-14"), [NotStated, Gregorian]);
    assert_eq!(styles("calendar_change = \"1918-02-14\""), [NotStated, Gregorian]);
    assert_eq!(styles("calendar_change = 1752-09-14"), [Gregorian, Gregorian]);
    let advice =
        "write the first day of the Gregorian calendar, like 1918-02-14 (Russia) or 1752-09-14 (Britain)";
    for line in [
        "calendar_change = 1582-10-14",
        "calendar_change = \"1918\"",
        "calendar_change = \"1918-02-30\"",
        "calendar_change = 1918-02-14T00:00:00",
        "calendar_change = true",
    ] {
        assert_eq!(
            findings(line),
            [format!("calendar_change has to be a day from 1582-10-15 on ({advice})")],
            "{line}"
        );
    }
}

#[test]
fn what_is_not_to_be_shown_has_no_link() {
    let letter = "---\nfrom: A\nto: B\n---\n\nGood [day](place:mill).\n";
    let register = "[[place]]\nid = \"mill\"\nname = \"The Mill\"\n";
    let source = folder("config/show", &[("letters/one.md", letter), ("register.toml", register)]);
    let views = |line: &str| {
        std::fs::write(source.join("letterbook.toml"), ["interface = \"en\"\n", line].concat())
            .expect("a file");
        let out = source.with_extension("site");
        let built = site(&source, &out, true).expect("a site");
        assert!(built.written(), "{line}");
        let page = std::fs::read_to_string(out.join("about/index.html")).expect("a page");
        let ways = ["chronology/", "places/", "search/", "sources.zip"];
        ways.map(|way| page.matches(&format!("{way}\"")).count())
    };
    assert_eq!(views(""), [1, 2, 1, 1]);
    assert_eq!(views("[show]\ntimeline = false\nsearch = true\n"), [0, 2, 1, 1]);
    assert_eq!(views("show = { places = false, search = false, sources = false }"), [1, 0, 0, 0]);
    assert_eq!(
        findings("show = { time = false, works = 0 }"),
        [
            "time is no key of show (the keys are timeline, persons, places, organisations, works, events, offices, search, sources)",
            "show has to be a table of true and false ()",
        ]
    );
    assert_eq!(findings("show = true"), ["show has to be a table, like { timeline = false } ()"]);
}

#[test]
fn a_file_that_is_reached_twice_is_read_once() {
    let files = [("letters/one.xml", LETTER), ("letters/r.xml", REGISTER)];
    let place = folder("config/twice", &files);
    for sources in ["\".\", \"letters\"", "\"letters\", \".\"", "\"letters/one.xml\", \"./letters\""] {
        std::fs::write(place.join("letterbook.toml"), format!("sources = [{sources}]")).expect("a file");
        let read = read_folder(&place).expect("a folder");
        assert_eq!(read.edition.letters.len(), 1, "{sources}");
        assert_eq!(read.diagnostics, [], "{sources}");
        let mut paths: Vec<&str> = read.files.iter().map(|file| &*file.path.0).collect();
        paths.sort_unstable();
        assert_eq!(paths, ["letterbook.toml", "letters/one.xml", "letters/r.xml"], "{sources}");
    }
}

#[test]
fn a_path_that_is_not_there_is_a_finding() {
    let config = "sources = [\"leters\", \"letters\"]\nregister = [\"persons.toml\", \"letters\"]\n";
    let files = [("letters/one.xml", LETTER), ("letters/r.xml", REGISTER), ("letterbook.toml", config)];
    let place = folder("config/missing", &files);
    let (text, counts) = report(&place, ReportFormat::Text);
    assert_eq!(counts.errors, 3);
    expect![[r#"
        error[config/missing-path]: there is no file or folder leters
         --> letterbook.toml:1:12
          |
        1 | sources = ["leters", "letters"]
          |            ^^^^^^^^
          |
          = help: did you mean letters?

        error[config/missing-path]: there is no file persons.toml
         --> letterbook.toml:2:13
          |
        2 | register = ["persons.toml", "letters"]
          |             ^^^^^^^^^^^^^^
          |
          = help: mend the path, or take it out; it begins at the folder of letterbook.toml

        error[config/missing-path]: there is no file letters
         --> letterbook.toml:2:29
          |
        2 | register = ["persons.toml", "letters"]
          |                             ^^^^^^^^^
          |
          = help: mend the path, or take it out; it begins at the folder of letterbook.toml

        1 letter, 2 entries: 3 errors, 0 warnings, 0 notes
    "#]]
    .assert_eq(&text);
}

#[test]
fn a_list_without_a_path_is_not_taken_for_a_missing_key() {
    assert_eq!(
        findings("register = []\nsources = []"),
        [
            "register names no file (without this line, register.toml is read where it is there)",
            "sources names neither file nor folder (without this line, letters are looked for in the whole folder)",
        ]
    );
}

#[test]
fn an_old_address_leads_to_the_letter() {
    let letter = "---\nfrom: Ada\nto: Carl\ndate: 1901-05-03\n---\n\nGood day.\n";
    let config = "interface = [\"en\", \"de\"]\nlanguage = \"en\"\nbase = \"https://letters.example/mill/\"\n\
                  [moved]\n1-ferry = \"1-ferry-renamed\"\n\"a b\" = \"1-ferry-renamed\"\n";
    let place = folder("config/moved", &[("in/1-ferry-renamed.md", letter), ("in/letterbook.toml", config)]);
    let (source, out) = (place.join("in"), place.join("site"));
    assert!(site(&source, &out, true).expect("a free place").written());
    let page = |name: &str| std::fs::read_to_string(out.join(name)).expect(name);
    expect![[r#"
        <!DOCTYPE html>
        <html lang="de">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="refresh" content="0; url=../1-ferry-renamed/">
        <link rel="canonical" href="https://letters.example/mill/de/letters/1-ferry-renamed/">
        <title>letters/1-ferry-renamed/</title>
        </head>
        <body>
        <p><a href="../1-ferry-renamed/">letters/1-ferry-renamed/</a></p>
        </body>
        </html>
    "#]]
    .assert_eq(&page("de/letters/1-ferry/index.html"));
    for old in ["letters/1-ferry", "letters/a~20b", "embed/letters/1-ferry", "embed/de/letters/a~20b"] {
        assert!(page(&format!("{old}/index.html")).contains("url=../1-ferry-renamed/"), "{old}");
    }
    assert!(!page("sitemap.xml").contains("1-ferry/"), "search engines are told of letters");
}

#[test]
fn old_addresses_that_lead_nowhere_are_errors() {
    let letter = "---\nfrom: Ada\nto: Carl\ndate: 1901-05-03\n---\n\nGood day.\n";
    let config = "[moved]\none = \"two\"\n2 = \"three\"\n\"\" = \"two\"\n";
    let files = [("one.md", letter), ("two.md", letter), ("letterbook.toml", config)];
    let (text, _) = report(&folder("config/moved-nowhere", &files), ReportFormat::Text);
    let heads: Vec<&str> = text.lines().filter(|line| line.starts_with("error[config/moved]")).collect();
    assert_eq!(
        heads,
        [
            "error[config/moved]: one is a letter, and cannot lead to another",
            "error[config/moved]: no letter is three, to which 2 is to lead",
            "error[config/moved]: no letter had the name of nothing",
        ]
    );
    assert_eq!(findings("moved = [\"one\"]\n"), ["moved has to be a table, like { old = \"new\" } ()"]);
    assert_eq!(findings("[moved]\none = 2\n"), ["moved has to be a text in quotation marks ()"]);
}

#[test]
fn several_side_files_are_named_in_what_is_said_of_them() {
    let person = |id: &str| format!("[[person]]\nid = \"{id}\"\nname = \"{id}\"\n");
    let letter = "---\nfrom: ada\nto: carl\ndate: 1901-05-03\n---\n\nGood day.\n";
    let two = format!("{}title = 7\n", person("carl"));
    let place = folder(
        "config/several",
        &[
            (
                "letterbook.toml",
                "register = [\"one.toml\", \"two.toml\", \"./one.toml\"]\nsources = \"in\"\n",
            ),
            ("one.toml", &person("ada")),
            ("two.toml", &two),
            ("in/letter.md", letter),
        ],
    );
    let read = read_folder(&place).expect("a folder");
    let said: Vec<(&str, &str)> = read
        .diagnostics
        .iter()
        .map(|finding| (finding.code.0, &*read.files[finding.source.0 as usize].path.0))
        .collect();
    assert_eq!(said, [("register/unknown-key", "two.toml")]);
    assert_eq!(read.edition.register.entries.len(), 2);
}
