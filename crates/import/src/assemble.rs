//! Letters and side file into an edition: names and dates marked, correspondence described.

mod broken;
mod corresp;
mod leftover;
mod links;
mod marks;
mod of_letter;
mod party;
mod place;
mod walk;
mod when;
mod written;

use crate::draft::{Draft, rebuild};
use crate::language;
use crate::names::Forms;
use crate::plain::read_plain;
use crate::side_file::{LetterNote, SideFile, read_side_files};
use crate::tei::{Merged, TeiFile, merge_tei, read_tei};
use dates::CalendarChange;
use edition::{ActionKind, CorrespAction, Edition, Entry, Letter, LetterId, LetterPlace, Places, Register};
use leftover::{Named, Origin, Written};
use marks::Marker;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use source::{Code, Diagnostic, Report, Severity, SourceFile, SourceId};
use std::collections::BTreeMap;

/// An edition, and where its parts stand in its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The edition.
    pub edition: Edition,
    /// Where its letters and entries stand.
    pub places: Places,
}

/// What holds for all letters, unless a side file says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Defaults {
    /// When the calendar changed where the letters were written.
    pub calendar_change: Option<CalendarChange>,
    /// The language (BCP 47) of letters in Markdown and plain text that neither say nor show theirs.
    pub language: Option<Box<str>>,
}

/// Imports letters with their side file. Every file gives a letter; what is wrong is reported with its place. Files are
/// read at the same time, by as many threads as the caller's pool has; letters and findings keep the order of the files.
#[must_use]
pub fn import(files: &[SourceFile], side: Option<&SourceFile>) -> Report<Edition> {
    let report = import_with_places(files, &Vec::from_iter(side), None);
    Report { value: report.value.edition, diagnostics: report.diagnostics }
}

/// The same with any number of side files, and with the places of letters and entries; `calendar_change` is when the
/// calendar changed where the letters were written, unless a side file says so.
#[must_use]
pub fn import_with_places(
    files: &[SourceFile],
    side: &[&SourceFile],
    calendar_change: Option<CalendarChange>,
) -> Report<Imported> {
    let defaults = Defaults { calendar_change, language: None };
    assemble(files, files.par_iter().map(FirstRead::of).collect(), side, &defaults)
}

/// What a file gives by itself, before the others are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstRead(Option<Report<TeiFile>>);

impl FirstRead {
    /// Reads a file by itself: TEI is read whole; the other formats have to know the registers first.
    #[must_use]
    pub fn of(file: &SourceFile) -> Self {
        Self(is_tei(file).then(|| read_tei(file)))
    }

    /// Whether the words of the file are no longer wanted.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_some()
    }
}

