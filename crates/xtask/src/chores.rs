//! What is done now and then.

use crate::machine::{self, CHROMIUM};
use crate::site::{self, Profile};
use crate::steps::packages;
use crate::workshop::{Workshop, run};
use crate::{corpus, server};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// The fuzz targets in `fuzz/fuzz_targets`.
const FUZZ_TARGETS: [&str; 7] = ["plain", "tei", "markdown", "dates", "bundle", "query", "search"];
const CARGO_FUZZ: &str = "0.13.2";

/// Writes all expected values anew; what changed is then read with `git diff`.
pub(crate) fn bless(workshop: &Workshop) -> Result<()> {
    run(workshop.cargo(&["test", "--workspace", "--no-fail-fast"]).env("UPDATE_EXPECT", "1"))?;
    run(&mut workshop.command("git", &["status", "--short"]))
}

/// Installs the command `letterbook` with the viewer inside of it, into `ROOT/bin`.
pub(crate) fn install(workshop: &Workshop, root: Option<&str>) -> Result<()> {
    let viewer = site::build(workshop, Profile::Release)?;
    println!("Compiling letterbook with the viewer inside (about two minutes the first time) ...");
    let mut cargo =
        workshop.cargo(&["install", "--path", "crates/cli", "--profile", "command", "--locked", "--force"]);
    if let Some(root) = root {
        cargo.args(["--root", root]);
    }
    run(cargo.env("LETTERBOOK_VIEWER", viewer))
}

/// How many letters the editions have that are measured.
const SIZES: [usize; 3] = [10, 100, 10_000];

/// Measures how soon a note is visible after the delay of hovering, at a quarter of the processor's speed, and what
/// building and reading editions of 10, 100 and 10,000 letters takes.
pub(crate) fn bench(workshop: &Workshop) -> Result<bool> {
    machine::need(&[CHROMIUM])?;
    let site = site::build(workshop, Profile::Release)?;
    let folder = packages(workshop)?;
    let serving = server::start(&site, 0)?;
    let mut notes = workshop.command("node", &["bench/popover.mjs"]);
    notes.current_dir(&folder).env("BASE_URL", &serving.address).env("CHROMIUM", CHROMIUM.path()?);
    let notes = run(&mut notes);
    command(workshop, &site, &["--example", "plain_parse", "--example", "words"])?;
    println!("Writing editions of {SIZES:?} letters (seconds) ...");
    for size in SIZES {
        corpus::letters(workshop, size, None)?;
    }
    let mut editions = workshop.command("node", &["bench/editions.mjs"]);
    editions
        .current_dir(&folder)
        .env("LETTERBOOK", workshop.target.join("command/letterbook"))
        .env("PARSE", workshop.target.join("command/examples/plain_parse"))
        .env("CORPUS", workshop.target.join("corpus"))
        .env("SCHNITZLER", workshop.root.join("../shared/corpora/schnitzler"))
        .env("OUT", workshop.target.join("site/bench"))
        .env("CHROMIUM", CHROMIUM.path()?);
    let editions = run(&mut editions);
    let search = search_bench(workshop, &folder);
    for outcome in [&notes, &editions, &search] {
        if let Err(error) = outcome {
            println!("{error:#}");
        }
    }
    Ok(notes.is_ok() && editions.is_ok() && search.is_ok())
}

/// Makes the command with a viewer inside of it, as editors have it.
fn command(workshop: &Workshop, viewer: &Path, more: &[&str]) -> Result<()> {
    println!("Compiling letterbook with the viewer inside (about two minutes the first time) ...");
    let mut cargo = workshop.cargo(&["build", "--quiet", "--package", "cli", "--bin", "letterbook"]);
    run(cargo.args(more).args(["--profile", "command"]).env("LETTERBOOK_VIEWER", viewer))
}

/// Leaves an edition of the Schnitzler letters in a folder, with a bare page `engine.html` by which its search can be measured
/// beside others.
pub(crate) fn search_page(workshop: &Workshop, folder: &str) -> Result<()> {
    let letters = workshop.root.join("../shared/corpora/schnitzler");
    ensure!(letters.is_dir(), "../shared is absent, so there are no letters to search");
    let viewer = site::build(workshop, Profile::Release)?;
    let journeys = packages(workshop)?;
    command(workshop, &viewer, &[])?;
    let mut page = workshop.command("node", &["bench/search-page.mjs"]);
    page.current_dir(&journeys)
        .env("LETTERBOOK", workshop.target.join("command/letterbook"))
        .env("SCHNITZLER", letters)
        .env("PAGE", std::path::absolute(folder)?);
    run(&mut page)
}

/// Measures the search beside Pagefind and `MiniSearch`, and leaves each in `target/site/bench/search`, with a bare page
/// `engine.html`; then the same in many letters, in `target/site/bench/search-many`. Without `../shared`, only the second.
fn search_bench(workshop: &Workshop, folder: &Path) -> Result<()> {
    let letters = workshop.root.join("../shared/corpora/schnitzler");
    let peers = folder.join("bench/peers");
    run(workshop
        .command("npm", &["install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&peers))?;
    let chromium = CHROMIUM.path()?;
    let measure = |script: &str| {
        let mut search = workshop.command("node", &[script]);
        search
            .current_dir(folder)
            .env("LETTERBOOK", workshop.target.join("command/letterbook"))
            .env("INDEX", workshop.target.join("command/examples/words"))
            .env("SCHNITZLER", &letters)
            .env("CORPUS", workshop.target.join("corpus"))
            .env("OUT", workshop.target.join("site/bench"))
            .env("PEERS", &peers)
            .env("CHROMIUM", &chromium);
        run(&mut search)
    };
    let few = if letters.is_dir() {
        measure("bench/search.mjs")
    } else {
        println!("skipped: ../shared is absent, so the search of real letters is not measured");
        Ok(())
    };
    measure("bench/search-many.mjs").and(few)
}

/// Runs each fuzz target for so many seconds, from what was found interesting before and from the seed files.
pub(crate) fn fuzz(workshop: &Workshop, seconds: u64) -> Result<bool> {
    let tool = workshop.cargo_tool("cargo-fuzz", CARGO_FUZZ, "two minutes")?;
    let mut sound = true;
    for target in FUZZ_TARGETS {
        println!("\n== {target}: {seconds} s");
        let corpus = format!("fuzz/corpus/{target}");
        fs::create_dir_all(workshop.root.join(&corpus))?;
        let mut command = workshop.command("rustup", &["run", "nightly"]);
        command.arg(&tool).args(["run", target, &corpus, "assets/letters", "--"]);
        command.arg(format!("-max_total_time={seconds}")).args(["-max_len=20000", "-timeout=20"]);
        if let Err(error) = run(command.env("CARGO_TARGET_DIR", workshop.target.join("fuzz"))) {
            println!("{error:#}");
            sound = false;
        }
    }
    Ok(sound)
}
