//! The page of the embedded letter, as the server prints it, against golden files that can be read.
//! `UPDATE_EXPECT=1 cargo test --test pages` writes them anew.
//!
//! In the golden files every tag begins a line, but for an element that holds nothing but words. `␣` is a blank at
//! the edge of words.

mod common;

use bundle::{Manifest, Part, PartName};
use common::printed;
use expect_test::{ExpectFile, expect_file};
use index::{Catalogue, LetterRow};
use reader::{Library, Shared};
use std::collections::BTreeSet;
use viewer::{Locale, Route, pages};

const LETTER: &str = "/letters/joffe-1921-03-17/";

fn library() -> Library {
    Library::open(viewer::EMBEDDED).expect("the embedded edition opens")
}

/// The whole page at an address.
fn page(library: Library, path: &str, locale: Locale) -> String {
    printed(library, path, locale)
}

/// What stands from one mark to another.
fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let from = html.find(start).expect("the part begins");
    let to = html[from..].find(end).map_or(html.len(), |at| from + at + end.len());
    &html[from..to]
}

/// One tag a line, indented by what it stands in.
fn in_lines(html: &str) -> String {
    const VOID: [&str; 3] = ["br", "hr", "input"];
    let mut pieces: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            pieces.push(&rest[..at]);
        }
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        pieces.push(&rest[at..end]);
        rest = &rest[end..];
    }
    let (mut lines, mut depth, mut at) = (String::new(), 0_usize, 0);
    let mut line = |depth: usize, parts: &[&str]| {
        lines.push_str(&"  ".repeat(depth));
        parts.iter().for_each(|part| lines.push_str(part));
        lines.push('\n');
    };
    while at < pieces.len() {
        let piece = pieces[at];
        let name = piece.trim_start_matches('<').split([' ', '>', '/']).next().unwrap_or_default();
        if piece.starts_with("</") {
            depth = depth.saturating_sub(1);
            line(depth, &[piece]);
        } else if !piece.starts_with('<') {
            line(depth, &[&edges(piece)]);
        } else if VOID.contains(&name) {
            line(depth, &[piece]);
        } else if pieces.get(at + 1).is_some_and(|next| next.starts_with("</")) {
            line(depth, &[piece, pieces[at + 1]]);
            at += 1;
        } else if pieces.get(at + 2).is_some_and(|next| next.starts_with("</"))
            && !pieces[at + 1].starts_with('<')
        {
            line(depth, &[piece, &edges(pieces[at + 1]), pieces[at + 2]]);
            at += 2;
        } else {
            line(depth, &[piece]);
            depth += 1;
        }
        at += 1;
    }
    lines
}

/// Words with the blanks at their edges made visible, other blanks one.
fn edges(words: &str) -> String {
    let inner =
        words.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let edge = |blank: bool| if blank { "␣" } else { "" };
    let blank = [' ', '\n', '\r', '\t'];
    if inner.is_empty() {
        return "␣".to_owned();
    }
    [edge(words.starts_with(blank)), &inner, edge(words.ends_with(blank))].concat()
}

fn check(html: &str, expected: &ExpectFile) {
    assert!(!html.contains("style=\""), "no inline style");
    expected.assert_eq(&in_lines(html));
}

#[test]
fn the_letter() {
    let html = page(library(), LETTER, Locale::En);
    check(between(&html, "<article", "</article>"), &expect_file!["golden/letter.html"]);
}

#[test]
fn its_cards_and_notes_beside_their_words() {
    let html = page(library(), LETTER, Locale::En);
    check(between(&html, "<div class=\"popovers\"", "</main>"), &expect_file!["golden/letter-cards.html"]);
}

#[test]
fn head_and_aids_in_german() {
    let html = page(library(), LETTER, Locale::De);
    check(
        between(&html, "<header class=\"letter-head\"", "</header>"),
        &expect_file!["golden/letter-head.de.html"],
    );
    check(
        between(&html, "<section id=\"source\"", "</article>"),
        &expect_file!["golden/letter-source.de.html"],
    );
}

#[test]
fn head_and_dates_in_russian() {
    let html = page(library(), LETTER, Locale::Ru);
    check(
        between(&html, "<header class=\"letter-head\"", "</header>"),
        &expect_file!["golden/letter-head.ru.html"],
    );
    check(
        between(&html, "<section id=\"dates\"", "</section>"),
        &expect_file!["golden/letter-dates.ru.html"],
    );
}

/// The home of an edition of one letter is that letter.
#[test]
fn home_is_the_letter() {
    let home = page(library(), "/", Locale::En);
    let letter = page(library(), LETTER, Locale::En);
    assert_eq!(between(&home, "<main", "</main>"), between(&letter, "<main", "</main>"));
}

