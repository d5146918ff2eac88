//! The model of an edition of letters. Nothing in it remembers from which format a letter came.
//!
//! # Glossary
//! The words are those of TEI and of archives. A *letter* is sent and received in *correspondence actions*
//! (`correspAction`); it is printed in a *witness*, whose *imprint* lines say where; its text is a row of
//! *blocks* (opener parts, paragraphs, closer parts) made of *inlines*; a *mention* is a name in running
//! text, a *dating* a date; both say whether the *source*, an *editor* or a *machine* says so (*origin*),
//! and how sure it is. The *register* holds who and what is named.
#![forbid(unsafe_code)]

mod block;
mod corresp;
mod dump;
mod facts;
mod id;
mod inline;
mod letter;
mod line;
mod name_order;
mod note;
mod place;
mod register;
mod sign;

pub use block::{Alignment, Block, BlockKind};
pub use corresp::{
    ActionKind, Chain, CorrespAction, CorrespDesc, Direction, Neighbor, PlaceStatement, Reply,
};
pub use dump::dump;
pub use facts::{FactKind, Facts};
pub use id::{BlockId, DatingId, EntryId, LetterId, MentionId, NoteId};
pub use inline::{
    Choice, ChoiceKind, Dating, Inline, Joint, Link, Mention, NoteCall, Origin, PageBreak, Rend, Text,
    each_inline,
};
pub use letter::{Edition, Header, ImprintKind, ImprintLine, Letter, Witness};
pub use line::{cut, known_by, plain, reading_words, without_hyphen};
pub use name_order::inverted;
pub use note::{BackReference, Note, NoteKind};
pub use place::{LetterPlace, Places};
pub use register::{Abbreviation, Authority, Entry, EntryKind, Form, Register};
pub use sign::{Gap, Layer, Manner, Sign, SignKind};
