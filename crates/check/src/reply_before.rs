//! A letter that answers one which was sent later.
//!
//! One of the two dates is wrong, or the answer is to another letter. Only what cannot be is reported.
//!
//! Example: a letter of 3 May that is said to answer one of 9 May.

use crate::datings::{before, sent};
use crate::{Checked, Rule, at};
use source::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule { code: Code("check/reply-before"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let letters: BTreeMap<_, _> = checked.edition.letters.iter().map(|letter| (&letter.id, letter)).collect();
    for (letter, place) in checked.letters() {
        let answered = letter.corresp.replies_to.iter().filter_map(|reply| reply.letter.as_ref());
        for other in answered.filter_map(|id| letters.get(id)) {
            let Some((reply, first)) = sent(letter).zip(sent(other)) else { continue };
            if before(reply, first) {
                let message = format!("{} answers {}, which was sent later", letter.id, other.id);
                let finding = at(&RULE, Severity::Warning, (place.source, Some(reply.span)), message);
                found.push(
                    finding.advise("mend the date of one of them, or name the letter that is answered"),
                );
            }
        }
    }
}
