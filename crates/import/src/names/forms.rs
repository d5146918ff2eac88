//! The forms of a register as one automaton.

use super::Found;
use super::normal::Normal;
use crate::side_file::SideFile;
use aho_corasick::AhoCorasick;
use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Origin};

/// All forms that are looked for, ready to be found.
#[derive(Debug)]
pub struct Forms {
    automaton: Option<AhoCorasick>,
    /// What each pattern stands for.
    meanings: Vec<(EntryId, EntryKind)>,
    present_edition: Option<(EntryId, EntryKind)>,
}

impl Forms {
    /// The forms of a side file.
    #[must_use]
    pub fn of(side: &SideFile) -> Self {
        let mut patterns = Vec::new();
        let mut meanings = Vec::new();
        for entry in &side.register.entries {
            for form in entry.forms.iter().filter(|form| form.recognized) {
                let normal = Normal::of(form.text.trim()).text;
                // Headings are in capitals; a form that is so already needs no second pattern.
                let capitals = normal.to_uppercase();
                for pattern in [Some(normal.clone()), Some(capitals).filter(|upper| *upper != normal)]
                    .into_iter()
                    .flatten()
                {
                    if !pattern.is_empty() {
                        patterns.push(pattern);
                        meanings.push((entry.id.clone(), entry.kind));
                    }
                }
            }
        }
        let present_edition = side
            .present_edition
            .as_ref()
            .and_then(|id| side.register.entry(id))
            .map(|entry| (entry.id.clone(), entry.kind));
        let automaton = if patterns.is_empty() { None } else { AhoCorasick::new(&patterns).ok() };
        Self { automaton, meanings, present_edition }
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
            // A blank that the comparable text lacks may follow a final stop.
            let words = text.get(start..end).unwrap_or_default();
            let end = start + words.trim_end().len();
            if !bounded(text, start, end) {
                continue;
            }
            let (target, kind) = self.meanings[hit.pattern().as_usize()].clone();
            found.push(Found {
                start,
                end,
                kind,
                targets: vec![target],
                joint: Joint::And,
                origin: Origin::Editor,
                certainty: Certainty::High,
            });
        }
        found
    }
}

/// Whether no letter or figure touches the words from outside.
fn bounded(text: &str, start: usize, end: usize) -> bool {
    let words = text.get(start..end).unwrap_or_default();
    let joins = |outside: Option<char>, inside: Option<char>| {
        outside.is_some_and(char::is_alphanumeric) && inside.is_some_and(char::is_alphanumeric)
    };
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(end..).and_then(|after| after.chars().next());
    !words.is_empty()
        && !joins(before, words.chars().next())
        && !joins(after, words.chars().next_back())
        && !(words.ends_with('.') && after.is_some_and(char::is_alphanumeric))
}
