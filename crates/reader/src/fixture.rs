//! A small edition for tests: invented letters of the years 1811 to 1833 between people who changed their names.

use dates::{Certainty, Date, Edtf, Language, Names, Recognized, Rule, names};
use edition::{
    ActionKind, Authority, Block, BlockKind, CorrespAction, CorrespDesc, Dating, Edition, Entry, EntryKind,
    Form, Header, ImprintKind, ImprintLine, Inline, Joint, Letter, Mention, Note, NoteKind, Origin,
    PlaceStatement, Register, Text, Witness,
};
use source::Span;

use crate::Library;

/// The words of dates in tests.
pub(crate) const EN: &Names = names(Language::En);

/// The edition, open.
pub(crate) fn library() -> Library {
    open(&edition())
}

/// An edition with its indexes, open.
pub(crate) fn open(edition: &Edition) -> Library {
    let packed = bundle::pack(edition, &index::build(edition)).expect("an edition can be packed");
    Library::open(&packed.one_piece().expect("and put in one piece")).expect("and opened")
}

/// The edition.
pub(crate) fn edition() -> Edition {
    let mut entries = vec![
        entry(
            EntryKind::Person,
            "weber",
            "Carl Maria von Weber",
            "Weber, Carl Maria von",
            &["C. M. v. Weber"],
            (1786, 1826),
        ),
        entry(
            EntryKind::Person,
            "caroline",
            "Caroline Weber",
            "Weber, Caroline",
            &["Caroline Brandt"],
            (1794, 1852),
        ),
        entry(EntryKind::Person, "gross", "Friederike Groß", "Groß, Friederike", &[], (1770, 1840)),
        entry(
            EntryKind::Person,
            "henslow",
            "John Stevens Henslow",
            "Henslow, John Stevens",
            &[],
            (1796, 1861),
        ),
        entry(
            EntryKind::Person,
            "ersted",
            "Hans Christian Ørsted",
            "Ørsted, Hans Christian",
            &[],
            (1777, 1851),
        ),
        entry(
            EntryKind::Person,
            "singer",
            "Wilhelmine Schröder-Devrient",
            "Schröder-Devrient, Wilhelmine",
            &[],
            (1804, 0),
        ),
        entry(EntryKind::Person, "silent", "Nobody Named", "Named, Nobody", &[], (1700, 1750)),
        entry(EntryKind::Place, "prague", "Prague", "Prague", &["Prag"], (0, 0)),
        entry(
            EntryKind::Office,
            "kapellmeister",
            "Kapellmeister at Dresden",
            "Kapellmeister at Dresden",
            &[],
            (0, 0),
        ),
        entry(EntryKind::Work, "opera", "Der Freischütz", "Freischütz, Der", &[], (1821, 1821)),
    ];
    entries[0].authorities = vec![
        Authority { name: "gnd".into(), id: "118629662".into() },
        Authority { name: "letters".into(), id: "A0002068".into() },
    ];
    entries[8].related = vec!["weber".into()];
    entries[9].related = vec!["weber".into()];
    let mut second = letter(
        "two",
        Some(1817),
        ("caroline", "weber"),
        "Dear {m1 weber|Weber}. I have seen {m2 gross|Madame Groß} at {m3 prague|Prag}. Be well.",
    );
    second.witness.imprint = vec![ImprintLine {
        id: "h1".into(),
        kind: ImprintKind::Author,
        inlines: inlines("{m9 caroline|Caroline Brandt}"),
        span: Span::default(),
    }];
    second.notes = vec![Note {
        id: "n1".into(),
        label: "1".into(),
        kind: NoteKind::Explanatory,
        blocks: vec![block(
            "n1",
            "{m4 gross|Friederike Groß} sang in {m5 opera|his opera}. {m6 gross|She} was late.",
        )],
        back_reference: None,
        calls: 1,
        span: Span::default(),
    }];
    second.corresp.actions[0].place = Some(PlaceStatement {
        as_written: "Prague".into(),
        target: Some("prague".into()),
        origin: Origin::Machine,
        certainty: Certainty::Low,
        reason: Some("the theatre is meant".into()),
    });
    let letters = vec![
        letter("one", Some(1811), ("weber", "gross"), "{m1 caroline|Miss Brandt} sings."),
        second,
        letter(
            "three",
            Some(1833),
            ("gross", "henslow+ersted"),
            "Of {m1 weber|Weber} nothing remains, of {m2 singer|Madame Schröder} a song.",
        ),
        letter("four", None, ("weber", "caroline"), "Come."),
    ];
    Edition {
        header: Header {
            title: "Test".into(),
            language: "de".into(),
            rights: Vec::new(),
            ..Header::default()
        },
        letters,
        register: Register { entries, abbreviations: Vec::new() },
    }
}

fn year(year: i32) -> Option<Edtf> {
    (year != 0).then(|| Edtf::Date(Date::year(year)))
}

fn entry(
    kind: EntryKind,
    id: &str,
    name: &str,
    sort_name: &str,
    forms: &[&str],
    (begin, end): (i32, i32),
) -> Entry {
    Entry {
        id: id.into(),
        kind,
        name: name.into(),
        sort_name: sort_name.into(),
        forms: forms.iter().map(|form| Form { text: (*form).into(), recognized: true }).collect(),
        about: None,
        begin: year(begin),
        end: year(end),
        authorities: Vec::new(),
        facts: Default::default(),
        related: Vec::new(),
    }
}

fn letter(id: &str, sent: Option<i32>, (from, to): (&str, &str), marked: &str) -> Letter {
    let dating = sent.map(|sent| Dating {
        id: "d1".into(),
        as_written: "".into(),
        reading: Recognized {
            meaning: year(sent),
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
    });
    let action = |kind, who, dating| CorrespAction {
        kind,
        correspondents: vec![mention("m0", who)],
        place: None,
        dating,
        joint: edition::Joint::And,
        other_datings: Vec::new(),
    };
    Letter {
        id: id.into(),
        title: None,
        number: None,
        status: None,
        language: "en".into(),
        corresp: CorrespDesc {
            actions: vec![action(ActionKind::Sent, from, dating), action(ActionKind::Received, to, None)],
            replies_to: Vec::new(),
            context: Vec::new(),
        },
        witness: Witness::default(),
        text: vec![block("p1", marked)],
        notes: Vec::new(),
        first_page: None,
    }
}

fn block(id: &str, marked: &str) -> Block {
    Block {
        id: id.into(),
        kind: BlockKind::Paragraph,
        align: Default::default(),
        inlines: inlines(marked),
        span: Span::default(),
    }
}

/// Text with mentions as `{m1 weber|Weber}`.
fn inlines(marked: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let text = |text: &str| Inline::Text(Text { text: text.into(), span: Span::default() });
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        let (head, after) = after.split_once('|').unwrap_or((after, ""));
        let (words, after) = after.split_once('}').unwrap_or((after, ""));
        let (id, target) = head.split_once(' ').unwrap_or((head, ""));
        inlines.push(text(before));
        inlines.push(Inline::Mention(Box::new(mention(id, target)), vec![text(words)]));
        rest = after;
    }
    inlines.push(text(rest));
    inlines
}

fn mention(id: &str, targets: &str) -> Mention {
    Mention {
        id: id.into(),
        kind: EntryKind::Person,
        as_written: targets.into(),
        targets: targets.split('+').map(Into::into).collect(),
        joint: Joint::And,
        origin: Origin::Editor,
        certainty: Certainty::High,
        reason: None,
        expansion: None,
        implied: false,
        span: Span::default(),
    }
}
