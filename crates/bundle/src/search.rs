//! The files of the index of words.

use crate::manifest::{FOLDER, numbered};
#[cfg(feature = "build")]
use crate::{OpenError, compressed};
use search::ShardId;

/// The file that is read first, beside the manifest.
pub const SEARCH_ROOT: &str = "find.ltb";

/// Where a file of the index with a number (`search::Index::id`) is in the edition: the name changes with what the index
/// holds, so that what was kept of another is never taken for it.
#[must_use]
pub fn search_file(id: u32, shard: ShardId) -> String {
    let (kind, number) = match shard {
        ShardId::Terms(number) => ("t", number),
        ShardId::Places(number) => ("p", number),
    };
    [FOLDER, &*numbered("find", id), "-", kind, &number.to_string()].concat()
}

/// All files of an index, with their names, compressed.
///
/// # Errors
/// Where one cannot be compressed.
#[cfg(feature = "build")]
pub fn search_files(built: &search::Built) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let root = std::iter::once((SEARCH_ROOT.to_owned(), &*built.root));
    let shards = built.shards().map(|(shard, bytes)| (search_file(built.id, shard), bytes));
    root.chain(shards).map(|(name, bytes)| Ok((name, compressed(bytes)?))).collect()
}