/// The values of an attribute, in the order of the page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = [" ", attribute, "=\""].concat();
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn ids_are_unique_and_everything_pointed_to_is_there() {
    for locale in Locale::ALL {
        let html = page(library(), LETTER, *locale);
        let ids = values(&html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "an id twice in {ids:?}");
        let fragments = values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
        let others = ["interestfor", "aria-details", "aria-labelledby", "for"];
        for target in fragments.chain(others.iter().flat_map(|attribute| values(&html, attribute))) {
            assert!(known.contains(target), "nothing has the id {target}");
        }
        let popovers = between(&html, "<div class=\"popovers\"", "</main>");
        for id in values(popovers, "id") {
            assert!(id.starts_with("c-") || id.starts_with('p'), "{id} stands in a popover");
        }
    }
}

/// Links and buttons stand in no other.
#[test]
fn links_do_not_nest() {
    let html = page(library(), LETTER, Locale::En);
    let mut open: Vec<&str> = Vec::new();
    let mut links = 0;
    for tag in html.split('<').skip(1) {
        let name = tag.trim_start_matches('/').split([' ', '>', '/']).next().unwrap_or_default();
        if name != "a" && name != "button" {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            assert!(open.is_empty(), "<{tag} in {open:?}");
            open.push(name);
            links += 1;
        }
    }
    assert!(open.is_empty());
    assert!(links > 200, "{links} links were looked at");
}

/// The words of the letter's text, as a reader sees them, are those of the source.
#[test]
fn no_word_of_the_text_is_lost_or_twice() {
    let library = library();
    let letter = library.letter(&"joffe-1921-03-17".into()).expect("a letter").letter.clone();
    let html = page(library, LETTER, Locale::En);
    for block in &letter.text {
        if block.inlines.is_empty() {
            continue;
        }
        let start = ["<p id=\"", block.id.as_str(), "\""].concat();
        let shown = words(between(&html, &start, "</p>"));
        let mut printed = String::new();
        edition::each_inline(&block.inlines, &mut |inline| match inline {
            edition::Inline::Text(text) => printed.push_str(&text.text),
            edition::Inline::NoteCall(call) => printed.push_str(&call.label),
            _ => {}
        });
        assert_eq!(squeezed(&shown), squeezed(&printed), "{}", block.id);
    }
}

/// What is to be read of markup, without what is said to screen readers only and without the links to paragraphs.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut hidden = 0_usize;
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let apart = tag.contains("class=\"visually-hidden\"") || tag.contains("class=\"permalink\"");
        match (hidden, apart, tag.starts_with('/')) {
            (0, false, _) => {}
            (_, _, true) => hidden -= 1,
            _ => hidden += 1,
        }
        if hidden == 0 {
            out.push_str(text);
        }
    }
    out.replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

