//! Search in any documents, without a server.
//!
//! A text is cut into words ([`tokens`]), words are folded, and an index says which document has which word where. The index
//! is made once (feature `build`) and cut into small files: a *root*, which is read first, *terms* with the documents
//! they are in, and *places* with where they stand there, which for frequent words are several files, each of some of the
//! documents. A query loads what it needs and nothing else; what that is, the index says ([`Index::search`]), and whoever asks
//! brings it. Nothing here does I/O, knows letters, or needs more of Unicode than letters told from signs: text comes in lower
//! case and decomposed (see [`tokens`]).
//!
//! ```
//! # #[cfg(feature = "build")] {
//! use search::{Answer, Builder, Document, Field, Index, ShardId, Syntax, lowered, parse};
//!
//! let mut builder = Builder::default();
//! for text in ["Then come to Moscow, we shall have a talk.", "The plenary meeting of the Central Committee"] {
//!     let mut document = Document::new("en");
//!     document.add(Field::Text, text);
//!     builder.add(document);
//! }
//! let built = builder.finish();
//!
//! let mut index = Index::open(&built.root).unwrap();
//! let query = parse("moscow \"have a talk\"", &Syntax::default(), &|text| lowered(text));
//! let results = loop {
//!     match index.search(&query, None) {
//!         Answer::Needs(shards) => {
//!             for shard in shards {
//!                 index.accept(shard, built.shard(shard).unwrap()).unwrap();
//!             }
//!         }
//!         Answer::Ready(results) => break results,
//!     }
//! };
//! assert_eq!(results.hits.iter().map(|hit| hit.document).collect::<Vec<_>>(), [0]);
//! # }
//! ```
//!
//! # Ranking
//! BM25 (k1 = 1.2, b = 0.6) over weighted occurrences: one in a heading counts 2, in the text 1, in a name that stands for
//! what is mentioned 1, in a note ½; more than 7½ count as that. A word as it was typed counts 1, one that begins with it
//! 0.8, another form of the same word 0.6, one that differs by a letter or two 0.4. A phrase counts twice its words.
//! Two words of a query that stand beside each other count up to one and a half times.
#![forbid(unsafe_code)]

#[cfg(feature = "build")]
mod build;
mod clauses;
mod codec;
mod coder;
#[cfg(feature = "build")]
mod document;
mod evaluate;
mod expand;
mod fold;
mod format;
mod index;
mod near;
pub mod order;
mod places;
mod query;
mod reach;
mod results;
mod shard;
mod snippet;
mod tokens;
#[cfg(feature = "build")]
mod words;

#[cfg(feature = "build")]
pub use build::{Builder, Built};
pub use codec::{Bytes, checked, checksum, put};
#[cfg(feature = "build")]
pub use codec::{put_bytes, sealed};
#[cfg(feature = "build")]
pub use document::Document;
#[cfg(feature = "build")]
pub use fold::lowered;
pub use fold::spelt;
pub use index::{Index, ShardId};
pub use query::{Clause, Pair, Query, Scope, Syntax, Unit, Word, parse, words};
pub use results::{Answer, Hit, Meaning, Results};
pub use snippet::{Found, Marks, Snippet, snippets};
pub use tokens::{Token, Tokens, tokens};

/// What a file of an index says cannot be understood: it was cut off, changed, or belongs to another index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

impl std::fmt::Display for Damaged {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("this is no part of the index, or it is damaged")
    }
}

impl std::error::Error for Damaged {}

/// The part of a document in which a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// What it is called.
    Heading,
    /// The text itself.
    Text,
    /// A note to it.
    Note,
    /// A name for what is mentioned, which need not stand in the text.
    Name,
}

impl Field {
    /// As a bit.
    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }

    /// What an occurrence counts, in halves.
    #[cfg(feature = "build")]
    pub(crate) fn weight(self) -> u8 {
        match self {
            Self::Heading => 4,
            Self::Text | Self::Name => 2,
            Self::Note => 1,
        }
    }
}
