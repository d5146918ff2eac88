//! Reads and parses every XML file below a folder, and does nothing with it: what building an edition is measured
//! against (`cargo xtask bench`).

#![allow(clippy::print_stdout, reason = "an example talks to the person who called it")]

use roxmltree::{Document, ParsingOptions};
use std::error::Error;
use std::{env, fs};
use walkdir::WalkDir;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("which folder?")?;
    let mut nodes = 0;
    for entry in WalkDir::new(folder).follow_links(true) {
        let entry = entry?;
        if entry.path().extension().is_some_and(|ending| ending == "xml") {
            let text = fs::read_to_string(entry.path())?;
            let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
            nodes += Document::parse_with_options(&text, options)?.descendants().count();
        }
    }
    println!("{nodes} nodes");
    Ok(())
}
