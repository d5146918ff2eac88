//! Missing parts of a date taken from the dates around it.

use super::lexicon::Feast;
use super::partial::Partial;
use super::style::{both_styles, first_is_julian};
use crate::{
    Anchor, Calendar, CalendarChange, Certainty, Date, DateHints, Day, DayNumber, Edtf, Endpoint, Language,
    Month, Qualifier, Year, bounds, days_in_month, easter, to_gregorian,
};

/// What is known while a text is read.
pub(super) struct Context<'h> {
    pub(super) hints: &'h DateHints,
    /// The letter's date, or the first day it can be.
    pub(super) letter: Option<Date>,
    /// The nearest date before that says its year.
    pub(super) earlier: Option<Date>,
}

/// A date with its parts complete, as far as can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filled {
    /// Gregorian; for a Julian month or year all days it covers.
    pub(super) meaning: Edtf,
    pub(super) date: Date,
    pub(super) original: Option<Edtf>,
    pub(super) calendar: Calendar,
    pub(super) certainty: Certainty,
    pub(super) anchor: Option<Anchor>,
}

/// Why there is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfit {
    /// The words name a day that never was.
    Impossible,
    /// The words are no date after all.
    NoDate,
}

impl<'h> Context<'h> {
    pub(super) fn new(hints: &'h DateHints) -> Self {
        let letter = hints.letter_date.as_ref().and_then(first_date);
        Self { hints, letter: letter.filter(|date| date.year.unspecified == 0), earlier: None }
    }

    pub(super) fn letter_anchor(&self) -> Option<Anchor> {
        self.hints.letter_date.clone().map(Anchor::LetterDate)
    }

    /// Whether the letter is of one day, month or year, without doubt.
    pub(super) fn letter_is_sure(&self) -> bool {
        matches!(&self.hints.letter_date, Some(Edtf::Date(date)) if date.is_unmarked())
    }

    /// Fills in a date.
    pub(super) fn fill(&self, partial: &Partial) -> Result<Filled, Unfit> {
        let mut partial = *partial;
        let stated = partial.year.is_some() && !partial.short_year;
        let anchor = self.complete(&mut partial)?;
        if partial.second.is_some() {
            if let Some(filled) = both(&partial, anchor.clone()) {
                return Ok(filled);
            }
            return Err(Unfit::NoDate);
        }
        let date = date_of(&partial);
        let calendar = self.calendar(&partial, &date);
        check(&partial, calendar, stated)?;
        let mut filled = styled(date, calendar, partial.certainty, anchor);
        if let Some(weekday) = partial.weekday {
            check_weekday(&mut filled, weekday);
        }
        Ok(filled)
    }

    /// Year and month from short forms, feasts and the dates around; says which date they came from.
    fn complete(&self, partial: &mut Partial) -> Result<Option<Anchor>, Unfit> {
        let letter = || (self.letter, self.letter_anchor());
        if partial.short_year {
            let short = partial.year.unwrap_or(0);
            // Nothing says of which century it is.
            let Some(near) = self.letter.map(|date| date.year.value) else { return Err(Unfit::NoDate) };
            partial.year = [-100, 0, 100]
                .map(|step| near - near.rem_euclid(100) + step + short)
                .into_iter()
                .min_by_key(|year| (year - near).abs());
            partial.certainty = partial.certainty.max(Certainty::Medium);
            return Ok(self.letter_anchor());
        }
        if let Some(shift) = partial.month_shift {
            let (Some(date), anchor) = letter() else { return Err(Unfit::NoDate) };
            let Some(month) = date.month.and_then(|month| month.value).filter(|month| *month <= 12) else {
                return Err(Unfit::NoDate);
            };
            let months = date.year.value * 12 + i32::from(month) - 1 + i32::from(shift);
            partial.year = Some(months.div_euclid(12));
            partial.month = u8::try_from(months.rem_euclid(12) + 1).ok();
            self.doubt_with_letter(partial);
            return Ok(anchor);
        }
        if let Some(shift) = partial.year_shift {
            let (date, anchor) = letter();
            partial.year = date.map(|date| date.year.value + i32::from(shift));
            self.doubt_with_letter(partial);
            return Ok(anchor.filter(|_| partial.year.is_some()));
        }
        if let Some((feast, language)) = partial.feast {
            return self.place_feast(partial, feast, language);
        }
        if partial.year.is_some() {
            return Ok(None);
        }
        let (year, anchor) = self.year_for(partial);
        partial.year = year;
        let shifted = year.zip(anchor_year(anchor.as_ref())).is_none_or(|(year, anchor)| year != anchor);
        partial.certainty = partial.certainty.max(if shifted { Certainty::Low } else { Certainty::Medium });
        Ok(anchor)
    }

