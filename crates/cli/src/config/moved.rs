//! `[moved]`: letters that had another address before.

use super::{Known, place};
use source::Span;
use toml::de::DeValue;

/// A letter that had another identifier, and so another address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The identifier it had.
    pub old: String,
    /// Where `letterbook.toml` names that.
    pub old_span: Span,
    /// The identifier it has.
    pub new: String,
    /// Where `letterbook.toml` names this.
    pub new_span: Span,
}

impl Known<'_, '_> {
    /// A table of identifiers: `1-ferry = "1-ferry-and-mill"`. In the order of the file.
    pub(super) fn moved(mut self) -> Vec<Moved> {
        let mut moved = Vec::new();
        let DeValue::Table(table) = self.value.get_ref() else {
            self.wrong_type(place(self.value), "a table, like { old = \"new\" }");
            return moved;
        };
        for (key, value) in table {
            if let Some(new) = self.one(value) {
                let (old, old_span, new_span) = (key.get_ref().to_string(), place(key), place(value));
                moved.push(Moved { old, old_span, new, new_span });
            }
        }
        moved.sort_by_key(|one| one.old_span);
        moved
    }
}
