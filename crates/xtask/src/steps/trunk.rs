//! Whoever has trunk gets the same page from it.

use super::browsers::wasm_tools;
use super::{Bench, Tally};
use crate::machine::{self, CHROMIUM};
use crate::server;
use crate::steps::journeys::packages;
use crate::workshop::{Workshop, run};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;

/// The newest trunk that our compiler can build.
const TRUNK: &str = "0.21.14";

pub(super) fn same_page(bench: &mut Bench<'_>) -> Result<Tally> {
    machine::need(&[CHROMIUM])?;
    let workshop = bench.workshop;
    let ours = bench.serving()?;
    let trunk = workshop.cargo_tool("trunk", TRUNK, "up to fifteen minutes")?;
    let dist = workshop.target.join("site/trunk");
    let mut build = workshop.command(trunk, &["build", "--release", "--offline", "--dist"]);
    build.arg(&dist).env("PATH", path_with_bindgen(workshop)?).env("CARGO_TARGET_DIR", &workshop.target);
    // Trunk wants `true` where others want nothing or `1`.
    build.env_remove("NO_COLOR");
    run(&mut build)?;
    let theirs = server::start(&dist, 0)?;
    let folder = packages(workshop)?;
    let mut compare = workshop.command("node", &["same-page.mjs", &ours.address, &theirs.address]);
    compare.current_dir(folder).env("CHROMIUM", CHROMIUM.path()?);
    Ok(Tally::one(run(&mut compare).is_ok()))
}

/// The path of programs with our `wasm-bindgen` first; trunk finds it by its name.
fn path_with_bindgen(workshop: &Workshop) -> Result<std::ffi::OsString> {
    let folder: PathBuf = workshop.target.join("wasm-bindgen");
    fs::create_dir_all(&folder)?;
    let tools = wasm_tools(workshop)?;
    let program = folder.join(format!("wasm-bindgen{}", env::consts::EXE_SUFFIX));
    fs::copy(tools, &program).with_context(|| format!("{} cannot be written", program.display()))?;
    let Some(path) = env::var_os("PATH") else { bail!("there is no PATH") };
    Ok(env::join_paths([folder].into_iter().chain(env::split_paths(&path)))?)
}