    /// "inst." in a letter that may be of another month is in doubt.
    fn doubt_with_letter(&self, partial: &mut Partial) {
        if self.letter.is_some() && !self.letter_is_sure() {
            *partial = partial.doubted(Qualifier::UNCERTAIN);
        }
    }

    /// The year of a date without one: that of the nearest date before, else of the letter, moved by one where the
    /// date would otherwise lie far off.
    fn year_for(&self, partial: &Partial) -> (Option<i32>, Option<Anchor>) {
        let (near, anchor, limits) = match (self.earlier, self.letter) {
            (Some(earlier), _) => (earlier, Some(Anchor::EarlierDate(Edtf::Date(earlier))), (270, 270)),
            // Letters speak of what was more than of what will be.
            (None, Some(letter)) => (letter, self.letter_anchor(), (305, 183)),
            (None, None) => return (None, None),
        };
        let year = near.year.value;
        let place = |date: Date, year: i32| {
            let month = date
                .month
                .and_then(|month| month.value)
                .map(|month| if month > 12 { (month - 20) * 3 } else { month });
            let day = date.day.and_then(|day| day.value).unwrap_or(15).min(28);
            month.and_then(|month| DayNumber::from_gregorian(year, month, day))
        };
        let (Some(here), Some(there)) = (place(near, year), place(date_of(partial), year)) else {
            return (Some(year), anchor);
        };
        let step = match there.0 - here.0 {
            after if after > limits.1 => -1,
            before if -before > limits.0 => 1,
            _ => 0,
        };
        (Some(year + step), anchor)
    }

    fn place_feast(
        &self,
        partial: &mut Partial,
        feast: Feast,
        language: Language,
    ) -> Result<Option<Anchor>, Unfit> {
        let mut anchor = None;
        if let Feast::Fixed(month, day) = feast {
            (partial.month, partial.day) = (Some(month), Some(day));
        }
        if partial.year.is_none() {
            // Somewhere in spring, to choose the year by.
            let spring = Partial { month: Some(partial.month.unwrap_or(4)), ..*partial };
            (partial.year, anchor) = self.year_for(&spring);
            partial.certainty = Certainty::Medium;
        }
        let Some(year) = partial.year else { return Err(Unfit::NoDate) };
        if let Feast::Movable(days) = feast {
            let sunday = easter(year, language).ok_or(Unfit::NoDate)?;
            let (_, month, day) = sunday.plus(i32::from(days)).gregorian();
            (partial.month, partial.day, partial.style) = (Some(month), Some(day), Some(Calendar::Gregorian));
        }
        Ok(anchor)
    }

    /// The style of a date: as said, else New Style, but open before the calendar changed where the letter was written.
    fn calendar(&self, partial: &Partial, date: &Date) -> Calendar {
        let named = (date.month.and_then(|month| month.value), date.day.and_then(|day| day.value));
        let before = match (named, self.hints.calendar_change) {
            ((Some(month), day), Some(change)) => {
                CalendarChange { year: date.year.value, month, day: day.unwrap_or(1) } < change
            }
            _ => false,
        };
        match partial.style {
            Some(style) => style,
            None if before && date.year.value > 1582 && !date.year.is_unknown() => Calendar::NotStated,
            None => Calendar::Gregorian,
        }
    }
}

/// The year that an anchor says.
fn anchor_year(anchor: Option<&Anchor>) -> Option<i32> {
    match anchor? {
        Anchor::LetterDate(date) | Anchor::EarlierDate(date) => first_date(date).map(|date| date.year.value),
    }
}

/// The date, or the first of several.
fn first_date(date: &Edtf) -> Option<Date> {
    match date {
        Edtf::Date(date) => Some(*date),
        Edtf::Interval { from: Endpoint::Date(date), .. }
        | Edtf::Interval { to: Endpoint::Date(date), .. } => Some(*date),
        Edtf::Interval { .. } => None,
        Edtf::OneOf(members) | Edtf::AllOf(members) => members.iter().find_map(first_date),
    }
}

fn date_of(partial: &Partial) -> Date {
    let [year, month, day] = partial.doubt;
    let (value, unspecified) = partial.year.map_or((0, 15), |year| (year, partial.open_year));
    Date {
        year: Year { value, unspecified, qualifier: year },
        month: partial.month.map(|value| Month { value: Some(value), tens: None, qualifier: month }),
        day: partial.day.map(|value| Day { value: Some(value), tens: None, qualifier: day }),
    }
}

