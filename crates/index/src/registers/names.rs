//! The names an entry is found by, and those that stand in the register on their own.

use edition::{Abbreviation, Entry, EntryId, EntryKind, Register, inverted};
use std::collections::BTreeMap;

use crate::{NameKey, fold};

/// The abbreviations of each entry, in the order of the register.
pub(super) type Abbreviations<'r> = BTreeMap<&'r EntryId, Vec<&'r Abbreviation>>;

/// Gathers them once for all entries.
pub(super) fn abbreviations(register: &Register) -> Abbreviations<'_> {
    let mut out = Abbreviations::new();
    for known in &register.abbreviations {
        if let Some(id) = &known.entry {
            out.entry(id).or_default().push(known);
        }
    }
    out
}

/// All names of an entry for look-up: the preferred one, the one to sort by, forms, abbreviations, and for persons the
/// initials written together.
pub(super) fn keys(abbreviations: &Abbreviations<'_>, entry: &Entry) -> Vec<NameKey> {
    // The first two always stand, so that they can be told from the others.
    let mut keys: Vec<NameKey> = [&entry.name, &entry.sort_name]
        .into_iter()
        .map(|name| NameKey { shown: name.clone(), folded: fold(name).into() })
        .collect();
    let mut add = |shown: &str, folded: String| {
        if !folded.is_empty() && keys.iter().all(|key| *key.folded != *folded) {
            keys.push(NameKey { shown: shown.into(), folded: folded.into() });
        }
    };
    for name in other_names(abbreviations, entry) {
        add(name, fold(name));
    }
    if entry.kind == EntryKind::Person
        && let Some(initials) = initials_together(&entry.name)
    {
        add("", initials);
    }
    keys
}

/// Forms and abbreviations, in the order of the register.
fn other_names<'r>(
    abbreviations: &Abbreviations<'r>,
    entry: &'r Entry,
) -> impl Iterator<Item = &'r str> + use<'r> {
    let known = abbreviations.get(&entry.id).cloned().unwrap_or_default();
    let forms = entry.forms.iter().map(|form| &*form.text);
    forms.chain(known.into_iter().flat_map(|known| [&*known.short, &*known.long]))
}

/// `aa joffe` for `Adolf Abramovich Joffe`; none for a name of fewer than three words.
fn initials_together(name: &str) -> Option<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let (last, given) = words.split_last()?;
    if given.len() < 2 {
        return None;
    }
    let mut together: String = given.iter().filter_map(|word| word.chars().next()).collect();
    together.push(' ');
    together.push_str(last);
    Some(together)
}

/// The headings of the see-references of an entry: forms under which a reader would not come upon the entry itself.
/// Of a person those with another surname (`Ioffe, A. A.`), the fullest form of each; of anything else those with a
/// word that is not in the name (`Rumania`), and abbreviations. What running text says of works, events and offices is
/// no heading (`your last letter`): of these only forms that the editor gives for look-up. Forms in another script than the name serve look-up only.
pub(super) fn see_headings(abbreviations: &Abbreviations<'_>, entry: &Entry) -> Vec<Box<str>> {
    let own = [fold(&entry.name), fold(&entry.sort_name)].join(" ");
    let is_own = |word: &str| own.split(' ').any(|known| known.starts_with(word));
    // Beside the heading: what tells whether two forms are the same for this purpose.
    let mut headings: Vec<(String, Box<str>)> = Vec::new();
    let phrases = matches!(entry.kind, EntryKind::Work | EntryKind::Event | EntryKind::Office);
    let is_phrase =
        |name: &str| phrases && entry.forms.iter().any(|form| form.recognized && &*form.text == name);
    for form in other_names(abbreviations, entry) {
        if is_phrase(form) || script(form) != script(&entry.name) {
            continue;
        }
        let folded = fold(form);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let person = entry.kind == EntryKind::Person;
        let (sameness, heading) = if person {
            let heading = inverted(form).unwrap_or_else(|| form.to_owned());
            // What two forms are told apart by is their last word, whether the heading begins with it or not.
            let surname = match form.split_once(',') {
                Some((surname, _)) => fold(surname),
                None => fold(form.rsplit(' ').next().unwrap_or_default()),
            };
            if surname.is_empty() || surname.split(' ').all(is_own) {
                continue;
            }
            (surname, heading)
        } else {
            let initials = words.len() > 1 && words.iter().all(|word| word.chars().count() == 1);
            if words.is_empty() || (!initials && words.iter().all(|word| is_own(word))) {
                continue;
            }
            (folded.clone(), form.to_owned())
        };
        match headings.iter_mut().find(|(known, _)| *known == sameness) {
            Some((_, kept)) if kept.chars().count() < heading.chars().count() => *kept = heading.into(),
            Some(_) => {}
            None => headings.push((sameness, heading.into())),
        }
    }
    headings.into_iter().map(|(_, heading)| heading).collect()
}

/// The script of the first letter, as far as registers care: those that one alphabet orders are one.
fn script(name: &str) -> u32 {
    match name.chars().find(|c| c.is_alphabetic()).map_or(0, u32::from) {
        0..0x370 | 0x1e00..0x1f00 => 0,
        other => 1 + other / 0x400,
    }
}
