//! Whether a date is in doubt.

use dates::{Certainty, Edtf};
use index::Moment;

/// Whether a date is in doubt, so that its mark is hollow.
#[must_use]
pub fn doubtful(moment: &Moment) -> bool {
    matches!(moment.certainty, Certainty::Low | Certainty::Unknown)
        || matches!(&moment.meaning, Some(meaning) if uncertain(meaning))
}

fn uncertain(date: &Edtf) -> bool {
    match date {
        Edtf::Date(date) => date.qualifiers().any(|mark| !mark.is_none()),
        Edtf::Interval { .. } => false,
        Edtf::OneOf(_) => true,
        Edtf::AllOf(members) => members.iter().any(uncertain),
    }
}
