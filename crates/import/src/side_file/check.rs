//! What can be wrong between the entries of a side file.

use super::table::nearest;
use super::{FormPlace, Reading};
use crate::names::comparable;
use dates::bounds;
use edition::EntryId;
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeMap;

/// Looks over the whole: identifiers given twice, entries that are spoken of and not there, forms of two entries, lives
/// that end before they begin.
pub(super) fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    identifiers(reading, diagnostics);
    shared_forms(reading, diagnostics);
    for (begin, end, span) in &reading.lives {
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
                .advise("exchange the two, or mend the one that is wrong"),
            );
        }
    }
}

/// For how many unknown identifiers a known one is looked for that comes near.
const GUESSES: usize = 50;

fn identifiers(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<&EntryId, Span> = BTreeMap::new();
    for (id, span) in &reading.ids {
        if let Some(first) = known.get(id) {
            diagnostics.push(
                Diagnostic::new(
                    Code("register/duplicate-id"),
                    Severity::Error,
                    Some(*span),
                    format!("two entries have the id {id}"),
                )
                .advise_at(*first, "the first is here; give one of them another id"),
            );
        } else {
            known.insert(id, *span);
        }
    }
    let names: Vec<&str> = known.keys().map(|id| id.as_str()).collect();
    let mut unknown = 0;
    for (id, span) in &reading.references {
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
            .advise(advice),
        );
    }
}

/// Two forms are one if only blanks between initials, quotes or capitals tell them apart.
fn shared_forms(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
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
        diagnostics.push(
            Diagnostic::new(
                Code("register/shared-form"),
                Severity::Warning,
                Some(form.span),
                format!("“{}” is a form of {} and of {}", form.text, first.entry, form.entry),
            )
            .advise_at(
                first.span,
                "wherever it occurs it means one of the two; say which by [[mention]], or drop it from one",
            ),
        );
    }
}
