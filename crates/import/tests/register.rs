//! The editor's side file: what it says, and that the editor's word goes before every rule.

use dates::{Certainty, print_edtf};
use edition::{ActionKind, Dating, Edition, Inline, Letter, Mention, Origin};
use import::{import, import_with_places, read_side_file};
use source::{SourceFile, SourceId};

const LETTER: &str = "Anna Weiss\n\n    TO B. KLEIN\n\n    Kassel, 3. II.1912\n\n    Dear Klein:\n\n    \u{a0} \u{a0} Klein in Klein \
                      Street saw Rosa Maier on 5 May, and that is wrnog.\n\n    With greetings,\n\n    A. Weiss\n";

fn both(letter: &str, register: &str) -> (Edition, Vec<String>) {
    let letter = SourceFile { id: SourceId(0), ..SourceFile::from_text("post/letter.txt", letter) };
    let side = SourceFile { id: SourceId(1), ..SourceFile::from_text("register.toml", register) };
    let report = import(&[letter], Some(&side));
    let findings =
        report.diagnostics.iter().map(|finding| format!("{} in {}", finding.code.0, finding.source.0));
    (report.value, findings.collect())
}

fn walk<'e>(inlines: &'e [Inline], mentions: &mut Vec<&'e Mention>, datings: &mut Vec<&'e Dating>) {
    for inline in inlines {
        match inline {
            Inline::Mention(mention, inner) => {
                mentions.push(mention);
                walk(inner, mentions, datings);
            }
            Inline::Date(dating, inner) => {
                datings.push(dating);
                walk(inner, mentions, datings);
            }
            other => walk(other.inner(), mentions, datings),
        }
    }
}

fn block<'e>(letter: &'e Letter, id: &str) -> (Vec<&'e Mention>, Vec<&'e Dating>) {
    let (mut mentions, mut datings) = (Vec::new(), Vec::new());
    let block = letter.text.iter().find(|block| block.id.as_str() == id).expect("the block");
    walk(&block.inlines, &mut mentions, &mut datings);
    (mentions, datings)
}

const KLEIN: &str = "[[person]]\nid = \"klein\"\nname = \"Bruno Klein\"\nforms = [\"B. Klein\", \"Klein\"]\n";

#[test]
fn an_entry_is_read_whole() {
    let text = "[edition]\ntitle = \"Letters\"\nlanguage = \"de\"\nrights = [\"free\"]\n\n[[place]]\nid = \"kassel\"\nname = \
                \"Kassel\"\nsort = \"Kassel, city\"\nforms = [\"Cassel\"]\nlookup = [\"Chassella\"]\nabout = \"A city.\"\nbegin = \
                \"0913~\"\nids = { gnd = \"4029869-3\" }\nrelated = [\"hesse\"]\n\n[[place]]\nid = \"hesse\"\nname = \"Hesse\"\n\
                \n[[person]]\nid = \"a\"\nname = \"A\"\nborn = \"1880\"\ndied = \"1931-05?\"\n";
    let report = read_side_file(&SourceFile::from_text("register.toml", text));
    assert_eq!(report.diagnostics, []);
    let side = report.value;
    assert_eq!(
        (&*side.header.title, &*side.header.language, &*side.header.rights[0]),
        ("Letters", "de", "free")
    );
    let ids: Vec<&str> = side.register.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["kassel", "hesse", "a"], "in the order of the file");
    let kassel = &side.register.entries[0];
    assert_eq!((&*kassel.name, &*kassel.sort_name), ("Kassel", "Kassel, city"));
    let forms: Vec<(&str, bool)> = kassel.forms.iter().map(|form| (&*form.text, form.recognized)).collect();
    assert_eq!(forms, [("Cassel", true), ("Chassella", false)]);
    assert_eq!(kassel.about.as_deref(), Some("A city."));
    assert_eq!(kassel.begin.as_ref().map(print_edtf).as_deref(), Some("0913~"));
    assert_eq!((&*kassel.authorities[0].name, &*kassel.authorities[0].id), ("gnd", "4029869-3"));
    assert_eq!(kassel.related[0].as_str(), "hesse");
    assert_eq!(&*side.register.entries[1].sort_name, "Hesse", "the name, where nothing else is said");
    let life = &side.register.entries[2];
    let printed = |date: &Option<dates::Edtf>| date.as_ref().map(print_edtf).unwrap_or_default();
    assert_eq!((printed(&life.begin), printed(&life.end)), ("1880".to_owned(), "1931-05?".to_owned()));
}

