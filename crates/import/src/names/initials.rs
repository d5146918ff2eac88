//! Initials before a surname that the register has without them: `M. Joffe` where it knows Adolf Joffe.

use super::Found;
use super::normal::blank;
use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// The words of a person's names, to compare initials with.
#[derive(Debug)]
pub(super) struct Given(BTreeSet<String>);

impl Given {
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let words = names.flat_map(|name| name.split(|c: char| !c.is_alphabetic()));
        Self(words.filter(|word| !word.is_empty()).map(str::to_uppercase).collect())
    }

    /// Whether every initial begins a name of the person beside those that are printed in full.
    fn allows(&self, initials: &str, surname: &str) -> bool {
        let surname = surname.to_uppercase();
        let printed: BTreeSet<&str> = surname.split(|c: char| !c.is_alphabetic()).collect();
        let begins = |initial: char| {
            let mut others = self.0.iter().filter(|word| !printed.contains(word.as_str()));
            initial.to_uppercase().all(|capital| others.any(|word| word.starts_with(capital)))
        };
        initials.chars().filter(|c| c.is_alphabetic()).all(begins)
    }
}

/// Takes the initials before a person's form into the name. Where they fit the person, it is probably meant; where they
/// do not, it is somebody else of that surname, whom the register does not know.
pub(super) fn weigh(text: &str, mut found: Vec<Found>, given: &BTreeMap<EntryId, Given>) -> Vec<Found> {
    let around = Ranges::of(&found);
    for one in &mut found {
        if one.kind != EntryKind::Person {
            continue;
        }
        let Some(start) = initials_before(text, one.start) else { continue };
        // A longer form of the register has them, or they are an abbreviation that ends the sentence before.
        if around.end_within(start, one.start) || around.reach(one.start, one.end) {
            continue;
        }
        let (Some(initials), Some(surname)) = (text.get(start..one.start), text.get(one.start..one.end))
        else {
            continue;
        };
        let fits = |id: &EntryId| given.get(id).is_some_and(|given| given.allows(initials, surname));
        one.targets.retain(fits);
        one.start = start;
        one.origin = Origin::Machine;
        one.joint = Joint::And;
        one.certainty = if one.targets.is_empty() { Certainty::Low } else { Certainty::Medium };
    }
    found
}

/// Where names stand, to be asked for each of them.
pub(super) struct Ranges {
    ends: Vec<usize>,
    /// Every beginning, with the farthest end of those that begin there or before.
    farthest: Vec<(usize, usize)>,
}

impl Ranges {
    pub(super) fn of(found: &[Found]) -> Self {
        let mut ends: Vec<usize> = found.iter().map(|one| one.end).collect();
        let mut farthest: Vec<(usize, usize)> = found.iter().map(|one| (one.start, one.end)).collect();
        ends.sort_unstable();
        farthest.sort_unstable();
        let mut reached = 0;
        for (_, end) in &mut farthest {
            reached = reached.max(*end);
            *end = reached;
        }
        Self { ends, farthest }
    }

    /// Whether one ends behind `start`, at `end` at the latest.
    fn end_within(&self, start: usize, end: usize) -> bool {
        let first = self.ends.partition_point(|at| *at <= start);
        self.ends.get(first).is_some_and(|at| *at <= end)
    }

    /// Whether one begins before `start` and reaches to `end` at least.
    pub(super) fn reach(&self, start: usize, end: usize) -> bool {
        let before = self.farthest.partition_point(|(first, _)| *first < start);
        before.checked_sub(1).and_then(|last| self.farthest.get(last)).is_some_and(|(_, far)| *far >= end)
    }
}

/// Where one to three initials begin that end here.
fn initials_before(text: &str, end: usize) -> Option<usize> {
    let mut start = None;
    let mut before = text.get(..end)?;
    for _ in 0..3 {
        let trimmed = before.trim_end_matches(|c: char| blank(c) && c != '\n');
        let Some(letter) = trimmed.strip_suffix('.') else { break };
        let Some(initial) = letter.chars().next_back().filter(|c| c.is_uppercase()) else { break };
        let rest = letter.get(..letter.len() - initial.len_utf8())?;
        if rest.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')) {
            break;
        }
        start = Some(rest.len());
        before = rest;
    }
    // A fourth would make it an abbreviation: `U.S.S.R. Lenin`.
    let more = before.trim_end().strip_suffix('.').is_some_and(|rest| {
        rest.chars().next_back().is_some_and(char::is_uppercase)
            && rest.chars().rev().nth(1).is_none_or(|c| !c.is_alphanumeric())
    });
    start.filter(|_| !more)
}
