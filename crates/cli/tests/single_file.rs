//! An edition as one file: where it goes, and that each letter is in it once.

mod common;

use cli::{BuildOptions, Detail, FolderError, Progress};
use common::{LETTER, folder};
use std::fs;
use std::path::Path;

/// The least that a viewer is; nothing of it is run here.
const VIEWER: &[(&str, &[u8])] = &[
    (
        "app.css",
        b"p { color: red }\n\
          @font-face { src: url(\"fonts/letterbook-serif-latin.woff2\"); }\n\
          @font-face { src: url(\"fonts/letterbook-serif-greek.woff2\"); }",
    ),
    ("boot.js", b"start();"),
    ("fonts/letterbook-serif-cyrillic.woff2", b"face"),
    ("fonts/letterbook-serif-greek.woff2", b"face"),
    ("fonts/letterbook-serif-italic-cyrillic.woff2", b"face"),
    ("fonts/letterbook-serif-italic-greek.woff2", b"face"),
    ("fonts/letterbook-serif-italic-latin.woff2", b"face"),
    ("fonts/letterbook-serif-italic.woff2", b"face"),
    ("fonts/letterbook-serif-latin.woff2", b"face"),
    ("fonts/letterbook-serif.woff2", b"face"),
    ("icon.svg", b"<svg/>"),
    ("back.js", b"back"),
    ("letterbook-search.js", b"glue"),
    ("letterbook-search_bg.wasm", b"wasm"),
    ("letterbook-pieces.js", b"glue"),
    ("letterbook-pieces_bg.wasm", b"wasm"),
    ("letterbook-found.js", b"glue"),
    ("letterbook-found_bg.wasm", b"wasm"),
    ("letterbook-viewer.js", b"glue"),
    ("letterbook-viewer_bg.wasm", b"wasm"),
    ("letterbook-views.js", b"glue"),
    ("letterbook-views_bg.wasm", b"wasm"),
    ("search-page.js", b"search"),
    ("search-words.js", b"words"),
    ("search-ahead.js", b"ahead"),
    ("search.js", b"arrive"),
    ("start.js", b"start"),
    ("failures.js", b"words"),
    ("settings.js", b"settings"),
];

fn build(source: &Path, out: &Path) -> Result<bool, FolderError> {
    let options = BuildOptions {
        folder: source,
        out,
        deny: None,
        single_file: true,
        detail: Detail::Problems,
        progress: Progress::none(),
    };
    cli::build_with(VIEWER, &options, &mut Vec::new()).map(|built| built.written())
}

#[test]
fn each_letter_stands_once_and_the_same_edition_gives_the_same_file() {
    let other = LETTER.replace("L1", "L2").replace("Good day", "Good night");
    let source = folder("single", &[("one.xml", LETTER), ("two.xml", &other)]);
    let out = source.with_extension("html");
    assert!(build(&source, &out).expect("a free place"));
    let html = fs::read_to_string(&out).expect("a file");
    for words in ["Good day", "Good night"] {
        assert_eq!(html.matches(words).count(), 1, "{words}");
    }
    assert!(html.contains("<article id=\"letters/L1/\">"), "{html}");
    assert!(build(&source, &out).expect("our own file"));
    assert_eq!(fs::read_to_string(&out).expect("a file"), html);
}

#[test]
fn faces_come_for_the_letters_that_stand_in_it() {
    // In a sentence that no other page quotes.
    let greek = LETTER.replace("</p>", &["</p><p>", &"And again. ".repeat(60), "ἀδελφε</p>"].concat());
    let other = LETTER.replace("L1", "L2");
    let faces = |name: &str, files: &[(&str, &str)]| {
        let source = folder(name, files);
        let out = source.with_extension("html");
        assert!(build(&source, &out).expect("a free place"));
        fs::read_to_string(&out).expect("a file").matches("@font-face").count()
    };
    assert_eq!(faces("single-plain", &[("one.xml", LETTER)]), 0);
    assert_eq!(faces("single-greek", &[("one.xml", &greek)]), 1, "one letter alone");
    assert_eq!(faces("single-greek-of-two", &[("one.xml", &greek), ("two.xml", &other)]), 1);
}

#[test]
fn files_of_others_and_sources_are_refused() {
    let source = folder("single-refused", &[("one.xml", LETTER), ("mine.txt", "Dear diary")]);
    let beside = source.with_extension("txt");
    fs::write(&beside, "Dear diary").expect("a file");
    for out in [source.clone(), source.join("one.xml"), beside.clone()] {
        let refused = build(&source, &out);
        assert!(matches!(refused, Err(FolderError::Refused { .. })), "{out:?}: {refused:?}");
    }
    assert_eq!(fs::read_to_string(&beside).expect("a file"), "Dear diary");
}