/// Whether there is such a day. What only figures say and no year confirms is no date rather than an impossible one.
fn check(partial: &Partial, calendar: Calendar, stated: bool) -> Result<(), Unfit> {
    let month = partial.month.unwrap_or(1);
    let most = match (month, partial.year) {
        (2, None) => 29,
        // A season has no days of its own.
        (21..=24, _) if partial.day.is_none() => 31,
        (month, year) => days_in_month(year.unwrap_or(2000), month, calendar),
    };
    let day = partial.day.unwrap_or(1);
    let figures = partial.rule == crate::Rule::Numeric && (partial.short_year || most == 0 && day > 31);
    match () {
        () if (1..=most).contains(&day) => Ok(()),
        () if figures || (day > 31 && !stated) => Err(Unfit::NoDate),
        () => Err(Unfit::Impossible),
    }
}

/// A date of one style.
fn styled(date: Date, calendar: Calendar, certainty: Certainty, anchor: Option<Anchor>) -> Filled {
    let mut filled = Filled { meaning: Edtf::Date(date), date, original: None, calendar, certainty, anchor };
    let only_julian =
        date.full().is_some_and(|(year, month, day)| DayNumber::from_gregorian(year, month, day).is_none());
    if calendar == Calendar::Julian || only_julian {
        filled.calendar = Calendar::Julian;
        filled.original = Some(Edtf::Date(date));
        if let Some(gregorian) = to_gregorian(&date) {
            (filled.meaning, filled.date) = (Edtf::Date(gregorian), gregorian);
        } else if let Some(span) = julian_span(&date) {
            filled.meaning = span;
        }
    }
    filled
}

/// The Gregorian days that a Julian month or year covers.
fn julian_span(date: &Date) -> Option<Edtf> {
    let covered = bounds(&Edtf::Date(*date));
    let shift = |day: DayNumber| {
        let (year, month, day) = day.gregorian();
        let (year, month, day) = DayNumber::from_julian(year, month, day)?.gregorian();
        Some(Endpoint::Date(Date::day(year, month, day)))
    };
    Some(Edtf::OneOf(vec![Edtf::Interval { from: shift(covered.earliest?)?, to: shift(covered.latest?)? }]))
}

/// A day that is given in both styles.
fn both(partial: &Partial, anchor: Option<Anchor>) -> Option<Filled> {
    let (second_year, ..) = partial.second?;
    let year = partial.year.or(second_year);
    let Some(year) = year else {
        // No year at all: the Gregorian day and month, by the difference of the nineteenth century.
        let (number, _) = both_styles(partial, 1850)?;
        let open = |(_, month, day): (i32, u8, u8)| {
            date_of(&Partial { month: Some(month), day: Some(day), year: None, ..*partial })
        };
        let date = open(number.gregorian());
        let original = Some(Edtf::Date(open(number.julian())));
        let meaning = Edtf::Date(date);
        return Some(Filled {
            meaning,
            date,
            original,
            calendar: Calendar::Gregorian,
            certainty: Certainty::Low,
            anchor,
        });
    };
    let named = |(year, month, day)| {
        date_of(&Partial { year: Some(year), month: Some(month), day: Some(day), ..*partial })
    };
    let (gregorian, julian, certainty) = match both_styles(partial, year) {
        Some((number, _)) => (number.gregorian(), number.julian(), partial.certainty),
        None => {
            let printed = (partial.year.unwrap_or(year), partial.month?, partial.day?);
            let (other_year, month, day) = partial.second?;
            let other = (other_year.unwrap_or(year), month, day);
            let (gregorian, julian) =
                if first_is_julian(partial)? { (other, printed) } else { (printed, other) };
            let valid = |(year, month, day), calendar| day <= days_in_month(year, month, calendar);
            if !valid(gregorian, Calendar::Gregorian) || !valid(julian, Calendar::Julian) {
                return None;
            }
            (gregorian, julian, Certainty::Low)
        }
    };
    let date = named(gregorian);
    let original = Some(Edtf::Date(named(julian)));
    Some(Filled {
        meaning: Edtf::Date(date),
        date,
        original,
        calendar: Calendar::Gregorian,
        certainty,
        anchor,
    })
}

/// The weekday that the words name: it decides the style where that is open, and casts doubt where it does not fit.
fn check_weekday(filled: &mut Filled, weekday: u8) {
    let Some((year, month, day)) = filled.date.full() else { return };
    let on = |number: Option<DayNumber>| number.map(DayNumber::weekday) == Some(weekday);
    let gregorian = on(DayNumber::from_gregorian(year, month, day));
    let julian = on(DayNumber::from_julian(year, month, day));
    if filled.calendar == Calendar::NotStated && gregorian {
        filled.calendar = Calendar::Gregorian;
    } else if filled.calendar == Calendar::NotStated && julian {
        *filled = styled(filled.date, Calendar::Julian, filled.certainty, filled.anchor.take());
    } else if !gregorian {
        filled.certainty = Certainty::Low;
    }
}

impl Filled {
    /// Whether any part is marked as doubtful.
    pub(super) fn is_doubtful(&self) -> bool {
        self.date.qualifiers().any(|doubt| doubt.uncertain)
    }
}
