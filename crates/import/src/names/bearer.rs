//! What stands before a surname: `Karl Schiller` and `Mrs. Schiller`, where the register knows Friedrich alone.

use super::Found;
use super::given::{GivenName, GivenNames, Sex, addressed};
use super::normal::blank;
use super::propose::{PARTICLES, among};
use dates::Certainty;
use edition::{EntryId, Joint, Origin};
use std::collections::BTreeMap;

/// How many words before a surname are looked at.
const WORDS: usize = 6;

/// Whether a form of a person is a name, and no description: `Frau Schiller`, `Karl von Holtei`; not `the wife of Lenin` or
/// `Lenin's wife`.
pub(super) fn is_name(form: &str) -> bool {
    let mut words = form.split(blank).filter(|word| !word.is_empty());
    let of_name = |word: &str| {
        let possessive = word.ends_with("'s") || word.ends_with('\'');
        word.starts_with(char::is_uppercase) && !possessive
            || word.starts_with(|c: char| c.is_lowercase()) && is_particle(word)
    };
    form.starts_with(char::is_uppercase) && words.all(of_name)
}

fn is_particle(word: &str) -> bool {
    // Half of one goes with the name: `d'Arc`.
    among(PARTICLES, word) || word.starts_with("d'")
}

/// The words of a person's names.
#[derive(Debug)]
pub(super) struct Bearer {
    words: Vec<String>,
    /// Those of them that are given names.
    given: Vec<GivenName>,
    /// Whether any given name is known, be it by its initial.
    is_known: bool,
}

impl Bearer {
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>, known: &GivenNames) -> Self {
        let words = names.flat_map(|name| name.split(|c: char| !(c.is_alphabetic() || c == '-')));
        let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_uppercase).collect();
        let given: Vec<GivenName> = words.iter().filter_map(|word| known.of(word)).collect();
        let is_known = !given.is_empty() || words.iter().any(|word| is_initial(word));
        Self { words, given, is_known }
    }

    /// A man or a woman, where all given names say the same.
    fn sex(&self) -> Option<Sex> {
        let first = self.given.first()?.sex;
        self.given.iter().all(|name| name.sex == first).then_some(first)
    }

    /// Whether a given name is the person's, in whatever language, or begins as an initial of the person.
    fn bears(&self, word: &str, name: GivenName) -> bool {
        let initial = |own: &String| is_initial(own) && word.starts_with(own.as_str());
        self.given.contains(&name) || self.words.iter().any(initial)
    }
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// How a name in the text fits a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is another's.
    No,
    /// It may be the person's.
    Perhaps,
    Yes,
}

/// What is read before a surname.
struct Before<'t> {
    start: usize,
    given: Vec<(String, GivenName)>,
    sex: Option<Sex>,
    /// The words of the form.
    form: &'t str,
}

impl<'t> Before<'t> {
    /// Given names, with a form of address before them; nothing where neither stands there.
    fn read(text: &'t str, form: (usize, usize), known: &GivenNames) -> Option<Self> {
        let end = form.0;
        let form = text.get(end..form.1)?;
        let mut read = Self { start: end, given: Vec::new(), sex: None, form };
        let mut at = end;
        for _ in 0..WORDS {
            let Some((start, word)) = word_before(text, at) else { break };
            let capitals = word.to_uppercase();
            // Before a surname it may be the month.
            let month = capitals == "AUGUST" && at == end;
            let is_name = word.starts_with(char::is_uppercase) && !month;
            if let Some(name) = known.of(&capitals).filter(|_| is_name) {
                read.given.push((capitals, name));
                read.start = start;
            } else if let Some(sex) = addressed(word) {
                read.sex = Some(sex);
                read.start = start;
                break;
            } else if !(read.given.is_empty() && is_particle(&word.to_lowercase())) {
                break;
            }
            at = start;
        }
        (read.start < end).then_some(read)
    }

    fn fit(&self, bearer: &Bearer, known: &GivenNames) -> Fit {
        let contradicts = |sex: Sex| bearer.sex().is_some_and(|own| own != sex);
        if self.sex.is_some_and(contradicts) {
            return Fit::No;
        }
        let borne = self.given.iter().filter(|(word, name)| bearer.bears(word, *name)).count();
        match borne {
            all if all == self.given.len() => Fit::Yes,
            0 if bearer.is_known && !self.has_given(bearer, known) => Fit::No,
            _ => Fit::Perhaps,
        }
    }

