//! What a letter's page shows: who wrote to whom, the notes with their callers, a card for every name and date, the
//! names in order of kind.

mod cards;
mod marks;
mod steps;
mod walk;
mod ways;

pub use cards::{Card, EntryCard, Part, card_of_dating, card_of_mention};
pub use marks::Marks;
pub use steps::Step;
pub use walk::each_block;
pub use ways::Ways;

use crate::Library;
use crate::order;
use bundle::{LetterBody, SpanOfDate};
use edition::{
    ActionKind, CorrespAction, Dating, Entry, EntryId, EntryKind, Inline, Letter, LetterId, Mention, NoteId,
    PlaceStatement, each_inline,
};
use index::{Neighbors, Setting};
use std::collections::BTreeMap;

/// What a letter's page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterPage<'l> {
    /// The letter.
    pub letter: &'l Letter,
    /// Who sent it, as shown.
    pub senders: Vec<Party<'l>>,
    /// Who received it, as shown.
    pub recipients: Vec<Party<'l>>,
    /// Its date.
    pub date: Option<&'l Dating>,
    /// Where it was sent from.
    pub sent_from: Option<&'l PlaceStatement>,
    /// Where it was sent to.
    pub sent_to: Option<&'l PlaceStatement>,
    /// What else is known of its way: when it was received, who passed it on.
    pub steps: Vec<Step<'l>>,
    /// The letters it answers, as entries of the register.
    pub answers: Vec<&'l Entry>,
    /// One card for each thing that can be opened, in the order of the page.
    pub cards: Vec<Card<'l>>,
    /// The entries that occur, kind by kind, by name.
    pub names: Vec<NameGroup<'l>>,
    /// The dates of text and notes, in their order.
    pub dates: Vec<DateHere<'l>>,
    /// Which marks occur on the page.
    pub marks: Marks<'l>,
    /// The letters before and after it.
    pub neighbors: &'l Neighbors,
}

/// A correspondent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party<'l> {
    /// Who the source or the editor says it is.
    pub mention: &'l Mention,
    /// The entry, where it is identified.
    pub entry: Option<&'l Entry>,
}

impl<'l> Party<'l> {
    /// The name as printed; of a name in capitals, the form that the register has for it; of one that is written to be
    /// sorted (`Joffe, Adolf`), the name of the entry.
    #[must_use]
    pub fn shown(&self) -> &'l str {
        let written = &*self.mention.as_written;
        let lower = written.bytes().any(|byte| byte.is_ascii_lowercase());
        let sorted = written.contains(", ");
        let capitals = written.is_ascii() && !lower;
        let Some(entry) = self.entry.filter(|_| written.is_empty() || sorted || capitals) else {
            return written;
        };
        if sorted && self.mention.targets.len() == 1 {
            return &entry.name;
        }
        let mut forms = entry.forms.iter().map(|form| &*form.text);
        // The name of one of several is not that of all.
        let several = self.mention.targets.len() > 1;
        let name = if several { written } else { &entry.name };
        forms.find(|form| form.eq_ignore_ascii_case(written)).unwrap_or(name)
    }
}

/// A date of this letter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DateHere<'l> {
    /// The date.
    pub dating: &'l Dating,
    /// For a length of time: the days it comes to, counted back.
    pub span: Option<&'l SpanOfDate>,
    /// The label of the note it stands in.
    pub note: Option<&'l str>,
}

/// Entries of one kind that occur in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameGroup<'l> {
    /// The kind.
    pub kind: EntryKind,
    /// The entries, by name.
    pub names: Vec<NamedHere<'l>>,
}

/// An entry and where it occurs in this letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedHere<'l> {
    /// The entry.
    pub entry: &'l Entry,
    /// Its mentions here, in the order of the page.
    pub places: Vec<MentionHere<'l>>,
}

/// A mention in this letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionHere<'l> {
    /// Its fragment.
    pub fragment: &'l str,
    /// Where it stands.
    pub setting: Setting,
}

/// The page of a letter; none where the edition has no such letter.
#[must_use]
pub fn letter_page<'l>(library: &'l Library, id: &LetterId) -> Option<LetterPage<'l>> {
    let body = library.letter(id)?;
    let letter = &body.letter;
    let action = |kind: ActionKind| letter.corresp.actions.iter().find(move |action| action.kind == kind);
    let (sent, received) = (action(ActionKind::Sent), action(ActionKind::Received));
    let answers = letter.corresp.replies_to.iter().filter_map(|reply| library.entry(reply.work.as_ref()?));
    Some(LetterPage {
        letter,
        senders: parties(library, sent),
        recipients: parties(library, received),
        date: sent.and_then(|action| action.dating.as_ref()),
        sent_from: sent.and_then(|action| action.place.as_ref()),
        sent_to: received.and_then(|action| action.place.as_ref()),
        steps: steps::steps(library, letter),
        answers: answers.collect(),
        cards: cards::cards(library, body),
        names: names(library, letter),
        dates: dates(body),
        marks: marks::marks(letter),
        neighbors: &body.neighbors,
    })
}

