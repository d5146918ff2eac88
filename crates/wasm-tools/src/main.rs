//! Two programs of wasm-bindgen in the version the viewer is built with: its test runner, and the command that trunk
//! looks for. Called by the name `wasm-bindgen` it is the latter, else the first word says which.

#![forbid(unsafe_code)]

use anyhow::{Result, bail};
use std::env;
use std::ffi::OsString;
use std::path::Path;

fn main() -> Result<()> {
    let mut words: Vec<OsString> = env::args_os().collect();
    let called = words.first().and_then(|path| Path::new(path).file_stem()).unwrap_or_default().to_owned();
    let wanted = if called == "wasm-bindgen" || words.len() < 2 { called } else { words.remove(1) };
    match wanted.to_str() {
        Some("wasm-bindgen") => wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(words),
        Some("test-runner") => wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(words),
        _ => bail!("wasm-tools test-runner FILE or wasm-tools wasm-bindgen ARGUMENTS"),
    }
}
