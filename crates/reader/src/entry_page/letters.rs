//! A letter in a list: its date, and who it went between.

use dates::{DateForm, Language, display, names};
use edition::{ActionKind, CorrespAction, Entry, EntryId, EntryKind, Letter, Origin};

use crate::Library;

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterLine<'l> {
    /// The letter.
    pub letter: &'l Letter,
    /// Its date in words. Empty for an undated letter.
    pub date: String,
    /// Who says the date; none for an undated letter.
    pub date_origin: Option<Origin>,
    /// Whom it came from; empty where that is not asked for.
    pub senders: Vec<Partner<'l>>,
    /// Whom it went to; empty where that is not asked for.
    pub recipients: Vec<Partner<'l>>,
    /// Who says that the entry had this part in it; none in lists of mentions.
    pub part: Option<Part<'l>>,
}

/// Who says that an entry sent or received a letter, or that it is the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'l> {
    /// Who.
    pub origin: Origin,
    /// Why, where that is said.
    pub reason: Option<&'l str>,
}

/// A correspondent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner<'l> {
    /// The name: that of the entry, else as written.
    pub name: &'l str,
    /// The entry, where one is known.
    pub entry: Option<(EntryKind, &'l EntryId)>,
    /// Who says that it is that one.
    pub origin: Origin,
}

/// Which correspondents a line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partners {
    /// Those who sent it.
    Senders,
    /// Those who received it.
    Recipients,
    /// Both.
    Both,
}

/// The letters at these positions, in which an entry had a part.
pub(super) fn lines<'l>(
    library: &'l Library,
    numbers: &[u32],
    (entry, kind): (&Entry, ActionKind),
    language: Language,
) -> Vec<LetterLine<'l>> {
    let partners = match (entry.kind, kind) {
        (EntryKind::Place, _) => Partners::Both,
        (_, ActionKind::Sent) => Partners::Recipients,
        _ => Partners::Senders,
    };
    let lines = numbers.iter().filter_map(|number| line(library, *number, partners, language));
    lines.map(|line| LetterLine { part: part(line.letter, kind, &entry.id), ..line }).collect()
}

fn part<'l>(letter: &'l Letter, kind: ActionKind, id: &EntryId) -> Option<Part<'l>> {
    letter.corresp.actions.iter().filter(|action| action.kind == kind).find_map(|action| {
        let mention = action.correspondents.iter().find(|mention| mention.targets.contains(id));
        let part = mention.map(|mention| Part { origin: mention.origin, reason: mention.reason.as_deref() });
        let place = action.place.as_ref().filter(|place| place.target.as_ref() == Some(id));
        part.or(place.map(|place| Part { origin: place.origin, reason: place.reason.as_deref() }))
    })
}

/// The letter at a position.
pub(crate) fn line<'l>(
    library: &'l Library,
    number: u32,
    partners: Partners,
    language: Language,
) -> Option<LetterLine<'l>> {
    let letter = library.edition.letters.get(usize::try_from(number).ok()?)?;
    let dating = letter
        .corresp
        .actions
        .iter()
        .filter(|action| action.kind == ActionKind::Sent)
        .chain(&letter.corresp.actions)
        .find_map(|action| action.dating.as_ref());
    let meaning = dating.and_then(|dating| dating.reading.meaning.as_ref());
    let of = |kind: ActionKind, unwanted: Partners| {
        if partners == unwanted { Vec::new() } else { correspondents(library, letter, kind) }
    };
    Some(LetterLine {
        letter,
        date: match (meaning, dating) {
            (Some(date), _) => display(date, names(language), DateForm::Long),
            (None, Some(dating)) => dating.as_written.to_string(),
            (None, None) => String::new(),
        },
        date_origin: dating.map(|dating| dating.origin),
        senders: of(ActionKind::Sent, Partners::Recipients),
        recipients: of(ActionKind::Received, Partners::Senders),
        part: None,
    })
}

fn correspondents<'l>(library: &'l Library, letter: &'l Letter, kind: ActionKind) -> Vec<Partner<'l>> {
    let actions = letter.corresp.actions.iter().filter(|action| action.kind == kind);
    actions.flat_map(|action| of_action(library, action)).collect()
}

fn of_action<'l>(library: &'l Library, action: &'l CorrespAction) -> Vec<Partner<'l>> {
    let mut partners = Vec::new();
    for mention in &action.correspondents {
        let known = mention.targets.iter().filter_map(|target| library.entry(target));
        let before = partners.len();
        partners.extend(known.map(|entry| Partner {
            name: &entry.name,
            entry: Some((entry.kind, &entry.id)),
            origin: mention.origin,
        }));
        if partners.len() == before {
            partners.push(Partner { name: &mention.as_written, entry: None, origin: mention.origin });
        }
    }
    partners
}
