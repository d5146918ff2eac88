//! Cards: what opens beside a name or a date.

use super::DateHere;
use super::walk::each_block;
use crate::{AuthorityLink, Library, entry_page};
use dates::Certainty;
use edition::{
    ActionKind, Block, Dating, Entry, EntryId, Inline, Joint, Letter, Mention, Origin, each_inline,
};
use index::Setting;
use std::collections::BTreeSet;

/// What opens beside words.
#[derive(Debug, Clone, PartialEq)]
pub enum Card<'l> {
    /// One or several entries.
    Entries {
        /// The id of the card.
        id: String,
        /// A mention that opens it: for a card of its own, the only one.
        mention: &'l Mention,
        /// Whether the card speaks of this one mention: its certainty and reason are shown.
        single: bool,
        /// The entries, or the identifiers of those that the register lacks.
        entries: Vec<Result<EntryCard<'l>, &'l EntryId>>,
        /// How several belong together.
        joint: Joint,
    },
    /// An abbreviation of no entry, or a name that nobody identified.
    Words {
        /// The id of the card.
        id: String,
        /// The mention.
        mention: &'l Mention,
    },
    /// A date.
    Date {
        /// The id of the card.
        id: String,
        /// The date.
        date: DateHere<'l>,
    },
}

/// What a card says of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryCard<'l> {
    /// The entry.
    pub entry: &'l Entry,
    /// Abbreviations for it, with what they stand for.
    pub expansions: Vec<(&'l str, &'l str)>,
    /// Its part in this letter.
    pub part: Part,
    /// Mentions in the text of this letter, its heading included.
    pub in_text: usize,
    /// Mentions in its notes.
    pub in_notes: usize,
    /// Mentions in the lines about the print.
    pub in_imprint: usize,
    /// Letters it sent, received, and mentions of it in the whole edition.
    pub totals: [usize; 3],
    /// The part of the entry's page where its mentions begin.
    pub mentions: Option<&'static str>,
    /// Its identifiers in authority files.
    pub authorities: Vec<AuthorityLink<'l>>,
}

/// The part of an entry in a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It wrote the letter.
    Sender,
    /// It received the letter.
    Recipient,
    /// It is named in it.
    Mentioned,
}

/// The id of the card that a mention opens: one for all mentions of the same entries, one of its own where something is
/// said of that mention alone.
#[must_use]
pub fn card_of_mention(mention: &Mention) -> String {
    let mut id = String::from("c-");
    if mention.targets.is_empty() || speaks_of_itself(mention) {
        id.push_str(mention.id.as_str());
        return id;
    }
    for (at, target) in mention.targets.iter().enumerate() {
        if at > 0 {
            id.push_str(if mention.joint == Joint::OneOf { "|" } else { "+" });
        }
        id.push_str(target.as_str());
    }
    id
}

fn speaks_of_itself(mention: &Mention) -> bool {
    let doubt = mention.certainty != Certainty::High || mention.origin == Origin::Machine;
    doubt || mention.reason.is_some() || mention.implied
}

/// The id of the card that a date opens.
#[must_use]
pub fn card_of_dating(dating: &Dating) -> String {
    ["c-", dating.id.as_str()].concat()
}

/// All cards that a letter's page needs, in the order in which their words come first.
pub(super) fn cards<'l>(library: &'l Library, letter: &'l Letter, number: usize) -> Vec<Card<'l>> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    let mut add = |inlines: &'l [Inline], note: Option<&'l str>| {
        each_inline(inlines, &mut |inline| {
            let id = match inline {
                Inline::Mention(mention, _) => card_of_mention(mention),
                Inline::Date(dating, _) => card_of_dating(dating),
                _ => return,
            };
            if !seen.insert(id.clone()) {
                return;
            }
            out.push(match inline {
                Inline::Date(dating, _) => {
                    let moment = super::moment(library, letter, dating);
                    Card::Date { id, date: DateHere { dating, moment, note } }
                }
                Inline::Mention(mention, _) => card(library, letter, number, id, mention),
                _ => return,
            });
        });
    };
    each_block(letter, &mut |block: &'l Block, note| add(&block.inlines, note.map(|note| &*note.label)));
    for line in &letter.witness.imprint {
        add(&line.inlines, None);
    }
    out
}

fn card<'l>(
    library: &'l Library,
    letter: &'l Letter,
    number: usize,
    id: String,
    mention: &'l Mention,
) -> Card<'l> {
    if mention.targets.is_empty() {
        return Card::Words { id, mention };
    }
    let entries = mention
        .targets
        .iter()
        .map(|target| {
            library.entry(target).map(|entry| entry_card(library, letter, number, entry)).ok_or(target)
        })
        .collect();
    Card::Entries { id, mention, single: speaks_of_itself(mention), entries, joint: mention.joint }
}

/// What a card says of an entry in a letter.
#[must_use]
pub fn entry_card<'l>(
    library: &'l Library,
    letter: &Letter,
    number: usize,
    entry: &'l Entry,
) -> EntryCard<'l> {
    let did = |kind: ActionKind| {
        let mut parties = letter
            .corresp
            .actions
            .iter()
            .filter(|action| action.kind == kind)
            .flat_map(|a| &a.correspondents);
        parties.any(|who| who.targets.contains(&entry.id))
    };
    let part = if did(ActionKind::Sent) {
        Part::Sender
    } else if did(ActionKind::Received) {
        Part::Recipient
    } else {
        Part::Mentioned
    };
    let record = library.record(&entry.id);
    let places = || {
        record
            .into_iter()
            .flat_map(|record| &record.occurrences)
            .filter(|place| place.letter as usize == number)
    };
    let abbreviations = library.edition.register.abbreviations.iter();
    let all = || record.into_iter().flat_map(|record| &record.occurrences);
    type List = (&'static str, fn(&Setting) -> bool);
    let lists: [List; 3] = [
        ("in-text", |setting| *setting == Setting::Text),
        ("in-notes", |setting| matches!(setting, Setting::Note(_))),
        ("in-imprint", |setting| *setting == Setting::Imprint),
    ];
    let [in_text, in_notes, in_imprint] =
        lists.map(|(_, wanted)| places().filter(|place| wanted(&place.setting)).count());
    let first = lists.into_iter().find(|(_, wanted)| all().any(|place| wanted(&place.setting)));
    EntryCard {
        entry,
        expansions: abbreviations
            .filter(|known| known.entry.as_ref() == Some(&entry.id))
            .map(|known| (&*known.short, &*known.long))
            .collect(),
        part,
        in_text,
        in_notes,
        in_imprint,
        totals: record
            .map_or([0; 3], |record| [record.sent.len(), record.received.len(), record.occurrences.len()]),
        mentions: first.map(|(list, _)| list),
        authorities: entry.authorities.iter().map(entry_page::link).collect(),
    }
}
