//! Letters and side file into an edition: names and dates marked, correspondence described.

mod corresp;
mod marks;

use crate::draft::{Draft, rebuild};
use crate::names::Forms;
use crate::plain::read_plain;
use crate::side_file::{LetterNote, SideFile, read_side_file};
use edition::{Edition, Letter};
use marks::Marker;
use source::{Code, Diagnostic, Report, Severity, SourceFile};
use std::collections::BTreeSet;

/// Imports letters with their side file. Every file gives a letter; what is wrong is reported with its place.
#[must_use]
pub fn import(files: &[SourceFile], side: Option<&SourceFile>) -> Report<Edition> {
    let mut diagnostics = Vec::new();
    let side = match side {
        Some(file) => {
            let report = read_side_file(file);
            diagnostics.extend(report.diagnostics);
            report.value
        }
        None => SideFile::default(),
    };
    let forms = Forms::of(&side);
    let mut letters = Vec::new();
    for file in files {
        let report = read_plain(file);
        let mut findings: Vec<Diagnostic> =
            report.diagnostics.into_iter().map(|finding| finding.in_source(file.id)).collect();
        letters.push(letter(file, report.value, &side, &forms, &mut findings));
        diagnostics.append(&mut findings);
    }
    unused_forms(&side, &letters, &mut diagnostics);
    let mut header = side.header;
    if header.title.is_empty() {
        header.title = title(&letters);
    }
    if header.language.is_empty() {
        header.language = letters.first().map(|letter| letter.language.clone()).unwrap_or_default();
    }
    Report { value: Edition { header, letters, register: side.register }, diagnostics }
}

/// Marks and describes one letter.
fn letter(
    file: &SourceFile,
    draft: Draft,
    side: &SideFile,
    forms: &Forms,
    findings: &mut Vec<Diagnostic>,
) -> Letter {
    let consumed = draft.consumed.clone();
    let note = note_for(file, &draft, side);
    let mut letter = draft.letter.clone();
    letter.language = language(note, side);
    let mut marker = Marker::new(file, side, forms, &letter);
    marker.mark(&mut letter, findings);
    letter.corresp = corresp::describe(file, &draft, &letter, note, side);
    if letter.corresp.actions.iter().any(|action| {
        action.kind == edition::ActionKind::Received
            && action.correspondents.iter().any(|who| !who.targets.is_empty())
    }) {
        findings.retain(|finding| finding.code != Code("plain/missing-addressee"));
    }
    if let Some(note) = note {
        letter.witness.rights.clone_from(&note.rights);
    }
    if let Err(lost) = rebuild(file, &letter, &consumed) {
        // It does not happen; if it did, an editor would have to know.
        let message = format!("text is {} at byte {}", lost.problem, lost.at);
        let finding = Diagnostic::new(Code("import/text-lost"), Severity::Error, None, message);
        findings.push(finding.in_source(file.id));
    }
    letter
}

fn note_for<'s>(file: &SourceFile, draft: &Draft, side: &'s SideFile) -> Option<&'s LetterNote> {
    let name = file.path.0.rsplit(['/', '\\']).next().unwrap_or_default();
    side.letters.iter().find(|note| *note.file == *name || *note.file == *draft.letter.id.as_str())
}

fn language(note: Option<&LetterNote>, side: &SideFile) -> Box<str> {
    let said = note.and_then(|note| note.language.clone());
    let general = Some(side.header.language.clone()).filter(|language| !language.is_empty());
    said.or(general).unwrap_or_else(|| "und".into())
}

/// Forms that occur nowhere.
fn unused_forms(side: &SideFile, letters: &[Letter], diagnostics: &mut Vec<Diagnostic>) {
    if letters.is_empty() {
        return;
    }
    let mut named = BTreeSet::new();
    for letter in letters {
        marks::each_mention(letter, &mut |mention| {
            for target in &mention.targets {
                named.insert((target.clone(), comparable(&mention.as_written)));
            }
        });
    }
    for form in &side.forms {
        if !named.contains(&(form.entry.clone(), comparable(&form.text))) {
            diagnostics.push(
                Diagnostic::new(
                    Code("register/unused-form"),
                    Severity::Note,
                    Some(form.span),
                    format!("“{}” occurs nowhere in the letters", form.text),
                )
                .advise("mend its spelling, or move it to lookup")
                .in_source(side.source),
            );
        }
    }
}

fn comparable(words: &str) -> String {
    let straight = |c: char| match c {
        '’' => '\'',
        '“' | '”' | '„' => '"',
        other => other,
    };
    words.chars().filter(|c| !c.is_whitespace()).map(straight).collect::<String>().to_uppercase()
}

fn title(letters: &[Letter]) -> Box<str> {
    match letters {
        [] => "".into(),
        [letter] => letter.id.as_str().into(),
        [first, ..] => format!("{} and {} more letters", first.id, letters.len() - 1).into(),
    }
}
