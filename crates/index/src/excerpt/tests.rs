use super::flat::Flat;
use crate::{Excerpt, Setting};
use dates::Certainty;
use edition::{
    Block, BlockKind, EntryKind, Inline, Joint, Mention, NoteCall, Origin, PageBreak, Sign, SignKind, Text,
};
use expect_test::{Expect, expect};
use source::Span;

fn text(text: &str) -> Inline {
    Inline::Text(Text { text: text.into(), span: Span::default() })
}

fn call(label: &str) -> Inline {
    let as_written = ["[", label, "]"].concat().into();
    let note = ["n", label].concat().as_str().into();
    Inline::NoteCall(Box::new(NoteCall {
        note,
        nth: 1,
        label: label.into(),
        as_written,
        resolved: true,
        span: Span::default(),
    }))
}

fn mention(words: &str) -> Inline {
    let mention = Mention {
        id: "m1".into(),
        kind: EntryKind::Person,
        as_written: words.into(),
        targets: Vec::new(),
        joint: Joint::And,
        origin: Origin::Editor,
        certainty: Certainty::High,
        reason: None,
        expansion: None,
        implied: false,
        span: Span::default(),
    };
    Inline::Mention(Box::new(mention), vec![text(words)])
}

/// The sentences around the names and dates of a paragraph.
fn sentences(inlines: &[Inline]) -> Vec<Excerpt> {
    let mut flat = Flat::default();
    let mut out = Vec::new();
    flat.inlines(inlines);
    flat.end(&Setting::Text, &mut |found| out.push(found.sentence()));
    out
}

/// `marked` holds the words between `<` and `>` and calls of notes as `[84]`.
fn check(marked: &str, expected: Expect) {
    let (before, rest) = marked.split_once('<').unwrap_or((marked, ""));
    let (words, after) = rest.split_once('>').unwrap_or((rest, ""));
    let mut inlines = with_calls(before);
    inlines.push(mention(words));
    inlines.extend(with_calls(after));
    let [found] = &sentences(&inlines)[..] else { panic!("one name") };
    expected.assert_eq(&[&*found.before, "<", &found.words, ">", &found.after].concat());
}

fn with_calls(part: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut rest = part;
    while let Some((before, inside)) = rest.split_once('[') {
        let Some((label, after)) = inside.split_once(']') else { break };
        inlines.push(text(before));
        inlines.push(call(label));
        rest = after;
    }
    inlines.push(text(rest));
    inlines
}

#[test]
fn a_sentence_is_cut_out_and_calls_of_notes_are_left_out() {
    check(
        "I was glad to have it.[84] Ask anyone, <Trotsky>, for instance, how often.[85] That is all.",
        expect!["Ask anyone, <Trotsky>, for instance, how often."],
    );
}

#[test]
fn initials_and_abbreviations_end_no_sentence() {
    check(
        "We met. It was proposed by <N. I. Bukharin> and carried with L. D. Trotsky's support in Vol. 3. It held.",
        expect!["It was proposed by <N. I. Bukharin> and carried with L. D. Trotsky's support in Vol. 3."],
    );
    check(
        "The text of N. I. Bukharin was carried with <L. D. Trotsky>'s support. Nor do I. Then it held.",
        expect!["The text of N. I. Bukharin was carried with <L. D. Trotsky>'s support."],
    );
    check("It is I. Then <Joffe> came.", expect!["Then <Joffe> came."]);
    check(
        "A meeting of the R.C.P.(B.) Central Committee heard <Lenin> and closed.",
        expect!["A meeting of the R.C.P.(B.) Central Committee heard <Lenin> and closed."],
    );
    check("The old <C.C.> (1919-1920) was against.", expect!["The old <C.C.> (1919-1920) was against."]);
}

#[test]
fn an_abbreviation_may_end_a_sentence() {
    check("It is said that I am the <C.C.> This is not so.", expect!["It is said that I am the <C.C.>"]);
    check("He says \"I am the <C.C.>\". This is not so.", expect!["He says \"I am the <C.C.>\"."]);
    check("I am the C.C. This is said of <Joffe>.", expect!["This is said of <Joffe>."]);
}