fn squeezed(text: &str) -> String {
    text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The language of the edition stands at its beginning, where the interface speaks it; others in folders of their name.
#[test]
fn an_edition_offers_the_languages_that_it_names() {
    let offering = |language: &str, tags: &[&str]| {
        let interface = tags.iter().map(|tag| (*tag).into()).collect();
        let language: Box<str> = language.into();
        let header =
            edition::Header { title: "Letters".into(), interface, language, ..edition::Header::default() };
        Library::of(Manifest { header, ..Manifest::default() })
    };
    let file = |library: &Library, locale| pages::file(library, &Route::About, locale);
    let german = offering("en", &["de"]);
    assert_eq!(pages::main_locale(&german), Locale::De);
    assert!(!printed(german, "/about/", Locale::De).contains("hreflang"), "nothing to choose");
    let two = offering("ru", &["de", "ru"]);
    assert_eq!(file(&two, Locale::Ru), "about/index.html");
    assert_eq!(file(&two, Locale::De), "de/about/index.html");
    let page = printed(two, "/about/", Locale::Ru);
    assert!(page.contains("Как читать"));
    assert_eq!(page.matches("hreflang").count(), 2);
    let all = printed(offering("en", &["tlh"]), "/about/", Locale::En);
    assert_eq!(all.matches("hreflang").count(), 3, "what nobody speaks is not offered");
}

/// Every link of every page leads to a file of the site, whatever folder it stands in.
#[test]
fn every_link_leads_to_a_page() {
    let library = Shared::new(library());
    let routes = pages::routes(&library);
    let mut files = BTreeSet::new();
    for locale in Locale::ALL {
        files.extend(routes.iter().map(|route| pages::file(&library, route, *locale)));
    }
    let mut links = 0;
    for locale in Locale::ALL {
        for route in &routes {
            let file = pages::file(&library, route, *locale);
            let page = pages::page(&pages::Site::default(), &library, route, *locale);
            for href in values(&page, "href")
                .into_iter()
                .filter(|href| !href.starts_with("http") && !href.starts_with('#'))
            {
                let target = resolved(&file, href);
                if target.ends_with('/') || target.is_empty() {
                    assert!(files.contains(&[&*target, "index.html"].concat()), "{file}: {href} is {target}");
                    links += 1;
                }
            }
        }
    }
    assert!(links > 5000, "{links} links were followed");
}

/// A letter in the page of somebody else is the letter of its page, and every link in it leads to the same place.
#[test]
fn a_frame_shows_what_its_page_shows() {
    let library = Shared::new(library());
    let site = pages::Site::default();
    let main = |html: &str| {
        html.split_once("<main").expect("what is shown").1.split("</main>").next().map(str::to_owned)
    };
    let mut printer = pages::Printer::new(&site, &library);
    let mut frames = 0;
    for locale in Locale::ALL {
        for route in pages::routes(&library) {
            let Some(file) = pages::embed_file(&library, &route, *locale) else { continue };
            let (page, frame) = (printer.page(&route, *locale), printer.frame(&route, *locale));
            assert_eq!(frame, pages::Printer::new(&site, &library).frame(&route, *locale), "printed alone");
            let (page, frame) = (main(&page).expect("a page"), main(&frame).expect("a frame"));
            let of = pages::file(&library, &route, *locale);
            let (theirs, ours) = (values(&frame, "href"), values(&page, "href"));
            assert_eq!(theirs.len(), ours.len());
            for (theirs, ours) in theirs.iter().zip(&ours) {
                let lead = |file: &str, href: &str| match href.strip_prefix('.') {
                    Some(_) => resolved(file, href),
                    None => href.to_owned(),
                };
                assert_eq!(lead(&file, theirs), lead(&of, ours), "{file}: {theirs}");
            }
            let blank = |html: &str, hrefs: &[&str]| {
                hrefs.iter().fold(html.to_owned(), |html, href| {
                    html.replacen(&[" href=\"", href, "\""].concat(), " to", 1)
                })
            };
            assert_eq!(blank(&frame, &theirs), blank(&page, &ours), "{file}");
            frames += 1;
        }
    }
    assert!(frames > 20, "{frames}");
}

/// The file that a link in another file leads to, without query and fragment.
fn resolved(file: &str, href: &str) -> String {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    if let Some(path) = path.strip_prefix('/') {
        return path.to_owned();
    }
    let mut folders: Vec<&str> = file.split('/').collect();
    folders.pop();
    let mut path = path;
    loop {
        if let Some(rest) = path.strip_prefix("../") {
            folders.pop().expect("a link inside the site");
            path = rest;
        } else if let Some(rest) = path.strip_prefix("./") {
            path = rest;
        } else {
            break;
        }
    }
    folders.push(path);
    folders.join("/")
}

/// An edition of so many letters, one a day.
fn of_many(letters: u32) -> Library {
    let row = |number: u32| LetterRow {
        id: ["letter-", &number.to_string()].concat().as_str().into(),
        date: None,
        day: i32::try_from(number).ok(),
        years: Some((1900, 1900)),
        senders: Vec::new(),
        recipients: Vec::new(),
        place: None,
        language: 0,
        known_by: "".into(),
    };
    let catalogue = Catalogue {
        letters: (0..letters).map(row).collect(),
        languages: vec!["en".into()],
        ..Catalogue::default()
    };
    let name = PartName { kind: "catalogue".into(), checksum: 0 };
    let manifest = Manifest { letters, catalogue: name.clone(), ..Manifest::default() };
    let mut library = Library::of(manifest);
    library.keep(name, Part::Catalogue(catalogue));
    library
}

/// A short list is printed whole. A long one begins the edition with its first rows, and has a page of its own.
#[test]
fn every_letter_is_reached_from_what_is_printed() {
    let rows = |html: &str| html.matches("class=\"entry__date\"").count();
    let short = of_many(500);
    assert!(!pages::routes(&short).contains(&Route::Letters));
    let page = printed(short, "/", Locale::En);
    assert_eq!(rows(&page), 500);
    assert!(page.contains(" data-whole="));
    let long = of_many(501);
    assert!(pages::routes(&long).contains(&Route::Letters));
    assert_eq!(rows(&printed(long.clone(), "/letters/", Locale::En)), 501);
    let page = printed(long, "/", Locale::En);
    assert_eq!(rows(&page), 96);
    assert!(page.contains("<a href=\"/letters/\">"), "{}", &page[page.len() - 500..]);
    assert!(!page.contains(" data-whole="));
}

#[test]
fn the_search_has_its_lines_in_each_language_of_the_interface() {
    for locale in Locale::ALL {
        let ending = format!("-l{}", locale.tag());
        assert!(viewer::WORDS.iter().any(|(name, _)| name.ends_with(&ending)), "{ending}");
    }
}
