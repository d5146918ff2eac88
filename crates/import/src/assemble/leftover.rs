//! What of a side file fits no letter: forms that occur nowhere, words that do not stand where an editor says, letters
//! that are not there, tables about letters that say these things themselves.

use super::place::{is_letter, parts, words};
use super::walk::each_mention;
use crate::names::comparable;
use crate::side_file::{FormPlace, Place, SideFile};
use edition::{EntryId, Letter};
use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::collections::BTreeSet;

/// How a letter is written, as far as it decides which tables of a side file speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Tei,
    Markdown,
    Printed,
}

/// A letter with its file and how that is written.
pub(super) type Origin<'a> = (&'a SourceFile, Written);

/// The entries that front matter names, each with the words for it, made comparable.
pub(super) type Named = BTreeSet<(EntryId, String)>;

/// Everything that fits nothing, in the order of the side files. The files are those of the letters, one for each.
pub(super) fn report(
    side: &SideFile,
    files: &[Origin<'_>],
    letters: &[Letter],
    named: &Named,
) -> Vec<Diagnostic> {
    if letters.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for note in &side.letters {
        let of = files.iter().zip(letters);
        let meant: Vec<Written> = of
            .filter(|((file, _), letter)| is_letter(&note.file, letter.id.as_str(), file))
            .map(|((_, written), _)| *written)
            .collect();
        let finding = match meant.first() {
            None => no_letter(&note.file, note.span),
            Some(_) if meant.contains(&Written::Printed) => continue,
            Some(written) => says_itself("letter", &note.file, *written, note.span),
        };
        findings.push(finding.in_source(note.source));
    }
    let of = |place, table| (place, table);
    let places = side.corrections.iter().map(|note| of(&note.place, "correction"));
    let places = places.chain(side.mentions.iter().map(|note| of(&note.place, "mention")));
    for (place, table) in places.chain(side.dates.iter().map(|note| of(&note.place, "date"))) {
        findings
            .extend(misplaced(place, table, files, letters).map(|finding| finding.in_source(place.source)));
    }
    findings.extend(unused_forms(side, letters, named.clone()));
    findings.sort_by_key(|finding| (finding.source, finding.span));
    findings
}

fn no_letter(name: &str, span: Span) -> Diagnostic {
    let message = format!("there is no letter {name} here");
    Diagnostic::new(Code("register/unknown-letter"), Severity::Warning, Some(span), message)
        .advise("write the name of its file, or its id: the name without ending")
}

/// A table about a letter whose format has a place of its own for what the table says.
fn says_itself(table: &str, name: &str, written: Written, span: Span) -> Diagnostic {
    let (format, advice) = match (written, table) {
        (Written::Markdown, _) => {
            ("Markdown", "say it in the front matter of the letter: from, to, place, date, language")
        }
        (_, "letter") => ("TEI", "say it in the letter itself: correspDesc in the profileDesc of its header"),
        (_, "mention") => {
            ("TEI", "mark the words in the letter itself: <name ref=\"#…\">, <persName ref=\"#…\">")
        }
        (_, "date") => ("TEI", "mark the words in the letter itself: <date when=\"…\">"),
        _ => ("TEI", "mark the words in the letter itself: <choice><sic>…</sic><corr>…</corr></choice>"),
    };
    let message = format!("[[{table}]] is not used: {name} is written in {format}");
    Diagnostic::new(Code("register/table-not-used"), Severity::Warning, Some(span), message).advise(advice)
}

fn misplaced(place: &Place, table: &str, files: &[Origin<'_>], letters: &[Letter]) -> Option<Diagnostic> {
    let named = files.iter().zip(letters).filter(|((file, _), letter)| {
        place.letter.as_ref().is_none_or(|name| is_letter(name, letter.id.as_str(), file))
    });
    // In TEI nothing is looked for: names and dates are marked there.
    let (encoded, meant): (Vec<_>, Vec<_>) = named.partition(|((_, written), _)| *written == Written::Tei);
    let meant: Vec<(&SourceFile, &Letter)> =
        meant.into_iter().map(|((file, _), letter)| (*file, letter)).collect();
    if let Some((_, letter)) = encoded.first().filter(|_| meant.is_empty()) {
        let name = if encoded.len() == 1 { letter.id.as_str() } else { "every letter" };
        return Some(says_itself(table, name, Written::Tei, place.letter_span.unwrap_or(place.span)));
    }
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

fn unused_forms(side: &SideFile, letters: &[Letter], mut named: Named) -> Vec<Diagnostic> {
    for letter in letters {
        each_mention(letter, &mut |mention| {
            for target in &mention.targets {
                named.insert((target.clone(), comparable(&mention.as_written)));
                // A rule takes initials and given names into the name: the form is what follows them.
                if mention.origin == edition::Origin::Machine {
                    let later = mention.as_written.match_indices([' ', '.', '\u{a0}', '\n']);
                    let later = later.filter_map(|(at, sign)| mention.as_written.get(at + sign.len()..));
                    named.extend(later.map(|words| (target.clone(), comparable(words))));
                }
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
