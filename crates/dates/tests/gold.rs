//! The dates of the seed letter, against the reading by hand that stands beside it.

use dates::{CalendarChange, DateHints, Language, Recognized, parse_edtf, print_edtf, recognize};
use std::fmt::Write;
use std::path::Path;

/// One date of the annotation: offsets are characters of the text.
struct Gold {
    start: usize,
    end: usize,
    edtf: String,
    edtf_optional: bool,
    optional: bool,
    duration: Option<String>,
}

#[test]
fn the_seed_letter() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/letters");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
    let (Some(text), Some(gold)) = (read("joffe-1921-03-17.txt"), read("joffe-1921-03-17.gold.json")) else {
        eprintln!("skipped: ../shared is absent");
        return;
    };
    let gold: serde_json::Value = serde_json::from_str(&gold).expect("the annotation is JSON");
    let number =
        |value: &serde_json::Value| usize::try_from(value.as_u64().expect("an offset")).expect("a small one");
    let text: Vec<char> = text.chars().collect();
    let hints = DateHints {
        letter_date: parse_edtf("1921-03-17").ok(),
        calendar_change: Some(CalendarChange::RUSSIA),
    };
    let mut expected: Vec<Gold> = gold["dates"]
        .as_array()
        .expect("dates")
        .iter()
        .map(|date| Gold {
            start: number(&date["start"]),
            end: number(&date["end"]),
            edtf: date["edtf"].as_str().expect("a value").to_owned(),
            edtf_optional: date["edtf_optional"] == true,
            optional: date["optional"] == true,
            duration: date["iso8601_duration"].as_str().map(str::to_owned),
        })
        .collect();
    let mut wrong = String::new();
    let mut right = 0;
    for block in gold["blocks"].as_array().expect("blocks") {
        let (start, end) = (number(&block["start"]), number(&block["end"]));
        let block: String = text[start..end].iter().collect();
        for found in recognize(&block, Language::En, &hints) {
            let at = start + block[..found.range.start].chars().count();
            let length = block[found.range.clone()].chars().count();
            match expected.iter().position(|date| (date.start, date.end) == (at, at + length)) {
                Some(place) => match differs(&expected.remove(place), &found.dating) {
                    None => right += 1,
                    Some(difference) => writeln!(wrong, "{at}: {difference}").expect("a string"),
                },
                None => writeln!(wrong, "{at}: no date: {}", &block[found.range]).expect("a string"),
            }
        }
    }
    for date in expected.iter().filter(|date| !date.optional) {
        writeln!(wrong, "{}: missed: {}", date.start, date.edtf).expect("a string");
    }
    assert_eq!(wrong, "");
    assert_eq!(right, 12);
}

fn differs(gold: &Gold, found: &Recognized) -> Option<String> {
    let duration = found.duration.map(|length| {
        let parts = [(length.years, 'Y'), (length.months, 'M'), (length.weeks, 'W'), (length.days, 'D')];
        let said = parts.into_iter().filter(|(count, _)| *count > 0);
        format!("P{}", said.map(|(count, unit)| format!("{count}{unit}")).collect::<String>())
    });
    let meaning = found.meaning.as_ref().map(print_edtf);
    let same = meaning.as_ref() == Some(&gold.edtf) || (gold.edtf_optional && meaning.is_none());
    (!same || duration != gold.duration)
        .then(|| format!("{} {:?} is {meaning:?} {duration:?}", gold.edtf, gold.duration))
}
