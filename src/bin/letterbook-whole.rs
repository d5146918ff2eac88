//! The programs of the page and of the views that live, compiled as one. What a reader loads are its parts again, divided so
//! that what both need is loaded once.

#[path = "../main.rs"]
pub mod page;
#[path = "letterbook-views.rs"]
pub mod views;

fn main() {}
