//! Which stretches of a letter are names, dates and misprints.

use super::of_letter;
use super::party::nobody;
use super::place::{is_letter, overlap, words};
use crate::annotate::{Mark, annotate, number, settle};
use crate::names::{self, Forms, Found, comparable};
use crate::side_file::{DateNote, LetterNote, MentionNote, Place, SideFile};
use dates::{Anchor, CalendarChange, Certainty, DateHints, Edtf, Language, Recognized, Rule};
use edition::{ActionKind, BlockKind, Dating, EntryKind, Inline, Letter, Mention, Origin};
use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a letter that are marked together.
struct Part<'l> {
    id: &'l str,
    span: Span,
    /// None for the lines of the imprint.
    kind: Option<BlockKind>,
    /// Of a note; what it says is counted from the date of the letter.
    note: bool,
    inlines: &'l mut Vec<Inline>,
}

/// Marks the names and dates of one letter.
pub(super) struct Marker<'s> {
    pub(super) file: &'s SourceFile,
    pub(super) side: &'s SideFile,
    forms: &'s Forms,
    pub(super) letter: String,
    pub(super) language: Language,
    pub(super) hints: DateHints,
    /// How sure the date is that words are counted from, and whether it is that of a later day of the letter.
    anchor: (Certainty, bool),
    /// What abbreviations stand for, by their comparable form.
    expansions: BTreeMap<String, &'s str>,
    /// The blocks that the editor speaks of, in whatever letter.
    noted: BTreeSet<&'s str>,
    mentions: u32,
    datings: u32,
}

impl<'s> Marker<'s> {
    pub(super) fn new(
        file: &'s SourceFile,
        side: &'s SideFile,
        forms: &'s Forms,
        letter: &Letter,
        note: Option<&LetterNote>,
    ) -> Self {
        let language = Language::of_tag(&letter.language);
        // Who writes Russian dates as in Russia, unless the editor knows better.
        let calendar_change = match note.and_then(|note| note.russian) {
            Some(russian) => russian.then_some(CalendarChange::RUSSIA),
            None => side.calendar_change.or((language == Language::Ru).then_some(CalendarChange::RUSSIA)),
        };
        // Of two expansions the first stands.
        let abbreviations = side.register.abbreviations.iter().rev();
        let expansions = abbreviations.map(|short| (comparable(&short.short), &*short.long)).collect();
        let noted = side.mentions.iter().map(|note| &note.place);
        let noted = noted.chain(side.dates.iter().map(|note| &note.place));
        let noted = noted.chain(side.corrections.iter().map(|note| &note.place));
        Self {
            file,
            side,
            expansions,
            noted: noted.map(|place| &*place.block).collect(),
            forms,
            letter: letter.id.to_string(),
            language,
            hints: DateHints { letter_date: None, calendar_change },
            anchor: (Certainty::High, false),
            mentions: 0,
            datings: 0,
        }
    }

    /// Marks header lines, text and notes; the date of the letter first, since others are counted from it.
    pub(super) fn mark(&mut self, letter: &mut Letter, findings: &mut Vec<Diagnostic>) {
        // What the head of a letter says stands before what its dateline says.
        let mut sent = letter.corresp.actions.iter().filter(|action| action.kind == ActionKind::Sent);
        let said = sent.find_map(|action| {
            let reading = &action.dating.as_ref()?.reading;
            Some((reading.meaning.clone()?, reading.certainty))
        });
        let of_letter = said.or_else(|| self.letter_date(letter, findings));
        self.count_from(of_letter.as_ref(), false);
        let lines = letter.witness.imprint.iter_mut();
        let lines = lines.map(|line| Part {
            id: line.id.as_str(),
            span: line.span,
            kind: None,
            note: false,
            inlines: &mut line.inlines,
        });
        let blocks = letter.text.iter_mut().map(|block| (block, false));
        let notes = letter.notes.iter_mut().flat_map(|note| &mut note.blocks).map(|block| (block, true));
        let blocks = blocks.chain(notes).filter(|(block, _)| !matches!(block.kind, BlockKind::PageBreak(_)));
        let blocks = blocks.map(|(block, note)| Part {
            id: block.id.as_str(),
            span: block.span,
            kind: Some(block.kind.clone()),
            note,
            inlines: &mut block.inlines,
        });
        // Notes can stand between paragraphs; what is found is counted as the source has it.
        let mut parts: Vec<Part<'_>> = lines.chain(blocks).collect();
        parts.sort_by_key(|part| part.span);
        let mut begun = false;
        // The day on which the letter was gone on with.
        let mut later = None;
        for part in parts {
            match later.as_ref().filter(|_| !part.note) {
                Some(later) => self.count_from(Some(later), true),
                None => self.count_from(of_letter.as_ref(), false),
            }
            let dateline = begun && !part.note && part.kind == Some(BlockKind::Dateline);
            begun |= !part.note && part.kind.as_ref().is_some_and(is_text);
            let day = dateline.then(|| self.dated_block(&BlockKind::Dateline, part.id, part.span)).flatten();
            self.part(part, findings);
            // The only dateline of a letter can stand after it; what lasted from one day to another is no day of writing.
            let another = |(value, _): &(Edtf, Certainty)| {
                !matches!(value, Edtf::Interval { .. })
                    && of_letter.as_ref().is_none_or(|(first, _)| first != value)
            };
            later = day.filter(another).or(later);
        }
    }

