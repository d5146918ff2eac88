//! `[show]`: which views an edition leads to.

use super::{Known, place};
use toml::de::DeValue;

/// What an edition shows unless `letterbook.toml` says that it is not to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A view that the head of each page leads to, by the word in its address: `chronology`, `search`, `persons` …
    View(&'static str),
    /// The source files, for whoever wants them.
    Sources,
}

/// Every key of the table.
const KEYS: [&str; 9] =
    ["timeline", "persons", "places", "organisations", "works", "events", "offices", "search", "sources"];

impl Known<'_, '_> {
    /// A table with `true` or `false` for each view; what is `false` is not to be shown.
    pub(super) fn hidden(mut self) -> Vec<Shown> {
        let mut hidden = Vec::new();
        let DeValue::Table(table) = self.value.get_ref() else {
            self.wrong_type(place(self.value), "a table, like { timeline = false }");
            return hidden;
        };
        for (key, value) in table {
            let Some(word) = KEYS.into_iter().find(|known| *known == key.get_ref().as_ref()) else {
                self.unknown(key.get_ref(), place(key), KEYS);
                continue;
            };
            match value.get_ref() {
                DeValue::Boolean(true) => {}
                DeValue::Boolean(false) => hidden.push(match word {
                    "sources" => Shown::Sources,
                    "timeline" => Shown::View("chronology"),
                    view => Shown::View(view),
                }),
                _ => self.wrong_type(place(value), "a table of true and false"),
            }
        }
        hidden
    }
}
