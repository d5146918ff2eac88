//! The seed letter against its annotation by hand: every kind is scored.

use edition::{Block, Dating, Edition, EntryKind, Inline, Mention};
use serde_json::Value;
use source::{CodePoints, SourceFile};
use std::collections::BTreeSet;
use std::path::Path;

type Key = (usize, usize, String);

fn read(name: &str) -> SourceFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/letters").join(name);
    source::decode(name, std::fs::read(path).expect("part of the project")).value
}

fn edition() -> (SourceFile, Edition) {
    let (letter, register) = (read("joffe-1921-03-17.txt"), read("register.toml"));
    let report = import::import(std::slice::from_ref(&letter), Some(&register));
    let codes: Vec<String> =
        report.diagnostics.iter().map(|d| format!("{} {}", d.code.0, d.message)).collect();
    let unused = [
        "“Bukharin”",
        "“I. V. Stalin”",
        "“J. V. Stalin”",
        "“Romania”",
        "“People's Commissariat for Nationalities”",
    ];
    for code in &codes {
        let expected =
            code.starts_with("plain/missing-signature") || unused.iter().any(|form| code.contains(form));
        assert!(expected, "an unexpected finding: {code}");
    }
    (letter, report.value)
}

fn collect(edition: &Edition) -> (Vec<Mention>, Vec<Dating>) {
    fn walk(inlines: &[Inline], out: &mut (Vec<Mention>, Vec<Dating>)) {
        for inline in inlines {
            match inline {
                Inline::Mention(mention, inner) => {
                    out.0.push((**mention).clone());
                    walk(inner, out);
                }
                Inline::Date(dating, inner) => {
                    out.1.push((**dating).clone());
                    walk(inner, out);
                }
                other => walk(other.inner(), out),
            }
        }
    }
    let mut out = (Vec::new(), Vec::new());
    let letter = &edition.letters[0];
    for line in &letter.witness.imprint {
        walk(&line.inlines, &mut out);
    }
    let notes = letter.notes.iter().flat_map(|note| &note.blocks);
    for block in letter.text.iter().chain(notes) {
        let block: &Block = block;
        walk(&block.inlines, &mut out);
    }
    out
}

struct Score {
    kind: &'static str,
    missed: Vec<Key>,
    wrong: Vec<Key>,
    expected: usize,
    found: usize,
}

impl Score {
    fn of(
        kind: &'static str,
        found: &BTreeSet<Key>,
        expected: &BTreeSet<Key>,
        optional: &BTreeSet<(usize, usize)>,
    ) -> Self {
        let free = |key: &&Key| !optional.contains(&(key.0, key.1));
        Self {
            kind,
            missed: expected.difference(found).filter(free).cloned().collect(),
            wrong: found.difference(expected).filter(free).cloned().collect(),
            expected: expected.iter().filter(free).count(),
            found: found.iter().filter(free).count(),
        }
    }

    fn recall(&self) -> f64 {
        ratio(self.expected - self.missed.len(), self.expected)
    }

    fn precision(&self) -> f64 {
        ratio(self.found - self.wrong.len(), self.found)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { number(part) / number(whole) }
}

fn expected(
    gold: &Value,
    list: &str,
    value: impl Fn(&Value) -> String,
) -> (BTreeSet<Key>, BTreeSet<(usize, usize)>) {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default();
    let mut keys = BTreeSet::new();
    let mut optional = BTreeSet::new();
    for item in gold[list].as_array().into_iter().flatten() {
        let (start, end) = (number(&item["start"]), number(&item["end"]));
        keys.insert((start, end, value(item)));
        if item["optional"].as_bool().unwrap_or_default() {
            optional.insert((start, end));
        }
    }
    (keys, optional)
}

#[test]
fn the_annotation_by_hand_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/letters");
    let Ok(gold) = std::fs::read_to_string(folder.join("joffe-1921-03-17.gold.json")) else {
        eprintln!("skipped: ../shared is absent");
        return;
    };
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    let (file, edition) = edition();
    let points = CodePoints::of(&file.text);
    let (mentions, datings) = collect(&edition);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();

