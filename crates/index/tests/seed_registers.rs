//! Where the names of the embedded letter occur, as the registers show them.
#![cfg(feature = "build")]

use edition::{Edition, EntryKind};
use expect_test::{Expect, expect};
use index::{Indexes, Setting};
use source::{SourceFile, SourceId};
use std::fs;
use std::path::Path;

fn seed() -> (Edition, Indexes) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/letters");
    let file = |name: &str, id: u32| {
        let bytes = fs::read(folder.join(name)).expect("a file of the embedded edition");
        SourceFile { id: SourceId(id), ..source::decode(name, &bytes).value }
    };
    let (letter, register) = (file("joffe-1921-03-17.txt", 0), file("register.toml", 1));
    let edition = import::import(std::slice::from_ref(&letter), Some(&register)).value;
    let indexes = index::build(&edition);
    (edition, indexes)
}

fn check(id: &str, expected: Expect) {
    let (edition, indexes) = seed();
    let mut lines = String::new();
    for (entry, record) in
        edition.register.entries.iter().zip(&indexes.entries).filter(|(entry, _)| entry.id.as_str() == id)
    {
        let (sent, received) = (record.sent.len(), record.received.len());
        lines.push_str(&format!(
            "{}: {sent} sent, {received} received, {:?}\n",
            entry.name, record.first_year
        ));
        for occurrence in &record.occurrences {
            let setting = match &occurrence.setting {
                Setting::Text => "text".to_owned(),
                Setting::Note(label) => format!("note {label}"),
                Setting::Imprint => "imprint".to_owned(),
            };
            let excerpt = &occurrence.excerpt;
            lines.push_str(&format!("{setting}: {}<{}>{}\n", excerpt.before, excerpt.words, excerpt.after));
        }
    }
    expected.assert_eq(&lines);
}

/// Fact 7: every mention of Trotsky, one in the letter and one in note 85.
#[test]
fn trotsky_occurs_in_the_letter_and_in_note_85() {
    check(
        "trotsky",
        expect![[r#"
        Leon Trotsky: 0 sent, 0 received, Some(1921)
        text: Ask anyone, <Trotsky>, for instance, how often the C.C. has hesitated in its views of the principle and its decisions on this!
        note 85: During the discussion of this question, Lenin and his supporters were left in a minority, and the resolution proposed by N. I. Bukharin was carried with <L. D. Trotsky>'s support.
    "#]],
    );
}

/// Fact 6: Bukharin occurs once, in note 85.
#[test]
fn bukharin_occurs_in_note_85() {
    check(
        "bukharin",
        expect![[r#"
        Nikolai Ivanovich Bukharin: 0 sent, 0 received, Some(1921)
        note 85: During the discussion of this question, Lenin and his supporters were left in a minority, and the resolution proposed by <N. I. Bukharin> was carried with L. D. Trotsky's support.
    "#]],
    );
}

#[test]
fn writer_and_recipient() {
    check(
        "lenin",
        expect![[r#"
        Vladimir Ilyich Lenin: 1 sent, 0 received, Some(1921)
        imprint: <V. I. Lenin>
        imprint: From <V. I. Lenin>, Collected Works, 4th English Edition,
        note 84: In a letter to <Lenin> on March 15, 1921, A. A. Joffe, who was then in Riga as chairman of the Soviet peace delegation negotiating with Poland, expressed dissatisfaction over the fact that despite his extensive experience in political and especially diplomatic work, the Party's C.C. kept transferring him from one job to another.
        note 85: During the discussion of this question, <Lenin> and his supporters were left in a minority, and the resolution proposed by N. I. Bukharin was carried with L. D. Trotsky's support.
        note 85: <Lenin> analysed this episode in his article "The Party Crisis" (see present edition, Vol. 32, p. 45).
    "#]],
    );
    check(
        "joffe",
        expect![[r#"
        Adolf Abramovich Joffe: 0 sent, 1 received, Some(1921)
        text: TO <A. A. JOFFE>
        text: Dear Comrade <Joffe>:
        note 84: In a letter to Lenin on March 15, 1921, <A. A. Joffe>, who was then in Riga as chairman of the Soviet peace delegation negotiating with Poland, expressed dissatisfaction over the fact that despite his extensive experience in political and especially diplomatic work, the Party's C.C. kept transferring him from one job to another.
    "#]],
    );
}

#[test]
fn places_of_writing_and_receiving_are_the_editors() {
    check(
        "moscow",
        expect![[r#"
        Moscow: 1 sent, 0 received, Some(1921)
        imprint: Progress Publishers, <Moscow>, 1970
        text: Then come to <Moscow>, we shall have a talk.
    "#]],
    );
    check(
        "riga",
        expect![[r#"
        Riga: 0 sent, 1 received, Some(1921)
        note 84: In a letter to Lenin on March 15, 1921, A. A. Joffe, who was then in <Riga> as chairman of the Soviet peace delegation negotiating with Poland, expressed dissatisfaction over the fact that despite his extensive experience in political and especially diplomatic work, the Party's C.C. kept transferring him from one job to another.
    "#]],
    );
}

#[test]
fn headings_of_the_persons() {
    let (edition, indexes) = seed();
    let mut headings = Vec::new();
    for (entry, record) in edition.register.entries.iter().zip(&indexes.entries) {
        if entry.kind == EntryKind::Person {
            headings.push((record.collation, format!("{} {}", record.initial, entry.sort_name)));
            let sees = record.sees.iter();
            headings.extend(sees.map(|see| {
                (see.collation, format!("{} {}, see {}", see.initial, see.shown, entry.sort_name))
            }));
        }
    }
    headings.sort();
    let lines: Vec<String> = headings.into_iter().map(|(_, line)| line).collect();
    expect![[r#"
        B Bronstein, see Trotsky, Leon
        B Bucharin, see Bukharin, Nikolai Ivanovich
        B Bukharin, Nikolai Ivanovich
        D Dzhugashvili, see Stalin, Joseph
        I Ioffe, see Joffe, Adolf Abramovich
        J Joffe, Adolf Abramovich
        L Lenin, Vladimir Ilyich
        R Romagnolo, David J.
        S Sdobnikov, Yuri
        S Stalin, Joseph
        T Trotsky, Leon
        T Trotzki, see Trotsky, Leon
        U Ulyanov, see Lenin, Vladimir Ilyich
        Y Yoffe, see Joffe, Adolf Abramovich"#]]
    .assert_eq(&lines.join("\n"));
}

/// Every mention with a target is one occurrence, and has its sentence.
#[test]
fn no_mention_is_lost() {
    let (_, indexes) = seed();
    let occurrences: Vec<_> = indexes.entries.iter().flat_map(|record| &record.occurrences).collect();
    assert!(occurrences.iter().all(|occurrence| !occurrence.excerpt.words.is_empty()));
    let fragments: std::collections::BTreeSet<_> =
        occurrences.iter().map(|occurrence| &occurrence.fragment).collect();
    assert_eq!(fragments.len(), occurrences.len(), "each mention of this letter names one entry");
    assert_eq!(indexes, index::build(&seed().0), "the same edition gives the same index");
}
