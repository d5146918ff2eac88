//! French.

use super::{Names, Words};
use crate::Language;

pub(super) static NAMES: Names = Names {
    language: Language::Fr,
    months: MONTHS,
    months_genitive: MONTHS,
    months_short: Words("janv. févr. mars avril mai juin juil. août sept. oct. nov. déc."),
    weekdays: Words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    seasons: Words("printemps été automne hiver"),
    after_day: " ",
    after_first: "er",
    after_year: ["", ""],
    before_christ: " av. J.-C.",
    decade: ["années ", ""],
    about: "vers ",
    between: ["entre ", " et "],
    or_later: ["", " ou plus tard"],
    or_earlier: ["", " ou plus tôt"],
    since: ["à partir de ", ""],
    until: ["jusqu’à ", ""],
    unknown_end: "inconnu",
    or: " ou ",
    and: " et ",
    parts: ["année", "mois", "jour"],
    uncertain: " à vérifier",
    approximate: " environ",
    unknown: " à déterminer",
};

pub(super) const MONTHS: Words =
    Words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
