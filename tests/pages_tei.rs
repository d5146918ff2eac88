//! What pages show of letters in TEI, from the source to the page.

mod common;

use common::printed;
use reader::Library;
use source::SourceFile;
use viewer::Locale;

/// The main part of a page of an edition of one letter: what stands in the header beside the parties, and its body.
fn page(href: &str, head: &str, body: &str) -> String {
    let text = format!(
        "<TEI xml:id='made'><teiHeader><profileDesc><langUsage><language ident='en'/></langUsage>{head}</profileDesc></teiHeader>\
         <text><body>{body}</body></text></TEI>"
    );
    let edition = import::import(&[SourceFile::from_text("made.xml", &text)], None).value;
    let packed = bundle::pack(&edition, &index::build(&edition)).expect("it packs");
    let library = Library::open(&packed.one_piece().expect("one piece")).expect("it opens");
    let html = printed(library, href, Locale::En);
    let main = html.split_once("<main").map_or(&*html, |(_, rest)| rest);
    main.split_once("</main>").map_or(main, |(main, _)| main).to_owned()
}

fn letter(head: &str, body: &str) -> String {
    page("/letters/made/", head, body)
}

/// Who wrote to whom, and more of it.
fn corresp(sent: &str, more: &str) -> String {
    format!(
        "<correspDesc><correspAction type='sent'><persName>Ada Brook</persName>{sent}</correspAction>\
         <correspAction type='received'><persName>Carl Dorn</persName></correspAction>{more}</correspDesc>"
    )
}

/// What a piece of a page holds, from its beginning to what follows it.
fn between<'h>(html: &'h str, from: &str, to: &str) -> &'h str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from} in {html}"));
    rest.split_once(to).map_or(rest, |(piece, _)| piece)
}

#[test]
fn what_editors_say_of_a_letter_stands_behind_it() {
    let html =
        letter("", "<p>Come soon.</p><div type='comment'><head>Tradition</head><p>Burnt in 1902.</p></div>");
    let text = between(&html, "class=\"letter__text\"", "<section");
    assert!(text.contains("Come soon.") && !text.contains("Burnt"), "{text}");
    let said = between(&html, "<section id=\"commentary\"", "</section>");
    assert!(said.contains("Tradition") && said.contains("Burnt in 1902."), "{said}");
    assert!(html.contains("href=\"#commentary\"") && !html.contains("id=\"notes\""), "{html}");
}

#[test]
fn a_day_that_the_encoding_gives_is_not_said_to_be_read() {
    let html = letter("", "<p>Until <date when='1894-10-15'>Sunday</date>.</p>");
    let card = between(&html, "class=\"card__printed\"", "</div>");
    assert!(card.contains("In the text: ") && card.contains("Sunday"), "{card}");
    assert!(card.contains(">the edition’s encoding says which day<"), "{card}");
}

#[test]
fn a_name_in_the_closing_is_a_signature() {
    let missing = "Without a signature.";
    for (closer, told) in
        [("Yours, Ada Brook", false), ("Yours,", true), ("Yours,<signed>A.</signed>", false)]
    {
        let html = letter(&corresp("", ""), &format!("<p>Come soon.</p><closer>{closer}</closer>"));
        assert_eq!(html.contains(missing), told, "{closer}");
    }
}

#[test]
fn the_head_tells_all_steps() {
    let more = "<correspAction type='received'><date notBefore='1901-05-05' notAfter='1901-05-09'/></correspAction>\
        <correspAction type='forwarded'><persName>Otto</persName><placeName ref='#riga'>Riga</placeName></correspAction>";
    let html = letter(&corresp("<date when='1901-05-03'/>", more), "<p>Come soon.</p>");
    let head = between(&html, "<header class=\"letter-head\"", "</header>");
    assert!(head.contains("Received between 5 and 9 May 1901"), "{head}");
    let way = between(head, "Forwarded", "</div>");
    assert!(way.contains("Otto") && way.contains("places/riga/") && way.contains(">Riga</a>"), "{way}");
}

#[test]
fn words_of_another_day_stand_beside_the_date() {
    let shown = |words: &str| {
        let html =
            letter(&corresp(&format!("<date when='1921-05-03'>{words}</date>"), ""), "<p>Come soon.</p>");
        between(&html, "class=\"letter-head__date\"", "</p>").contains(words)
    };
    for (words, wanted) in [
        ("4. Juni 1922", true),
        ("11. (23.) Mai 1921", true),
        ("5. Mai 1921 a. St.", true),
        ("nach Ostern 1921", true),
        ("3. Mai 1921 (Poststempel)", true),
        ("3. Mai 1921", false),
        ("Dienstag, den 3. Mai 1921", false),
        ("May 3rd, 1921", false),
        ("3. 5. 1921", false),
        ("3. V. 21", false),
    ] {
        assert_eq!(shown(words), wanted, "{words}");
    }
}

#[test]
fn the_key_has_each_manner_and_each_look_once() {
    let html = letter(
        "",
        "<p><del rend='s'>a</del><del rend='strikethrough'>b</del><del rend='overwritten'>c</del><add place='sublinear'>d</add>\
         <add place='margin(left)' hand='#x'>e</add> <hi rend='latintype'>f</hi> <hi rend='latin'>g</hi> <hi rend='pre-print'>h</hi></p>",
    );
    let key = between(&html, "<section id=\"key\"", "</section>");
    for row in [
        "<span class=\"tei-del\">deleted: struck out</span>",
        "<span class=\"tei-del tei-del--over\">deleted: overwritten</span>",
        "<span class=\"tei-add tei-add--below\">added: below the line</span>",
        "<span class=\"tei-add tei-add--elsewhere\">added: in the margin, at the left</span>",
        "<span class=\"tei-hi tei-hi--latin\">Latin script</span>",
        "<span class=\"tei-hi tei-hi--printed\">printed on the paper</span>",
    ] {
        assert_eq!(key.matches(row).count(), 1, "{row} in {key}");
    }
    assert!(html.contains("title=\"added: in the margin, at the left; x\""), "{html}");
}

#[test]
fn the_page_of_an_entry_says_what_the_register_says() {
    let lists = "<particDesc><listPerson><person xml:id='ada'><persName>Ada Brook</persName><birth when='1852'><placeName>Riga</placeName>\
        </birth><affiliation from='1895' to='1904'>Member</affiliation><affiliation>Senator</affiliation></person></listPerson></particDesc>\
        <settingDesc><listPlace><place xml:id='riga'><placeName>Riga</placeName><location><geo>56,9 24,1</geo></location></place>\
        </listPlace></settingDesc>";
    let body = "<p><persName ref='#ada'>Ada</persName> in <placeName ref='#riga'>Riga</placeName></p>";
    let facts = page("/persons/ada/", lists, body);
    let facts = between(&facts, "<dl class=\"entry__facts\"", "</dl>");
    assert!(facts.contains("<dt>Born in</dt><dd><div>Riga</div></dd>"), "{facts}");
    let both = "<dd><div>1895–1904: Member</div><div>Senator</div></dd>";
    assert!(facts.contains(both), "{facts}");
    let place = page("/places/riga/", lists, body);
    assert!(place.contains("href=\"https://www.openstreetmap.org/?mlat=56.9&amp;mlon=24.1\""), "{place}");
}
