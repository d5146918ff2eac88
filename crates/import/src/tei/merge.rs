//! The files of an edition brought together: entries by their identifier, mentions to entries, letters to letters.

use super::letters::Letters;
use super::registers::authority;
use super::{TeiFile, conflict, missing};
use crate::ids::cleaned;
use edition::{Entry, EntryId, EntryKind, Inline, Letter, LetterId, LetterPlace, Mention, Sign, inverted};
use source::{Code, Diagnostic, Report, Severity, SourceId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The letters and entries of all files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// The title of the edition, where a file names it.
    pub title: Option<Box<str>>,
    /// The letters, each with the file it comes from, in the order of the files.
    pub letters: Vec<(LetterPlace, Letter)>,
    /// The entries, each once; those that were known first.
    pub entries: Vec<Entry>,
    /// Where the entries stand that were not known before.
    pub places: BTreeMap<EntryId, (SourceId, Span)>,
}

/// Brings files together with the entries that are known already. References that lead nowhere are reported once each,
/// with how often they occur.
#[must_use]
pub fn merge_tei(files: Vec<(SourceId, TeiFile)>, known: Vec<Entry>) -> Report<Merged> {
    let mut merge = Merge::default();
    for entry in known {
        merge.by_id.insert(entry.id.clone(), merge.entries.len());
        merge.index(merge.entries.len(), &entry);
        merge.entries.push(entry);
    }
    let mut merged = Merged::default();
    let mut taken: BTreeSet<LetterId> = BTreeSet::new();
    // How many letters had the same identifier so far.
    let mut numbers: BTreeMap<LetterId, u32> = BTreeMap::new();
    let mut loose: BTreeMap<Box<str>, (SourceId, Span)> = BTreeMap::new();
    for (source, file) in files {
        merge.files.insert(source, file.name);
        for (target, span) in file.loose {
            loose.entry(target).or_insert((source, span));
        }
        merged.title = merged.title.or(file.title);
        for listed in file.entries {
            merge.entry(source, listed.entry, listed.span);
        }
        let places = file.places.into_iter().chain(std::iter::repeat(LetterPlace::default()));
        for (mut letter, place) in file.letters.into_iter().zip(places) {
            let wanted = letter.id.clone();
            let mut number = numbers.get(&wanted).copied().unwrap_or(1);
            while !taken.insert(letter.id.clone()) {
                number += 1;
                letter.id = LetterId::from(format!("{wanted}-{number}").as_str());
            }
            numbers.insert(wanted.clone(), number);
            if letter.id != wanted {
                let message = format!("another letter is {wanted} already; this one becomes {}", letter.id);
                let finding =
                    Diagnostic::new(Code("tei/duplicate-letter"), Severity::Warning, place.head, message);
                merge.diagnostics.push(finding.advise("give one of them another xml:id").in_source(source));
            }
            merged.letters.push((LetterPlace { source, ..place }, letter));
        }
    }
    merge.relate();
    merge.listed = merge.entries.iter().map(|entry| entry.kind).collect();
    let known = Letters::of(&merged.letters, &merge.files);
    // Every header makes its entries before any text is read: a text may name who is sender in a later letter alone.
    for (place, letter) in &mut merged.letters {
        merge.header(place.source, letter, &known);
    }
    for (place, letter) in &mut merged.letters {
        merge.text(place.source, letter, &known);
    }
    for (target, (source, span)) in loose {
        if merge.resolve(&EntryId(target.clone())).is_none() && known.find(&target).is_none() {
            let message = format!("nothing is {target}, to which a link leads");
            let finding =
                Diagnostic::new(Code("tei/dangling-reference"), Severity::Warning, Some(span), message);
            let finding = finding.advise("mend the link; its words are kept");
            merge.diagnostics.push(finding.in_source(source));
        }
    }
    merge.diagnostics.extend(missing::findings(std::mem::take(&mut merge.missing)));
    for (source, id) in std::mem::take(&mut merge.absent) {
        let message = format!("no letter is {id}, which is said to be answered");
        let finding = Diagnostic::new(Code("tei/dangling-reference"), Severity::Warning, None, message);
        merge.diagnostics.push(finding.advise("mend the reference, or take it out").in_source(source));
    }
    merge.diagnostics.sort_by_key(|finding| (finding.source, finding.span));
    merged.entries = merge.entries;
    merged.places = merge.places;
    Report { value: merged, diagnostics: merge.diagnostics }
}