    /// Whether the form has a given name of the person already, before its last word: `Karl` before `Friedrich Schiller`.
    fn has_given(&self, bearer: &Bearer, known: &GivenNames) -> bool {
        let first = self.form.trim_end_matches(|c: char| !blank(c));
        let mut words = first.split(blank).filter_map(|word| known.of(&word.to_uppercase()));
        words.any(|name| bearer.given.contains(&name))
    }
}

/// The word that ends before a place, with blanks between of one line end at most. A stop is part of it: `Mrs.`.
fn word_before(text: &str, end: usize) -> Option<(usize, &str)> {
    let before = text.get(..end)?;
    let words = before.trim_end_matches(blank);
    let gap = before.get(words.len()..)?;
    if gap.is_empty() || gap.matches('\n').count() > 1 {
        return None;
    }
    let bare = words.trim_end_matches('.');
    let joins = |c: char| c.is_alphabetic() || c == '-' || c == '\u{301}';
    let start = bare.trim_end_matches(joins).len();
    let word = words.get(start..)?;
    // A stop after a name ends the sentence; after a form of address it does not.
    (start < bare.len() && (bare.len() == words.len() || addressed(word).is_some())).then_some((start, word))
}

/// Takes a given name or form of address that contradicts one of those who are meant into the name. Whom it contradicts is
/// not meant; where it contradicts all, somebody else of that surname is, whom the register does not know.
pub(super) fn weigh(text: &str, mut found: Vec<Found>, people: &People) -> Vec<Found> {
    let ranges = super::initials::Ranges::of(&found);
    let mut readings: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, one) in found.iter().enumerate() {
        let meant = one.kind == edition::EntryKind::Person && !one.targets.is_empty();
        if meant && !ranges.reach(one.start, one.end) {
            readings.entry((one.start, one.end)).or_default().push(at);
        }
    }
    for ((start, end), at) in readings {
        let Some(before) = Before::read(text, (start, end), &people.known) else {
            let meant: Vec<&EntryId> = at.iter().filter_map(|at| found[*at].targets.first()).collect();
            if let Some((begins, fits)) = told_apart(text, start, &meant, people) {
                for (at, fits) in at.into_iter().zip(fits) {
                    take_in(&mut found[at], begins, if fits { Fit::Yes } else { Fit::No });
                }
            }
            continue;
        };
        let fit = |id: &EntryId| {
            people.bearers.get(id).map_or(Fit::Perhaps, |bearer| before.fit(bearer, &people.known))
        };
        let fits: Vec<Fit> = at.iter().map(|at| worst(&found[*at], fit)).collect();
        if fits.iter().all(|fit| *fit == Fit::Yes) {
            continue;
        }
        for (at, fit) in at.into_iter().zip(fits) {
            take_in(&mut found[at], before.start, fit);
        }
    }
    found
}

/// Lets a name begin before its surname; who does not fit is not meant.
fn take_in(one: &mut Found, start: usize, fit: Fit) {
    one.start = start;
    match fit {
        Fit::Yes => return,
        Fit::Perhaps => one.certainty = one.certainty.max(Certainty::Medium),
        Fit::No => {
            one.targets.clear();
            one.certainty = Certainty::Low;
        }
    }
    one.joint = Joint::And;
    one.origin = Origin::Machine;
}

/// Of several of one surname, those in whose names the word before it is too, be it a given name that is not known here.
fn told_apart(text: &str, start: usize, meant: &[&EntryId], people: &People) -> Option<(usize, Vec<bool>)> {
    let (begins, word) = word_before(text, start)?;
    let word = word.to_uppercase();
    let has = |id: &&EntryId| people.bearers.get(*id).is_some_and(|bearer| bearer.words.contains(&word));
    let fits: Vec<bool> = meant.iter().map(has).collect();
    (!is_particle(&word.to_lowercase()) && fits.contains(&true) && fits.contains(&false))
        .then_some((begins, fits))
}

fn worst(one: &Found, fit: impl Fn(&EntryId) -> Fit) -> Fit {
    one.targets.iter().map(fit).min().unwrap_or(Fit::Perhaps)
}

/// The persons of a register by their given names.
#[derive(Debug)]
pub(super) struct People {
    known: GivenNames,
    bearers: BTreeMap<EntryId, Bearer>,
}

impl People {
    pub(super) fn none() -> Self {
        Self { known: GivenNames::known(), bearers: BTreeMap::new() }
    }

    pub(super) fn add<'n>(&mut self, id: &EntryId, names: impl Iterator<Item = &'n str>) {
        self.bearers.insert(id.clone(), Bearer::of(names, &self.known));
    }
}
