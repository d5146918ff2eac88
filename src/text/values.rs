//! What a date of a letter means, and how that was found.

use super::dates::{certainty_word, counted, date_words, reason_words, style};
use crate::context::Viewer;
use dates::{Certainty, Rule};
use edition::Origin;
use reader::letter_page::DateHere;

/// The value of a date in words: a length where the words say a length, else the day.
pub(crate) fn value_words(viewer: &Viewer, date: &DateHere<'_>) -> String {
    let words = &viewer.strings().letter;
    let reading = &date.dating.reading;
    match (&reading.meaning, reading.duration) {
        (_, Some(length)) => (words.duration)(length),
        (Some(meaning), None) => date_words(viewer, meaning),
        (None, None) => words.no_value.to_owned(),
    }
}

/// How a value follows from the words, part by part: the rule, what it was counted from, style, certainty, reason.
pub(crate) fn derivation(viewer: &Viewer, date: &DateHere<'_>) -> Vec<String> {
    let dating = date.dating;
    let reading = &dating.reading;
    let mut parts = vec![(viewer.strings().letter.rule)(reading.rule).to_owned()];
    // A length of time is counted back where the whole letter is known: on the timeline.
    let anchor = reading.anchor.as_ref().or(date.span.and_then(|span| span.anchor.as_ref()));
    parts.extend(anchor.map(|anchor| counted(viewer, anchor, Some(reading.rule))));
    if anchor.is_some() && reading.rule == Rule::Duration {
        let span = date.span.and_then(|span| span.meaning.as_ref());
        parts.extend(span.map(|span| date_words(viewer, span)));
    }
    parts.extend(style(viewer, reading.original.as_ref(), reading.calendar));
    // What the words say by themselves needs no "probable".
    let plain = reading.certainty == Certainty::Medium && dating.origin == Origin::Source;
    parts.extend(certainty_word(viewer, reading.certainty).filter(|_| !plain).map(str::to_owned));
    parts.extend(dating.reason.as_ref().map(|reason| reason_words(viewer, reason).to_owned()));
    parts
}

/// Who says a value, for the eye: the word for it where it is not the print itself.
pub(crate) fn origin_label(viewer: &Viewer, origin: Origin) -> Option<&'static str> {
    let [_, editor, machine] = viewer.strings().letters.origins;
    match origin {
        Origin::Source => None,
        Origin::Editor => Some(editor),
        Origin::Machine => Some(machine),
    }
}
