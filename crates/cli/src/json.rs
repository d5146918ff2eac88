//! What is found, for programs. Offsets count Unicode code points of the decoded text, end exclusive.

use crate::found::Found;
use dates::{Certainty, Duration, print_edtf};
use edition::{ActionKind, BlockKind, Dating, EntryKind, ImprintKind, Mention, Origin, PlaceStatement};
use serde_json::{Value, json};
use source::{Code, Diagnostic, Lines, Severity, SourceFile};

/// The whole report: what is found in the only letter of a file, or in each of its letters.
pub(crate) fn render(all: &[Found<'_>], diagnostics: &[Diagnostic], side: Option<&SourceFile>) -> Value {
    let mut value = match all {
        [only] => letter(only, diagnostics),
        all => json!({"letters": all.iter().map(|found| {
            let mut value = letter(found, diagnostics);
            value["id"] = found.letter.map(|letter| letter.id.as_str()).into();
            value
        }).collect::<Vec<_>>()}),
    };
    // What is to be said is said of the file.
    let said = all
        .first()
        .into_iter()
        .flat_map(|found| diagnostics.iter().map(move |finding| diagnostic(found, finding, side)));
    value["diagnostics"] = said.collect();
    value
}

fn letter(found: &Found<'_>, diagnostics: &[Diagnostic]) -> Value {
    json!({
        "metadata": metadata(found, diagnostics),
        "blocks": found.blocks.iter().map(|block| {
            let (start, end) = found.places(block.span);
            let line = found.lines.line_column(block.span.start).line;
            let text = found.file.slice(block.span);
            json!({"id": block.id, "kind": block.kind, "line": line, "start": start, "end": end, "text": text})
        }).collect::<Vec<_>>(),
        "mentions": found.mentions.iter().map(|(mention, block)| self::mention(found, mention, block)).collect::<Vec<_>>(),
        "dates": found.datings.iter().map(|(dating, block)| date(found, dating, block)).collect::<Vec<_>>(),
        "notes": notes(found),
        "pages": pages(found),
        "encoding": found.file.encoding,
    })
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Source => "source",
        Origin::Editor => "editor",
        Origin::Machine => "machine",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "high",
        Certainty::Medium => "medium",
        Certainty::Low => "low",
        Certainty::Unknown => "unknown",
    }
}

fn mention(found: &Found<'_>, mention: &Mention, block: &str) -> Value {
    let (start, end) = found.places(mention.span);
    let mut value = json!({
        "id": mention.id.as_str(),
        "kind": mention.kind.word(),
        "surface": mention.as_written,
        "start": start,
        "end": end,
        "block": block,
        "entity": mention.targets.first().map(|id| id.as_str()),
        "origin": origin(mention.origin),
        "cert": certainty(mention.certainty),
    });
    if mention.targets.len() > 1 {
        value["entities"] = mention.targets.iter().map(|id| id.as_str()).collect::<Vec<_>>().into();
    }
    if let Some(expansion) = &mention.expansion {
        value["expansion"] = (**expansion).into();
    }
    if let Some(reason) = &mention.reason {
        value["reason"] = (**reason).into();
    }
    value
}

fn date(found: &Found<'_>, dating: &Dating, block: &str) -> Value {
    let (start, end) = found.places(dating.span);
    let reading = &dating.reading;
    let mut value = json!({
        "id": dating.id.as_str(),
        "surface": dating.as_written,
        "start": start,
        "end": end,
        "edtf": reading.meaning.as_ref().map(print_edtf),
        "block": block,
        "reason": dating.reason.as_deref().map_or_else(|| reading.reason(), str::to_owned),
        "origin": origin(dating.origin),
        "cert": certainty(reading.certainty),
    });
    if let Some(original) = &reading.original {
        value["edtf_julian"] = print_edtf(original).into();
    }
    if let Some(length) = reading.duration {
        value["iso8601_duration"] = iso_8601(length).into();
    }
    value
}

