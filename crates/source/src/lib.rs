//! Source text as it came: files, byte spans, lines and columns, encodings, and what is to be said about
//! a place in them.
//!
//! Everything Letterbook tells an editor points into a [`SourceFile`] by a [`Span`]; bad input is a
//! [`Diagnostic`] in a [`Report`], never an error.
#![forbid(unsafe_code)]

mod bidi;
mod decode;
mod diagnostic;
mod encoding;
mod file;
mod lines;
mod span;
mod typed;

pub use decode::decode;
pub use diagnostic::{Code, Diagnostic, Hint, Report, Severity};
pub use file::{LineColumn, SourceFile, SourceId, SourcePath};
pub use lines::{CodePoints, Lines};
pub use span::Span;
pub use typed::typed_advice;
