//! Everything that is checked, step by step. What fails in one step does not stop the next.

mod browsers;
mod journeys;
mod native;
mod trunk;
mod unchanged;

pub(crate) use journeys::packages;

use crate::site::{self, Profile};
use crate::workshop::Workshop;
use crate::{server, size, tidy};
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;
use std::time::Instant;

/// How many checks passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Those that passed.
    pub(crate) passed: usize,
    /// Those that failed.
    pub(crate) failed: usize,
}

impl Tally {
    /// One check.
    pub(crate) fn one(passed: bool) -> Tally {
        Tally { passed: usize::from(passed), failed: usize::from(!passed) }
    }

    /// Both together.
    pub(crate) fn and(self, other: Tally) -> Tally {
        Tally { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// What a step may use: the site is built by the first that asks for it.
pub(crate) struct Bench<'w> {
    /// The folders.
    pub(crate) workshop: &'w Workshop,
    site: Option<PathBuf>,
    /// Whether what passed on the same files is run again.
    again: bool,
    /// What failed, and what passed only at the second try: a line each, for the end of the run.
    said: Vec<String>,
}

impl Bench<'_> {
    /// The release build of the viewer.
    pub(crate) fn site(&mut self) -> Result<PathBuf> {
        if self.site.is_none() {
            self.site = Some(site::build(self.workshop, Profile::Release)?);
        }
        self.site.clone().ok_or_else(|| anyhow::anyhow!("the site was not built"))
    }

    /// The release build, served.
    pub(crate) fn serving(&mut self) -> Result<server::Serving> {
        server::start(&self.site()?, 0)
    }
}

type Step = fn(&mut Bench<'_>) -> Result<Tally>;

/// The steps in their order; what is cheap comes first.
const STEPS: &[(&str, &str, Step)] = &[
    ("fmt", "is the code formatted?", native::fmt),
    ("clippy", "does the linter object?", native::clippy),
    ("tidy", "does the house keep its rules?", |bench| tidy::check(bench.workshop)),
    ("native", "the tests of all rooms, golden pages too", native::tests),
    ("wasm", "tests in headless Chromium", browsers::wasm),
    ("size", "what a reader downloads", |bench| Ok(Tally::one(size::report(&bench.site()?)?))),
    ("journeys", "what readers do, in Chromium", journeys::playwright),
    ("webdriver", "the same in Firefox and WebKitGTK too", journeys::webdriver),
    ("trunk", "does trunk make the same page?", trunk::same_page),
];

/// Steps that only an automatic run takes (`CI` in its environment), or who asks for them: to install trunk takes long.
const AUTOMATIC_STEPS: &[&str] = &["trunk"];

/// Now, for telling how long a step took.
#[allow(
    clippy::disallowed_methods,
    reason = "how long a step took is for whoever waits; nothing is made of it"
)]
fn now() -> Instant {
    Instant::now()
}

/// Runs all steps, or those that were asked for; whether all passed. Asked for `again`, those too that passed on the same
/// files.
pub(crate) fn run(workshop: &Workshop, only: &[String], again: bool) -> Result<bool> {
    if let Some(unknown) = only.iter().find(|word| STEPS.iter().all(|(name, ..)| name != word)) {
        let names: Vec<&str> = STEPS.iter().map(|(name, ..)| *name).collect();
        bail!("there is no step “{unknown}”; there are {}", names.join(", "));
    }
    let automatic = env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false");
    let mut bench = Bench { workshop, site: None, again: again || automatic, said: Vec::new() };
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for (name, what, step) in STEPS {
        let wanted = if only.is_empty() {
            automatic || !AUTOMATIC_STEPS.contains(name)
        } else {
            only.iter().any(|word| word == name)
        };
        if !wanted {
            continue;
        }
        println!("\n== {name}: {what}");
        let start = now();
        let tally = step(&mut bench).unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::one(false)
        });
        let line = format!(
            "{name}: {} passed, {} failed, {} s",
            tally.passed,
            tally.failed,
            start.elapsed().as_secs()
        );
        println!("-- {line}");
        lines.push(line);
        total = total.and(tally);
    }
    lines.append(&mut bench.said);
    println!("\n{}\n", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}
