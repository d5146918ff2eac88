//! What needs no browser.

use super::{Bench, Tally};
use crate::site::wasm_target;
use crate::workshop::{capture, run};
use anyhow::Result;
use std::process::Command;

/// A command that is one check.
fn passes(command: &mut Command) -> Tally {
    let outcome = run(command);
    if let Err(error) = &outcome {
        println!("{error:#}");
    }
    Tally::one(outcome.is_ok())
}

pub(super) fn fmt(bench: &mut Bench<'_>) -> Result<Tally> {
    Ok(passes(&mut bench.workshop.cargo(&["fmt", "--all", "--check"])))
}

/// The features of the viewer's smaller programs.
const PROGRAMS: &str = "viewer/code,viewer/search";

pub(super) fn clippy(bench: &mut Bench<'_>) -> Result<Tally> {
    let workshop = bench.workshop;
    let all = ["clippy", "--workspace", "--all-targets", "--features", PROGRAMS, "--", "-D", "warnings"];
    let native = passes(&mut workshop.cargo(&all));
    wasm_target(workshop)?;
    let wasm = [
        "clippy",
        "-p",
        "viewer",
        "--features",
        PROGRAMS,
        "--lib",
        "--bins",
        "--test",
        "browser",
        "--test",
        "fold",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ];
    Ok(native.and(passes(&mut workshop.cargo(&wasm))))
}

pub(super) fn tests(bench: &mut Bench<'_>) -> Result<Tally> {
    let all = ["test", "--workspace", "--all-targets", "--features", PROGRAMS, "--no-fail-fast"];
    let all = suites(&mut bench.workshop.cargo(&all))?;
    let documented = suites(&mut bench.workshop.cargo(&["test", "--workspace", "--doc", "--no-fail-fast"]))?;
    Ok(all.and(documented))
}

/// Runs tests and adds up what each suite says of itself. Of suites that pass, only the sum is shown.
pub(super) fn suites(command: &mut Command) -> Result<Tally> {
    let (said, passed) = capture(command)?;
    let tally = said.lines().filter_map(result).fold(Tally::default(), Tally::and);
    for line in said.lines().filter(|line| line.starts_with("skipped:")) {
        println!("{line}");
    }
    if passed && tally.failed == 0 {
        return Ok(tally);
    }
    print!("{}", failures(&said));
    // Tests that were not compiled, or that ended without a word, have not passed either.
    Ok(if tally.failed == 0 { tally.and(Tally::one(false)) } else { tally })
}

/// Reads `test result: FAILED. 3 passed; 1 failed; ...`.
fn result(line: &str) -> Option<Tally> {
    let counts = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
    let count =
        |word: &str| counts.split("; ").find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

/// What was said but for the tests that passed.
fn failures(said: &str) -> String {
    said.lines()
        .filter(|line| {
            !(line.starts_with("test ") && (line.ends_with("... ok") || line.ends_with("... ignored")))
        })
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Tally, failures, result};

    #[test]
    fn results_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(result(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(result("running 3 tests"), None);
    }

    #[test]
    fn what_passed_is_left_out() {
        assert_eq!(failures("test a ... ok\ntest b ... FAILED\n"), "test b ... FAILED\n");
    }
}
