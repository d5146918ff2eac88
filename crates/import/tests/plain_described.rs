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
        ("[Postmark: 4 May 1780]\n\nYork, 3 May 1780.", "1780-05-03; 4 May 1780 1780-05-04~ probable"),
        ("Answered 5 May 1780", "[..1780-05-05] probable"),
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

/// Who wrote from where to whom, and where they are.
fn parties(text: &str) -> String {
    let letter = read(text);
    let side = |kind: ActionKind| {
        let names = |action: &CorrespAction| {
            let names: Vec<&str> = action.correspondents.iter().map(|who| &*who.as_written).collect();
            let place = action.place.as_ref().map(|place| format!(" in {}", place.as_written));
            names.join(" and ") + &place.unwrap_or_default()
        };
        action(&letter, kind).map_or("nobody".to_owned(), names)
    };
    format!("{} to {}", side(ActionKind::Sent), side(ActionKind::Received))
}

#[test]
fn headings_that_name_both() {
    let rows = [
        ("LORD BELL TO MR. DORN", "LORD BELL in York to Mr. Dorn"),
        ("LETTER 12 - FROM LORD BELL TO MR. DORN", "LORD BELL in York to Mr. Dorn"),
        ("XXIII.\n\nROWE AU GÉNÉRAL DORN.", "ROWE in York to Général Dorn"),
        ("72\nBELL TO DORN\nIN ROME", "BELL in York to Dorn in ROME"),
        ("Anna Bell to Carl Dorn", "Anna Bell in York to Carl Dorn"),
        ("Nr. 48.\n\nRowe an Weiß.", "Rowe in York to Weiß"),
        ("TO ANNA BELL", "TOM in York to Anna Bell"),
    ];
    for (heading, expected) in rows {
        let text =
            format!("{heading}\n\nYork, 3 May 1840\n\nDear friend,\n\nIt rains.\n\nYours ever,\n\nTOM.\n");
        assert_eq!(parties(&text), expected, "{heading}");
    }
    let run_in = "279. An Dorn. Jena, den 3ten März 1797.\n\nEw. Wohlgeboren\n\nerhalten hiermit die Bogen.\n\nIhr\n\nROWE.\n";
    assert_eq!(parties(run_in), "ROWE in Jena to Dorn");
    assert_eq!(when(run_in), "1797-03-03");
}

#[test]
fn without_a_letter_below_it_is_no_heading() {
    // Nobody is invented: neither as sender nor as addressee.
    for title in ["THE ROAD TO YORK", "BELL TO DORN", "Bell to Dorn"] {
        let text = format!(
            "{title}\n\nIt rained all day, and nobody went out who could stay at home.\n\nThe roads are bad.\n"
        );
        assert_eq!(parties(&text), "nobody to nobody", "{title}");
    }
}

#[test]
fn signatures_are_names() {
    let rows = [
        ("Ihr F. Rowe", "F. Rowe"),
        ("Dein treuer Freund W. Bell", "W. Bell"),
        ("Votre G. Rowe", "G. Rowe"),
        ("Ваш А. Дорин.", "А. Дорин"),
        ("Ihre Rosa", "Rosa"),
        ("Your affectionate brother Tom", "Tom"),
        ("Yours ever,\n\nTOM.", "TOM"),
    ];
    for (closing, expected) in rows {
        let text = format!("TO ANNA BELL\n\n3 May 1840\n\nDear friend,\n\nIt rains.\n\n{closing}\n");
        assert_eq!(parties(&text), format!("{expected} to Anna Bell"), "{closing}");
    }
}
