use super::{Words, excerpt};
use dates::Certainty;
use edition::{EntryKind, Inline, Joint, Mention, MentionId, NoteCall, Origin, Text};
use expect_test::{Expect, expect};
use source::Span;

fn text(text: &str) -> Inline {
    Inline::Text(Text { text: text.into(), span: Span::default() })
}

fn call(label: &str) -> Inline {
    let as_written = ["[", label, "]"].concat().into();
    let note = ["n", label].concat().as_str().into();
    Inline::NoteCall(NoteCall {
        note,
        nth: 1,
        label: label.into(),
        as_written,
        resolved: true,
        span: Span::default(),
    })
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
    Inline::Mention(mention, vec![text(words)])
}

/// `marked` holds the words between `<` and `>` and calls of notes as `[84]`.
fn check(marked: &str, expected: Expect) {
    let (before, rest) = marked.split_once('<').unwrap_or((marked, ""));
    let (words, after) = rest.split_once('>').unwrap_or((rest, ""));
    let mut inlines = with_calls(before);
    inlines.push(mention(words));
    inlines.extend(with_calls(after));
    let found = excerpt(&inlines, Words::Mention(&MentionId("m1".into()))).unwrap_or_default();
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
    let found = excerpt(&inlines, Words::Mention(&MentionId("m1".into()))).unwrap_or_default();
    assert!(found.before.starts_with("… far "), "{}", found.before);
    assert!(found.after.ends_with(" on …"), "{}", found.after);
    assert!(found.before.chars().count() <= 483 && found.after.chars().count() <= 483);
}

#[test]
fn words_that_are_not_there_have_no_excerpt() {
    assert_eq!(excerpt(&[text("Nobody.")], Words::Mention(&MentionId("m9".into()))), None);
}
