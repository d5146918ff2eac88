//! The state of a viewer without a screen: what is shown, not how. Knows neither Yew nor the DOM.
#![forbid(unsafe_code)]

#[cfg(feature = "pages")]
mod entry_page;
#[cfg(test)]
mod fixture;
#[cfg(feature = "head")]
pub mod head;
mod letter_line;
mod letter_list;
#[cfg(feature = "pages")]
pub mod letter_page;
mod library;
mod life;
mod query_string;
mod register_page;
pub mod search_page;
mod shared;
pub mod timeline;
mod words;

use search::order;

#[cfg(feature = "pages")]
pub use entry_page::{
    AuthorityLink, EntryPage, Mentions, Place, Relation, RelationKind, YearCount, YearStrip, count,
    entry_page, link as authority_link,
};
pub use index::{Excerpt, Neighbor, Neighbors, fold_lowered};
pub use letter_line::{LetterLine, Part, Partner, Partners};
pub use letter_list::{
    Choice, Facet, GroupHeading, Label, LetterGroup, LetterList, ListOrder, ListState, choices, facets,
    key_of, letter_list, listed_letter,
};
#[cfg(feature = "pages")]
pub use letter_list::{Correspondence, Turn, correspondence};
pub use library::{Library, Wanted};
#[cfg(feature = "pages")]
pub use life::life_dates;
pub use life::life_years;
pub use query_string::{escape, unescape};
pub use register_page::{
    Column, EntryRow, Group, Period, RegisterPage, RegisterState, Role, Row, Sort, register_page, year_span,
};
pub use shared::Shared;
pub use words::place_of;
