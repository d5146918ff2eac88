//! The steps of a letter's way that its head does not tell: that is who sent it where, to whom, and when.

use super::{Party, parties};
use crate::Library;
use edition::{ActionKind, CorrespAction, Dating, Letter, PlaceStatement};

/// A step. What is not known of it is not there; something always is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<'l> {
    /// What was done. A letter that was sent is dated otherwise too.
    pub kind: ActionKind,
    /// By whom, or to whom.
    pub parties: Vec<Party<'l>>,
    /// When.
    pub date: Option<&'l Dating>,
    /// Where.
    pub place: Option<&'l PlaceStatement>,
}

/// The steps of a letter, in the order of the source.
pub(super) fn steps<'l>(library: &'l Library, letter: &'l Letter) -> Vec<Step<'l>> {
    let (mut sent, mut received) = (false, false);
    let mut out = Vec::new();
    for action in &letter.corresp.actions {
        // The head tells the first of each.
        let told = match action.kind {
            ActionKind::Sent => std::mem::replace(&mut sent, true),
            ActionKind::Received => std::mem::replace(&mut received, true),
            _ => true,
        };
        out.extend(step(library, action, !told));
        let further = action.other_datings.iter();
        out.extend(further.map(|date| Step {
            kind: action.kind,
            parties: Vec::new(),
            date: Some(date),
            place: None,
        }));
    }
    out
}

fn step<'l>(library: &'l Library, action: &'l CorrespAction, in_head: bool) -> Option<Step<'l>> {
    let who = if in_head { Vec::new() } else { parties(library, Some(action)) };
    let date = action.dating.as_ref().filter(|_| !in_head || action.kind != ActionKind::Sent);
    let place = action.place.as_ref().filter(|_| !in_head);
    (!who.is_empty() || date.is_some() || place.is_some()).then_some(Step {
        kind: action.kind,
        parties: who,
        date,
        place,
    })
}
