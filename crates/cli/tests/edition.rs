//! Folders of letters checked and built, as an editor does it.

mod common;

use cli::{BuildOptions, Counts, Detail, FolderError, Progress, ReportFormat, build, read_folder};
use common::{LETTER, REGISTER, contents, report, site};
use expect_test::expect;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A new folder with these files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    common::folder(&format!("edition/{name}"), files)
}

#[test]
fn a_sound_edition_has_nothing_to_report() {
    let files = [("letters/one.xml", LETTER), ("persons.xml", REGISTER), ("README.md", "# Of this folder\n")];
    let folder = folder("sound", &files);
    let (text, counts) = report(&folder, ReportFormat::Text);
    assert_eq!(counts, Counts { notes: 1, ..Counts::default() });
    expect![[r#"
        note[folder/not-a-letter]: README.md is left out: it has no front matter
          = help: if it is a letter, begin it with lines --- and --- and from: and to: between

        1 letter, 2 entries: 0 errors, 0 warnings, 1 note
    "#]]
    .assert_eq(&text);
}

#[test]
fn mistakes_are_named_with_file_line_and_advice() {
    let broken = LETTER
        .replace("1901-05-03", "1901-31-05")
        .replace("day, <persName ref='#carl'", "day, <persName ref='#karl'");
    let config = "title = \"Letters\"\ntitel = \"Briefe\"\nlanguage = 7\n";
    let files =
        [("letterbook.toml", config), ("one.xml", &*broken), ("two.xml", "<TEI><text>"), ("r.xml", REGISTER)];
    let folder = folder("mistakes", &files);
    let (text, _) = report(&folder, ReportFormat::Text);
    expect![[r#"
        warning[config/unknown-key]: titel is no key of letterbook.toml
         --> letterbook.toml:2:1
          |
        2 | titel = "Briefe"
          | ^^^^^
          |
          = help: did you mean title?

        error[config/wrong-type]: language has to be a text in quotation marks
         --> letterbook.toml:3:12
          |
        3 | language = 7
          |            ^

        warning[tei/bad-date]: 1901-31-05 is no date that can be read
         --> one.xml:1:140
          |
        1 | ...tion type='sent'><persName ref='#ada'>Ada</persName><date when='1901-31-05'/></correspAction><correspAction type='received'><persN...
          |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: write 1921-03-17, 1921-03 or 1921; the words are kept

        warning[tei/dangling-reference]: no entry is karl, which is referred to once
         --> one.xml:1:330
          |
        1 | ...Header><text xml:lang='en'><body><p>Good day, <persName ref='#karl'>Carl</persName>.</p></body></text></TEI>
          |                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: add it to a register, or mend the reference; the name stays as it is written

        error[tei/not-well-formed]: this is not well-formed XML: the root node was opened but never closed
         --> two.xml:1:1
          |
        1 | <TEI><text>
          | ^
          |
          = help: the letter is left out until this is mended; an XML editor shows the place

        1 letter, 2 entries: 2 errors, 3 warnings, 0 notes
    "#]].assert_eq(&text);
    let (json, counts) = report(&folder, ReportFormat::Json);
    let findings: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(findings.len(), counts.errors + counts.warnings + counts.notes);
    assert_eq!(findings[0]["file"], "letterbook.toml");
    assert_eq!((&findings[0]["line"], &findings[0]["column"]), (&2.into(), &1.into()));
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let source = folder("twice", &[("letters/one.xml", LETTER), ("letters/r.xml", REGISTER)]);
    let config = "title = \"A <b> & C\"\ndescription = \"Of \\\"two\\\"\"\nsources = [\"letters\"]\ninterface = [\"ru\", \"en\"]\n";
    fs::write(source.join("letterbook.toml"), config).expect("a file");
    let (one, two) = (source.join("site"), source.join("other"));
    assert!(site(&source, &one, true).expect("a place that is free").written());
    site(&source, &two, false).expect("a place that is free");
    let files = contents(&one);
    assert_eq!(files, contents(&two));
    let names: Vec<String> = files.keys().map(|name| name.to_string_lossy().replace('\\', "/")).collect();
    let (parts, others): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.starts_with("data/"));
    let (pages, others): (Vec<&String>, Vec<&String>) =
        others.into_iter().partition(|name| name.ends_with(".html"));
    let rest = [
        ".letterbook",
        "_headers",
        "edition.ltb",
        "files.txt",
        "find.ltb",
        "fonts/a.woff2",
        "site.webmanifest",
        "sources.zip",
    ];
    assert_eq!(others, rest);
    let (framed, pages): (Vec<&String>, Vec<&String>) =
        pages.into_iter().partition(|name| name.starts_with("embed/"));
    let (english, tongues): (Vec<&String>, Vec<&String>) =
        pages.into_iter().partition(|name| !name.starts_with("ru/"));
    let views = [
        "404.html",
        "about/index.html",
        "chronology/index.html",
        "correspondence/ada/carl/index.html",
        "index.html",
        "letters/L1/index.html",
        "persons/ada/index.html",
        "persons/carl/index.html",
        "persons/index.html",
        "search/index.html",
    ];
    assert_eq!(english, views);
    assert_eq!(tongues.len(), views.len(), "each page in each language");
    let (framed_ru, framed): (Vec<&String>, Vec<&String>) =
        framed.into_iter().partition(|name| name.starts_with("embed/ru/"));
    let shown = ["chronology/", "", "letters/L1/", "persons/"].map(|path| format!("embed/{path}index.html"));
    assert_eq!(framed, shown.each_ref());
    assert_eq!(framed_ru.len(), shown.len(), "each in each language");
    let page = String::from_utf8_lossy(&files[Path::new("index.html")]).into_owned();
    assert!(page.contains("<html lang=\"en\" data-root=\"./\" data-shared=\"./\">"), "{page}");
    assert!(page.contains("<title>Ada to Carl · A &lt;b&gt; &amp; C</title>"), "{page}");
    let about = String::from_utf8_lossy(&files[Path::new("about/index.html")]).into_owned();
    assert!(about.contains("content=\"Of &quot;two&quot;\""), "{about}");
    assert!(
        page.contains(
            "<meta name=\"description\" property=\"og:description\" content=\"3 May 1901 · Good day, Carl.\">"
        ),
        "{page}"
    );
    let unpacked = |name: &str| bundle::uncompressed(&files[Path::new(name)]).expect("compressed");
    let manifest = unpacked("edition.ltb");
    let (manifest, behind) = bundle::open_manifest(&manifest).expect("an edition");
    assert_eq!((manifest.letters, behind.len()), (1, 0));
    assert_eq!(manifest.registers.len(), 1, "a register of persons");
    let (words, parts): (Vec<&String>, Vec<&String>) =
        parts.into_iter().partition(|name| name.starts_with("data/find-"));
    let kinds = words.iter().filter_map(|name| name.splitn(3, '-').nth(2));
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        ["fen-0", "fru-0", "len", "lru", "p0-0", "t0"],
        "leaves and lines in each language, places, terms"
    );
    for part in &parts {
        let bytes = unpacked(part);
        let (kind, checksum) = part["data/".len()..].rsplit_once('-').expect("a name with a checksum");
        let checksum = u32::from_str_radix(checksum.trim_end_matches(".ltb"), 16).expect("a checksum");
        let name = bundle::PartName { kind: kind.into(), checksum };
        assert!(bundle::open_part(&name, &bytes).is_ok(), "{part}");
    }
    // What was written by this command may be written again.
    assert!(site(&source, &one, false).expect("our own place").written());
    assert_eq!(contents(&one), files);
}

#[test]
fn places_that_are_not_ours_are_refused() {
    let source = folder("refused", &[("letters/one.xml", LETTER), ("mine/diary.txt", "Dear diary")]);
    fs::write(source.join("letterbook.toml"), "sources = [\"letters\"]").expect("a file");
    for out in ["mine", "letters", "letters/site", "mine/diary.txt"] {
        let refused = site(&source, &source.join(out), false);
        assert!(matches!(refused, Err(FolderError::Refused { .. })), "{out}: {refused:?}");
    }
    assert_eq!(fs::read_to_string(source.join("mine/diary.txt")).expect("still there"), "Dear diary");
}

#[test]
fn what_has_findings_is_built_unless_that_is_forbidden() {
    let source = folder("strict", &[("in/one.xml", LETTER), ("in/two.xml", "<TEI><text>")]);
    fs::write(source.join("letterbook.toml"), "sources = \"in\"").expect("a file");
    let out = source.join("site");
    let built = site(&source, &out, true).expect("a free place");
    assert!(!built.written() && !out.exists());
    let built = site(&source, &out, false).expect("a free place");
    assert!(built.written() && built.letters == 1 && built.counts.errors == 1, "{built:?}");
    let nothing = folder("nothing", &[]);
    assert!(!site(&nothing, &source.join("none"), false).expect("a free place").written());
}

#[test]
fn a_new_edition_is_sound_and_can_be_built() {
    let place = folder("new", &[]);
    cli::start(&place).expect("an empty folder");
    let (text, counts) = report(&place, ReportFormat::Text);
    assert_eq!(counts, Counts::default(), "{text}");
    let built = site(&place, &place.join("site"), true).expect("a free place");
    assert!(built.written() && built.letters == 3, "{built:?}");
    assert!(matches!(cli::start(&place), Err(FolderError::Refused { .. })));
}

#[test]
fn a_command_without_the_viewer_says_so() {
    let source = folder("plain", &[("one.xml", LETTER)]);
    let out = source.join("../plain-site");
    let (detail, progress) = (Detail::Everything, Progress::none());
    let options =
        BuildOptions { folder: &source, out: &out, deny: None, single_file: false, detail, progress };
    let refused = build(&options, &mut Vec::new());
    assert!(matches!(refused, Err(FolderError::NoViewer)), "{refused:?}");
    let missing = read_folder(&source.join("no-such-folder"));
    assert!(matches!(missing, Err(FolderError::Read { .. })), "{missing:?}");
}

#[test]
fn others_are_told_how_to_show_a_letter() {
    let hostile = LETTER.replace(">Ada<", ">A\"&gt;&lt;script&gt;<");
    let source = folder("oembed", &[("letters/one.xml", &hostile), ("letters/r.xml", REGISTER)]);
    fs::write(source.join("letterbook.toml"), "base = \"https://host.example/mill/\"").expect("a file");
    let out = source.with_extension("site");
    site(&source, &out, false).expect("a free place");
    let read = |name: &str| fs::read_to_string(out.join(name)).expect(name);
    let answer: serde_json::Value =
        serde_json::from_str(&read("embed/letters/L1/oembed.json")).expect("JSON");
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    let html = answer["html"].as_str().expect("markup");
    assert!(
        html.starts_with("<iframe src=\"https://host.example/mill/embed/letters/L1/\" title=\""),
        "{html}"
    );
    assert!(!html.contains("<script"), "{html}");
    let link = "<link rel=\"alternate\" type=\"application/json+oembed\" \
        href=\"https://host.example/mill/embed/letters/L1/oembed.json\">";
    assert!(read("letters/L1/index.html").contains(link));
    // What search engines are told of are the pages themselves.
    assert!(
        !read("sitemap.xml").contains("/embed/") && read("embed/letters/L1/index.html").contains("noindex")
    );
}

/// A folder of texts of which nobody said a title, who wrote to whom, or when.
#[test]
fn letters_of_which_nothing_is_known_are_told_apart() {
    let texts = [
        ("consolation.txt", "אגרות תנחומים\n\nהֶרֶף מִנֶהִי, רֵעַ יקר, וַעֲזוֹב סְפוֹד.\n"),
        ("words.txt", "Words to nobody.\n\nAnd no more.\n"),
    ];
    let source = folder("Loose leaves", &texts);
    let out = source.with_file_name("Loose leaves built");
    site(&source, &out, false).expect("a free place");
    let read = |name: &str| fs::read_to_string(out.join(name)).expect(name);
    let list = read("index.html");
    assert!(list.contains("<h1 lang=\"he\">Loose leaves</h1>"), "{list}");
    assert!(
        list.contains("<bdi lang=\"he\">אגרות תנחומים</bdi></a>")
            && list.contains(">Words to nobody.</bdi></a>"),
        "{list}"
    );
    let letter = read("letters/consolation/index.html");
    assert!(letter.contains("<h1><bdi>אגרות תנחומים</bdi></h1>") && !letter.contains("unknown"), "{letter}");
    // The text has it, and so none of its parts.
    assert_eq!(letter.matches(" dir=\"rtl\"").count(), 1, "{letter}");
    assert!(!letter.contains("id=\"key\""), "a key without a mark: {letter}");
    assert!(!read("letters/words/index.html").contains("dir="));
}

/// What a line of the paper breaks is one word for a reader; blanks are no part of a link; parts of a name are words.
#[test]
fn words_are_whole_and_names_have_no_blanks_at_their_ends() {
    let sender =
        "<persName><forename>Ada</forename><nameLink>van</nameLink><surname>Brook</surname></persName>";
    let text = "<p>An aver-<lb break='no'/>tissement of <persName> <hi>Carl</hi> </persName>Dorn, \
        <persName ref='#carl'>Carl,\n</persName>and<lb break='no'/>so on, well-<lb/>known.</p>";
    let letter = LETTER
        .replace("<persName ref='#ada'>Ada</persName>", sender)
        .replace("<p>Good day, <persName ref='#carl'>Carl</persName>.</p>", text);
    let source = folder("whole", &[("letters/one.xml", &letter), ("letters/r.xml", REGISTER)]);
    let out = source.with_extension("site");
    site(&source, &out, false).expect("a free place");
    let page = fs::read_to_string(out.join("letters/L1/index.html")).expect("a page");
    assert!(page.contains("<h1>Ada van Brook to Carl</h1>"), "{page}");
    let broken = "aver<span class=\"tei-lb__hyphen\">-</span><span class=\"tei-lb tei-lb--inside\"></span>tissement of <span";
    assert!(page.contains(broken), "{page}");
    assert!(page.contains("and<span class=\"tei-lb tei-lb--inside\"></span>so on"), "{page}");
    assert!(page.contains("well- <span class=\"tei-lb\"></span>known"), "{page}");
    assert!(
        page.contains("interestfor=\"c-m1\"><strong class=\"tei-hi\">Carl</strong></a></span> Dorn"),
        "{page}"
    );
    assert!(page.contains(">Carl,</a></span> and<span"), "{page}");
    let description = "An avertissement of Carl Dorn";
    assert!(page.contains(description), "{page}");
}

/// Whatever two leaves are called, and whatever an element holds, no two places have one address, and no link has no words.
#[test]
fn every_place_has_an_address_of_its_own_and_every_link_words() {
    let text = "<pb n='1'/><p>Good<date when='1901-05-01'> </date>day, <persName ref='#carl'><persName ref='#ada'>Ada</persName> \
        <persName ref='#carl'>Carl</persName></persName>.</p><pb n='1'/><p>And<pb n='1'/> more.</p>";
    let letter = LETTER.replace("<p>Good day, <persName ref='#carl'>Carl</persName>.</p>", text).replace(
        "<correspAction type='received'>",
        "<correspAction type='received'><date when='1901-05-05'/>",
    );
    let source = folder("addresses", &[("letters/one.xml", &letter), ("letters/r.xml", REGISTER)]);
    let out = source.with_extension("site");
    site(&source, &out, false).expect("a free place");
    for page in ["letters/L1/index.html", "chronology/index.html"] {
        let html = fs::read_to_string(out.join(page)).expect("a page");
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{page}: {ids:?}");
        let empty = html.split("<a ").skip(1).filter(|link| {
            let words = link.split_once('>').and_then(|(_, rest)| rest.split("</a>").next());
            words.is_some_and(|words| words.trim().is_empty())
        });
        assert_eq!(empty.count(), 0, "{html}");
        if page.starts_with("letters") {
            assert!(["pg-1", "pg-1-2", "pg-1-3"].iter().all(|id| once.contains(id)), "{ids:?}");
        }
    }
}

#[test]
fn an_entry_of_many_letters_has_them_in_lists_of_a_hundred() {
    for (letters, lists) in [(100, 0), (250, 3)] {
        let files: Vec<(String, String)> = (0..letters)
            .map(|number| (format!("{number}.xml"), LETTER.replace("'L1'", &format!("'L{number:03}'"))))
            .chain([("r.xml".to_owned(), REGISTER.to_owned())])
            .collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
        let folder = folder(&format!("many-{letters}"), &files);
        let out = folder.with_extension("site");
        site(&folder, &out, false).expect("a free place");
        let page = fs::read_to_string(out.join("persons/ada/index.html")).expect("the page of an entry");
        assert_eq!(page.matches("<li class=\"entry__letter\">").count(), letters);
        let starts: Vec<&str> = page
            .split("<ol class=\"entry__chunk\" start=\"")
            .skip(1)
            .filter_map(|list| list.split('"').next())
            .collect();
        assert_eq!(starts, ["1", "101", "201"][..lists]);
        // Who is mentioned, too.
        let page = fs::read_to_string(out.join("persons/carl/index.html")).expect("the page of an entry");
        assert_eq!(page.matches("<ol class=\"entry__places\">").count(), letters);
        assert_eq!(page.matches("<ol class=\"entry__chunk\"").count(), 2 * lists);
    }
}
