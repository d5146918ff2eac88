//! The forms of a register as one automaton.

use super::bearer::People;
use super::initials::Given;
use super::normal::Normal;
use super::{Found, bearer, initials, normal};
use crate::side_file::SideFile;
use aho_corasick::AhoCorasick;
use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Origin};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::char::is_combining_mark;

/// All forms that are looked for, ready to be found.
#[derive(Debug)]
pub struct Forms {
    automaton: Option<AhoCorasick>,
    /// What each pattern stands for.
    meanings: Vec<Meaning>,
    given: BTreeMap<EntryId, Given>,
    people: People,
    present_edition: Option<(EntryId, EntryKind)>,
    /// Words of the register that have a hyphen, in small letters.
    with_hyphen: BTreeSet<String>,
}

#[derive(Debug, Clone)]
struct Meaning {
    /// None for an abbreviation that stands for no entry.
    entry: Option<EntryId>,
    kind: EntryKind,
    /// A title or a person's name, not a description.
    proper: bool,
}

impl Forms {
    /// The forms of a side file, and its abbreviations.
    #[must_use]
    pub fn of(side: &SideFile) -> Self {
        let mut patterns = Patterns::default();
        let mut given = BTreeMap::new();
        let mut people = People::none();
        for entry in &side.register.entries {
            for form in entry.forms.iter().filter(|form| form.recognized) {
                patterns.add(&form.text, Some(&entry.id), entry.kind);
            }
            if entry.kind == EntryKind::Person {
                let forms = || entry.forms.iter().map(|form| &*form.text);
                given.insert(entry.id.clone(), Given::of(std::iter::once(&*entry.name).chain(forms())));
                people.add(&entry.id, std::iter::once(&*entry.name).chain(forms()));
            }
        }
        for abbreviation in &side.register.abbreviations {
            let entry = abbreviation.entry.as_ref().and_then(|id| side.register.entry(id));
            let kind = entry.map_or(EntryKind::Abbreviation, |entry| entry.kind);
            patterns.add(&abbreviation.short, entry.map(|entry| &entry.id), kind);
        }
        let present_edition = side
            .present_edition
            .as_ref()
            .and_then(|id| side.register.entry(id))
            .map(|entry| (entry.id.clone(), entry.kind));
        let names = side.register.entries.iter();
        let names = names.flat_map(|entry| entry.forms.iter().map(|form| &*form.text).chain([&*entry.name]));
        let with_hyphen = names.filter(|name| name.contains('-')).flat_map(normal::words);
        let with_hyphen = with_hyphen.filter(|word| word.contains('-')).collect();
        let automaton = if patterns.texts.is_empty() { None } else { AhoCorasick::new(&patterns.texts).ok() };
        Self { automaton, meanings: patterns.meanings, given, people, present_edition, with_hyphen }
    }

    /// Words of the register that have a hyphen, in small letters.
    pub(crate) fn with_hyphen(&self) -> &BTreeSet<String> {
        &self.with_hyphen
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }

    pub(super) fn present_edition(&self) -> Option<&(EntryId, EntryKind)> {
        self.present_edition.as_ref()
    }

    /// Every form at word bounds, overlapping ones too.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let normal = Normal::of(text);
        let mut found: Vec<Found> = Vec::new();
        for hit in automaton.find_overlapping_iter(&normal.text) {
            let (start, end) = normal.original(hit.start(), hit.end());
            if !bounded(text, start, end) {
                continue;
            }
            let Some(meaning) = self.meanings.get(hit.pattern().as_usize()).cloned() else { continue };
            found.push(Found {
                start,
                end,
                kind: meaning.kind,
                targets: meaning.entry.into_iter().collect(),
                joint: Joint::And,
                origin: Origin::Editor,
                certainty: Certainty::High,
                proper: meaning.proper,
            });
        }
        bearer::weigh(text, initials::weigh(text, found, &self.given), &self.people)
    }
}

#[derive(Default)]
struct Patterns {
    texts: Vec<String>,
    meanings: Vec<Meaning>,
    /// What each text stands for already.
    known: BTreeMap<String, BTreeSet<Option<EntryId>>>,
}

impl Patterns {
    /// A form as it is, with a capital as at the beginning of a sentence, and in capitals as in headings.
    fn add(&mut self, form: &str, entry: Option<&EntryId>, kind: EntryKind) {
        let plain = Normal::of(form.trim()).text;
        let first = plain.chars().next();
        let proper = match kind {
            EntryKind::Work => first.is_some_and(|first| first.is_uppercase() || first == '"'),
            EntryKind::Person => bearer::is_name(&plain),
            _ => false,
        };
        let mut sentence: String = first.into_iter().flat_map(char::to_uppercase).collect();
        sentence.push_str(plain.get(first.map_or(0, char::len_utf8)..).unwrap_or_default());
        let capitals = plain.to_uppercase();
        let mut written = vec![plain, sentence, capitals];
        written.dedup();
        for text in written {
            let named = self.known.entry(text.clone()).or_default();
            let known = if entry.is_none() { !named.is_empty() } else { named.contains(&entry.cloned()) };
            if !text.is_empty() && !known {
                named.insert(entry.cloned());
                self.texts.push(text);
                self.meanings.push(Meaning { entry: entry.cloned(), kind, proper });
            }
        }
    }
}

/// Whether no letter or figure touches the words from outside, and no accent of their last letter is left outside.
fn bounded(text: &str, start: usize, end: usize) -> bool {
    let words = text.get(start..end).unwrap_or_default();
    let joins = |outside: Option<char>, inside: Option<char>| {
        outside.is_some_and(char::is_alphanumeric) && inside.is_some_and(char::is_alphanumeric)
    };
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).and_then(|after| after.chars().next());
    // `C.C.` is not meant in `R.C.C.`: initials without a blank are one word.
    let mut behind = before.chars().rev();
    let glued = behind.next() == Some('.')
        && behind.next().is_some_and(char::is_uppercase)
        && behind.next().is_none_or(|c| !c.is_alphanumeric())
        && words.chars().nth(1) == Some('.');
    let touched = joins(before.chars().next_back(), words.chars().next())
        || joins(after, words.chars().next_back())
        || (words.ends_with('.') && after.is_some_and(char::is_alphanumeric));
    !(words.is_empty() || glued || touched || after.is_some_and(is_combining_mark))
}
