//! Very large letters. Time grows with their size and nothing else; where it did not, these tests would not end.

use source::SourceFile;

fn read(name: &str, text: &str) -> source::Report<edition::Edition> {
    import::import(&[SourceFile::from_text(name, text)], None)
}

fn tei(body: &str) -> String {
    format!("<TEI><teiHeader/><text><body>{body}</body></text></TEI>")
}

#[test]
fn a_letter_of_fifty_megabytes_in_tei() {
    let paragraph = "<p>The wheel turns again, and on <date when=\"1901-05-03\">3 May</date> we ground eleven sacks of rye, \
        said <persName ref=\"#ada\">Ada</persName>, who had counted them one by one as they came in.</p>\n";
    let count = (50 << 20) / paragraph.len();
    let report = read("letter.xml", &tei(&paragraph.repeat(count)));
    assert_eq!(report.value.letters[0].text.len(), count);
}

/// Ten megabytes of long words, so that the test ends soon: fifty take five times as long.
#[test]
fn large_letters_in_words() {
    for name in ["letter.txt", "letter.md"] {
        long_words(name, 10);
    }
}

fn long_words(name: &str, megabytes: usize) {
    let paragraph = format!("{}\n\n", "wheels".repeat(400));
    let count = (megabytes << 20) / paragraph.len();
    let report = read(name, &format!("Dear Anna,\n\n{}", paragraph.repeat(count)));
    assert_eq!(report.value.letters[0].text.len(), count + 1);
}

#[test]
fn more_than_any_letter_has_is_refused() {
    let report = read("letter.xml", &tei(&"wheel ".repeat((65 << 20) / 6)));
    let codes: Vec<&str> = report.diagnostics.iter().map(|finding| finding.code.0).collect();
    assert_eq!(codes, ["tei/too-large"]);
}

const NOTES: usize = 100_000;

#[test]
fn a_hundred_thousand_quotations_in_tei() {
    for quotation in ["<q/>", "<q>a</q>", "<q/><!-- a --><quote> b </quote>"] {
        let report = read("letter.xml", &tei(&format!("<p>words {}</p>", quotation.repeat(NOTES))));
        assert_eq!(report.value.letters[0].text.len(), 1);
    }
}

#[test]
fn a_hundred_thousand_notes_in_tei() {
    let inline = "<p>word<note>a note</note></p>".repeat(NOTES);
    let one_number = "<p>word<note n='1'>a note</note></p>".repeat(NOTES);
    let calls: String = (0..NOTES).map(|number| format!("<p>word<ref target='#n{number}'/></p>")).collect();
    let listed: String = (0..NOTES).map(|number| format!("<note xml:id='n{number}'>a</note>")).collect();
    for body in [inline, one_number, format!("{calls}<div type='notes'>{listed}</div>")] {
        let report = read("letter.xml", &tei(&body));
        let notes = &report.value.letters[0].notes;
        assert_eq!(notes.len(), NOTES);
        assert!(notes.iter().all(|note| note.calls == 1 && note.id.as_str().len() < 16));
    }
}

#[test]
fn a_hundred_thousand_notes_in_markdown() {
    let calls: String = (0..NOTES).map(|number| format!("word[^{number}]\n\n")).collect();
    let notes: String = (0..NOTES).map(|number| format!("[^{number}]: note\n\n")).collect();
    let report = read("letter.md", &format!("{calls}\n{notes}"));
    assert_eq!(report.value.letters[0].notes.len(), NOTES);
    assert!(report.value.letters[0].notes.iter().all(|note| note.calls == 1));
}

/// Printed notes have four figures at most; what has more is words.
#[test]
fn more_printed_notes_than_have_numbers() {
    const MANY: usize = 30_000;
    let calls: String = (1..=MANY).map(|number| format!("word[{number}]\n\n")).collect();
    let notes: String = (1..=MANY).map(|number| format!("[{number}] note\n\n")).collect();
    let report = read("letter.txt", &format!("Dear Anna,\n\n{calls}Yours,\n\nJ.\n\n{notes}"));
    assert_eq!(report.value.letters[0].notes.len(), 9_999);
}

#[test]
fn pages_and_letters_of_one_name() {
    let report = read("letter.xml", &tei(&"<p><pb n='1'/>word</p>".repeat(NOTES)));
    assert!(report.value.letters[0].text.iter().all(|block| block.id.as_str().len() < 16));
    let corpus = "<TEI><text><body><p>word</p></body></text></TEI>".repeat(10_000);
    let report = read("letters.xml", &format!("<teiCorpus>{corpus}</teiCorpus>"));
    assert_eq!(report.value.letters.len(), 10_000);
    let corpus = "<TEI xml:id='one'><text><body><p>word</p></body></text></TEI>".repeat(10_000);
    let report = read("letters.xml", &format!("<teiCorpus>{corpus}</teiCorpus>"));
    assert_eq!(report.value.letters.len(), 10_000);
    let files = vec![SourceFile::from_text("letter.txt", "Dear Anna,\n\nword\n"); 2_000];
    assert_eq!(import::import(&files, None).value.letters.len(), 2_000);
}

#[test]
fn a_letterhead_of_a_hundred_thousand_segments_in_tei() {
    let segments = "<seg rend='right'>wheel</seg>".repeat(NOTES);
    for around in ["opener", "p"] {
        let report = read("letter.xml", &tei(&format!("<{around}>{segments}</{around}>")));
        assert_eq!(report.value.letters[0].text.len(), NOTES, "{around}");
    }
}

#[test]
fn a_date_that_is_doubted_a_million_times_in_tei() {
    let doubts = "?".repeat(1 << 20);
    let header = format!(
        "<correspDesc><correspAction type='sent'><date when='1901-05-03'>3{doubts} May</date></correspAction></correspDesc>"
    );
    let letter = format!(
        "<TEI><teiHeader><profileDesc>{header}</profileDesc></teiHeader><text><body><p>Come.</p></body></text></TEI>"
    );
    let report = read("letter.xml", &letter);
    let dating = report.value.letters[0].corresp.actions[0].dating.as_ref();
    assert_eq!(
        dating.and_then(|dating| dating.reading.meaning.clone()),
        dates::parse_edtf("1901-05-?03").ok()
    );
}
