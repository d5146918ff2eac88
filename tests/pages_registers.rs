//! The pages of registers and entries, as the server prints them, against golden files that can be read.
//! `UPDATE_EXPECT=1 cargo test --test pages_registers` writes them anew.

mod common;

use common::printed;
use expect_test::expect_file;
use reader::Library;
use viewer::Locale;

/// The main part of a page at an address.
fn main_part(href: &str, locale: Locale) -> String {
    let library = Library::open(viewer::EMBEDDED).expect("the embedded edition opens");
    let html = printed(library, href, locale);
    let start = html.find("<main").unwrap_or_default();
    let end = html.find("</main>").map_or(html.len(), |at| at + "</main>".len());
    html[start..end].to_owned()
}

/// Each element that is no part of a line on a line of its own, indented by what it stands in.
fn in_lines(html: &str) -> String {
    const INLINE: [&str; 8] = ["a", "span", "mark", "input", "button", "rect", "label", "svg"];
    let (mut lines, mut depth, mut rest) = (String::new(), 0_usize, html);
    let mut closed = false;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        lines.push_str(text);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>', '/']).next().unwrap_or_default();
        if INLINE.contains(&name) {
            lines.push_str(tag);
        } else if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
            if closed {
                lines.push('\n');
                lines.push_str(&"  ".repeat(depth));
            }
            lines.push_str(tag);
            closed = true;
        } else {
            lines.push('\n');
            lines.push_str(&"  ".repeat(depth));
            lines.push_str(tag);
            depth += 1;
            closed = false;
        }
        rest = after;
    }
    lines.push_str(rest);
    lines.trim_start().to_owned() + "\n"
}

macro_rules! pages {
    ($($test:ident: $href:expr, $locale:ident, $file:expr;)*) => {$(
        #[test]
        fn $test() {
            let html = main_part($href, Locale::$locale);
            assert!(!html.contains("style=\""), "no inline style");
            expect_file![concat!("golden/", $file)].assert_eq(&in_lines(&html));
        }
    )*};
}

pages! {
    persons: "/persons/", En, "persons.html";
    persons_looked_up: "/persons/?q=bronstein", De, "persons-bronstein.html";
    persons_sorted: "/persons/?sort=-mentioned&role=mentioned", En, "persons-mentioned.html";
    places: "/places/", Ru, "places.html";
    organisations: "/organisations/", En, "organisations.html";
    works: "/works/", En, "works.html";
    events: "/events/", En, "events.html";
    offices: "/offices/", De, "offices.html";
    joffe: "/persons/joffe/", En, "person-joffe.html";
    trotsky: "/persons/trotsky/", Ru, "person-trotsky.html";
    bukharin: "/persons/bukharin/", De, "person-bukharin.html";
    moscow: "/places/moscow/", En, "place-moscow.html";
    central_committee: "/organisations/cc/", En, "organisation-cc.html";
    nobody: "/persons/xyz/", En, "person-xyz.html";
}

#[test]
fn tests_in_a_browser_have_the_words_of_today() {
    for locale in Locale::ALL {
        expect_test::expect_file![format!("words/{}.txt", locale.tag())]
            .assert_eq(&viewer::pages::words(*locale));
    }
}
