//! A title "A to B" that names another sender or addressee than the header.
//!
//! The list of letters shows the one, the head of the letter the other. Only titles of that form are read, only where
//! the name is exactly that of one entry of the register, and only where it has no word in common with those of the
//! header: a register can have one person twice, and a person many names.
//!
//! Example: the title "Ada Brook to Carl Dorn" over a letter that was sent by Carl Dorn.

use crate::names::{Names, PARTIES, folded, names_of};
use crate::{Checked, Rule, at};
use edition::{ActionKind, Entry, EntryId, Letter};
use source::{Code, Diagnostic, Severity};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const RULE: Rule = Rule { code: Code("check/title-contradicts"), run };

/// Between sender and addressee, in the languages that dates are read in.
const TO: [&str; 3] = [" an ", " to ", " à "];
/// Before the sender.
const FROM: [&str; 7] =
    ["Brief von ", "Letter from ", "Lettre de ", "Von ", "From ", "Letter of ", "Postkarte von "];

/// The words of all names of each entry.
type Words<'e> = BTreeMap<&'e EntryId, BTreeSet<String>>;

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let entries = &checked.edition.register.entries;
    let (names, of) = (names_of(entries, &PARTIES), all_words(entries));
    for (letter, place) in checked.letters() {
        let Some((sender, addressee)) = letter.title.as_deref().and_then(split) else { continue };
        let parties = [(sender, ActionKind::Sent, "sender"), (addressee, ActionKind::Received, "addressee")];
        for (name, kind, word) in parties {
            if contradicts(letter, name, kind, &names, &of) {
                let message = format!("the title names {name} as {word}, the header does not");
                let span = place.title.or(place.head);
                let finding = at(&RULE, Severity::Warning, (place.source, span), message);
                found.push(finding.advise("mend the title, or the reference in the header"));
            }
        }
    }
}

/// Sender and addressee of a title that names both.
fn split(title: &str) -> Option<(&str, &str)> {
    let (before, after) = TO.iter().find_map(|word| title.split_once(word))?;
    let sender = FROM.iter().find_map(|word| before.strip_prefix(word)).unwrap_or(before);
    // What follows is date and place.
    let ends = |c: char| c.is_ascii_digit() || ",([;:.".contains(c);
    let addressee = match after.find(ends) {
        // A stop behind an initial is part of a name.
        Some(at) if after[at..].starts_with('.') => return None,
        Some(at) => &after[..at],
        None => after,
    };
    Some((sender.trim(), addressee.trim()))
}

fn all_words(entries: &[Entry]) -> Words<'_> {
    let all = |entry: &Entry| {
        let forms = entry.forms.iter().map(|form| &form.text);
        forms.chain([&entry.name]).flat_map(|name| words(name)).collect()
    };
    entries.iter().map(|entry| (&entry.id, all(entry))).collect()
}

/// Whether a name is that of one entry, and that entry is none of those who did it.
fn contradicts(letter: &Letter, name: &str, kind: ActionKind, names: &Names<'_>, of: &Words<'_>) -> bool {
    let Some(meant) = names.get(&folded(name)).filter(|ids| ids.len() == 1) else { return false };
    let parties: Vec<_> = letter
        .corresp
        .actions
        .iter()
        .filter(|action| action.kind == kind)
        .flat_map(|action| &action.correspondents)
        .collect();
    // Nobody is named, or not by reference: there is nothing to contradict.
    if parties.is_empty() || parties.iter().any(|party| party.targets.is_empty()) {
        return false;
    }
    let written = words(name);
    let same = |party: &&edition::Mention| {
        party.targets.iter().any(|id| meant.contains(id))
            || !words(&party.as_written).is_disjoint(&written)
            || party.targets.iter().any(|id| of.get(id).is_some_and(|other| !other.is_disjoint(&written)))
    };
    !parties.iter().any(same)
}

/// The words of a name that tell something, in small letters.
fn words(name: &str) -> BTreeSet<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}
