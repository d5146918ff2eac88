//! What the side file says of the edition and of single letters.

use super::table::Table;
use super::{Correction, DateNote, LetterNote, MentionNote, Place, PlaceNote, Reading};

/// `[edition]`
pub(super) fn edition(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let header = &mut reading.side.header;
    header.title = table.text("title").unwrap_or_default();
    header.language = table.text("language").unwrap_or_default();
    header.rights = table.texts("rights").into_iter().map(|(line, _)| line).collect();
    reading.side.russian = table.flag("russian").unwrap_or_default();
    reading.side.present_edition = reading.reference(table.text_at("present_edition"));
}

/// `[[letter]]`
pub(super) fn letter(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let file = table.required_at("file");
    let mut note = LetterNote {
        language: table.text("language"),
        russian: table.flag("russian"),
        from: reading.reference(table.text_at("from")),
        to: reading.reference(table.text_at("to")),
        answers: reading.reference(table.text_at("answers")),
        rights: table.texts("rights").into_iter().map(|(line, _)| line).collect(),
        ..LetterNote::default()
    };
    note.sent_from = place_note(reading, table, "sent_from");
    note.sent_to = place_note(reading, table, "sent_to");
    if let Some((file, span)) = file {
        reading.side.letters.push(LetterNote { file, span, ..note });
    }
}

fn place_note(reading: &mut Reading, table: &mut Table<'_, '_>, key: &'static str) -> Option<PlaceNote> {
    let mut inner = table.table(key)?;
    let place = reading.reference(inner.required_at("place"));
    let (certainty, reason) = (inner.certainty(), inner.text("reason"));
    table.absorb(inner, true);
    place.map(|place| PlaceNote { place, certainty, reason })
}

/// Which words, in which block. The message for words that are not there points at the words.
fn place(table: &mut Table<'_, '_>, words: &'static str) -> Option<Place> {
    let (letter, nth) = (table.text_at("letter"), table.nth());
    let (block, surface) = (table.required("block"), table.required_at(words));
    let (surface, span) = surface?;
    let (letter, letter_span) = letter.unzip();
    Some(Place { letter, letter_span, block: block?, surface, nth, span })
}

/// `[[correction]]`
pub(super) fn correction(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let (place, corr, reason) = (place(table, "sic"), table.required("corr"), table.text("reason"));
    if let (Some(place), Some(corr)) = (place, corr) {
        reading.side.corrections.push(Correction { place, corr, reason });
    }
}

/// `[[mention]]`
pub(super) fn mention(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let place = place(table, "surface");
    let denied = table.flag("not").unwrap_or_default();
    let said = if denied { table.text_at("entry") } else { table.required_at("entry") };
    let named = said.is_some();
    let entry = reading.reference(said).filter(|_| !denied);
    let (certainty, reason) = (table.certainty(), table.text("reason"));
    if let Some(place) = place.filter(|_| denied || named) {
        reading.side.mentions.push(MentionNote { place, entry, certainty, reason });
    }
}

/// `[[date]]`
pub(super) fn date(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let place = place(table, "surface");
    let denied = table.flag("not").unwrap_or_default();
    if !denied {
        table.present("value");
    }
    let value = table.date("value").map(|(value, _)| value).filter(|_| !denied);
    let (certainty, reason) = (table.certainty(), table.text("reason"));
    // A value that is no EDTF has been reported; the words keep the machine's reading then.
    if let Some(place) = place.filter(|_| denied || value.is_some()) {
        reading.side.dates.push(DateNote { place, value, certainty, reason });
    }
}