/// `P3Y6M` (ISO 8601, section 5.5.2).
fn iso_8601(length: Duration) -> String {
    let parts = [(length.years, 'Y'), (length.months, 'M'), (length.weeks, 'W'), (length.days, 'D')];
    let said = parts.iter().filter(|(count, _)| *count > 0).map(|(count, letter)| format!("{count}{letter}"));
    let said: String = said.collect();
    if said.is_empty() { "P0D".to_owned() } else { format!("P{said}") }
}

fn notes(found: &Found<'_>) -> Vec<Value> {
    let Some(letter) = found.letter else { return Vec::new() };
    let one = |note: &edition::Note| {
        let call = found.calls.iter().find(|call| call.note == note.id);
        let body = note.blocks.first().map(|block| found.places(block.span).0);
        json!({
            "label": note.label,
            "call_start": call.map(|call| found.places(call.span).0),
            "body_start": body,
            "page": note.back_reference.as_ref().map(|reference| number(&reference.page)),
        })
    };
    letter.notes.iter().map(one).collect()
}

fn pages(found: &Found<'_>) -> Vec<Value> {
    let Some(letter) = found.letter else { return Vec::new() };
    let marked = letter.text.iter().filter_map(|block| match &block.kind {
        BlockKind::PageBreak(page) => Some(page),
        _ => None,
    });
    letter
        .first_page
        .iter()
        .chain(marked)
        .map(|page| {
            // A page begins with the first block after its mark.
            let first = letter.text.iter().find(|block| {
                block.span.start > page.span.end || block.span.start == page.span.end && page.span.is_empty()
            });
            let start = first.map_or(page.span.end, |block| block.span.start);
            let start = found.places(source::Span { start, end: start }).0;
            json!({"page": number(&page.page), "start": start, "origin": origin(page.origin)})
        })
        .collect()
}

fn diagnostic(found: &Found<'_>, finding: &Diagnostic, side: Option<&SourceFile>) -> Value {
    let file = side.filter(|file| file.id == finding.source).unwrap_or(found.file);
    let place = finding.span.map(|span| Lines::of(&file.text).line_column(span.start));
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    json!({
        "code": finding.code.0,
        "severity": severity,
        "file": file.path.0,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "message": finding.message,
        "advice": finding.hints.iter().map(|hint| &hint.message).collect::<Vec<_>>(),
    })
}

/// A number where it is one in figures; `xiv`, `7r` stay words.
fn number(words: &str) -> Value {
    let figures = !words.starts_with('0') && words.chars().all(|c| c.is_ascii_digit());
    let count = if figures { words.parse::<u32>().ok() } else { None };
    count.map_or_else(|| words.into(), Value::from)
}

