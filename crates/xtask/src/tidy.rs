//! Rules of the house that no compiler knows.

mod edges;
mod text;

use crate::css;
use crate::steps::Tally;
use crate::workshop::{Workshop, capture};
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Longer files hold two things.
const LONGEST: usize = 400;

/// One grammar or one table each: as long as they are, and no longer.
const LONG: &[(&str, usize)] = &[("crates/dates/src/recognize/single.rs", 409), ("src/i18n/strings.rs", 420)];

/// A file of the project.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path from the root, with slashes.
    path: String,
    /// What stands in it; empty where that is no text.
    text: String,
}

impl Source {
    fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }
}

/// Checks every rule and prints each place where one is broken.
pub(crate) fn check(workshop: &Workshop) -> Result<Tally> {
    let sources = sources(workshop)?;
    let rules = [
        ("rooms use what crates/README.md lets them use", edges::broken(&sources)),
        ("no file is longer than 400 lines", too_long(&sources)),
        ("no path of one machine, no registry's host", text::of_one_machine(&sources)),
        ("no inline style, no innerHTML, no inline script", text::inline(&sources)),
        ("no request to another host", text::elsewhere(&sources)),
        ("every style sheet is joined, in layers", style_sheets(&workshop.root)?),
    ];
    let mut tally = Tally::default();
    for (rule, broken) in rules {
        println!("{} {rule}", if broken.is_empty() { "ok    " } else { "BROKEN" });
        for place in &broken {
            println!("       {place}");
        }
        tally = tally.and(Tally::one(broken.is_empty()));
    }
    Ok(tally)
}

/// All files that git has or would take.
fn sources(workshop: &Workshop) -> Result<Vec<Source>> {
    let mut list = workshop.command("git", &["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let (names, listed) = capture(&mut list)?;
    if !listed {
        bail!("git does not list the project's files");
    }
    let names: BTreeSet<&str> = names.split('\0').filter(|name| !name.is_empty()).collect();
    Ok(names
        .into_iter()
        .filter(|name| workshop.root.join(name).is_file())
        .map(|name| Source {
            path: name.to_owned(),
            text: fs::read_to_string(workshop.root.join(name)).unwrap_or_default(),
        })
        .collect())
}

fn too_long(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.ends(&[".rs", ".ts", ".mjs", ".js", ".css"]))
        .map(|source| (source, source.text.lines().count()))
        .filter(|(source, lines)| {
            let listed = LONG.iter().find(|(path, _)| *path == source.path);
            *lines > listed.map_or(LONGEST, |(_, longest)| *longest)
        })
        .map(|(source, lines)| format!("{}: {lines} lines", source.path))
        .collect()
}

fn style_sheets(root: &Path) -> Result<Vec<String>> {
    let folder = root.join("assets/css");
    let joined: BTreeSet<_> = css::files(&folder)?.into_iter().collect();
    let mut broken = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if !joined.contains(&path) {
                broken.push(format!("{} is in no list", path.display()));
            }
        }
    }
    for file in joined {
        let text = fs::read_to_string(&file)?;
        if !text.contains("@layer") {
            broken.push(format!("{} is in no layer", file.display()));
        }
        for address in text.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
            let address = address.trim_matches(['"', '\'']);
            if !address.starts_with("data:")
                && !root.join("assets").join(address.trim_start_matches('/')).is_file()
            {
                broken.push(format!("{}: there is no {address}", file.display()));
            }
        }
    }
    Ok(broken)
}
