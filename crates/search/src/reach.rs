//! Which documents a word is in, foreseen by how long each is: a word that is in three of a thousand documents is in long ones
//! rather than in short ones.
//!
//! A document is told by asking whether it lies beyond a place, again and again. That none of those left to come lies before
//! the place is the likelier the less text there is up to it: the part of the text that lies beyond it, to the power of how
//! many are left. Everything is computed in whole numbers, so that writer and reader never differ.

use crate::coder::Coder;

/// What the shortest document weighs.
const LIGHT: u64 = 64;
/// Classes of lengths above this are one class here.
const LONG: u8 = 100;
/// Bits behind the point of a logarithm.
const POINT: u32 = 26;
/// What is told apart of less than this, in 65,536ths, goes by the text alone.
const STRAIGHT: u32 = 4096;
/// Pieces of a logarithm that are straight lines.
const PIECES: u32 = 256;
/// 2^(-1/2), 2^(-1/4) and so on, in 65,536ths.
const ROOTS: [u64; 8] = [46_341, 55_109, 60_097, 62_757, 64_132, 64_830, 65_182, 65_359];

/// How much text there is before each document.
#[derive(Debug, Clone)]
pub(crate) struct Reach {
    /// What the documents before this one weigh; at the end, all.
    before: Vec<u64>,
    /// Logarithms of 1 to 2.
    logarithms: Vec<u64>,
}

impl Reach {
    /// Of documents whose lengths are of these classes. One that is twice as long weighs three fifths more, by which both six
    /// hundred letters of one hand and ten thousand of many took the fewest bytes.
    pub(crate) fn new(classes: impl Iterator<Item = u8>) -> Self {
        let mut weights = Vec::new();
        let mut weight = LIGHT;
        for _ in 0..=LONG {
            weights.push(weight);
            weight += weight / 12;
        }
        let mut sum = 0;
        let mut before = vec![0];
        for class in classes {
            sum += weights.get(usize::from(class.min(LONG))).copied().unwrap_or(LIGHT);
            before.push(sum);
        }
        Self { before, logarithms: (0..=PIECES).map(logarithm).collect() }
    }

    /// How many documents there are.
    pub(crate) fn documents(&self) -> usize {
        self.before.len() - 1
    }

    /// The next document with a word, of those from `first` on, of which as many as are `left` have it. At least so many there
    /// must be.
    pub(crate) fn document<C: Coder>(&self, coder: &mut C, first: u32, left: u32, document: u32) -> u32 {
        let all = u32::try_from(self.documents()).unwrap_or(u32::MAX);
        let end = all.saturating_sub(left).saturating_add(1).max(first);
        let there = u64::from(all.saturating_sub(first).max(1));
        let many = u64::from(left.max(1)).min(there);
        // In 256ths: how many are left, and more the fewer can be passed over; about the logarithm of the part without the word,
        // times how many there are (Padé, two terms).
        let power = 256 * many * (6 * there - many) / (6 * there - 4 * many);
        let (mut low, mut high) = (first, end);
        let mut step = (there / (many + 1) + 1).next_power_of_two();
        let mut from = self.log_behind(low);
        // By longer and longer steps beyond it ...
        while high - low > 1 {
            let middle = u32::try_from(u64::from(low) + step).ok().filter(|middle| *middle < end);
            let Some(middle) = middle else { break };
            let behind = self.log_behind(middle);
            if !coder.code(beyond(from, behind, power), document >= middle) {
                high = middle;
                break;
            }
            (low, from) = (middle, behind);
            step *= 2;
        }
        // ... then by halves. That it lies beyond either end:
        let (mut near, mut far) = (1 << 16, beyond(from, self.log_behind(high), power));
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            let (part, whole, at) = if near - far > STRAIGHT {
                let at = beyond(from, self.log_behind(middle), power).clamp(far, near);
                (u64::from(at - far), u64::from(near - far), at)
            } else {
                (self.text(middle, high), self.text(low, high), far)
            };
            let chance = u32::try_from((part << 16) / whole).unwrap_or(1 << 16);
            if coder.code(chance, document >= middle) {
                (low, near) = (middle, at);
            } else {
                (high, far) = (middle, at);
            }
        }
        low
    }

    /// The logarithm of how much text the documents from one on have; nought where there are none.
    fn log_behind(&self, place: u32) -> u64 {
        let (Some(before), Some(all)) = (self.before.get(place as usize), self.before.last()) else {
            return 0;
        };
        self.log((all - before).max(1))
    }

    /// How much text the documents between have.
    fn text(&self, from: u32, to: u32) -> u64 {
        let at = |place: u32| self.before.get(place as usize).copied().unwrap_or_default();
        at(to).saturating_sub(at(from)).max(1)
    }

    /// The logarithm to the base 2 of a whole number above nought.
    fn log(&self, number: u64) -> u64 {
        let whole = number.ilog2();
        // What is behind the first digit, as a part of 2^32.
        let rest = if whole <= 32 { number << (32 - whole) } else { number >> (whole - 32) } - (1 << 32);
        let (piece, part) = (rest >> 24, rest & 0xff_ffff);
        let at = |piece: u64| {
            usize::try_from(piece)
                .ok()
                .and_then(|piece| self.logarithms.get(piece))
                .copied()
                .unwrap_or_default()
        };
        (u64::from(whole) << POINT) + at(piece) + (((at(piece + 1) - at(piece)) * part) >> 24)
    }
}