#[test]
fn a_year_and_a_day_of_toml_are_dates() {
    let text = "[[person]]\nid = \"a\"\nname = \"A\"\nborn = 1880\ndied = 1931-05-02\n";
    let report = read_side_file(&SourceFile::from_text("register.toml", text));
    assert_eq!(report.diagnostics, []);
    let entry = &report.value.register.entries[0];
    let dates = [&entry.begin, &entry.end].map(|date| date.as_ref().map(print_edtf).unwrap_or_default());
    assert_eq!(dates, ["1880", "1931-05-02"]);
}

#[test]
fn one_mistake_does_not_hide_the_rest() {
    let text = format!(
        "{KLEIN}born = \"yesterday\"\n\n[[person]]\nname = \"No id\"\n\n[[place]]\nid = \"kassel\"\nname = \"Kassel\"\n"
    );
    let report = read_side_file(&SourceFile::from_text("register.toml", &text));
    let codes: Vec<&str> = report.diagnostics.iter().map(|finding| finding.code.0).collect();
    assert_eq!(codes, ["register/value", "register/missing-key"]);
    let ids: Vec<&str> = report.value.register.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["klein", "kassel"]);
    // Broken syntax in the middle: what stands before and after is read as far as it goes.
    let broken = format!("{KLEIN}\n[[place\nid = \"x\"\n");
    let report = read_side_file(&SourceFile::from_text("register.toml", &broken));
    assert!(report.diagnostics.iter().any(|finding| finding.code.0 == "register/syntax"));
    assert_eq!(report.value.register.entries.len(), 1);
}

#[test]
fn the_editor_overrules_names() {
    let register = format!(
        "{KLEIN}\n[[person]]\nid = \"rosa\"\nname = \"Rosa Maier\"\n\n[[mention]]\nblock = \"p1\"\nsurface = \"Klein\"\nnth = 2\nnot = \
         true\n\n[[mention]]\nletter = \"letter\"\nblock = \"p1\"\nsurface = \"Rosa Maier\"\nentry = \"rosa\"\ncert = \"low\"\nreason = \
         \"Known from elsewhere.\"\n"
    );
    let (edition, findings) = both(LETTER, &register);
    assert_eq!(findings, Vec::<String>::new());
    let (mentions, _) = block(&edition.letters[0], "p1");
    let said: Vec<(&str, &str, Origin, Certainty, Option<&str>)> = mentions
        .iter()
        .map(|one| {
            (&*one.as_written, one.targets[0].as_str(), one.origin, one.certainty, one.reason.as_deref())
        })
        .collect();
    assert_eq!(
        said,
        [
            ("Klein", "klein", Origin::Editor, Certainty::High, None),
            ("Rosa Maier", "rosa", Origin::Editor, Certainty::Low, Some("Known from elsewhere.")),
        ]
    );
}

/// A rule takes the given name in; the editor speaks of the surname.
#[test]
fn the_editor_overrules_a_surname_behind_a_given_name() {
    let letter = "Dear all,\n\nWe met Karl Klein there.\n\nYours ever,\n";
    let note = |more: &str| format!("{KLEIN}\n[[mention]]\nblock = \"p1\"\nsurface = \"Klein\"\n{more}\n");
    let written = |register: &str| {
        let (edition, _) = both(letter, register);
        let mentions = block(&edition.letters[0], "p1").0.into_iter();
        mentions.map(|one| (one.as_written.to_string(), one.targets.len())).collect::<Vec<_>>()
    };
    assert_eq!(written(KLEIN), [("Karl Klein".to_owned(), 0)]);
    assert_eq!(written(&note("entry = \"klein\"")), [("Klein".to_owned(), 1)]);
    assert_eq!(written(&note("not = true")), []);
}

