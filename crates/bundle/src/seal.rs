//! The head of every file: what it is, which version, and whether it is whole.

#[cfg(not(feature = "build"))]
use crc::{CRC_32_ISO_HDLC, Crc, Table};
#[cfg(not(feature = "build"))]
use std::sync::LazyLock;

const MAGIC: &[u8; 8] = b"LTRBOOK\0";
const HEAD: usize = 16;

/// One table of 1 KB: bit by bit takes too long for large parts. It is reckoned when it is needed: nothing packs worse.
#[cfg(not(feature = "build"))]
static CHECKSUM: LazyLock<Crc<u32, Table<1>>> = LazyLock::new(|| Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC));

/// The version of the format. It changes whenever a packed type changes.
pub const FORMAT_VERSION: u32 = 8;

/// Why bytes could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The bytes do not begin as a bundle does.
    #[error("this is no Letterbook edition")]
    Foreign,
    /// Written for another version of the viewer.
    #[error("the edition has format {found}, this viewer reads format {expected}")]
    Version {
        /// The version this code reads.
        expected: u32,
        /// The version that was found.
        found: u32,
    },
    /// Fewer bytes than a head.
    #[error("the edition is cut off")]
    Truncated,
    /// The checksum or the encoding is wrong.
    #[error("the edition is damaged")]
    Damaged,
}

/// A body with its head; the checksum is that of the body.
#[cfg(feature = "build")]
pub(crate) fn seal(body: &[u8], checksum: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    bytes.extend_from_slice(&checksum.to_le_bytes());
    bytes.extend_from_slice(body);
    bytes
}

/// The body of sealed bytes, and its checksum.
pub(crate) fn unseal(bytes: &[u8]) -> Result<(&[u8], u32), OpenError> {
    let magic = bytes.get(..8).ok_or(OpenError::Truncated)?;
    if magic != MAGIC {
        return Err(OpenError::Foreign);
    }
    let found = number(bytes, 8)?;
    if found != FORMAT_VERSION {
        return Err(OpenError::Version { expected: FORMAT_VERSION, found });
    }
    let expected = number(bytes, 12)?;
    let body = bytes.get(HEAD..).ok_or(OpenError::Truncated)?;
    if checksum(body) != expected {
        return Err(OpenError::Damaged);
    }
    Ok((body, expected))
}

/// The CRC-32 of a body.
#[cfg(not(feature = "build"))]
pub(crate) fn checksum(body: &[u8]) -> u32 {
    CHECKSUM.checksum(body)
}

/// The same number, by instructions or tables that only a builder can afford.
#[cfg(feature = "build")]
pub(crate) fn checksum(body: &[u8]) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(body);
    sum.sum()
}

fn number(bytes: &[u8], at: usize) -> Result<u32, OpenError> {
    let four = bytes.get(at..at + 4).ok_or(OpenError::Truncated)?;
    four.try_into().map(u32::from_le_bytes).map_err(|_| OpenError::Truncated)
}