/// That the next lies beyond a place, in 65,536ths: by the logarithms of the text behind where it is looked for, and behind the
/// place.
fn beyond(from: u64, behind: u64, power: u64) -> u32 {
    if behind == 0 {
        return 0;
    }
    // With eight bits behind the point, which the power brings.
    let less = (from.saturating_sub(behind)).saturating_mul(power) >> POINT;
    let mut chance = 1 << 16;
    for (bit, root) in (0..8).rev().zip(ROOTS) {
        if (less >> bit) & 1 == 1 {
            chance = (chance * root) >> 16;
        }
    }
    let halved = u32::try_from(less >> 8).unwrap_or(u32::MAX);
    u32::try_from(chance).unwrap_or(1 << 16).checked_shr(halved).unwrap_or(0)
}

/// The logarithm of 1 and so many 256ths, digit by digit.
fn logarithm(piece: u32) -> u64 {
    let mut number = u64::from(PIECES + piece) << 23;
    let mut out = 0;
    if piece == PIECES {
        return 1 << POINT;
    }
    for _ in 0..POINT {
        number = (number * number) >> 31;
        out <<= 1;
        if number >> 32 == 1 {
            number >>= 1;
            out |= 1;
        }
    }
    out
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{LIGHT, POINT, Reach};
    use crate::coder::{Reader, Writer};

    fn reach() -> Reach {
        Reach::new((0..500_u32).map(|at| u8::try_from(at * 37 % 90).unwrap()))
    }

    /// Bytes for documents, which are read again.
    fn written(reach: &Reach, documents: &[u32]) -> usize {
        let left = |nth: usize| u32::try_from(documents.len() - nth).unwrap();
        let mut writer = Writer::new(Vec::new());
        let mut first = 0;
        for (nth, document) in documents.iter().enumerate() {
            reach.document(&mut writer, first, left(nth), *document);
            first = document + 1;
        }
        let bytes = writer.finish();
        let mut reader = Reader::new(&bytes);
        let mut first = 0;
        for (nth, document) in documents.iter().enumerate() {
            assert_eq!(reach.document(&mut reader, first, left(nth), 0), *document);
            first = document + 1;
        }
        bytes.len()
    }

    #[test]
    fn what_was_written_is_read() {
        let reach = reach();
        for every in [1_usize, 2, 3, 7, 50, 499] {
            for start in [0, 1, every / 2] {
                let documents: Vec<u32> = (0..500).skip(start).step_by(every).collect();
                written(&reach, &documents);
            }
        }
        written(&Reach::new([0].into_iter()), &[0]);
    }

    #[test]
    fn all_documents_cost_nothing_and_long_ones_less_than_short_ones() {
        let reach = reach();
        assert!(written(&reach, &(0..500).collect::<Vec<_>>()) <= 2);
        let by = |long: bool| (0..500).filter(|at| (at * 37 % 90 > 60) == long).take(40).collect::<Vec<_>>();
        assert!(written(&reach, &by(true)) < written(&reach, &by(false)));
    }

    #[test]
    fn logarithms_are_those_of_the_tables() {
        let reach = Reach::new(std::iter::empty());
        for (number, expected) in
            [(1, 0.0), (2, 1.0), (3, 1.584_962_5), (1000, 9.965_784_3), (u64::MAX, 64.0)]
        {
            #[expect(clippy::cast_precision_loss, reason = "compared with a table of few digits")]
            let log = reach.log(number) as f64 / f64::from(1 << POINT);
            assert!((log - expected).abs() < 1e-5, "{number}: {log}");
        }
        assert_eq!(Reach::new([0].into_iter()).text(0, 1), LIGHT);
    }
}
