//! Letters in Markdown: what is made of them, what is said of broken ones, and that no word is lost.

use edition::{Edition, Inline};
use expect_test::{expect, expect_file};
use proptest::prelude::*;
use source::{Report, SourceFile, SourceId};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/markdown")
}

fn read(text: &str, register: &str) -> (SourceFile, Report<Edition>) {
    let file = SourceFile::from_text("letter.md", text);
    let side = SourceFile { id: SourceId(1), ..SourceFile::from_text("register.toml", register) };
    let report = import::import(std::slice::from_ref(&file), Some(&side));
    (file, report)
}

fn said(file: &SourceFile, report: &Report<Edition>) -> String {
    let mut out = String::new();
    for finding in report.diagnostics.iter().filter(|finding| finding.source == file.id) {
        let place = finding.span.map(|span| file.line_column(span.start));
        let place = place.map(|place| format!("{}:{}", place.line, place.column)).unwrap_or_default();
        out.push_str(&format!("{place} {} {}\n", finding.code.0, finding.message));
    }
    out
}

#[test]
fn a_letter_reads_as_expected() {
    let text = fs::read_to_string(folder().join("letter.md")).expect("the fixture");
    let register = fs::read_to_string(folder().join("register.toml")).expect("the register");
    let (file, report) = read(&text, &register);
    let whole = format!("{}{}", edition::dump(&report.value.letters[0]), said(&file, &report));
    expect_file![folder().join("letter.expected")].assert_eq(&whole);
}

#[test]
fn toml_before_the_letter_says_the_same() {
    let yaml = read("---\nfrom: A\ndate: 1901-05-03\n---\nText.\n", "").1.value.letters.remove(0);
    let toml = read("+++\nfrom = \"A\"\ndate = \"1901-05-03\"\n+++\nText.\n", "").1.value.letters.remove(0);
    assert_eq!(
        yaml.corresp.actions[0].dating.as_ref().map(|dating| &dating.reading),
        toml.corresp.actions[0].dating.as_ref().map(|dating| &dating.reading)
    );
    assert_eq!(
        yaml.corresp.actions[0].correspondents[0].as_written,
        toml.corresp.actions[0].correspondents[0].as_written
    );
}

