//! The catalogue as it is packed: column by column, because what is alike compresses best side by side.

use super::{Catalogue, LetterRow, Party, RowDate};
use dates::{Date, DayNumber, Edtf, bounds};
use edition::{LetterId, Origin};
use serde::{Deserialize, Serialize};

/// The catalogue, column by column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Columns {
    parties: Vec<Party>,
    places: Vec<Party>,
    languages: Vec<Box<str>>,
    /// How many bytes of its identifier a letter shares with the one before.
    shared: Vec<u32>,
    /// How many bytes follow, and these bytes of all letters.
    lengths: Vec<u32>,
    identifiers: String,
    /// What kind of date a letter has.
    dates: Vec<DateKind>,
    /// Days: how many after the one before.
    days: Vec<i32>,
    /// Dates that are no single day.
    others: Vec<RowDate>,
    /// How many senders and recipients a letter has, who they are, and who says so.
    senders: Vec<u32>,
    recipients: Vec<u32>,
    who: Vec<u32>,
    origins: Vec<Origin>,
    /// Where from: the place and one more; 0 for none.
    from: Vec<u32>,
    language: Vec<u32>,
    /// What letters are known by that nobody sent or received.
    known_by: Vec<Box<str>>,
}

/// Which column a date is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum DateKind {
    /// Of none: there is no date.
    None,
    /// A day, and who says so.
    Day(Origin),
    /// Anything else.
    Other,
}

impl From<&Catalogue> for Columns {
    fn from(catalogue: &Catalogue) -> Self {
        let mut columns = Self {
            parties: catalogue.parties.clone(),
            places: catalogue.places.clone(),
            languages: catalogue.languages.clone(),
            ..Self::default()
        };
        let (mut before, mut last) = (String::new(), 0);
        for row in &catalogue.letters {
            let id = row.id.as_str();
            let shared = shared(&before, id);
            columns.shared.push(number(shared));
            columns.lengths.push(number(id.len() - shared));
            columns.identifiers.push_str(&id[shared..]);
            id.clone_into(&mut before);
            columns.dates.push(match &row.date {
                None => DateKind::None,
                Some(date) => match day(date) {
                    Some(day) => {
                        columns.days.push(day.wrapping_sub(last));
                        last = day;
                        DateKind::Day(date.origin)
                    }
                    None => {
                        columns.others.push(date.clone());
                        DateKind::Other
                    }
                },
            });
            columns.senders.push(number(row.senders.len()));
            columns.recipients.push(number(row.recipients.len()));
            for (party, origin) in row.senders.iter().chain(&row.recipients).copied() {
                columns.who.push(party);
                columns.origins.push(origin);
            }
            columns.from.push(row.place.map_or(0, |place| place + 1));
            columns.language.push(row.language);
            if row.senders.is_empty() && row.recipients.is_empty() {
                columns.known_by.push(row.known_by.clone());
            }
        }
        columns
    }
}

/// A length as it is packed.
pub(crate) fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How many bytes two texts begin with in common, whole characters only.
pub(crate) fn shared(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    (0..=same).rev().find(|at| other.is_char_boundary(*at)).unwrap_or_default()
}

/// The day of a date that is one day and nothing else.
fn day(date: &RowDate) -> Option<i32> {
    let meaning = date.meaning.as_ref()?;
    let day = bounds(meaning).earliest?.0;
    (date.as_written.is_empty() && *meaning == of_day(day)).then_some(day)
}

fn of_day(day: i32) -> Edtf {
    let (year, month, day) = DayNumber(day).gregorian();
    Edtf::Date(Date::day(year, month, day))
}

impl From<Columns> for Catalogue {
    fn from(columns: Columns) -> Self {
        Self::of(columns).unwrap_or_else(|| Self { uneven: true, ..Self::default() })
    }
}

impl Catalogue {
    /// Nothing where the columns do not belong together.
    fn of(columns: Columns) -> Option<Self> {
        let mut letters = Vec::with_capacity(columns.shared.len());
        let (mut before, mut at, mut last) = (String::new(), 0_usize, 0_i32);
        let (mut days, mut others) = (columns.days.into_iter(), columns.others.into_iter());
        let mut who = columns.who.into_iter().zip(columns.origins);
        let mut dates = columns.dates.into_iter();
        let mut counts = columns.senders.into_iter().zip(columns.recipients);
        let mut known_by = columns.known_by.into_iter();
        let mut places = columns.from.into_iter().zip(columns.language);
        for (shared, length) in columns.shared.into_iter().zip(columns.lengths) {
            let end = at.saturating_add(length as usize);
            let rest = columns.identifiers.get(at..end)?;
            at = end;
            let id = [before.get(..shared as usize)?, rest].concat();
            let (mut day, mut years) = (None, None);
            let date = match dates.next()? {
                DateKind::None => None,
                DateKind::Day(origin) => {
                    last = last.wrapping_add(days.next()?);
                    let year = DayNumber(last).gregorian().0;
                    (day, years) = (Some(last), Some((year, year)));
                    Some(RowDate { meaning: Some(of_day(last)), as_written: "".into(), origin })
                }
                DateKind::Other => {
                    let date = others.next()?;
                    (day, years) = date.when();
                    Some(date)
                }
            };
            let (senders, recipients) = counts.next()?;
            let (place, language) = places.next()?;
            let known_by = if (senders, recipients) == (0, 0) { known_by.next()? } else { "".into() };
            letters.push(LetterRow {
                id: LetterId::from(id.as_str()),
                date,
                day,
                years,
                senders: who.by_ref().take(senders as usize).collect(),
                recipients: who.by_ref().take(recipients as usize).collect(),
                place: place.checked_sub(1),
                language,
                known_by,
            });
            before = id;
        }
        let (parties, places, languages) = (columns.parties, columns.places, columns.languages);
        Some(Self { parties, places, languages, letters, uneven: false })
    }
}
