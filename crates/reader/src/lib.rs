//! The state of a viewer without a screen: what is shown, not how. Knows neither Yew nor the DOM.
#![forbid(unsafe_code)]

mod entry_page;
#[cfg(test)]
mod fixture;
#[cfg(feature = "head")]
pub mod head;
mod letter_list;
pub mod letter_page;
mod library;
mod life;
mod order;
mod query_string;
mod register_page;
mod shared;
pub mod timeline;

pub use entry_page::{
    AuthorityLink, EntryPage, LetterLine, Mentions, Part, Partner, Partners, Place, Relation, RelationKind,
    YearCount, YearStrip, count, entry_page,
};
pub use index::{Excerpt, Neighbor, Neighbors, fold_lowered};
pub use letter_list::{
    Choice, Correspondence, Facet, GroupHeading, Label, LetterGroup, LetterList, ListOrder, ListState, Turn,
    correspondence, key_of, letter_list, listed_letter,
};
pub use library::{Library, Wanted};
pub use life::{life_dates, life_years};
pub use query_string::{escape, unescape};
pub use register_page::{
    Column, EntryRow, Group, Period, RegisterPage, RegisterState, Role, Row, Sort, register_page, year_span,
};
pub use shared::Shared;
