//! Who wrote to whom, when, from where: from heading, header, dateline and signature, and from the side file.

use super::of_letter::{DayOf, day_of, of_writing};
use super::party::{named, parties};
use crate::draft::Draft;
use crate::side_file::{LetterNote, PlaceNote, SideFile};
use dates::Certainty;
use edition::{
    ActionKind, BlockKind, CorrespAction, CorrespDesc, Dating, EntryKind, Inline, Joint, Letter, Origin,
    PlaceStatement, Reply,
};
use source::{SourceFile, Span};

/// Describes the correspondence of a letter.
pub(super) fn describe(
    file: &SourceFile,
    draft: &Draft,
    letter: &Letter,
    note: Option<&LetterNote>,
    side: &SideFile,
) -> CorrespDesc {
    let written = draft.author.or(draft.signature);
    let sender = parties(file, letter, written.into_iter(), note.and_then(|note| note.from.as_ref()), side);
    let addressees = draft.addressees.iter().map(|addressee| addressee.span);
    let mut receivers = parties(file, letter, addressees, note.and_then(|note| note.to.as_ref()), side);
    for receiver in &mut receivers {
        // A heading in capitals is shown in ordinary letters where nobody is identified.
        if let Some(addressee) = draft.addressees.iter().find(|addressee| addressee.span == receiver.span) {
            receiver.as_written.clone_from(&addressee.display);
        }
    }
    let (written, received) = letter_datings(file, letter);
    let sent = CorrespAction {
        kind: ActionKind::Sent,
        correspondents: sender,
        place: place(file, letter, draft.dateline_place, note.and_then(|note| note.sent_from.as_ref()), side),
        dating: written,
        joint: Joint::And,
        other_datings: Vec::new(),
    };
    let came = CorrespAction {
        kind: ActionKind::Received,
        correspondents: receivers,
        place: place(file, letter, draft.addressee_place, note.and_then(|note| note.sent_to.as_ref()), side),
        dating: received,
        joint: Joint::And,
        other_datings: Vec::new(),
    };
    let replies_to = note
        .and_then(|note| note.answers.clone())
        .map(|work| Reply { letter: None, work: Some(work), origin: Origin::Editor })
        .into_iter()
        .collect();
    let says_something = |action: &CorrespAction| {
        !action.correspondents.is_empty() || action.place.is_some() || action.dating.is_some()
    };
    CorrespDesc {
        actions: [sent, came].into_iter().filter(says_something).collect(),
        replies_to,
        context: Vec::new(),
    }
}

fn place(
    file: &SourceFile,
    letter: &Letter,
    printed: Option<Span>,
    said: Option<&PlaceNote>,
    side: &SideFile,
) -> Option<PlaceStatement> {
    if let Some(note) = said {
        let entry = side.register.entry(&note.place);
        return Some(PlaceStatement {
            as_written: match (printed, entry) {
                (Some(span), _) => file.slice(span).into(),
                (None, Some(entry)) => entry.name.clone(),
                (None, None) => note.place.as_str().into(),
            },
            target: Some(note.place.clone()),
            origin: Origin::Editor,
            certainty: note.certainty,
            reason: note.reason.clone(),
        });
    }
    let span = printed?;
    let first = named(letter, span).into_iter().next();
    let target = first.filter(|mention| mention.kind == EntryKind::Place);
    Some(PlaceStatement {
        as_written: file.slice(span).into(),
        target: target.and_then(|mention| mention.targets.first().cloned()),
        origin: Origin::Source,
        certainty: Certainty::High,
        reason: None,
    })
}

/// The first date of the datelines, else of the heading; and the day on which the letter came, where a dateline says it.
fn letter_datings(file: &SourceFile, letter: &Letter) -> (Option<Dating>, Option<Dating>) {
    let of_kind = |kind: BlockKind| letter.text.iter().filter(move |block| block.kind == kind);
    let mut datings = Vec::new();
    for block in of_kind(BlockKind::Dateline) {
        if let Some(dating) = first_date(&block.inlines) {
            let before = Span { start: block.span.start, end: dating.span.start };
            datings.push((day_of(file.slice(before)), dating));
        }
    }
    let sent = of_writing(&datings)
        .or_else(|| of_kind(BlockKind::Heading).find_map(|block| first_date(&block.inlines)));
    let received = datings.into_iter().find(|(day, _)| *day == DayOf::Receipt).map(|(_, dating)| dating);
    (sent, received)
}

fn first_date(inlines: &[Inline]) -> Option<Dating> {
    inlines.iter().find_map(|inline| match inline {
        Inline::Date(dating, _) => Some((**dating).clone()),
        Inline::Mention(_, inner) | Inline::Hi(_, inner) | Inline::Label(inner) | Inline::Supplied(inner) => {
            first_date(inner)
        }
        _ => None,
    })
}