#[derive(Default)]
struct Merge {
    entries: Vec<Entry>,
    /// Where an entry is in the list, by its identifier.
    by_id: BTreeMap<EntryId, usize>,
    /// The same by authority file and identifier there.
    by_authority: BTreeMap<(Box<str>, Box<str>), usize>,
    places: BTreeMap<EntryId, (SourceId, Span)>,
    conflicts: BTreeSet<EntryId>,
    /// What files are called.
    files: BTreeMap<SourceId, Box<str>>,
    /// Letters that are answered and not there.
    absent: Vec<(SourceId, LetterId)>,
    missing: missing::References,
    /// The kinds that have a register.
    listed: BTreeSet<EntryKind>,
    diagnostics: Vec<Diagnostic>,
}

impl Merge {
    /// A new entry, or more about one that is there: many editions repeat their registers in each letter.
    fn entry(&mut self, source: SourceId, entry: Entry, span: Span) {
        let Some(at) = self.by_id.get(&entry.id).copied() else {
            self.places.insert(entry.id.clone(), (source, span));
            self.by_id.insert(entry.id.clone(), self.entries.len());
            self.index(self.entries.len(), &entry);
            self.entries.push(entry);
            return;
        };
        let known = &mut self.entries[at];
        let other_name = known.name != entry.name && known.forms.iter().all(|form| form.text != entry.name);
        let differs = known.kind != entry.kind
            || (known.begin.is_some() && entry.begin.is_some() && known.begin != entry.begin)
            || (known.end.is_some() && entry.end.is_some() && known.end != entry.end);
        if (differs || other_name) && self.conflicts.insert(entry.id.clone()) {
            let stood = self.places.get(&entry.id).and_then(|(source, _)| self.files.get(source));
            let message = conflict::told(known, &entry, stood.map(|name| &**name));
            let severity = if differs { Severity::Warning } else { Severity::Note };
            let finding = Diagnostic::new(Code("tei/conflicting-entry"), severity, Some(span), message);
            let finding = finding.advise("the first is kept; keep one register for all letters");
            self.diagnostics.push(finding.in_source(source));
        }
        for form in entry.forms {
            if form.text != known.name && known.forms.iter().all(|there| there.text != form.text) {
                known.forms.push(form);
            }
        }
        if known.about.is_none() {
            known.about = entry.about;
        }
        known.begin = known.begin.take().or(entry.begin);
        known.end = known.end.take().or(entry.end);
        if known.facts.is_empty() {
            known.facts = entry.facts;
        }
        if known.related.is_empty() {
            known.related = entry.related;
        }
        for authority in entry.authorities {
            if !known.authorities.contains(&authority) {
                known.authorities.push(authority);
            }
        }
    }

    /// Where a hand is that of somebody in the register, their name.
    fn hand(&self, sign: &mut Sign) {
        let Some(manner) = sign.manner.as_deref_mut().filter(|manner| !manner.hand.is_empty()) else {
            return;
        };
        let named = [manner.hand.to_string(), manner.hand.replace(' ', "_")];
        let known = named.iter().find_map(|id| self.by_id.get(&EntryId::from(id.as_str())));
        if let Some(entry) = known.and_then(|at| self.entries.get(*at)) {
            manner.hand = entry.name.clone();
        }
    }

    /// What entries belong to, as far as it is there; nothing belongs to itself.
    fn relate(&mut self) {
        for at in 0..self.entries.len() {
            let related = std::mem::take(&mut self.entries[at].related);
            let known = related.iter().filter_map(|id| self.resolve(id));
            let known: Vec<EntryId> = known.filter(|id| *id != self.entries[at].id).collect();
            self.entries[at].related = known;
        }
    }

    fn index(&mut self, at: usize, entry: &Entry) {
        for authority in &entry.authorities {
            self.by_authority.entry((authority.name.clone(), authority.id.clone())).or_insert(at);
        }
    }

