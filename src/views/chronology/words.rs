//! Dates and bins in words.

use super::Page;
use crate::context::Viewer;
use crate::text::{certainty_word, counted, style};
use dates::{Certainty, DateForm, Edtf, display};
use edition::Origin;
use reader::timeline::{Column, Lane, Length, Moment, MomentKind, Setting, Stretch, correspondents};

impl Page {
    /// The language of the letter that a date is of.
    pub(super) fn language(&self, moment: &Moment) -> Option<String> {
        let library = &self.viewer.library;
        let language = library.row_of(&moment.letter)?.language;
        Some(String::from(&**library.catalogue()?.languages.get(usize::try_from(language).ok()?)?))
    }

    /// A date in the language of the interface.
    pub(super) fn date(&self, date: &Edtf, form: DateForm) -> String {
        display(date, self.viewer.date_words(), form)
    }

    /// The days of a stretch, as they are called.
    pub(super) fn days(&self, stretch: Stretch, form: DateForm) -> String {
        self.date(&stretch.name(), form)
    }

    pub(super) fn length(&self, length: Length) -> String {
        length_words(&self.viewer, length)
    }

    /// What stands below a column.
    pub(super) fn label(&self, column: &Column, form: DateForm) -> String {
        match column.stretch() {
            None => self.viewer.strings().letters.without_date.to_owned(),
            Some(stretch) if column.is_break() => self.length(stretch.length()),
            Some(stretch) => self.days(self.timeline.bin(column).unwrap_or(stretch), form),
        }
    }

    /// The days of a column: the whole bin, but where the reader has chosen the days on which the axis begins or ends.
    pub(super) fn column_days(&self, column: &Column) -> String {
        match column.stretch() {
            Some(stretch) if column.is_break() || self.state.from.or(self.state.to).is_some() => {
                self.days(stretch, DateForm::Long)
            }
            _ => self.label(column, DateForm::Long),
        }
    }

    /// The numbers of a column: `12 dates, 9 more possible, within 2 spans`.
    pub(super) fn numbers(&self, column: &Column) -> String {
        let words = &self.viewer.strings().timeline;
        let mut out = String::new();
        let mut part = |text: String| {
            out.push_str(if out.is_empty() { "" } else { ", " });
            out.push_str(&text);
        };
        if column.certain > 0 || column.possible > 0 {
            part(words.dates.count(column.certain));
        }
        if column.possible > 0 {
            part(words.possible.count(column.possible));
        }
        if column.lasting > 0 {
            part(words.lasting.count(column.lasting));
        }
        if out.is_empty() { words.nothing.to_owned() } else { out }
    }

    pub(super) fn lane(&self, lane: Lane) -> String {
        let words = &self.viewer.strings().timeline;
        let mut people = correspondents(&self.viewer.library);
        let with = people.find(|(id, _)| self.state.with.as_ref() == Some(*id));
        let who = with.map_or("", |(_, party)| &*party.name);
        let [sent, received, mentioned, note, printing] = words.lanes;
        match lane {
            Lane::From => words.lane_from.say(&[who]),
            Lane::To => words.lane_to.say(&[who]),
            Lane::Sent => sent.to_owned(),
            Lane::Received => received.to_owned(),
            Lane::Mentioned => mentioned.to_owned(),
            Lane::InNote => note.to_owned(),
            Lane::Printing => printing.to_owned(),
        }
    }

    /// What kind of date it is; of one in a note, in which.
    pub(super) fn kind(&self, moment: &Moment) -> String {
        let words = &self.viewer.strings().timeline;
        match &moment.setting {
            Setting::Note(label) if moment.kind == MomentKind::InNote => words.in_note.say(&[label]),
            _ => {
                let at = MomentKind::ALL.iter().position(|known| *known == moment.kind).unwrap_or_default();
                words.kinds[at].to_owned()
            }
        }
    }

    /// The date of a moment: its value in words, else the words as printed, else that there is none.
    pub(super) fn moment_date(&self, moment: &Moment, form: DateForm) -> String {
        match &moment.meaning {
            Some(meaning) => self.date(meaning, form),
            None if moment.as_written.is_empty() => self.viewer.strings().letters.without_date.to_owned(),
            None => String::from(&*moment.as_written),
        }
    }

    /// How the value follows from the words; none where they say it all.
    pub(super) fn derivation(&self, moment: &Moment) -> Vec<String> {
        let mut parts: Vec<String> =
            moment.anchor.iter().map(|anchor| counted(&self.viewer, anchor, moment.rule)).collect();
        parts.extend(style(&self.viewer, moment.original.as_ref(), moment.calendar));
        // What the words say by themselves needs no "probable"; what has no value needs no certainty.
        let plain = match moment.certainty {
            Certainty::Medium => moment.origin == Origin::Source,
            Certainty::Unknown => moment.meaning.is_none(),
            Certainty::High | Certainty::Low => false,
        };
        parts.extend(certainty_word(&self.viewer, moment.certainty).filter(|_| !plain).map(str::to_owned));
        parts
    }
}

/// A length of time in words.
pub(crate) fn length_words(viewer: &Viewer, length: Length) -> String {
    let [days, months, years] = viewer.strings().timeline.lengths;
    match length {
        Length::Days(count) => days.count(count),
        Length::Months(count) => months.count(count),
        Length::Years(count) => years.count(count),
    }
}