    fn count_from(&mut self, date: Option<&(Edtf, Certainty)>, later: bool) {
        self.hints.letter_date = date.map(|(value, _)| value.clone());
        self.anchor = (date.map_or(Certainty::High, |(_, certainty)| *certainty), later);
    }

    /// The editor's notes on words of a block, with the words.
    pub(super) fn notes<'n, T>(
        &self,
        notes: &'n [T],
        place: impl Fn(&T) -> &Place,
        block: &str,
        span: Span,
    ) -> Vec<(Span, &'n T)> {
        if !self.noted.contains(block) {
            return Vec::new();
        }
        let here = |place: &Place| {
            *place.block == *block
                && place.letter.as_ref().is_none_or(|name| is_letter(name, &self.letter, self.file))
        };
        let noted = notes.iter().filter(|note| here(place(note)));
        noted.filter_map(|note| Some((words(place(note), self.file, span)?, note))).collect()
    }

    fn part(&mut self, part: Part<'_>, findings: &mut Vec<Diagnostic>) {
        let Part { id, span, kind, inlines, .. } = part;
        let names = self.notes(&self.side.mentions, |note| &note.place, id, span);
        let dates = self.notes(&self.side.dates, |note| &note.place, id, span);
        let choices = self.notes(&self.side.corrections, |note| &note.place, id, span);
        self.impossible(span, &dates, findings);

        let dated = self.dates(kind.as_ref(), span, &dates);
        if matches!(kind, Some(BlockKind::Dateline | BlockKind::Heading)) {
            let told = |mark: &Mark| of_letter::corrected(self.file.slice(mark.span()), mark.span());
            findings.extend(dated.iter().filter_map(told).map(|finding| finding.in_source(self.file.id)));
        }
        let mut marks = self.names(span, &names);
        // Dates are in order, and none reaches into another: the last that has begun is the only one that a name can be in.
        let last =
            |name: &Mark| dated.partition_point(|date| date.span().start <= name.span().start).checked_sub(1);
        let date_at = |name: &Mark| last(name).and_then(|at| dated.get(at));
        marks.retain(|name| !date_at(name).is_some_and(|date| is_word_of(date, name)));
        marks.extend(dated);
        // What an editor says of single words stands, whatever a rule would make of words that cross them.
        let said: Vec<Span> =
            names.iter().map(|(words, _)| *words).chain(dates.iter().map(|(words, _)| *words)).collect();
        let said: Vec<Span> = said.into_iter().chain(choices.iter().map(|(words, _)| *words)).collect();
        marks.retain(|mark| !said.iter().any(|words| crosses(*words, mark.span())));
        marks.extend(names.into_iter().filter_map(|(words, note)| self.named(words, note)));
        marks.extend(dates.into_iter().filter_map(|(words, note)| self.dated(words, note)));
        marks.extend(choices.into_iter().map(|(words, note)| Mark::Choice {
            span: words,
            corr: note.corr.clone(),
            reason: note.reason.clone(),
        }));
        *inlines = annotate(std::mem::take(inlines), settle(marks));
        number(inlines, &mut self.mentions, &mut self.datings);
    }

    fn impossible(&self, span: Span, notes: &[(Span, &DateNote)], findings: &mut Vec<Diagnostic>) {
        for range in dates::impossible(self.file.slice(span), self.language) {
            let here = within(span, &range);
            if notes.iter().any(|(noted, _)| overlap(*noted, here)) {
                continue;
            }
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
    }

    /// The names that rules find, without those that the editor speaks of.
    fn names(&self, span: Span, notes: &[(Span, &MentionNote)]) -> Vec<Mark> {
        let found = names::find(self.file.slice(span), self.forms);
        let found = found.into_iter().map(|found| (within(span, &(found.start..found.end)), found));
        // A rule may have taken in what stands before the surname that the editor speaks of.
        let spoken = |here: &Span, noted: &Span, origin: Origin| {
            noted == here || (origin == Origin::Machine && here.contains(*noted) && here.end == noted.end)
        };
        let unnoted =
            found.filter(|(here, found)| notes.iter().all(|(noted, _)| !spoken(here, noted, found.origin)));
        unnoted.map(|(here, found)| self.mention(here, found)).collect()
    }

    fn mention(&self, span: Span, found: Found) -> Mark {
        Mark::Mention(Mention {
            kind: found.kind,
            as_written: self.file.slice(span).into(),
            targets: found.targets,
            joint: found.joint,
            origin: found.origin,
            certainty: found.certainty,
            expansion: self.expansion(span),
            ..nobody(span)
        })
    }

    /// What the editor says that words name.
    fn named(&self, words: Span, note: &MentionNote) -> Option<Mark> {
        let entry = note.entry.clone()?;
        Some(Mark::Mention(Mention {
            kind: self.side.register.entry(&entry).map_or(EntryKind::Person, |entry| entry.kind),
            as_written: self.file.slice(words).into(),
            targets: vec![entry],
            origin: Origin::Editor,
            certainty: note.certainty,
            reason: note.reason.clone(),
            expansion: self.expansion(words),
            ..nobody(words)
        }))
    }

    fn expansion(&self, words: Span) -> Option<Box<str>> {
        let meant = self.expansions.get(&comparable(self.file.slice(words)))?;
        Some((*meant).into())
    }

    /// The dates that rules find, without those that the editor speaks of.
    fn dates(&self, kind: Option<&BlockKind>, span: Span, notes: &[(Span, &DateNote)]) -> Vec<Mark> {
        let mut marks = Vec::new();
        for mut found in of_letter::recognize(kind, self.file.slice(span), self.language, &self.hints) {
            let here = within(span, &found.range);
            if notes.iter().any(|(noted, _)| overlap(*noted, here)) {
                continue;
            }
            self.no_surer_than_anchor(&mut found.dating);
            let inferred = found.dating.anchor.is_some()
                || matches!(found.dating.rule, Rule::Relative | Rule::Duration | Rule::Feast);
            let origin = if inferred { Origin::Machine } else { Origin::Source };
            marks.push(self.dating(here, found.dating, origin, None));
        }
        marks
    }

    /// What is taken from a date is no surer than that date, which may be that of a later day.
    fn no_surer_than_anchor(&self, reading: &mut Recognized) {
        let (certainty, later) = self.anchor;
        let Some(Anchor::LetterDate(date)) = &reading.anchor else { return };
        if later {
            reading.anchor = Some(Anchor::EarlierDate(date.clone()));
        }
        reading.certainty = reading.certainty.max(certainty);
    }

    /// A date as the editor reads it.
    fn dated(&self, words: Span, note: &DateNote) -> Option<Mark> {
        let meaning = Some(note.value.clone()?);
        let reading = Recognized { meaning, certainty: note.certainty, ..Recognized::nothing(Rule::Encoded) };
        Some(self.dating(words, reading, Origin::Editor, note.reason.clone()))
    }

    fn dating(&self, span: Span, reading: Recognized, origin: Origin, reason: Option<Box<str>>) -> Mark {
        let as_written = self.file.slice(span).into();
        Mark::Date(Dating { id: "".into(), as_written, reading, origin, reason, span })
    }
}

/// Whether the writer has begun: a dateline after it is of a later day.
fn is_text(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Paragraph | BlockKind::Continuation | BlockKind::Verse { .. } | BlockKind::Quote
    )
}

/// A range of a block's text as a span of the source.
pub(super) fn within(block: Span, range: &std::ops::Range<usize>) -> Span {
    let start = block.start as usize;
    Span::new(start + range.start, start + range.end)
}

/// Whether a name is a word of a date: the month in `May 3, 1797` is nobody. An event may have a date for its name, and what
/// is not a person the name of a month.
fn is_word_of(date: &Mark, name: &Mark) -> bool {
    let Mark::Mention(mention) = name else { return false };
    let (date, words) = (date.span(), mention.span);
    date.contains(words)
        && mention.kind != EntryKind::Event
        && (date != words || mention.kind == EntryKind::Person)
}

/// Whether two stretches share characters and neither holds the other.
fn crosses(one: Span, other: Span) -> bool {
    overlap(one, other) && !one.contains(other) && !other.contains(one)
}
