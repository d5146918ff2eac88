//! Files as they lie on a disk: sealed bytes, compressed. A browser unpacks them by its `DecompressionStream`
//! (`deflate-raw`), so that neither the host nor the viewer's program has to.

use crate::seal::OpenError;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read;

/// Longest part that is unpacked: a few bytes can be made to unpack to all of a machine's memory.
const LONGEST: u64 = 1 << 30;

/// Sealed bytes, compressed. The same bytes give the same file.
///
/// # Errors
/// [`OpenError::Damaged`] where they cannot be compressed, which reading from memory does not do.
pub fn compressed(bytes: &[u8]) -> Result<Vec<u8>, OpenError> {
    let mut out = Vec::new();
    let mut encoder = DeflateEncoder::new(bytes, Compression::default());
    encoder.read_to_end(&mut out).map_err(|_| OpenError::Damaged)?;
    Ok(out)
}

/// What [`compressed`] wrote, as it was.
///
/// # Errors
/// [`OpenError::Damaged`] where the bytes were not compressed like that, or come to more than 1 GB.
pub fn uncompressed(bytes: &[u8]) -> Result<Vec<u8>, OpenError> {
    let mut out = Vec::new();
    let mut decoder = DeflateDecoder::new(bytes).take(LONGEST);
    decoder.read_to_end(&mut out).map_err(|_| OpenError::Damaged)?;
    Ok(out)
}
