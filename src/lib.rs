//! The viewer: an edition of letters as a page. Nothing but view: what is shown comes ready from `reader`.

#![recursion_limit = "1024"]

mod app;
mod components;
mod context;
mod hooks;
mod i18n;
mod markup;
mod popover;
mod route;
mod text;
mod views;
pub mod web;

pub use app::{App, AppProps};
pub use context::{Names, Opened, Settings, TextSize, Theme, Viewer};
pub use i18n::{Locale, Strings};
pub use route::{Address, Route};

/// The edition that was packed into the viewer when it was built.
pub static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/edition.bin"));
