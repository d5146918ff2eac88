//! Blanks and breaks of a TEI text: those of the letter stand, those of the source's layout do not.

use expect_test::expect;
use source::SourceFile;

fn read(body: &str) -> String {
    let text = format!("<TEI><text><body>{body}</body></text></TEI>");
    let report = import::read_tei(&SourceFile::from_text("letter.xml", &text));
    report.value.letters.iter().map(edition::dump).collect()
}

#[test]
fn no_blank_of_the_layout_stands_before_a_stop() {
    let body = "<p>Dear <persName><surname>Dorn\n  </surname>\n</persName>! From <placeName>Riga\n</placeName>, by <hi>post\n</hi>\n.</p>\
        <p>A blank , that was set.</p>";
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | Dear ⟨Dorn = ?⟩! From ⟨Riga = ?⟩, by ⟨strong: post⟩.
        p2 paragraph
          | A blank , that was set.
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn a_page_that_begins_inside_of_a_word_is_inside_of_it() {
    let body = "<p>We mus<lb rendition='#hyphen'/>\n<pb n='2'/>ter, and <lb/>\n<pb n='3'/>go.</p>";
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | We mus¬⟨¬page 2⟩ter, and /⟨page 3⟩go.
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn lines_of_addresses_and_signatures_are_lines() {
    let body = "<opener><address>77 Mill Lane<lb/>Riga</address></opener><p>Come<lb/>soon.</p>\
        <closer><signed>Your devoted<lb/>Ada <lb break='no'/>Brook</signed></closer>";
    expect![[r#"
        letter letter (und)
        addr address
          | 77 Mill Lane⏎Riga
        p1 paragraph
          | Come/soon.
        sig signature
          | Your devoted⏎Ada¬Brook
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn each_stanza_begins_with_its_first_line() {
    let body = "<lg><head>The Mill</head><l>It turns</l><l>and turns.</l></lg><lg><l>It stands.</l></lg>";
    expect![[r#"
        letter letter (und)
        head heading
          | The Mill
        l1 verse, a stanza begins
          | It turns
        l2 verse
          | and turns.
        l3 verse, a stanza begins
          | It stands.
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn the_label_of_an_item_stands_in_its_line() {
    let body = "<p>I send:</p><list>\n<label>1)</label>\n<item>flour</item>\n<label>2)</label>\n<item><p>a stone,</p><p>cut</p></item>\n\
        <item>bread</item>\n<label>3) lost</label></list>";
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | I send:
        i1 point of a list
          | ⟨label 1)⟩ flour
        i2 point of a list
          | ⟨label 2)⟩ a stone,
        i3 point of a list
          | cut
        i4 point of a list
          | bread
        i5 point of a list
          | ⟨label 3) lost⟩
    "#]]
    .assert_eq(&read(body));
}
