//! What can be wrong between the entries of a side file.

use super::table::nearest;
use super::{FilePlace, FormPlace, Reading};
use crate::names::comparable;
use dates::bounds;
use edition::EntryId;
use source::{Code, Diagnostic, Severity, SourceFile};
use std::collections::BTreeMap;

/// Looks over the whole: identifiers given twice, entries that are spoken of and not there, forms of two entries, lives
/// that end before they begin.
pub(super) fn check(reading: &Reading, files: &[&SourceFile], diagnostics: &mut Vec<Diagnostic>) {
    identifiers(reading, files, diagnostics);
    shared_forms(reading, files, diagnostics);
    for (begin, end, (source, span)) in &reading.lives {
        if let (Some(first), Some(last)) = (bounds(begin).earliest, bounds(end).latest)
            && last < first
        {
            diagnostics.push(
                Diagnostic::new(
                    Code("register/reversed-dates"),
                    Severity::Warning,
                    Some(*span),
                    "this is earlier than the beginning",
                )
                .advise("exchange the two, or mend the one that is wrong")
                .in_source(*source),
            );
        }
    }
}

/// For how many unknown identifiers a known one is looked for that comes near.
const GUESSES: usize = 50;

fn identifiers(reading: &Reading, files: &[&SourceFile], diagnostics: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<&EntryId, FilePlace> = BTreeMap::new();
    for (id, place) in &reading.ids {
        if let Some(first) = known.get(id) {
            let finding = Diagnostic::new(
                Code("register/duplicate-id"),
                Severity::Error,
                Some(place.1),
                format!("two entries have the id {id}"),
            );
            let finding = finding.in_source(place.0);
            diagnostics.push(advise_at(
                finding,
                *first,
                files,
                "the first is here; give one of them another id",
            ));
        } else {
            known.insert(id, *place);
        }
    }
    let names: Vec<&str> = known.keys().map(|id| id.as_str()).collect();
    let mut unknown = 0;
    for (id, (source, span)) in &reading.references {
        if known.contains_key(id) {
            continue;
        }
        unknown += 1;
        let near = if unknown <= GUESSES { nearest(id.as_str(), &names) } else { None };
        let advice = match near {
            Some(other) => format!("did you mean {other}? Else add an entry with this id"),
            None => "add an entry with this id, or write the id of one that is there".to_owned(),
        };
        diagnostics.push(
            Diagnostic::new(
                Code("register/unknown-id"),
                Severity::Error,
                Some(*span),
                format!("there is no entry {id}"),
            )
            .advise(advice)
            .in_source(*source),
        );
    }
}

/// Two forms are one if only blanks between initials, quotes or capitals tell them apart.
fn shared_forms(reading: &Reading, files: &[&SourceFile], diagnostics: &mut Vec<Diagnostic>) {
    let mut forms: BTreeMap<String, &FormPlace> = BTreeMap::new();
    for form in &reading.side.forms {
        let key = comparable(&form.text);
        let Some(first) = forms.get(&key) else {
            forms.insert(key, form);
            continue;
        };
        if first.entry == form.entry {
            continue;
        }
        let finding = Diagnostic::new(
            Code("register/shared-form"),
            Severity::Warning,
            Some(form.span),
            format!("“{}” is a form of {} and of {}", form.text, first.entry, form.entry),
        );
        diagnostics.push(advise_at(
            finding.in_source(form.source),
            (first.source, first.span),
            files,
            "wherever it occurs it means one of the two; say which by [[mention]], or drop it from one",
        ));
    }
}

/// Advice that points at a place; one in another file is named in words, for a finding is drawn in one file.
fn advise_at(
    finding: Diagnostic,
    (source, span): FilePlace,
    files: &[&SourceFile],
    message: &str,
) -> Diagnostic {
    let other = files.iter().find(|file| file.id == source && source != finding.source);
    match other {
        None => finding.advise_at(span, message),
        Some(file) => {
            let line = file.line_column(span.start).line;
            let finding = finding.advise(format!("the first is in {}, line {line}", file.path.0));
            finding.advise(message.trim_start_matches("the first is here; "))
        }
    }
}
