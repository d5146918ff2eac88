//! Who writes to whom, when: correspondences of different length, over seventy years.

use super::letter::{Date, Row};
use super::random::Random;
use super::registers::Registers;

const FIRST_YEAR: usize = 1862;
const LAST_YEAR: usize = 1931;

/// The letters of an edition, in the order of their days. One person keeps all letters: half of them are his own.
pub(super) fn rows(count: usize, registers: &Registers, random: &mut Random) -> Vec<Row> {
    let others = registers.persons.len().saturating_sub(1).max(1);
    // In the middle of a life most is written.
    let mut days: Vec<(usize, u8, u8)> = (0..count)
        .map(|_| {
            let span = LAST_YEAR - FIRST_YEAR + 1;
            let year = FIRST_YEAR + (random.below(span) + random.below(span)) / 2;
            let month = u8::try_from(1 + random.below(12)).unwrap_or(1);
            let day = u8::try_from(1 + random.below(28)).unwrap_or(1);
            (year, month, day)
        })
        .collect();
    days.sort_unstable();
    let row = |(year, month, day): (usize, u8, u8)| {
        // About forty correspondents write most of the letters.
        let other = 1 + if random.percent(80) { random.early(others.min(40)) } else { random.early(others) };
        let (sender, addressee) = if random.percent(50) { (0, other) } else { (other, 0) };
        let date = match random.below(100) {
            0..2 => Date::None,
            2..5 => Date::Between,
            5..7 => Date::Month,
            7..14 => Date::Doubted,
            _ => Date::Day,
        };
        Row {
            sender,
            addressee,
            language: if random.percent(70) { 0 } else { 1 + random.below(2) },
            from: random.early(registers.places.len()),
            to: random.percent(90).then(|| random.early(registers.places.len())),
            year,
            month,
            day,
            date,
            words: random.words(),
        }
    };
    days.into_iter().map(row).collect()
}
