//! Dates whose words stand in brackets or bear a question mark, while their value is exact.
//!
//! Editors of print write `[19. 3. 1890?]` and mean a doubt; programs see a day. Letterbook shows such a date as less
//! sure than its value. It is said once, with the number, since an edition can have a thousand of them.
//!
//! Example: `<date when="1890-03-19">[19. 3. 1890?]</date>` without `cert`.

use crate::datings::of_actions;
use crate::{Checked, Rule, at};
use dates::{Certainty, Edtf, Rule as Reading};
use edition::{ActionKind, Dating};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/date-in-doubt"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let mut count = 0_usize;
    let mut first = None;
    for (letter, place) in checked.letters() {
        let doubted = |(kind, dating): &(ActionKind, &Dating)| *kind == ActionKind::Sent && in_doubt(dating);
        for (_, dating) in of_actions(letter).filter(doubted) {
            count += 1;
            first.get_or_insert((dating, place));
        }
    }
    let Some((dating, place)) = first else { return };
    let message = match count {
        1 => format!("brackets or a question mark stand in “{}”, whose value is a day", dating.as_written),
        more => format!(
            "brackets or question marks stand in the words of {more} dates whose value is a day; “{}” is the first",
            dating.as_written
        ),
    };
    let finding = at(&RULE, Severity::Note, (place.source, Some(dating.span)), message);
    found.push(
        finding
            .advise("they are shown with their words, as in doubt; cert=\"low\" says that more is in doubt"),
    );
}

/// Of dates that are said by a value: what was read from words has its doubts from them.
fn in_doubt(dating: &Dating) -> bool {
    dating.reading.rule == Reading::Encoded
        && dating.reason.is_none()
        && dating.reading.certainty == Certainty::Medium
        && matches!(&dating.reading.meaning, Some(Edtf::Date(date)) if date.full().is_some())
        && dating.as_written.contains(['[', '?'])
}