    /// The parties, places and answers of a letter.
    fn header(&mut self, source: SourceId, letter: &mut Letter, known: &Letters) {
        letter.corresp.replies_to.retain(|reply| match &reply.letter {
            Some(id) if !known.has(id) => {
                self.absent.push((source, id.clone()));
                false
            }
            _ => true,
        });
        for action in &mut letter.corresp.actions {
            for mention in &mut action.correspondents {
                self.party(source, mention);
            }
            if let Some(place) = &mut action.place
                && let Some(target) = place.target.take()
            {
                place.target = Some(
                    self.resolve(&target)
                        .unwrap_or_else(|| self.made(&target, EntryKind::Place, &place.as_written)),
                );
            }
        }
    }

    /// The names and links in a letter, when all entries are there.
    fn text(&mut self, source: SourceId, letter: &mut Letter, known: &Letters) {
        for block in letter.text.iter_mut().chain(letter.notes.iter_mut().flat_map(|note| &mut note.blocks)) {
            self.inlines(source, &mut block.inlines, known);
        }
        for line in &mut letter.witness.imprint {
            self.inlines(source, &mut line.inlines, known);
        }
    }

    /// Sender or addressee. Who stands in no register gets an entry: an edition has an index of its correspondents.
    fn party(&mut self, source: SourceId, mention: &mut Mention) {
        let targets = std::mem::take(&mut mention.targets);
        for target in &targets {
            missing::found(&mut self.missing, target);
            let id = self.resolve(target).unwrap_or_else(|| {
                // Where a register lists others of its kind, it is missing there.
                if self.listed.contains(&mention.kind) && authority(target.as_str()).is_none() {
                    missing::made(&mut self.missing, target.clone(), source, mention.span);
                }
                self.made(target, mention.kind, &mention.as_written)
            });
            if !mention.targets.contains(&id) {
                add(&mut mention.targets, id);
            }
        }
    }

    fn made(&mut self, target: &EntryId, kind: EntryKind, name: &str) -> EntryId {
        let authority = authority(target.as_str());
        let id = match &authority {
            Some(authority) => format!("{}-{}", authority.name, authority.id),
            None => target.as_str().to_owned(),
        };
        let id = EntryId::from(cleaned(&id).as_str());
        let name: Box<str> = if name.is_empty() { target.as_str().into() } else { name.into() };
        self.by_id.insert(target.clone(), self.entries.len());
        self.by_id.insert(id.clone(), self.entries.len());
        let entry = Entry {
            id: id.clone(),
            kind,
            sort_name: sorted(&name, kind),
            name,
            forms: Vec::new(),
            about: None,
            begin: None,
            end: None,
            authorities: authority.into_iter().collect(),
            facts: Default::default(),
            related: Vec::new(),
        };
        self.index(self.entries.len(), &entry);
        self.entries.push(entry);
        id
    }

    fn resolve(&self, target: &EntryId) -> Option<EntryId> {
        let at = self.by_id.get(target).or_else(|| {
            let authority = authority(target.as_str())?;
            self.by_authority.get(&(authority.name, authority.id))
        })?;
        self.entries.get(*at).map(|entry| entry.id.clone())
    }

    fn inlines(&mut self, source: SourceId, inlines: &mut [Inline], letters: &Letters) {
        for inline in inlines {
            match inline {
                Inline::Mention(mention, _) => {
                    let targets = std::mem::take(&mut mention.targets);
                    for target in targets {
                        match self.resolve(&target) {
                            Some(id) if mention.targets.contains(&id) => {}
                            Some(id) => {
                                missing::found(&mut self.missing, &target);
                                // An office or a work that is written as a name is what its entry is.
                                mention.kind =
                                    self.by_id.get(&id).map_or(mention.kind, |at| self.entries[*at].kind);
                                add(&mut mention.targets, id);
                            }
                            None => missing::referred(&mut self.missing, target, source, mention.span),
                        }
                    }
                }
                Inline::Sign(sign, _) => self.hand(sign),
                Inline::Link(link, words) => letters.lead(link, words),
                _ => {}
            }
            self.inlines(source, inline.inner_mut(), letters);
        }
    }
}

/// Mostly the only one of its mention, of which there are many: a vector that grows by itself takes room for four.
fn add(targets: &mut Vec<EntryId>, id: EntryId) {
    targets.reserve_exact(1);
    targets.push(id);
}

/// A person's name by that of the family; all else as it is.
fn sorted(name: &str, kind: EntryKind) -> Box<str> {
    let inverted = (kind == EntryKind::Person).then(|| inverted(name)).flatten();
    inverted.map_or_else(|| name.into(), String::into)
}