#[test]
fn broken_front_matter_is_named() {
    let mut all = String::new();
    for text in [
        "---\nform: A\ndate: some day\n---\nText.\n",
        "---\nfrom: [A\n---\nText.\n",
        "---\nfrom: A\n\nText.\n",
        "---\nfrom: {name: Ada}\nto: [B, \"\", null, 5]\ntitle: {a: b}\nnumber: {a: 1}\n---\nText.\n",
        "---\nfrom: \"\"\nto:\nplace: [Zürich, Bern]\ndate: [1921-05-03, 1921-06-05]\nfrom: B\n---\nText.\n",
        "---\nfrom: A\ntitle: words: more\n---\nText.\n",
        "---\nWords.\n---\nText.\n",
        "+++\nfrom = { name = \"Ada\" }\nto = [\"B\", \"\", 5, [1]]\nplace = [\"Zürich\", \"Bern\"]\ndate = 1921-05-03\n+++\nText.\n",
        "+++\nfrom = \"A\"\nto = B\n+++\nText.\n",
        "",
    ] {
        let (file, report) = read(text, "");
        all.push_str(&format!("{text:?}\n{}", said(&file, &report)));
    }
    expect![[r#"
        "---\nform: A\ndate: some day\n---\nText.\n"
        2:1 markdown/unknown-key form is no key of a letter
        3:1 markdown/bad-date the date some day cannot be read
        "---\nfrom: [A\n---\nText.\n"
        3:1 markdown/front-matter the front matter is no YAML: while parsing a flow sequence, expected ',' or ']'
        "---\nfrom: A\n\nText.\n"
        1:1 markdown/front-matter the front matter has no end: a line with --- alone
        "---\nfrom: {name: Ada}\nto: [B, \"\", null, 5]\ntitle: {a: b}\nnumber: {a: 1}\n---\nText.\n"
        2:7 markdown/wrong-type from has to be a text or a list of texts, not a table; this is not used
        3:9 markdown/empty-value an empty value of to says nothing
        4:8 markdown/wrong-type title has to be a text, not a table; this is not used
        5:9 markdown/wrong-type number has to be a text, not a table; this is not used
        "---\nfrom: \"\"\nto:\nplace: [Zürich, Bern]\ndate: [1921-05-03, 1921-06-05]\nfrom: B\n---\nText.\n"
        2:7 markdown/empty-value an empty value of from says nothing
        4:17 markdown/wrong-type place takes one value; “Bern” is not used
        6:1 markdown/repeated-key from stands here once more
        "---\nfrom: A\ntitle: words: more\n---\nText.\n"
        3:13 markdown/front-matter the front matter is no YAML: mapping values are not allowed in this context
        "---\nWords.\n---\nText.\n"
        2:1 markdown/front-matter there are no keys in the front matter
        "+++\nfrom = { name = \"Ada\" }\nto = [\"B\", \"\", 5, [1]]\nplace = [\"Zürich\", \"Bern\"]\ndate = 1921-05-03\n+++\nText.\n"
        2:8 markdown/wrong-type from has to be a text or a list of texts, not a table; this is not used
        3:12 markdown/empty-value an empty value of to says nothing
        3:19 markdown/wrong-type to has to be a text or a list of texts, not a list in a list; this is not used
        4:20 markdown/wrong-type place takes one value; “Bern” is not used
        "+++\nfrom = \"A\"\nto = B\n+++\nText.\n"
        3:6 markdown/front-matter the front matter is no TOML: string values must be quoted, expected literal string
        ""
    "#]].assert_eq(&all);
}

#[test]
fn words_of_a_date_stay_whatever_is_read_of_them() {
    let mut all = String::new();
    for date in [
        "zweite Aprilhälfte 1921",
        "1921-05-03/1921-05-01",
        "o. D.",
        "\"[1921-05-03, 1921-06-05]\"",
        "some day",
        "31. Februar 1921",
    ] {
        let (file, report) = read(&format!("---\nlanguage: de\ndate: {date}\n---\nText.\n"), "");
        let sent = report.value.letters[0].corresp.actions.first().and_then(|action| action.dating.as_ref());
        let sent = sent.expect("the words of the date");
        let value = sent.reading.meaning.as_ref().map(dates::print_edtf).unwrap_or_default();
        all.push_str(&format!("{} = {value}\n{}", sent.as_written, said(&file, &report)));
    }
    expect![[r#"
        zweite Aprilhälfte 1921 = 1921
        3:1 markdown/date-in-part “zweite Aprilhälfte” in the date zweite Aprilhälfte 1921 is not read; it counts as 1921
        1921-05-03/1921-05-01 = 
        3:1 markdown/bad-date the date 1921-05-03/1921-05-01 ends before it begins; no value is taken from it
        o. D. = 
        [1921-05-03, 1921-06-05] = [1921-05-03,1921-06-05]
        some day = 
        3:1 markdown/bad-date the date some day cannot be read
        31. Februar 1921 = 
        3:1 markdown/bad-date the date 31. Februar 1921 names a day that never was
    "#]].assert_eq(&all);
}

#[test]
fn notes_that_share_a_label_and_calls_in_links() {
    let text = "[Ada[^n]](person:ada), [*B*[^m] b](https://b.org) and `[c[^n]](d)`.\n\n    [e[^n]](f)\n\n\
        [^n]: One.\n[^m]: Two.\n[^N]: Three.\n";
    let (file, report) = read(text, "[[person]]\nid = \"ada\"\nname = \"Ada\"\n");
    let all = format!("{}{}", edition::dump(&report.value.letters[0]), said(&file, &report));
    expect![[r#"
        letter letter (und)
        p1 paragraph
          | ⟨Ada = ada⟩⟨n → nn⟩, ⟨_B_ b ⇒ https://b.org⟩⟨m → nm⟩ and [c[^n]](d).
        x1 not understood
          | [e[^n]](f)
          | 
        nn note n
          | One.
        nn-2 paragraph
          | Three.
        nm note m
          | Two.
        7:1 markdown/duplicate-note note N stands here once more; its words follow those of the first
    "#]]
    .assert_eq(&all);
}

#[test]
fn links_lead_to_letters_by_their_files_or_are_named() {
    let links = "[A](persn:ada) [B](ada) [C](letter:b) [D](b.md) [E](../x/c.txt) [F](c.txt) [G](d.xml#p1) \
        [H](L1) [I](gone.md) [J](letter:gone) [K](ftp://x.org/) [L](www.x.org) [M](#p1) [N](HTTPS://x.org) \
        [O](M%C3%BCller.md) [P](office:mayor)";
    let front = "---\nfrom: Ada\nto: Carl\n---\n";
    let text = format!("{front}{links}\n");
    let tei = "<TEI xml:id='L1'><teiHeader/><text><body><p>Day.</p></body></text></TEI>";
    let files = [
        ("x/a.md", &*text),
        ("x/b.md", front),
        ("x/c.txt", "Dear Eva,\n\nday."),
        ("y/d.xml", tei),
        ("x/Müller.md", front),
    ];
    let files: Vec<SourceFile> = (0..)
        .zip(files)
        .map(|(id, (name, text))| SourceFile { id: SourceId(id), ..SourceFile::from_text(name, text) })
        .collect();
    let register = "[[person]]\nid = \"ada\"\nname = \"Ada\"\n[[office]]\nid = \"mayor\"\nname = \"Mayor\"\n";
    let side = SourceFile { id: SourceId(9), ..SourceFile::from_text("register.toml", register) };
    let report = import::import(&files, Some(&side));
    let letter = report.value.letters.iter().find(|letter| letter.id.as_str() == "a").expect("the letter");
    let mut all = String::new();
    edition::each_inline(&letter.text[0].inlines, &mut |inline| {
        if let Inline::Link(link, inner) = inline {
            let words =
                inner.first().map(|inline| if let Inline::Text(text) = inline { &*text.text } else { "" });
            all.push_str(&format!("{} {link:?}\n", words.unwrap_or_default()));
        }
    });
    for finding in report.diagnostics.iter().filter(|finding| finding.source == files[0].id) {
        let words = finding.span.map(|span| files[0].slice(span)).unwrap_or_default();
        let hint = finding.hints.first().map(|hint| &*hint.message).unwrap_or_default();
        all.push_str(&format!("{words}: {} {}; {hint}\n", finding.code.0, finding.message));
    }
    expect![[r##"
        A Unknown("persn:ada")
        B Unknown("ada")
        C Letter(LetterId("b"))
        D Letter(LetterId("b"))
        E Letter(LetterId("c"))
        F Letter(LetterId("c"))
        G Letter(LetterId("L1"))
        H Letter(LetterId("L1"))
        I Unknown("gone.md")
        J Unknown("letter:gone")
        K Unknown("ftp://x.org/")
        L Unknown("www.x.org")
        M Unknown("#p1")
        N Unknown("HTTPS://x.org")
        O Letter(LetterId("Müller"))
        [A](persn:ada): markdown/unknown-link a link to persn: leads nowhere; did you mean person:ada?
        [B](ada): markdown/unknown-link the link to “ada” leads nowhere: there is no such letter; write person:ada to name the entry of the register
        [I](gone.md): markdown/unknown-link the link to “gone.md” leads nowhere: there is no such letter; write the name of a letter's file, person:… and the like, or an address with https:
        [J](letter:gone): markdown/unknown-link no letter is gone; write the name of its file, or its identifier
        [K](ftp://x.org/): markdown/unknown-link a link to ftp: leads nowhere; links begin with person:, place:, organisation:, org:, work:, event:, office:, letter:, https:, http:, mailto: or are the name of a letter's file
        [L](www.x.org): markdown/unknown-link the link to “www.x.org” leads nowhere: there is no such letter; write https://www.x.org
        [M](#p1): markdown/unknown-link the link to “#p1” leads nowhere: there is no such letter; write the name of a letter's file, person:… and the like, or an address with https:
        [N](HTTPS://x.org): markdown/unknown-link a link to HTTPS: leads nowhere; did you mean https://x.org?
    "##]].assert_eq(&all);
}

proptest! {
    #[test]
    fn nothing_panics_and_words_stay(text in "[a-z \\n*_\\[\\]()<>^:#>`\\-]{0,120}") {
        let (_, report) = read(&text, "");
        let letter = &report.value.letters[0];
        let mut kept = String::new();
        for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
            edition::each_inline(&block.inlines, &mut |inline| if let Inline::Text(text) = inline {
                kept.push_str(&text.text);
            });
        }
        // Markup aside, letters are neither lost nor made: those of labels and addresses are markup.
        if !text.contains(['[', '<', ':', '`', '-']) {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&kept), letters(&text));
        }
    }
}

#[test]
fn numbers_lines_and_rules_stay_as_they_are_written() {
    let text = "\
3. Mai 1848. Heute Regen.

Ich kam am
4. Mai 1848 an.

1. Preßfreiheit
2. Geschworne
   1. zwölf

* * *

> Freiheit, die ich meine,  
> die mein Herz erfüllt

Ende\\
Dein Gustav[^1]

1848\\. Ein Jahr!

[^1]: Eine Zeile,\\
    noch eine.
";
    let (_, report) = read(text, "");
    expect![[r#"
        letter letter (de)
        p1 paragraph
          | ⟨3. Mai 1848 = 1848-05-03⟩. ⟨Heute = ?⟩ Regen.
        p2 paragraph
          | Ich kam am ⟨4. Mai 1848 = 1848-05-04⟩ an.
        i1 point of a list
          | 1. Preßfreiheit
        i2 point of a list
          | 2. Geschworne
        p3 paragraph
          | 1. zwölf
        p4 paragraph, center
          | * * *
        q1 quotation
          | Freiheit, die ich meine,⏎die mein Herz erfüllt
        p5 paragraph
          | Ende⏎Dein Gustav⟨1 → n1⟩
        p6 paragraph
          | 1848. ⟨Ein Jahr = ?⟩!
        n1 note 1
          | Eine Zeile,⏎noch eine.
    "#]]
    .assert_eq(&edition::dump(&report.value.letters[0]));
}

#[test]
fn a_letter_from_a_word_processor_is_read_or_told_what_to_mend() {
    let table = [
        // Blank lines before it, and curved quotation marks around a whole value.
        ("\n \n---\nfrom: “Ada Stern”\n---\nText.\n", "Ada Stern", ""),
        ("---\nfrom: „Ada“ and “Eva”\n---\nText.\n", "„Ada“ and “Eva”", ""),
        ("+++\nfrom = “Ada Stern”\n+++\nText.\n", "", "straight quotation marks"),
        ("---\nfrom:\tAda\nto: Ben\n---\nText.\n", "", "blanks in place of tabs"),
    ];
    for (text, sender, advice) in table {
        let (_, report) = read(text, "");
        let letter = &report.value.letters[0];
        let senders: Vec<&str> = letter
            .corresp
            .actions
            .iter()
            .flat_map(|action| &action.correspondents)
            .map(|who| &*who.as_written)
            .collect();
        assert_eq!(senders.concat(), sender, "{text}");
        let said: Vec<String> = report
            .diagnostics
            .iter()
            .flat_map(|finding| &finding.hints)
            .map(|hint| hint.message.to_string())
            .collect();
        assert!(said.concat().contains(advice) && said.is_empty() == advice.is_empty(), "{text}: {said:?}");
    }
}

#[test]
fn a_note_without_words_is_named_and_its_call_leads_to_it() {
    let (file, report) = read("One.[^1] Two.[^2]\n\n[^1]:\n\n[^2]: Said.\n", "");
    let labels: Vec<&str> = report.value.letters[0].notes.iter().map(|note| &*note.label).collect();
    assert_eq!(labels, ["1", "2"]);
    assert_eq!(said(&file, &report), "3:1 markdown/empty-note note 1 has no words\n");
}

#[test]
fn a_form_that_front_matter_uses_is_used() {
    let register =
        "[[person]]\nid = \"rehm\"\nname = \"Friederike Rehm\"\nforms = [\"F. R.\", \"Riekchen\"]\n";
    let (_, report) = read("---\nfrom: F. R.\n---\nText.\n", register);
    let said: Vec<&str> = report.diagnostics.iter().map(|finding| &*finding.message).collect();
    assert_eq!(said, ["“Riekchen” occurs nowhere in the letters"]);
}
