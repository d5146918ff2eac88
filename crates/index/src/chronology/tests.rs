use dates::{Anchor, Date, Duration, Edtf, Endpoint, Recognized, Rule, print_edtf};
use edition::{
    ActionKind, Block, BlockKind, CorrespAction, CorrespDesc, Dating, Edition, ImprintKind, ImprintLine,
    Inline, Letter, Note, NoteKind, Origin, Text, Witness,
};
use expect_test::{Expect, expect};
use source::Span;

use super::Moment;

fn date(id: &str, words: &str, meaning: Option<Edtf>, rule: Rule) -> Dating {
    let reading = Recognized { meaning, ..Recognized::nothing(rule) };
    let origin = Origin::Source;
    Dating { id: id.into(), as_written: words.into(), reading, origin, reason: None, span: Span::default() }
}

fn text(words: &str) -> Inline {
    Inline::Text(Text { text: words.into(), span: Span::default() })
}

fn dated(dating: Dating) -> Inline {
    let words = text(&dating.as_written);
    Inline::Date(Box::new(dating), vec![words])
}

fn block(id: &str, kind: BlockKind, inlines: Vec<Inline>) -> Block {
    Block { id: id.into(), kind, align: Default::default(), inlines, span: Span::default() }
}

fn day(year: i32, month: u8, day: u8) -> Option<Edtf> {
    Some(Edtf::Date(Date::day(year, month, day)))
}

fn sent(dating: Option<Dating>) -> CorrespDesc {
    let action = CorrespAction {
        kind: ActionKind::Sent,
        correspondents: Vec::new(),
        place: None,
        dating,
        joint: edition::Joint::And,
        other_datings: Vec::new(),
    };
    CorrespDesc { actions: vec![action], replies_to: Vec::new(), context: Vec::new() }
}

fn letter(id: &str, corresp: CorrespDesc, text: Vec<Block>) -> Letter {
    Letter {
        id: id.into(),
        title: None,
        number: None,
        status: None,
        language: "en".into(),
        corresp,
        witness: Witness::default(),
        text,
        notes: Vec::new(),
        first_page: None,
    }
}

fn check(letters: Vec<Letter>, expected: Expect) {
    let moments = crate::build(&Edition { letters, ..Edition::default() }).chronology;
    let lines: String = moments.iter().map(line).collect();
    expected.assert_eq(&lines);
}

fn line(moment: &Moment) -> String {
    let meaning = moment.meaning.as_ref().map_or_else(|| "–".to_owned(), print_edtf);
    let side = |day: Option<dates::DayNumber>| {
        day.map_or_else(
            || "..".to_owned(),
            |day| {
                let (year, month, day) = day.gregorian();
                format!("{year:04}-{month:02}-{day:02}")
            },
        )
    };
    format!(
        "{:?} {} {meaning} [{} {}] {:?} {}|{}|{}\n",
        moment.kind,
        moment.mark(),
        side(moment.bounds.earliest),
        side(moment.bounds.latest),
        moment.origin,
        moment.excerpt.before,
        moment.excerpt.words,
        moment.excerpt.after,
    )
}