/// Who took part in a step of a letter's way, as the source or the editor says.
pub(crate) fn parties<'l>(library: &'l Library, action: Option<&'l CorrespAction>) -> Vec<Party<'l>> {
    let who = action.map_or(&[] as &[Mention], |action| &action.correspondents);
    who.iter()
        .map(|mention| Party { mention, entry: mention.targets.first().and_then(|id| library.entry(id)) })
        .collect()
}

fn names<'l>(library: &'l Library, letter: &'l Letter) -> Vec<NameGroup<'l>> {
    let mut here: Vec<(u32, NamedHere<'l>)> = Vec::new();
    let mut known: BTreeMap<&EntryId, usize> = BTreeMap::new();
    for (id, place) in mentions(letter) {
        if let Some((_, named)) = known.get(id).and_then(|at| here.get_mut(*at)) {
            named.places.push(place);
        } else if let Some(head) = library.head(id) {
            known.insert(id, here.len());
            here.push((head.collation, NamedHere { entry: &head.entry, places: vec![place] }));
        }
    }
    order::by_key(&mut here, |(collation, _)| *collation);
    let group = |kind: EntryKind| {
        let names: Vec<NamedHere<'_>> = here
            .iter()
            .filter(|(_, named)| named.entry.kind == kind)
            .map(|(_, named)| named.clone())
            .collect();
        (!names.is_empty()).then_some(NameGroup { kind, names })
    };
    EntryKind::REGISTERS.into_iter().filter_map(group).collect()
}

/// Every mention of a letter, entry by entry: in the lines about the print, in the text, in the notes.
fn mentions<'l>(letter: &'l Letter) -> Vec<(&'l EntryId, MentionHere<'l>)> {
    let mut out = Vec::new();
    let mut inlines = |inlines: &'l [Inline], setting: &Setting| {
        each_inline(inlines, &mut |inline| {
            let Inline::Mention(mention, _) = inline else { return };
            for (nth, target) in mention.targets.iter().enumerate() {
                if !mention.targets.iter().take(nth).any(|before| before == target) {
                    let place = MentionHere { fragment: mention.id.as_str(), setting: setting.clone() };
                    out.push((target, place));
                }
            }
        });
    };
    for line in &letter.witness.imprint {
        inlines(&line.inlines, &Setting::Imprint);
    }
    each_block(letter, &mut |block, note| {
        let setting = note.map_or(Setting::Text, |note| Setting::Note(note.label.clone()));
        inlines(&block.inlines, &setting);
    });
    out
}

fn dates(body: &LetterBody) -> Vec<DateHere<'_>> {
    let mut out = Vec::new();
    each_block(&body.letter, &mut |block, note| {
        each_inline(&block.inlines, &mut |inline| {
            if let Inline::Date(dating, _) = inline {
                out.push(date_here(body, dating, note.map(|note| &*note.label)));
            }
        });
    });
    out
}

fn date_here<'l>(body: &'l LetterBody, dating: &'l Dating, note: Option<&'l str>) -> DateHere<'l> {
    DateHere { dating, span: body.spans.iter().find(|span| span.dating == dating.id), note }
}

/// The fragment of a call: `r84`, for later calls of the same note `r84b`, `r84c` …, after `z` with the number.
#[must_use]
pub fn caller_id(note: &NoteId, nth: u16) -> String {
    let mut id = String::from("r");
    id.push_str(bare(note));
    match u8::try_from(nth) {
        Ok(0 | 1) => {}
        Ok(nth @ 2..=26) => id.push(char::from(b'a' + nth - 1)),
        _ => {
            id.push('-');
            id.push_str(&nth.to_string());
        }
    }
    id
}

/// The id of the popover of a note: `pn84`. Blocks have other ids: `p1` is a paragraph.
#[must_use]
pub fn popover_of_note(note: &NoteId) -> String {
    ["p", note.as_str()].concat()
}

/// What follows the `n` of a note's fragment.
fn bare(note: &NoteId) -> &str {
    note.as_str().strip_prefix('n').unwrap_or(note.as_str())
}

#[cfg(test)]
mod tests;
