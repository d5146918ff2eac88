//! The command line: the only room that touches a disk.
#![forbid(unsafe_code)]

mod check;
mod cmif;
mod config;
mod export;
mod folder;
mod found;
mod jobs;
mod json;
mod manual;
mod moved;
mod pages;
mod paths;
mod pipe;
mod places;
mod progress;
mod reading;
mod run;
mod sarif;
mod serve;
mod single;
mod site;
mod sources;
mod start;
mod swap;
mod terminal;
mod text;

pub use check::{CheckOptions, Counts, Deny, Detail, ReportFormat, check};
pub use config::{Base, Config, Interface, Kiosk, Moved, NamedPath, Shown, read_config};
pub use export::{ExportFormat, ExportOptions, export};
pub use folder::{Folder, FolderError, read_folder, read_folder_with};
pub use jobs::with_jobs;
pub use manual::{completions, man};
pub use pipe::Pipe;
pub use progress::{Progress, Running, Step};
pub use run::{Format, InspectError, InspectOptions, inspect};
pub use serve::{ServeOptions, Serving, serve, serve_with};
pub use site::{BuildOptions, Built, NotBuilt, build, build_with};
pub use start::start;
