//! The dates of an entry: life of a person, time of an event.

use dates::{Date, DateForm, DayNumber, Edtf, Names, bounds, display};
use edition::{Entry, EntryKind};

/// The years of an entry, for a table: `1883–1927`, `* 1883`, `† 1927`, `1921`. Empty where nothing is known.
#[must_use]
pub fn life_years(entry: &Entry, words: &'static Names) -> String {
    let show = |date: &Edtf| display(&to_year(date), words, DateForm::Short);
    span(entry, show)
}

/// The dates of an entry in full: `10 October 1883 – 16 November 1927`. Empty where nothing is known.
#[cfg(feature = "pages")]
#[must_use]
pub fn life_dates(entry: &Entry, words: &'static Names) -> String {
    span(entry, |date| display(date, words, DateForm::Long))
}

/// The first day of an entry, to sort by.
pub(crate) fn first_day(entry: &Entry) -> Option<DayNumber> {
    entry.begin.as_ref().or(entry.end.as_ref()).and_then(|date| {
        let bounds = bounds(date);
        bounds.earliest.or(bounds.latest)
    })
}

/// Begin and end with a dash between them, with blanks around it where a side has more than one word.
fn span(entry: &Entry, show: impl Fn(&Edtf) -> String) -> String {
    let person = entry.kind == EntryKind::Person;
    let (before, after) = if person { ("* ", "† ") } else { ("", "– ") };
    match (&entry.begin, &entry.end) {
        (None, None) => String::new(),
        (Some(begin), Some(end)) => {
            let (begin, end) = (show(begin), show(end));
            let words = begin.contains(' ') || end.contains(' ');
            let dash = if words { " – " } else { "–" };
            if begin == end { begin } else { [&begin, dash, &end].concat() }
        }
        (Some(begin), None) => [before, &show(begin)].concat(),
        (None, Some(end)) => [after, &show(end)].concat(),
    }
}

/// The date with its year only; sets and spans stay as they are.
fn to_year(date: &Edtf) -> Edtf {
    match date {
        Edtf::Date(date) => Edtf::Date(Date { year: date.year, month: None, day: None }),
        other => other.clone(),
    }
}