#[test]
fn the_editor_overrules_what_crosses() {
    let register = format!(
        "{KLEIN}\n[[event]]\nid = \"walk\"\nname = \"A walk\"\nforms = [\"Street saw Rosa\"]\n\n[[person]]\nid = \"rosa\"\nname = \
         \"Rosa Maier\"\n\n[[mention]]\nblock = \"p1\"\nsurface = \"Rosa Maier\"\nentry = \"rosa\"\n"
    );
    let (edition, _) = both(LETTER, &register);
    let (mentions, _) = block(&edition.letters[0], "p1");
    let written: Vec<&str> = mentions.iter().map(|one| &*one.as_written).collect();
    assert_eq!(written, ["Klein", "Klein", "Rosa Maier"]);
}

#[test]
fn the_editor_reads_and_denies_dates() {
    let date = |more: &str| format!("{KLEIN}\n[[date]]\nblock = \"p1\"\nsurface = \"5 May\"\n{more}");
    let values = |register: &str| {
        let (edition, _) = both(LETTER, register);
        let (_, datings) = block(&edition.letters[0], "p1");
        let value =
            |one: &&Dating| (one.reading.meaning.as_ref().map(print_edtf).unwrap_or_default(), one.origin);
        datings.iter().map(value).collect::<Vec<_>>()
    };
    assert_eq!(values(KLEIN), [("1912-05-05".to_owned(), Origin::Machine)]);
    assert_eq!(values(&date("value = \"1911-05-05\"\n")), [("1911-05-05".to_owned(), Origin::Editor)]);
    assert_eq!(values(&date("not = true\n")), []);
    // A value that cannot be read leaves the machine's.
    assert_eq!(values(&date("value = \"5.5.11\"\n")), [("1912-05-05".to_owned(), Origin::Machine)]);
    // The editor's date of the letter is what other dates are counted from.
    let letter = "\n[[date]]\nblock = \"dl\"\nsurface = \"3. II.1912\"\nvalue = \"1913-02-03\"\n";
    assert_eq!(values(&format!("{KLEIN}{letter}")), [("1913-05-05".to_owned(), Origin::Machine)]);
}

#[test]
fn an_impossible_day_that_the_editor_reads_is_no_error() {
    let letter = LETTER.replace("5 May", "31 June 1911");
    assert_eq!(both(&letter, KLEIN).1, ["dates/impossible in 0"]);
    let note = "[[date]]\nblock = \"p1\"\nsurface = \"31 June 1911\"\nvalue = \"1911-07-01\"\nreason = \"A slip of the pen.\"\n";
    assert_eq!(both(&letter, &format!("{KLEIN}\n{note}")).1, Vec::<String>::new());
}

#[test]
fn a_correction_keeps_what_is_printed() {
    let note = "[[correction]]\nletter = \"letter.txt\"\nblock = \"p1\"\nsic = \"wrnog\"\ncorr = \"wrong\"\nreason = \"Misprint.\"\n";
    let (edition, findings) = both(LETTER, &format!("{KLEIN}\n{note}"));
    assert_eq!(findings, Vec::<String>::new());
    let paragraph = edition.letters[0].text.iter().find(|block| block.id.as_str() == "p1").expect("p1");
    let choice = paragraph.inlines.iter().find_map(|inline| match inline {
        Inline::Choice(choice) => Some(choice),
        _ => None,
    });
    let choice = choice.expect("the misprint");
    assert!(matches!(&*choice.sic, [Inline::Text(text)] if &*text.text == "wrnog"));
    assert!(matches!(&*choice.corr, [Inline::Text(text)] if &*text.text == "wrong"));
    assert_eq!(choice.reason.as_deref(), Some("Misprint."));
}

