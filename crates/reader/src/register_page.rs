//! The register of one kind of entries: rows, order, filters and their counts.

mod look_up;
mod state;

use crate::order;
use bundle::RegisterRow;
use dates::{Date, DateForm, Edtf, Names, display};
use edition::{Entry, EntryKind};
use std::cmp::Reverse;

use crate::{Library, life};
use look_up::{Hit, look_up};
pub use state::{Column, Period, RegisterState, Role, Sort};

/// A register as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPage<'l> {
    /// The rows, in the order asked for: by initial where they are in the order of names, else in one group.
    pub groups: Vec<Group<'l>>,
    /// How many entries are shown; see-references do not count.
    pub found: usize,
    /// How many entries of the kind there are in letters.
    pub total: usize,
    /// How many entries of the kind no letter mentions.
    pub unmentioned: usize,
    /// Each part in the correspondence, and how many entries it would show with the other filters as they are.
    pub roles: [(Role, usize); 4],
    /// How many entries would be shown of any time.
    pub any_period: usize,
    /// Each time that has letters, and how many entries it would show; by time.
    pub periods: Vec<(Period, usize)>,
    /// With and without an identifier, and how many entries each would show.
    pub identified: [(bool, usize); 2],
}

/// Rows under one initial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'l> {
    /// The initial. None where the rows are not in the order of names.
    pub initial: Option<&'l str>,
    /// The rows.
    pub rows: Vec<Row<'l>>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row<'l> {
    /// An entry.
    Entry(EntryRow<'l>),
    /// A name that points to an entry.
    See {
        /// The heading: `Ioffe, A. A.`
        heading: &'l str,
        /// The entry.
        entry: &'l Entry,
    },
}

/// An entry in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow<'l> {
    /// The entry.
    pub entry: &'l Entry,
    /// Years of life, of being, of happening.
    pub dates: String,
    /// Letters sent.
    pub sent: u32,
    /// Letters received.
    pub received: u32,
    /// Mentions in text, notes and imprint.
    pub mentioned: u32,
    /// Years of the first and last letter it has to do with: `1919–1921`.
    pub years: String,
    /// Another name of it, by which it was found.
    pub found_by: Option<&'l str>,
}

/// An entry on its way into the table.
struct Candidate<'l> {
    entry: &'l Entry,
    record: &'l RegisterRow,
    hit: Option<Hit<'l>>,
    role: bool,
    period: bool,
    identified: bool,
}

/// The register of a kind. `folded` is [`RegisterState::query`] folded as [`index::fold_lowered`] says; the folding
/// needs tables that the caller has.
#[must_use]
pub fn register_page<'l>(
    library: &'l Library,
    kind: EntryKind,
    state: &RegisterState,
    folded: &str,
    words: &'static Names,
) -> RegisterPage<'l> {
    let fragments: Vec<&str> = folded.split(' ').filter(|fragment| !fragment.is_empty()).collect();
    let of_kind = library.register(kind);
    let unmentioned = of_kind.iter().filter(|record| !record.head.occurs()).count();
    let candidates: Vec<Candidate<'l>> = of_kind
        .iter()
        .filter(|record| state.all || record.head.occurs())
        .map(|record| Candidate {
            entry: &record.head.entry,
            record,
            hit: look_up(record, &fragments),
            role: has_role(record, state.role),
            period: state.period.is_none_or(|period| of_period(record, period)),
            identified: state.identified.is_none_or(|wanted| wanted == identified(record)),
        })
        .collect();
    let count = |fits: &dyn Fn(&Candidate<'_>) -> bool| candidates.iter().filter(|one| fits(one)).count();
    let roles = [Role::Any, Role::Sender, Role::Recipient, Role::MentionedOnly].map(|role| {
        (role, count(&|one| one.hit.is_some() && one.period && one.identified && has_role(one.record, role)))
    });
    let identified = [true, false].map(|wanted| {
        let fits = |one: &Candidate<'_>| wanted == self::identified(one.record);
        (wanted, count(&|one| one.hit.is_some() && one.role && one.period && fits(one)))
    });
    let periods = periods(of_kind)
        .into_iter()
        .map(|period| {
            let fits = |one: &Candidate<'_>| of_period(one.record, period);
            (period, count(&|one| one.hit.is_some() && one.role && one.identified && fits(one)))
        })
        .collect();
    let shown: Vec<&Candidate<'l>> = candidates
        .iter()
        .filter(|one| one.hit.is_some() && one.role && one.period && one.identified)
        .collect();
    RegisterPage {
        found: shown.len(),
        total: of_kind.len() - unmentioned,
        unmentioned,
        roles,
        any_period: count(&|one| one.hit.is_some() && one.role && one.identified),
        periods,
        identified,
        groups: groups(shown, state, fragments.is_empty(), words),
    }
}

fn has_role(record: &RegisterRow, role: Role) -> bool {
    let head = &record.head;
    match role {
        Role::Any => true,
        Role::Sender => head.sent > 0,
        Role::Recipient => head.received > 0,
        Role::MentionedOnly => head.sent + head.received == 0 && head.mentions() > 0,
    }
}

