//! Which stretches of a letter are names, dates and misprints.

use crate::annotate::{Mark, annotate, settle};
use crate::names::{self, Forms};
use crate::side_file::{Place, SideFile};
use dates::{Calendar, DateHints, Edtf, Language, Recognized, Rule};
use edition::{Block, BlockKind, Dating, EntryKind, Inline, Joint, Letter, Mention, Origin};
use source::{Code, Diagnostic, Severity, SourceFile, Span};

/// Marks the names and dates of one letter.
pub(super) struct Marker<'s> {
    file: &'s SourceFile,
    side: &'s SideFile,
    forms: &'s Forms,
    letter: String,
    language: Language,
    hints: DateHints,
    mentions: u32,
    datings: u32,
}

impl<'s> Marker<'s> {
    pub(super) fn new(file: &'s SourceFile, side: &'s SideFile, forms: &'s Forms, letter: &Letter) -> Self {
        let language = match letter.language.split('-').next().unwrap_or_default() {
            "de" => Language::De,
            "fr" => Language::Fr,
            "ru" => Language::Ru,
            _ => Language::En,
        };
        Self {
            file,
            side,
            forms,
            letter: letter.id.to_string(),
            language,
            hints: DateHints::default(),
            mentions: 0,
            datings: 0,
        }
    }

    /// Marks header lines, text and notes; the date of the letter first, since others are counted from it.
    pub(super) fn mark(&mut self, letter: &mut Letter, findings: &mut Vec<Diagnostic>) {
        self.hints.letter_date = self.letter_date(letter, findings);
        for line in &mut letter.witness.imprint {
            self.block(line.id.as_str(), line.span, &mut line.inlines, findings);
        }
        for block in letter.text.iter_mut().chain(letter.notes.iter_mut().flat_map(|note| &mut note.blocks)) {
            if !matches!(block.kind, BlockKind::PageBreak(_)) {
                self.block(block.id.as_str(), block.span, &mut block.inlines, findings);
            }
        }
        for choice in self.side.corrections.iter().map(|correction| &correction.place) {
            self.missing(choice, letter, findings);
        }
        for place in self
            .side
            .mentions
            .iter()
            .map(|note| &note.place)
            .chain(self.side.dates.iter().map(|note| &note.place))
        {
            self.missing(place, letter, findings);
        }
    }

    fn letter_date(&self, letter: &Letter, findings: &mut Vec<Diagnostic>) -> Option<Edtf> {
        let datelines: Vec<&Block> = letter
            .text
            .iter()
            .filter(|block| block.kind == BlockKind::Dateline || block.kind == BlockKind::Heading)
            .collect();
        for block in datelines.iter().filter(|block| block.kind == BlockKind::Dateline).chain(&datelines) {
            let text = self.file.slice(block.span);
            if let Some(note) =
                self.side.dates.iter().find(|note| self.is_here(&note.place, block.id.as_str()))
            {
                return note.value.clone();
            }
            if let Some(found) = dates::recognize(text, self.language, &self.hints).into_iter().next() {
                return found.dating.meaning;
            }
        }
        // A dateline that is only a place is none to complain of; one with figures is.
        let unreadable = datelines.iter().find(|block| {
            block.kind == BlockKind::Dateline
                && self.file.slice(block.span).contains(|c: char| c.is_ascii_digit())
        });
        if let Some(block) = unreadable
            .filter(|block| dates::impossible(self.file.slice(block.span), self.language).is_empty())
        {
            findings.push(
                Diagnostic::new(
                    Code("dates/unreadable"),
                    Severity::Warning,
                    Some(block.span),
                    "the date of the letter cannot be read",
                )
                .advise("write it as 17. III. 1921 or March 17, 1921, or give its value in a [[date]] of the side file")
                .in_source(self.file.id),
            );
        }
        None
    }

    fn is_here(&self, place: &Place, block: &str) -> bool {
        *place.block == *block && place.letter.as_deref().is_none_or(|letter| letter == self.letter)
    }

    /// Where the words of a note of the editor stand in a block.
    fn words(&self, place: &Place, span: Span) -> Option<Span> {
        let text = self.file.slice(span);
        let (at, _) = text.match_indices(&*place.surface).nth(place.nth.saturating_sub(1))?;
        let start = span.start as usize + at;
        Some(Span::new(start, start + place.surface.len()))
    }