    let mut scores = Vec::new();
    let kinds = [
        ("persons", EntryKind::Person, "entity"),
        ("organisations", EntryKind::Organisation, "entity"),
        ("places", EntryKind::Place, "entity"),
        ("works", EntryKind::Work, "entity"),
        ("events", EntryKind::Event, "entity"),
        ("offices", EntryKind::Office, "holder"),
    ];
    for (list, kind, key) in kinds {
        let found: BTreeSet<Key> = mentions
            .iter()
            .filter(|mention| mention.kind == kind)
            .map(|mention| {
                let id = mention.targets.first().expect("every mention of the seed is identified");
                let entity = if kind == EntryKind::Office {
                    edition.register.entry(id).map(|entry| entry.related[0].to_string()).unwrap_or_default()
                } else {
                    id.to_string()
                };
                (points.before(mention.span.start), points.before(mention.span.end), entity)
            })
            .collect();
        // A locator names the edition it belongs to by another key.
        let entity = |item: &Value| if item[key].is_null() { text(&item["of"]) } else { text(&item[key]) };
        let (wanted, optional) = expected(&gold, list, entity);
        scores.push(Score::of(list, &found, &wanted, &optional));
    }

    let (wanted, optional) = expected(&gold, "dates", |item| {
        if item["edtf_optional"].as_bool().unwrap_or_default() { "-".to_owned() } else { text(&item["edtf"]) }
    });
    let free: BTreeSet<(usize, usize)> =
        wanted.iter().filter(|key| key.2 == "-").map(|key| (key.0, key.1)).collect();
    let found: BTreeSet<Key> = datings
        .iter()
        .map(|dating| {
            let place = (points.before(dating.span.start), points.before(dating.span.end));
            let value = dating.reading.meaning.as_ref().map(dates::print_edtf).unwrap_or_default();
            (place.0, place.1, if free.contains(&place) { "-".to_owned() } else { value })
        })
        .collect();
    scores.push(Score::of("dates", &found, &wanted, &optional));
    let lengths = datings
        .iter()
        .filter_map(|dating| dating.reading.duration)
        .map(|d| (d.years, d.months))
        .collect::<Vec<_>>();
    assert_eq!(lengths, [(3, 6)], "three and a half years are P3Y6M");

