//! Who wrote to whom, when and from where, as a printed letter says it: a row for each way to print it. Letters are invented.

mod common;

use common::{Marked, import, sound};
use dates::{Certainty, print_edtf};
use edition::{ActionKind, CorrespAction, Dating, Letter};
use source::SourceFile;

fn read(text: &str) -> Letter {
    let file = SourceFile::from_text("a.txt", text);
    let report = import(&file, None);
    sound(&file, &report);
    report.value.letters[0].clone()
}

fn value(dating: &Dating) -> String {
    let value = dating.reading.meaning.as_ref().map_or("none".to_owned(), print_edtf);
    let sure = match dating.reading.certainty {
        Certainty::High => "",
        Certainty::Medium => " probable",
        Certainty::Low => " a guess",
        Certainty::Unknown => " not known",
    };
    value + sure
}

fn action(letter: &Letter, kind: ActionKind) -> Option<&CorrespAction> {
    letter.corresp.actions.iter().find(|action| action.kind == kind)
}

/// The date of the letter, then every other date of it.
fn when(text: &str) -> String {
    let letter = read(text);
    let sent = action(&letter, ActionKind::Sent).and_then(|sent| sent.dating.as_ref());
    let received = action(&letter, ActionKind::Received).and_then(|received| received.dating.as_ref());
    let mut said = vec![sent.map_or("undated".to_owned(), value)];
    said.extend(received.map(|dating| format!("received {}", value(dating))));
    let own = |dating: &&Dating| [sent, received].iter().flatten().all(|known| known.id != dating.id);
    let datings = Marked::of(&letter).datings;
    said.extend(datings.iter().filter(own).map(|dating| format!("{} {}", dating.as_written, value(dating))));
    said.join("; ")
}

/// A letter of one paragraph under a heading and a dateline.
fn dated(dateline: &str, paragraph: &str) -> String {
    when(&format!("TO ANNA BELL\n\n{dateline}\n\nDear Anna,\n\n{paragraph}\n\nYours ever,\n\nTOM.\n"))
}

#[test]
fn the_date_of_a_letter_keeps_its_doubt() {
    let rows = [
        // A date that the editor supplies.
        ("[York, 3 May 1840]", "1840-05-03? probable"),
        ("York, [3 May 1840]", "1840-05-03? probable"),
        ("[3 May 1840]", "1840-05-03? probable"),
        // A postmark is of about that day; what came on a day was written before.
        ("[Postmark: 14 June 1779]", "1779-06-14~ probable"),
        ("[Poststempel: Berlin, 14. 6. 1879]", "1879-06-14~ probable"),
        ("Received 5 May 1780", "[..1780-05-05] probable; received 1780-05-05"),
        ("York, 1 May 1780.\n\nReceived 5 May 1780.", "1780-05-01; received 1780-05-05"),
        ("[Draft] 5 May 1780", "1780-05-05"),
    ];
    for (dateline, expected) in rows {
        assert_eq!(dated(dateline, "It rains."), expected, "{dateline}");
    }
    let heading = "To A. B. Dorn   [11 January 1844]\n\nMy dear Sir\n\nIt rained yesterday.\n\nBelieve me, yours truly,\n\nC. ROWE\n";
    assert_eq!(when(heading), "1844-01-11? probable; yesterday 1844-01-10? probable");
}

#[test]
fn what_is_counted_from_a_date_is_no_surer() {
    let rows = [
        ("York, 3 May 1840", "1840-05-03; yesterday 1840-05-02"),
        ("[3 May 1840]", "1840-05-03? probable; yesterday 1840-05-02? probable"),
        ("[Postmark: 3 May 1840]", "1840-05-03~ probable; yesterday 1840-05-02~ probable"),
        (
            "[Early May 1840]",
            "[1840-05-01..1840-05-10] probable; yesterday [1840-04-30..1840-05-09] probable",
        ),
        (
            "York, between 4 and 8 May 1840",
            "[1840-05-04..1840-05-08]; yesterday [1840-05-03..1840-05-07] probable",
        ),
        // Which of the two figures is the month is a guess, and so is the day before.
        ("York, 3/4/1840", "1840-03-04 a guess; yesterday 1840-03-03 a guess"),
    ];
    for (dateline, expected) in rows {
        assert_eq!(dated(dateline, "It rained yesterday."), expected, "{dateline}");
    }
}

#[test]
fn what_is_written_on_a_later_day_is_counted_from_that() {
    let days = "It rained yesterday.\n\n[Later, May 10.]\n\nIt rained yesterday and will to-morrow.";
    assert_eq!(
        dated("York, May 3, 1840.", days),
        "1840-05-03; yesterday 1840-05-02; May 10 1840-05-10? probable; yesterday 1840-05-09? probable; to-morrow 1840-05-11? probable"
    );
    let dated_below = "TO ANNA BELL\n\nDear Anna,\n\nIt rained yesterday.\n\nYork, May 3, 1840.\n\nTOM.\n";
    assert_eq!(when(dated_below), "1840-05-03; yesterday 1840-05-02");
}