    fn missing(&self, place: &Place, letter: &Letter, findings: &mut Vec<Diagnostic>) {
        if place.letter.as_deref().is_some_and(|id| id != self.letter) {
            return;
        }
        let lines = letter.witness.imprint.iter().map(|line| (line.id.as_str(), line.span));
        let blocks = letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks));
        let mut all = lines.chain(blocks.map(|block| (block.id.as_str(), block.span)));
        if !all.any(|(id, span)| id == &*place.block && self.words(place, span).is_some()) {
            let message =
                format!("“{}” does not stand in block {} of {}", place.surface, place.block, self.letter);
            findings.push(
                Diagnostic::new(
                    Code("register/words-not-found"),
                    Severity::Warning,
                    Some(place.span),
                    message,
                )
                .advise("`letterbook inspect` lists the blocks with their ids")
                .in_source(self.side.source),
            );
        }
    }

    fn block(&mut self, id: &str, span: Span, inlines: &mut Vec<Inline>, findings: &mut Vec<Diagnostic>) {
        let text = self.file.slice(span);
        let mut marks = self.names(id, span, text);
        marks.extend(self.dates(id, span, text));
        for correction in &self.side.corrections {
            if self.is_here(&correction.place, id)
                && let Some(span) = self.words(&correction.place, span)
            {
                marks.push(Mark::Choice {
                    span,
                    corr: correction.corr.clone(),
                    reason: correction.reason.clone(),
                });
            }
        }
        for range in dates::impossible(text, self.language) {
            let here = Span::new(span.start as usize + range.start, span.start as usize + range.end);
            findings.push(
                Diagnostic::new(
                    Code("dates/impossible"),
                    Severity::Error,
                    Some(here),
                    format!("“{}” names a day that never was", self.file.slice(here)),
                )
                .advise("it is kept as printed; give the day that is meant in a [[date]] of the side file")
                .in_source(self.file.id),
            );
        }
        let mut marks = settle(marks);
        for mark in &mut marks {
            match mark {
                Mark::Mention(mention) => {
                    self.mentions += 1;
                    mention.id = format!("m{}", self.mentions).as_str().into();
                }
                Mark::Date(dating) => {
                    self.datings += 1;
                    dating.id = format!("d{}", self.datings).as_str().into();
                }
                Mark::Choice { .. } => {}
            }
        }
        *inlines = annotate(std::mem::take(inlines), marks);
    }

    fn names(&self, id: &str, span: Span, text: &str) -> Vec<Mark> {
        let start = span.start as usize;
        let mut marks: Vec<Mark> = Vec::new();
        let notes: Vec<(Span, &crate::side_file::MentionNote)> = self
            .side
            .mentions
            .iter()
            .filter(|note| self.is_here(&note.place, id))
            .filter_map(|note| Some((self.words(&note.place, span)?, note)))
            .collect();
        for found in names::find(text, self.forms) {
            let here = Span::new(start + found.start, start + found.end);
            if notes.iter().any(|(noted, _)| *noted == here) {
                continue;
            }
            let expansion = self.expansion(self.file.slice(here));
            marks.push(Mark::Mention(Mention {
                id: "".into(),
                kind: found.kind,
                as_written: self.file.slice(here).into(),
                targets: found.targets,
                joint: found.joint,
                origin: found.origin,
                certainty: found.certainty,
                reason: None,
                expansion,
                implied: false,
                span: here,
            }));
        }
        for (here, note) in notes {
            let Some(entry) = &note.entry else { continue };
            let kind = self.side.register.entry(entry).map_or(EntryKind::Person, |entry| entry.kind);
            marks.push(Mark::Mention(Mention {
                id: "".into(),
                kind,
                as_written: self.file.slice(here).into(),
                targets: vec![entry.clone()],
                joint: Joint::And,
                origin: Origin::Editor,
                certainty: note.certainty,
                reason: note.reason.clone(),
                expansion: self.expansion(self.file.slice(here)),
                implied: false,
                span: here,
            }));
        }
        marks
    }

    fn expansion(&self, words: &str) -> Option<Box<str>> {
        let abbreviations = &self.side.register.abbreviations;
        abbreviations
            .iter()
            .find(|abbreviation| *abbreviation.short == *words)
            .map(|abbreviation| abbreviation.long.clone())
    }

    fn dates(&self, id: &str, span: Span, text: &str) -> Vec<Mark> {
        let start = span.start as usize;
        let notes: Vec<(Span, &crate::side_file::DateNote)> = self
            .side
            .dates
            .iter()
            .filter(|note| self.is_here(&note.place, id))
            .filter_map(|note| Some((self.words(&note.place, span)?, note)))
            .collect();
        let mut marks = Vec::new();
        for found in dates::recognize(text, self.language, &self.hints) {
            let here = Span::new(start + found.range.start, start + found.range.end);
            if notes.iter().any(|(noted, _)| noted.contains(here) || here.contains(*noted)) {
                continue;
            }
            let inferred = found.dating.anchor.is_some()
                || matches!(found.dating.rule, Rule::Relative | Rule::Duration | Rule::Feast);
            marks.push(self.dating(
                here,
                found.dating,
                if inferred { Origin::Machine } else { Origin::Source },
                None,
            ));
        }
        for (here, note) in notes {
            let Some(value) = &note.value else { continue };
            let reading = Recognized {
                meaning: Some(value.clone()),
                calendar: Calendar::Gregorian,
                original: None,
                duration: None,
                certainty: note.certainty,
                rule: Rule::Iso,
                anchor: None,
            };
            marks.push(self.dating(here, reading, Origin::Editor, note.reason.clone()));
        }
        marks
    }

    fn dating(&self, span: Span, reading: Recognized, origin: Origin, reason: Option<Box<str>>) -> Mark {
        Mark::Date(Dating {
            id: "".into(),
            as_written: self.file.slice(span).into(),
            reading,
            origin,
            reason,
            span,
        })
    }
}

/// Calls back for every mention of a letter, in header lines, text and notes.
pub(super) fn each_mention(letter: &Letter, call: &mut dyn FnMut(&Mention)) {
    for line in &letter.witness.imprint {
        walk(&line.inlines, call);
    }
    for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
        walk(&block.inlines, call);
    }
}

fn walk(inlines: &[Inline], call: &mut dyn FnMut(&Mention)) {
    for inline in inlines {
        match inline {
            Inline::Mention(mention, inner) => {
                call(mention);
                walk(inner, call);
            }
            Inline::Hi(_, inner)
            | Inline::Date(_, inner)
            | Inline::Label(inner)
            | Inline::Supplied(inner)
            | Inline::Other(_, inner) => walk(inner, call),
            Inline::Choice(choice) => walk(&choice.sic, call),
            Inline::Text(_) | Inline::NoteCall(_) | Inline::PageBreak(_) => {}
        }
    }
}