    let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default();
    let notes: BTreeSet<Key> = gold["notes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|note| {
            let page = format!("{} p. {}", note["n"], note["back_reference"]["page"]);
            (number(&note["call"]["start"]), number(&note["body_start"]), page)
        })
        .collect();
    let found: BTreeSet<Key> = edition.letters[0]
        .notes
        .iter()
        .map(|note| {
            let call = edition.letters[0].text.iter().find_map(|block| call_of(&block.inlines, &note.label));
            let page = note.back_reference.as_ref().map_or("", |reference| &reference.page);
            let body = points.before(note.blocks[0].span.start);
            (call.map_or(0, |offset| points.before(offset)), body, format!("{} p. {page}", note.label))
        })
        .collect();
    scores.push(Score::of("notes", &found, &notes, &BTreeSet::new()));

    let pages: BTreeSet<Key> =
        gold["pages"].as_array().into_iter().flatten().map(|page| (0, 0, page["page"].to_string())).collect();
    let letter = &edition.letters[0];
    let marked = letter.text.iter().filter_map(|block| match &block.kind {
        edition::BlockKind::PageBreak(page) => Some(page.page.to_string()),
        _ => None,
    });
    let found = letter
        .first_page
        .iter()
        .map(|page| page.page.to_string())
        .chain(marked)
        .map(|page| (0, 0, page))
        .collect();
    scores.push(Score::of("pages", &found, &pages, &BTreeSet::new()));

    let blocks: BTreeSet<Key> = gold["blocks"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|block| {
            (number(&block["start"]), number(&block["end"]), text(&block["id"]) + " " + &text(&block["kind"]))
        })
        .collect();
    let spans = spans(letter);
    let found = spans
        .iter()
        .map(|(id, kind, span)| (points.before(span.start), points.before(span.end), format!("{id} {kind}")))
        .collect();
    scores.push(Score::of("blocks", &found, &blocks, &BTreeSet::new()));

    for score in &scores {
        eprintln!(
            "{:14} recall {:.2} precision {:.2} of {}",
            score.kind,
            score.recall(),
            score.precision(),
            score.expected
        );
        for (sign, keys) in [("missed", &score.missed), ("wrong", &score.wrong)] {
            for (start, end, value) in keys {
                let words: String = file.text.chars().skip(*start).take(end - start).collect();
                eprintln!("  {sign} {start}-{end} {value} “{words}”");
            }
        }
    }
    for score in &scores {
        assert!(score.expected > 0, "nothing is expected of {}", score.kind);
        let least = if matches!(score.kind, "organisations" | "places" | "works" | "events" | "offices") {
            0.98
        } else {
            1.0
        };
        assert!(score.recall() >= least && score.precision() >= least, "{} fall short", score.kind);
    }

    // Volumes, pages, numbers of notes and sittings are no dates.
    for item in gold["not_dates"].as_array().into_iter().flatten() {
        let (words, places) = (text(&item["surface"]), text(&item["block"]));
        for (_, _, span) in spans.iter().filter(|(id, ..)| places.split(' ').any(|place| place == id)) {
            let dated = datings
                .iter()
                .find(|dating| span.contains(dating.span) && words.contains(&*dating.as_written));
            assert!(dated.is_none(), "{words} in {places} is no date");
        }
    }
}

/// Every block, line of the header and note, with its kind.
fn spans(letter: &edition::Letter) -> Vec<(String, &'static str, source::Span)> {
    let lines = letter.witness.imprint.iter();
    let lines = lines.map(|line| (line.id.to_string(), import::imprint_name(line.kind), line.span));
    let text = letter.text.iter();
    let text = text.map(|block| (block.id.to_string(), import::block_name(&block.kind), block.span));
    let notes = letter.notes.iter().map(|note| (note.id.to_string(), "note", note.span));
    lines.chain(text).chain(notes).collect()
}

fn call_of(inlines: &[Inline], label: &str) -> Option<u32> {
    inlines.iter().find_map(|inline| match inline {
        Inline::NoteCall(call) if *call.label == *label => Some(call.span.start),
        Inline::Mention(_, inner) | Inline::Date(_, inner) | Inline::Hi(_, inner) => call_of(inner, label),
        _ => None,
    })
}

#[test]
fn the_seed_says_who_when_and_where() {
    let (_, edition) = edition();
    let corresp = &edition.letters[0].corresp;
    let said: Vec<String> = corresp
        .actions
        .iter()
        .map(|action| {
            let who: Vec<&str> =
                action.correspondents.iter().flat_map(|who| &who.targets).map(|id| id.as_str()).collect();
            let place = action
                .place
                .as_ref()
                .map(|place| format!("{} {:?} {:?}", place.as_written, place.origin, place.certainty));
            let date = action
                .dating
                .as_ref()
                .and_then(|dating| dating.reading.meaning.as_ref())
                .map(dates::print_edtf);
            format!(
                "{:?} {} {} {}",
                action.kind,
                who.join(" "),
                place.unwrap_or_default(),
                date.unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(said, ["Sent lenin Moscow Editor Low 1921-03-17", "Received joffe Riga Editor Medium "]);
    assert_eq!(corresp.replies_to[0].work.as_ref().map(|id| id.as_str()), Some("joffe-to-lenin-1921-03-15"));
}