#[test]
fn the_editor_says_who_wrote_to_whom_from_where() {
    let register = format!(
        "{KLEIN}\n[[person]]\nid = \"weiss\"\nname = \"Anna Weiss\"\n\n[[place]]\nid = \"kassel\"\nname = \"Kassel\"\nforms = \
         [\"Kassel\"]\n\n[[place]]\nid = \"ulm\"\nname = \"Ulm\"\n\n[[letter]]\nfile = \"letter.txt\"\nlanguage = \"en-GB\"\nfrom = \
         \"weiss\"\nto = \"klein\"\nsent_to = {{ place = \"ulm\", cert = \"medium\", reason = \"He lived there.\" }}\nrights = [\"free\"]\n"
    );
    let (edition, findings) = both(LETTER, &register);
    assert_eq!(findings, Vec::<String>::new());
    let letter = &edition.letters[0];
    assert_eq!((&*letter.language, &*letter.witness.rights[0]), ("en-GB", "free"));
    let [sent, received] = letter.corresp.actions.as_slice() else { panic!("two actions") };
    assert_eq!((sent.kind, received.kind), (ActionKind::Sent, ActionKind::Received));
    let weiss = &sent.correspondents[0];
    assert_eq!(
        (&*weiss.as_written, weiss.targets[0].as_str(), weiss.origin),
        ("Anna Weiss", "weiss", Origin::Editor)
    );
    let kassel = sent.place.as_ref().expect("the dateline names it");
    assert_eq!((&*kassel.as_written, kassel.origin), ("Kassel", Origin::Source));
    assert_eq!(kassel.target.as_ref().map(|id| id.as_str()), Some("kassel"));
    let ulm = received.place.as_ref().expect("the editor names it");
    assert_eq!((&*ulm.as_written, ulm.origin, ulm.certainty), ("Ulm", Origin::Editor, Certainty::Medium));
    assert_eq!(received.correspondents[0].targets[0].as_str(), "klein");
}

#[test]
fn russian_dates_have_no_stated_style() {
    let letter = |register: &str| {
        let (edition, _) = both(LETTER, register);
        let dating = edition.letters[0].corresp.actions[0].dating.clone();
        dating.expect("the dateline has it").reading.calendar
    };
    assert_eq!(letter(KLEIN), dates::Calendar::Gregorian);
    assert_eq!(letter(&format!("{KLEIN}\n[edition]\nrussian = true\n")), dates::Calendar::NotStated);
    let other = "[edition]\nrussian = true\n\n[[letter]]\nfile = \"letter\"\nrussian = false\n";
    assert_eq!(letter(&format!("{KLEIN}\n{other}")), dates::Calendar::Gregorian);
}

#[test]
fn two_letters_of_one_name_have_two_identifiers() {
    let one = SourceFile { id: SourceId(0), ..SourceFile::from_text("a/letter.txt", LETTER) };
    let two = SourceFile { id: SourceId(1), ..SourceFile::from_text("b/letter.txt", LETTER) };
    let report = import(&[one, two], None);
    let ids: Vec<&str> = report.value.letters.iter().map(|letter| letter.id.as_str()).collect();
    assert_eq!(ids, ["letter", "letter-2"]);
    let said: Vec<(&str, u32)> = report.diagnostics.iter().map(|one| (one.code.0, one.source.0)).collect();
    assert_eq!(said, [("import/duplicate-letter", 1)]);
}

