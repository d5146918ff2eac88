//! Numbers and texts as bytes: little-endian base 128, as in Protocol Buffers. Files of an index are made of them, and files
//! that stand beside it.

use crate::Damaged;

/// Appends a number.
pub fn put(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push((number & 0x7f) as u8);
}

/// Appends numbers of which none is less than the one before, after how many they are. Those of a broken file may fall; they
/// are found out when they are read.
pub(crate) fn put_rising(out: &mut Vec<u8>, numbers: impl ExactSizeIterator<Item = u32>) {
    put(out, u32::try_from(numbers.len()).unwrap_or(u32::MAX));
    let mut before = 0;
    for number in numbers {
        put(out, number.wrapping_sub(before));
        before = number;
    }
}

/// Appends bytes after their number.
#[cfg(feature = "build")]
pub fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(bytes);
}

/// Reads what was appended; what ends too early is an error.
#[derive(Debug, Clone)]
pub struct Bytes<'b>(pub &'b [u8]);

impl<'b> Bytes<'b> {
    /// A number.
    ///
    /// # Errors
    /// Where it is no number of 32 bits.
    pub fn number(&mut self) -> Result<u32, Damaged> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let (&byte, rest) = self.0.split_first().ok_or(Damaged)?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Damaged)
    }

    /// A number that says how many or how long.
    ///
    /// # Errors
    /// As [`Bytes::number`].
    pub fn size(&mut self) -> Result<usize, Damaged> {
        usize::try_from(self.number()?).map_err(|_| Damaged)
    }

    /// Calls back for each of some numbers that rise.
    pub(crate) fn rising(&mut self, mut see: impl FnMut(u32)) -> Result<(), Damaged> {
        let mut number = 0_u32;
        for _ in 0..self.number()? {
            number = number.checked_add(self.number()?).ok_or(Damaged)?;
            see(number);
        }
        Ok(())
    }

    /// So many bytes.
    ///
    /// # Errors
    /// Where there are fewer.
    pub fn take(&mut self, length: usize) -> Result<&'b [u8], Damaged> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Damaged)?;
        self.0 = rest;
        Ok(taken)
    }
}

/// FNV-1a, 32 bits: tells a file of another index, or a broken one, from the right one.
#[must_use]
pub fn checksum(seed: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(seed ^ 0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The bytes of a file before its checksum, which begins with a number: that of its index, else 0.
///
/// # Errors
/// Where the file is damaged, or belongs to another index.
pub fn checked(seed: u32, file: &[u8]) -> Result<&[u8], Damaged> {
    let (body, sum) = file.split_last_chunk::<4>().ok_or(Damaged)?;
    if checksum(seed, body) == u32::from_le_bytes(*sum) { Ok(body) } else { Err(Damaged) }
}

/// A file: its bytes with their checksum.
#[cfg(feature = "build")]
#[must_use]
pub fn sealed(seed: u32, mut body: Vec<u8>) -> Vec<u8> {
    let sum = checksum(seed, &body);
    body.extend_from_slice(&sum.to_le_bytes());
    body
}
