//! An edition and its indexes as bytes, and back.
//!
//! The embedded edition is one piece: a head of 16 bytes (`LTRBOOK` and a NUL, the format version, the CRC-32
//! of the rest, both little-endian), then the edition and the indexes in postcard's encoding. What was
//! written is checked before it is read: a bundle that was cut off, changed or written by another version
//! is refused with the reason, never shown in part.
#![forbid(unsafe_code)]

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use edition::Edition;
use index::Indexes;

const MAGIC: &[u8; 8] = b"LTRBOOK\0";
const HEAD: usize = 16;

/// Counted bit by bit: a table would be as long as what a letter takes.
static CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// The version of the format. It changes whenever a packed type changes.
pub const FORMAT_VERSION: u32 = 1;

/// Why bytes could not be opened as a bundle.
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

/// Packs an edition with its indexes. The same input gives the same bytes.
///
/// # Errors
/// [`OpenError::Damaged`] where the values cannot be encoded; with the types of this workspace that does not happen.
pub fn pack(edition: &Edition, indexes: &Indexes) -> Result<Vec<u8>, OpenError> {
    let body = postcard::to_allocvec(&(edition, indexes)).map_err(|_| OpenError::Damaged)?;
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    bytes.extend_from_slice(&CHECKSUM.checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    Ok(bytes)
}

/// Opens what [`pack`] wrote.
///
/// # Errors
/// See [`OpenError`]; nothing is returned in part.
pub fn open(bytes: &[u8]) -> Result<(Edition, Indexes), OpenError> {
    let magic = bytes.get(..8).ok_or(OpenError::Truncated)?;
    if magic != MAGIC {
        return Err(OpenError::Foreign);
    }
    let found = number(bytes, 8)?;
    if found != FORMAT_VERSION {
        return Err(OpenError::Version { expected: FORMAT_VERSION, found });
    }
    let checksum = number(bytes, 12)?;
    let body = bytes.get(HEAD..).ok_or(OpenError::Truncated)?;
    if CHECKSUM.checksum(body) != checksum {
        return Err(OpenError::Damaged);
    }
    postcard::from_bytes(body).map_err(|_| OpenError::Damaged)
}

fn number(bytes: &[u8], at: usize) -> Result<u32, OpenError> {
    let four = bytes.get(at..at + 4).ok_or(OpenError::Truncated)?;
    four.try_into().map(u32::from_le_bytes).map_err(|_| OpenError::Truncated)
}