#[test]
fn a_form_behind_an_initial_or_a_given_name_is_used() {
    let two = "[[person]]\nid = \"ada\"\nname = \"Ada Klein\"\nforms = [\"Klein\"]\n\n[[person]]\nid = \"karl\"\nname = \"Karl Klein\"\nforms = \
               [\"Klein\"]\n";
    let letter = "Dear all,\n\nWe met A. Klein and Karl Klein there.\n\nYours ever,\n";
    let unused = both(letter, two).1.into_iter().filter(|finding| finding.contains("unused-form"));
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn words_of_every_letter_have_to_stand_in_one() {
    let register = format!("{KLEIN}\n[[correction]]\nblock = \"p1\"\nsic = \"wrnog\"\ncorr = \"wrong\"\n");
    let side = SourceFile { id: SourceId(2), ..SourceFile::from_text("register.toml", &register) };
    let one = SourceFile { id: SourceId(0), ..SourceFile::from_text("one.txt", LETTER) };
    let two =
        SourceFile { id: SourceId(1), ..SourceFile::from_text("two.txt", &LETTER.replace("wrnog", "right")) };
    assert_eq!(import(&[one, two.clone()], Some(&side)).diagnostics, []);
    let report = import(&[two], Some(&side));
    let said: Vec<(&str, u32)> = report.diagnostics.iter().map(|one| (one.code.0, one.source.0)).collect();
    assert_eq!(said, [("register/words-not-found", 2)]);
}

#[test]
fn several_side_files_are_one_and_each_finding_names_its_own() {
    let letter = SourceFile { id: SourceId(0), ..SourceFile::from_text("letter.txt", LETTER) };
    let file = |id: u32, path: &str, text: &str| SourceFile {
        id: SourceId(id),
        ..SourceFile::from_text(path, text)
    };
    let persons = file(1, "persons.toml", KLEIN);
    let said = "[[letter]]\nfile = \"letter\"\nfrom = \"klein\"\nto = \"nobody\"\n";
    let letters = file(2, "letters.toml", &format!("{said}{KLEIN}\n[[letter]]\nfile = \"absent\"\n"));
    let report = import_with_places(std::slice::from_ref(&letter), &[&persons, &letters], None);
    let findings: Vec<(&str, u32)> =
        report.diagnostics.iter().map(|finding| (finding.code.0, finding.source.0)).collect();
    assert_eq!(
        findings,
        [("register/unknown-id", 2), ("register/duplicate-id", 2), ("register/unknown-letter", 2)]
    );
    // A place in another file is named: a finding is drawn in one.
    let advice: Vec<&str> = report.diagnostics[1].hints.iter().map(|hint| hint.message.as_str()).collect();
    assert_eq!(advice, ["the first is in persons.toml, line 2", "give one of them another id"]);
    assert!(report.diagnostics[1].hints.iter().all(|hint| hint.span.is_none()));
    let sender = &report.value.edition.letters[0].corresp.actions[0].correspondents[0];
    assert_eq!(sender.targets, [edition::EntryId::from("klein")]);
}

#[test]
fn what_is_said_of_a_letter_that_says_it_itself_is_named() {
    let table = |name: &str, rest: &str| format!("[[{name}]]\n{rest}\n\n");
    let side = [
        table("letter", "file = \"a.txt\""),
        table("letter", "file = \"b\""),
        table("letter", "file = \"c.xml\""),
        table("mention", "letter = \"b\"\nblock = \"p1\"\nsurface = \"Good\"\nnot = true"),
        table("mention", "letter = \"c\"\nblock = \"p1\"\nsurface = \"Good\"\nnot = true"),
        table("date", "letter = \"c\"\nblock = \"p1\"\nsurface = \"day\"\nvalue = \"1901\""),
        table("correction", "letter = \"c\"\nblock = \"p1\"\nsic = \"day\"\ncorr = \"dawn\""),
    ];
    let side = SourceFile { id: SourceId(3), ..SourceFile::from_text("register.toml", &side.concat()) };
    let text = SourceFile { id: SourceId(0), ..SourceFile::from_text("a.txt", LETTER) };
    let markdown = "---\nfrom: Ada\nto: Carl\n---\n\nGood day.\n";
    let markdown = SourceFile { id: SourceId(1), ..SourceFile::from_text("b.md", markdown) };
    let tei = "<TEI xml:id='c'><teiHeader/><text><body><p xml:id='p1'>Good day.</p></body></text></TEI>";
    let tei = SourceFile { id: SourceId(2), ..SourceFile::from_text("c.xml", tei) };
    let report = import(&[text, markdown, tei], Some(&side));
    let findings = report.diagnostics.iter().filter(|finding| finding.source == side.id);
    let said: Vec<String> =
        findings.map(|finding| format!("{} {}", finding.code.0, finding.message)).collect();
    let not_used = |what: &str| format!("register/table-not-used {what}");
    assert_eq!(
        said,
        [
            not_used("[[letter]] is not used: b is written in Markdown"),
            not_used("[[letter]] is not used: c.xml is written in TEI"),
            not_used("[[mention]] is not used: c is written in TEI"),
            not_used("[[date]] is not used: c is written in TEI"),
            not_used("[[correction]] is not used: c is written in TEI"),
        ]
    );
}