#[test]
fn questions_in_brackets_end_no_sentence() {
    check(
        "Take Riga? It is the fault (the misfortune?) of the whole <C.C.>, which moved many.",
        expect!["It is the fault (the misfortune?) of the whole <C.C.>, which moved many."],
    );
}

#[test]
fn german_ordinals_and_russian_dashes() {
    check("Gut. Am 15. März kam <Weber> an. Er blieb.", expect!["Am 15. März kam <Weber> an."]);
    check("«Едем!» — сказал <Иоффе>. Поехали.", expect!["«Едем!» — сказал <Иоффе>."]);
}

#[test]
fn scripts_without_blanks_have_their_own_stop() {
    check("雨が降る。<太郎>は来ない。さて。", expect!["<太郎>は来ない。"]);
}

#[test]
fn blanks_and_lines_become_one_blank() {
    check("  One.   Two\n  with   <Joffe \n>and more  ", expect!["Two with <Joffe> and more"]);
}

#[test]
fn a_very_long_sentence_is_cut_at_blanks() {
    let long = ["far ".repeat(200).as_str(), "<here>", &" on".repeat(300)].concat();
    let (before, rest) = long.split_once('<').unwrap_or_default();
    let (words, after) = rest.split_once('>').unwrap_or_default();
    let inlines = [text(before), mention(words), text(after)];
    let [found] = &sentences(&inlines)[..] else { panic!("one name") };
    assert!(found.before.starts_with("… far "), "{}", found.before);
    assert!(found.after.ends_with(" on …"), "{}", found.after);
    assert!(found.before.chars().count() <= 483 && found.after.chars().count() <= 483);
}

#[test]
fn words_that_are_struck_out_have_no_sentence() {
    let inlines = [
        text("Nobody "),
        Inline::Sign(Sign::plain(SignKind::Deleted), vec![text("but "), mention("Joffe")]),
        text("and "),
        mention("Weber"),
        text(" came."),
    ];
    let [struck, kept] = &sentences(&inlines)[..] else { panic!("two names") };
    assert_eq!(*struck, Excerpt::default());
    assert_eq!((&*kept.before, &*kept.words, &*kept.after), ("Nobody and ", "Weber", " came."));
}

fn block(kind: BlockKind, inlines: Vec<Inline>) -> Block {
    Block { id: "p1".into(), kind, align: Default::default(), inlines, span: Span::default() }
}

#[test]
fn a_word_goes_on_over_a_page() {
    let page = PageBreak {
        page: "2".into(),
        origin: Origin::Source,
        facs: None,
        inside_word: true,
        span: Span::default(),
    };
    let blocks = [block(
        BlockKind::Paragraph,
        vec![
            text("al-"),
            Inline::PageBreak(Box::new(page)),
            text("lowed "),
            mention("Joffe"),
            text(" to go."),
        ],
    )];
    let mut found = Vec::new();
    super::blocks(&mut Flat::default(), &blocks, &Setting::Text, &mut |words| {
        found.push(words.sentence().before.to_string());
    });
    assert_eq!(found, ["allowed "]);
    let mut words = String::new();
    edition::reading_words(&mut words, &blocks[0].inlines[..3]);
    assert_eq!(words, "allowed ");
}

#[test]
fn a_paragraph_goes_on_after_a_page_break() {
    let page = PageBreak {
        page: "2".into(),
        origin: Origin::Source,
        facs: None,
        inside_word: false,
        span: Span::default(),
    };
    let blocks = [
        block(BlockKind::Paragraph, vec![text("Before.")]),
        block(BlockKind::Paragraph, vec![text("Then "), mention("Weber"), text(" and")]),
        block(BlockKind::PageBreak(page), Vec::new()),
        block(BlockKind::Continuation, vec![mention("Joffe"), text(" came.")]),
        block(BlockKind::Paragraph, vec![text("After.")]),
    ];
    let mut found = Vec::new();
    super::blocks(&mut Flat::default(), &blocks, &Setting::Text, &mut |words| {
        let Excerpt { before, words, after } = words.sentence();
        found.push([&*before, "<", &words, ">", &after].concat());
    });
    assert_eq!(found, ["Then <Weber> and Joffe came.", "Then Weber and <Joffe> came."]);
}
