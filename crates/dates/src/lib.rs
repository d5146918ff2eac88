//! Dates as letters write them: EDTF (Library of Congress 2019, ISO 8601-2), calendars, and their
//! recognition in prose.
//!
//! - [`parse_edtf`], [`print_edtf`], [`bounds`]: the values, and the first and last day they can mean.
//! - [`DayNumber`], [`to_gregorian`], [`to_julian`]: Old and New Style.
//! - [`display`]: a value in the words of a language.
//! - [`recognize`]: all dates in a text, each with its rule, anchor and certainty; [`impossible`]: the words that
//!   name a day that never was.
//!
//! EDTF is claimed at level 0 without times of day, at level 1, and of level 2: one-of-a-set, all-of-a-set,
//! qualification of groups and parts, open digits. Times of day, exponents, significant digits and divisions of
//! the year other than the four seasons are refused with an error that names them.
#![forbid(unsafe_code)]

mod calendar;
mod display;
mod edtf;
mod names;
mod recognize;
mod recognized;

pub use calendar::{Calendar, days_in_month, easter, to_gregorian, to_julian};
pub use display::{DateForm, display};
pub use edtf::{
    Bounds, Date, Day, DayNumber, Edtf, EdtfError, Endpoint, Expected, Month, Qualifier, Year, bounds,
    parse_edtf, print_edtf,
};
pub use names::{Names, months, names};
pub use recognize::{impossible, recognize, recognize_dateline};
pub use recognized::{
    Anchor, CalendarChange, Candidate, Certainty, DateHints, Duration, Language, Recognized, Rule,
};
