//! The bodies of parts, put together by bytes. Postcard writes the number of a variant and what it holds, the length of a
//! list and its elements, the fields of a struct, one after another and nothing between them: so each letter and entry is
//! encoded once, and cut and counted as bytes.

use crate::seal::OpenError;
use serde::Serialize;

/// What a part holds: the variants of [`crate::Part`], in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Catalogue,
    Register,
    Chronology,
    Excerpts,
    Letters,
    Entries,
}

impl Kind {
    /// As in the name of the part.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Letters => "letters",
            Self::Register => "register",
            Self::Entries => "entries",
            Self::Chronology => "chronology",
            Self::Excerpts => "excerpts",
        }
    }
}

/// The body of a part.
pub(super) struct Body {
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
}

impl Body {
    /// A part that holds lists.
    pub(super) fn of_lists(kind: Kind, lists: &[&List]) -> Result<Self, OpenError> {
        let length: usize = lists.iter().map(|list| list.bytes.len()).sum();
        let mut bytes = Vec::with_capacity(length + 1 + lists.len() * LENGTH);
        bytes.push(kind as u8);
        for list in lists {
            bytes = append(bytes, &list.count)?;
            bytes.extend_from_slice(&list.bytes);
        }
        Ok(Self { kind, bytes })
    }

    /// A part that holds one value.
    pub(super) fn of_value<T: Serialize>(kind: Kind, value: &T) -> Result<Self, OpenError> {
        append(vec![kind as u8], value).map(|bytes| Self { kind, bytes })
    }
}

/// Most bytes that the length of a list takes.
const LENGTH: usize = 5;

/// The elements of a list.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) count: u32,
    pub(super) bytes: Vec<u8>,
}

impl List {
    /// Adds an element.
    pub(super) fn push<T: Serialize>(&mut self, element: &T) -> Result<(), OpenError> {
        self.bytes = append(std::mem::take(&mut self.bytes), element)?;
        self.count += 1;
        Ok(())
    }

    /// Adds an element that is encoded already.
    pub(super) fn push_encoded(&mut self, element: &[u8]) {
        self.bytes.extend_from_slice(element);
        self.count += 1;
    }

    /// Leaves out all elements; the room for them is kept.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.count = 0;
    }
}

/// The bytes with a value behind them.
pub(super) fn append<T: Serialize>(bytes: Vec<u8>, value: &T) -> Result<Vec<u8>, OpenError> {
    postcard::to_extend(value, bytes).map_err(|_| OpenError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::{Body, Kind, List};
    use crate::part::{Letters, Part};

    #[test]
    fn a_body_begins_as_its_part_is_written() {
        let parts = [
            (Kind::Catalogue, Part::Catalogue(index::Catalogue::default())),
            (Kind::Register, Part::Register(Vec::new())),
            (Kind::Chronology, Part::Chronology(Vec::new())),
            (Kind::Excerpts, Part::Excerpts(Vec::new())),
            (Kind::Letters, Part::Letters(Letters::default())),
            (Kind::Entries, Part::Entries(Vec::new())),
        ];
        for (kind, part) in parts {
            let written = postcard::to_allocvec(&part).expect("bytes");
            assert_eq!(written[0], kind as u8, "{kind:?}");
            assert_eq!(part.kind(), kind.name());
        }
        let lists = Body::of_lists(Kind::Letters, &[&List::default(), &List::default()]).expect("bytes");
        assert_eq!(lists.bytes, postcard::to_allocvec(&Part::Letters(Letters::default())).expect("bytes"));
    }
}
