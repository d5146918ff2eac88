//! Files whose names are written in other letters than those of ASCII.

mod common;

use cli::read_folder;
use common::{folder, site};
use std::fs;
use viewer::Route;

#[test]
fn letters_of_every_script_have_a_page_of_their_own() {
    // An ü in one sign and in two, as disks have it.
    let names = ["Müller", "Mo\u{308}ller", "Привет", "日本"];
    let place = folder("names/scripts", &[]);
    fs::create_dir_all(place.join("in")).expect("a folder");
    for name in names {
        let letter = format!(
            "---\nfrom: Ada\nto: Carl\ndate: 1901\nplace: Bonn\n---\n\nI am {name}.[^ä][^ö]\n\n[^ä]: A.\n\n[^ö]: O.\n"
        );
        fs::write(place.join(format!("in/{name}.md")), letter).expect("a letter");
    }
    let read = read_folder(&place.join("in")).expect("the folder can be read");
    assert_eq!(read.diagnostics, []);
    let ids: Vec<&str> = read.edition.letters.iter().map(|letter| letter.id.as_str()).collect();
    assert_eq!(ids, ["Möller", "Müller", "Привет", "日本"]);
    let notes: Vec<&str> = read.edition.letters[0].notes.iter().map(|note| note.id.as_str()).collect();
    assert_eq!(notes, ["na", "no"]);
    let out = place.join("site");
    site(&place.join("in"), &out, true).expect("a site");
    for (id, name) in ids.into_iter().zip(["Mo\u{308}ller", "Müller", "Привет", "日本"]) {
        let page = out.join(Route::Letter { id: id.into() }.path()).join("index.html");
        let page = fs::read_to_string(page).expect("a page of the letter");
        assert!(page.contains(&format!("I am {name}.")), "{id}");
    }
}
