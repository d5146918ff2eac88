//! Whose words the parts of a TEI text are, and in which language.

use expect_test::expect;
use source::SourceFile;

fn read(body: &str) -> String {
    let head = "<profileDesc><langUsage><language ident='de'/></langUsage></profileDesc>";
    let text = format!("<TEI><teiHeader>{head}</teiHeader><text><body>{body}</body></text></TEI>");
    let report = import::read_tei(&SourceFile::from_text("letter.xml", &text));
    report.value.letters.iter().map(edition::dump).collect()
}

#[test]
fn what_editors_say_is_no_text_of_the_letter() {
    let body = "<div type='regest'><head>28. An Matzdorff.</head><p>Asks for paper.</p></div><div type='letter'><p>Kommen Sie!</p></div>\
        <div type='comment'><div type='section'><head>Tradition</head><p>Burnt.<note>In 1902.</note></p></div></div>\
        <div type='comment'><lb/></div>";
    expect![[r#"
        letter letter (de)
        head heading
          | 28. An Matzdorff.
        ed1 words of the editor of the print
          | Asks for paper.
        p1 paragraph
          | Kommen Sie!
        nc note §, on the letter, never called
          | Tradition
        nc-2 paragraph
          | Burnt.⟨1 → n1⟩
        n1 note 1
          | In 1902.
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn paragraphs_in_another_language_say_so() {
    let body = "<div xml:lang='de'><p xml:lang='fr'>Venez</p><p xml:lang='deu'>Kommen</p><p>Kommen<note xml:lang='en'><p>Come</p><p xml:lang='de-AT'>Komm</p></note></p>\
        </div><div xml:lang='la'><p>Veni</p><table><row><cell>vidi</cell></row></table></div>";
    expect![[r#"
        letter letter (de)
        p1 paragraph
          | ⟨fr: Venez⟩
        p2 paragraph
          | Kommen
        p3 paragraph
          | Kommen⟨1 → n1⟩
        p4 paragraph
          | ⟨la: Veni⟩
        row1 row of a table
          | ⟨cell vidi⟩
        n1 note 1
          | ⟨en: Come⟩
        n1-2 paragraph
          | Komm
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn notes_and_the_head_of_the_paper_are_what_they_are() {
    let body = "<opener><seg type='letterhead'>Hotel Riga</seg><dateline>3. Mai</dateline></opener><p>Ja<note type='ea'>On the matter</note> \
        nein<note type='eb'>On the source</note></p>";
    expect![[r#"
        letter letter (de)
        addr address
          | Hotel Riga
        dl dateline
          | 3. Mai
        p1 paragraph
          | Ja⟨1 → n1⟩ nein⟨a → nta⟩
        n1 note 1
          | On the matter
        nta note a, on the text
          | On the source
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn a_letter_has_the_language_that_it_says_or_shows() {
    let said = "<profileDesc><langUsage><language ident='de'/></langUsage></profileDesc>";
    let french = "<p>Je vous ai écrit que les enfants sont là et je ne sais pas où est le livre.</p>";
    let table = [
        // Divisions that agree say it, others leave it to the header.
        (said, "<div xml:lang='fr'><p>Oui.</p></div><div xml:lang='fr'><p>Non.</p></div>", "fr"),
        (said, "<div xml:lang='la'><p>Veni.</p></div><div xml:lang='de'><p>Komm.</p></div>", "de"),
        (said, "<div xml:lang='la'><p>Veni.</p></div><div><p>Komm.</p></div>", "de"),
        (said, french, "de"),
        // Nothing says it: the words do, else the edition.
        ("", french, "fr"),
        ("", "<p>12 + 4</p>", "ru"),
    ];
    for (head, body, expected) in table {
        let text = format!("<TEI><teiHeader>{head}</teiHeader><text><body>{body}</body></text></TEI>");
        let file = SourceFile::from_text("letter.xml", &text);
        let read = vec![import::FirstRead::of(&file)];
        let defaults = import::Defaults { calendar_change: None, language: Some("ru".into()) };
        let edition = import::assemble(&[file], read, &[], &defaults).value.edition;
        assert_eq!(&*edition.letters[0].language, expected, "{body}");
    }
}

#[test]
fn words_where_tei_has_none_stay() {
    let body = "<p>one <lb>LINE</lb> <pb n='2'>PAGE</pb> <choice>WORD<sic>s</sic> <corr>c</corr><corr>d</corr></choice> \
        <app>APP<lem>l</lem> <rdg>r</rdg></app> <space>SPACE</space> <choice>A<abbr>b</abbr></choice> end</p>";
    expect![[r#"
        letter letter (de)
        p1 paragraph
          | one /LINE ⟨page 2⟩PAGE ⟨s → c⟩WORD⟨corr: d⟩ APPl⟨variant r⟩ SPACE Ab end
    "#]]
    .assert_eq(&read(body));
}

#[test]
fn a_letter_with_a_register_of_its_own_is_a_letter() {
    let list = "<listPerson><person xml:id='dorn'><persName>Carl Dorn</persName></person></listPerson>";
    let table = [
        (format!("<body><p>A whole letter.</p></body><back>{list}</back>"), 1),
        (
            format!("<body><div><opener><salute>Dear Carl,</salute></opener><p>Come.</p></div>{list}</body>"),
            1,
        ),
        (format!("<body><div><head>Persons</head><p>All of them.</p>{list}</div></body>"), 0),
        (format!("<body>{list}</body>"), 0),
    ];
    for (text, letters) in table {
        let text = format!("<TEI><teiHeader/><text>{text}</text></TEI>");
        let report = import::read_tei(&SourceFile::from_text("letter.xml", &text));
        assert_eq!(report.value.letters.len(), letters, "{text}");
    }
}
