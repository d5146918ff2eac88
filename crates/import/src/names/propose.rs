//! Without a register: words that look like names. Proposals, never facts.

use super::Found;
use super::normal::blank;
use dates::Certainty;
use edition::{EntryKind, Joint, Origin};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A list that each word of a letter is looked up in.
type List = LazyLock<HashSet<&'static str>>;

/// Forms of address: what follows is a name.
static ADDRESS: List = LazyLock::new(|| {
    "Comrade Citizen Mr Mrs Miss Ms Dr Prof Professor Sir Lady Lord Count Countess Herr Herrn Frau Fräulein \
    Genosse Genossin Monsieur Madame Mademoiselle Mme Mlle товарищ Товарищ тов Тов товарищу господин г-н г-жа"
        .split_whitespace()
        .collect()
});

/// Those of them that are written with a stop.
const ABBREVIATED: &str = "Mr Mrs Ms Dr Prof Mme Mlle тов Тов";

/// Words of a salutation: what follows is a name, if it is not one of [`KIN`].
static DEAR: List = LazyLock::new(|| {
    "Dear dear Dearest dearest Beloved beloved Lieber lieber Liebe liebe Liebster Liebste Verehrter Verehrte \
    Cher cher Chère chère Дорогой Дорогая дорогой дорогая Милый Милая Уважаемый Уважаемая"
        .split_whitespace()
        .collect()
});

/// Capitalized words of a salutation that are no names.
const KIN: &str = "Sir Sirs Madam Friend Friends Comrades Mother Father Brother Sister Child Children Son Daughter Wife \
    Husband Uncle Aunt Cousin Mama Mamma Papa Freund Freundin Freunde Mutter Vater Bruder Schwester Kind \
    Kinder Sohn Tochter Onkel Tante Eltern Ami Amie Maître Lord Lady";

/// Words in capitals, or at the beginning of a sentence, that are no names.
const NO_NAMES: &str = "THE The A An AN In It He She We You They This That And But If As HIS HER MY OUR ALL Er Sie Wir Ich Das \
    Die Der Und Il Elle Le La Les Я Он Она Мы Вы Но Это";

/// Small words inside names.
pub(super) const PARTICLES: &str = "von van der den de du la le zu af di del фон";

/// Initials with a surname (`A. A. Joffe`), what follows a form of address or a salutation (`Comrade Joffe`, `Dear
/// Anna`), and a heading in capitals (`TO MAXIM GORKY`).
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    let mut opening = true;
    for word in text.split_inclusive(blank) {
        let (start, next) = (at, at + word.len());
        at = next;
        let bare = word.trim_end_matches(blank);
        if bare.is_empty() || ranges.last().is_some_and(|(_, end)| start < *end) {
            continue;
        }
        let key = bare.trim_end_matches(['.', ',']).trim_start_matches(['(', '"', '“', '„', '«', '[']);
        let begin = start + opening_signs(bare);
        // A stop ends the sentence, unless the word is abbreviated.
        let stopped = bare.ends_with(['.', ',']) && !among(ABBREVIATED, key);
        let found = if ADDRESS.contains(key) && !stopped {
            name(text, next).filter(|(start, end)| !among(KIN, text.get(*start..*end).unwrap_or_default()))
        } else if DEAR.contains(key) && !stopped {
            name(text, next).filter(|(start, end)| {
                let words = text.get(*start..*end).unwrap_or_default();
                let first = words.split(blank).next().unwrap_or_default();
                !among(KIN, first) && !ADDRESS.contains(first)
            })
        } else if bare == "TO" && opening {
            name(text, next)
        } else {
            after_initials(text, begin).map(|end| (given_before(text, begin), end))
        };
        ranges.extend(found);
        opening = false;
    }
    let proposal = |(start, end)| Found {
        start,
        end,
        kind: EntryKind::Person,
        targets: Vec::new(),
        joint: Joint::And,
        origin: Origin::Machine,
        certainty: Certainty::Low,
        proper: false,
    };
    ranges.into_iter().map(proposal).collect()
}

/// Whether a word is one of a list.
pub(super) fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

/// How many bytes of brackets and quotes a word begins with.
fn opening_signs(word: &str) -> usize {
    word.len() - word.trim_start_matches(['(', '[', '"', '“', '„', '«', '‘', '\'']).len()
}

/// A name that begins here: with initials, or of one to three capitalized words.
fn name(text: &str, start: usize) -> Option<(usize, usize)> {
    if let Some(end) = after_initials(text, start) {
        return Some((start, end));
    }
    let mut end = surname(text, start)?;
    for _ in 0..2 {
        let Some(next) = past_blanks(text, end).filter(|next| *next > end) else { break };
        match surname(text, next) {
            Some(further) => end = further,
            None => break,
        }
    }
    Some((start, end))
}

/// The end of one to three initials and a surname that begin here.
fn after_initials(text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    let mut initials = 0;
    while initials < 4 {
        let rest = text.get(at..)?;
        let mut characters = rest.chars();
        let first = characters.next()?;
        if !first.is_uppercase() || characters.next() != Some('.') {
            break;
        }
        at = past_blanks(text, at + first.len_utf8() + 1)?;
        initials += 1;
    }
    if initials == 0 || initials > 3 {
        return None;
    }
    for _ in 0..2 {
        let rest = text.get(at..)?;
        let end = rest.find(blank).unwrap_or(rest.len());
        if !among(PARTICLES, rest.get(..end)?) {
            break;
        }
        at = past_blanks(text, at + end)?;
    }
    surname(text, at)
}

/// Where a given name in full begins that stands before an initial inside a sentence: `by David J. Romagnolo`.
fn given_before(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let words = before.trim_end_matches([' ', '\u{a0}']);
    let given = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let further = words.get(..words.len() - given.len()).unwrap_or_default();
    let named = given.starts_with(char::is_uppercase)
        && given.chars().skip(1).any(char::is_lowercase)
        && !among(NO_NAMES, given)
        && !ADDRESS.contains(given);
    // The first word of a sentence has a capital of its own.
    let inside =
        further.ends_with(' ') && further.trim_end().ends_with(|c: char| c.is_alphabetic() || c == ',');
    if named && inside { words.len() - given.len() } else { start }
}

/// Past blanks of one line.
fn past_blanks(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    Some(text.len() - rest.trim_start_matches(|c: char| blank(c) && !matches!(c, '\n' | '\r')).len())
}

/// The end of a word that begins with a capital and has two letters at least.
fn surname(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let joins = |c: char| c.is_alphabetic() || c == '-' || c == '\u{301}';
    let end = rest.find(|c: char| !joins(c)).unwrap_or(rest.len());
    let mut word = rest.get(..end)?.trim_end_matches('-');
    // `O'Brien`, not `Joffe's`.
    let inner = rest.get(word.len()..).and_then(|more| more.strip_prefix(['\'', '’']));
    if let Some(more) = inner.filter(|more| word.len() == 1 && more.starts_with(char::is_uppercase)) {
        let further = more.find(|c: char| !joins(c)).unwrap_or(more.len());
        word = rest.get(..rest.len() - more.len() + further)?;
    }
    let named = word.chars().next().is_some_and(char::is_uppercase) && word.chars().nth(1).is_some();
    (named && !among(NO_NAMES, word)).then_some(start + word.len())
}
