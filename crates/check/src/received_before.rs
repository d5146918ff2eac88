//! A letter that arrived before it was sent.
//!
//! One of the two dates is wrong. Dates in two calendars are not compared.
//!
//! Example: sent on 9 May, received on 3 May of the same year.

use crate::datings::{before, of_actions, sent};
use crate::{Checked, Rule, at};
use edition::ActionKind;
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/received-before"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    for (letter, place) in checked.letters() {
        let Some(sent) = sent(letter) else { continue };
        let received = of_actions(letter).filter(|(kind, _)| *kind == ActionKind::Received);
        for (_, dating) in received.filter(|(_, dating)| before(dating, sent)) {
            let message = format!("{} was received before it was sent", letter.id);
            let finding = at(&RULE, Severity::Warning, (place.source, Some(dating.span)), message);
            found.push(finding.advise("mend one of the two dates"));
        }
    }
}
