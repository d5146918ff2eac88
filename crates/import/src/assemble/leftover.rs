//! What of a side file fits no letter: forms that occur nowhere, words that do not stand where an editor says, letters
//! that are not there.

use super::place::{is_letter, parts, words};
use super::walk::each_mention;
use crate::names::comparable;
use crate::side_file::{FormPlace, Place, SideFile};
use edition::Letter;
use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::collections::BTreeSet;

/// Everything that fits nothing, in the order of the side files. The files are those of the letters, one for each.
pub(super) fn report(side: &SideFile, files: &[&SourceFile], letters: &[Letter]) -> Vec<Diagnostic> {
    if letters.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for note in &side.letters {
        if !files.iter().zip(letters).any(|(file, letter)| is_letter(&note.file, letter.id.as_str(), file)) {
            findings.push(no_letter(&note.file, note.span).in_source(note.source));
        }
    }
    let places = side.corrections.iter().map(|note| &note.place);
    let places = places.chain(side.mentions.iter().map(|note| &note.place));
    for place in places.chain(side.dates.iter().map(|note| &note.place)) {
        findings.extend(misplaced(place, files, letters).map(|finding| finding.in_source(place.source)));
    }
    findings.extend(unused_forms(side, letters));
    findings.sort_by_key(|finding| (finding.source, finding.span));
    findings
}

fn no_letter(name: &str, span: Span) -> Diagnostic {
    let message = format!("there is no letter {name} here");
    Diagnostic::new(Code("register/unknown-letter"), Severity::Warning, Some(span), message)
        .advise("write the name of its file, or its id: the name without ending")
}

fn misplaced(place: &Place, files: &[&SourceFile], letters: &[Letter]) -> Option<Diagnostic> {
    let meant: Vec<(&SourceFile, &Letter)> = files
        .iter()
        .copied()
        .zip(letters)
        .filter(|(file, letter)| {
            place.letter.as_ref().is_none_or(|name| is_letter(name, letter.id.as_str(), file))
        })
        .collect();
    if meant.is_empty() {
        let span = place.letter_span.unwrap_or(place.span);
        return Some(no_letter(place.letter.as_deref().unwrap_or_default(), span));
    }
    let stands = |(file, letter): &(&SourceFile, &Letter)| {
        parts(letter).any(|(id, span)| *id.0 == *place.block && words(place, file, span).is_some())
    };
    if meant.iter().any(stands) {
        return None;
    }
    let there = meant.iter().any(|(_, letter)| parts(letter).any(|(id, _)| *id.0 == *place.block));
    let letter = match meant.as_slice() {
        [(_, letter)] => letter.id.as_str(),
        _ => "any letter",
    };
    let advice = match there {
        true if place.nth > 1 => "copy the words as they are printed, and count which of equal ones is meant",
        true => "copy the words as they are printed",
        false => "there is no such block; `letterbook inspect` lists the blocks with their ids",
    };
    let message = format!("“{}” does not stand in block {} of {letter}", place.surface, place.block);
    Some(
        Diagnostic::new(Code("register/words-not-found"), Severity::Warning, Some(place.span), message)
            .advise(advice),
    )
}

fn unused_forms(side: &SideFile, letters: &[Letter]) -> Vec<Diagnostic> {
    let mut named = BTreeSet::new();
    for letter in letters {
        each_mention(letter, &mut |mention| {
            for target in &mention.targets {
                named.insert((target.clone(), comparable(&mention.as_written)));
            }
        });
    }
    let unused = |form: &&FormPlace| !named.contains(&(form.entry.clone(), comparable(&form.text)));
    let forms = side.forms.iter().filter(unused);
    let finding = |form: &FormPlace| {
        Diagnostic::new(
            Code("register/unused-form"),
            Severity::Note,
            Some(form.span),
            format!("“{}” occurs nowhere in the letters", form.text),
        )
        .advise("mend its spelling, or move it to lookup")
        .in_source(form.source)
    };
    forms.map(finding).collect()
}
