//! Dates as letters write them: EDTF (Library of Congress 2019, ISO 8601-2), calendars, and their
//! recognition in prose.
#![forbid(unsafe_code)]

mod edtf;
mod recognized;

pub use edtf::{Bounds, Date, Day, DayNumber, Edtf, Endpoint, Month, Qualifier, Year};
pub use recognized::{
    Anchor, Calendar, Candidate, Certainty, DateHints, Duration, Language, Recognized, Rule,
};
