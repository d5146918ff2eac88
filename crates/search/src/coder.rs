//! Yes or no, written in as little as it surprises: arithmetic coding with chances that adapt to what came before.
//!
//! A file of terms is a few kilobytes of short texts and small numbers. What a general compression knows of those it forgets
//! between two files and says in whole bits; here each number is foreseen by what it is a number of. Writer and reader
//! go the same way: [`Model`] is told a value and gives it back, or is told nothing and gives what was written.

/// How much a chance gives way to what happened, by how often it was asked, in 65,536ths. The last goes for all after it.
const STEPS: [u32; 40] = steps();
/// Least chance, in 65,536ths: what is certain costs a little, so that a file of a length can hold only so much.
const LEAST: u32 = 128;
/// As many chances are kept, as a power of two.
const KEPT: u32 = 16;
/// What a chance says that has so many letters before the one that is foreseen in view.
const VIEWS: [u32; 4] = [1, 2, 3, 4];

const fn steps() -> [u32; 40] {
    let mut steps = [0; 40];
    let (mut at, mut asked) = (0, 16);
    while at < steps.len() {
        // The first time more than half of the way, then less and less: 1 / (n + 1.6).
        steps[at] = 655_360 / asked;
        at += 1;
        asked += 10;
    }
    steps
}

/// A chance that something holds.
#[derive(Debug, Clone, Copy)]
struct Chance {
    /// In 65,536ths.
    holds: u16,
    /// How often it was asked.
    asked: u16,
}

impl Chance {
    fn learn(&mut self, held: bool) {
        let step = STEPS.get(usize::from(self.asked)).copied().unwrap_or(STEPS[39]);
        let part = |of: u16| u16::try_from((u32::from(of) * step) >> 16).unwrap_or(u16::MAX);
        if held {
            self.holds += part(u16::MAX - self.holds);
        } else {
            self.holds -= part(self.holds);
        }
        self.asked = (self.asked + 1).min(39);
    }
}

/// What writes or reads yes and no.
pub(crate) trait Coder {
    /// Writes whether something holds that has a chance in 65,536ths; or reads it, whatever is said.
    fn code(&mut self, chance: u32, holds: bool) -> bool;

    /// Whether more was read than was written.
    fn is_beyond(&self) -> bool {
        false
    }
}

/// What is foreseen of numbers and letters.
#[derive(Debug, Clone)]
pub(crate) struct Model<C> {
    pub(crate) coder: C,
    chances: Vec<Chance>,
}

impl<C: Coder> Model<C> {
    pub(crate) fn new(coder: C) -> Self {
        Self { coder, chances: vec![Chance { holds: 1 << 15, asked: 0 }; 1 << KEPT] }
    }

    fn chance(&mut self, of: u32, node: u32) -> &mut Chance {
        let mixed = (of.wrapping_mul(0x9e37_79b1) ^ node).wrapping_mul(0x85eb_ca6b);
        // As many as there are of the highest bits.
        let at = (mixed >> (32 - KEPT)) as usize;
        &mut self.chances[at]
    }

    /// Whether something holds, foreseen by other times that the same was asked.
    fn holds(&mut self, of: u32, node: u32, holds: bool) -> bool {
        let chance = u32::from(self.chance(of, node).holds);
        let held = self.coder.code(chance, holds);
        self.chance(of, node).learn(held);
        held
    }

    /// A number of so many bits, each foreseen by those before it.
    pub(crate) fn bits(&mut self, of: u32, bits: u32, number: u32) -> u32 {
        let mut node = 1;
        for at in (0..bits).rev() {
            node = node << 1 | u32::from(self.holds(of, node, number >> at & 1 == 1));
        }
        node - (1 << bits)
    }

    /// A number below the largest: how many bits it has, the first two after the highest, and the rest as they are.
    pub(crate) fn number(&mut self, of: u32, number: u32) -> u32 {
        let number = number.saturating_add(1);
        let mut length = 1;
        while length < 32 && self.holds(of, length, number >> length != 0) {
            length += 1;
        }
        let mut read = 1_u32;
        for at in (0..length - 1).rev() {
            let bit = number >> at & 1 == 1;
            let bit = if at + 3 >= length {
                self.holds(of, length << 8 | read << 4 | 8, bit)
            } else {
                self.coder.code(1 << 15, bit)
            };
            read = read << 1 | u32::from(bit);
        }
        read - 1
    }

