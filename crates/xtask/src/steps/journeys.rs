//! What readers do: Playwright in Chromium, `WebDriver` in three browsers.

use super::unchanged::unless_passed;
use super::{Bench, Tally};
use crate::machine::{self, FIREFOX, HEADLESS, NODE, NPM, PDFTOTEXT, WEBKIT, XAUTH, XVFB};
use crate::workshop::{Workshop, run};
use crate::{corpus, server, site};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The driver of Firefox, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";

/// Before the name of a journey.
const FAILED: &str = "failed";
/// Before the name of one that passed when it was tried again.
const AGAIN: &str = "passed only at the second try";

/// Makes the packages of the journeys those of their lock file.
pub(crate) fn packages(workshop: &Workshop) -> Result<PathBuf> {
    machine::need(&[NODE, NPM])?;
    let folder = workshop.root.join("tests/journeys");
    let lock = fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(folder);
    }
    println!("Installing the journeys' packages (half a minute) ...");
    let mut install = workshop.command("npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    run(install.current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    fs::write(stamp, lock)?;
    Ok(folder)
}

pub(super) fn playwright(bench: &mut Bench<'_>) -> Result<Tally> {
    machine::need_headless()?;
    machine::need(&[PDFTOTEXT])?;
    let chromium = HEADLESS.path()?;
    let folder = packages(bench.workshop)?;
    let serving = bench.serving()?;
    let mill = Path::new("tests/corpus/mill");
    let folder_of_edition = edition(bench, mill, "mill", &[])?;
    let one_file = edition(bench, mill, "mill.html", &["--single-file"])?;
    let edition = server::start(&folder_of_edition, 0)?;
    let injected = bench.workshop.target.join("corpus/injections");
    corpus::injections(bench.workshop, &injected.to_string_lossy())?;
    let folder_of_injections = self::edition(bench, &injected, "injections", &[])?;
    let injected = server::start(&folder_of_injections, 0)?;
    let readme = bench.workshop.root.join("README.md");
    let letterbook = bench.workshop.target.join("debug/letterbook");
    let site = bench.site()?;
    let files: [&Path; 7] =
        [&site, &folder_of_edition, &one_file, &folder_of_injections, &folder, &readme, &letterbook];
    unless_passed(bench, "journeys", &files, &[&chromium], |bench| {
        let results = bench.workshop.target.join("journeys");
        let report = results.join("journeys.json");
        if report.exists() {
            fs::remove_file(&report)?;
        }
        let mut command = bench.workshop.command("npx", &["--no-install", "playwright", "test"]);
        command
            .current_dir(&folder)
            .env("BASE_URL", &serving.address)
            .env("EDITION_URL", &edition.address)
            .env("EDITION_FOLDER", &folder_of_edition)
            .env("EDITION_FILE", &one_file)
            .env("INJECTED_URL", &injected.address)
            .env("LETTERBOOK", &letterbook)
            .env("CHROMIUM", &chromium)
            .env("RESULTS", &results)
            .env("CI", "true");
        // What failed is in the report.
        let outcome = run(&mut command);
        let Ok(report) = fs::read_to_string(&report) else { bail!("{outcome:?}: Playwright left no report") };
        let report = serde_json::from_str(&report)?;
        let tally = stats(&report)?;
        named(&report, "", &mut bench.said);
        Ok(if outcome.is_err() && tally.failed == 0 { tally.and(Tally::one(false)) } else { tally })
    })
}

/// A small edition of several letters, built by the command that editors use. Its findings are meant, and not shown.
fn edition(bench: &mut Bench<'_>, folder: &Path, name: &str, how: &[&str]) -> Result<PathBuf> {
    let viewer = bench.site()?;
    let out = bench.workshop.target.join("site").join(name);
    let mut build = bench.workshop.program("letterbook");
    build.arg("build").arg(folder).args(how).arg("-o").arg(&out).env("LETTERBOOK_VIEWER", viewer);
    run(build.stderr(Stdio::null()))?;
    Ok(out)
}

