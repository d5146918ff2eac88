//! Cards: what opens beside a name or a date.

use super::walk::each_block;
use super::{DateHere, MentionHere};
use crate::{AuthorityLink, Library, entry_page};
use bundle::{EntryHead, LetterBody};
use dates::Certainty;
use edition::{
    ActionKind, Block, Dating, Entry, EntryId, EntryKind, Inline, Joint, Letter, Mention, Origin, each_inline,
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
        /// A mention that opens it: for a card of its own, the only one.
        mention: &'l Mention,
        /// The card is of that mention alone: something is said of it.
        single: bool,
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
    /// Its pages in authority files, one in each, at most three; its own page has all.
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

/// Longest words that are the id of a card, in bytes.
const WORDS: usize = 48;

/// The id of the card that a mention opens: one for all mentions of the same entries, or of the same words where nobody
/// said what they mean; one of its own where something is said of that mention alone.
#[must_use]
pub fn card_of_mention(mention: &Mention) -> String {
    if speaks_of_itself(mention) || mention.targets.is_empty() && mention.expansion.is_some() {
        return ["c-", mention.id.as_str()].concat();
    }
    let words = &*mention.as_written;
    if mention.targets.is_empty() {
        let id = if words.len() > WORDS { mention.id.as_str() } else { words };
        // Blanks would make several ids of it.
        let kinds = EntryKind::REGISTERS;
        let kind = kinds.iter().position(|kind| *kind == mention.kind).unwrap_or(kinds.len());
        return ["w", &kind.to_string(), "-", &id.replace(char::is_whitespace, "_")].concat();
    }
    let mut id = String::from("c-");
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
pub(super) fn cards<'l>(library: &'l Library, body: &'l LetterBody) -> Vec<Card<'l>> {
    let letter = &body.letter;
    let here = super::mentions(letter);
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
                Inline::Date(dating, _) => Card::Date { id, date: super::date_here(body, dating, note) },
                Inline::Mention(mention, _) => card(library, letter, &here, id, mention),
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

/// Every mention of the letter, entry by entry.
type Here<'l> = [(&'l EntryId, MentionHere<'l>)];

fn card<'l>(
    library: &'l Library,
    letter: &Letter,
    here: &Here<'_>,
    id: String,
    mention: &'l Mention,
) -> Card<'l> {
    if mention.targets.is_empty() {
        return Card::Words { id, mention, single: speaks_of_itself(mention) };
    }
    let targets = mention.targets.iter();
    let entries =
        targets.map(|id| library.head(id).map(|head| entry_card(letter, here, head)).ok_or(id)).collect();
    Card::Entries { id, mention, single: speaks_of_itself(mention), entries, joint: mention.joint }
}

/// What a card says of an entry in a letter.
fn entry_card<'l>(letter: &Letter, here: &Here<'_>, head: &'l EntryHead) -> EntryCard<'l> {
    let entry = &head.entry;
    let did = |kind: ActionKind| {
        let actions = letter.corresp.actions.iter().filter(|action| action.kind == kind);
        actions.flat_map(|action| &action.correspondents).any(|who| who.targets.contains(&entry.id))
    };
    let part = if did(ActionKind::Sent) {
        Part::Sender
    } else if did(ActionKind::Received) {
        Part::Recipient
    } else {
        Part::Mentioned
    };
    let count = |wanted: fn(&Setting) -> bool| {
        here.iter().filter(|(id, place)| **id == entry.id && wanted(&place.setting)).count()
    };
    let lists = ["in-text", "in-notes", "in-imprint"];
    let first = lists.into_iter().zip(head.mentioned).find(|(_, count)| *count > 0);
    EntryCard {
        entry,
        expansions: head.abbreviations.iter().map(|(short, long)| (&**short, &**long)).collect(),
        part,
        in_text: count(|setting| *setting == Setting::Text),
        in_notes: count(|setting| matches!(setting, Setting::Note(_))),
        in_imprint: count(|setting| *setting == Setting::Imprint),
        totals: [head.sent, head.received, head.mentions()].map(|count| count as usize),
        mentions: first.map(|(list, _)| list),
        authorities: authorities(entry),
    }
}

/// Most authority files that a card leads to: it stands between the lines of a letter.
const AUTHORITIES: usize = 3;

fn authorities(entry: &Entry) -> Vec<AuthorityLink<'_>> {
    let mut links: Vec<AuthorityLink<'_>> = Vec::new();
    let all = entry.authorities.iter().map(entry_page::link).filter(|link| link.href.is_some());
    // Authority files before other pages.
    let (pages, files): (Vec<_>, Vec<_>) = all.partition(AuthorityLink::is_address);
    for link in files.into_iter().chain(pages) {
        if links.len() < AUTHORITIES && links.iter().all(|known| known.file != link.file) {
            links.push(link);
        }
    }
    links
}
