//! A letter that names another as the next, which names a different one as the one before it.
//!
//! Readers who go forth and back come to another letter than they left. Only letters that are in the edition, and that
//! both name a neighbour in the same row, are compared.
//!
//! Example: A says that B is next, B says that C was before it.

use crate::{Checked, Rule, at};
use edition::{Direction, Letter, Neighbor};
use source::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule { code: Code("check/broken-chain"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let letters: BTreeMap<_, _> = checked.edition.letters.iter().map(|letter| (&letter.id, letter)).collect();
    for (letter, place) in checked.letters() {
        for next in letter.corresp.context.iter().filter(|neighbor| neighbor.direction == Direction::Next) {
            // A letter to two persons stands in two rows, and can have two before it.
            let before: Vec<&Neighbor> =
                letters.get(&next.letter).into_iter().flat_map(|other| previous(other, next)).collect();
            let agree = before.iter().any(|back| back.letter == letter.id);
            if let (false, [back, ..]) = (agree, &before[..]) {
                let message = format!(
                    "{} names {} as the next, but that names {} as the one before",
                    letter.id, next.letter, back.letter
                );
                let finding = at(&RULE, Severity::Warning, (place.source, place.head), message);
                found.push(finding.advise("mend one of the two"));
            }
        }
    }
}

fn previous<'l>(letter: &'l Letter, of: &Neighbor) -> impl Iterator<Item = &'l Neighbor> {
    let chain = of.chain;
    let row = letter.corresp.context.iter().filter(move |neighbor| neighbor.chain == chain);
    row.filter(|neighbor| neighbor.direction == Direction::Previous)
}
