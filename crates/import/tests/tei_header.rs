//! What the header of a TEI letter says: of the paper, the editors, the rights, the letter's way; and lives in registers.

use expect_test::expect;
use source::SourceFile;

fn letter(head: &str, body: &str) -> (String, edition::Edition) {
    let text = format!("<TEI><teiHeader>{head}</teiHeader><text><body><p>{body}</p></body></text></TEI>");
    let file = SourceFile::from_text("letter.xml", &text);
    let report = import::import(std::slice::from_ref(&file), None);
    let mut out = edition::dump(&report.value.letters[0]);
    for finding in &report.diagnostics {
        out.push_str(&format!("{} {}\n", finding.code.0, finding.message));
    }
    (out, report.value)
}

#[test]
fn the_paper_the_editors_and_the_address() {
    let head = "<fileDesc><titleStmt><title>To Ada</title><editor>Eva Elm</editor></titleStmt><editionStmt><respStmt><resp>Notes</resp>\
        <name>Carl Dorn</name></respStmt></editionStmt><publicationStmt><idno type='handle'>https://hdl.example/1</idno><idno>x1</idno>\
        <availability><licence target='https://cc.example/by'/><p>Copyright of the poem: the heirs.</p></availability></publicationStmt>\
        <sourceDesc><msDesc><msIdentifier><repository>Mill Archive</repository></msIdentifier><physDesc><objectDesc><supportDesc><extent>\
        <p xml:lang='fr'>Une feuille</p><p xml:lang='de'>Ein Blatt</p></extent></supportDesc></objectDesc><handDesc><handNote><p>Black \
        ink</p></handNote></handDesc><additions><incident><desc>Dated in <del>blue</del> red</desc></incident></additions></physDesc></msDesc>\
        <listBibl><bibl>Mills, 1911</bibl></listBibl><listBibl type='commentary'><bibl>Spoken of</bibl></listBibl></sourceDesc></fileDesc>\
        <profileDesc><langUsage><language ident='de'/></langUsage><correspDesc><note>Found in a drawer.</note></correspDesc></profileDesc>";
    let (read, edition) = letter(head, "Guten Tag");
    expect![[r#"
        letter letter (de)
        h1 basis of the text
          | Mill Archive
        h2 edition
          | Mills, 1911
        h3 description
          | Ein Blatt · Black ink · Dated in blue red
        h4 description
          | Found in a drawer.
        h5 edited by
          | Eva Elm · Notes: Carl Dorn
        h6 digitisation
          | ⟨https://hdl.example/1 ⇒ https://hdl.example/1⟩
        p1 paragraph
          | Guten Tag
    "#]]
    .assert_eq(&read);
    let rights: Vec<&str> = edition.letters[0].witness.rights.iter().map(|line| &**line).collect();
    assert_eq!(rights, ["https://cc.example/by", "Copyright of the poem: the heirs."]);
}

#[test]
fn a_letter_has_the_title_that_is_its_main_one() {
    let title = |titles: &str| {
        let head = format!("<fileDesc><titleStmt>{titles}</titleStmt></fileDesc>");
        letter(&head, "Guten Tag").1.letters[0].title.clone().unwrap_or_default()
    };
    let main = "<title type='main'>To the Rector, 3 May</title>";
    assert_eq!(&*title(&format!("<title>Letters and Papers</title>{main}")), "To the Rector, 3 May");
    assert_eq!(&*title(&format!("{main}<title level='a'>Ada to Carl</title>")), "Ada to Carl");
    assert_eq!(&*title("<title type='sub'>Papers</title><title>To Ada</title>"), "Papers");
}

#[test]
fn dates_that_are_none_say_what_is_wrong() {
    let action = |date: &str| {
        format!(
            "<profileDesc><correspDesc><correspAction type='sent'><persName>Ada</persName>{date}</correspAction></correspDesc></profileDesc>"
        )
    };
    let rows = [
        ("<date when='2021-02-30'/>", "2021-02-30", "2021-02-30 is no date that can be read"),
        (
            "<date notBefore='1921-05-03' notAfter='1921-05-01'>early May</date>",
            "early May",
            "the date ends before it begins: 1921-05-01 is before 1921-05-03",
        ),
        ("<date from='1921' to='1920'/>", "1921/1920", "the date ends before it begins: 1920 is before 1921"),
    ];
    for (date, words, message) in rows {
        let (read, edition) = letter(&action(date), "Good day");
        let dating = edition.letters[0].corresp.actions[0].dating.as_ref().expect(date);
        assert_eq!(&*dating.as_written, words, "{date}");
        assert!(dating.reading.meaning.is_none(), "{date}");
        assert!(read.contains(message), "{read}");
    }
}

#[test]
fn words_that_leave_a_date_open_stand_and_are_reported() {
    let date = |date: &str| {
        let head = format!("<correspDesc><correspAction type='sent'>{date}</correspAction></correspDesc>");
        let (read, _) = letter(&format!("<profileDesc>{head}</profileDesc>"), "Good day");
        read.lines()
            .filter(|line| line.starts_with("sent") || line.starts_with("tei/"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let open = "leave open what the attribute says";
    assert_eq!(
        date("<date when='1890-09-01'>[early September] 1890</date>"),
        [
            "sent; on [early September] 1890 = [1890-09-01..1890-09-10]".to_owned(),
            format!(
                "tei/date-less-exact the words “[early September] 1890” {open}, 1890-09-01; the words stand"
            ),
        ]
    );
    // Where the day is said to be inferred, it stands.
    for said in ["cert='medium'", "evidence='external'"] {
        let read = date(&format!("<date when='1890-09-01' {said}>early September 1890</date>"));
        assert_eq!(read.len(), 1, "{read:?}");
        assert!(read[0].starts_with("sent; on early September 1890 = 1890-09-01"), "{read:?}");
    }
}

#[test]
fn lives_in_words_and_before_christ() {
    let rows = [
        ("<birth when='-0106'>106 BCE</birth><death when='-0043-12-07'/>", "-0105", "-0042-12-07"),
        ("<birth>21. 3. 1763</birth><death><date>1825</date></death>", "1763-03-21", "1825"),
        ("<birth when='1763'>ca. 1763</birth><death when='1825'>1825?</death>", "1763~", "1825?"),
    ];
    for (life, begins, ends) in rows {
        let text = format!(
            "<TEI><teiHeader/><text><body><listPerson><person xml:id='p1'><persName>Ada</persName>{life}</person></listPerson></body></text></TEI>"
        );
        let read = import::read_tei(&SourceFile::from_text("persons.xml", &text));
        let entry = &read.value.entries[0].entry;
        let shown = |date: &Option<dates::Edtf>| date.as_ref().map(dates::print_edtf);
        assert_eq!(shown(&entry.begin).as_deref(), Some(begins), "{life}");
        assert_eq!(shown(&entry.end).as_deref(), Some(ends), "{life}");
    }
}

#[test]
fn correspondents_whom_no_register_knows_are_named() {
    let head = "<profileDesc><correspDesc><correspAction type='sent'><persName ref='#adaa'>Ada</persName></correspAction></correspDesc>\
        <particDesc><listPerson><person xml:id='ada'><persName>Ada Brook</persName></person></listPerson></particDesc></profileDesc>";
    let (read, _) = letter(head, "Good day");
    assert!(read.contains("no register has adaa, which is referred to once"), "{read}");
    // Where no persons are listed, the headers alone name them.
    let alone = "<profileDesc><correspDesc><correspAction type='sent'><persName ref='#adaa'>Ada</persName></correspAction></correspDesc></profileDesc>";
    let (read, _) = letter(alone, "Good day");
    assert!(!read.contains("adaa, which"), "{read}");
}

#[test]
fn a_name_with_an_apostrophe_is_not_torn() {
    for (name, shown, sorted) in [
        (
            "<forename>Paul</forename><nameLink>d'</nameLink><surname>Estour</surname>",
            "Paul d'Estour",
            "Estour, Paul d'",
        ),
        (
            "<forename>Jean</forename>\n<nameLink>d’</nameLink>\n<surname>Alem</surname>",
            "Jean d’Alem",
            "Alem, Jean d’",
        ),
        (
            "<forename>Ada</forename><nameLink>de</nameLink><surname>Vries</surname>",
            "Ada de Vries",
            "Vries, Ada de",
        ),
    ] {
        let text = format!(
            "<TEI><teiHeader/><text><body><listPerson><person xml:id='p1'><persName>{name}</persName></person></listPerson></body></text></TEI>"
        );
        let read = import::read_tei(&SourceFile::from_text("persons.xml", &text));
        let entry = &read.value.entries[0].entry;
        assert_eq!((&*entry.name, &*entry.sort_name), (shown, sorted), "{name}");
    }
}

#[test]
fn an_entry_that_is_written_in_a_paragraph_has_its_name() {
    let person = "<person xml:id='frg'><p><persName><forename>Fred</forename> <surname>Gale</surname></persName> of the mill</p></person>";
    let text = format!("<TEI><teiHeader/><text><body><listPerson>{person}</listPerson></body></text></TEI>");
    let read = import::read_tei(&SourceFile::from_text("persons.xml", &text));
    let names: Vec<_> = read.value.entries.iter().map(|listed| &*listed.entry.sort_name).collect();
    assert_eq!(names, ["Gale, Fred"]);
}

#[test]
fn notes_say_where_their_words_begin() {
    let body = "In the <anchor xml:id='K1'/>great <persName>mill</persName><note corresp='#K1'>of stone</note>, <anchor xml:id='K2'/>now \
        gone</p><p><anchor xml:id='K3'/><seg rend='right'>Riga</seg><note corresp='K3'>the city</note>";
    let (read, _) = letter("", body);
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | In the ⟨n1 from here⟩great ⟨mill = ?⟩⟨1 → n1⟩, now gone
        p2 paragraph, right
          | ⟨n2 from here⟩Riga⟨2 → n2⟩
        n1 note 1
          | of stone
        n2 note 2
          | the city
    "#]]
    .assert_eq(&read);
}

#[test]
fn works_have_their_authors_and_places_lie_in_places() {
    let lists = "<listPerson><person xml:id='p1'><persName>Ada Brook</persName></person></listPerson>\
        <listBibl><bibl xml:id='w1'><title>Mills</title><title type='bibliographic'>In: The Miller, 1902</title>\
        <title type='link'>https://mills.example</title><author ref='#p1'>Brook, Ada</author><author ref='#gone'/></bibl>\
        <bibl xml:id='w2'><author>Otto (1800–1850)</author><title>Wheels</title></bibl></listBibl>\
        <listPlace><place xml:id='pl1'><placeName>Riga</placeName><place xml:id='pl2'><placeName>Old Town</placeName></place></place>\
        <place xml:id='pl3'><placeName>Mill</placeName><location type='located_in_place'><placeName ref='pl2'>Old Town</placeName>\
        </location></place></listPlace>";
    let text = format!("<TEI><teiHeader/><text><body>{lists}</body></text></TEI>");
    let report = import::import(&[SourceFile::from_text("lists.xml", &text)], None);
    let entries = report.value.register.entries.iter().map(|entry| {
        let related: Vec<&str> = entry.related.iter().map(|id| id.as_str()).collect();
        format!(
            "{}: {} ({}) → {}",
            entry.id,
            entry.name,
            entry.about.as_deref().unwrap_or_default(),
            related.join(" ")
        )
    });
    assert_eq!(
        entries.collect::<Vec<_>>(),
        [
            "p1: Ada Brook () → ",
            "w1: Mills (In: The Miller, 1902) → p1",
            "w2: Wheels (Otto (1800–1850)) → ",
            "pl1: Riga () → ",
            "pl2: Old Town () → pl1",
            "pl3: Mill () → pl2",
        ]
    );
    assert!(report.value.register.entries.iter().all(|entry| entry.forms.is_empty()));
}

#[test]
fn what_registers_say_of_lives_and_places_is_kept() {
    let lists = "<listPerson><person xml:id='p1'><persName>Ada</persName><nationality>French</nationality><birth when='1852'><placeName>La \
        Flèche</placeName></birth><death><settlement ref='#pl9'><placeName>Paris</placeName><location><geo>48,8 2,3</geo></location>\
        </settlement></death><affiliation from-iso='1895' to-iso='1904-05'>Member of <placeName>Sarthe</placeName></affiliation>\
        <affiliation>Senator</affiliation><event when='1909'><p>Nobel Peace Prize</p></event><event when='1910'/></person></listPerson>\
        <listPlace><place xml:id='pl1'><placeName>Riga</placeName><country>Latvia</country><location><country>Latvia</country>\
        <geo>56,9 24,1</geo></location></place></listPlace>";
    let text = format!("<TEI><teiHeader/><text><body>{lists}</body></text></TEI>");
    let report = import::import(&[SourceFile::from_text("lists.xml", &text)], None);
    let told = |at: usize| {
        let facts = &report.value.register.entries[at].facts;
        let of = |kind| facts.of(kind).map(move |words| format!("{kind:?} {words}")).collect::<Vec<_>>();
        edition::FactKind::ALL.into_iter().flat_map(of).collect::<Vec<_>>()
    };
    assert_eq!(
        told(0),
        [
            "BirthPlace La Flèche",
            "DeathPlace Paris",
            "Nationality French",
            "Affiliation 1895–1904: Member of Sarthe",
            "Affiliation Senator",
            "Event 1909: Nobel Peace Prize",
        ]
    );
    assert_eq!(told(1), ["Country Latvia", "Coordinates 56,9 24,1"]);
}

#[test]
fn hands_have_names_and_names_are_said_as_they_are_read() {
    let head = "<profileDesc><particDesc><listPerson><person xml:id='p_1'><persName>Ada Brook</persName></person></listPerson>\
        </particDesc></profileDesc>";
    let body = "<handShift scribe='#p_1'/>In <date when='1801-09-25'>25<del>4</del> <choice><abbr>Sept.</abbr><expan>September</expan>\
        </choice></date> <persName ref='#p_1'><choice><sic>Aad</sic><corr>Ada</corr></choice></persName> <add hand='#p_1'>came</add>";
    let (read, _) = letter(head, body);
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | ⟨another hand, Ada Brook: ⟩In ⟨25⟨deleted 4⟩ ⟨Sept. → September⟩ = 1801-09-25⟩ ⟨⟨Aad → Ada⟩ = p_1⟩ ⟨added, Ada Brook: came⟩
    "#]].assert_eq(&read);
}

#[test]
fn steps_and_descriptions_that_are_passed_over_are_named() {
    let head = "<profileDesc><correspDesc><correspAction type='sendt'><persName>Ada</persName></correspAction><correspAction type='read'>\
        <persName>Eva</persName></correspAction></correspDesc><correspDesc><correspAction type='sent'/></correspDesc></profileDesc>";
    let (read, _) = letter(head, "Good day");
    assert!(read.contains("tei/unknown-step “sendt” is no step of a letter's way"), "{read}");
    assert!(read.contains("tei/further-corresp-desc"), "{read}");
    assert!(!read.contains("“read”"), "{read}");
}

#[test]
fn an_index_of_letters_is_named_as_one_and_a_letter_without_words_as_lost() {
    for (descriptions, severity, code) in [
        ("<correspDesc ref='a'/><correspDesc ref='b'/>", source::Severity::Note, "tei/index-left-out"),
        // An index of one: no letter names the edition that it is in.
        ("<correspDesc source='#b'/>", source::Severity::Note, "tei/index-left-out"),
        ("<correspDesc/>", source::Severity::Warning, "tei/empty-letter"),
    ] {
        let text = format!("<TEI><teiHeader>{descriptions}</teiHeader><text><body><p/></body></text></TEI>");
        let report = import::import(&[SourceFile::from_text("index.xml", &text)], None);
        let said: Vec<_> =
            report.diagnostics.iter().map(|finding| (finding.severity, finding.code.0)).collect();
        assert_eq!(said, [(severity, code)], "{descriptions}");
    }
}
