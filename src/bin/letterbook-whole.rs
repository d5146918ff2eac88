//! The programs of the page and of the views that live, compiled as one. What a reader loads are its parts again, divided so
//! that what both need is loaded once.

// A page calls what it needs; there is nothing to be done before.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[path = "../main.rs"]
pub mod page;
#[path = "letterbook-views.rs"]
pub mod views;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
