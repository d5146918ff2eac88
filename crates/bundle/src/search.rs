//! The files of the index of words.

use crate::manifest::{FOLDER, numbered};
#[cfg(feature = "build")]
use crate::{OpenError, compressed};
#[cfg(feature = "build")]
use edition::LetterId;
use search::ShardId;
#[cfg(feature = "build")]
use std::borrow::Cow;

/// The file that is read first, beside the manifest.
pub const SEARCH_ROOT: &str = "find.ltb";

/// Where a file of the index with a number (`search::Index::id`) is in the edition: the name changes with what the index
/// holds, so that what was kept of another is never taken for it.
#[must_use]
pub fn search_file(id: u32, shard: ShardId) -> String {
    match shard {
        ShardId::Terms(number) => beside(id, "t", &number.to_string()),
        ShardId::Places(number, part) => in_parts(beside(id, "p", &number.to_string()), part),
    }
}

/// Where the lines of the letters in a language (`index::Lines`) are in the edition, beside the index with a number.
#[must_use]
pub fn lines_file(id: u32, language: &str) -> String {
    beside(id, "l", language)
}

/// Where a leaf of letters in a language (`index::leaf`) is in the edition, beside the index with a number.
#[must_use]
pub fn leaf_file(id: u32, language: &str, leaf: u32) -> String {
    in_parts(beside(id, "f", language), leaf)
}

fn in_parts(mut name: String, part: u32) -> String {
    name.push('-');
    name.push_str(&part.to_string());
    name
}

fn beside(id: u32, kind: &str, rest: &str) -> String {
    let mut name = String::from(FOLDER);
    name.push_str(&numbered("find", id));
    name.push('-');
    name.push_str(kind);
    name.push_str(rest);
    name
}

/// All files of an index and the lines of its letters in some languages (BCP 47), with their names, compressed.
///
/// # Errors
/// Where one cannot be compressed.
#[cfg(feature = "build")]
pub fn search_files<'l>(
    built: &search::Built,
    catalogue: &index::Catalogue,
    languages: impl IntoIterator<Item = &'l str>,
) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let root = std::iter::once((SEARCH_ROOT.to_owned(), Cow::Borrowed(&*built.root)));
    let shards = built.shards().map(|(shard, bytes)| (search_file(built.id, shard), Cow::Borrowed(bytes)));
    let lines = languages.into_iter().map(|language| {
        (lines_file(built.id, language), Cow::Owned(index::lines(catalogue, language, built.id)))
    });
    root.chain(shards).chain(lines).map(|(name, bytes)| Ok((name, compressed(&bytes)?))).collect()
}

/// The leaves of an index's letters in some languages, with their names, compressed; each letter has an address. Who has all
/// files at hand needs none.
///
/// # Errors
/// Where one cannot be compressed.
#[cfg(feature = "build")]
pub fn leaf_files<'l>(
    id: u32,
    catalogue: &index::Catalogue,
    languages: impl IntoIterator<Item = &'l str>,
    address: &dyn Fn(&LetterId) -> String,
) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let of = |language: &'l str| {
        let leaves = (0..).zip(index::leaves(catalogue, language, id, address));
        leaves.map(move |(nth, leaf)| (leaf_file(id, language, nth), leaf))
    };
    languages.into_iter().flat_map(of).map(|(name, bytes)| Ok((name, compressed(&bytes)?))).collect()
}
