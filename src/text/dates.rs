//! Dates in the language of the interface, and how sure they are.

use crate::context::Viewer;
use dates::{Anchor, Calendar, Certainty, DateForm, Edtf, Rule, display};
#[cfg(feature = "ssr")]
use yew::AttrValue;

/// A date in words.
pub(crate) fn date_words(viewer: &Viewer, date: &Edtf) -> String {
    display(date, viewer.date_words(), DateForm::Long)
}

/// What a value was counted from, or what its missing parts were taken from.
pub(crate) fn counted(viewer: &Viewer, anchor: &Anchor, rule: Option<Rule>) -> String {
    let words = &viewer.strings().timeline;
    let (at, from) = match anchor {
        Anchor::LetterDate(from) => (0, from),
        Anchor::EarlierDate(from) => (1, from),
    };
    let say = match rule {
        Some(Rule::Duration) => words.counted_back,
        Some(Rule::Relative) => words.counted_from[at],
        _ => words.taken_from[at],
    };
    say.say(&[&date_words(viewer, from)])
}

/// The date as printed where it is in Old Style, and that the style is not stated where it is not.
pub(crate) fn style(viewer: &Viewer, original: Option<&Edtf>, calendar: Calendar) -> Vec<String> {
    let words = &viewer.strings().timeline;
    let old = original.map(|original| words.old_style.say(&[&date_words(viewer, original)]));
    old.into_iter().chain((calendar == Calendar::NotStated).then(|| words.no_style.to_owned())).collect()
}

/// How sure a statement is; nothing where it is.
pub(crate) fn certainty_word(viewer: &Viewer, certainty: Certainty) -> Option<&'static str> {
    let [probable, guess, unsure] = viewer.strings().timeline.certainties;
    match certainty {
        Certainty::High => None,
        Certainty::Medium => Some(probable),
        Certainty::Low => Some(guess),
        Certainty::Unknown => Some(unsure),
    }
}

/// A reason; what TEI files say in one word of their vocabulary (`evidence: conjecture`), in the language of the interface.
pub(crate) fn reason_words<'r>(viewer: &Viewer, reason: &'r str) -> &'r str {
    let [internal, external, conjecture] = viewer.strings().letters.evidence;
    match reason {
        "evidence: internal" => internal,
        "evidence: external" => external,
        "evidence: conjecture" => conjecture,
        _ => reason,
    }
}

/// The same with the language that it is in, where that is not the page's.
#[cfg(feature = "ssr")]
pub(crate) fn reason(viewer: &Viewer, reason: &str) -> (String, Option<AttrValue>) {
    let words = reason_words(viewer, reason);
    (words.to_owned(), viewer.lang().filter(|_| words == reason))
}
