//! Names in running text: the forms of a register, locators of the present edition, and, without a register,
//! proposals.

mod bearer;
mod choose;
mod forms;
mod given;
mod initials;
mod locator;
mod normal;
mod propose;

pub(crate) use choose::nest;
pub use forms::Forms;
pub(crate) use normal::{comparable, words};

use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Origin};

/// Words that name something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// First byte, in the text given.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What kind of thing is named.
    pub kind: EntryKind,
    /// Which entries; none for a proposal, and for an abbreviation that stands for no entry.
    pub targets: Vec<EntryId>,
    /// How several belong together.
    pub joint: Joint,
    /// Who says so.
    pub origin: Origin,
    /// How sure.
    pub certainty: Certainty,
    /// A title or a person's name, not a description (`a letter to Lenin`, `the wife of Lenin`). Nothing is named inside a
    /// title (`Lenin Miscellany XXXVI`), and no other person inside a person's name (`Frau Schiller`).
    pub proper: bool,
}

/// All names in a text, nested ones after those that hold them; no two cross.
#[must_use]
pub fn find(text: &str, forms: &Forms) -> Vec<Found> {
    let mut found = forms.find(text);
    if let Some(edition) = forms.present_edition() {
        found.extend(locator::find(text, edition));
    }
    if forms.is_empty() {
        found.extend(propose::find(text));
    }
    choose::choose(found)
}
