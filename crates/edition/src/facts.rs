//! What a register says of an entry beside its names, its dates and what it belongs to.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Facts, one after the other, each in the words of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Option<Box<str>>);

/// What a fact tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// Where a person was born (`birth`).
    BirthPlace,
    /// Where a person died (`death`).
    DeathPlace,
    /// `nationality`
    Nationality,
    /// `residence`
    Residence,
    /// `education`
    Education,
    /// `affiliation`, with its years
    Affiliation,
    /// What happened in a life (`event` in a person), with its year
    Event,
    /// The country a place lies in (`country`)
    Country,
    /// Latitude and longitude, as the source gives them (`geo`)
    Coordinates,
}

impl FactKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::BirthPlace,
        Self::DeathPlace,
        Self::Nationality,
        Self::Residence,
        Self::Education,
        Self::Affiliation,
        Self::Event,
        Self::Country,
        Self::Coordinates,
    ];

    /// What begins a line of this kind.
    fn sign(self) -> char {
        ['b', 'd', 'n', 'r', 'e', 'a', 'h', 'c', 'g'][self as usize]
    }
}

impl Facts {
    /// The facts of a kind, in the order of the source.
    pub fn of(&self, kind: FactKind) -> impl Iterator<Item = &str> {
        let lines = self.0.as_deref().unwrap_or_default().split('\n');
        lines.filter_map(move |line| line.strip_prefix(kind.sign()))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

impl FromIterator<(FactKind, String)> for Facts {
    /// Facts that come twice, or have no words, are left out.
    fn from_iter<T: IntoIterator<Item = (FactKind, String)>>(facts: T) -> Self {
        let mut known = BTreeSet::new();
        let mut all = String::new();
        for (kind, words) in facts {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.is_empty() || !known.insert((kind, words.clone())) {
                continue;
            }
            if !all.is_empty() {
                all.push('\n');
            }
            all.push(kind.sign());
            all.push_str(&words);
        }
        Self((!all.is_empty()).then(|| all.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::{FactKind, Facts};

    #[test]
    fn facts_are_kept_by_kind_and_once() {
        assert!(Facts::default().is_empty());
        let said = [
            (FactKind::Affiliation, "1895–1904: Member of\n  Parliament"),
            (FactKind::BirthPlace, "La Flèche"),
            (FactKind::Affiliation, "1904: Senator"),
            (FactKind::Affiliation, "1904: Senator"),
            (FactKind::Event, " "),
        ];
        let facts: Facts = said.into_iter().map(|(kind, words)| (kind, words.to_owned())).collect();
        assert_eq!(
            facts.of(FactKind::Affiliation).collect::<Vec<_>>(),
            ["1895–1904: Member of Parliament", "1904: Senator"]
        );
        assert_eq!(facts.of(FactKind::BirthPlace).collect::<Vec<_>>(), ["La Flèche"]);
        assert_eq!(facts.of(FactKind::Event).count(), 0);
        assert!(!facts.is_empty());
    }
}
