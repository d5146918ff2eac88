//! What several TEI files say together, in whatever order they come.

use source::{SourceFile, SourceId};

/// A letter whose header names a sender, and whose text names somebody.
fn letter(file: &str, sender: &str, text: &str) -> SourceFile {
    let words = format!(
        "<TEI><teiHeader><profileDesc><correspDesc><correspAction type='sent'>{sender}</correspAction></correspDesc></profileDesc>\
         </teiHeader><text><body><p>{text}</p></body></text></TEI>"
    );
    SourceFile::from_text(file, &words)
}

fn register(persons: &str) -> SourceFile {
    let words = format!("<TEI><text><body><listPerson>{persons}</listPerson></body></text></TEI>");
    SourceFile::from_text("z-register.xml", &words)
}

/// `letter: words > entry` for each name in a text, and what is reported.
fn named(mut files: Vec<SourceFile>) -> Vec<String> {
    for (file, number) in files.iter_mut().zip(0..) {
        file.id = SourceId(number);
    }
    let report = import::import(&files, None);
    let mut out = Vec::new();
    for letter in &report.value.letters {
        for block in &letter.text {
            edition::each_inline(&block.inlines, &mut |inline| {
                if let edition::Inline::Mention(mention, _) = inline {
                    let targets: Vec<&str> = mention.targets.iter().map(|id| id.as_str()).collect();
                    out.push(format!("{}: {} > {}", letter.id, mention.as_written, targets.join(" ")));
                }
            });
        }
    }
    out.extend(report.diagnostics.iter().map(|finding| finding.message.clone()));
    out
}

const PETER: &str = "<persName ref='#peter'>Peter Lund</persName>";
const ANNA: &str = "<persName ref='#anna'>Anna Berg</persName>";

#[test]
fn a_text_may_name_the_sender_of_a_later_letter() {
    let saw = "I saw <persName ref='#peter'>Peter</persName>.";
    let am = "I am <persName ref='#peter'>P.</persName>";
    let rows = [
        (vec![letter("a.xml", ANNA, saw), letter("b.xml", PETER, am)], ["a: Peter > peter", "b: P. > peter"]),
        (vec![letter("b.xml", PETER, am), letter("c.xml", ANNA, saw)], ["b: P. > peter", "c: Peter > peter"]),
    ];
    for (files, expected) in rows {
        assert_eq!(named(files), expected);
    }
}

/// What is said of him counts every place, and does not say that he has no entry.
#[test]
fn a_sender_whom_the_register_lacks_is_reported_with_all_places() {
    let files = vec![
        letter("a.xml", ANNA, "I saw <persName ref='#peter'>Peter</persName>."),
        letter("b.xml", PETER, "I am <persName ref='#peter'>P.</persName>"),
        letter("c.xml", PETER, "I met <persName ref='#carl'>Carl</persName>."),
        register("<person xml:id='anna'><persName>Anna Berg</persName></person>"),
    ];
    let expected = [
        "a: Peter > peter",
        "b: P. > peter",
        "c: Carl > ",
        "no register has peter, which is referred to 4 times",
        "no entry is carl, which is referred to once",
    ];
    assert_eq!(named(files), expected);
}
