//! The developer's menu: `cargo xtask` with a word from [`MENU`].

#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, reason = "a menu talks to the person who called it")]

mod chores;
mod corpus;
mod css;
mod glue;
mod link;
mod locals;
mod machine;
mod order;
mod parts;
mod server;
mod site;
mod size;
mod steps;
mod tidy;
mod workshop;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use site::Profile;
use std::env;
use std::process::ExitCode;
use workshop::Workshop;

const MENU: &str = "\
cargo xtask serve [--port 8080] [--open] [--release]   builds the viewer and serves it on 127.0.0.1
cargo xtask test [--only STEP,...] [--again]           runs the checks, all or some of them
cargo xtask install [--root DIR]                       the command letterbook, with the viewer inside
cargo xtask single-file [FILE]                         the letter of this repository as one file (target/site/letterbook.html)
cargo xtask size                                       what a reader downloads, against the budgets
cargo xtask bless                                      writes the expected pages and snapshots anew
cargo xtask bench                                      what building takes, and what a reader waits for
cargo xtask bench --search-page DIR                    an edition with a bare page, to measure its search beside others
cargo xtask fuzz [SECONDS]                             each fuzz target for that long (600)
cargo xtask corpus N [DIR]                             writes an edition of N letters (target/corpus/N)
cargo xtask corpus --injections DIR                    writes an edition with every injection in every field
cargo xtask assets FOLDER                              writes what stands beside the program, and its pages (for trunk)";

fn main() -> ExitCode {
    let done = if link::is_called() { link::link(env::args_os().skip(1)).map(|()| true) } else { menu() };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked for; whether all went well.
fn menu() -> Result<bool> {
    let mut arguments = lexopt::Parser::from_env();
    let mut word = None;
    let mut operands = Vec::new();
    let mut injections = None;
    let mut search_page = None;
    let mut port = 8080;
    let mut open = false;
    let mut profile = Profile::Dev;
    let mut root = None;
    let mut only = Vec::new();
    let mut again = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse()?,
            Long("open") => open = true,
            Long("release") => profile = Profile::Release,
            Long("only") => {
                only.extend(arguments.value()?.string()?.split(',').map(|step| step.trim().to_owned()));
            }
            Long("again") => again = true,
            Long("root") => root = Some(arguments.value()?.string()?),
            Long("help") | Short('h') => {
                println!("{MENU}");
                return Ok(true);
            }
            Value(value) if word.is_none() => word = Some(value.string()?),
            Long("injections") => injections = Some(arguments.value()?.string()?),
            Long("search-page") => search_page = Some(arguments.value()?.string()?),
            Value(value) if operands.len() < 2 => operands.push(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let workshop = Workshop::find()?;
    let operand = operands.first().cloned();
    match word.as_deref() {
        Some("serve") => {
            let site = site::build(&workshop, profile)?;
            server::serve(&site, port, open)?;
        }
        Some("install") => chores::install(&workshop, root.as_deref())?,
        Some("single-file") => {
            let file = site::single_file(&workshop, operand.as_deref())?;
            println!("{}", file.display());
        }
        Some("size") => return size::report(&site::build(&workshop, Profile::Release)?),
        Some("test") => return steps::run(&workshop.linted(), &only, again),
        Some("bless") => chores::bless(&workshop)?,
        Some("bench") => match search_page {
            Some(folder) => chores::search_page(&workshop, &folder)?,
            None => return chores::bench(&workshop),
        },
        Some("fuzz") => {
            let seconds = operand.as_deref().unwrap_or("600").parse().context("seconds as a whole number")?;
            return chores::fuzz(&workshop, seconds);
        }
        Some("corpus") => match injections {
            Some(folder) => corpus::injections(&workshop, &folder)?,
            None => {
                let count =
                    operand.context("how many letters?")?.parse().context("letters as a whole number")?;
                let folder = corpus::letters(&workshop, count, operands.get(1).map(String::as_str))?;
                println!("{count} letters in {}", folder.display());
            }
        },
        Some("assets") => {
            let folder =
                operand.or_else(|| std::env::var("TRUNK_STAGING_DIR").ok()).context("which folder?")?;
            site::write_assets(&workshop, folder.as_ref())?;
            site::print_pages(&workshop, folder.as_ref())?;
        }
        Some(other) => bail!("there is no “{other}”\n\n{MENU}"),
        None => println!("{MENU}"),
    }
    Ok(true)
}