#[test]
fn the_dateline_is_sent_and_not_again_mentioned() {
    let dateline = date("d2", "2.V.1904", day(1904, 5, 2), Rule::RomanMonth);
    let mut one = letter(
        "one",
        sent(Some(dateline.clone())),
        vec![
            block("dl", BlockKind::Dateline, vec![dated(dateline)]),
            block(
                "p1",
                BlockKind::Paragraph,
                vec![
                    text("Rain. Your card of "),
                    dated(date("d3", "30/IV", day(1904, 4, 30), Rule::RomanMonth)),
                    text(" came. Thanks."),
                ],
            ),
        ],
    );
    one.witness.imprint.push(ImprintLine {
        id: "h1".into(),
        kind: ImprintKind::FirstPublished,
        inlines: vec![
            text("First published in "),
            dated(date("d1", "1931", Some(Edtf::Date(Date::year(1931))), Rule::Year)),
        ],
        span: Span::default(),
    });
    one.notes.push(Note {
        id: "n1".into(),
        label: "1".into(),
        kind: NoteKind::Explanatory,
        blocks: vec![block(
            "n1",
            BlockKind::Paragraph,
            vec![text("Posted on "), dated(date("d4", "May 3", day(1904, 5, 3), Rule::MonthName)), text(".")],
        )],
        back_reference: None,
        calls: 1,
        span: Span::default(),
    });
    check(
        vec![one],
        expect![[r#"
            Mentioned t-one-d3 1904-04-30 [1904-04-30 1904-04-30] Source Your card of |30/IV| came.
            Sent t-one-d2 1904-05-02 [1904-05-02 1904-05-02] Source |2.V.1904|
            InNote t-one-d4 1904-05-03 [1904-05-03 1904-05-03] Source Posted on |May 3|.
            Printing t-one-d1 1931 [1931-01-01 1931-12-31] Source First published in |1931|
        "#]],
    );
}

#[test]
fn a_letter_sent_and_received_that_prints_no_date_has_two_marks() {
    let received = |mut corresp: CorrespDesc| {
        let dating = Some(date("d0-2", "", day(1811, 5, 4), Rule::Iso));
        corresp.actions.extend(sent(dating).actions);
        corresp.actions[1].kind = ActionKind::Received;
        corresp
    };
    for first in ["dl", "p1"] {
        let corresp = received(sent(Some(date("d0-1", "", day(1811, 5, 2), Rule::Iso))));
        let text = vec![block(first, BlockKind::Dateline, vec![text("From the mill")])];
        let letters = vec![letter("one", corresp, text)];
        let edition = Edition { letters, ..Edition::default() };
        let marks: Vec<String> = crate::build(&edition).chronology.iter().map(Moment::mark).collect();
        assert_eq!(marks, [format!("t-one-{first}"), format!("t-one-{first}-received")]);
    }
}

#[test]
fn a_length_of_time_is_counted_back_from_the_letter() {
    let dateline = date("d1", "31 March 1900", day(1900, 3, 31), Rule::MonthName);
    let mut length = date("d2", "a month", None, Rule::Duration);
    length.reading.duration = Some(Duration { months: 1, ..Duration::default() });
    // The recogniser may give an interval itself, in months; it does not last longer than the letter's day.
    let mut told = date("d3", "two years", None, Rule::Duration);
    told.reading.duration = Some(Duration { years: 2, ..Duration::default() });
    let month = |year, month| Endpoint::Date(Date::month(year, month));
    told.reading.meaning = Some(Edtf::Interval { from: month(1898, 3), to: month(1900, 3) });
    told.reading.anchor = Some(Anchor::LetterDate(Edtf::Date(Date::day(1900, 3, 31))));
    check(
        vec![letter(
            "long",
            sent(Some(dateline.clone())),
            vec![
                block("dl", BlockKind::Dateline, vec![dated(dateline)]),
                block("p1", BlockKind::Paragraph, vec![dated(length), text(" or "), dated(told)]),
            ],
        )],
        expect![[r#"
            Mentioned t-long-d3 1898-03/1900-03 [1898-03-01 1900-03-31] Source a month or |two years|
            Mentioned t-long-d2 1900-02-28~/1900-03-31~ [1900-02-28 1900-03-31] Machine |a month| or two years
            Sent t-long-d1 1900-03-31 [1900-03-31 1900-03-31] Source |31 March 1900|
        "#]],
    );
}

#[test]
fn nothing_is_counted_back_that_is_shorter_than_the_doubt_about_the_letter() {
    let whole = |id: &str, length: Duration| {
        let sent_on = date("d1", "May 1900", Some(Edtf::Date(Date::month(1900, 5))), Rule::MonthYear);
        let mut told = date("d2", "so long", None, Rule::Duration);
        told.reading.duration = Some(length);
        let dateline = block("dl", BlockKind::Dateline, vec![dated(sent_on.clone())]);
        letter(id, sent(Some(sent_on)), vec![dateline, block("p1", BlockKind::Paragraph, vec![dated(told)])])
    };
    check(
        vec![
            whole("weeks", Duration { weeks: 3, ..Duration::default() }),
            whole("years", Duration { years: 2, ..Duration::default() }),
        ],
        expect![[r#"
            Mentioned t-years-d2 1898-05-01~/1900-05-31~ [1898-05-01 1900-05-31] Machine |so long|
            Sent t-weeks-d1 1900-05 [1900-05-01 1900-05-31] Source |May 1900|
            Sent t-years-d1 1900-05 [1900-05-01 1900-05-31] Source |May 1900|
            Mentioned t-weeks-d2 – [.. ..] Source |so long|
        "#]],
    );
}

#[test]
fn undated_letters_stand_last_and_dates_of_an_editor_need_no_words() {
    let given = date("sent", "spring 1850", Some(Edtf::Date(Date::month(1850, 21))), Rule::Season);
    check(
        vec![
            letter(
                "bare",
                sent(None),
                vec![block("p1", BlockKind::Paragraph, vec![text("No day,  no year.")])],
            ),
            letter("given", sent(Some(given)), vec![block("head", BlockKind::Heading, vec![text("TO ADA")])]),
        ],
        expect![[r#"
            Sent t-given-head 1850-21 [1850-03-01 1850-05-31] Source TO ADA||
            Sent t-bare-p1 – [.. ..] Source No day, no year.||
        "#]],
    );
}

#[test]
fn how_a_letter_begins_does_not_join_words_over_lines() {
    let lines = vec![
        text("Frankfurter Zeitung"),
        Inline::LineBreak { inside_word: false, kept: false },
        text("und"),
        Inline::LineBreak { inside_word: false, kept: false },
        text("Handels-"),
        Inline::LineBreak { inside_word: true, kept: false },
        text("blatt."),
    ];
    let one = letter("one", sent(None), vec![block("b1", BlockKind::Paragraph, lines)]);
    let edition = Edition { letters: vec![one], ..Edition::default() };
    let begins = &crate::build(&edition).chronology[0].excerpt.before;
    assert_eq!(&**begins, "Frankfurter Zeitung und Handelsblatt.");
}

#[test]
fn the_opening_begins_with_whom_the_letter_is_for_and_keeps_its_lines_apart() {
    let paragraph = |id: &str, kind: BlockKind, words: &str| block(id, kind, vec![text(words)]);
    let text = vec![
        paragraph("a1", BlockKind::Address, "Herrn Dr A. Schnitzler\nWien I"),
        paragraph("dl", BlockKind::Dateline, "Sonntag Mittag."),
        paragraph("s1", BlockKind::Salute, "Lieber Freund!"),
        paragraph("p1", BlockKind::Paragraph, "Das Mauserl will"),
        paragraph("p2", BlockKind::Continuation, "nicht."),
        paragraph("p3", BlockKind::Paragraph, "Ihr"),
    ];
    let addressed = text[..2].to_vec();
    let header = date("d1", "21. 2. 1892", day(1892, 2, 21), Rule::Encoded);
    check(
        vec![letter("one", sent(Some(header)), text), letter("two", sent(None), addressed)],
        expect![[r#"
            Sent t-one-a1 1892-02-21 [1892-02-21 1892-02-21] Source Lieber Freund! / Das Mauserl will nicht. / Ihr||
            Sent t-two-a1 – [.. ..] Source Herrn Dr A. Schnitzler Wien I / Sonntag Mittag.||
        "#]],
    );
}
