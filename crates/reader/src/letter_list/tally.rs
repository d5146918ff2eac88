//! How often each value of a facet occurs.

use super::{Facet, Value};
use crate::order;

/// Furthest apart that values are counted in a row: beyond, a few odd ones would take all memory.
const FAR: Value = 1 << 20;

/// Counts of values.
#[derive(Debug)]
pub(super) enum Tally {
    /// Values that lie close together: a count for each, from the first on.
    Row(Value, Vec<u32>),
    /// Values that lie far apart, one by one, as numbers without a sign in the same order.
    Loose(Vec<u64>),
}

impl Tally {
    /// For the values of a facet.
    pub(super) fn of(facet: Facet) -> Self {
        if facet == Facet::Correspondence { Self::Loose(Vec::new()) } else { Self::Row(0, Vec::new()) }
    }

    /// Counts a value.
    pub(super) fn add(&mut self, value: Value) {
        match self {
            Self::Loose(values) => values.push(value.abs_diff(Value::MIN)),
            Self::Row(first, counts) => {
                if counts.is_empty() {
                    *first = value;
                }
                let last = *first + Value::try_from(counts.len()).unwrap_or_default();
                if value < last - FAR || value > *first + FAR {
                    return;
                }
                if value < *first {
                    let more = usize::try_from(*first - value).unwrap_or_default();
                    counts.splice(..0, std::iter::repeat_n(0, more));
                    *first = value;
                }
                let at = usize::try_from(value - *first).unwrap_or_default();
                if at >= counts.len() {
                    counts.resize(at + 1, 0);
                }
                if let Some(count) = counts.get_mut(at) {
                    *count += 1;
                }
            }
        }
    }

    /// Each value that occurs, in order, with how often.
    pub(super) fn each(self, see: &mut dyn FnMut(Value, u32)) {
        match self {
            Self::Row(first, counts) => {
                for (value, count) in (first..).zip(counts).filter(|(_, count)| *count > 0) {
                    see(value, count);
                }
            }
            Self::Loose(mut values) => {
                order::numbers(&mut values);
                for same in values.chunk_by(|one, other| one == other) {
                    if let Some(value) = same.first() {
                        see(
                            Value::MIN.wrapping_add_unsigned(*value),
                            u32::try_from(same.len()).unwrap_or(u32::MAX),
                        );
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Facet, Tally, Value};

    #[test]
    fn values_are_counted_in_any_order() {
        for facet in [Facet::Year, Facet::Correspondence] {
            let mut tally = Tally::of(facet);
            [5, 3, 5, -2, 9, 3, 5].into_iter().for_each(|value| tally.add(value));
            let mut found: Vec<(Value, u32)> = Vec::new();
            tally.each(&mut |value, count| found.push((value, count)));
            assert_eq!(found, [(-2, 1), (3, 2), (5, 3), (9, 1)]);
        }
    }

    #[test]
    fn a_year_far_off_takes_no_memory() {
        let mut tally = Tally::of(Facet::Year);
        [1900, i64::from(i32::MAX), i64::from(i32::MIN), 1901].into_iter().for_each(|value| tally.add(value));
        let mut found: Vec<(Value, u32)> = Vec::new();
        tally.each(&mut |value, count| found.push((value, count)));
        assert_eq!(found, [(1900, 1), (1901, 1)]);
    }
}
