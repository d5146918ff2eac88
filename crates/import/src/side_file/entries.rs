//! Entries of the register in the side file.

use super::table::Table;
use super::{FormPlace, Reading};
use edition::{Abbreviation, Authority, Entry, EntryId, EntryKind, Form};
use source::Span;

/// The kind that a table's name stands for.
pub(super) fn kind(name: &str) -> Option<EntryKind> {
    Some(match name {
        "person" => EntryKind::Person,
        "organisation" => EntryKind::Organisation,
        "place" => EntryKind::Place,
        "work" => EntryKind::Work,
        "event" => EntryKind::Event,
        "office" => EntryKind::Office,
        _ => return None,
    })
}

/// Reads one entry.
pub(super) fn read(reading: &mut Reading, table: &mut Table<'_, '_>, kind: EntryKind) {
    let (id, name) = (table.required_at("id"), table.required("name"));
    let sort_name = table.text("sort");
    let recognized = table.texts("forms");
    let lookup = table.texts("lookup");
    let begin = table.date("born").or(table.date("begin"));
    let end = table.date("died").or(table.date("end"));
    let about = table.text("about");
    let related = table.texts("related");
    let related = related.into_iter().filter_map(|said| reading.reference(Some(said))).collect();
    let mut authorities = Vec::new();
    if let Some(mut ids) = table.table("ids") {
        authorities.extend(ids.pairs().into_iter().map(|(name, id)| Authority { name, id }));
        table.absorb(ids, false);
    }
    let (begin, end) = (begin.map(|(begin, _)| begin), end);
    if let (Some(begin), Some((end, span))) = (&begin, &end) {
        reading.lives.push((begin.clone(), end.clone(), (reading.source, *span)));
    }
    let (Some((id, span)), Some(name)) = (id, name) else { return };
    let id = EntryId(id);
    reading.ids.push((id.clone(), (reading.source, span)));
    for (text, span) in &recognized {
        reading.side.forms.push(FormPlace {
            source: reading.source,
            entry: id.clone(),
            text: text.clone(),
            span: *span,
        });
    }
    let form = |recognized: bool| move |(text, _): (Box<str>, Span)| Form { text, recognized };
    let forms = recognized.into_iter().map(form(true)).chain(lookup.into_iter().map(form(false))).collect();
    let sort_name = sort_name.unwrap_or_else(|| name.clone());
    reading.side.register.entries.push(Entry {
        id,
        kind,
        name,
        sort_name,
        forms,
        about,
        begin,
        end: end.map(|(end, _)| end),
        authorities,
        facts: Default::default(),
        related,
    });
}

/// Reads one abbreviation.
pub(super) fn abbreviation(reading: &mut Reading, table: &mut Table<'_, '_>) {
    let (short, long) = (table.required("short"), table.required("long"));
    let entry = reading.reference(table.text_at("entry"));
    let (Some(short), Some(long)) = (short, long) else { return };
    reading.side.register.abbreviations.push(Abbreviation { short, long, entry });
}
