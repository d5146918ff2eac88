//! What is found, for people.

use crate::found::Found;
use dates::{Certainty, print_edtf};
use edition::{ActionKind, EntryKind, Mention, Origin};
use std::fmt::Write;

/// The whole report.
pub(crate) fn render(found: &Found<'_>) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write(found, &mut out);
    out
}

fn write(found: &Found<'_>, out: &mut String) -> std::fmt::Result {
    write!(out, "{} ({})", found.file.path.0, found.file.encoding)?;
    let Some(letter) = found.letter else { return writeln!(out) };
    if found.edition.letters.len() > 1 {
        write!(out, ", letter {}", letter.id)?;
    }
    writeln!(out)?;
    for action in &letter.corresp.actions {
        let label = match action.kind {
            ActionKind::Sent => "sent by",
            ActionKind::Received => "received by",
            ActionKind::Transmitted => "transmitted by",
            ActionKind::Redirected => "redirected by",
            ActionKind::Forwarded => "forwarded by",
            ActionKind::Delivered => "delivered",
            ActionKind::Other => "another step",
        };
        let who: Vec<String> = action.correspondents.iter().map(|who| named(found, who)).collect();
        let joint = if action.is_one_of() { " or " } else { ", " };
        writeln!(
            out,
            "  {label:12} {}",
            if who.is_empty() { "unknown".to_owned() } else { who.join(joint) }
        )?;
        if let Some(place) = &action.place {
            let said = if place.origin == Origin::Source { "as printed" } else { "the editor's" };
            writeln!(out, "  {:12} {} ({said}{})", "at", place.as_written, reason(place.reason.as_deref()))?;
        }
        if let Some(dating) = &action.dating {
            let value = dating.reading.meaning.as_ref().map_or_else(|| "no value".to_owned(), print_edtf);
            writeln!(out, "  {:12} {value} “{}”", "on", one_line(&dating.as_written))?;
        }
    }
    writeln!(out, "\nblocks")?;
    for block in &found.blocks {
        let place = found.lines.line_column(block.span.start);
        let words = one_line(found.file.slice(block.span));
        writeln!(out, "  {:6} {:22} line {:4} {}", block.id, block.kind, place.line, cut(&words, 60))?;
    }
    let kinds = [
        (EntryKind::Person, "persons"),
        (EntryKind::Organisation, "organisations"),
        (EntryKind::Place, "places"),
        (EntryKind::Work, "works"),
        (EntryKind::Event, "events"),
        (EntryKind::Office, "offices"),
        (EntryKind::Abbreviation, "abbreviations"),
    ];
    for (kind, heading) in kinds {
        let mut of_kind = found.mentions.iter().filter(|(mention, _)| mention.kind == kind).peekable();
        if of_kind.peek().is_some() {
            writeln!(out, "\n{heading}")?;
        }
        for (mention, block) in of_kind {
            let targets: Vec<&str> = mention.targets.iter().map(|id| id.as_str()).collect();
            let names = if targets.is_empty() { unnamed(mention).to_owned() } else { targets.join(" or ") };
            let stands = mention.expansion.as_ref().map(|long| format!(" = {long}")).unwrap_or_default();
            writeln!(
                out,
                "  {block:6} “{}”{stands} → {names}{}{}",
                one_line(&mention.as_written),
                doubt(mention),
                reason(mention.reason.as_deref())
            )?;
        }
    }
    if !found.datings.is_empty() {
        writeln!(out, "\ndates")?;
    }
    for (dating, block) in &found.datings {
        let value = dating.reading.meaning.as_ref().map_or_else(|| "-".to_owned(), print_edtf);
        let why = dating.reason.as_deref().map_or_else(|| dating.reading.reason(), str::to_owned);
        writeln!(out, "  {block:6} {value:22} “{}”: {why}", one_line(&dating.as_written))?;
    }
    if !letter.notes.is_empty() {
        writeln!(out, "\nnotes")?;
    }
    for note in &letter.notes {
        let page = note
            .back_reference
            .as_ref()
            .map(|reference| format!(", for page {}", reference.page))
            .unwrap_or_default();
        let calls =
            if note.calls == 1 { "called once".to_owned() } else { format!("called {} times", note.calls) };
        writeln!(out, "  {:6} {calls}{page}", note.label)?;
    }
    Ok(())
}

/// Who sent or received a letter.
fn named(found: &Found<'_>, who: &Mention) -> String {
    let known: Vec<&str> =
        who.targets.iter().filter_map(|id| found.entry(id)).map(|entry| &*entry.name).collect();
    match known.as_slice() {
        [] => format!("{} (not identified)", who.as_written),
        [one] => format!("{one}{}", doubt(who)),
        several if who.is_one_of() => format!("one of {}{}", several.join(", "), doubt(who)),
        several => format!("{}{}", several.join(" and "), doubt(who)),
    }
}

fn unnamed(mention: &Mention) -> &'static str {
    match (mention.kind, mention.origin) {
        (EntryKind::Abbreviation, _) => "no entry",
        (_, Origin::Machine) => "proposed, not identified",
        (_, Origin::Source | Origin::Editor) => "not identified",
    }
}

/// What a rule found or nobody is sure of says so.
fn doubt(mention: &Mention) -> String {
    let by_rule = mention.origin == Origin::Machine && !mention.targets.is_empty();
    let sure = match mention.certainty {
        _ if mention.targets.is_empty() => "",
        Certainty::High => "",
        Certainty::Medium => "probable",
        Certainty::Low => "a guess",
        Certainty::Unknown => "not sure",
    };
    let said: Vec<&str> =
        [if by_rule { "by rule" } else { "" }, sure].into_iter().filter(|words| !words.is_empty()).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

fn reason(reason: Option<&str>) -> String {
    reason.map(|reason| format!(": {reason}")).unwrap_or_default()
}

/// Words in one line.
pub(crate) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(words: &str, length: usize) -> String {
    match words.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
