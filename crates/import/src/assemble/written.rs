//! A letter in Markdown: what its front matter says of the correspondence, and whom its links name.

use super::leftover::Named;
use super::links::Open;
use super::marks::Marker;
use super::party::nobody;
use super::when;
use crate::markdown::{Front, read_markdown};
use crate::names::{Forms, comparable};
use crate::side_file::SideFile;
use dates::{Certainty, Language};
use edition::{
    ActionKind, BlockId, CorrespAction, CorrespDesc, Entry, EntryKind, ImprintKind, ImprintLine, Inline,
    Joint, Letter, LetterPlace, Mention, Origin, PlaceStatement, Text,
};
use source::{Code, Diagnostic, Severity, SourceFile, Span};

/// Reads a letter in Markdown; names from the register are found in it without markup too.
pub(super) fn letter(
    file: &SourceFile,
    side: &SideFile,
    forms: &Forms,
    findings: &mut Vec<Diagnostic>,
) -> (Letter, LetterPlace, Open, Named) {
    let report = read_markdown(file);
    let links = report.value.links;
    findings.extend(report.diagnostics.into_iter().map(|finding| finding.in_source(file.id)));
    let (front, mut letter) = (report.value.front, report.value.letter);
    let words = front.from.iter().chain(&front.to).chain(&front.place);
    let names = words.filter_map(|words| Some((entry(words, side)?.id.clone(), comparable(words)))).collect();
    super::find_language(&mut letter, &side.header.language);
    letter.corresp = describe(file, &front, Language::of_tag(&letter.language), side, findings);
    letter.witness.imprint = imprint(&front);
    for block in letter.text.iter_mut().chain(letter.notes.iter_mut().flat_map(|note| &mut note.blocks)) {
        named(file, &mut block.inlines, side, findings);
    }
    Marker::new(file, side, forms, &letter, None).mark(&mut letter, findings);
    let place = |key: &str| Some(front.place(key)).filter(|_| !front.span.is_empty());
    let head = place("from").or(place("to"));
    let place = LetterPlace { source: file.id, head, title: place("title"), language: place("language") };
    (letter, place, links, names)
}

/// Links to entries that are not there name nobody.
fn named(file: &SourceFile, inlines: &mut [Inline], side: &SideFile, findings: &mut Vec<Diagnostic>) {
    for inline in inlines {
        if let Inline::Mention(mention, _) = inline {
            let unknown = mention.targets.iter().position(|target| side.register.entry(target).is_none());
            if let Some(target) = unknown.map(|at| mention.targets.remove(at)) {
                let message = format!("no entry of the register is {target}");
                let finding = Diagnostic::new(
                    Code("markdown/unknown-entry"),
                    Severity::Warning,
                    Some(mention.span),
                    message,
                );
                let finding = finding.advise("add it to register.toml, or mend the link");
                findings.push(finding.in_source(file.id));
            }
        }
        named(file, inline.inner_mut(), side, findings);
    }
}

fn describe(
    file: &SourceFile,
    front: &Front,
    language: Language,
    side: &SideFile,
    findings: &mut Vec<Diagnostic>,
) -> CorrespDesc {
    let parties = |names: &[Box<str>], key: &str| {
        let span = front.place(key);
        names.iter().map(|name| party(span, name, side)).collect()
    };
    let sent = CorrespAction {
        kind: ActionKind::Sent,
        correspondents: parties(&front.from, "from"),
        joint: Joint::And,
        place: front.place.as_ref().map(|place| PlaceStatement {
            as_written: entry(place, side).map_or_else(|| place.clone(), |entry| entry.name.clone()),
            target: entry(place, side).map(|entry| entry.id.clone()),
            origin: Origin::Editor,
            certainty: Certainty::High,
            reason: None,
        }),
        dating: front.date.as_ref().map(|date| when::dating(file, front, date, language, findings)),
        other_datings: Vec::new(),
    };
    let received = CorrespAction {
        kind: ActionKind::Received,
        correspondents: parties(&front.to, "to"),
        joint: Joint::And,
        place: None,
        dating: None,
        other_datings: Vec::new(),
    };
    let says = |action: &CorrespAction| {
        !action.correspondents.is_empty() || action.place.is_some() || action.dating.is_some()
    };
    let actions = [sent, received].into_iter().filter(says).collect();
    CorrespDesc { actions, ..CorrespDesc::default() }
}

/// The entry with this identifier, name or form.
fn entry<'s>(name: &str, side: &'s SideFile) -> Option<&'s Entry> {
    let wanted = comparable(name);
    let entries = &side.register.entries;
    entries.iter().find(|entry| entry.id.as_str() == name).or_else(|| {
        entries.iter().find(|entry| {
            comparable(&entry.name) == wanted
                || entry.forms.iter().any(|form| comparable(&form.text) == wanted)
        })
    })
}

fn party(span: Span, name: &str, side: &SideFile) -> Mention {
    let entry = entry(name, side);
    Mention {
        kind: entry.map_or(EntryKind::Person, |entry| entry.kind),
        as_written: entry.map_or_else(|| name.into(), |entry| entry.name.clone()),
        targets: entry.map(|entry| entry.id.clone()).into_iter().collect(),
        origin: Origin::Editor,
        certainty: if entry.is_some() { Certainty::High } else { Certainty::Unknown },
        ..nobody(span)
    }
}

fn imprint(front: &Front) -> Vec<ImprintLine> {
    let lines = front.source.iter().enumerate();
    lines
        .map(|(nth, words)| ImprintLine {
            id: BlockId(format!("h{}", nth + 1).into()),
            kind: ImprintKind::TextSource,
            inlines: vec![Inline::Text(Text { text: words.clone(), span: Span::default() })],
            span: Span::default(),
        })
        .collect()
}
