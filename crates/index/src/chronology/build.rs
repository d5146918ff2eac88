//! One pass over the letters, then the order of the days.

use dates::{
    Anchor, Bounds, Calendar, Certainty, Date, DayNumber, Duration, Edtf, Endpoint, Rule, bounds,
    days_in_month,
};
use edition::{ActionKind, BlockKind, Dating, DatingId, Letter, Origin, reading_words};

use super::{Moment, MomentKind};
use crate::excerpt::Found;
use crate::{Excerpt, Setting};

/// How much of a letter without a date is shown, in characters.
const INCIPIT: usize = 80;

/// The order of all dates of all letters: by earliest day, then latest day, then order of the source; undated last.
pub(crate) fn arrange(moments: &mut [Moment]) {
    // The sort is stable: what it leaves alone stays in the order of the source.
    moments.sort_by_key(|moment| {
        let Bounds { earliest, latest } = moment.bounds;
        let first = earliest.or(latest);
        (first.is_none(), first, latest.is_none(), latest)
    });
}

/// One letter on its way into the list.
pub(crate) struct Pass<'b> {
    moments: &'b mut Vec<Moment>,
    letter: &'b Letter,
    sent: Option<&'b Dating>,
    received: Option<&'b Dating>,
    /// Which of the two were met in the letter's words.
    met: Vec<&'b DatingId>,
}

impl<'b> Pass<'b> {
    pub(crate) fn new(moments: &'b mut Vec<Moment>, letter: &'b Letter) -> Self {
        let dating = |kind| {
            letter
                .corresp
                .actions
                .iter()
                .filter(|action| action.kind == kind)
                .find_map(|action| action.dating.as_ref())
        };
        let (sent, received) = (dating(ActionKind::Sent), dating(ActionKind::Received));
        Self { moments, letter, sent, received, met: Vec::new() }
    }

    /// A date that stands in the letter's words.
    pub(crate) fn date(&mut self, dating: &'b Dating, found: &Found<'_, '_>) {
        let kind = self.kind(dating, found.setting);
        let moment = self.moment(dating, kind, found.setting, found.sentence());
        self.moments.push(moment);
        self.met.push(&dating.id);
    }

    /// Dates of sending and receiving that an editor gave stand nowhere in the words.
    pub(crate) fn end(&mut self) {
        for (dating, kind) in [(self.sent, MomentKind::Sent), (self.received, MomentKind::Received)] {
            if let Some(dating) = dating.filter(|dating| !self.met.contains(&&dating.id)) {
                let moment = self.moment(dating, kind, &Setting::Text, self.opening());
                self.moments.push(Moment { fragment: self.first_block(), ..moment });
            }
        }
        if self.sent.is_none() {
            self.moments.push(self.undated());
        }
    }

    fn kind(&self, dating: &Dating, setting: &Setting) -> MomentKind {
        let is = |action: Option<&Dating>| action.is_some_and(|action| action.id == dating.id);
        match setting {
            _ if is(self.sent) => MomentKind::Sent,
            _ if is(self.received) => MomentKind::Received,
            Setting::Text => MomentKind::Mentioned,
            Setting::Note(_) => MomentKind::InNote,
            Setting::Imprint => MomentKind::Printing,
        }
    }

    fn moment(&self, dating: &Dating, kind: MomentKind, setting: &Setting, excerpt: Excerpt) -> Moment {
        let reading = &dating.reading;
        let mut moment = Moment {
            kind,
            letter: self.letter.id.clone(),
            fragment: dating.id.as_str().into(),
            setting: setting.clone(),
            as_written: dating.as_written.clone(),
            excerpt,
            bounds: reading.meaning.as_ref().map(bounds).unwrap_or_default(),
            meaning: reading.meaning.clone(),
            origin: dating.origin,
            certainty: reading.certainty,
            rule: Some(reading.rule),
            anchor: reading.anchor.clone(),
            duration: reading.duration,
            calendar: reading.calendar,
            original: reading.original.clone(),
            reason: dating.reason.clone(),
        };
        if let Some(duration) = reading.duration {
            self.count_back(&mut moment, duration);
        }
        moment
    }