/// The letter of the seed as an edition for the screen of a museum, which stands in the web too.
fn museum(bench: &mut Bench<'_>) -> Result<PathBuf> {
    let from = bench.workshop.root.join("assets/letters");
    let folder = bench.workshop.target.join("corpus/museum");
    fs::create_dir_all(&folder)?;
    for name in ["joffe-1921-03-17.txt", "register.toml"] {
        fs::copy(from.join(name), folder.join(name))?;
    }
    let settings = "title = \"Lenin to Joffe\"\nlanguage = \"en\"\nregister = \"register.toml\"\nkiosk = true\n\
        interface = [\"en\", \"de\"]\nbase = \"https://letters.example/joffe/\"\n";
    fs::write(folder.join("letterbook.toml"), settings)?;
    edition(bench, &folder, "museum", &[])
}

/// The counts in Playwright's report. A journey that was skipped has not passed.
fn stats(report: &Value) -> Result<Tally> {
    let count = |name: &str| {
        let number =
            report["stats"][name].as_u64().with_context(|| format!("no count “{name}” in the report"))?;
        Ok::<usize, anyhow::Error>(usize::try_from(number)?)
    };
    let errors = report["errors"].as_array().map_or(0, Vec::len);
    let skipped = count("skipped")?;
    if skipped > 0 {
        println!("skipped: {skipped} journeys");
    }
    Ok(Tally { passed: count("expected")? + count("flaky")?, failed: count("unexpected")? + errors })
}

/// Names what failed in Playwright's report, or passed only at the second try.
fn named(report: &Value, file: &str, said: &mut Vec<String>) {
    for suite in report["suites"].as_array().into_iter().flatten() {
        let file = if file.is_empty() { suite["title"].as_str().unwrap_or_default() } else { file };
        for spec in suite["specs"].as_array().into_iter().flatten() {
            let how = match spec["tests"][0]["status"].as_str() {
                Some("unexpected") => FAILED,
                Some("flaky") => AGAIN,
                _ => continue,
            };
            said.push(format!("{how}: {file}, {}", spec["title"].as_str().unwrap_or_default()));
        }
        named(suite, file, said);
    }
}

pub(super) fn webdriver(bench: &mut Bench<'_>) -> Result<Tally> {
    let (chromium, chromedriver) = machine::need_driven()?;
    machine::need(&[FIREFOX, WEBKIT, XVFB, XAUTH])?;
    let (firefox, webkit) = (FIREFOX.path()?, WEBKIT.path()?);
    let workshop = bench.workshop;
    let folder = packages(workshop)?;
    let geckodriver = workshop.cargo_tool("geckodriver", GECKODRIVER, "two minutes")?;
    let serving = bench.serving()?;
    let file = site::single_file_of(workshop, &bench.site()?, None)?;
    let site = bench.site()?;
    let museum = museum(bench)?;
    let kiosk = server::start(&museum, 0)?;
    unless_passed(
        bench,
        "webdriver",
        &[&site, &file, &folder, &museum],
        &[&chromium, &firefox, &webkit],
        |bench| {
            let counts = workshop.target.join("webdriver-counts.json");
            if counts.exists() {
                fs::remove_file(&counts)?;
            }
            let mut command = workshop.command(NODE.path()?, &["webdriver/run.mjs"]);
            command
                .current_dir(&folder)
                .env("BASE_URL", &serving.address)
                .env("SINGLE_FILE", &file)
                .env("KIOSK_URL", &kiosk.address)
                .env("COUNTS", &counts)
                .env("CHROMIUM", &chromium)
                .env("CHROMEDRIVER", chromedriver)
                .env("FIREFOX", &firefox)
                .env("GECKODRIVER", geckodriver)
                .env("WEBKIT_DRIVER", &webkit)
                .env("XVFB_RUN", XVFB.path()?);
            let outcome = run(&mut command);
            let Ok(counted) = fs::read_to_string(&counts) else {
                bail!("{outcome:?}: the journeys did not end")
            };
            let counted: Value = serde_json::from_str(&counted)?;
            for name in
                counted["failures"].as_array().into_iter().flatten().filter_map(|of| of["name"].as_str())
            {
                bench.said.push(format!("{FAILED}: {name}"));
            }
            for name in counted["again"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                bench.said.push(format!("{AGAIN}: {name}"));
            }
            let count = |name: &str| counted[name].as_u64().and_then(|number| usize::try_from(number).ok());
            Ok(Tally {
                passed: count("passed").context("no count")?,
                failed: count("failed").context("no count")?,
            })
        },
    )
}