fn metadata(found: &Found<'_>, diagnostics: &[Diagnostic]) -> Value {
    let Some(letter) = found.letter else { return Value::Null };
    let action = |kind: ActionKind| letter.corresp.actions.iter().find(|action| action.kind == kind);
    let (sent, received) = (action(ActionKind::Sent), action(ActionKind::Received));
    let who = |action: Option<&edition::CorrespAction>| -> Value {
        let mention = action.and_then(|action| action.correspondents.first());
        mention.map_or(Value::Null, |mention| {
            let known = mention.targets.first().filter(|_| !mention.is_one_of());
            known.map_or_else(|| (*mention.as_written).into(), |id| id.as_str().into())
        })
    };
    let dating = sent.and_then(|action| action.dating.as_ref());
    let imprint = |kind: ImprintKind| -> Vec<&edition::ImprintLine> {
        letter.witness.imprint.iter().filter(|line| line.kind == kind).collect()
    };
    let words = |kind: ImprintKind| -> Value {
        let lines: Vec<&str> = imprint(kind).iter().map(|line| found.file.slice(line.span)).collect();
        if lines.is_empty() { Value::Null } else { lines.join(" ").into() }
    };
    let in_lines = |kind: ImprintKind, wanted: EntryKind| -> Value {
        let ids: Vec<String> = imprint(kind).iter().map(|line| line.id.to_string()).collect();
        let mention =
            found.mentions.iter().find(|(mention, block)| mention.kind == wanted && ids.contains(block));
        mention.and_then(|(mention, _)| mention.targets.first()).map_or(Value::Null, |id| id.as_str().into())
    };
    let date_in = |kind: ImprintKind| -> Value {
        let ids: Vec<String> = imprint(kind).iter().map(|line| line.id.to_string()).collect();
        let dating = found.datings.iter().find(|(_, block)| ids.contains(block));
        dating
            .and_then(|(dating, _)| dating.reading.meaning.as_ref())
            .map_or(Value::Null, |date| print_edtf(date).into())
    };
    let signature = found.words_of(&BlockKind::Signed);
    let unsigned = signature.is_none().then(|| {
        let lost = diagnostics.iter().find(|finding| finding.code == Code("plain/missing-signature"));
        lost.map_or("no signature is printed", |finding| finding.message.as_str())
    });
    json!({
        "author": who(sent),
        "addressee": who(received),
        "date": dating.map(|dating| json!({
            "surface": dating.as_written,
            "edtf": dating.reading.meaning.as_ref().map(print_edtf),
        })),
        "sent_from": place(found, sent.and_then(|action| action.place.as_ref())),
        "sent_to": place(found, received.and_then(|action| action.place.as_ref())),
        "salutation": found.words_of(&BlockKind::Salute),
        "closing": found.words_of(&BlockKind::Closer),
        "signature": {"value": signature, "reason": unsigned},
        "language": letter.language,
        "translated_from": translated_from(&words(ImprintKind::Translation)),
        "translator": in_lines(ImprintKind::Translation, EntryKind::Person),
        "first_published": {
            "year": date_in(ImprintKind::FirstPublished),
            "in": in_lines(ImprintKind::FirstPublished, EntryKind::Work),
        },
        "text_source": words(ImprintKind::TextSource),
        "edition": in_lines(ImprintKind::Edition, EntryKind::Work),
        "volume": letter.witness.volume.as_deref().map(number),
        "pages": letter.witness.pages,
        "digital_editor": in_lines(ImprintKind::Digitisation, EntryKind::Person),
        "digital_date": date_in(ImprintKind::Digitisation),
        "answers": letter.corresp.replies_to.first().and_then(|reply| reply.work.as_ref()).map(|id| id.as_str()),
    })
}

/// The language that `Translated from the Russian` names.
fn translated_from(words: &Value) -> Value {
    const LANGUAGES: &[(&str, &str)] = &[
        ("Russian", "ru"),
        ("German", "de"),
        ("French", "fr"),
        ("English", "en"),
        ("Italian", "it"),
        ("Latin", "la"),
        ("Greek", "el"),
        ("Polish", "pl"),
        ("Russischen", "ru"),
        ("Französischen", "fr"),
        ("Englischen", "en"),
        ("russe", "ru"),
        ("allemand", "de"),
        ("anglais", "en"),
    ];
    let words = words.as_str().unwrap_or_default();
    LANGUAGES.iter().find(|(name, _)| words.contains(name)).map_or(Value::Null, |(_, tag)| (*tag).into())
}

fn place(found: &Found<'_>, place: Option<&PlaceStatement>) -> Value {
    let Some(place) = place else { return json!({"value": null}) };
    let entity = place.target.as_ref().map(|id| id.as_str());
    match place.origin {
        Origin::Source => json!({"value": place.as_written, "entity": entity}),
        Origin::Editor | Origin::Machine => json!({
            "value": null,
            "inferred": entity.map_or_else(|| place.as_written.to_string(), str::to_owned),
            "name": place.target.as_ref().and_then(|id| found.entry(id)).map(|entry| &entry.name),
            "cert": certainty(place.certainty),
            "reason": place.reason,
            "origin": origin(place.origin),
        }),
    }
}