    /// A length of time is drawn as a span that ends on the day the letter was written: its end is never later,
    /// and where the recogniser gave no value at all, its beginning is counted back from there. Of a letter whose days are
    /// known less exactly than it is long, nothing is counted back: that would make days of a year.
    fn count_back(&self, moment: &mut Moment, duration: Duration) {
        if moment.origin == Origin::Editor {
            return;
        }
        let Some(written) = self.sent.and_then(|dating| dating.reading.meaning.as_ref()) else { return };
        let Bounds { earliest: Some(start), latest: Some(end) } = bounds(written) else { return };
        if moment.meaning.is_none() {
            let Some(begin) = before(start, duration) else { return };
            let longer = before(end, duration).is_some_and(|begin| begin < start);
            if start != end && !longer {
                return;
            }
            let day = |day: DayNumber| {
                let (year, month, day) = day.gregorian();
                Endpoint::Date(Date::day(year, month, day).qualified(dates::Qualifier::APPROXIMATE))
            };
            moment.meaning = Some(Edtf::Interval { from: day(begin), to: day(end) });
            moment.bounds = Bounds { earliest: Some(begin), latest: Some(end) };
            moment.origin = Origin::Machine;
            moment.certainty = Certainty::Low;
            moment.anchor = Some(Anchor::LetterDate(written.clone()));
        }
        if moment.rule == Some(Rule::Duration)
            && moment.bounds.earliest <= Some(end)
            && moment.bounds.latest > Some(end)
        {
            moment.bounds.latest = Some(end);
        }
    }

    fn undated(&self) -> Moment {
        Moment {
            kind: MomentKind::Sent,
            letter: self.letter.id.clone(),
            fragment: self.first_block(),
            setting: Setting::Text,
            as_written: Box::default(),
            excerpt: self.opening(),
            meaning: None,
            bounds: Bounds::default(),
            origin: Origin::Source,
            certainty: Certainty::Unknown,
            rule: None,
            anchor: None,
            duration: None,
            calendar: Calendar::default(),
            original: None,
            reason: None,
        }
    }

    fn first_block(&self) -> Box<str> {
        self.letter.text.first().map_or_else(Box::default, |block| block.id.as_str().into())
    }

    /// How the letter begins: its first words to whom it is for. What stands above them (a letterhead, an address, place and
    /// day) is lines, which would run into one another here; they are taken where there is nothing else.
    fn opening(&self) -> Excerpt {
        let above = self.letter.text.iter().take_while(|block| block.kind.stands_above()).count();
        let above = if above == self.letter.text.len() { 0 } else { above };
        let mut text = String::new();
        for block in &self.letter.text[above..] {
            let mut words = String::new();
            reading_words(&mut words, &block.inlines);
            for (nth, word) in words.split_whitespace().enumerate() {
                // Where a new line begins a stroke stands, as in print.
                let begins = nth == 0 && block.kind != BlockKind::Continuation;
                text.push_str(match text.is_empty() {
                    true => "",
                    false if begins => " / ",
                    false => " ",
                });
                text.push_str(word);
            }
            if text.len() > INCIPIT * 4 {
                break;
            }
        }
        let cut = text
            .char_indices()
            .nth(INCIPIT)
            .map_or(text.len(), |(at, _)| text[..at].rfind(' ').unwrap_or(at));
        let cut = text[..cut].trim_end_matches([' ', '/']).len();
        let more = if cut < text.len() { " …" } else { "" };
        Excerpt { before: [&text[..cut], more].concat().into(), ..Excerpt::default() }
    }
}

/// The day that long before; a day that its month does not have is the last of that month.
fn before(end: DayNumber, duration: Duration) -> Option<DayNumber> {
    let (year, month, day) = end.gregorian();
    let months = i32::from(month) - 1 - i32::from(duration.months);
    let year = year.checked_sub(i32::from(duration.years))?.checked_add(months.div_euclid(12))?;
    let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
    let day = day.min(days_in_month(year, month, Calendar::Gregorian));
    let weeks = i32::from(duration.weeks) * 7 + i32::from(duration.days);
    DayNumber::from_gregorian(year, month, day).map(|begin| begin.plus(-weeks))
}
