use super::{Sheet, sheets};
use crate::context::Viewer;
use crate::i18n::Locale;
use crate::pages::{self, Site};
use crate::route::{Address, Route};
use crate::views;
use edition::EntryKind;
use reader::{Library, Shared};

fn embedded() -> Shared<Library> {
    Shared::new(Library::open(crate::EMBEDDED).expect("the embedded edition"))
}

/// The pages of the letter, in all languages.
fn letter(library: &Shared<Library>) -> Vec<Sheet> {
    let id = library.manifest.first.clone().expect("a letter");
    let locales = Locale::offered(&library.header().interface);
    sheets(&Site::default(), library, &Route::Letter { id }, &locales)
}

#[test]
fn the_lengths_on_a_page_come_to_the_whole_text() {
    let library = embedded();
    let locale = pages::main_locale(&library);
    let address = Address::of(Route::Home);
    let viewer = Viewer::of(&library, address, locale);
    let text = super::text::text(&views::still(&viewer).body);
    assert!(text.contains("we shall have a talk"), "{text}");
    let sheets = letter(&library);
    let lengths = sheets[0].html.split('\u{1}').skip(1).map(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        rest[..digits].parse::<usize>().expect("a length")
    });
    assert_eq!(lengths.sum::<usize>(), text.encode_utf16().count());
}

#[test]
fn the_text_of_a_letter_is_left_out_in_every_language() {
    let library = embedded();
    for sheet in letter(&library) {
        assert_eq!(sheet.text.as_deref(), Some("letters/joffe-1921-03-17/"));
        assert!(!sheet.html.contains("we shall have a talk"), "{}", sheet.path);
    }
}

#[test]
fn a_view_that_lives_has_its_words() {
    let library = embedded();
    let locales = Locale::offered(&library.header().interface);
    let of =
        [(Route::Chronology, "Zeitleiste"), (Route::Register { kind: EntryKind::Person }, "Namen suchen")];
    for (route, word) in of {
        let sheets = sheets(&Site::default(), &library, &route, &locales);
        let german = sheets.iter().find(|sheet| sheet.path.starts_with("de/")).expect("a page in German");
        let words =
            german.html.split_once(" data-live=\"").and_then(|(_, rest)| rest.split_once("\"></main>"));
        assert!(words.is_some_and(|(words, _)| words.contains(word)), "{}", german.html);
    }
}
