//! The state of a viewer without a screen: what is shown, not how. Knows neither Yew nor the DOM.
#![forbid(unsafe_code)]

mod library;
mod shared;

pub use library::Library;
pub use shared::Shared;