/// Brings files together that were read one by one, in their order. Of those that were read whole only the name and the
/// number are looked at, so that the words of ten thousand files need not be held.
#[must_use]
pub fn assemble(
    files: &[SourceFile],
    read: Vec<FirstRead>,
    side: &[&SourceFile],
    defaults: &Defaults,
) -> Report<Imported> {
    let Report { value: mut side, mut diagnostics } = read_side_files(side);
    side.calendar_change = side.calendar_change.or(defaults.calendar_change);
    if side.header.language.is_empty() {
        side.header.language = defaults.language.clone().unwrap_or_default();
    }
    let forms = Forms::of(&side);
    let (mut tei, mut others) = (Vec::new(), Vec::new());
    for (file, read) in files.iter().zip(read) {
        match read.0 {
            Some(report) => tei.push((file, report)),
            None => others.push(file),
        }
    }
    let (markdown, printed): (Vec<&SourceFile>, Vec<&SourceFile>) =
        others.into_iter().partition(|file| is_markdown(file));
    let by_id: BTreeMap<SourceId, &SourceFile> = tei.iter().map(|(file, _)| (file.id, *file)).collect();
    let merged = encoded(tei, side.register.entries.clone(), &mut diagnostics);
    let mut places = Places { letters: Vec::new(), entries: side.places.clone() };
    places.entries.extend(merged.places);
    // The file of each letter, and how it is written.
    let (mut origins, mut letters): (Vec<Origin<'_>>, Vec<Letter>) = (Vec::new(), Vec::new());
    for (place, mut letter) in merged.letters {
        find_language(&mut letter, &side.header.language);
        origins.extend(by_id.get(&place.source).map(|file| (*file, Written::Tei)));
        places.letters.push(place);
        letters.push(letter);
    }
    let mut taken: Taken = letters.iter().map(|letter| (letter.id.clone(), 0)).collect();
    let markdown = markdown.into_par_iter().map(|file| {
        let mut findings = Vec::new();
        let written = written::letter(file, &side, &forms, &mut findings);
        (file, written, findings)
    });
    let (mut links, mut named) = (Vec::new(), Named::new());
    for (file, (mut written, place, open, names), mut findings) in markdown.collect::<Vec<_>>() {
        rename(&mut written, &mut taken, file, &mut findings);
        links.push((letters.len(), open));
        named.extend(names);
        letters.push(written);
        places.letters.push(place);
        origins.push((file, Written::Markdown));
        diagnostics.append(&mut findings);
    }
    let drafts = printed.into_par_iter().map(|file| (file, read_plain(file)));
    let mut drafts: Vec<(&SourceFile, Report<Draft>)> = drafts.collect();
    // Identifiers are given in the order of the files, before an editor's notes are looked up by them.
    for (file, report) in &mut drafts {
        for finding in &mut report.diagnostics {
            finding.source = file.id;
        }
        rename(&mut report.value.letter, &mut taken, file, &mut report.diagnostics);
    }
    let marked = drafts.into_par_iter().map(|(file, report)| {
        let mut findings = report.diagnostics;
        let letter = letter(file, report.value, &side, &forms, &mut findings);
        (file, letter, findings)
    });
    for (file, letter, mut findings) in marked.collect::<Vec<_>>() {
        letters.push(letter);
        places.letters.push(LetterPlace { source: file.id, ..LetterPlace::default() });
        origins.push((file, Written::Printed));
        diagnostics.append(&mut findings);
    }
    links::resolve(links, &origins, &mut letters, &side, &mut diagnostics);
    diagnostics.extend(leftover::report(&side, &origins, &letters, &named));
    let register = Register { entries: merged.entries, ..side.register };
    let mut header = side.header;
    if let Some(title) = merged.title.filter(|_| header.title.is_empty()) {
        header.title = title;
    }
    if header.title.is_empty() {
        header.title = title(&letters);
    }
    if header.language.is_empty() {
        header.language = letters.first().map(|letter| letter.language.clone()).unwrap_or_default();
    }
    Report { value: Imported { edition: Edition { header, letters, register }, places }, diagnostics }
}

/// Whether a file is XML, by its name or its first character.
fn is_tei(file: &SourceFile) -> bool {
    let path = file.path.0.to_lowercase();
    let declared =
        file.text.trim_start().strip_prefix("<?xml").is_some_and(|rest| rest.starts_with([' ', '\t', '\n']));
    path.ends_with(".xml") || path.ends_with(".tei") || declared
}

fn is_markdown(file: &SourceFile) -> bool {
    let path = file.path.0.to_lowercase();
    path.ends_with(".md") || path.ends_with(".markdown")
}

/// The letters and registers of TEI files.
fn encoded(
    files: Vec<(&SourceFile, Report<TeiFile>)>,
    known: Vec<Entry>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Merged {
    let mut read = Vec::with_capacity(files.len());
    for (file, report) in files {
        diagnostics.extend(report.diagnostics.into_iter().map(|finding| finding.in_source(file.id)));
        read.push((file.id, report.value));
    }
    let report = merge_tei(read, known);
    diagnostics.extend(report.diagnostics);
    report.value
}

/// The identifiers of letters that are taken, each with how many others wanted it.
type Taken = BTreeMap<LetterId, u32>;

/// Two files of one name in two folders: the second letter gets an identifier of its own.
fn rename(letter: &mut Letter, taken: &mut Taken, file: &SourceFile, findings: &mut Vec<Diagnostic>) {
    let wanted = letter.id.clone();
    let mut free = wanted.clone();
    while taken.contains_key(&free) {
        let times = taken.entry(wanted.clone()).or_default();
        *times += 1;
        free = LetterId::from(format!("{wanted}-{}", *times + 1).as_str());
    }
    taken.insert(free.clone(), 0);
    if free == wanted {
        return;
    }
    let message = format!("another letter is {} already; this one becomes {free}", letter.id);
    let finding = Diagnostic::new(Code("import/duplicate-letter"), Severity::Warning, None, message);
    findings.push(finding.advise("give one of the files another name").in_source(file.id));
    letter.id = free;
}

/// Marks and describes one letter.
fn letter(
    file: &SourceFile,
    draft: Draft,
    side: &SideFile,
    forms: &Forms,
    findings: &mut Vec<Diagnostic>,
) -> Letter {
    let mut notes = side.letters.iter();
    let note = notes.find(|note| place::is_letter(&note.file, draft.letter.id.as_str(), file));
    let mut letter = draft.letter.clone();
    letter.language = language_of(&draft.letter.language, note, side);
    let mut marker = Marker::new(file, side, forms, &letter, note);
    marker.mark(&mut letter, findings);
    letter.corresp = corresp::describe(file, &draft, &letter, note, side);
    broken::join(&mut letter, &file.text, forms.with_hyphen());
    let addressed = |action: &CorrespAction| {
        action.kind == ActionKind::Received && action.correspondents.iter().any(|who| !who.targets.is_empty())
    };
    if letter.corresp.actions.iter().any(addressed) {
        findings.retain(|finding| finding.code != Code("plain/missing-addressee"));
    }
    if let Some(note) = note {
        letter.witness.rights.clone_from(&note.rights);
    }
    if let Err(lost) = rebuild(file, &letter, &draft.consumed) {
        // It does not happen; if it did, an editor would have to know.
        let message = format!("text is {} at byte {}", lost.problem, lost.at);
        let finding = Diagnostic::new(Code("import/text-lost"), Severity::Error, None, message);
        findings.push(finding.in_source(file.id));
    }
    letter
}

/// The editor's word on this letter, else what its words show, else the language of the edition.
fn language_of(shown: &str, note: Option<&LetterNote>, side: &SideFile) -> Box<str> {
    let said = note.and_then(|note| note.language.as_deref());
    let said = said.or(Some(shown).filter(|shown| *shown != "und"));
    let said = said.or(Some(&*side.header.language));
    said.filter(|language| !language.is_empty()).unwrap_or("und").into()
}

/// A letter that does not say its language has that which its words show, else that of the edition.
fn find_language(letter: &mut Letter, of_edition: &str) {
    if &*letter.language != "und" {
        return;
    }
    let shown = language::of_letter(letter);
    letter.language = if shown == "und" && !of_edition.is_empty() { of_edition } else { shown }.into();
}

/// The only letter; for several somebody else has to find a title.
fn title(letters: &[Letter]) -> Box<str> {
    match letters {
        [letter] => letter.id.as_str().into(),
        _ => "".into(),
    }
}
