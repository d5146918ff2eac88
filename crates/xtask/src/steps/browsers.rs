//! Tests of the WebAssembly itself, in headless Chromium.

use super::{Bench, Tally, native};
use crate::machine;
use crate::site::wasm_target;
use crate::workshop::{FEATURES, Workshop, run};
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The tests that run in a browser.
const SUITES: [&str; 2] = ["browser", "fold"];

/// Arguments for a Chromium that shows nothing, asks nothing and calls nobody, for root too.
const QUIET: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// wasm-bindgen's programs, built from this workspace so that their version is the viewer's.
pub(super) fn wasm_tools(workshop: &Workshop) -> Result<PathBuf> {
    println!("Building wasm-bindgen's programs (two minutes the first time) ...");
    run(&mut workshop.cargo(&["build", "--quiet", "--features", FEATURES, "--bin", "wasm-tools"]))?;
    let program = workshop.target.join("debug").join(format!("wasm-tools{}", std::env::consts::EXE_SUFFIX));
    program.canonicalize().with_context(|| format!("{} was not built", program.display()))
}

/// The tests that run in a browser, and with them all programs that do.
pub(super) fn tests_in_browser(workshop: &Workshop) -> Command {
    let mut tests = workshop.cargo(&["test", "--package", "viewer", "--features", FEATURES]);
    tests.args(["--target", "wasm32-unknown-unknown"]);
    for suite in SUITES {
        tests.args(["--test", suite]);
    }
    tests
}

pub(super) fn wasm(bench: &mut Bench<'_>) -> Result<Tally> {
    let workshop = bench.workshop;
    let (browser, driver) = machine::need_driven()?;
    wasm_target(workshop)?;
    let tools = wasm_tools(workshop)?;
    let wishes = workshop.target.join("webdriver.json");
    let options = json!({ "goog:chromeOptions": { "binary": browser, "args": QUIET } });
    fs::write(&wishes, options.to_string())?;
    let mut tests = tests_in_browser(workshop);
    tests
        .arg("--no-fail-fast")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", format!("{} test-runner", tools.display()))
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", wishes)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    native::suites(&mut tests)
}