    /// A byte of a text, foreseen by none, one, two and three before it together.
    pub(crate) fn letter(&mut self, before: &[u8], letter: u8) -> u8 {
        let mut views = [0_u32; VIEWS.len()];
        for (nth, (view, seed)) in views.iter_mut().zip(0x4000_0000..).enumerate() {
            let seen = before.iter().rev().take(nth);
            *view = seen.fold(seed, |seen, byte| seen.wrapping_mul(0x0100_0193) ^ u32::from(*byte));
        }
        let mut node = 1_u32;
        for at in (0..8).rev() {
            let (mut sum, mut all) = (0, 0);
            for (view, says) in views.iter().zip(VIEWS) {
                let Chance { holds, asked } = *self.chance(*view, node);
                if asked > 0 || says == 1 {
                    // The more, the oftener it was asked, and the surer it is.
                    let sure = 1 + (u32::from(holds.abs_diff(1 << 15)) >> 11);
                    let says = says * (3 * u32::from(asked) + 1) * sure;
                    sum += says * u32::from(holds);
                    all += says;
                }
            }
            let held = self.coder.code(sum / all, letter >> at & 1 == 1);
            for view in views {
                self.chance(view, node).learn(held);
            }
            node = node << 1 | u32::from(held);
        }
        (node & 0xff) as u8
    }
}

/// The part of a span that a chance has.
fn part(low: u32, high: u32, chance: u32) -> u32 {
    let chance = chance.clamp(LEAST, 65_536 - LEAST);
    let span = high - low;
    low + (span >> 16) * chance + (((span & 0xffff) * chance) >> 16)
}

/// Reads what a [`Writer`] wrote.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    bytes: Vec<u8>,
    /// The byte that is read next.
    at: usize,
    low: u32,
    high: u32,
    code: u32,
    /// How many bytes were read that there are not.
    beyond: u32,
}

impl Reader {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let mut reader = Self { bytes: bytes.to_vec(), at: 0, low: 0, high: u32::MAX, code: 0, beyond: 0 };
        for _ in 0..4 {
            reader.next();
        }
        reader
    }

    fn next(&mut self) {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        self.beyond += u32::from(byte.is_none());
        // Behind the last byte there are noughts.
        self.code = self.code << 8 | u32::from(byte.unwrap_or_default());
    }
}

impl Coder for Reader {
    fn is_beyond(&self) -> bool {
        self.beyond > 4
    }

    fn code(&mut self, chance: u32, _: bool) -> bool {
        let middle = part(self.low, self.high, chance);
        let holds = self.code <= middle;
        if holds {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            self.next();
        }
        holds
    }
}

/// Writes.
#[cfg(feature = "build")]
pub(crate) struct Writer {
    out: Vec<u8>,
    low: u32,
    high: u32,
}

#[cfg(feature = "build")]
impl Writer {
    /// Writes behind what is there.
    pub(crate) fn new(out: Vec<u8>) -> Self {
        Self { out, low: 0, high: u32::MAX }
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        // The reader finds noughts behind the last byte.
        self.out.push((self.low >> 24) as u8 + 1);
        self.out
    }
}

#[cfg(feature = "build")]
impl Coder for Writer {
    fn code(&mut self, chance: u32, holds: bool) -> bool {
        let middle = part(self.low, self.high, chance);
        if holds {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.out.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        holds
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Coder, Model, Reader, Writer};

    #[test]
    fn what_was_written_is_read() {
        let numbers = [0, 1, 2, 3, 7, 8, 1000, 65_536, u32::MAX - 1, 0, 0, 5];
        let text = "Grüße aus Moskau, große Grüße".as_bytes();
        let mut model = Model::new(Writer::new(vec![7]));
        for number in numbers {
            model.number(1, number);
            model.bits(2, 4, number & 15);
        }
        for at in 0..text.len() {
            model.letter(&text[..at], text[at]);
        }
        let bytes = model.coder.finish();
        let mut model = Model::new(Reader::new(&bytes[1..]));
        for number in numbers {
            assert_eq!(model.number(1, 0), number);
            assert_eq!(model.bits(2, 4, 0), number & 15);
        }
        let mut read = Vec::new();
        for _ in text {
            read.push(model.letter(&read, 0));
        }
        assert_eq!(read, text);
        assert!(!model.coder.is_beyond());
    }

    #[test]
    fn what_was_not_written_comes_to_an_end() {
        let mut model = Model::new(Reader::new(b"abc"));
        let mut asked = 0_u32;
        while !model.coder.is_beyond() {
            model.number(0, 0);
            asked += 1;
        }
        assert!(asked < 20_000, "{asked}");
    }
}
