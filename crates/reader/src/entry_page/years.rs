//! What there is of an entry, year by year.

use index::{EntryRecord, letter_years};

use crate::Library;

/// Longest row of single years; a longer time is counted by decades.
const YEARS: i32 = 60;

/// Counts year by year, without gaps, years with nothing in one where they follow on each other; the sums are the
/// lengths of the lists of the entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearStrip {
    /// The years, or decades, in their order.
    pub counts: Vec<YearCount>,
    /// What stands in letters without a year; its years are 0.
    pub undated: YearCount,
}

/// Counts for a year, a decade, or years with nothing between two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearCount {
    /// First year.
    pub from: i32,
    /// Last year.
    pub to: i32,
    /// Letters sent.
    pub sent: usize,
    /// Letters received.
    pub received: usize,
    /// Mentions.
    pub mentioned: usize,
}

impl YearCount {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> usize {
        self.sent + self.received + self.mentioned
    }
}

impl YearStrip {
    /// The largest count of a year, at least 1.
    #[must_use]
    pub fn largest(&self) -> usize {
        self.counts.iter().map(YearCount::all).max().unwrap_or_default().max(1)
    }
}

/// Counts an entry's letters and mentions by the first year that the letter can be of.
pub(super) fn years(library: &Library, record: &EntryRecord) -> YearStrip {
    let year = |letter: u32| {
        let letter = usize::try_from(letter).ok().and_then(|at| library.edition.letters.get(at))?;
        Some(letter_years(letter)?.0)
    };
    let all = || {
        let mentions = record.occurrences.iter().map(|occurrence| occurrence.letter);
        record.sent.iter().chain(&record.received).copied().chain(mentions)
    };
    let dated = || all().filter_map(year);
    let mut strip = YearStrip::default();
    if let (Some(first), Some(last)) = (dated().min(), dated().max()) {
        let length = if last.saturating_sub(first) < YEARS { 1 } else { 10 };
        let mut from = first.div_euclid(length) * length;
        while from <= last && strip.counts.len() < 1000 {
            strip.counts.push(YearCount {
                from,
                to: from.saturating_add(length - 1),
                ..YearCount::default()
            });
            from = from.saturating_add(length);
        }
    }
    let mut add = |letter: u32, what: fn(&mut YearCount) -> &mut usize| {
        let year = year(letter);
        let bin =
            strip.counts.iter_mut().find(|bin| year.is_some_and(|year| bin.from <= year && year <= bin.to));
        *what(bin.unwrap_or(&mut strip.undated)) += 1;
    };
    for letter in &record.sent {
        add(*letter, |bin| &mut bin.sent);
    }
    for letter in &record.received {
        add(*letter, |bin| &mut bin.received);
    }
    for occurrence in &record.occurrences {
        add(occurrence.letter, |bin| &mut bin.mentioned);
    }
    strip.counts.dedup_by(|next, kept| {
        let both_empty = next.all() == 0 && kept.all() == 0;
        if both_empty {
            kept.to = next.to;
        }
        both_empty
    });
    strip
}
