//! German.

use super::{Names, Words};
use crate::Language;

pub(super) static NAMES: Names = Names {
    language: Language::De,
    months: MONTHS,
    months_genitive: MONTHS,
    months_short: Words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
    weekdays: Words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    seasons: Words("Frühling Sommer Herbst Winter"),
    after_day: ". ",
    after_first: "",
    after_year: ["", ""],
    before_christ: " v. Chr.",
    decade: ["", "er Jahre"],
    about: "um ",
    between: ["zwischen ", " und "],
    or_later: ["", " oder später"],
    or_earlier: ["", " oder früher"],
    since: ["ab ", ""],
    until: ["bis ", ""],
    unknown_end: "unbekannt",
    or: " oder ",
    and: " und ",
    parts: ["Jahr", "Monat", "Tag"],
    uncertain: " unsicher",
    approximate: " ungefähr",
    unknown: " unbekannt",
};

pub(super) const MONTHS: Words =
    Words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember");
