//! What needs no browser.

use super::browsers::tests_in_browser;
use super::{Bench, Tally};
use crate::site::wasm_target;
use crate::workshop::{FEATURES, capture, run};
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

/// All rooms, always with the same features: with others most of them would be compiled again.
const ROOMS: [&str; 3] = ["--workspace", "--features", FEATURES];

/// What compiler or linter object to, as a line of Cargo's says it, without the sum at the end of a package.
fn objection(line: &str) -> Option<String> {
    let said: serde_json::Value = serde_json::from_str(line).ok()?;
    let message = said.get("message").filter(|_| said["reason"] == "compiler-message")?;
    let counts = message["spans"].as_array().is_some_and(|spans| !spans.is_empty());
    let serious = message["level"] == "error" || message["level"] == "warning" && counts;
    serious.then(|| message["rendered"].as_str().unwrap_or_default().to_owned())
}

/// The tests are built, and everything is looked over meanwhile: to look it over and to build it afterwards took a fifth
/// longer.
pub(super) fn clippy(bench: &mut Bench<'_>) -> Result<Tally> {
    let workshop = bench.workshop;
    let native = looked_over(workshop.cargo(&["test", "--all-targets"]).args(ROOMS))?;
    wasm_target(workshop)?;
    Ok(native.and(looked_over(&mut tests_in_browser(workshop))?))
}

/// Builds tests without running them; whether nobody objects.
fn looked_over(tests: &mut Command) -> Result<Tally> {
    let (said, built) = capture(tests.args(["--no-run", "--message-format", "json"]))?;
    let objections: Vec<String> = said.lines().filter_map(objection).collect();
    print!("{}", objections.concat());
    Ok(Tally::one(built && objections.is_empty()))
}

pub(super) fn tests(bench: &mut Bench<'_>) -> Result<Tally> {
    let all = suites(bench.workshop.cargo(&["test", "--all-targets", "--no-fail-fast"]).args(ROOMS))?;
    let documented = suites(bench.workshop.cargo(&["test", "--doc", "--no-fail-fast"]).args(ROOMS))?;
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
    use super::{Tally, failures, objection, result};

    #[test]
    fn objections_are_read() {
        let line = |level: &str, spans: &str| {
            format!(
                r#"{{"reason":"compiler-message","message":{{"level":"{level}","spans":{spans},"rendered":"no\n"}}}}"#
            )
        };
        assert_eq!(objection(&line("warning", "[{}]")).as_deref(), Some("no\n"));
        assert_eq!(objection(&line("error", "[]")).as_deref(), Some("no\n"));
        assert_eq!(objection(&line("warning", "[]")), None);
        assert_eq!(objection(&line("note", "[{}]")), None);
        assert_eq!(objection(r#"{"reason":"build-finished","success":true}"#), None);
        assert_eq!(objection("running 3 tests"), None);
    }

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
