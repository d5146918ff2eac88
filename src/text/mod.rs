//! The text of a letter as markup: plain functions, no state.
