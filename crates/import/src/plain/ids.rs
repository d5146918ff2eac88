//! Identifiers of letters, blocks and notes; each stands once in a letter.

use crate::ids::{cleaned, is_fit, stem};
use edition::{BlockId, BlockKind, LetterId};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// The file name without folders and ending, fit for an address.
pub(super) fn letter(path: &str) -> LetterId {
    let stem = stem(path);
    if !stem.contains(char::is_alphanumeric) {
        return LetterId(cleaned(stem).into());
    }
    LetterId(stem.nfc().map(|c| if is_fit(c) { c } else { '-' }).collect::<String>().into())
}

/// Gives every block and note an identifier of its own.
#[derive(Debug, Default)]
pub(super) struct Ids {
    counts: BTreeMap<&'static str, u32>,
    /// How often an identifier that comes from the source was wanted.
    wanted: BTreeMap<Box<str>, u32>,
    given: BTreeSet<Box<str>>,
}

impl Ids {
    pub(super) fn imprint(&mut self) -> BlockId {
        BlockId(self.numbered("h", false))
    }

    pub(super) fn block(&mut self, kind: &BlockKind) -> BlockId {
        let (name, first_bare) = match kind {
            BlockKind::PageBreak(page) => return BlockId(self.unlike(&format!("pb{}", clean(&page.page)))),
            BlockKind::Heading => ("head", true),
            BlockKind::Number => ("num", true),
            BlockKind::Dateline => ("dl", true),
            BlockKind::Salute => ("sal", true),
            BlockKind::Address => ("addr", true),
            BlockKind::Closer => ("clo", true),
            BlockKind::Signed => ("sig", true),
            BlockKind::Paragraph | BlockKind::Continuation => ("p", false),
            BlockKind::Postscript => ("ps", false),
            BlockKind::Editorial => ("ed", false),
            BlockKind::Verse { .. } => ("l", false),
            BlockKind::Item => ("i", false),
            BlockKind::Row => ("row", false),
            BlockKind::Quote => ("q", false),
            BlockKind::Figure(_) => ("fig", false),
            BlockKind::Other => ("x", false),
        };
        BlockId(self.numbered(name, first_bare))
    }

    /// `n84`; a second note with that label is `n84b`. A label of signs alone gives no letters: `nu1`.
    pub(super) fn note(&mut self, label: &str) -> BlockId {
        let cleaned = clean(label);
        let own = label.starts_with('*') || cleaned.is_empty();
        let wish = if own { format!("nu{cleaned}") } else { format!("n{cleaned}") };
        BlockId(self.unlike(&wish))
    }

    /// `n84` for the first paragraph, `n84-2` for the second.
    pub(super) fn note_block(&mut self, note: &BlockId, number: usize) -> BlockId {
        if number == 1 {
            return note.clone();
        }
        let id: Box<str> = format!("{note}-{number}").into();
        self.given.insert(id.clone());
        BlockId(id)
    }

    /// Of blocks that occur once as a rule the first has no number.
    fn numbered(&mut self, name: &'static str, first_bare: bool) -> Box<str> {
        let count = self.counts.entry(name).or_default();
        *count += 1;
        let id: Box<str> =
            if first_bare && *count == 1 { name.into() } else { format!("{name}{count}").into() };
        self.given.insert(id.clone());
        id
    }

    /// The wish, or with the first ending that makes it new: `b` to `z`, then numbers.
    fn unlike(&mut self, wish: &str) -> Box<str> {
        loop {
            let count = self.wanted.entry(wish.into()).or_default();
            *count += 1;
            let id: Box<str> = match u8::try_from(*count) {
                Ok(1) => wish.into(),
                Ok(count @ 2..=26) => format!("{wish}{}", char::from(b'a' + count - 1)).into(),
                _ => format!("{wish}_{count}").into(),
            };
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn clean(label: &str) -> String {
    label.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

#[cfg(test)]
mod tests {
    use super::{Ids, letter};
    use edition::BlockKind;

    #[test]
    fn every_identifier_is_given_once() {
        let mut ids = Ids::default();
        let notes: Vec<String> =
            ["84", "84", "84b", "*", "**", "*1"].iter().map(|label| ids.note(label).to_string()).collect();
        assert_eq!(notes, ["n84", "n84b", "n84bb", "nu", "nub", "nu1"]);
        let blocks: Vec<String> =
            [BlockKind::Closer, BlockKind::Closer, BlockKind::Paragraph, BlockKind::Continuation]
                .iter()
                .map(|kind| ids.block(kind).to_string())
                .collect();
        assert_eq!(blocks, ["clo", "clo2", "p1", "p2"]);
    }

    #[test]
    fn a_letter_is_named_by_its_file() {
        assert_eq!(letter("a/b/joffe-1921.txt").as_str(), "joffe-1921");
        assert_eq!(letter("Brief an X.txt").as_str(), "Brief-an-X");
        assert_eq!(letter("").as_str(), "letter");
        assert_eq!(letter("Mu\u{308}ller.txt").as_str(), "Müller");
        assert_eq!(letter("💌.txt").as_str(), "u1f48c");
    }
}
