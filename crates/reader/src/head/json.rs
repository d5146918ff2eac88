//! JSON-LD as a tree whose members keep their order.

use edition::plain;
use serde::{Serialize, Serializer};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A text, or an address.
    Text(String),
    /// Several values of one property.
    List(Vec<Node>),
    /// A thing with its properties.
    Thing(Thing),
}

/// A thing with its properties, in the order in which they were said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thing(Vec<(&'static str, Node)>);

impl Thing {
    /// A thing of these types.
    pub(super) fn new(types: &[&str]) -> Self {
        Self(Vec::new()).with("@type", types.iter().map(|name| Node::Text((*name).to_owned())))
    }

    /// The same with a property: one value as itself, several as a list, none not at all.
    pub(super) fn with(mut self, property: &'static str, values: impl IntoIterator<Item = Node>) -> Self {
        let mut values: Vec<Node> = values.into_iter().collect();
        match values.len() {
            0 => {}
            1 => self.0.extend(values.pop().map(|value| (property, value))),
            _ => self.0.push((property, Node::List(values))),
        }
        self
    }

    /// The same with texts, each in one line; empty ones are left out.
    pub(super) fn with_text<T: AsRef<str>>(
        self,
        property: &'static str,
        texts: impl IntoIterator<Item = T>,
    ) -> Self {
        let lines = texts.into_iter().map(|text| plain(text.as_ref()));
        self.with(property, lines.filter(|line| !line.is_empty()).map(Node::Text))
    }

    /// The same under an address.
    pub(super) fn at(self, address: String) -> Self {
        self.with("@id", [Node::Text(address)])
    }

    /// As a document of its own.
    pub(super) fn document(self) -> Option<String> {
        let mut members = vec![("@context", Node::Text("https://schema.org".to_owned()))];
        members.extend(self.0);
        serde_json::to_string(&Node::Thing(Self(members))).ok()
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            // Not a map of `serde_json`: another crate may choose in which order that is written.
            Self::Thing(thing) => {
                serializer.collect_map(thing.0.iter().map(|(property, value)| (property, value)))
            }
        }
    }
}
