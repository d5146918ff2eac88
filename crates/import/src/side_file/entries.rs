//! Entries of the register in the side file.

use super::table::Table;
use super::{FormPlace, SideFile};
use edition::{Abbreviation, Authority, Entry, EntryId, EntryKind, Form};
use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::collections::BTreeMap;

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
pub(super) fn read(side: &mut SideFile, table: &mut Table<'_, '_>, kind: EntryKind) {
    let (id, name) = (table.required("id"), table.required("name"));
    let sort_name = table.text("sort");
    let recognized = table.texts("forms");
    let lookup = table.texts("lookup");
    let begin = table.date("born").or(table.date("begin"));
    let end = table.date("died").or(table.date("end"));
    let about = table.text("about");
    let related = table.texts("related").into_iter().map(|(id, _)| EntryId(id)).collect();
    let mut authorities = Vec::new();
    if let Some(mut ids) = table.table("ids") {
        authorities.extend(ids.pairs().into_iter().map(|(name, id)| Authority { name, id }));
        table.absorb(ids, false);
    }
    let (Some(id), Some(name)) = (id, name) else { return };
    let id = EntryId(id);
    for (text, span) in &recognized {
        side.forms.push(FormPlace { entry: id.clone(), text: text.clone(), span: *span });
    }
    let form = |recognized: bool| move |(text, _): (Box<str>, Span)| Form { text, recognized };
    let forms = recognized.into_iter().map(form(true)).chain(lookup.into_iter().map(form(false))).collect();
    let sort_name = sort_name.unwrap_or_else(|| name.clone());
    side.register.entries.push(Entry {
        id,
        kind,
        name,
        sort_name,
        forms,
        about,
        begin,
        end,
        authorities,
        related,
    });
}

/// Reads one abbreviation.
pub(super) fn abbreviation(side: &mut SideFile, table: &mut Table<'_, '_>) {
    let (short, long) = (table.required("short"), table.required("long"));
    let entry = table.text("entry").map(EntryId);
    let (Some(short), Some(long)) = (short, long) else { return };
    side.register.abbreviations.push(Abbreviation { short, long, entry });
}

/// Looks over the whole: identifiers given twice, entries that are spoken of and not there, forms of two entries.
pub(super) fn check(side: &SideFile, file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for entry in &side.register.entries {
        *seen.entry(&entry.id).or_insert(0_u32) += 1;
    }
    for (id, count) in &seen {
        if *count > 1 {
            let span = nth_quoted(file, id.as_str(), 2);
            diagnostics.push(
                Diagnostic::new(
                    Code("register/duplicate-id"),
                    Severity::Error,
                    span,
                    format!("two entries have the id {id}"),
                )
                .advise("give one of them another id"),
            );
        }
    }
    let named = side.register.entries.iter().flat_map(|entry| &entry.related);
    let named = named
        .chain(side.register.abbreviations.iter().filter_map(|abbreviation| abbreviation.entry.as_ref()));
    let named = named
        .chain(side.present_edition.iter())
        .chain(side.mentions.iter().filter_map(|note| note.entry.as_ref()));
    let named = named.chain(side.letters.iter().flat_map(|letter| {
        let places = letter.sent_from.iter().chain(&letter.sent_to).map(|note| &note.place);
        letter.from.iter().chain(&letter.to).chain(&letter.answers).chain(places)
    }));
    let mut missing: Vec<&EntryId> = named.filter(|id| !seen.contains_key(id)).collect();
    missing.sort();
    missing.dedup();
    for id in missing {
        diagnostics.push(
            Diagnostic::new(
                Code("register/unknown-id"),
                Severity::Error,
                nth_quoted(file, id.as_str(), 1),
                format!("there is no entry {id}"),
            )
            .advise("add it, or write the id of an entry that is there"),
        );
    }
    let mut forms: BTreeMap<&str, &FormPlace> = BTreeMap::new();
    for form in &side.forms {
        if let Some(first) = forms.get(&*form.text).filter(|first| first.entry != form.entry) {
            diagnostics.push(
                Diagnostic::new(
                    Code("register/shared-form"),
                    Severity::Warning,
                    Some(form.span),
                    format!("“{}” is a form of {} and of {}", form.text, first.entry, form.entry),
                )
                .advise_at(first.span, "wherever it occurs it means one of the two; say which by [[mention]], or drop it from one"),
            );
        } else {
            forms.insert(&form.text, form);
        }
    }
}

/// Where a text stands in quotation marks, the nth time.
fn nth_quoted(file: &SourceFile, text: &str, nth: usize) -> Option<Span> {
    let quoted = format!("\"{text}\"");
    let (at, _) = file.text.match_indices(&quoted).nth(nth - 1)?;
    Some(Span::new(at, at + quoted.len()))
}
