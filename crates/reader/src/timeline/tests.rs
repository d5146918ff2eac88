mod axis;
mod choices;
mod spans;

use dates::{Bounds, Calendar, Certainty, DateForm, Language, bounds, display, names, parse_edtf};
use edition::{EntryKind, Origin};
use expect_test::{Expect, expect};
use index::{Catalogue, Excerpt, LetterRow, Moment, MomentKind, Party, Setting};

use super::{
    Length, Picked, Row, Stretch, Timeline, TimelineState, Width, correspondents, parse_period, timeline,
};
use crate::Library;
use bundle::{Manifest, Part, PartName};

fn moment(letter: &str, kind: MomentKind, fragment: &str, edtf: &str) -> Moment {
    let meaning = parse_edtf(edtf).ok();
    Moment {
        kind,
        letter: letter.into(),
        fragment: fragment.into(),
        setting: Setting::Text,
        as_written: edtf.into(),
        excerpt: Excerpt::default(),
        bounds: meaning.as_ref().map_or_else(Bounds::default, bounds),
        meaning,
        origin: Origin::Source,
        certainty: Certainty::High,
        rule: None,
        anchor: None,
        duration: None,
        calendar: Calendar::default(),
        original: None,
        reason: None,
    }
}

fn library(mut moments: Vec<Moment>) -> Library {
    moments.sort_by_key(|moment| {
        let first = moment.bounds.earliest.or(moment.bounds.latest);
        (first.is_none(), first, moment.bounds.latest)
    });
    let manifest =
        Manifest { chronology: name("chronology"), catalogue: name("catalogue"), ..Manifest::default() };
    let mut library = Library::of(manifest);
    library.keep(name("chronology"), Part::Chronology(moments));
    library
}

fn name(kind: &str) -> PartName {
    PartName { kind: kind.into(), checksum: 0 }
}

/// The thirteen dates of the letter to Joffe.
fn seed() -> Library {
    let of = |kind, fragment: &str, edtf: &str| moment("joffe", kind, fragment, edtf);
    use MomentKind::{InNote, Mentioned, Printing, Sent};
    library(vec![
        of(Printing, "d1", "1959"),
        of(Printing, "d2", "1970"),
        of(Printing, "d3", "2000-08"),
        of(Sent, "d4", "1921-03-17"),
        of(Mentioned, "d5", "1921-03-15"),
        of(Mentioned, "d6", "1919/1920"),
        of(Mentioned, "d7", "1917-09~/1921-03-17"),
        of(Mentioned, "d8", "1921-03-16"),
        of(InNote, "d9", "1921-03-15"),
        of(InNote, "d10", "1920-12-07"),
        of(InNote, "d11", "1921-03-14"),
        of(InNote, "d12", "1921-03-16"),
    ])
}

fn words(stretch: Stretch) -> String {
    display(&stretch.name(), names(Language::En), DateForm::Short)
}

fn length(length: Length) -> String {
    match length {
        Length::Days(days) => format!("{days} days"),
        Length::Months(months) => format!("{months} months"),
        Length::Years(years) => format!("{years} years"),
    }
}

/// One line a column: what it is, its numbers, and in each lane the marks and bars.
fn axis(timeline: &Timeline) -> String {
    let mut out = format!(
        "{:?}{} {:?}\n",
        timeline.width,
        if timeline.too_fine { " (too fine)" } else { "" },
        timeline.lanes
    );
    for column in &timeline.columns {
        let name = match column.stretch() {
            Some(stretch) if column.is_break() => format!("~ {} ~", length(stretch.length())),
            Some(stretch) => words(stretch),
            None => "undated".to_owned(),
        };
        out.push_str(&format!("{name}: {} +{} ={}", column.certain, column.possible, column.lasting));
        for cell in &column.cells {
            out.push_str(" |");
            out.push_str(&"*".repeat(cell.marks.len()));
            for bar in &cell.bars {
                let (open, close) = (if bar.begins { "[" } else { "" }, if bar.ends { "]" } else { "" });
                out.push_str(&format!("{open}{}{}{close}", if bar.lasts { "=" } else { "?" }, bar.row));
            }
        }
        out.push_str(if column.picked { " picked\n" } else { "\n" });
    }
    out
}

fn check(library: &Library, query: &str, expected: Expect) {
    expected.assert_eq(&axis(&timeline(library, &TimelineState::parse(query), 60)));
}

fn list(library: &Library, query: &str, expected: Expect) {
    let timeline = timeline(library, &TimelineState::parse(query), 60);
    let mut out = String::new();
    for row in &timeline.rows {
        out.push_str(&match row {
            Row::Moment(at) => {
                let moment = &library.moments()[*at];
                let current = if timeline.current == Some(*at) { " (here)" } else { "" };
                format!("{} {:?} {}{current}\n", moment.fragment, moment.kind, moment.as_written)
            }
            Row::Gap(gap) => format!("--- {} ---\n", length(*gap)),
            Row::Undated => "--- undated ---\n".to_owned(),
        });
    }
    if timeline.rest > 0 {
        out.push_str(&format!("and {} more\n", timeline.rest));
    }
    expected.assert_eq(&out);
}