fn identified(record: &RegisterRow) -> bool {
    !record.head.entry.authorities.is_empty()
}

/// Whether one of an entry's letters can be of that time.
fn of_period(record: &RegisterRow, period: Period) -> bool {
    let (from, to) = period.bounds();
    record.decades.iter().any(|decade| *decade <= to && decade.saturating_add(9) >= from)
}

/// The times to choose from: decades, or centuries where the letters are spread over more than twelve decades.
fn periods(of_kind: &[RegisterRow]) -> Vec<Period> {
    let years = || of_kind.iter().filter_map(|record| record.head.years);
    let (first, last) = (years().map(|years| years.0).min(), years().map(|years| years.1).max());
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let (length, period): (i32, fn(i32) -> Period) =
        if last.saturating_sub(first) < 120 { (10, Period::Decade) } else { (100, Period::Century) };
    let mut periods = Vec::new();
    let mut begin = first.div_euclid(length).saturating_mul(length);
    // Forty centuries are more than letters have been written in.
    while begin <= last && periods.len() < 40 {
        periods.push(period(begin));
        begin = begin.saturating_add(length);
    }
    periods.retain(|period| of_kind.iter().any(|record| of_period(record, *period)));
    periods
}

fn groups<'l>(
    mut shown: Vec<&Candidate<'l>>,
    state: &RegisterState,
    nothing_typed: bool,
    words: &'static Names,
) -> Vec<Group<'l>> {
    let order = state.order();
    if let (Some(Sort { column: Column::Name, descending }), true) = (order, nothing_typed) {
        return by_initial(&shown, descending, words);
    }
    order::by_key(&mut shown, |one| one.record.head.collation);
    match order {
        Some(sort) => sort_rows(&mut shown, sort),
        // Hits: the best first, then those with most letters.
        None => order::by_key(&mut shown, |one| {
            let head = &one.record.head;
            (one.hit.map(|hit| hit.fit), Reverse(head.sent + head.received), Reverse(head.mentions()))
        }),
    }
    let rows: Vec<_> = shown.into_iter().map(|one| Row::Entry(row(one, words))).collect();
    if rows.is_empty() { Vec::new() } else { vec![Group { initial: None, rows }] }
}

/// Entries and the see-references to them, each under its initial.
fn by_initial<'l>(shown: &[&Candidate<'l>], descending: bool, words: &'static Names) -> Vec<Group<'l>> {
    let mut rows: Vec<(u32, &'l str, Row<'l>)> = Vec::new();
    for one in shown {
        rows.push((one.record.head.collation, &one.record.initial, Row::Entry(row(one, words))));
        for see in &one.record.sees {
            rows.push((see.collation, &see.initial, Row::See { heading: &see.shown, entry: one.entry }));
        }
    }
    order::by_key(&mut rows, |(place, ..)| *place);
    if descending {
        rows.reverse();
    }
    let mut groups: Vec<Group<'l>> = Vec::new();
    for (_, initial, row) in rows {
        match groups.iter_mut().rev().find(|group| group.initial == Some(initial)) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { initial: Some(initial), rows: vec![row] }),
        }
    }
    groups
}

/// Sorts by a column; what has no value stands last either way, and equals stay in the order of names.
fn sort_rows(shown: &mut Vec<&Candidate<'_>>, sort: Sort) {
    let key = |one: &Candidate<'_>| -> Option<i64> {
        let head = &one.record.head;
        match sort.column {
            Column::Name => Some(i64::from(head.collation)),
            Column::Dates => life::first_day(one.entry).map(|day| i64::from(day.0)),
            Column::Sent => Some(i64::from(head.sent)),
            Column::Received => Some(i64::from(head.received)),
            Column::Mentioned => Some(i64::from(head.mentions())),
            Column::Years => {
                let (first, last) = head.years?;
                Some(i64::from(first) * 20_000 + i64::from(last))
            }
        }
    };
    order::by_key(shown, |one| match key(one) {
        Some(value) if sort.descending => (false, -value),
        Some(value) => (false, value),
        None => (true, 0),
    });
}

fn row<'l>(one: &Candidate<'l>, words: &'static Names) -> EntryRow<'l> {
    let head = &one.record.head;
    EntryRow {
        entry: one.entry,
        dates: life::life_years(one.entry, words),
        sent: head.sent,
        received: head.received,
        mentioned: head.mentions(),
        years: year_span(head.years, words),
        found_by: one.hit.and_then(|hit| hit.by),
    }
}

/// Two years as words: `1921`, `1919–1921`; empty where there is none.
#[must_use]
pub fn year_span(years: Option<(i32, i32)>, words: &'static Names) -> String {
    let Some((first, last)) = years else { return String::new() };
    let show = |year| display(&Edtf::Date(Date::year(year)), words, DateForm::Short);
    if first == last { show(first) } else { [&show(first), "–", &show(last)].concat() }
}

#[cfg(test)]
mod tests;
