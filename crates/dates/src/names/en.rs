//! English.

use super::{Names, Words};
use crate::Language;

pub(super) static NAMES: Names = Names {
    language: Language::En,
    months: MONTHS,
    months_genitive: MONTHS,
    months_short: Words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
    weekdays: Words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    seasons: Words("spring summer autumn winter"),
    after_day: " ",
    after_first: "",
    after_year: ["", ""],
    before_christ: " B.C.",
    decade: ["", "s"],
    about: "about ",
    between: ["between ", " and "],
    or_later: ["", " or later"],
    or_earlier: ["", " or earlier"],
    since: ["from ", " on"],
    until: ["until ", ""],
    unknown_end: "unknown",
    or: " or ",
    and: " and ",
    parts: ["year", "month", "day"],
    uncertain: " uncertain",
    approximate: " approximate",
    unknown: " unknown",
};

pub(super) const MONTHS: Words =
    Words("January February March April May June July August September October November December");
