//! What there is of an entry, year by year.

use bundle::EntryBody;

use crate::Library;
use index::Share;

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
    /// The largest count of a year, or of what has none; at least 1.
    #[must_use]
    pub fn largest(&self) -> usize {
        let counts = self.counts.iter().chain([&self.undated]);
        counts.map(YearCount::all).max().unwrap_or_default().max(1)
    }
}

/// Counts an entry's letters and mentions by the first year that the letter can be of.
pub(super) fn years(library: &Library, body: &EntryBody) -> YearStrip {
    let year = |letter: u32| Some(library.row(letter)?.years?.0);
    let shares = |shares: &[Share]| shares.iter().map(|share| share.letter).collect::<Vec<_>>();
    let (sent, received) = (shares(&body.sent), shares(&body.received));
    let all = || {
        let mentions = body.occurrences.iter().map(|occurrence| occurrence.letter);
        sent.iter().chain(&received).copied().chain(mentions)
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
    for letter in &sent {
        add(*letter, |bin| &mut bin.sent);
    }
    for letter in &received {
        add(*letter, |bin| &mut bin.received);
    }
    for occurrence in &body.occurrences {
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
