//! What a reader asked of the list of letters, and how it stands in the address.

use super::Facet;
use crate::query_string;
use index::Party;

/// What a reader asked of the list of letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListState {
    /// What was chosen, in the order of [`Facet::ALL`], as in the address; empty for anything.
    chosen: [String; 6],
    /// The order.
    pub order: ListOrder,
}

/// An order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListOrder {
    /// By date, the earliest first.
    #[default]
    Earliest,
    /// By date, the latest first.
    Latest,
    /// By sender.
    Sender,
    /// By recipient.
    Recipient,
}

impl ListOrder {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Earliest, Self::Latest, Self::Sender, Self::Recipient];

    /// As in the address.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Earliest => "",
            Self::Latest => "latest",
            Self::Sender => "from",
            Self::Recipient => "to",
        }
    }

    /// Reads the word; anything else is the first order.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.word() == word).unwrap_or_default()
    }
}

impl ListState {
    /// Reads the query of an address. Every text can be read.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut state = Self::default();
        for (key, value) in query_string::pairs(query) {
            if let Some(at) = Facet::ALL.iter().position(|facet| facet.word() == key) {
                state.chosen[at] = value;
            } else if key == "sort" {
                state.order = ListOrder::parse(&value);
            }
        }
        state
    }

    /// The query of the address.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let pairs = Facet::ALL.map(Facet::word).into_iter().zip(self.chosen.iter().map(String::as_str));
        for (key, value) in pairs.chain([("sort", self.order.word())]) {
            if !value.is_empty() {
                query_string::push(&mut query, key, value);
            }
        }
        query
    }

    /// What was chosen of a facet.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> Option<&str> {
        let value = self.chosen.get(place(facet))?.as_str();
        (!value.is_empty()).then_some(value)
    }

    /// The same with something chosen of a facet; nothing for an empty text.
    #[must_use]
    pub fn with(&self, facet: Facet, value: &str) -> Self {
        let mut state = self.clone();
        if let Some(chosen) = state.chosen.get_mut(place(facet)) {
            value.clone_into(chosen);
        }
        state
    }

    /// The same in another order.
    #[must_use]
    pub fn ordered(&self, order: ListOrder) -> Self {
        Self { order, ..self.clone() }
    }

    /// Whether anything was chosen.
    #[must_use]
    pub fn narrows(&self) -> bool {
        self.chosen.iter().any(|value| !value.is_empty())
    }
}

fn place(facet: Facet) -> usize {
    Facet::ALL.iter().position(|known| *known == facet).unwrap_or_default()
}

/// A correspondent or place as it stands in an address: the identifier of its entry, else its name in tildes.
#[must_use]
pub fn key_of(party: &Party) -> String {
    match &party.entry {
        Some((_, id)) => id.as_str().to_owned(),
        None => ["~", &party.name, "~"].concat(),
    }
}
