use super::{EntryRecord, Setting, Share};
use dates::{Certainty, Date, Edtf, Qualifier, Recognized, Rule, Year};
use edition::{
    Abbreviation, ActionKind, Block, BlockKind, CorrespAction, CorrespDesc, Dating, Edition, Entry,
    EntryKind, Form, Header, ImprintKind, ImprintLine, Inline, Joint, Letter, Mention, Note, NoteKind,
    Origin, Register, Text, Witness,
};
use expect_test::{Expect, expect};
use source::Span;

/// Text with mentions as `{m1 joffe|A. A. Joffe}`; they nest.
fn inlines(marked: &str) -> Vec<Inline> {
    fn read<'t>(mut rest: &'t str, inside: bool, into: &mut Vec<Inline>) -> &'t str {
        loop {
            let at = rest.find(['{', '}']).unwrap_or(rest.len());
            if at > 0 {
                into.push(Inline::Text(Text { text: rest[..at].into(), span: Span::default() }));
            }
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix('{') {
                let (head, after) = after.split_once('|').unwrap_or((after, ""));
                let (id, targets) = head.split_once(' ').unwrap_or((head, ""));
                let mut children = Vec::new();
                rest = read(after, true, &mut children);
                into.push(Inline::Mention(Box::new(mention(id, targets)), children));
            } else if inside {
                return rest.strip_prefix('}').unwrap_or(rest);
            } else if rest.is_empty() {
                return rest;
            } else {
                rest = &rest[1..];
            }
        }
    }
    let mut into = Vec::new();
    read(marked, false, &mut into);
    into
}

fn mention(id: &str, targets: &str) -> Mention {
    Mention {
        id: id.into(),
        kind: EntryKind::Person,
        as_written: "".into(),
        targets: targets.split('+').filter(|target| !target.is_empty()).map(Into::into).collect(),
        joint: Joint::And,
        origin: Origin::Editor,
        certainty: Certainty::High,
        reason: None,
        expansion: None,
        implied: false,
        span: Span::default(),
    }
}

fn block(id: &str, kind: BlockKind, marked: &str) -> Block {
    Block { id: id.into(), kind, align: Default::default(), inlines: inlines(marked), span: Span::default() }
}

fn entry(kind: EntryKind, id: &str, name: &str, sort_name: &str, forms: &[&str]) -> Entry {
    Entry {
        id: id.into(),
        kind,
        name: name.into(),
        sort_name: sort_name.into(),
        forms: forms.iter().map(|form| Form { text: (*form).into(), recognized: true }).collect(),
        about: None,
        begin: None,
        end: None,
        authorities: Vec::new(),
        facts: Default::default(),
        related: Vec::new(),
    }
}

fn action(kind: ActionKind, who: &str, year: Option<i32>) -> CorrespAction {
    let dating = year.map(|value| {
        let year = Year { value, unspecified: 0, qualifier: Qualifier::default() };
        Dating {
            id: "d1".into(),
            as_written: "".into(),
            reading: Recognized {
                meaning: Some(Edtf::Date(Date { year, month: None, day: None })),
                calendar: dates::Calendar::Gregorian,
                original: None,
                duration: None,
                certainty: Certainty::High,
                rule: Rule::Year,
                anchor: None,
            },
            origin: Origin::Source,
            reason: None,
            span: Span::default(),
        }
    });
    CorrespAction {
        kind,
        correspondents: vec![mention("m0", who)],
        place: None,
        dating,
        joint: edition::Joint::And,
        other_datings: Vec::new(),
    }
}

fn letter(id: &str, sent: CorrespAction, received: CorrespAction, text: Vec<Block>) -> Letter {
    Letter {
        id: id.into(),
        title: None,
        number: None,
        status: None,
        language: "en".into(),
        corresp: CorrespDesc { actions: vec![sent, received], replies_to: Vec::new(), context: Vec::new() },
        witness: Witness::default(),
        text,
        notes: Vec::new(),
        first_page: None,
    }
}

fn edition(language: &str, entries: Vec<Entry>, letters: Vec<Letter>) -> Edition {
    Edition {
        header: Header {
            title: "Test".into(),
            language: language.into(),
            rights: Vec::new(),
            ..Header::default()
        },
        letters,
        register: Register { entries, abbreviations: Vec::new() },
    }
}

