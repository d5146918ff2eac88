//! Identifiers: stable strings that stand in addresses and files.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub Box<str>);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(text.into()))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl $name {
            /// The identifier as it stands in an address.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

identifier! {
    /// A letter: the file name without ending, unless the editor gives another (`joffe-1921-03-17`).
    LetterId
}
identifier! {
    /// An entry of the register, of whatever kind (`joffe`, `cc`, `moscow`). Unique in an edition.
    EntryId
}
identifier! {
    /// A block of a letter: `head`, `dl`, `sal`, `p1`, `clo`, `h1` for imprint lines, `n84` for notes.
    BlockId
}
identifier! {
    /// A note of a letter: `n84`. Also the fragment of its place in the list of notes.
    NoteId
}
identifier! {
    /// A mention of a name in a letter or its notes: `m1`, `m2` … in the order of the source. Also its fragment.
    MentionId
}
identifier! {
    /// A date in a letter or its notes: `d1`, `d2` … in the order of the source. Also its fragment.
    DatingId
}
