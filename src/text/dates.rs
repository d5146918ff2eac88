//! Dates in the language of the interface, and how they were read.

use crate::context::Viewer;
use dates::{Anchor, Calendar, Certainty, DateForm, Edtf, Rule, display, names};
use edition::{Dating, Origin};

/// A date in words.
pub(crate) fn date_words(viewer: &Viewer, date: &Edtf) -> String {
    display(date, names(viewer.language()), DateForm::Long)
}

/// How a value follows from the words, part by part: the rule, what it was counted from, style, certainty, reason.
pub(crate) fn derivation(viewer: &Viewer, dating: &Dating) -> Vec<String> {
    let words = &viewer.strings().timeline;
    let reading = &dating.reading;
    let mut parts = Vec::new();
    match (&reading.anchor, reading.rule) {
        (None, _) => {}
        (Some(Anchor::LetterDate(date) | Anchor::EarlierDate(date)), Rule::Duration) => {
            parts.push((words.counted_back)(&date_words(viewer, date)));
        }
        (Some(anchor), rule) => {
            let (at, date) = match anchor {
                Anchor::LetterDate(date) => (0, date),
                Anchor::EarlierDate(date) => (1, date),
            };
            let say = if rule == Rule::Relative { words.counted_from[at] } else { words.taken_from[at] };
            parts.push(say(&date_words(viewer, date)));
        }
    }
    if let Some(original) = &reading.original {
        parts.push((words.old_style)(&date_words(viewer, original)));
    }
    if reading.calendar == Calendar::NotStated {
        parts.push(words.no_style.to_owned());
    }
    let [probable, guess, unsure] = words.certainties;
    match reading.certainty {
        Certainty::High => {}
        Certainty::Medium => parts.push(probable.to_owned()),
        Certainty::Low => parts.push(guess.to_owned()),
        Certainty::Unknown => parts.push(unsure.to_owned()),
    }
    if let Some(reason) = &dating.reason {
        parts.push(reason.to_string());
    }
    parts
}

/// Who says a value, for the eye: the word for it where it is not the print itself.
pub(crate) fn origin_label(viewer: &Viewer, origin: Origin) -> Option<&'static str> {
    let [_, editor, machine] = viewer.strings().entry.origins;
    match origin {
        Origin::Source => None,
        Origin::Editor => Some(editor),
        Origin::Machine => Some(machine),
    }
}
