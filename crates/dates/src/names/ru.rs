//! Russian.

use super::{Names, Words};
use crate::Language;

pub(super) static NAMES: Names = Names {
    language: Language::Ru,
    months: MONTHS,
    months_genitive: MONTHS_GENITIVE,
    months_short: Words("янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек."),
    weekdays: Words("понедельник вторник среда четверг пятница суббота воскресенье"),
    seasons: Words("весна лето осень зима"),
    after_day: " ",
    after_first: "",
    after_year: [" г.", " гг."],
    before_christ: " до н. э.",
    decade: ["", "-е гг."],
    about: "ок. ",
    between: ["не ранее ", " и не позднее "],
    or_later: ["не ранее ", ""],
    or_earlier: ["не позднее ", ""],
    since: ["начиная с ", ""],
    until: ["до ", ""],
    unknown_end: "неизвестно",
    or: " или ",
    and: " и ",
    parts: ["год", "месяц", "день"],
    uncertain: " под вопросом",
    approximate: " приблизительно",
    unknown: " неизвестен",
};

pub(super) const MONTHS: Words =
    Words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь");
pub(super) const MONTHS_GENITIVE: Words =
    Words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря");
