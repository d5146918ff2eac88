//! A letter that stands between letters of other times, in an edition that is else in the order of time.
//!
//! Its date is wrong, or it was filed in the wrong place. Where more than one letter in ten stands so, the edition has
//! another order, and nothing is reported. The order is that of the files; a letter in a folder of its own can be where it
//! belongs, so this is a note.
//!
//! Example: letter 14, of 1912, between letters of 1921.

use crate::datings::sent;
use crate::{Checked, Rule, at};
use dates::{DayNumber, bounds};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/out-of-order"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let dated = checked.letters().filter_map(|(letter, place)| {
        let dating = sent(letter)?;
        let bounds = bounds(dating.reading.meaning.as_ref()?);
        Some((bounds.earliest?, bounds.latest?, letter, place, dating))
    });
    let dated: Vec<_> = dated.collect();
    let days: Vec<DayNumber> = dated.iter().map(|(earliest, ..)| *earliest).collect();
    let in_order = longest_row(&days);
    let out = in_order.iter().filter(|fits| !**fits).count();
    if out * 10 > days.len() {
        return;
    }
    // The earliest that those in order come to have after each letter.
    let mut after = vec![None; days.len()];
    let mut next = None;
    for number in (0..days.len()).rev() {
        after[number] = next;
        next = if in_order[number] { Some(number) } else { next };
    }
    let mut last: Option<usize> = None;
    for (number, (earliest, latest, letter, place, dating)) in dated.iter().enumerate() {
        if in_order[number] {
            last = Some(number);
            continue;
        }
        let before = last.filter(|last| *latest < dated[*last].0);
        // A letter of which only the year is known is put at its end.
        let behind = after[number].filter(|next| dated[*next].1 < *earliest);
        let Some(other) = before.or(behind) else { continue };
        let word = if before.is_some() { "behind" } else { "before" };
        let message = format!("{} stands {word} {}, and its date does not", letter.id, dated[other].2.id);
        let finding = at(&RULE, Severity::Note, (place.source, Some(dating.span)), message);
        found.push(finding.advise("mend its date, or put it where it belongs"));
    }
}

/// Which of some days belong to a longest row of them that never goes back.
fn longest_row(days: &[DayNumber]) -> Vec<bool> {
    // For each length the row that ends soonest, and for each day the one before it in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(days.len());
    for (number, day) in days.iter().enumerate() {
        let length = ends.partition_point(|end| days[*end] <= *day);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(number);
        } else {
            ends[length] = number;
        }
    }
    let mut row = vec![false; days.len()];
    let mut at = ends.last().copied();
    while let Some(number) = at {
        row[number] = true;
        at = before[number];
    }
    row
}
