//! What the side file says of the edition and of single letters.

use super::table::Table;
use super::{Correction, DateNote, LetterNote, MentionNote, Place, PlaceNote, SideFile};
use edition::EntryId;

/// `[edition]`
pub(super) fn edition(side: &mut SideFile, table: &mut Table<'_, '_>) {
    side.header.title = table.text("title").unwrap_or_default();
    side.header.language = table.text("language").unwrap_or_default();
    side.header.rights = table.texts("rights").into_iter().map(|(line, _)| line).collect();
    side.present_edition = table.text("present_edition").map(EntryId);
}

/// `[[letter]]`
pub(super) fn letter(side: &mut SideFile, table: &mut Table<'_, '_>) {
    let file = table.required("file");
    let mut note = LetterNote {
        language: table.text("language"),
        from: table.text("from").map(EntryId),
        to: table.text("to").map(EntryId),
        answers: table.text("answers").map(EntryId),
        rights: table.texts("rights").into_iter().map(|(line, _)| line).collect(),
        ..LetterNote::default()
    };
    note.sent_from = place_note(table, "sent_from");
    note.sent_to = place_note(table, "sent_to");
    if let Some(file) = file {
        side.letters.push(LetterNote { file, ..note });
    }
}

fn place_note(table: &mut Table<'_, '_>, key: &'static str) -> Option<PlaceNote> {
    let mut inner = table.table(key)?;
    let place = inner.required("place").map(EntryId);
    let (certainty, reason) = (inner.certainty(), inner.text("reason"));
    table.absorb(inner, true);
    place.map(|place| PlaceNote { place, certainty, reason })
}

fn place(table: &mut Table<'_, '_>, words: &'static str) -> Option<Place> {
    let (letter, nth, span) = (table.text("letter"), table.nth(), table.span);
    let (block, surface) = (table.required("block"), table.required(words));
    Some(Place { letter, block: block?, surface: surface.filter(|words| !words.is_empty())?, nth, span })
}

/// `[[correction]]`
pub(super) fn correction(side: &mut SideFile, table: &mut Table<'_, '_>) {
    let (place, corr, reason) = (place(table, "sic"), table.required("corr"), table.text("reason"));
    if let (Some(place), Some(corr)) = (place, corr) {
        side.corrections.push(Correction { place, corr, reason });
    }
}

/// `[[mention]]`
pub(super) fn mention(side: &mut SideFile, table: &mut Table<'_, '_>) {
    let place = place(table, "surface");
    let entry = if table.negated() { None } else { table.required("entry").map(EntryId) };
    let _ = table.text("entry");
    let (certainty, reason) = (table.certainty(), table.text("reason"));
    if let Some(place) = place {
        side.mentions.push(MentionNote { place, entry, certainty, reason });
    }
}

/// `[[date]]`
pub(super) fn date(side: &mut SideFile, table: &mut Table<'_, '_>) {
    let place = place(table, "surface");
    let value = if table.negated() { None } else { table.date("value") };
    let _ = table.text("value");
    let (certainty, reason) = (table.certainty(), table.text("reason"));
    if let Some(place) = place {
        side.dates.push(DateNote { place, value, certainty, reason });
    }
}
