//! The Letterbook viewer: an edition of letters as pages. Nothing but view: what is shown comes ready from `reader`.
//!
//! Every page is printed when the edition is built (feature `ssr`, [`pages`]) and is read before any program has run. In
//! the browser a small program without Yew ([`web`], `letterbook-viewer`) brings the notes to their words and turns pages; a
//! second one (feature `hydrate`, `letterbook-views`) is fetched with the first page that needs it, and takes over the views
//! that live. What readers get is compiled as one (`letterbook-whole`) and divided into the two again, so that what both need
//! is loaded once; then the second begins in the memory of the first.

#![recursion_limit = "1024"]

mod components;
mod context;
mod hooks;
mod i18n;
mod live;
mod markup;
#[cfg(feature = "ssr")]
pub mod pages;
mod part;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "what opens and closes runs in a browser"))]
mod popover;
mod route;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "what is chosen is known to a browser"))]
mod settings;
mod text;
mod views;
pub mod web;

pub use context::Viewer;
#[cfg(not(feature = "ssr"))]
pub use i18n::speak;
pub use i18n::{Locale, PageStrings, Strings};
pub use live::LiveProps;
pub use part::{Part, PartProps};
pub use route::{Address, Route, Step, Ways, stand};

/// The edition of the viewer's own letter, whole: its pages are printed from it.
#[cfg(feature = "ssr")]
pub static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/edition.bin"));

/// The index of its words: files with their names, compressed.
#[cfg(feature = "ssr")]
pub static WORDS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/find.rs"));

/// The number of that index.
#[cfg(feature = "ssr")]
pub const WORDS_ID: u32 = include!(concat!(env!("OUT_DIR"), "/find-id.rs"));

/// What the views that live need of it: the list, the registers and the dates. It lies beside the pages as `edition.ltb`.
pub static CARRIED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/live.bin"));
