//! What the side file says of the edition and of single letters.

use super::table::Table;
use super::{Correction, DateNote, LetterNote, MentionNote, Place, PlaceNote, Reading};
use dates::CalendarChange;
use source::SourceId;

/// `[edition]`
pub(super) fn edition(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let header = &mut reading.side.header;
    let (title, language) = (table.text("title"), table.text("language"));
    header.title = title.filter(|_| header.title.is_empty()).unwrap_or_else(|| header.title.clone());
    header.language =
        language.filter(|_| header.language.is_empty()).unwrap_or_else(|| header.language.clone());
    header.rights.extend(table.texts("rights").into_iter().map(|(line, _)| line));
    if table.flag("russian") == Some(true) {
        reading.side.calendar_change = Some(CalendarChange::RUSSIA);
    }
    let present = reading.reference(table.text_at("present_edition"));
    reading.side.present_edition = reading.side.present_edition.take().or(present);
}

/// `[[letter]]`
pub(super) fn letter(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let file = table.required_at("file");
    let mut note = LetterNote {
        source: reading.source,
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
fn place(source: SourceId, table: &mut Table<'_, '_>, words: &'static str) -> Option<Place> {
    let (letter, nth) = (table.text_at("letter"), table.nth());
    let (block, surface) = (table.required("block"), table.required_at(words));
    let (surface, span) = surface?;
    let (letter, letter_span) = letter.unzip();
    Some(Place { source, letter, letter_span, block: block?, surface, nth, span })
}

/// `[[correction]]`
pub(super) fn correction(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let (place, corr, reason) =
        (place(reading.source, table, "sic"), table.required("corr"), table.text("reason"));
    if let (Some(place), Some(corr)) = (place, corr) {
        reading.side.corrections.push(Correction { place, corr, reason });
    }
}

/// `[[mention]]`
pub(super) fn mention(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let place = place(reading.source, table, "surface");
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
    let place = place(reading.source, table, "surface");
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