fn check(record: &EntryRecord, expected: Expect) {
    let mut lines = String::new();
    for occurrence in &record.occurrences {
        let setting = match &occurrence.setting {
            Setting::Text => "text".to_owned(),
            Setting::Note(label) => ["note ", label].concat(),
            Setting::Imprint => "imprint".to_owned(),
        };
        let excerpt = &occurrence.excerpt;
        let sentence = [&*excerpt.before, "<", &excerpt.words, ">", &excerpt.after].concat();
        lines.push_str(
            &[
                &occurrence.letter.to_string(),
                "#",
                &occurrence.fragment,
                " ",
                &setting,
                ": ",
                &sentence,
                "\n",
            ]
            .concat(),
        );
    }
    expected.assert_eq(&lines);
}

#[test]
fn mentions_are_listed_in_the_order_of_the_source_with_their_sentences() {
    let mut first = letter(
        "one",
        action(ActionKind::Sent, "lenin", Some(1921)),
        action(ActionKind::Received, "joffe", None),
        vec![
            block("head", BlockKind::Heading, "TO {m2 joffe|A. A. JOFFE}"),
            block(
                "p1",
                BlockKind::Paragraph,
                "All is well. Ask {m3 joffe+lenin|them both} or the {m4 delegation|delegation}",
            ),
            block(
                "pb",
                BlockKind::PageBreak(edition::PageBreak {
                    page: "2".into(),
                    origin: Origin::Source,
                    facs: None,
                    inside_word: false,
                    span: Span::default(),
                }),
                "",
            ),
            block("p1b", BlockKind::Continuation, "of {m6 joffe|Joffe} at Riga. Then write."),
        ],
    );
    first.witness.imprint = vec![ImprintLine {
        id: "h1".into(),
        kind: ImprintKind::Author,
        inlines: inlines("{m1 lenin|V. I. Lenin}"),
        span: Span::default(),
    }];
    first.notes = vec![Note {
        id: "n1".into(),
        label: "1".into(),
        kind: NoteKind::Explanatory,
        blocks: vec![block(
            "n1",
            BlockKind::Paragraph,
            "The {m7 delegation|delegation of {m8 joffe|Joffe}} came.",
        )],
        back_reference: None,
        calls: 1,
        span: Span::default(),
    }];
    let entries = vec![
        entry(EntryKind::Person, "lenin", "Vladimir Ilyich Lenin", "Lenin, Vladimir Ilyich", &[]),
        entry(EntryKind::Person, "joffe", "Adolf Abramovich Joffe", "Joffe, Adolf Abramovich", &[]),
        entry(EntryKind::Person, "nobody", "Nobody", "Nobody", &[]),
    ];
    let records = crate::build(&edition("en", entries, vec![first])).entries;
    check(
        &records[0],
        expect![[r#"
            0#m1 imprint: <V. I. Lenin>
            0#m3 text: Ask <them both> or the delegation of Joffe at Riga.
        "#]],
    );
    check(
        &records[1],
        expect![[r#"
            0#m2 text: TO <A. A. JOFFE>
            0#m3 text: Ask <them both> or the delegation of Joffe at Riga.
            0#m6 text: Ask them both or the delegation of <Joffe> at Riga.
            0#m8 note 1: The delegation of <Joffe> came.
        "#]],
    );
    assert_eq!((numbers(&records[0].sent), numbers(&records[0].received)), (vec![0], vec![]));
    assert_eq!((numbers(&records[1].sent), numbers(&records[1].received)), (vec![], vec![0]));
    assert_eq!((records[1].first_year, records[1].last_year), (Some(1921), Some(1921)));
    assert_eq!(records[2].first_year, None);
    assert!(records[2].occurrences.is_empty());
}

#[test]
fn first_and_last_year_come_from_all_letters() {
    let letters = vec![
        letter(
            "b",
            action(ActionKind::Sent, "weber", Some(1817)),
            action(ActionKind::Received, "brandt", None),
            Vec::new(),
        ),
        letter(
            "a",
            action(ActionKind::Sent, "brandt", Some(1811)),
            action(ActionKind::Received, "weber", None),
            Vec::new(),
        ),
        letter(
            "c",
            action(ActionKind::Sent, "weber", None),
            action(ActionKind::Received, "brandt", None),
            Vec::new(),
        ),
    ];
    let entries = vec![
        entry(EntryKind::Person, "weber", "Carl Maria von Weber", "Weber, Carl Maria von", &[]),
        entry(EntryKind::Person, "brandt", "Caroline Weber", "Weber, Caroline", &["Caroline Brandt"]),
    ];
    let records = crate::build(&edition("de", entries, letters)).entries;
    assert_eq!((records[0].first_year, records[0].last_year), (Some(1811), Some(1817)));
    assert_eq!(numbers(&records[0].sent), [0, 2]);
    assert_eq!(numbers(&records[0].received), [1]);
}

fn headings(edition: &Edition, kind: EntryKind) -> String {
    let records = crate::build(edition).entries;
    let mut lines = Vec::new();
    for (entry, record) in
        edition.register.entries.iter().zip(&records).filter(|(entry, _)| entry.kind == kind)
    {
        lines.push((record.collation, [&*record.initial, " ", &entry.sort_name].concat()));
        for see in &record.sees {
            lines.push((see.collation, [&*see.initial, " ", &see.shown, " -> ", &entry.sort_name].concat()));
        }
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line + "\n").collect()
}

#[test]
fn headings_are_in_the_order_of_the_language_with_see_references() {
    let entries = vec![
        entry(EntryKind::Person, "z", "Zoe Zoll", "Zoll, Zoe", &[]),
        entry(
            EntryKind::Person,
            "w",
            "Caroline Weber",
            "Weber, Caroline",
            &["Caroline Brandt", "Brandt", "C. Weber", "Каролина Вебер"],
        ),
        entry(EntryKind::Person, "s", "Anna Strauß", "Strauß, Anna", &[]),
        entry(EntryKind::Person, "st", "Karl Strauss", "Strauss, Karl", &[]),
        entry(EntryKind::Person, "b", "Bettina von Arnim", "Arnim, Bettina von", &["Bettina Brentano"]),
        entry(EntryKind::Person, "o", "Ödön Öhm", "Öhm, Ödön", &[]),
    ];
    expect![[r#"
        A Arnim, Bettina von
        B Brandt, Caroline -> Weber, Caroline
        B Brentano, Bettina -> Arnim, Bettina von
        O Öhm, Ödön
        S Strauß, Anna
        S Strauss, Karl
        W Weber, Caroline
        Z Zoll, Zoe
    "#]]
    .assert_eq(&headings(&edition("de", entries, Vec::new()), EntryKind::Person));
}

#[test]
fn places_and_organisations_have_see_references_for_other_words_and_abbreviations() {
    let entries = vec![
        entry(EntryKind::Place, "ro", "Romania", "Romania", &["Rumania"]),
        entry(
            EntryKind::Organisation,
            "cc",
            "Central Committee of the Party",
            "Central Committee of the Party",
            &["Party Central Committee"],
        ),
    ];
    let mut edition = edition("en", entries, Vec::new());
    edition.register.abbreviations = vec![Abbreviation {
        short: "C.C.".into(),
        long: "Central Committee".into(),
        entry: Some("cc".into()),
    }];
    expect![[r#"
        C C.C. -> Central Committee of the Party
        C Central Committee of the Party
    "#]]
    .assert_eq(&headings(&edition, EntryKind::Organisation));
    edition.register.entries.push(entry(
        EntryKind::Work,
        "w",
        "Joffe to Lenin",
        "Joffe to Lenin",
        &["your last letter"],
    ));
    edition.register.entries[2].forms.push(Form { text: "Riga letter".into(), recognized: false });
    expect![[r#"
        J Joffe to Lenin
        R Riga letter -> Joffe to Lenin
    "#]]
    .assert_eq(&headings(&edition, EntryKind::Work));
    expect![[r#"
        R Romania
        R Rumania -> Romania
    "#]]
    .assert_eq(&headings(&edition, EntryKind::Place));
}

#[test]
fn names_for_look_up_are_folded_and_have_initials_together() {
    let entries = vec![entry(
        EntryKind::Person,
        "joffe",
        "Adolf Abramovich Joffe",
        "Joffe, Adolf Abramovich",
        &["A. A. Joffe", "Иоффе", "A. A. JOFFE"],
    )];
    let records = crate::build(&edition("en", entries, Vec::new())).entries;
    let keys: Vec<String> =
        records[0].names.iter().map(|key| [&*key.shown, " = ", &key.folded].concat()).collect();
    expect![[r#"
        Adolf Abramovich Joffe = adolf abramovich joffe
        Joffe, Adolf Abramovich = joffe adolf abramovich
        A. A. Joffe = a a joffe
        Иоффе = иоффе
         = aa joffe"#]]
    .assert_eq(&keys.join("\n"));
}

fn numbers(shares: &[Share]) -> Vec<u32> {
    shares.iter().map(|share| share.letter).collect()
}
