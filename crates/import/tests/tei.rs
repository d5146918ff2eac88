//! Small TEI letters, what is made of them, and what is said of broken ones.

use expect_test::{expect, expect_file};
use proptest::prelude::*;
use source::SourceFile;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tei")
}

fn read(name: &str, text: &str) -> String {
    let file = SourceFile::from_text(&format!("{name}.xml"), text);
    let report = import::read_tei(&file);
    let mut out = String::new();
    for letter in &report.value.letters {
        out.push_str(&edition::dump(letter));
    }
    for listed in &report.value.entries {
        out.push_str(&format!(
            "entry {} {:?} {}\n",
            listed.entry.id, listed.entry.kind, listed.entry.sort_name
        ));
    }
    for finding in &report.diagnostics {
        let place = finding.span.map(|span| file.line_column(span.start));
        let place = place.map(|place| format!("{}:{}", place.line, place.column)).unwrap_or_default();
        out.push_str(&format!("{place} {} {}\n", finding.code.0, finding.message));
    }
    out
}

#[test]
fn the_layout_of_a_substitution_is_none_of_the_letter() {
    let body = "<p>lieb<subst>\n  <del>en</del>\n  <add>t</add>\n</subst>? Ever\n  <hi rendition='#right #i'>Otto</hi>\n<hi \
        rend='center'>Finis</hi> and more</p><p><hi rend='right'>Alone</hi></p>";
    let read = read("letter", &format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>"));
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | lieb⟨deleted en⟩⟨added t⟩? Ever ⟨right: _Otto_⟩ ⟨center: Finis⟩ and more
        p2 paragraph
          | ⟨right: Alone⟩
    "#]]
    .assert_eq(&read);
}

#[test]
fn how_and_by_whom_words_were_changed_is_kept() {
    let hands = "<handNotes><handNote xml:id='pen' medium='black_ink' scribe='author'><p>The hand of Ada Brook, who writes on \
        both sides of each leaf, and in the margins where no room is left.</p></handNote>\
        <handNote xml:id='clerk'>a clerk, pencil</handNote></handNotes>";
    let body = "<p><del rend='overwritten' hand='#pen'>e</del><add place='margin(left)' hand='#clerk #nobody_known'>a</add> <del>b</del> \
        <unclear reason='faded'>c</unclear> <damage agent='hole'>d</damage> <handShift new='#clerk'/> <gap extent='2 words' \
        reason='lost'/> <gap extent='few words' reason='unknown'/> <damage agent='other'>f</damage></p><p><hi rend='pre-print'>Mill</hi> <hi rend='latintype'>Riga</hi> <hi \
        rendition='#stamp #b'>No. 4</hi> <hi rend='capitals'>so</hi> <hi rend='stamp'>Post</hi> <hi rend='wavy'>w</hi></p>";
    let read =
        read("letter", &format!("<TEI><teiHeader>{hands}</teiHeader><text><body>{body}</body></text></TEI>"));
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | ⟨deleted, overwritten, black ink, author: e⟩⟨added, margin(left), a clerk, pencil; nobody known: a⟩ ⟨deleted b⟩ ⟨unclear, faded: c⟩ ⟨damaged, hole: d⟩ ⟨another hand, a clerk, pencil: ⟩⟨gap lost words⟩ ⟨gap few words⟩ ⟨damaged f⟩
        p2 paragraph
          | ⟨printed: Mill⟩ ⟨Latin script: Riga⟩ ⟨strong: No. 4⟩ ⟨capitals: so⟩ ⟨stamped: Post⟩ ⟨wavy: w⟩
    "#]].assert_eq(&read);
}

#[test]
fn what_holds_no_words_is_seen_and_words_stay_whole() {
    let body = "<p>Schuster <c rendition='#kaufmannsund'/> Loeffler, 15<c rendition='#prozent'/>, so<c rendition='#dots' n='4'/> \
        <g ref='#odd_sign'/><g ref='#thorn'/></p><p>dar<note>N1</note>\n <lb break='no'/>über, Backhaus <note>N2</note> und \
        <note>N3</note>hier</p><p>illustres de la <note type='foliation'>- 2 -</note> mais</p><p><metamark function='separation'/></p>\
        <p>Look<note><listPerson><person><persName>Ada</persName></person><person><persName>Otto</persName></person></listPerson>\
        </note></p><p><rs type='bi_person' ref='#p1'>Decano</rs> <rs type='letter' ref='#letter'>mine</rs> <ref \
        target='letter.xml'/> <ref target='gone.xml'>lost</ref> <ref target='1895-10-09' type='diary'/> <ref target='https://a.example \
        https://b.example'>two</ref><note target='#nowhere'>N5</note></p>";
    let chars = "<charDecl><char xml:id='thorn'><mapping type='standard'>þ</mapping></char></charDecl>";
    let text = format!("<TEI><teiHeader>{chars}</teiHeader><text><body>{body}</body></text></TEI>");
    let file = SourceFile::from_text("letter.xml", &text);
    let report = import::import(std::slice::from_ref(&file), None);
    let mut out = edition::dump(&report.value.letters[0]);
    for finding in &report.diagnostics {
        out.push_str(&format!("{} {}\n", finding.code.0, finding.message));
    }
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | Schuster & Loeffler, 15%, so.... [odd sign]þ
        p2 paragraph
          | dar⟨1 → n1⟩¬über, Backhaus⟨2 → n2⟩ und⟨3 → n3⟩ hier
        p3 paragraph
          | illustres de la ⟨number of the page - 2 -⟩ mais
        p4 paragraph
          | ———
        p5 paragraph
          | Look⟨4 → n4⟩
        p6 paragraph
          | ⟨Decano = ?⟩ ⟨mine ⇒ letter⟩ ⟨Schuster & Loeffler, 15%, so.... [odd sign]þ ⇒ letter⟩ ⟨lost ⇒ gone.xml⟩ ⟨diary 1895-10-09 ⇒ 1895-10-09⟩ ⟨two ⇒ https://a.example⟩⟨5 → n5⟩
        n1 note 1
          | N1
        n2 note 2
          | N2
        n3 note 3
          | N3
        n4 note 4
          | ⟨Ada = ?⟩; ⟨Otto = ?⟩
        n5 note 5
          | N5
        tei/dangling-reference nothing is nowhere, to which the note says it belongs; it is called from where it stands
        tei/dangling-reference no entry is p1, which is referred to once
        tei/dangling-reference nothing is gone.xml, to which a link leads
    "#]].assert_eq(&out);
}

#[test]
fn quotations_without_marks_get_those_of_the_page() {
    let body = "<p>She asked <q>When?</q>, he »<quote>tomorrow</quote>«, „<cit><quote>soon</quote></cit>“, they <q>“never”</q>, and <persName>\u{201e}</persName> \
        <soCalled>friends</soCalled>\u{201c} of the <soCalled>mill</soCalled>, of d'<q>Ombres</q>'s.</p><quote><p>A block</p></quote>";
    let read = read("letter", &format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>"));
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | She asked ⟨quoted: When?⟩, he »tomorrow«, „soon“, they “never”, and ⟨„ = ?⟩ friends“ of the ⟨quoted: mill⟩, of d'⟨quoted: Ombres⟩'s.
        q1 quotation
          | A block
    "#]].assert_eq(&read);
}

#[test]
fn lists_in_notes_name_entries() {
    let body = "<p>Ask her<note><listPerson><person corresp='#p7'><persName>Ada <name type='reg'>Byron</name></persName></person> \
        <person><persName>nobody</persName></person></listPerson> <listBibl><bibl corresp='#w1'><title>Notes</title></bibl>\
        </listBibl></note> again.</p>";
    let text = format!(
        "<TEI><teiHeader><profileDesc><correspDesc/></profileDesc></teiHeader><text><body>{body}</body><back><listPerson><person xml:id='p7'><persName>Ada</persName>\
        </person></listPerson></back></text></TEI>"
    );
    let files = [SourceFile::from_text("letter.xml", &text)];
    let report = import::import(&files, None);
    let mut named = Vec::new();
    for block in report.value.letters[0].notes.iter().flat_map(|note| &note.blocks) {
        edition::each_inline(&block.inlines, &mut |inline| {
            if let edition::Inline::Mention(mention, _) = inline {
                let targets: Vec<&str> = mention.targets.iter().map(|id| id.as_str()).collect();
                named.push((mention.as_written.to_string(), targets.join(" ")));
            }
        });
    }
    let expected = [("Ada Byron", "p7"), ("nobody", ""), ("Notes", "")];
    assert_eq!(named, expected.map(|(words, target)| (words.to_owned(), target.to_owned())));
    let codes: Vec<&str> = report.diagnostics.iter().map(|finding| finding.code.0).collect();
    assert_eq!(codes, ["tei/dangling-reference"]);
}

#[test]
fn words_go_on_over_pages() {
    let body = "<p>He was al-<pb n='2' break='no'/>lowed to re-<lb break='no'/><pb n='3'/>turn, and <pb n='4'/>did so \
        with<pb n='5'/><lb break='no'/>out de-<lb/><pb n='6'/>lay</p>";
    let read = read("letter", &format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>"));
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | He was al-⟨¬page 2⟩lowed to re-¬⟨¬page 3⟩turn, and ⟨page 4⟩did so with⟨¬page 5⟩¬out de-/⟨page 6⟩lay
    "#]].assert_eq(&read);
}

#[test]
fn what_is_noted_of_a_blank_page_is_called_there() {
    let body =
        "<p>The end.<note>of one</note></p><pb n='2'/><note>blank</note><pb n='3'/><note>blank too</note>";
    let read = read("letter", &format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>"));
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | The end.⟨1 → n1⟩
        pb-2 page 2
        p2 paragraph
          | ⟨2 → n2⟩
        pb-3 page 3
        p3 paragraph
          | ⟨3 → n3⟩
        n1 note 1
          | of one
        n2 note 2
          | blank
        n3 note 3
          | blank too
    "#]]
    .assert_eq(&read);
}

#[test]
fn lines_stand_at_the_side_that_is_said() {
    let body = "<opener rend='right'><dateline>Riga</dateline><salute rend='#left'>Dear Ada</salute></opener>\
        <p rend='align(center) small'>A title<note><p>a note</p></note></p><p>plain</p>\
        <div rend='centre'><lg><l>one</l><l rend='right'>two</l></lg></div><p rend='indent'>plain too</p>";
    let read = read("letter", &format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>"));
    expect![[r#"
        letter letter (und)
        dl dateline, right
          | Riga
        sal salutation, left
          | Dear Ada
        p1 paragraph, center
          | A title⟨1 → n1⟩
        p2 paragraph
          | plain
        l1 verse, a stanza begins, center
          | one
        l2 verse, right
          | two
        p3 paragraph
          | plain too
        n1 note 1
          | a note
    "#]]
    .assert_eq(&read);
}

#[test]
fn segments_of_a_letterhead_are_lines() {
    let body = "<opener><seg rend='right'>Ministry</seg><seg><seg rend='left'>No. <date>7</date></seg><seg rend='right'>3 May</seg></seg>\
        <seg>Mr.</seg></opener><p><seg>a part</seg><seg> of a line</seg></p><p>with <seg rend='right'>words</seg></p>\
        <p><seg rend='left'>here</seg><seg rend='right'>there</seg></p>";
    let read = read("letter", &format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>"));
    expect![[r#"
        letter letter (und)
        head heading, right
          | Ministry
        head2 heading, left
          | No. 7
        head3 heading, right
          | 3 May
        head4 heading
          | Mr.
        p1 paragraph
          | a part of a line
        p2 paragraph
          | with words
        p3 paragraph, left
          | here
        p4 paragraph, right
          | there
    "#]]
    .assert_eq(&read);
}

#[test]
fn every_fixture_reads_as_expected() {
    for name in ["letter", "signs", "forms"] {
        let text = fs::read_to_string(folder().join(format!("{name}.xml"))).expect("a fixture");
        expect_file![folder().join(format!("{name}.expected"))].assert_eq(&read(name, &text));
    }
}

#[test]
fn broken_files_are_named_with_their_place() {
    let expected = expect![[r#"
        cut off:
        1:1 tei/not-well-formed this is not well-formed XML: the root node was opened but never closed
        two ends:
        2:9 tei/not-well-formed this is not well-formed XML: expected 'text' tag, not 'p' at 2:9
        bomb:
        1:16 tei/entities the file declares entities and is not read
        empty:
        1:1 tei/not-well-formed this is not well-formed XML: the document does not have a root node
        no letter:
        1:1 tei/nothing-read no letter and no register was found in this file
        subjects:
        1:6 tei/list-left-out this is a list for other files and no letter: it is left out
        a letter in items:
        letter a-letter-in-items (und)
        i1 point of a list
          | Bring bread
        i2 point of a list
          | and salt
        bad date:
        letter bad-date (und)
        p1 paragraph
          | ⟨31 May = ?⟩
        1:21 tei/bad-date 1901-31-05 is no date that can be read
    "#]];
    let mut all = String::new();
    for (name, text) in [
        ("cut off", "<TEI><text><p>half"),
        ("two ends", "<TEI>\n  <text></p></text></TEI>"),
        ("bomb", "<!DOCTYPE TEI [<!ENTITY a \"aaaa\">]><TEI><text><p>&a;</p></text></TEI>"),
        ("empty", ""),
        ("no letter", "<html><body/></html>"),
        (
            "subjects",
            "<TEI><text><body><list n='a'> <item xml:id='s1'><label>Work</label><list><item xml:id='s2'>Sleep</item>\
            </list></item></list></body></text></TEI>",
        ),
        (
            "a letter in items",
            "<TEI><text><body><list><item xml:id='s1'>Bring bread</item><item>and salt</item></list></body></text></TEI>",
        ),
        ("bad date", "<TEI><text><body><p><date when=\"1901-31-05\">31 May</date></p></body></text></TEI>"),
    ] {
        all.push_str(&format!("{name}:\n{}", read(name, text)));
    }
    expected.assert_eq(&all);
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!("<TEI><text><p>{}x{}</p></text></TEI>", "<hi>".repeat(5000), "</hi>".repeat(5000));
    assert!(read("deep", &deep).contains("tei/too-deep"));
}

#[test]
fn files_become_one_edition() {
    let letter = |id: &str, to: &str| {
        SourceFile::from_text(
            &format!("{id}.xml"),
            &format!(
                "<TEI><teiHeader><correspDesc><correspAction type='sent'><persName ref='https://viaf.org/viaf/7/'>Ada Brook</persName></correspAction><correspAction type='received'><persName ref='{to}'>Carl Dorn</persName></correspAction></correspDesc></teiHeader><text><body><p><persName ref='http://www.viaf.org/viaf/7'>Ada</persName> <persName ref='#nobody'>who</persName></p></body></text></TEI>"
            ),
        )
    };
    let register = SourceFile::from_text(
        "register.xml",
        "<TEI><text><body><listPerson><person xml:id='dorn'><persName>Dorn, Carl</persName></person></listPerson></body></text></TEI>",
    );
    let mut files = vec![letter("one", "#dorn"), letter("two", "persons.xml#dorn"), register];
    for (number, file) in files.iter_mut().enumerate() {
        file.id = source::SourceId(u32::try_from(number).expect("few files"));
    }
    let report = import::import(&files, None);
    let names: Vec<_> =
        report.value.register.entries.iter().map(|entry| (entry.id.as_str(), &*entry.name)).collect();
    assert_eq!(names, [("dorn", "Carl Dorn"), ("viaf-7", "Ada Brook")]);
    let codes: Vec<_> = report.diagnostics.iter().map(|finding| (finding.code.0, finding.source.0)).collect();
    assert_eq!(codes, [("tei/dangling-reference", 0)]);
    let letter = &report.value.letters[1];
    assert_eq!(letter.corresp.actions[1].correspondents[0].targets, ["dorn".into()]);
}

#[test]
fn an_entry_is_found_elsewhere_by_type_subtype_or_host() {
    let text = "<TEI><text><body><listPlace><place xml:id='bern'><placeName>Bern</placeName>\
        <desc type='entity_type'>P.PPLC</desc><desc>1412</desc><note type='IDNO'>https://maps.example/1</note><note>A town.</note>\
        <idno type='URL' subtype='gnd'>https://d-nb.info/gnd/4005762-8</idno><idno type='PND'>118500000</idno>\
        <idno type='URL' subtype='diary'>https://diary.example/places/7.html</idno><idno type='uri'>https://www.maps.example/?p=7</idno>\
        <idno type='handle'>20.500/7</idno><idno>7</idno></place></listPlace></body></text></TEI>";
    let report = import::import(&[SourceFile::from_text("places.xml", text)], None);
    let entry = &report.value.register.entries[0];
    assert_eq!(entry.about.as_deref(), Some("A town."));
    let authorities: Vec<(&str, &str)> = entry.authorities.iter().map(|one| (&*one.name, &*one.id)).collect();
    assert_eq!(
        authorities,
        [
            ("gnd", "4005762-8"),
            ("gnd", "118500000"),
            ("diary", "https://diary.example/places/7.html"),
            ("maps.example", "https://www.maps.example/?p=7"),
            ("handle", "20.500/7"),
        ]
    );
}

proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,200}", cut in 0_usize..4000, junk in "[<>&/\"=a-z ]{0,12}") {
        read("any", &text);
        let whole = fs::read_to_string(folder().join("letter.xml")).expect("a fixture");
        let mut at = cut.min(whole.len());
        while !whole.is_char_boundary(at) {
            at -= 1;
        }
        read("cut", &[&whole[..at], &junk, &whole[at..]].concat());
    }
}

#[test]
fn what_a_header_doubts_is_doubted() {
    let header = "<correspDesc><correspAction type='sent'><date when='1901-05-03'>[3 May 1901?]</date></correspAction></correspDesc>";
    let read = read(
        "letter",
        &format!(
            "<TEI><teiHeader><profileDesc>{header}</profileDesc></teiHeader><text><body><p>on <date when='1901-05-04'>the 4th?</date></p></body></text></TEI>"
        ),
    );
    expect![[r#"
        letter letter (und)
        sent; on [3 May 1901?] = 1901-05-03?
        p1 paragraph
          | on ⟨the 4th? = 1901-05-04⟩
    "#]]
    .assert_eq(&read);
}
