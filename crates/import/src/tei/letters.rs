//! The letters of an edition, as links ask for them.

use crate::ids::cleaned;
use edition::{Inline, Letter, LetterId, LetterPlace, Link, Text, known_by};
use source::SourceId;
use std::collections::BTreeMap;

/// Which letters there are, what they are called, and from which files they come.
#[derive(Debug, Default)]
pub(super) struct Letters {
    titles: BTreeMap<LetterId, Box<str>>,
    /// By the name of a file without its ending, the first letter in it.
    files: BTreeMap<Box<str>, LetterId>,
}

impl Letters {
    /// Those of an edition; `names` are those of its files.
    pub(super) fn of(letters: &[(LetterPlace, Letter)], names: &BTreeMap<SourceId, Box<str>>) -> Self {
        let mut known = Self::default();
        for (place, letter) in letters {
            let title = letter.title.clone().unwrap_or_else(|| known_by(letter).into());
            known.titles.entry(letter.id.clone()).or_insert(title);
            if let Some(name) = names.get(&place.source) {
                known.files.entry(name.clone()).or_insert_with(|| letter.id.clone());
            }
        }
        known
    }

    /// Whether there is such a letter.
    pub(super) fn has(&self, id: &LetterId) -> bool {
        self.titles.contains_key(id)
    }

    /// The letter that a target means: `#L1`, `L1.xml`, `../letters/L1.xml#p2`, an address that ends so.
    pub(super) fn find(&self, target: &str) -> Option<LetterId> {
        let (file, place) = target.split_once('#').unwrap_or((target, ""));
        let file = file.rsplit('/').next().unwrap_or_default();
        let file = file.strip_suffix(".xml").unwrap_or(file);
        let named = |name: &str| {
            // An address that ends in a slash names nothing.
            let id = LetterId::from(cleaned(name).as_str());
            (name.contains(char::is_alphanumeric) && self.has(&id)).then_some(id)
        };
        named(place).or_else(|| named(file)).or_else(|| self.files.get(file).cloned())
    }

    /// Leads a link to the letter that it means; one without words of its own shows what the letter is called.
    pub(super) fn lead(&self, link: &mut Link, words: &mut [Inline]) {
        let Link::Unknown(target) = &*link else { return };
        let Some(id) = self.find(target) else { return };
        if let [Inline::Text(Text { text, span })] = words
            && span.is_empty()
            && let Some(title) = self.titles.get(&id).filter(|title| !title.is_empty())
        {
            text.clone_from(title);
        }
        *link = Link::Letter(id);
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn targets_as_editors_write_them() {
        let mut known = Letters::default();
        known.titles.insert("L1".into(), "To Ada".into());
        known.files.insert("second".into(), "L2".into());
        known.titles.insert("L2".into(), "".into());
        let rows = [
            ("#L1", Some("L1")),
            ("L1", Some("L1")),
            ("L1.xml", Some("L1")),
            ("../letters/L1.xml#p2", Some("L1")),
            ("https://example.org/edition/L1", Some("L1")),
            ("./second.xml", Some("L2")),
            ("corpus.xml#L2", Some("L2")),
            ("https://example.org/L1/", None),
            ("third.xml", None),
            ("#", None),
            ("", None),
        ];
        for (target, expected) in rows {
            assert_eq!(known.find(target).as_ref().map(|id| id.as_str()), expected, "{target}");
        }
    }
}
